"""Plain Django REST framework: model viewsets, pages by number, prefetched."""

from __future__ import annotations

from typing import Any

import django_filters
from django.urls import include, path
from rest_framework import serializers, viewsets
from rest_framework.routers import DefaultRouter

from benchmarks.api.peers import database, querysets
from benchmarks.api.peers.models import (
    Article,
    DateExpression,
    Mention,
    Person,
    Quote,
    Source,
)

_FACT = ["confidence", "origin", "status", "extractor"]
_QUOTE = [
    "id", "start", "end", "text", "segments", "quote_type", "speaker", "speaker_text",
    "speaker_start", "speaker_end", "cue", "cue_start", "cue_end", "cue_lemma", "said_on", "about",
    *_FACT,
]  # fmt: skip


class SourceSerializer(serializers.ModelSerializer[Source]):
    class Meta:
        model = Source
        fields = ["id", "slug", "name"]


class PersonSerializer(serializers.ModelSerializer[Person]):
    class Meta:
        model = Person
        fields = ["id", "name"]


class ArticleReferenceSerializer(serializers.ModelSerializer[Article]):
    class Meta:
        model = Article
        fields = ["id", "headline", "published_at", "url"]


class SaidOnSerializer(serializers.ModelSerializer[DateExpression]):
    class Meta:
        model = DateExpression
        fields = ["id", "text", "value", "earliest", "latest"]


class MentionSerializer(serializers.ModelSerializer[Mention]):
    class Meta:
        model = Mention
        fields = ["id", "start", "end", "text", "title", "quote", *_FACT]


class DateSerializer(serializers.ModelSerializer[DateExpression]):
    range = serializers.IntegerField(source="range_number")

    class Meta:
        model = DateExpression
        fields = [
            "id", "start", "end", "text", "timex_type", "value", "mod", "edtf", "range",
            "earliest", "latest", "quote", *_FACT,
        ]  # fmt: skip


class QuoteInArticleSerializer(serializers.ModelSerializer[Quote]):
    speaker = PersonSerializer()
    said_on = SaidOnSerializer()
    about = serializers.SerializerMethodField()

    class Meta:
        model = Quote
        fields = _QUOTE

    def get_about(self, quote: Any) -> list[Any]:
        people = {mention.person_id: mention.person for mention in quote.mentions.all()}
        return [PersonSerializer(person).data for person in people.values()]


class QuoteSerializer(QuoteInArticleSerializer):
    article = ArticleReferenceSerializer()
    source = SourceSerializer(source="article.source")  # type: ignore[assignment]

    class Meta:
        model = Quote
        fields = ["article", "source", *_QUOTE]


class ArticleSerializer(serializers.ModelSerializer[Article]):
    source = SourceSerializer()  # type: ignore[assignment]

    class Meta:
        model = Article
        fields = [
            "id", "guid", "url", "source", "headline", "standfirst", "byline", "dateline",
            "section", "keywords", "language", "published_at", "published_on",
            "published_granularity", "modified_at", "version", "state", "state_reason",
            "extractor", "extracted_at", "loaded_at",
        ]  # fmt: skip


class ArticleDetailSerializer(ArticleSerializer):
    people = serializers.SerializerMethodField()
    quotes = QuoteInArticleSerializer(many=True)
    dates = DateSerializer(many=True)

    class Meta:
        model = Article
        fields = [
            *ArticleSerializer.Meta.fields, "body", "body_sha256", "people", "quotes", "dates",
        ]  # fmt: skip

    def get_people(self, article: Any) -> list[Any]:
        people: dict[int, Any] = {}
        for mention in article.mentions.all():
            person = people.setdefault(
                mention.person_id, {**PersonSerializer(mention.person).data, "mentions": []}
            )
            person["mentions"].append(MentionSerializer(mention).data)
        return list(people.values())


class ArticleFilters(django_filters.FilterSet):
    section = django_filters.CharFilter()
    published_after = django_filters.DateFilter(method="after")
    published_before = django_filters.DateFilter(method="before")

    def after(self, rows: Any, name: str, day: Any) -> Any:
        return rows.filter(sort_at__gte=database.moments(day, day)[0])

    def before(self, rows: Any, name: str, day: Any) -> Any:
        return rows.filter(sort_at__lt=database.moments(day, day)[1])


class QuoteFilters(django_filters.FilterSet):
    speaker = django_filters.NumberFilter(field_name="speaker_id")


class ArticleViewSet(viewsets.ModelViewSet[Article]):
    queryset = querysets.articles()
    filterset_class = ArticleFilters

    def get_queryset(self) -> Any:
        return querysets.articles_with_facts() if self.detail else querysets.articles()

    def get_serializer_class(self) -> Any:
        return ArticleDetailSerializer if self.detail else ArticleSerializer


class QuoteViewSet(viewsets.ModelViewSet[Quote]):
    queryset = querysets.quotes()
    serializer_class = QuoteSerializer
    filterset_class = QuoteFilters


router = DefaultRouter()
router.register("articles", ArticleViewSet)
router.register("quotes", QuoteViewSet)
urlpatterns = [path("", include(router.urls))]
