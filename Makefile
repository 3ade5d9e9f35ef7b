# Two commands: `make run` serves the demo, `make test` checks everything.

PYTHON ?= $(shell command -v python3.11 || command -v python3)
PORT ?= 8000
BIN := .venv/bin
COMPILE := UV_CUSTOM_COMPILE_COMMAND="make lock" $(BIN)/uv pip compile --quiet --upgrade \
	--no-strip-extras --python-version 3.11 --generate-hashes

.PHONY: help install run test format schema lock clean

help:  ## List the commands
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/'

install: .venv/installed  ## Prepare .venv with what running needs

run: install  ## Migrate, load seeds/, serve on 127.0.0.1:$(PORT)
	@$(BIN)/python -c 'import socket, sys; socket.create_server(("127.0.0.1", int(sys.argv[1])))' $(PORT) \
		2>/dev/null || { echo "Port $(PORT) cannot be used; try PORT=8001 make run"; exit 1; }
	@$(BIN)/python manage.py migrate --verbosity 0
	@$(BIN)/python manage.py load_articles seeds
	@$(BIN)/python manage.py addresses --base http://127.0.0.1:$(PORT)
	@echo "Stop      Ctrl-C"
	@exec $(BIN)/gunicorn newsapi.wsgi --bind 127.0.0.1:$(PORT) --threads 4 --no-control-socket \
		--log-level warning --limit-request-line 8190

test: .venv/installed-dev  ## Lint, types, contracts, schema, and all tests on each database
	@$(BIN)/python -m tests.run

format: .venv/installed-dev  ## Format the code and sort its imports
	@$(BIN)/ruff check --quiet --fix . ; $(BIN)/ruff format --quiet .

schema: .venv/installed-dev  ## Write docs/openapi.yaml anew
	@$(BIN)/python manage.py spectacular --validate --fail-on-warn --file docs/openapi.yaml

# Extras stay in the pins, spelt as the packages ask for them: pip 23 takes "name[extra]" for a
# requirement of its own, and looks for its newest release where only "name" is pinned.
lock: .venv/installed-dev  ## Pin the newest versions that pyproject.toml allows
	@$(COMPILE) pyproject.toml --output-file requirements.txt
	@$(COMPILE) --extra dev --constraint requirements.txt pyproject.toml \
		--output-file requirements-dev.txt
	@sed -i.bak 's/^lxml\[html-clean\]/lxml[html_clean]/' requirements.txt requirements-dev.txt
	@rm requirements.txt.bak requirements-dev.txt.bak

clean:  ## Remove .venv and caches; the database in var/ stays
	rm -rf .venv .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis

.venv/bin/python:
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed"; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Python 3.11 or newer is needed; $(PYTHON) is older"; exit 1; }
	@$(PYTHON) -m venv .venv

.venv/installed: requirements.txt | .venv/bin/python
	@echo "Installing requirements.txt into .venv"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $<
	@touch $@

.venv/installed-dev: requirements-dev.txt | .venv/bin/python
	@echo "Installing requirements-dev.txt into .venv"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $<
	@touch $@ .venv/installed
