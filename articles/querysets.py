"""Every join, prefetch and row shape, in one place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self, TypeVar

from django.db import models
from django.db.models import Prefetch, Q

from articles.choices import ExtractionState, MatchStatus, Status
from articles.extraction.folding import fold

if TYPE_CHECKING:
    from datetime import date

    from articles.models import (  # noqa: F401 - named in the annotations of generic bases
        Article,
        DateExpression,
        Mention,
        Person,
        PossibleMatch,
        Quote,
        Source,
    )

Row = TypeVar("Row", bound=models.Model)

# What a fact shows of its article, and so all that a list of facts reads of it.
ARTICLE_REFERENCE = ("article__headline", "article__published_at", "article__url")


def padded(text: str) -> str:
    """Folded text between spaces, so that every word in it stands between two."""
    return f" {fold(text)} "


def words_in(field: str, query: str) -> Q:
    """Rows whose padded ``field`` holds every word of the query, whole and in any order."""
    condition = Q()
    for word in dict.fromkeys(fold(query).split()):
        condition &= Q(**{f"{field}__contains": f" {word} "})
    return condition


class SourceQuerySet(models.QuerySet["Source"]):
    pass


class ArticleQuerySet(models.QuerySet["Article"]):
    def for_list(self) -> Self:
        return self.select_related("source").defer("body", "search_text")

    def for_detail(self) -> Self:
        return self.select_related("source").defer("search_text")

    def pending(self) -> Self:
        return self.filter(state=ExtractionState.PENDING).order_by("id")

    def matching(self, query: str) -> Self:
        return self.filter(words_in("search_text", query))


class PersonQuerySet(models.QuerySet["Person"]):
    def for_list(self) -> Self:
        return self.prefetch_related("aliases")

    def named(self, name: str) -> Self:
        """People one of whose names is, or begins with, the one given."""
        from articles.models import PersonAlias

        aliases = PersonAlias.objects.filter(folded__startswith=fold(name))
        return self.filter(pk__in=aliases.values("person"))


class PossibleMatchQuerySet(models.QuerySet["PossibleMatch"]):
    def about(self, person: Person) -> Self:
        return self.filter(Q(first=person) | Q(second=person))

    def waiting(self) -> Self:
        """Pairs that an editor can decide: open, and both still people of their own."""
        return self.filter(
            status=MatchStatus.OPEN, first__merged_into=None, second__merged_into=None
        )


class FactQuerySet(models.QuerySet[Row]):
    def current(self) -> Self:
        """Facts of the articles' present texts that no editor has rejected."""
        return self.filter(earlier_version=None).exclude(status=Status.REJECTED)


class QuoteQuerySet(FactQuerySet["Quote"]):
    def for_list(self) -> Self:
        from articles.models import Mention

        about = Mention.objects.current().in_order()
        return (
            self.select_related("article__source", "speaker")
            .only(
                *(field.attname for field in self.model._meta.concrete_fields),
                *ARTICLE_REFERENCE,
                "article__source__slug",
                "article__source__name",
                "speaker__name",
            )
            .prefetch_related(Prefetch("mentions", queryset=about))
        )

    def matching(self, query: str) -> Self:
        return self.filter(words_in("search_text", query))


class MentionQuerySet(FactQuerySet["Mention"]):
    def in_order(self) -> Self:
        """As they stand in the text, with their people."""
        return self.select_related("person").order_by("start")


class DateQuerySet(FactQuerySet["DateExpression"]):
    def for_list(self) -> Self:
        return self.select_related("article").only(
            *(field.attname for field in self.model._meta.concrete_fields), *ARTICLE_REFERENCE
        )

    def overlapping(self, earliest: date | None, latest: date | None) -> Self:
        """Expressions whose range shares a day with the one given; None is open."""
        rows = self.filter(earliest__isnull=False)
        if latest is not None:
            rows = rows.filter(earliest__lte=latest)
        if earliest is not None:
            rows = rows.filter(latest__gte=earliest)
        return rows
