"""What the API answers about people, and about who is who."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from articles.api.serializers import ArticleReferenceSerializer, PersonReferenceSerializer
from articles.extraction.folding import fold
from articles.models import CoMention, Person, PersonMerge, PossibleMatch
from articles.periods import Level
from articles.services.summaries import MOST_NAMED

MOST_RELATED = 10

if TYPE_CHECKING:
    from collections.abc import Iterable

_Base = serializers.Serializer[Any]


class PersonSerializer(serializers.ModelSerializer[Person]):
    aliases = serializers.SerializerMethodField(help_text="All forms of the name seen.")
    first_seen = serializers.DateTimeField(
        read_only=True,
        allow_null=True,
        help_text="When the first article was published that names the person; undated ones do "
        "not count.",
    )
    last_seen = serializers.DateTimeField(
        read_only=True, allow_null=True, help_text="When the latest was."
    )

    class Meta:
        model = Person
        fields = [
            "id", "name", "aliases", "description", "wikidata_id", "article_count",
            "mention_count", "quote_count", "first_seen", "last_seen", "origin",
        ]  # fmt: skip
        read_only_fields = fields

    def get_aliases(self, person: Person) -> list[str]:
        return [alias.name for alias in person.aliases.all()]


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


class PersonDetailSerializer(PersonSerializer):
    described_in = ArticleReferenceSerializer(
        read_only=True,
        allow_null=True,
        help_text="The article that the description is from; null if it is an editor's.",
    )
    titles = serializers.SerializerMethodField(
        help_text="Printed beside the name, the latest first; spellings that differ in case or "
        "accents are one."
    )
    related = serializers.SerializerMethodField(
        help_text=f"The {MOST_RELATED} people named in most articles that name the person too."
    )
    merged_people = serializers.SerializerMethodField(
        help_text="Ids of people who were merged into this one, and redirect here."
    )

    class Meta(PersonSerializer.Meta):
        fields = [
            *PersonSerializer.Meta.fields, "described_in", "titles", "related", "merged_people",
        ]  # fmt: skip
        read_only_fields = fields

    @extend_schema_field(TitleSerializer(many=True))
    def get_titles(self, person: Person) -> Any:
        return TitleSerializer(_one_by_fold(person.mentions.current().titles()), many=True).data

    @extend_schema_field(RelatedPersonSerializer(many=True))
    def get_related(self, person: Person) -> Any:
        return related_people(CoMention.objects.beside(person.pk, MOST_RELATED))

    def get_merged_people(self, person: Person) -> list[int]:
        return list(person.merged_people.order_by("pk").values_list("pk", flat=True))


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


class MatchedPersonSerializer(PersonSerializer):
    articles = ArticleReferenceSerializer(
        many=True,
        read_only=True,
        source="latest_articles",
        help_text="The latest, three at most.",
    )

    class Meta(PersonSerializer.Meta):
        fields = [*PersonSerializer.Meta.fields, "articles"]
        read_only_fields = fields


class PossibleMatchSerializer(serializers.ModelSerializer[PossibleMatch]):
    """Two people who may be one, with what speaks for and against it."""

    first = MatchedPersonSerializer(read_only=True)
    second = MatchedPersonSerializer(read_only=True)
    evidence = EvidenceSerializer(many=True, read_only=True)

    class Meta:
        model = PossibleMatch
        fields = [
            "id", "first", "second", "score", "evidence", "status", "offered_at", "decided_by",
            "decided_at",
        ]  # fmt: skip
        read_only_fields = fields
