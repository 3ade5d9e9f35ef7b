"""Putting articles that wait for extraction into chunks."""

from __future__ import annotations

from itertools import chain, islice
from typing import TYPE_CHECKING

from django.db.models import Max

from articles.choices import ExtractionState
from articles.models import Article, Chunk
from articles.models.run import OPEN

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from articles.models import Run

# So many articles are read under one lease and stored in one transaction.
CHUNK_ARTICLES = 16
_PLANNED_AT_ONCE = 200


def plan(run: Run, articles: QuerySet[Article]) -> int:
    """Make chunks of those articles that wait for extraction and are in no open chunk yet.

    Returns:
        How many articles were planned.
    """
    rows = articles.filter(state=ExtractionState.PENDING).order_by(
        "sort_at", "source__slug", "guid"
    )
    planned = _planned()
    waiting = rows.values_list("pk", flat=True).iterator(chunk_size=1000)
    fresh = (pk for pk in waiting if not (pk < len(planned) and planned[pk]))
    number = 0
    while batch := list(islice(fresh, CHUNK_ARTICLES * _PLANNED_AT_ONCE)):
        parts = [
            batch[start : start + CHUNK_ARTICLES] for start in range(0, len(batch), CHUNK_ARTICLES)
        ]
        Chunk.objects.bulk_create(
            Chunk(run=run, number=number + place * CHUNK_ARTICLES, articles=part)
            for place, part in enumerate(parts)
        )
        number += len(batch)
    return number


def _planned() -> bytearray:
    """For each id of an article whether it is in an open chunk; a byte, as there are millions."""
    highest = Article.objects.aggregate(highest=Max("pk", default=0))["highest"]
    planned = bytearray(highest + 1)
    lists = Chunk.objects.filter(state__in=OPEN).values_list("articles", flat=True)
    for article in chain.from_iterable(lists.iterator()):
        if article <= highest:  # else it was removed since
            planned[article] = True
    return planned
