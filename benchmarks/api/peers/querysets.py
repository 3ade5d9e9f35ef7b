"""What the peers with Django's ORM read, with nothing fetched row by row."""

from __future__ import annotations

from typing import TypeVar

from django.db.models import Model, Prefetch, QuerySet

from benchmarks.api.peers.models import Article, DateExpression, Mention, Quote

Row = TypeVar("Row", bound=Model)


def articles() -> QuerySet[Article]:
    rows = Article._default_manager.select_related("source").defer("body")
    return rows.order_by("-sort_at", "-id")


def articles_with_facts() -> QuerySet[Article]:
    in_article = quotes_with_people().order_by("start", "end")
    return Article._default_manager.select_related("source").prefetch_related(
        Prefetch("mentions", mentions()),
        Prefetch("quotes", in_article),
        Prefetch("dates", current(DateExpression).order_by("start")),
    )


def quotes() -> QuerySet[Quote]:
    rows = quotes_with_people().select_related("article__source", "speaker", "said_on")
    return rows.defer("article__body").order_by("-sort_at", "-id")


def quotes_with_people() -> QuerySet[Quote]:
    rows = current(Quote).select_related("speaker", "said_on")
    return rows.prefetch_related(Prefetch("mentions", mentions()))


def mentions() -> QuerySet[Mention]:
    return current(Mention).select_related("person").order_by("start")


def current(model: type[Row]) -> QuerySet[Row]:
    """Facts of the present texts that no editor has rejected."""
    # Not earlier_version_id=None, for which SQLite would take the index of that column.
    rows = model._default_manager.exclude(earlier_version_id__isnull=False)
    return rows.exclude(status="rejected")
