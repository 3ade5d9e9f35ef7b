"""Extraction of stored articles, one transaction each, and of texts that are not stored."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db import DataError, IntegrityError
from django.db.models import Q
from django.utils import timezone

from articles.choices import ExtractionState, RunKind
from articles.extraction.types import Document, Extraction, Failure
from articles.models import Article, Run
from articles.services.store import store_extraction, store_failure

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.db.models import QuerySet

    from articles.extraction.pipeline import Pipeline

logger = logging.getLogger(__name__)
# Bodies held in memory at a time.
BATCH = 32


def pipeline() -> Pipeline:
    """The pipeline of this process, loaded on first use."""
    # Imported late: the language model takes seconds that most commands do not need.
    from articles.extraction.pipeline import load_pipeline

    return load_pipeline(settings.NEWSAPI_MODEL)


def read_document(document: Document) -> Extraction | Failure:
    """Read a text that is not stored."""
    return pipeline().read(document)


def extract_pending(
    on_done: Callable[[Article, int, int], None], among: QuerySet[Article] | None = None
) -> int:
    """Extract every article that waits for it, in the order of publication.

    So the people of one load are the same whatever the order of its files was:
    who somebody is may depend on the articles read before.

    Args:
        on_done: called after each with the article, how many are done, how
            many there are in all.
        among: extract only these.

    Returns:
        How many articles were extracted.
    """
    rows = Article.objects.all() if among is None else among
    pending = rows.filter(state=ExtractionState.PENDING)
    waiting = list(pending.order_by("sort_at", "source__slug", "guid").values_list("pk", flat=True))
    for start in range(0, len(waiting), BATCH):
        keys = waiting[start : start + BATCH]
        batch = Article.objects.select_related("source").in_bulk(keys)
        present = (batch[key] for key in keys if key in batch)
        for done, article in enumerate(present, start + 1):
            extract_article(article)
            on_done(article, done, len(waiting))
    return len(waiting)


def extract_article(article: Article) -> None:
    """Extract one article again and store its facts, or why there are none.

    The article has its new state afterwards.
    """
    document = Document(
        id=str(article.pk),
        text=article.body,
        headline=article.headline,
        published=article.published_on,
        language=article.language or article.source.language or None,
        country=article.source.country or None,
    )
    result = read_document(document)
    if isinstance(result, Extraction):
        try:
            store_extraction(article, result)
            return
        except (DataError, IntegrityError) as error:
            # Its facts do not fit the database; the articles behind it must not wait for that.
            logger.exception("facts of article %s could not be stored", article.pk)
            article.refresh_from_db()
            message = f"its facts could not be stored ({type(error).__name__})"
            result = Failure(document.id, "not_stored", message)
    store_failure(article, result)


def reextract(
    articles: QuerySet[Article],
    arguments: dict[str, Any],
    on_done: Callable[[int, int], None],
) -> dict[str, int]:
    """Extract articles again whatever their state, as a run of its own.

    Returns:
        How many were seen, and how many came to each state.
    """
    run = Run.objects.create(kind=RunKind.EXTRACT, arguments=arguments, started_at=timezone.now())
    keys = list(articles.values_list("pk", flat=True))
    counts = {"seen": len(keys), "done": 0, "failed": 0, "unsupported": 0}

    def count(article: Article, done: int, total: int) -> None:
        if article.state in counts:
            counts[article.state] += 1
        on_done(done, total)

    mark_pending(Article.objects.filter(pk__in=keys))
    extract_pending(count, among=Article.objects.filter(pk__in=keys))
    run.counts, run.ended_at = counts, timezone.now()
    run.save()
    return counts


def mark_pending(articles: QuerySet[Article]) -> int:
    """Have articles extracted again by the next ``extract_pending``."""
    return articles.update(state=ExtractionState.PENDING)


def stale() -> QuerySet[Article]:
    """Articles whose facts are missing or come from another extractor than today's."""
    from articles.extraction.pipeline import EXTRACTOR

    failed = Q(state=ExtractionState.FAILED)
    return Article.objects.filter(failed | ~Q(extractor=EXTRACTOR))
