"""The resources: which rows, in which shape, with which parameters; no logic."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any, cast

from django.db.models import Value
from django.db.models.functions import Coalesce
from django.http import Http404, HttpRequest
from drf_spectacular.utils import extend_schema
from rest_framework import viewsets
from rest_framework.decorators import action
from rest_framework.exceptions import APIException

from articles.api import filters, serializers
from articles.api.answers import answered
from articles.api.highlights import HIGHLIGHTS
from articles.api.pages import page_of
from articles.api.pagination import (
    PARAMETERS,
    SELECTION,
    fields_asked,
    names_of,
    page_request,
    wants_count,
)
from articles.api.parameters import given_once
from articles.api.questions import Listing, Question, clean, detail
from articles.models import Article, ArticleVersion, DateExpression, Quote, Source
from articles.querysets import ArticleQuerySet, QuoteQuerySet

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from django.http.response import HttpResponseBase
    from django_filters import FilterSet
    from rest_framework.request import Request
    from rest_framework.serializers import Serializer

SOURCES = Listing(
    name="sources",
    rows=Source.objects.all,
    serializer=serializers.SourceSerializer,
    filters=filters.SourceFilters,
    orderings={"slug": "slug", "id": "id"},
    default_ordering="id",
)
ARTICLES = Listing(
    name="articles",
    rows=Article.objects.all,
    serializer=serializers.ListedArticleSerializer,
    filters=filters.ArticleFilters,
    orderings={"published": "sort_at", "loaded": "loaded_at", "id": "id"},
    default_ordering="-published",
    optional=frozenset({"people", "quotes", "dates", HIGHLIGHTS}),
)
QUOTES = Listing(
    name="quotes",
    rows=Quote.objects.current,
    serializer=serializers.ListedQuoteSerializer,
    filters=filters.QuoteFilters,
    orderings={"published": "sort_at", "confidence": "confidence", "id": "id"},
    default_ordering="-published",
    optional=frozenset({HIGHLIGHTS}),
)
DATES = Listing(
    name="dates",
    rows=DateExpression.objects.current,
    serializer=serializers.DateSerializer,
    filters=filters.DateFilters,
    orderings={
        "published": "sort_at",
        # Expressions without a range come behind all that have one.
        "earliest": Coalesce("earliest", Value(date.max)),
        "id": "id",
    },
    default_ordering="-published",
)


VERSIONS = Listing(
    name="versions",
    rows=ArticleVersion.objects.all,
    serializer=serializers.VersionSerializer,
    filters=filters.VersionFilters,
    orderings={"number": "number", "id": "id"},
    default_ordering="-number",
    scope=filters.of_article,
    optional=frozenset({"body"}),
)


COPIES = replace(ARTICLES, name="copies", scope=ArticleQuerySet.copies_of)
PRINTINGS = replace(QUOTES, name="printings", scope=QuoteQuerySet.printings_of)


class MovedError(Exception):
    """What is asked for has another address now."""


class ResourceViewSet(viewsets.GenericViewSet[Any]):
    """A list with filters and keyset pages, and a detail; of both the fields can be chosen."""

    lookup_value_regex = "[0-9]{1,18}"
    listing: Listing
    filterset_class: type[FilterSet] | None = None
    detail_serializer_class: type[Serializer[Any]] | None = None

    def get_serializer_class(self) -> type[Serializer[Any]]:
        # The lists below a row are listings of their own.
        is_own = self.listing is type(self).listing
        if self.detail and is_own and self.detail_serializer_class:
            return self.detail_serializer_class
        return self.listing.serializer

    # What only reads, and is asked most.
    quick = frozenset(
        "list retrieve versions copies printings quotes quotes_about articles".split()
    )

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Answer reads at once: they need no user, parser or renderer to be found out.

        Whatever cannot be answered so is the framework's, its errors too.
        """
        action = self.action_map.get("get", "")
        if request.method in ("GET", "HEAD") and action in self.quick and takes_json(request):
            self.request, self.action = cast("Request", request), action
            try:
                return getattr(self, action)(request, *args, **kwargs)
            except (APIException, Http404, MovedError):
                pass
        return super().dispatch(request, *args, **kwargs)

    def filter_queryset(self, queryset: QuerySet[Any]) -> QuerySet[Any]:
        # Filters are of lists, and become part of their questions.
        return queryset

    def list(self, request: Request, *args: Any, **kwargs: Any) -> HttpResponseBase:
        return self.page(request)

    def page(self, request: Request, scope: int | None = None) -> HttpResponseBase:
        """A page of the listing; of the rows that belong to ``scope`` where it has one."""
        listing = self.listing
        given = given_once(request, {*listing.filters.base_filters, *PARAMETERS})
        address = request.build_absolute_uri()
        name = listing.name if scope is None else f"{listing.name} of {scope}"
        if "q" in given or "text" in given:
            # A search may have places of its own for its rows.
            name += " searched"

        def make() -> tuple[Any, str]:
            asked = page_request(listing, given, name)
            question = Question(listing, clean(listing.filters, given), scope)
            return page_of(question, asked, address, name, count=wants_count(given))

        return answered(address, make).response(request)

    def retrieve(self, request: Request, *args: Any, **kwargs: Any) -> HttpResponseBase:
        given = given_once(request, set(SELECTION))
        serializer = self.get_serializer_class()
        # A detail has everything; ``include`` says which of the optional fields are wanted.
        known = self.listing.optional.intersection(names_of(serializer))
        optional = known if "include" in given else frozenset()

        def make() -> tuple[Any, str]:
            fields = fields_asked(serializer, optional, given)
            row = detail(self.listing, serializer, int(kwargs["pk"]), fields)
            if row is None:
                raise Http404
            return row, ""

        return answered(request.build_absolute_uri(), make).response(request)


def takes_json(request: HttpRequest) -> bool:
    """Whether a client surely takes JSON; the framework knows of those who may."""
    accepted = request.META.get("HTTP_ACCEPT", "*/*")
    return "*/*" in accepted or "application/json" in accepted


class SourceViewSet(ResourceViewSet):
    """Publishers and feeds."""

    queryset = Source.objects.all()
    listing = SOURCES


class ArticleViewSet(ResourceViewSet):
    """Articles, newest first; the detail has the body and all facts."""

    queryset = Article.objects.all()
    listing = ARTICLES
    detail_serializer_class = serializers.ArticleDetailSerializer

    @extend_schema(responses=serializers.VersionSerializer(many=True))
    @action(detail=True, listing=VERSIONS)
    def versions(self, request: Request, pk: str) -> HttpResponseBase:
        """The deliveries of the article that are not the current one, the latest first."""
        return self.page(request, scope=self.get_object().pk)

    @extend_schema(responses=serializers.ListedArticleSerializer(many=True))
    @action(detail=True, listing=COPIES)
    def copies(self, request: Request, pk: str) -> HttpResponseBase:
        """The articles that print the same story, this one included."""
        return self.page(request, scope=self.get_object().pk)


class QuoteViewSet(ResourceViewSet):
    """Quotes with their speakers, newest first."""

    queryset = Quote.objects.current()
    listing = QUOTES
    detail_serializer_class = serializers.QuoteSerializer

    @extend_schema(responses=serializers.ListedQuoteSerializer(many=True))
    @action(detail=True, listing=PRINTINGS)
    def printings(self, request: Request, pk: str) -> HttpResponseBase:
        """The same words as other articles print them, this printing included."""
        return self.page(request, scope=self.get_object().pk)


class DateViewSet(ResourceViewSet):
    """Date expressions with the days they mean, newest articles first."""

    queryset = DateExpression.objects.all()
    listing = DATES
