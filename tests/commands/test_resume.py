"""Loads that were broken off, gone on with by --resume."""

from __future__ import annotations

import json
from datetime import timedelta
from io import StringIO
from typing import TYPE_CHECKING, Any

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from articles.choices import ChunkState, RunKind
from articles.extraction.types import Document, Extraction, Failure
from articles.management.commands import load_articles
from articles.models import Article, Chunk, Reject, Run
from articles.services import batches, load, planning, work

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = pytest.mark.django_db

BAD_LINE = 2


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Five good lines and a bad one, in the folder where the command is run."""
    monkeypatch.chdir(tmp_path)
    # One batch for each item.
    monkeypatch.setattr(batches, "BATCH_ITEMS", 1)
    lines = [json.dumps({"headline": f"H{n}", "body": f"Text {n}."}) for n in range(5)]
    lines.insert(BAD_LINE - 1, "{")
    path = tmp_path / "articles.jsonl"
    path.write_text("\n".join(lines))
    return path


def run_load(*arguments: object) -> dict[str, int]:
    out = StringIO()
    with pytest.raises(SystemExit) as caught:
        call_command("load_articles", *map(str, arguments), stdout=out)
    assert caught.value.code == 1  # for the bad line
    summary: dict[str, int] = json.loads(out.getvalue().splitlines()[-1])
    return summary


def break_off(items: int, *arguments: object) -> None:
    """Start a load that is interrupted when it has given so many items to the store."""

    def counted(source: Iterator[Any], report: object) -> Iterator[Any]:
        for number, item in enumerate(source):
            if number == items:
                raise KeyboardInterrupt
            yield item

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(load_articles, "counted", counted)
        with pytest.raises(CommandError) as caught:
            call_command("load_articles", *map(str, arguments))
    assert caught.value.returncode == 3


@pytest.mark.parametrize("items", [0, 1, 3, 5])
def test_storing_goes_on_with_the_options_of_the_load(file: Path, items: int) -> None:
    options = ("--source", "Harwick Courier", "--published", "2025-05-20", "--no-extract")
    break_off(items, file.name, *options)
    started = Run.objects.get()
    summary = run_load("--resume")
    assert summary == {
        "seen": 6, "new": 5, "unchanged": 0, "updated": 0, "rejected": 1, "failed": 0,
    }  # fmt: skip
    run = Run.objects.get()
    assert run.counts == summary
    assert run.ended_at is not None
    assert run.started_at == started.started_at
    assert [reject.line for reject in run.rejects.all()] == [BAD_LINE]
    assert not Chunk.objects.exists()
    found = set(Article.objects.values_list("source__name", "published_on__day"))
    assert found == {("Harwick Courier", 20)}


def test_paths_are_those_of_the_folder_where_it_began(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    break_off(2, file.name, "--no-extract")
    monkeypatch.chdir("/")
    assert run_load("--resume")["new"] == 5


def fail_second(document: Document) -> Extraction | Failure:
    if document.text == "Text 1.":
        return Failure(document.id, "slow", "it takes too long")
    return Extraction(document.id, "en", "planned/1")


def test_extraction_goes_on_and_counts_what_failed_before(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(planning, "CHUNK_ARTICLES", 2)
    monkeypatch.setattr(work, "read_document", fail_second)

    def interrupted(workers: int, **callbacks: Any) -> None:
        for _ in range(2):
            chunk = work.take("here:1")
            assert chunk is not None
            work.deliver(chunk, work.read(chunk))
            work.store_next(lambda article: None)
        raise KeyboardInterrupt

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(load, "work_off", interrupted)
        with pytest.raises(CommandError):
            call_command("load_articles", file.name, "--workers", "1")
    assert Reject.objects.filter(article__isnull=False).count() == 1
    rejects = file.with_name("rejects.jsonl")
    summary = run_load("--resume", "--workers", 1, "--rejects", rejects)
    assert summary == {
        "seen": 6, "new": 4, "unchanged": 0, "updated": 0, "rejected": 1, "failed": 1,
    }  # fmt: skip
    assert Run.objects.get().ended_at is not None
    assert not Article.objects.filter(state="pending").exists()
    codes = [json.loads(line)["code"] for line in rejects.read_text().splitlines()]
    assert sorted(codes) == ["extraction_failed", "not_json"]
    assert Reject.objects.count() == 2


def refused(*arguments: str) -> str:
    with pytest.raises(CommandError) as caught:
        call_command("load_articles", *arguments)
    assert caught.value.returncode == 2
    return str(caught.value)


def test_what_cannot_be_gone_on_with(file: Path) -> None:
    assert "no load that was broken off" in refused("--resume")
    assert "Give a PATH" in refused()
    assert "takes no PATH" in refused("--resume", file.name)
    assert "takes no PATH and no --dry-run" in refused("--resume", "--dry-run")
    break_off(0, "-")
    assert "read standard input" in refused("--resume")
    run = Run.objects.create(kind=RunKind.LOAD, started_at=timezone.now())
    assert "is of an older version: run its command again" in refused("--resume")
    lease = timezone.now() + timedelta(seconds=60)
    values = {"state": ChunkState.TAKEN, "worker": "elsewhere:1", "lease_until": lease}
    Chunk.objects.create(run=run, number=0, articles=[1], **values)
    assert "elsewhere:1 works on it" in refused("--resume")
