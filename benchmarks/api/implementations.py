"""Who is measured: how each is started, and how it is asked."""

from __future__ import annotations

import json
import re
import shlex
import subprocess
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.api.peers import database, datasette
from benchmarks.api.questions import API, Kind, Paging

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from benchmarks.api.questions import Question

ROOT = Path(__file__).parents[2]
PEERS_ENVIRONMENT = ROOT / "benchmarks" / ".venv"
_PEERS = "benchmarks.api.peers"


@dataclass(frozen=True)
class Implementation:
    """One server, in one process.

    Attributes:
        arguments: its command line, given the port.
        address: the path of a question.
        kinds: what it can answer.
        flat: its rows are not nested as those of the API are.
    """

    name: str
    arguments: Callable[[int], list[str]]
    address: Callable[[Question], str]
    environment: Mapping[str, str] = field(default_factory=dict)
    kinds: frozenset[Kind] = frozenset(Kind)
    flat: bool = False


NEWSAPI = "newsapi"
WSGI = "bare WSGI, constant body"
VIEW = "Django view, SQL by hand"
DRF = "plain DRF"
NINJA = "django-ninja"
ASYNCPG = "FastAPI + asyncpg, SQL by hand"
ORM = "FastAPI + SQLAlchemy"
QUERY = "Datasette, canned query"
TABLE = "Datasette, table"
LOOP = "the same SQL without HTTP"


def newsapi(*, keeping: bool = False) -> Implementation:
    """As ``make run`` starts it; but for ``keeping`` it makes every answer anew."""
    environment = {} if keeping else {"ANSWER_CACHE_BYTES": "1"}
    return Implementation(
        NEWSAPI, _make_run, lambda question: API + question.path(Paging.CURSOR), environment
    )


def bare(bodies: Mapping[Kind, str], folder: Path) -> Implementation:
    """A server that has the API's answers to one question of each kind ready."""
    file = folder / "bodies.json"
    texts = {_constant_path(kind): body for kind, body in bodies.items()}
    file.write_text(json.dumps(texts), encoding="utf-8")
    paths = {
        "section": _constant_path(Kind.ARTICLES),
        "page": _constant_path(Kind.DEEP),
        "speaker": _constant_path(Kind.QUOTES),
        "article": _constant_path(Kind.DETAIL),
    }

    def address(question: Question) -> str:
        return next(path for name, path in paths.items() if name in question.values)

    return Implementation(
        WSGI, _gunicorn(f"{_PEERS}.constant:application"), address, {"BODIES": str(file)}
    )


def peers(url: str, folder: Path) -> list[Implementation]:
    """Those that can read the database of an address."""
    common = [
        _django(VIEW, "django_view", Paging.KEYSET),
        _django(DRF, "drf", Paging.NUMBER),
        _django(NINJA, "ninja_api", Paging.OFFSET),
        _fastapi(ORM, "fastapi_sqlalchemy", Paging.OFFSET),
    ]
    if url.startswith("sqlite:"):
        return [*common, *_datasettes(Path(database.sqlite_path(url)), folder)]
    return [*common, _fastapi(ASYNCPG, "fastapi_asyncpg", Paging.KEYSET)]


def _make_run(port: int) -> list[str]:
    """The server's command as the Makefile has it."""
    done = subprocess.run(
        ["make", "--no-print-directory", "--dry-run", "run", f"PORT={port}"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    found = re.search(r"^exec (.*gunicorn(?:\\\n|.)*)", done.stdout, re.MULTILINE)
    if found is None:
        raise RuntimeError(f"make run starts no gunicorn: {done.stdout}")
    return shlex.split(found[1].replace("\\\n", " "))


def _gunicorn(application: str) -> Callable[[int], list[str]]:
    """The same server with the same options for another application."""

    def arguments(port: int) -> list[str]:
        _, _, *options = _make_run(port)
        return [_program("gunicorn"), application, *options]

    return arguments


def _django(name: str, module: str, paging: Paging) -> Implementation:
    return Implementation(
        name,
        _gunicorn(f"{_PEERS}.django_wsgi"),
        lambda question: question.path(paging),
        {"PEER": module},
    )


def _fastapi(name: str, module: str, paging: Paging) -> Implementation:
    def arguments(port: int) -> list[str]:
        options = ["--host", "127.0.0.1", "--port", str(port), "--log-level", "warning"]
        return [_program("uvicorn"), f"{_PEERS}.{module}:app", *options, "--no-access-log"]

    return Implementation(name, arguments, lambda question: question.path(paging))


def _datasettes(file: Path, folder: Path) -> list[Implementation]:
    settings = folder / "datasette.json"
    settings.write_text(json.dumps(datasette.settings(file.stem)), encoding="utf-8")

    def arguments(port: int) -> list[str]:
        options = ["--host", "127.0.0.1", "--port", str(port), "--metadata", str(settings)]
        return [_program("datasette"), "serve", str(file), *options]

    def address(path: Callable[[str, Mapping[str, Any]], str]) -> Callable[[Question], str]:
        return lambda question: path(file.stem, question.values)

    lists = frozenset({Kind.ARTICLES, Kind.QUOTES, Kind.DEEP})
    return [
        Implementation(QUERY, arguments, address(datasette.query_path), kinds=lists, flat=True),
        Implementation(
            TABLE,
            arguments,
            address(datasette.table_path),
            kinds=frozenset({Kind.ARTICLES}),
            flat=True,
        ),
    ]


def _program(name: str) -> str:
    return str(PEERS_ENVIRONMENT / "bin" / name)


def _constant_path(kind: Kind) -> str:
    return f"/{kind.name.lower()}/"
