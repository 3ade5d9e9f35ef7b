"""What the API answers about people, and about who is who."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import orjson
from django.db.models import F, OuterRef, Subquery
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from articles.api.fields import NamesField, RowsField
from articles.api.serializers import ArticleReferenceSerializer, PersonReferenceSerializer
from articles.api.shapes import shape_of
from articles.count_querysets import most_named
from articles.extraction.folding import fold
from articles.functions import Arrays, Moment, Rows
from articles.models import (
    Appearance,
    CoMention,
    Mention,
    Person,
    PersonAlias,
    PersonMerge,
    PossibleMatch,
)
from articles.periods import Level
from articles.services.summaries import MOST_NAMED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from django.db.models import QuerySet
    from django.db.models.expressions import Combinable

# How many of a person's articles are shown beside a possible match.
LATEST_ARTICLES = 3

MOST_RELATED = 10

if TYPE_CHECKING:
    from collections.abc import Iterable

_Base = serializers.Serializer[Any]


def _merged_people() -> QuerySet[Person]:
    return Person.objects.order_by("pk")


class SeenField(serializers.DateTimeField):
    """When the first in order of the articles was published that name a person."""

    def __init__(self, *ordering: str, **kwargs: Any) -> None:
        super().__init__(source="*", read_only=True, allow_null=True, **kwargs)
        self.ordering = ordering

    def mentions(self) -> QuerySet[Mention]:
        return Mention.objects.current().dated().order_by(*self.ordering)

    def to_representation(self, value: Any) -> Any:
        mention = self.mentions().filter(person=value).first()
        return super().to_representation(mention.sort_at) if mention else None

    def column(self, path: str) -> Combinable:
        mentions = self.mentions().filter(person=OuterRef(f"{path}pk"))
        return Moment(Subquery(mentions.values("sort_at")[:1]))

    def value(self, path: str) -> Callable[[Any], Any]:
        return lambda stored: stored


def _aliases() -> QuerySet[PersonAlias]:
    return PersonAlias.objects.order_by("folded")


class PersonSerializer(serializers.ModelSerializer[Person]):
    aliases = NamesField("name", _aliases, "person", help_text="All forms of the name seen.")
    first_seen = SeenField(
        "sort_at",
        "id",
        help_text="When the first article was published that names the person; undated ones do "
        "not count.",
    )
    last_seen = SeenField("-sort_at", "-id", help_text="When the latest was.")

    class Meta:
        model = Person
        fields = [
            "id", "name", "aliases", "description", "wikidata_id", "article_count",
            "mention_count", "quote_count", "first_seen", "last_seen", "origin",
        ]  # fmt: skip
        read_only_fields = fields


class TitleSerializer(_Base):
    title = serializers.CharField(help_text="As most often printed.")
    count = serializers.IntegerField(help_text="Mentions that have it.")
    first_seen = serializers.DateTimeField(allow_null=True)
    last_seen = serializers.DateTimeField(allow_null=True)


class RelatedPersonSerializer(_Base):
    id = serializers.IntegerField()
    name = serializers.CharField()
    article_count = serializers.IntegerField(
        help_text=f"Articles that name both; those that name more than {MOST_NAMED} people do "
        "not count."
    )


class RelatedSerializer(_Base):
    """Those of most articles first, by id where equal."""

    results = RelatedPersonSerializer(many=True)


def related_people(beside: Iterable[tuple[int, str, int]]) -> list[dict[str, Any]]:
    return [{"id": pk, "name": name, "article_count": articles} for pk, name, articles in beside]


class TitlesField(RowsField):
    """Titles over time, those that fold alike as one."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(TitleSerializer, Mention.objects.current().titles, "person", **kwargs)

    def to_representation(self, person: Person) -> Any:
        rows = person.mentions.current().titles()
        return TitleSerializer(_one_by_fold(rows), many=True).data

    def value(self, path: str) -> Callable[[str], Any]:
        build = self.shape().build
        return lambda stored: _one_by_fold([build(row) for row in orjson.loads(stored)])


class RelatedField(RowsField):
    """The people named in most articles together with somebody."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(RelatedPersonSerializer, CoMention.objects.all, "person", **kwargs)

    def to_representation(self, person: Person) -> Any:
        return related_people(CoMention.objects.beside(person.pk, MOST_RELATED))

    def column(self, path: str) -> Combinable:
        halves = CoMention.objects.halves(OuterRef(f"{path}pk"), MOST_RELATED)
        names = (("second_id", "second__name"), ("first_id", "first__name"))
        return Arrays(
            *(
                Rows(half, [F(pk), F(name), F("articles")])
                for half, (pk, name) in zip(halves, names, strict=True)
            )
        )

    def value(self, path: str) -> Callable[[str], Any]:
        return lambda stored: related_people(most_named(orjson.loads(stored), MOST_RELATED))


class PersonDetailSerializer(PersonSerializer):
    described_in = ArticleReferenceSerializer(
        read_only=True,
        allow_null=True,
        help_text="The article that the description is from; null if it is an editor's.",
    )
    titles = TitlesField(
        help_text="Printed beside the name, the latest first; spellings that differ in case or "
        "accents are one."
    )
    related = RelatedField(
        help_text=f"The {MOST_RELATED} people named in most articles that name the person too."
    )
    merged_people = NamesField(
        "pk",
        _merged_people,
        "merged_into",
        child=serializers.IntegerField(),
        help_text="Ids of people who were merged into this one, and redirect here.",
    )

    class Meta(PersonSerializer.Meta):
        fields = [
            *PersonSerializer.Meta.fields, "described_in", "titles", "related", "merged_people",
        ]  # fmt: skip
        read_only_fields = fields


def _one_by_fold(rows: Any) -> list[dict[str, Any]]:
    """Titles, the latest first, with those that fold alike as one."""
    groups: dict[str, list[dict[str, Any]]] = {}
    for row in rows:
        groups.setdefault(fold(row["title"]), []).append(row)
    return [
        {
            "title": max(group, key=lambda row: row["count"])["title"],
            "count": sum(row["count"] for row in group),
            "first_seen": min(
                (row["first_seen"] for row in group if row["first_seen"]), default=None
            ),
            "last_seen": max((row["last_seen"] for row in group if row["last_seen"]), default=None),
        }
        for group in groups.values()
    ]


class CountsSerializer(_Base):
    articles = serializers.IntegerField(help_text="That mention the person.")
    mentions = serializers.IntegerField()
    quotes = serializers.IntegerField(help_text="In which the person speaks.")
    about = serializers.IntegerField(help_text="Quotes whose words name the person.")


class FirstDaySerializer(_Base):
    period = serializers.DateField(help_text="Its first day, where the article was published.")


class PeriodSerializer(FirstDaySerializer, CountsSerializer):
    pass


class TimelineSerializer(_Base):
    """Only periods with anything, the earliest first."""

    by = serializers.ChoiceField(choices=[level.value for level in Level])
    undated = CountsSerializer(help_text="Of articles whose day is not known.")
    results = PeriodSerializer(many=True)


class MergeSerializer(serializers.ModelSerializer[PersonMerge]):
    """One step in which ``merged`` became ``kept``; it is in force until it is undone."""

    kept = PersonReferenceSerializer(read_only=True)
    merged = PersonReferenceSerializer(read_only=True)

    class Meta:
        model = PersonMerge
        fields = ["id", "kept", "merged", "merged_by", "merged_at", "undone_by", "undone_at"]
        read_only_fields = fields


class EvidenceSerializer(_Base):
    kind = serializers.CharField(help_text="What is compared: name, titles, companions, context …")
    weight = serializers.FloatField(help_text="Above 0 speaks for one person.")
    words = serializers.ListField(child=serializers.CharField(), help_text="What they share.")


@extend_schema_field(EvidenceSerializer(many=True))
class EvidenceField(serializers.JSONField):
    pass


class LatestArticlesField(RowsField):
    """The latest articles that name a person."""

    def __init__(self, **kwargs: Any) -> None:
        rows = Appearance.objects.naming
        super().__init__(ArticleReferenceSerializer, rows, "person", **kwargs)

    def to_representation(self, person: Person) -> Any:
        rows = self.rows().filter(person=person).select_related("article")[:LATEST_ARTICLES]
        articles = {row.article_id: row.article for row in rows}
        return self.kind(list(articles.values()), many=True).data

    def column(self, path: str) -> Combinable:
        rows = self.rows().filter(person=OuterRef(f"{path}pk"))[:LATEST_ARTICLES]
        return Rows(rows, shape_of(self.kind(), "article__").columns)

    def value(self, path: str) -> Callable[[str], Any]:
        build = self.shape().build
        # Two appearances in one article are two people who were found to be the same.
        return lambda stored: list({row[0]: build(row) for row in orjson.loads(stored)}.values())


class MatchedPersonSerializer(PersonSerializer):
    articles = LatestArticlesField(help_text="The latest, three at most.")

    class Meta(PersonSerializer.Meta):
        fields = [*PersonSerializer.Meta.fields, "articles"]
        read_only_fields = fields


class PossibleMatchSerializer(serializers.ModelSerializer[PossibleMatch]):
    """Two people who may be one, with what speaks for and against it."""

    first = MatchedPersonSerializer(read_only=True)
    second = MatchedPersonSerializer(read_only=True)
    evidence = EvidenceField(read_only=True)

    class Meta:
        model = PossibleMatch
        fields = [
            "id", "first", "second", "score", "evidence", "status", "offered_at", "decided_by",
            "decided_at",
        ]  # fmt: skip
        read_only_fields = fields
