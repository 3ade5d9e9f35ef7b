"""Chunks of work: taken by one, done once, stored in order, given up in the end."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import count
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone

from articles.choices import ChunkState, ExtractionState, RunKind
from articles.extraction.types import (
    Cue,
    DateExpression,
    Extraction,
    Factuality,
    Layout,
    Mention,
    Person,
    Quote,
    QuoteType,
    Span,
    Speaker,
    TimexMod,
    TimexType,
)
from articles.models import Article, Chunk, Run
from articles.services import planning, pool, results, work
from tests.builders import make_article

if TYPE_CHECKING:
    from tests.services.conftest import PlannedPipeline

pytestmark = pytest.mark.django_db


def make_pending(number: int) -> list[Article]:
    return [
        make_article(guid=str(n), body=f"Text {n}.", state=ExtractionState.PENDING)
        for n in range(number)
    ]


def planned_run(number: int, monkeypatch: pytest.MonkeyPatch, size: int = 2) -> list[Article]:
    monkeypatch.setattr(planning, "CHUNK_ARTICLES", size)
    articles = make_pending(number)
    run = Run.objects.create(kind=RunKind.LOAD, started_at=timezone.now())
    assert planning.plan(run, Article.objects.all()) == number
    return articles


def take(worker: str = "here:1") -> Chunk:
    chunk = work.take(worker)
    assert chunk is not None
    return chunk


def expire() -> None:
    past = timezone.now() - timedelta(seconds=1)
    Chunk.objects.filter(state=ChunkState.TAKEN).update(lease_until=past)


def states() -> list[str]:
    return list(Article.objects.order_by("pk").values_list("state", flat=True))


def test_pending_articles_are_planned_once(
    planned: PlannedPipeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    articles = planned_run(5, monkeypatch)
    assert list(Chunk.objects.values_list("number", flat=True)) == [0, 2, 4]
    again = Run.objects.create(kind=RunKind.LOAD, started_at=timezone.now())
    assert planning.plan(again, Article.objects.all()) == 0
    assert work.open_articles() == len(articles)


def test_everything_is_stored_in_the_order_of_the_chunks(
    planned: PlannedPipeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    articles = planned_run(4, monkeypatch)
    first, second = take("here:1"), take("here:2")
    stored: list[Article] = []
    work.deliver(second, work.read(second))
    assert work.store_next(stored.append) is None  # the first is still being read
    assert states() == ["pending"] * 4
    work.deliver(first, work.read(first))
    assert work.store_next(stored.append) == 2
    assert work.store_next(stored.append) == 2
    assert work.store_next(stored.append) is None
    assert stored == articles
    assert states() == ["done"] * 4
    assert not work.open_chunks()


def test_a_chunk_is_one_workers_until_its_lease_ends(
    planned: PlannedPipeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    planned_run(2, monkeypatch)
    late = take("here:1")
    assert work.take("here:2") is None
    result = work.read(late)
    expire()
    chunk = take("here:2")
    assert (chunk.pk, chunk.attempts, chunk.fence) == (late.pk, 2, late.fence + 1)
    with pytest.raises(work.SupersededError):
        work.deliver(late, result)
    with pytest.raises(work.SupersededError):
        work.read(late)
    work.deliver(chunk, work.read(chunk))
    with pytest.raises(work.SupersededError):
        work.deliver(chunk, result)  # the same one a second time
    assert work.store_next(lambda article: None) == 2


def test_what_a_dead_worker_had_is_given_back(
    planned: PlannedPipeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    planned_run(4, monkeypatch)
    host = work.worker_name().partition(":")[0]
    dead, elsewhere = take(f"{host}:999999999"), take("another-host:1")
    work.release_dead()
    dead.refresh_from_db()
    elsewhere.refresh_from_db()
    assert (dead.state, elsewhere.state) == (ChunkState.WAITING, ChunkState.TAKEN)


def test_an_article_that_ends_its_workers_is_given_up_and_no_other(
    planned: PlannedPipeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    articles = planned_run(5, monkeypatch, size=5)
    poison = articles[2].pk
    tries = 0
    stored: list[Article] = []
    while work.open_chunks():
        chunk = work.take("here:1")
        if chunk is not None:
            if poison in chunk.articles:
                tries += 1
                expire()
            else:
                work.deliver(chunk, work.read(chunk))
        while work.store_next(stored.append) is not None:
            pass
    assert stored == articles
    assert states() == ["done", "done", "failed", "done", "done"]
    assert "ended the program 3 times" in Article.objects.get(pk=poison).state_reason
    assert tries <= work.MAX_ATTEMPTS + 3
    assert Chunk.objects.get(state=ChunkState.FAILED).articles == [poison]


def test_an_article_that_changes_or_goes_while_it_is_read(
    planned: PlannedPipeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    changed, gone, other = planned_run(3, monkeypatch, size=3)
    chunk = take()
    result = work.read(chunk)
    Article.objects.filter(pk=changed.pk).update(body="Other.", body_sha256="0" * 64)
    gone.delete()
    work.deliver(chunk, result)
    assert work.store_next(lambda article: None) == 3
    # What was read is no longer what stands there: it waits for the next load.
    assert states() == ["pending", "done"]
    assert Article.objects.get(pk=other.pk).state == ExtractionState.DONE


def test_a_run_goes_on_with_what_an_earlier_one_left(
    planned: PlannedPipeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    planned_run(4, monkeypatch)
    left = take()
    work.deliver(left, work.read(left))
    seen: list[tuple[int, int]] = []
    pool.work_off(1, on_stored=lambda article: None, on_progress=lambda *x: seen.append(x))
    assert seen == [(0, 4), (2, 4), (4, 4)]
    assert states() == ["done"] * 4


def test_an_exception_gives_the_chunk_back(
    planned: PlannedPipeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    planned_run(2, monkeypatch)

    def interrupt(document: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(work, "read_document", interrupt)
    with pytest.raises(KeyboardInterrupt):
        pool.work_off(1, on_stored=lambda article: None, on_progress=lambda *x: None)
    assert Chunk.objects.get().state == ChunkState.WAITING


def test_a_result_comes_back_as_it_was_brought(
    planned: PlannedPipeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    day = date(2025, 5, 16)
    friday = DateExpression(
        Span(0, 6), "Friday", TimexType.DATE, "2025-05-16", TimexMod.APPROX, day, day, 0.5, 3, "x"
    )
    person = Person(
        0, "Ana", (Mention(Span(1, 4), "Ana", "Mayor", 0.25),), ("Mayor",), None, ("a",)
    )
    quote = Quote(
        Span(1, 9), "x", (Span(1, 3), Span(5, 9)), QuoteType.MIXED,
        Speaker(Span(1, 4), "Ana", 0, "Ana"), Cue(Span(1, 2), "said", "say"), 0.75,
        Factuality.NEGATED, friday,
    )  # fmt: skip
    extraction = Extraction(
        "1", "en", "planned/1", Layout(Span(0, 2), None, None, Span(3, 5), 7), (person,), (quote,),
        (friday,),
    )  # fmt: skip
    (article,) = planned_run(1, monkeypatch)
    planned.plans[article.body] = extraction
    found = results.unpack(work.read(take()))
    assert found[article.pk].result == replace(extraction, id=str(article.pk))


@dataclass
class FakeProcess:
    pid: int
    exitcode: int | None = None

    def kill(self) -> None:
        self.exitcode = -9

    def join(self) -> None:
        assert self.exitcode is not None


@pytest.fixture
def fake_pool(monkeypatch: pytest.MonkeyPatch) -> pool._Pool:
    """A pool of one process that does nothing; each that replaces it has the next number."""
    numbers = count(999_999_001)
    monkeypatch.setattr(pool._Pool, "_start", lambda self: FakeProcess(next(numbers)))
    return pool._Pool(1)


def test_a_worker_that_hangs_over_an_article_is_replaced(
    planned: PlannedPipeline, monkeypatch: pytest.MonkeyPatch, fake_pool: pool._Pool
) -> None:
    planned_run(2, monkeypatch)
    (hanging,) = fake_pool._processes
    chunk = take(work.worker_name(hanging.pid))
    fake_pool.keep_up(advanced=False)
    assert fake_pool._processes == [hanging]
    expire()
    fake_pool.keep_up(advanced=False)
    assert (hanging.exitcode, fake_pool._processes[0].pid) == (-9, 999_999_002)
    chunk.refresh_from_db()
    assert (chunk.state, chunk.attempts) == (ChunkState.WAITING, 1)


def test_workers_that_die_over_articles_are_replaced_until_the_end(
    planned: PlannedPipeline, monkeypatch: pytest.MonkeyPatch, fake_pool: pool._Pool
) -> None:
    planned_run(2, monkeypatch, size=1)
    monkeypatch.setattr(pool, "_MOST_RESTARTS", 1)
    for _ in range(2 * work.MAX_ATTEMPTS):
        take(work.worker_name(fake_pool._processes[0].pid))
        fake_pool._processes[0].kill()
        fake_pool.keep_up(advanced=False)
    assert work.take("here:1") is None
    assert [work.store_next(pool.pass_over) for _ in range(2)] == [1, 1]
    assert states() == ["failed", "failed"]
