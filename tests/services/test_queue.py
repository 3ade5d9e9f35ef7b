"""Chunks about which messages are sent, and what a message has done."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone

from articles.choices import ChunkState, RunKind
from articles.models import Article, Chunk, Run
from articles.services import queue, work
from tests.services.test_work import expire, planned_run, states, take

if TYPE_CHECKING:
    from tests.services.conftest import PlannedPipeline

pytestmark = pytest.mark.django_db


def sent_long_ago() -> None:
    Chunk.objects.update(sent_at=timezone.now() - timedelta(hours=1))


def ids() -> list[int]:
    return list(Chunk.objects.order_by("number").values_list("pk", flat=True))


def test_a_new_chunk_is_due_once(planned: PlannedPipeline, monkeypatch: pytest.MonkeyPatch) -> None:
    planned_run(4, monkeypatch)
    assert queue.due() == ids()
    assert queue.due() == []


def test_a_message_that_was_lost_is_sent_again(
    planned: PlannedPipeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    planned_run(4, monkeypatch)
    queue.due()
    sent_long_ago()
    assert queue.due() == ids()
    queue.not_sent(ids()[1:])
    assert queue.due() == ids()[1:]


def test_work_of_somebody_who_lives_is_left_to_them(
    planned: PlannedPipeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    planned_run(2, monkeypatch)
    taken = take()
    sent_long_ago()
    assert queue.due() == []
    queue.do(taken.pk)
    assert states() == ["pending", "pending"]
    expire()
    assert queue.due() == [taken.pk]


def test_a_result_that_nobody_stored_is_sent_for(
    planned: PlannedPipeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    planned_run(4, monkeypatch)
    first, second = take(), take("here:2")
    work.deliver(second, work.read(second))
    sent_long_ago()
    assert queue.due() == []  # it is not its turn
    work.deliver(first, work.read(first))
    assert queue.due() == [first.pk]
    queue.do(first.pk)
    assert states() == ["done"] * 4


def test_only_so_many_messages_are_with_a_broker(
    planned: PlannedPipeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    planned_run(8, monkeypatch)
    monkeypatch.setattr(queue, "MESSAGES_AHEAD", 3)
    assert queue.due() == ids()[:3]
    assert queue.due() == []
    for chunk in ids()[:3]:
        queue.do(chunk)
    assert queue.due() == ids()[3:]


def test_messages_may_come_in_any_order_twice_and_too_late(
    planned: PlannedPipeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    articles = planned_run(4, monkeypatch)
    last, first = ids()[1], ids()[0]
    queue.do(last)
    assert states() == ["pending"] * 4
    queue.do(first)
    queue.do(first)
    queue.do(last)
    Chunk.objects.all().delete()
    queue.do(first)
    assert states() == ["done"] * 4
    assert len(planned.seen) == len(articles)


def test_a_load_ends_when_the_last_of_its_chunks_is_stored(
    planned: PlannedPipeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    planned_run(4, monkeypatch)
    counts = {"seen": 4, "new": 4, "unchanged": 0, "updated": 0, "rejected": 0, "failed": 0}
    Run.objects.update(counts=counts)
    queue.do(ids()[0])
    assert Run.objects.get().ended_at is None
    queue.do(ids()[1])
    run = Run.objects.get(kind=RunKind.LOAD)
    assert run.ended_at is not None
    assert run.counts == counts


def test_a_worker_that_comes_too_late_says_so(
    planned: PlannedPipeline, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    planned_run(2, monkeypatch)
    (chunk,) = ids()

    def read(taken: Chunk) -> bytes:
        Chunk.objects.update(fence=taken.fence + 1)
        return b""

    monkeypatch.setattr(work, "read", read)
    queue.do(chunk)
    assert "given to another worker meanwhile" in caplog.text
    assert Chunk.objects.get().state == ChunkState.TAKEN
    assert Article.objects.filter(state="pending").count() == 2
