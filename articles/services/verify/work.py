"""Whether the states of articles and chunks fit what they hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Q

from articles.choices import ChunkState, ExtractionState
from articles.models import Article, Chunk
from articles.models.run import OPEN
from articles.services.verify.problem import problem, problems

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articles.services.verify.problem import Problem


def check_states() -> Iterator[Problem]:
    """Articles that were read say by what and when, and those that were not say why."""
    read = Article.objects.only("pk").exclude(state=ExtractionState.PENDING)
    yield from problems(read.filter(extracted_at=None), "it was read, but extracted_at is empty")
    done = read.filter(state=ExtractionState.DONE, extractor="")
    yield from problems(done, "its facts were found, but extractor is empty")
    unread = read.filter(state__in=[ExtractionState.FAILED, ExtractionState.UNSUPPORTED])
    yield from problems(unread.filter(state_reason=""), "it has no facts, and does not say why")


def check_chunks() -> Iterator[Problem]:
    """What is taken has a holder, what is read has a result, and no article waits twice."""
    rows = Chunk.objects.defer("result").order_by("pk")
    taken = rows.filter(state=ChunkState.TAKEN)
    yield from problems(taken.filter(Q(worker="") | Q(lease_until=None)), "taken, but by nobody")
    read = Q(state=ChunkState.READ)
    yield from problems(rows.filter(read, result=None), "read, but its result is not there")
    yield from problems(rows.filter(~read).exclude(result=None), "it keeps a result for nothing")
    planned: dict[int, int] = {}
    for chunk in rows.filter(state__in=OPEN).only("articles").iterator():
        if not chunk.articles:
            yield problem(chunk, "there is no article in it")
        for article in chunk.articles:
            if planned.setdefault(article, chunk.pk) != chunk.pk:
                yield problem(chunk, f"article {article} waits in chunk {planned[article]} too")
