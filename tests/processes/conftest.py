"""Brokers and databases for workers that are processes of their own."""

from __future__ import annotations

import os
import shutil
import sqlite3
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import environ
import psycopg
import pytest

from newsapi.settings import DATABASES
from tests.processes.servers import Server, rabbitmq_server, redis_server
from tests.processes.site import Site

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

MAKERS = {"redis": redis_server, "rabbitmq": rabbitmq_server}
IS_POSTGRESQL = DATABASES["default"]["ENGINE"].endswith("postgresql")


@pytest.fixture(scope="module", params=sorted(MAKERS))
def broker(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Server]:
    server = MAKERS[request.param](tmp_path_factory.mktemp(request.param))
    if server is None:
        missing = f"{request.param} is not installed (apt-get install {request.param}-server)"
        if os.environ.get("REQUIRE_BROKERS") == "1":
            pytest.fail(missing)
        pytest.skip(missing)
    server.start()
    yield server
    server.kill()


@pytest.fixture(scope="session")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, str]]:
    """A folder with settings, and the address of a database with all tables and no rows."""
    folder = tmp_path_factory.mktemp("migrated")
    url = f"sqlite:///{folder}/newsapi.sqlite3"
    if IS_POSTGRESQL:
        url = _beside(os.environ["DATABASE_URL"], f"brokers_{os.getpid()}")
        _execute(f'CREATE DATABASE "{_name(url)}"')
    _site(folder, url).manage("migrate", "--verbosity", "0")
    yield folder, url
    if IS_POSTGRESQL:
        _execute(f'DROP DATABASE "{_name(url)}"')


@contextmanager
def new_site(migrated: tuple[Path, str], folder: Path) -> Iterator[Site]:
    """A site on a database of its own, whose leases end after two seconds."""
    source, template = migrated
    if IS_POSTGRESQL:
        url = _beside(template, f"{_name(template)}_{folder.name}")
        _execute(f'CREATE DATABASE "{_name(url)}" TEMPLATE "{_name(template)}"')
    else:
        shutil.copy(source / "newsapi.sqlite3", folder)
        url = f"sqlite:///{folder}/newsapi.sqlite3"
    site = _site(folder, url)
    yield site
    site.stop()
    if IS_POSTGRESQL:
        _execute(f'DROP DATABASE "{_name(url)}" WITH (FORCE)')


@pytest.fixture
def site(migrated: tuple[Path, str], tmp_path: Path) -> Iterator[Site]:
    with new_site(migrated, tmp_path) as site:
        yield site


@pytest.fixture
def queue_site(site: Site, broker: Server) -> Site:
    """A site with a broker; it has no worker yet."""
    site.environment["BROKER_URL"] = broker.url
    return site


def _site(folder: Path, url: str) -> Site:
    settings = {
        "DATA_DIR": str(folder),
        "DATABASE_URL": url,
        "SLOW_PIPELINE": "1",
        "LEASE_SECONDS": "2",
        "RECONCILE_SECONDS": "1",
        "DJANGO_SETTINGS_MODULE": "newsapi.settings",
    }
    return Site(folder, {**os.environ, **settings}, _asking(url))


def _asking(url: str) -> Callable[[str], list[Any]]:
    def ask(sql: str) -> list[Any]:
        if IS_POSTGRESQL:
            with _connected(url) as database:
                return database.execute(sql.encode()).fetchall()
        path = url.removeprefix("sqlite:///")
        with closing(sqlite3.connect(path, timeout=20)) as database:
            return database.execute(sql).fetchall()

    return ask


def _execute(sql: str) -> None:
    with _connected(os.environ["DATABASE_URL"]) as database:
        database.execute(sql.encode())


def _connected(url: str) -> psycopg.Connection:
    values = environ.Env.db_url_config(url)
    return psycopg.connect(
        dbname=values["NAME"],
        host=values["HOST"] or None,
        port=values["PORT"] or None,
        user=values["USER"] or None,
        password=values["PASSWORD"] or None,
        autocommit=True,
    )


def _beside(url: str, name: str) -> str:
    """The address of another database on the same server."""
    return urlsplit(url)._replace(path=f"{urlsplit(url).path.rpartition('/')[0]}/{name}").geturl()


def _name(url: str) -> str:
    return urlsplit(url).path.rpartition("/")[2]
