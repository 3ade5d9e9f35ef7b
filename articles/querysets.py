"""Every join, prefetch and row shape, in one place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

from django.db import models
from django.db.models import Count, Exists, F, Max, Min, OuterRef, Prefetch, Q, Subquery
from django.db.models.functions import Trunc

from articles.choices import MatchStatus, Origin, Status
from articles.extraction.folding import fold
from articles.readers.base import PubStatus

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from articles.models import (  # noqa: F401 - named in the annotations of generic bases
        Appearance,
        Article,
        DateExpression,
        Mention,
        Person,
        PersonMerge,
        PossibleMatch,
        Quote,
        Source,
    )

Row = TypeVar("Row", bound=models.Model)

# What a fact shows of its article, and so all that a list of facts reads of it.
ARTICLE_REFERENCE = ("article__headline", "article__published_at", "article__url")

# What a quote shows of the date on which it was said.
TIME_OF_SPEAKING = ("said_on__text", "said_on__value", "said_on__earliest", "said_on__latest")

# A beginning of names that fits more names than this is looked for person by person.
FEW_NAMES = 1000
LAST_CODE_POINT = "\U0010ffff"
# How many of a person's articles are shown beside a possible match.
LATEST_ARTICLES = 3


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

    def locked(self) -> Self:
        """For the writer of an article and its facts; others may still refer to it."""
        return self.select_for_update(of=("self",), no_key=True)

    def withdrawn(self) -> Self:
        """Articles that their providers, or editors, have taken back."""
        return self.exclude(pub_status=PubStatus.USABLE.value)

    def matching(self, query: str) -> Self:
        return self.filter(words_in("search_text", query))

    def mentioning(self, person: int) -> Self:
        from articles.models import Mention

        mentions = Mention.objects.current().filter(person=person)
        return self.filter(pk__in=mentions.values("article"))


class PersonQuerySet(models.QuerySet["Person"]):
    def for_list(self) -> Self:
        return self.unmerged().served().seen().prefetch_related("aliases")

    def for_detail(self) -> Self:
        return (
            self.seen()
            .select_related("described_in")
            .defer("described_in__body", "described_in__search_text")
            .prefetch_related("aliases")
        )

    def for_match(self) -> Self:
        """With the ids of the latest articles; ``attach_latest_articles`` fetches these."""
        from articles.models import Appearance, Mention

        named = Mention.objects.current().filter(appearance=OuterRef("pk"))
        latest = Appearance.objects.filter(Exists(named), person=OuterRef("pk")).order_by(
            "-sort_at", "-id"
        )
        ids = {
            f"latest_{place}": Subquery(latest.values("article")[place : place + 1])
            for place in range(LATEST_ARTICLES)
        }
        return self.seen().annotate(**ids).prefetch_related("aliases")

    def unmerged(self) -> Self:
        # For merged_into=None SQLite would take the index on that column, which finds nearly
        # all people, and none that has them in order.
        return self.exclude(merged_into__isnull=False)

    def served(self) -> Self:
        """Without those whom nothing but withdrawn articles names."""
        from articles.models import Appearance, Article

        withdrawn = Article.objects.withdrawn().order_by().values("pk")
        named = Appearance.objects.filter(article__in=withdrawn).values("person")
        return self.exclude(mention_count=0, quote_count=0, origin=Origin.EXTRACTED, pk__in=named)

    def seen(self) -> Self:
        """With ``first_seen`` and ``last_seen``: when the articles that name them came out."""
        from articles.models import Mention
        from articles.models.article import UNDATED

        mentions = Mention.objects.current().filter(person=OuterRef("pk"), sort_at__gt=UNDATED)
        return self.annotate(
            first_seen=Subquery(mentions.order_by("sort_at", "id").values("sort_at")[:1]),
            last_seen=Subquery(mentions.order_by("-sort_at", "-id").values("sort_at")[:1]),
        )

    def named(self, name: str) -> Self:
        """People one of whose names is, or begins with, the one given.

        Few names are looked up first, and their people put in order. Where there are
        many, people are taken in order and asked for their names until a page is full.
        """
        from articles.models import PersonAlias

        start = fold(name)
        aliases = PersonAlias.objects.filter(folded__gte=start, folded__lt=start + LAST_CODE_POINT)
        people = list(aliases.order_by("folded").values_list("person", flat=True)[: FEW_NAMES + 1])
        if len(people) <= FEW_NAMES:
            return self.filter(pk__in=people)
        return self.filter(Exists(aliases.filter(person=OuterRef("pk"))))

    def current_id(self, person: int) -> int:
        """Who somebody is now: another one after a merge; unknown ids stay as they are."""
        target = self.filter(pk=person).values_list("merged_into", flat=True).first()
        return target or person


def attach_latest_articles(people: Iterable[Person]) -> None:
    """Give people who come from ``for_match`` their latest articles."""
    from articles.models import Article

    ids = {
        person: [getattr(person, f"latest_{place}") for place in range(LATEST_ARTICLES)]
        for person in people
    }
    rows = Article.objects.only("headline", "published_at", "url").in_bulk(
        {article for articles in ids.values() for article in articles if article}
    )
    for person, articles in ids.items():
        found = [rows[article] for article in dict.fromkeys(articles) if article]
        person.latest_articles = found  # type: ignore[attr-defined] # as annotations are


class PersonMergeQuerySet(models.QuerySet["PersonMerge"]):
    def for_list(self) -> Self:
        return self.select_related("kept", "merged")


class AppearanceQuerySet(models.QuerySet["Appearance"]):
    def as_sightings(self) -> models.QuerySet[Appearance, tuple[Any, ...]]:
        """What the linker compares, the latest first."""
        return self.order_by("-sort_at", "-id").values_list(
            "person_id", "article_id", "name", "titles", "gender", "context",
            "article__source_id", "article__section", "article__published_on",
        )  # fmt: skip


class PossibleMatchQuerySet(models.QuerySet["PossibleMatch"]):
    def for_list(self) -> Self:
        from articles.models import Person

        people = Person.objects.for_match()
        return self.prefetch_related(Prefetch("first", people), Prefetch("second", people))

    def about(self, person: Person | int) -> Self:
        return self.filter(Q(first=person) | Q(second=person))

    def waiting(self) -> Self:
        """Pairs that an editor can decide: open, and both still people of their own."""
        return self.filter(
            status=MatchStatus.OPEN, first__merged_into=None, second__merged_into=None
        )


class FactQuerySet(models.QuerySet[Row]):
    def present(self) -> Self:
        """Facts of the articles' present texts that no editor has rejected."""
        return self.filter(earlier_version=None).exclude(status=Status.REJECTED)

    def current(self) -> Self:
        """Those present facts that are served: of articles that are not withdrawn.

        The withdrawn are few, and found by an index of their own; a join would
        cost every list of facts.
        """
        from articles.models import Article

        withdrawn = Article.objects.withdrawn().order_by().values("pk")
        return self.present().exclude(article__in=withdrawn)

    def per(self, period: str) -> models.QuerySet[Any, Any]:
        """Counts by day, week or month of publication: ``{period, facts, articles}``.

        The period is its first day, None for facts of undated articles.
        """
        first_day = Trunc("article__published_on", period, output_field=models.DateField())
        rows = self.order_by().values(period=first_day)
        counts = {"facts": Count("pk"), "articles": Count("article", distinct=True)}
        return cast("models.QuerySet[Any, Any]", rows.annotate(**counts))


class QuoteQuerySet(FactQuerySet["Quote"]):
    def for_list(self) -> Self:
        from articles.models import Mention

        about = Mention.objects.current().in_order()
        return (
            self.select_related("article__source", "speaker", "said_on")
            .only(
                *(field.attname for field in self.model._meta.concrete_fields),
                *ARTICLE_REFERENCE,
                "article__source__slug",
                "article__source__name",
                "speaker__name",
                *TIME_OF_SPEAKING,
            )
            .prefetch_related(Prefetch("mentions", queryset=about))
        )

    def matching(self, query: str) -> Self:
        return self.filter(words_in("search_text", query))

    def about(self, person: int) -> Self:
        """Quotes whose words name a person."""
        from articles.models import Mention

        mentions = Mention.objects.current().filter(person=person, quote__isnull=False)
        return self.filter(pk__in=mentions.values("quote"))

    def about_days(self, earliest: date | None, latest: date | None) -> Self:
        """Quotes whose words name a day of a range; None is open."""
        from articles.models import DateExpression

        named = DateExpression.objects.current().overlapping(earliest, latest)
        return self.filter(pk__in=named.filter(quote__isnull=False).values("quote"))

    def said_within(self, earliest: date | None, latest: date | None) -> Self:
        """Quotes said, as their article tells, on a day of a range; None is open."""
        rows = self.filter(said_on__earliest__isnull=False)
        if latest is not None:
            rows = rows.filter(said_on__earliest__lte=latest)
        if earliest is not None:
            rows = rows.filter(said_on__latest__gte=earliest)
        return rows


class MentionQuerySet(FactQuerySet["Mention"]):
    def in_order(self) -> Self:
        """As they stand in the text, with their people."""
        return self.select_related("person").order_by("start")

    def titles(self) -> models.QuerySet[Any, Any]:
        """Titles as printed: ``{title, count, first_seen, last_seen}``, the latest first."""
        from articles.models.article import UNDATED

        dated = Q(sort_at__gt=UNDATED)
        return (
            self.exclude(title="")
            .order_by()
            .values("title")
            .annotate(
                count=Count("pk"),
                first_seen=Min("sort_at", filter=dated),
                last_seen=Max("sort_at", filter=dated),
                latest=Max("sort_at"),
            )
            .order_by("-latest", "-count", "title")
        )

    def newest_articles(self, number: int) -> list[int]:
        """The ids of so many articles, those published last first."""
        rows = self.order_by("-sort_at", "-article").values_list("article", "sort_at").distinct()
        return [article for article, _ in rows[:number]]

    def together(self, person: int, articles: Iterable[int]) -> models.QuerySet[Any, Any]:
        """Other people of articles: ``{id, name, article_count}``, those of most first."""
        return (
            self.filter(article__in=articles)
            .exclude(person=person)
            .order_by()
            .values(pk=F("person"), name=F("person__name"))
            .annotate(article_count=Count("article", distinct=True))
            .order_by("-article_count", "pk")
        )


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
