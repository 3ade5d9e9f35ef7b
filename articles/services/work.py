"""The work of extraction as rows of the database, done exactly once however often it is tried.

Pending articles are planned as chunks. A worker takes a chunk for the length of
a lease, reads its articles and brings the result back. Results are stored in
the order of the chunks, whichever worker was the fastest, since who somebody is
may depend on the articles before: so the same articles give the same database
with one worker or with many. The facts of a chunk and its end are one
transaction; a worker that comes too late is refused by its fence.
"""

from __future__ import annotations

import os
import socket
from datetime import timedelta
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import connection, transaction
from django.db.models import Q
from django.utils import timezone

from articles.choices import ChunkState, ExtractionState
from articles.extraction.types import Failure
from articles.models import Article, Chunk
from articles.models.run import OPEN
from articles.services.extract import document_of, read_document, store_results
from articles.services.results import Read, digest_of, pack, unpack
from articles.services.runs import close, note_failure

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime

    from django.db.models import QuerySet


MAX_ATTEMPTS = 3
# Any number that only this lock bears.
_STORING = 0x73746F72


class SupersededError(Exception):
    """A chunk was given to another worker since, or its run was removed."""


def take(worker: str, *, only: int | None = None) -> Chunk | None:
    """The next chunk to read, for this worker until its lease ends; None if there is none.

    Args:
        only: the id of the one chunk that is wanted.

    A chunk that ended its workers ``MAX_ATTEMPTS`` times is divided until the
    article that does it stands alone and is given up.
    """
    while True:
        with transaction.atomic():
            chunk = _next_to_read(only)
            if chunk is None:
                return None
            if chunk.attempts < MAX_ATTEMPTS:
                chunk.state = ChunkState.TAKEN
                chunk.attempts += 1
                chunk.fence += 1
                chunk.worker = worker[-200:]
                chunk.lease_until = _lease()
                chunk.save()
                return chunk
            _give_up(chunk)


def _to_read() -> Q:
    expired = Q(state=ChunkState.TAKEN, lease_until__lt=timezone.now())
    return Q(state=ChunkState.WAITING) | expired


def _next_to_read(only: int | None) -> Chunk | None:
    rows = Chunk.objects.filter(_to_read()).order_by("run", "number")
    if only is not None:
        rows = rows.filter(pk=only)
    if connection.vendor == "postgresql":
        rows = rows.select_for_update(skip_locked=True)
    return rows.first()


def _give_up(chunk: Chunk) -> None:
    if len(chunk.articles) == 1:
        reason = f"reading it ended the program {MAX_ATTEMPTS} times"
        failure = Failure(str(chunk.articles[0]), "poison", reason)
        article = Article.objects.select_related("source").filter(pk=chunk.articles[0]).first()
        found = {article.pk: Read.of(article, failure)} if article else {}
        chunk.state, chunk.result = ChunkState.READ, pack(found)
        chunk.save()
        return
    chunk.state = ChunkState.SPLIT
    chunk.save()
    middle = len(chunk.articles) // 2
    for start, part in ((0, chunk.articles[:middle]), (middle, chunk.articles[middle:])):
        # The last of the halves' attempts: one more failure divides them again.
        Chunk.objects.create(
            run=chunk.run, number=chunk.number + start, articles=part, attempts=MAX_ATTEMPTS - 1
        )


def _lease() -> datetime:
    return timezone.now() + timedelta(seconds=settings.NEWSAPI_LEASE_SECONDS)


def read(chunk: Chunk) -> bytes:
    """Read the articles of a taken chunk; the lease is renewed before it runs low.

    Raises:
        SupersededError: it was given to another worker meanwhile.
    """
    articles = Article.objects.select_related("source").in_bulk(chunk.articles)
    found: dict[int, Read] = {}
    for pk in chunk.articles:
        if not found or _runs_low(chunk):
            _renew(chunk)
        if article := articles.get(pk):  # else it was removed since
            found[pk] = Read.of(article, read_document(document_of(article)))
    return pack(found)


def _runs_low(chunk: Chunk) -> bool:
    """Whether less than the time that one article may take is sure to be left."""
    spent = timedelta(seconds=settings.NEWSAPI_LEASE_SECONDS / 10)
    return chunk.lease_until is None or chunk.lease_until < _lease() - spent


def _renew(chunk: Chunk) -> None:
    chunk.lease_until = _lease()
    if not _mine(chunk).update(lease_until=chunk.lease_until):
        raise SupersededError(str(chunk))


def deliver(chunk: Chunk, result: bytes) -> None:
    """Bring back what was read.

    Raises:
        SupersededError: as for ``read``; nothing of the result is kept.
    """
    values = {"state": ChunkState.READ, "result": result, "lease_until": None}
    if not _mine(chunk).update(**values):
        raise SupersededError(str(chunk))


def _mine(chunk: Chunk) -> QuerySet[Chunk]:
    return Chunk.objects.filter(pk=chunk.pk, fence=chunk.fence, state=ChunkState.TAKEN)


def release(worker: str) -> int:
    """Let others take at once what a worker had that is no more; how many chunks it had."""
    mine = Chunk.objects.filter(state=ChunkState.TAKEN, worker=worker)
    return mine.update(state=ChunkState.WAITING, lease_until=None)


def silent_workers() -> set[str]:
    """Workers whose lease has ended while nobody has taken their chunk yet."""
    expired = Chunk.objects.filter(state=ChunkState.TAKEN, lease_until__lt=timezone.now())
    return set(expired.values_list("worker", flat=True))


def store_next(on_stored: Callable[[Article], None], *, wait: bool = False) -> int | None:
    """Store the first open chunk, if it has been read.

    Args:
        on_stored: called with each article that is still there, in its new state.
        wait: for another program that is storing; else there is nothing to store now.

    Returns:
        How many articles it had; None where there is nothing to store now.
    """
    with transaction.atomic():
        if not _my_turn(wait=wait):
            return None
        chunk = (
            Chunk.objects.filter(state__in=OPEN)
            .select_related("run")
            .order_by("run", "number")
            .first()
        )
        if chunk is None or chunk.state != ChunkState.READ or chunk.result is None:
            return None
        stored = _store(chunk, unpack(bytes(chunk.result)))
        gone_wrong = len(stored) == 1 and stored[0].state == ExtractionState.FAILED
        chunk.state = ChunkState.FAILED if gone_wrong else ChunkState.DONE
        chunk.result, chunk.stored_at = None, timezone.now()
        chunk.save()
        close(chunk.run)
    for article in stored:
        on_stored(article)
    return len(chunk.articles)


def _store(chunk: Chunk, found: dict[int, Read]) -> list[Article]:
    """Store what was found in a chunk; returns the articles that still are what was read.

    The chunk, which is not saved yet, keeps what became of the facts.
    """
    rows = Article.objects.select_related("source").in_bulk(chunk.articles)
    # One that has changed since it was read waits for another run.
    stored = [
        rows[pk] for pk, read in found.items() if pk in rows and digest_of(rows[pk]) == read.digest
    ]
    chunk.changes = store_results([(article, found[article.pk].result) for article in stored])
    for article in stored:
        if article.state == ExtractionState.FAILED:
            note_failure(article, chunk)
    return stored


def _my_turn(*, wait: bool) -> bool:
    """Whether this transaction may store; on SQLite it has the only lock there is."""
    if connection.vendor != "postgresql":
        return True
    lock = "pg_advisory_xact_lock" if wait else "pg_try_advisory_xact_lock"
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {lock}(%s)", [_STORING])
        (mine,) = cursor.fetchone()
        return wait or bool(mine)


def open_articles() -> int:
    """How many articles are in open chunks."""
    lists = Chunk.objects.filter(state__in=OPEN).values_list("articles", flat=True)
    return sum(len(articles) for articles in lists.iterator())


def open_chunks() -> bool:
    """Whether any chunk is not stored yet."""
    return Chunk.objects.filter(state__in=OPEN).exists()


def chunks_to_read() -> int:
    """How many chunks a worker could take now."""
    return Chunk.objects.filter(_to_read()).count()


def worker_name(process: int | None = None) -> str:
    """What a process of this machine is called; by default this one."""
    return f"{socket.gethostname()}:{process or os.getpid()}"


def release_dead() -> None:
    """Release what workers of this machine had that run no more."""
    host = f"{socket.gethostname()}:"
    taken = Chunk.objects.filter(state=ChunkState.TAKEN, worker__startswith=host)
    for worker in set(taken.values_list("worker", flat=True)):
        if not _is_alive(int(worker.removeprefix(host))):
            release(worker)


def _is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:  # somebody else's, so not one of ours
        return False
    return True


def taken_chunks(worker: str) -> Iterator[Chunk]:
    """Chunks for a worker, one after the other, until none is left to read."""
    while chunk := take(worker):
        yield chunk
