"""Extraction of stored articles, one transaction each, and of texts that are not stored."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import DataError, IntegrityError
from django.db.models import Q

from articles.choices import ExtractionState
from articles.extraction.types import Document, Extraction, Failure
from articles.models import Article
from articles.services.store import store_extractions, store_failure

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from django.db.models import QuerySet

    from articles.extraction.pipeline import Pipeline
    from articles.services.facts import Changes

logger = logging.getLogger(__name__)


def pipeline() -> Pipeline:
    """The pipeline of this process, loaded on first use."""
    # Imported late: the language model takes seconds that most commands do not need.
    from articles.extraction.pipeline import load_pipeline

    return load_pipeline(settings.NEWSAPI_MODEL)


def read_document(document: Document) -> Extraction | Failure:
    """Read a text that is not stored."""
    return pipeline().read(document)


def document_of(article: Article) -> Document:
    """What is read of a stored article, whose source has been fetched too."""
    return Document(
        id=str(article.pk),
        text=article.body,
        headline=article.headline,
        published=article.published_on,
        language=article.language or article.source.language or None,
        country=article.source.country or None,
    )


def extract_article(article: Article) -> None:
    """Extract one article again and store its facts, or why there are none.

    The article has its new state afterwards.
    """
    store_results([(article, read_document(document_of(article)))])


def store_results(results: Sequence[tuple[Article, Extraction | Failure]]) -> Changes:
    """Store what was found in articles, or why nothing was; they have their new state then.

    Returns:
        What became of their facts.
    """
    found = [(article, one) for article, one in results if isinstance(one, Extraction)]
    try:
        changes = store_extractions(found)
    except (DataError, IntegrityError):
        # One by one it shows whose facts do not fit.
        changes = total_changes(_store_alone(*one) for one in found)
    for article, one in results:
        if isinstance(one, Failure):
            store_failure(article, one)
    return changes


def _store_alone(article: Article, extraction: Extraction) -> Changes:
    article.refresh_from_db()
    try:
        return store_extractions([(article, extraction)])
    except (DataError, IntegrityError) as error:
        # Its facts do not fit the database; the articles behind it must not wait for that.
        logger.exception("facts of article %s could not be stored", article.pk)
        article.refresh_from_db()
        message = f"its facts could not be stored ({type(error).__name__})"
        store_failure(article, Failure(extraction.id, "not_stored", message))
        return {}


def total_changes(parts: Iterable[Changes]) -> Changes:
    """What became of facts, added up."""
    total: Changes = {}
    for part in parts:
        for kind, numbers in part.items():
            sums = total.setdefault(kind, {})
            for name, number in numbers.items():
                sums[name] = sums.get(name, 0) + number
    return total


def mark_pending(articles: QuerySet[Article]) -> int:
    """Have articles extracted again by the next ``extract_pending``."""
    return articles.update(state=ExtractionState.PENDING)


def stale() -> QuerySet[Article]:
    """Articles whose facts are missing or come from another extractor than today's."""
    from articles.extraction.pipeline import EXTRACTOR

    failed = Q(state=ExtractionState.FAILED)
    return Article.objects.filter(failed | ~Q(extractor=EXTRACTOR))
