"""Finding the facts of stored articles again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils import timezone

from articles.choices import RunKind
from articles.models import Article, Run
from articles.services.extract import mark_pending
from articles.services.planning import plan
from articles.services.pool import work_off

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.db.models import QuerySet


def reextract(
    articles: QuerySet[Article],
    arguments: dict[str, Any],
    on_progress: Callable[[int, int], None],
    *,
    workers: int = 1,
) -> dict[str, int]:
    """Extract articles again whatever their state, as a run of its own.

    Returns:
        How many were seen, and how many came to each state.
    """
    run = Run.objects.create(kind=RunKind.EXTRACT, arguments=arguments, started_at=timezone.now())
    keys = set(articles.values_list("pk", flat=True))
    counts = {"seen": len(keys), "done": 0, "failed": 0, "unsupported": 0}

    def count(article: Article) -> None:
        if article.pk in keys and article.state in counts:
            counts[article.state] += 1

    mark_pending(Article.objects.filter(pk__in=keys))
    plan(run, Article.objects.filter(pk__in=keys))
    work_off(workers, on_stored=count, on_progress=on_progress)
    run.counts, run.ended_at = counts, timezone.now()
    run.save()
    return counts
