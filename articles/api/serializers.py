"""What the API answers, field by field."""

from __future__ import annotations

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from articles.models import Article, DateExpression, Mention, Person, Quote, Source

FACT_FIELDS = ["confidence", "origin", "status", "extractor"]


class SourceReferenceSerializer(serializers.ModelSerializer[Source]):
    class Meta:
        model = Source
        fields = ["id", "slug", "name"]
        read_only_fields = fields


class SourceSerializer(serializers.ModelSerializer[Source]):
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


class AboutField(serializers.Field[Any, Any, Any, Any]):
    """The people whom a quote's words name, each once, in order."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(read_only=True, source="mentions", **kwargs)

    def to_representation(self, mentions: Any) -> list[dict[str, Any]]:
        people = {mention.person_id: mention.person.name for mention in mentions.all()}
        return [{"id": pk, "name": name} for pk, name in people.items()]


extend_schema_field(PersonReferenceSerializer(many=True))(AboutField)
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


class DateInArticleSerializer(serializers.ModelSerializer[DateExpression]):
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


class ArticleSerializer(serializers.ModelSerializer[Article]):
    # Serializers have an attribute of this name too, which is not in use here.
    source = SourceReferenceSerializer(read_only=True)  # type: ignore[assignment]
    keywords = serializers.ListField(child=serializers.CharField(), read_only=True)

    class Meta:
        model = Article
        fields = [
            "id", "guid", "url", "source", "headline", "standfirst", "byline", "dateline",
            "section", "keywords", "language", "published_at", "published_on",
            "published_granularity", "modified_at", "pub_status", "version", "state",
            "state_reason", "extractor", "extracted_at", "loaded_at",
        ]  # fmt: skip
        read_only_fields = fields


class ArticleDetailSerializer(ArticleSerializer):
    people = serializers.SerializerMethodField()
    quotes = serializers.SerializerMethodField()
    dates = serializers.SerializerMethodField()

    class Meta(ArticleSerializer.Meta):
        fields = [
            *ArticleSerializer.Meta.fields, "rights", "body", "body_sha256",
            "people", "quotes", "dates",
        ]  # fmt: skip
        read_only_fields = fields

    @extend_schema_field(PersonInArticleSerializer(many=True))
    def get_people(self, article: Article) -> Any:
        mentions = article.mentions.present().in_order()
        people: dict[int, dict[str, Any]] = {}
        for mention in mentions:
            person = mention.person
            entry = people.setdefault(
                person.pk, {"id": person.pk, "name": person.name, "mentions": []}
            )
            entry["mentions"].append(mention)
        return PersonInArticleSerializer(list(people.values()), many=True).data

    @extend_schema_field(QuoteInArticleSerializer(many=True))
    def get_quotes(self, article: Article) -> Any:
        quotes = article.quotes.present().for_list().order_by("start", "end")
        return QuoteInArticleSerializer(quotes, many=True).data

    @extend_schema_field(DateInArticleSerializer(many=True))
    def get_dates(self, article: Article) -> Any:
        dates = article.dateexpressions.present().order_by("start")
        return DateInArticleSerializer(dates, many=True).data
