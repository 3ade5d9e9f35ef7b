"""What the API answers, field by field."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import orjson
from django.db.models import F, OuterRef
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from articles.api.fields import RowsField
from articles.api.highlights import HighlightsField
from articles.api.shapes import Shape, shape_of
from articles.choices import Granularity, choices_of
from articles.extraction.types import TimexMod
from articles.functions import Rows
from articles.models import Article, ArticleVersion, DateExpression, Mention, Person, Quote, Source

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.db.models.expressions import Combinable

FACT_FIELDS = ["confidence", "origin", "status", "extractor"]


class SourceReferenceSerializer(serializers.ModelSerializer[Source]):
    class Meta:
        model = Source
        fields = ["id", "slug", "name"]
        read_only_fields = fields


class SourceSerializer(serializers.ModelSerializer[Source]):
    homepage = serializers.CharField(read_only=True, help_text="An address; empty if unknown.")

    class Meta:
        model = Source
        fields = ["id", "slug", "name", "homepage", "country", "language", "timezone"]
        read_only_fields = fields


class PersonReferenceSerializer(serializers.ModelSerializer[Person]):
    class Meta:
        model = Person
        fields = ["id", "name"]
        read_only_fields = fields


class ArticleReferenceSerializer(serializers.ModelSerializer[Article]):
    class Meta:
        model = Article
        fields = ["id", "headline", "published_at", "url"]
        read_only_fields = fields


class AboutField(RowsField):
    """The people whom a quote's words name, each once, in order."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(PersonReferenceSerializer, Mention.objects.present, "quote", **kwargs)

    def to_representation(self, quote: Quote) -> list[dict[str, Any]]:
        people = {one.person_id: one.person.name for one in quote.mentions.present().in_order()}
        return [{"id": pk, "name": name} for pk, name in people.items()]

    def column(self, path: str) -> Combinable:
        named = Mention.objects.present().filter(quote=OuterRef(f"{path}pk")).people_in_order()
        return Rows(named, [F("person_id"), F("person__name")])


SEGMENTS = {
    "type": "array",
    "items": {"type": "array", "items": {"type": "integer"}, "minItems": 2, "maxItems": 2},
    "description": "The pieces of content as [start, end]; several where the cue breaks it.",
}


@extend_schema_field(SEGMENTS)
class SegmentsField(serializers.JSONField):
    pass


class SaidOnSerializer(serializers.ModelSerializer[DateExpression]):
    class Meta:
        model = DateExpression
        fields = ["id", "text", "value", "earliest", "latest"]
        read_only_fields = fields


class QuoteInArticleSerializer(serializers.ModelSerializer[Quote]):
    speaker = PersonReferenceSerializer(read_only=True, allow_null=True)
    segments = SegmentsField(read_only=True)
    said_on = SaidOnSerializer(
        read_only=True, allow_null=True, help_text="When it was said, if the article tells."
    )
    about = AboutField(help_text="The people named in the words.")

    class Meta:
        model = Quote
        fields = [
            "id", "start", "end", "text", "segments", "quote_type",
            "speaker", "speaker_text", "speaker_start", "speaker_end",
            "cue", "cue_start", "cue_end", "cue_lemma", "said_on", "about", *FACT_FIELDS,
        ]  # fmt: skip
        read_only_fields = fields


class QuoteSerializer(QuoteInArticleSerializer):
    article = ArticleReferenceSerializer(read_only=True)
    # Serializers have an attribute of this name too, which is not in use here.
    source = SourceReferenceSerializer(read_only=True, source="article.source")  # type: ignore[assignment]

    class Meta(QuoteInArticleSerializer.Meta):
        fields = ["id", "article", "source", *QuoteInArticleSerializer.Meta.fields[1:]]
        read_only_fields = fields


class ListedQuoteSerializer(QuoteSerializer):
    """With where the words of a search stand, which a list gives only where asked for."""

    highlights = HighlightsField(article="article__", body="text", start="start")

    class Meta(QuoteSerializer.Meta):
        fields = [*QuoteSerializer.Meta.fields, "highlights"]
        read_only_fields = fields


class DateInArticleSerializer(serializers.ModelSerializer[DateExpression]):
    mod = serializers.ChoiceField(
        choices=choices_of(TimexMod), allow_blank=True, read_only=True, help_text="TIMEX3 mod."
    )
    quote = serializers.IntegerField(
        source="quote_id", read_only=True, allow_null=True, help_text="Id of the quote around it."
    )

    range = serializers.IntegerField(
        source="range_number",
        read_only=True,
        allow_null=True,
        help_text="Number that both ends of a range have in their article.",
    )

    class Meta:
        model = DateExpression
        fields = [
            "id", "start", "end", "text", "timex_type", "value", "mod", "edtf", "range",
            "earliest", "latest", "quote", *FACT_FIELDS,
        ]  # fmt: skip
        read_only_fields = fields


class DateSerializer(DateInArticleSerializer):
    article = ArticleReferenceSerializer(read_only=True)

    class Meta(DateInArticleSerializer.Meta):
        fields = ["id", "article", *DateInArticleSerializer.Meta.fields[1:]]
        read_only_fields = fields


class MentionInArticleSerializer(serializers.ModelSerializer[Mention]):
    quote = serializers.IntegerField(
        source="quote_id", read_only=True, allow_null=True, help_text="Id of the quote around it."
    )

    class Meta:
        model = Mention
        fields = ["id", "start", "end", "text", "title", "quote", *FACT_FIELDS]
        read_only_fields = fields


class PersonInArticleSerializer(serializers.Serializer[Any]):
    """A person with the places where the article names them."""

    id = serializers.IntegerField(read_only=True)
    name = serializers.CharField(read_only=True)
    mentions = MentionInArticleSerializer(many=True, read_only=True)


class PeopleField(RowsField):
    """The people whom an article names, in the order of their first mentions."""

    def __init__(self, **kwargs: Any) -> None:
        rows = Mention.objects.present().in_order
        super().__init__(PersonInArticleSerializer, rows, "article", **kwargs)

    def to_representation(self, article: Article) -> Any:
        people: dict[int, dict[str, Any]] = {}
        for mention in self.rows().filter(article=article):
            person = mention.person
            entry = {"id": person.pk, "name": person.name, "mentions": []}
            people.setdefault(person.pk, entry)["mentions"].append(mention)
        return PersonInArticleSerializer(list(people.values()), many=True).data

    def shape(self) -> Shape:
        return shape_of(MentionInArticleSerializer())

    def column(self, path: str) -> Combinable:
        rows = self.rows().filter(article=OuterRef(f"{path}pk"))
        return Rows(rows, [F("person_id"), F("person__name"), *self.shape().columns])

    def value(self, path: str) -> Callable[[str], Any]:
        build = self.shape().build

        def grouped(stored: str) -> list[dict[str, Any]]:
            people: dict[int, dict[str, Any]] = {}
            for pk, name, *mention in orjson.loads(stored):
                entry = people.setdefault(pk, {"id": pk, "name": name, "mentions": []})
                entry["mentions"].append(build(mention))
            return list(people.values())

        return grouped


class ArticleSerializer(serializers.ModelSerializer[Article]):
    # Serializers have an attribute of this name too, which is not in use here.
    source = SourceReferenceSerializer(read_only=True)  # type: ignore[assignment]
    keywords = serializers.ListField(child=serializers.CharField(), read_only=True)
    published_granularity = serializers.ChoiceField(
        choices=Granularity.choices,
        allow_blank=True,
        read_only=True,
        help_text="How much of the time of publication is known; empty where nothing is.",
    )

    class Meta:
        model = Article
        fields = [
            "id", "guid", "url", "source", "headline", "standfirst", "byline", "dateline",
            "section", "keywords", "language", "published_at", "published_on",
            "published_granularity", "modified_at", "pub_status", "version", "state",
            "state_reason", "extractor", "extracted_at", "loaded_at",
        ]  # fmt: skip
        read_only_fields = fields


@extend_schema_field({"type": "object", "additionalProperties": True})
class DeliveredField(serializers.JSONField):
    pass


class VersionSerializer(serializers.ModelSerializer[ArticleVersion]):
    """A delivery that was replaced, or that was older when it came in."""

    article = DeliveredField(
        source="fields", read_only=True, help_text="The other fields as they were delivered."
    )

    class Meta:
        model = ArticleVersion
        fields = ["id", "number", "loaded_at", "body_sha256", "article", "body"]
        read_only_fields = fields


class ArticleWithFactsSerializer(ArticleSerializer):
    """With the facts, which a list gives only where asked for."""

    people = PeopleField()
    quotes = RowsField(QuoteInArticleSerializer, Quote.objects.present().in_place, "article")
    dates = RowsField(DateInArticleSerializer, DateExpression.objects.present().in_place, "article")

    class Meta(ArticleSerializer.Meta):
        fields = [*ArticleSerializer.Meta.fields, "people", "quotes", "dates"]
        read_only_fields = fields


class ListedArticleSerializer(ArticleWithFactsSerializer):
    """With where the words of a search stand too."""

    highlights = HighlightsField(body="body")

    class Meta(ArticleWithFactsSerializer.Meta):
        fields = [*ArticleWithFactsSerializer.Meta.fields, "highlights"]
        read_only_fields = fields


class ArticleDetailSerializer(ArticleWithFactsSerializer):
    class Meta(ArticleSerializer.Meta):
        fields = [
            *ArticleSerializer.Meta.fields, "rights", "body", "body_sha256",
            "people", "quotes", "dates",
        ]  # fmt: skip
        read_only_fields = fields
