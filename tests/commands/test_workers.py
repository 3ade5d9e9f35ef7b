"""Processes that read side by side, on a database of their own."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from articles.management.workers import available
from articles.services import pool
from articles.services.planning import CHUNK_ARTICLES

ROOT = Path(__file__).parent.parent.parent
NAMES = ("Ana Reyes", "Tom Okafor", "Lucía Quintero", "Bo Bell", "Mira Sandoval")


def write_articles(path: Path, number: int) -> None:
    with path.open("w", encoding="utf-8") as file:
        for n in range(number):
            name = NAMES[n % len(NAMES)]
            body = f"“We counted {n} boats,” Mayor {name} said on Friday. {name.split()[1]} left."
            line = {"guid": str(n), "headline": "Boats", "body": body}
            file.write(json.dumps(line | {"published_at": "2025-05-20"}) + "\n")


def run(folder: Path, *arguments: str) -> str:
    environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    done = subprocess.run(
        [sys.executable, "manage.py", *arguments],
        env={**environment, "DATA_DIR": str(folder)},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def facts(folder: Path) -> list[Any]:
    with sqlite3.connect(folder / "newsapi.sqlite3") as database:
        quotes = "SELECT text, start, person.name FROM articles_quote JOIN articles_person person"
        people = "SELECT name, mention_count, quote_count, article_count FROM articles_person"
        return [
            *database.execute(f"{quotes} ON person.id = speaker_id ORDER BY 1, 2"),
            *database.execute(f"{people} ORDER BY 1"),
        ]


def test_two_processes_find_what_one_finds(tmp_path: Path) -> None:
    articles = tmp_path / "articles.jsonl"
    write_articles(articles, 3 * CHUNK_ARTICLES + 1)
    found = []
    for workers in ("1", "2"):
        folder = tmp_path / workers
        folder.mkdir()
        run(folder, "migrate", "--verbosity", "0")
        summary = json.loads(run(folder, "load_articles", str(articles), "--workers", workers))
        assert (summary["new"], summary["failed"]) == (3 * CHUNK_ARTICLES + 1, 0)
        found.append(facts(folder))
    assert found[0] == found[1]
    assert len(found[0]) == 3 * CHUNK_ARTICLES + 1 + len(NAMES)


@pytest.mark.django_db
def test_workers_that_end_at_once_are_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    articles = tmp_path / "articles.jsonl"
    write_articles(articles, 2 * CHUNK_ARTICLES)
    monkeypatch.setattr(pool, "_MOST_RESTARTS", 1)
    monkeypatch.setattr(pool, "_PAUSE", 0.0)
    monkeypatch.setattr("articles.services.worker.main", os.abort)
    # The test has a transaction open.
    monkeypatch.setattr("articles.services.pool.connections.close_all", lambda: None)
    with pytest.raises(CommandError, match="try --workers 1 to see why") as caught:
        call_command("load_articles", str(articles), "--workers", "2")
    assert caught.value.returncode == 3


@pytest.mark.parametrize("number", ["0", "x", "-1", "1000"])
def test_a_number_of_workers_that_cannot_be(number: str) -> None:
    with pytest.raises(CommandError, match="a whole number from 1 to 256"):
        call_command("load_articles", "x", "--workers", number)


def test_there_is_a_core() -> None:
    assert available() >= 1
