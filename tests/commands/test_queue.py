"""Commands that leave work to a broker, on one inside this process."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.core.management import CommandError, call_command
from kombu.exceptions import OperationalError

from articles import tasks
from articles.models import Chunk, Run
from tests.commands.test_workers import write_articles

if TYPE_CHECKING:
    from pathlib import Path

    from pytest_django import Settings

pytestmark = pytest.mark.django_db


@pytest.fixture
def sent(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The messages that were sent: what they carry, and nothing more."""
    messages: list[int] = []
    settings.BROKER_URL = "memory://"
    monkeypatch.setattr(tasks.read_chunk, "delay", lambda *values: messages.extend(values))
    return messages


def test_a_load_leaves_its_chunks_to_the_broker(
    tmp_path: Path, sent: list[int], capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "articles.jsonl"
    write_articles(path, 20)
    call_command("load_articles", str(path), "--queue")
    assert sent == list(Chunk.objects.order_by("number").values_list("pk", flat=True))
    assert len(sent) == 2
    assert '"new": 20' in capsys.readouterr().out
    assert Run.objects.get().ended_at is None
    call_command("reconcile")
    assert "0 messages sent" in capsys.readouterr().out


def test_a_rehearsal_sends_nothing(tmp_path: Path, sent: list[int]) -> None:
    path = tmp_path / "articles.jsonl"
    write_articles(path, 2)
    call_command("load_articles", str(path), "--queue", "--dry-run")
    assert sent == []
    assert not Chunk.objects.exists()


def test_a_broker_that_is_away_is_named_and_nothing_is_lost(
    tmp_path: Path, sent: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "articles.jsonl"
    write_articles(path, 20)

    def refuse(chunk: int) -> None:
        raise OperationalError("connection refused")

    monkeypatch.setattr(tasks.read_chunk, "delay", refuse)
    with pytest.raises(CommandError, match=r"connection refused.*reconcile") as caught:
        call_command("load_articles", str(path), "--queue")
    assert caught.value.returncode == 3
    with pytest.raises(CommandError, match="check BROKER_URL"):
        call_command("reconcile")
    # The test has a transaction open.
    monkeypatch.setattr("articles.tasks.connections.close_all", lambda: None)
    tasks.reconcile_quietly()
    monkeypatch.setattr(tasks.read_chunk, "delay", sent.append)
    call_command("reconcile")
    assert len(sent) == 2


@pytest.mark.parametrize("command", [["load_articles", "x", "--queue"], ["reconcile"]])
def test_without_a_broker_there_is_no_queue(command: list[str], settings: Settings) -> None:
    settings.BROKER_URL = ""
    with pytest.raises(CommandError, match="Set BROKER_URL first") as caught:
        call_command(*command)
    assert caught.value.returncode == 2


@pytest.mark.parametrize("seconds", ["0", "x", "-1", "1.5"])
def test_a_time_between_rounds_that_cannot_be(seconds: str, sent: list[int]) -> None:
    with pytest.raises(CommandError, match="a whole number from 1"):
        call_command("reconcile", "--every", seconds)
