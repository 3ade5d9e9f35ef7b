"""Every join, prefetch and row shape, in one place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self, TypeVar

from django.db import models
from django.db.models import Count, Exists, Max, Min, OuterRef, Q

from articles import fulltext
from articles.choices import MatchStatus, Origin, Status
from articles.extraction.folding import fold
from articles.readers.base import PubStatus

if TYPE_CHECKING:
    from datetime import date

    from articles.functions import Parameter
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
    from articles.search.query import Query

Row = TypeVar("Row", bound=models.Model)

# A beginning of names that fits more names than this is looked for person by person.
FEW_NAMES = 1000
LAST_CODE_POINT = "\U0010ffff"


class SourceQuerySet(models.QuerySet["Source"]):
    pass


class ArticleQuerySet(models.QuerySet["Article"]):
    def for_list(self) -> Self:
        return self.select_related("source").defer("body", "search_text")

    def locked(self) -> Self:
        """For the writer of an article and its facts; others may still refer to it."""
        return self.select_for_update(of=("self",), no_key=True)

    def withdrawn(self) -> Self:
        """Articles that their providers, or editors, have taken back."""
        return self.exclude(pub_status=PubStatus.USABLE.value)

    def matching(self, query: Query | Parameter) -> Self:
        """See ``fulltext``, which also puts them in order."""
        return fulltext.matching(self, query)

    def leading(self) -> Self:
        """Of several articles that print one story, only the leading one."""
        return self.filter(Q(copy=None) | Q(copy__is_leading=True))

    def copies_of(self, article: Any) -> Self:
        """The articles that print the story of one, itself included."""
        from articles.models import Copy

        cluster = Copy.objects.filter(article=article).values("cluster")
        return self.filter(Q(pk=article) | Q(copy__cluster__in=cluster))

    def mentioning(self, person: Any) -> Self:
        from articles.models import Mention

        mentions = Mention.objects.current().filter(person=person)
        return self.filter(pk__in=mentions.values("article"))


class PersonQuerySet(models.QuerySet["Person"]):
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

    def known_as(self, name: str | Parameter) -> Self:
        """People one of whose names is the one given; what stands for a name is folded."""
        folded = fold(name) if isinstance(name, str) else name
        return self.unmerged().filter(aliases__folded=folded)

    def current_id(self, person: int) -> int:
        """Who somebody is now: another one after a merge; unknown ids stay as they are."""
        target = self.filter(pk=person).values_list("merged_into", flat=True).first()
        return target or person


class PersonMergeQuerySet(models.QuerySet["PersonMerge"]):
    pass


class AppearanceQuerySet(models.QuerySet["Appearance"]):
    def naming(self) -> Self:
        """Those of articles whose present text names the person, the latest first."""
        from articles.models import Mention

        named = Mention.objects.current().filter(appearance=OuterRef("pk"))
        return self.filter(Exists(named)).order_by("-sort_at", "-id")

    def as_sightings(self) -> models.QuerySet[Appearance, tuple[Any, ...]]:
        """What the linker compares, the latest first."""
        return self.order_by("-sort_at", "-id").values_list(
            "person_id", "article_id", "name", "titles", "gender", "context",
            "article__source_id", "article__section", "article__published_on", "sort_at", "id",
        )  # fmt: skip


class PossibleMatchQuerySet(models.QuerySet["PossibleMatch"]):
    def about(self, person: Person | int) -> Self:
        return self.filter(Q(first=person) | Q(second=person))

    def waiting(self) -> Self:
        """Pairs that an editor can decide: open, and both still people of their own."""
        return self.filter(
            status=MatchStatus.OPEN, first__merged_into=None, second__merged_into=None
        )


def _of(column: str, people: Any) -> dict[str, Any]:
    """The condition that a column has the id of a person: the one given, or one of some."""
    if isinstance(people, str):
        from articles.models import Person

        people = Person.objects.known_as(people).values("pk")
    return {f"{column}__in" if isinstance(people, models.QuerySet) else column: people}


class FactQuerySet(models.QuerySet[Row]):
    def present(self) -> Self:
        """Facts of the articles' present texts that no editor has rejected."""
        # For earlier_version=None SQLite would take the index on that column, which finds nearly
        # all facts, and none that has them in order.
        return self.exclude(earlier_version__isnull=False).exclude(status=Status.REJECTED)

    def in_place(self) -> Self:
        """As they stand in the text."""
        return self.order_by("start", "end")

    def current(self) -> Self:
        """Those present facts that are served: of articles that are not withdrawn.

        The withdrawn are few, and have an index of their own. Of rows NOT IN a query
        PostgreSQL expects one in two; of those for which none EXISTS it expects all.
        """
        from articles.models import Article

        withdrawn = Article.objects.withdrawn().order_by().filter(pk=OuterRef("article"))
        return self.present().filter(~Exists(withdrawn))


class QuoteQuerySet(FactQuerySet["Quote"]):
    def matching(self, query: Query | Parameter) -> Self:
        """See ``fulltext``, which also puts them in order."""
        return fulltext.matching(self, query)

    def of_speaker(self, person: Any) -> Self:
        """Quotes of a person by id, of one of that name, or of those that a query finds."""
        return self.filter(**_of("speaker", person))

    def about(self, person: Any) -> Self:
        """Quotes whose words name a person, given as for ``of_speaker``."""
        from articles.models import Mention

        # Whether the article is withdrawn is asked of the quote.
        mentions = Mention.objects.present().filter(**_of("person", person), quote__isnull=False)
        return self.filter(pk__in=mentions.values("quote"))

    def leading(self) -> Self:
        """Of several printings of one quote, only the leading one."""
        return self.filter(Q(printing=None) | Q(printing__is_leading=True))

    def printings_of(self, quote: Any) -> Self:
        """The quotes of the same words as one, itself included."""
        from articles.models import Printing

        key = Printing.objects.filter(quote=quote).values("key")
        return self.filter(Q(pk=quote) | Q(printing__key__in=key))

    def about_days(self, earliest: date | None, latest: date | None) -> Self:
        """Quotes whose words name a day of a range; None is open."""
        from articles.models import DateExpression

        named = DateExpression.objects.present().overlapping(earliest, latest)
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
    def dated(self) -> Self:
        """Those of articles whose time of publication is known."""
        from articles.models.article import UNDATED

        return self.filter(sort_at__gt=UNDATED)

    def in_order(self) -> Self:
        """As they stand in the text, with their people."""
        return self.select_related("person").order_by("start")

    def people_in_order(self) -> models.QuerySet[Any, Any]:
        """The people named, each once, in the order of their first mentions."""
        people = self.order_by().values("person_id", "person__name")
        return people.annotate(first=Min("start")).order_by("first")

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


class DateQuerySet(FactQuerySet["DateExpression"]):
    def overlapping(self, earliest: date | None, latest: date | None) -> Self:
        """Expressions whose range shares a day with the one given; None is open."""
        rows = self.filter(earliest__isnull=False)
        if latest is not None:
            rows = rows.filter(earliest__lte=latest)
        if earliest is not None:
            rows = rows.filter(latest__gte=earliest)
        return rows
