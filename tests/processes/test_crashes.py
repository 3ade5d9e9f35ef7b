"""A load is killed, told to stop, or loses its storage, and is simply run again."""

from __future__ import annotations

import os
import random
import resource
import signal
from typing import TYPE_CHECKING, Any

import pytest

from tests.processes.conftest import IS_POSTGRESQL, new_site

if TYPE_CHECKING:
    import subprocess
    from pathlib import Path

    from tests.processes.site import Site

# Three chunks.
ARTICLES = 40


@pytest.fixture(scope="module")
def undisturbed(migrated: tuple[Path, str], tmp_path_factory: pytest.TempPathFactory) -> list[Any]:
    """What a load leaves that nothing disturbs."""
    with new_site(migrated, tmp_path_factory.mktemp("undisturbed")) as site:
        site.manage("load_articles", site.write(ARTICLES), "--workers", "1")
        facts = site.facts()
    assert len(facts[1]) == ARTICLES
    return facts


def is_done(site: Site, articles: int) -> bool:
    site.assert_nothing_by_halves()
    return site.count("article", "state = 'done'") >= articles


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_load_killed_at_any_moment_goes_on(site: Site, seed: int, undisturbed: list[Any]) -> None:
    chance = random.Random(seed)
    load = ("load_articles", site.write(ARTICLES), "--workers", str(1 + seed % 2))
    stored = site.begin(*load)
    if chance.random() < 0.5:
        site.wait_until(lambda: site.count("article") > 0)
    site.kill(stored)
    moment = chance.randrange(1, ARTICLES)
    read = site.begin(*load)
    site.wait_until(lambda: is_done(site, moment))
    site.kill(read)
    site.manage(*load)
    assert site.facts() == undisturbed
    site.assert_nothing_by_halves()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_load_that_is_told_to_stop_says_how_to_go_on(site: Site, number: int) -> None:
    load = ("load_articles", site.write(ARTICLES), "--workers", "2")
    process = site.begin(*load)
    site.wait_until(lambda: is_done(site, 1))
    os.kill(process.pid, number)
    printed, _ = process.communicate(timeout=10)
    assert process.returncode == 3, printed
    assert "Run the same command to go on" in printed
    site.manage(*load)
    assert is_done(site, ARTICLES)


def test_two_loads_of_one_file_at_once(site: Site) -> None:
    load = ("load_articles", site.write(ARTICLES), "--workers", "1")
    processes: list[subprocess.Popen[str]] = [site.begin(*load) for _ in range(2)]
    printed = [process.communicate()[0] for process in processes]
    assert [process.returncode for process in processes] == [0, 0], printed
    assert is_done(site, ARTICLES)
    assert site.count("article") == ARTICLES
    assert site.count("run", "ended_at IS NULL") == 0


def test_a_disk_that_is_full_is_named(site: Site) -> None:
    if IS_POSTGRESQL:
        pytest.skip("the disk is the server's")
    database = site.folder / "newsapi.sqlite3"
    load = ("load_articles", site.write(2000), "--no-extract")
    limit = database.stat().st_size + 200_000
    former = resource.getrlimit(resource.RLIMIT_FSIZE)
    # Of this process, and so of those that it starts.
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, former[1]))
    try:
        printed = site.manage(*load, status=4)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, former)
    assert str(database) in printed
    assert "Traceback" not in printed
    site.manage(*load)
    assert site.count("article") == 2000


def test_a_server_that_goes_away_is_named(site: Site) -> None:
    if not IS_POSTGRESQL:
        pytest.skip("SQLite has no server")
    load = ("load_articles", site.write(ARTICLES), "--workers", "1")
    process = site.begin(*load)
    site.wait_until(lambda: is_done(site, 1))
    site.query(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
        " WHERE datname = current_database() AND pid <> pg_backend_pid()"
    )
    printed, _ = process.communicate()
    assert process.returncode == 4, printed
    assert "Traceback" not in printed
    site.manage(*load)
    assert is_done(site, ARTICLES)
