"""Run every check: the fast ones first, then the tests on each database there is.

PostgreSQL is the server that TEST_DATABASE_URL names, else a throw-away cluster
made with PostgreSQL's own binaries where they are installed. With
REQUIRE_POSTGRESQL=1 its absence is an error.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

BIN = Path(sys.executable).parent
PACKAGES = ["articles", "newsapi", "tests", "benchmarks", "manage.py"]
SCHEMA = ["spectacular", "--validate", "--fail-on-warn"]
CHECKS = {
    "lint": ["ruff", "check", "."],
    "format": ["ruff", "format", "--check", "."],
    "imports": ["lint-imports"],
    "types": ["mypy", *PACKAGES],
    "migrations": ["python", "manage.py", "makemigrations", "--check", "--dry-run"],
    "schema": ["python", "manage.py", *SCHEMA, "--file", os.devnull],
    "deployment": ["python", "manage.py", "check", "--deploy", "--fail-level", "WARNING"],
}  # fmt: skip
# The cores share the files; a file's tests stay together.
TESTS = ["pytest", "--numprocesses", "auto", "--dist", "loadfile"]
# What needs no database is tried once.
NO_DATABASE = ("extraction", "linking", "readers", "search")
PRODUCTION = {"HTTPS": "true", "SECRET_KEY": "only-for-this-check-" + "0123456789abcdef" * 4}


def main() -> int:
    with tempfile.TemporaryDirectory() as data:
        environment = os.environ | {"DATA_DIR": data}
        environment.pop("DATABASE_URL", None)
        for name, command in CHECKS.items():
            extra = PRODUCTION if name == "deployment" else {}
            if not run(name, command, environment | extra):
                return 1
        tested = ["SQLite"]
        # Workers of several machines share a server's database, not a file.
        alone = "--ignore=tests/processes/test_brokers.py"
        if not run("tests on SQLite", [*TESTS, alone, *sys.argv[1:]], environment):
            return 1
        with postgresql() as url:
            if url:
                settings = environment | {"DATABASE_URL": url}
                others = [f"--ignore=tests/{name}" for name in NO_DATABASE]
                if not run("tests on PostgreSQL", [*TESTS, *others, *sys.argv[1:]], settings):
                    return 1
                tested.append("PostgreSQL")
            elif os.environ.get("REQUIRE_POSTGRESQL") == "1":
                print("PostgreSQL is required, but neither TEST_DATABASE_URL nor initdb is there.")
                return 1
    missing = "" if len(tested) == 2 else " (no PostgreSQL: set TEST_DATABASE_URL or install it)"
    print(f"All checks passed on {' and '.join(tested)}{missing}.")
    return 0


def run(name: str, command: list[str], environment: dict[str, str]) -> bool:
    print(f"== {name}", flush=True)
    program = str(BIN / command[0])
    passed = subprocess.run([program, *command[1:]], env=environment, check=False).returncode == 0
    if not passed:
        print(f"FAILED: {name}", flush=True)
    return passed


@contextmanager
def postgresql() -> Iterator[str | None]:
    """The address of a server for tests; None where there is none to be had."""
    if url := os.environ.get("TEST_DATABASE_URL"):
        yield url
        return
    binaries = server_binaries()
    if binaries is None:
        yield None
        return
    # PostgreSQL refuses to run as root; its package makes this user.
    user = "postgres" if os.geteuid() == 0 else None
    with tempfile.TemporaryDirectory(prefix="newsapi-pg-") as folder:
        if user:
            shutil.chown(folder, user)
        data = f"{folder}/data"
        server(
            binaries / "initdb",
            "-D",
            data,
            "-U",
            "test",
            "-A",
            "trust",
            "-E",
            "UTF8",
            "-N",
            user=user,
        )
        options = f"-k {folder} -c listen_addresses='' -c fsync=off"
        start = ("-D", data, "-l", f"{folder}/log", "-o", options, "-w")
        server(binaries / "pg_ctl", "start", *start, user=user)
        try:
            yield f"postgres://test@/{folder}/postgres"
        finally:
            server(binaries / "pg_ctl", "stop", "-D", data, "-m", "fast", user=user)


def server_binaries() -> Path | None:
    """The folder of the newest installed server."""
    if found := shutil.which("initdb"):
        return Path(found).resolve().parent
    versions = Path("/usr/lib/postgresql").glob("*/bin/initdb")
    newest = max(versions, key=lambda path: int(path.parent.parent.name), default=None)
    return newest.parent if newest else None


def server(program: Path, *arguments: str, user: str | None) -> None:
    subprocess.run(
        [str(program), *arguments], user=user, check=True, stdout=subprocess.DEVNULL, cwd="/"
    )


if __name__ == "__main__":
    sys.exit(main())
