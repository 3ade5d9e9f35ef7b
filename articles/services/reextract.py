"""Finding the facts of stored articles again, and telling what became of them."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone

from articles.choices import RunKind
from articles.models import Article, Run
from articles.services.extract import (
    document_of,
    mark_pending,
    read_document,
    store_results,
    total_changes,
)
from articles.services.planning import CHUNK_ARTICLES, plan
from articles.services.pool import work_off

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.db.models import QuerySet

    from articles.services.facts import Changes

    Progress = Callable[[int, int], None]


def reextract(
    articles: QuerySet[Article],
    arguments: dict[str, Any],
    on_progress: Progress,
    *,
    workers: int = 1,
) -> dict[str, Any]:
    """Extract articles again whatever their state, as a run of its own.

    Returns:
        How many were seen and how many came to each state; below ``facts``, by
        kind, how many were added, changed, removed, kept, and left alone since
        an editor has reviewed them.
    """
    run = Run.objects.create(kind=RunKind.EXTRACT, arguments=arguments, started_at=timezone.now())
    keys = set(articles.values_list("pk", flat=True))
    counts = _counts(len(keys))

    def count(article: Article) -> None:
        if article.pk in keys and article.state in counts:
            counts[article.state] += 1

    mark_pending(Article.objects.filter(pk__in=keys))
    plan(run, Article.objects.filter(pk__in=keys))
    work_off(workers, on_stored=count, on_progress=on_progress)
    run.counts, run.ended_at = counts, timezone.now()
    run.changes = total_changes(run.chunks.values_list("changes", flat=True))
    run.save()
    return {**counts, "facts": run.changes}


def rehearse(articles: QuerySet[Article], on_progress: Progress) -> dict[str, Any]:
    """Tell what ``reextract`` would do: all of it is done, in this process, and taken back.

    Each chunk is taken back before the next one, so that others wait no longer
    than they do while a chunk is stored.

    Returns:
        As ``reextract``.
    """
    keys = list(articles.order_by("pk").values_list("pk", flat=True))
    counts = _counts(len(keys))
    parts: list[Changes] = []
    waiting = iter(keys)
    done = 0
    while chunk := list(islice(waiting, CHUNK_ARTICLES)):
        rows = Article.objects.select_related("source").in_bulk(chunk)
        found = [(row, read_document(document_of(row))) for row in rows.values()]
        with transaction.atomic():
            parts.append(store_results(found))
            transaction.set_rollback(True)
        for article in rows.values():
            if article.state in counts:  # else it changed while it was read
                counts[article.state] += 1
        done += len(chunk)
        on_progress(done, len(keys))
    return {**counts, "facts": total_changes(parts)}


def _counts(seen: int) -> dict[str, int]:
    return {"seen": seen, "done": 0, "failed": 0, "unsupported": 0}
