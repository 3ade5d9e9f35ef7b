"""Extraction of stored articles, one transaction each, and of texts that are not stored."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.db.models import Q

from articles.choices import ExtractionState
from articles.extraction.types import Document, Extraction, Failure
from articles.models import Article
from articles.services.store import store_extraction, store_failure

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from django.db.models import QuerySet

    from articles.extraction.pipeline import Pipeline

# Bodies held in memory at a time.
BATCH = 32


def pipeline() -> Pipeline:
    """The pipeline of this process, loaded on first use."""
    # Imported late: the language model takes seconds that most commands do not need.
    from articles.extraction.pipeline import load_pipeline

    return load_pipeline(settings.NEWSAPI_MODEL)


def extract_documents(documents: Iterable[Document]) -> Iterator[Extraction | Failure]:
    """Read texts that are not stored."""
    return pipeline().extract(documents)


def extract_pending(on_done: Callable[[Article, int, int], None]) -> int:
    """Extract every article that waits for it, oldest first.

    Args:
        on_done: called after each with the article, how many are done, how
            many there are in all.

    Returns:
        How many articles were extracted.
    """
    waiting = list(Article.objects.pending().values_list("pk", flat=True))
    for start in range(0, len(waiting), BATCH):
        batch = Article.objects.filter(pk__in=waiting[start : start + BATCH]).order_by("pk")
        for done, article in enumerate(batch.select_related("source"), start + 1):
            extract_article(article)
            on_done(article, done, len(waiting))
    return len(waiting)


def extract_article(article: Article) -> None:
    """Extract one article again and store its facts, or why there are none."""
    document = Document(
        id=str(article.pk),
        text=article.body,
        headline=article.headline,
        published=article.published_on,
        language=article.language or article.source.language or None,
    )
    for result in extract_documents([document]):
        if isinstance(result, Failure):
            store_failure(article, result)
        else:
            store_extraction(article, result)


def mark_pending(articles: QuerySet[Article]) -> int:
    """Have articles extracted again by the next ``extract_pending``."""
    return articles.update(state=ExtractionState.PENDING)


def stale() -> QuerySet[Article]:
    """Articles whose facts are missing or come from another extractor than today's."""
    from articles.extraction.pipeline import EXTRACTOR

    failed = Q(state=ExtractionState.FAILED)
    return Article.objects.filter(failed | ~Q(extractor=EXTRACTOR))
