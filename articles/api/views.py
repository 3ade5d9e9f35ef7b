"""The resources: a queryset, its serializers, its parameters; no logic."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from django.db import DatabaseError, connection
from django.db.models import Value
from django.db.models.functions import Coalesce
from django.urls import reverse
from drf_spectacular.utils import OpenApiResponse, extend_schema
from rest_framework import status, viewsets
from rest_framework.exceptions import ValidationError
from rest_framework.response import Response
from rest_framework.views import APIView

from articles.api import filters, serializers
from articles.api.errors import PROBLEM, LengthRequired, UnreadableText, problem
from articles.api.extraction import ExtractionSerializer, ExtractRequestSerializer
from articles.extraction.contract import ContractError, as_json, document_from
from articles.extraction.types import Failure
from articles.models import Article, DateExpression, Person, Quote, Source
from articles.services.extract import read_document

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from rest_framework.request import Request
    from rest_framework.serializers import BaseSerializer

    from articles.api.pagination import Orderings


class ResourceViewSet(viewsets.ReadOnlyModelViewSet[Any]):
    """A list with filters and keyset pages, and a detail without parameters."""

    lookup_value_regex = "[0-9]{1,18}"
    orderings: Orderings
    default_ordering: str
    detail_serializer_class: type[BaseSerializer[Any]] | None = None

    def get_serializer_class(self) -> type[BaseSerializer[Any]]:
        if self.action == "retrieve" and self.detail_serializer_class:
            return self.detail_serializer_class
        return super().get_serializer_class()

    def filter_queryset(self, queryset: QuerySet[Any]) -> QuerySet[Any]:
        # Filters are of the list; a detail takes no parameter at all.
        if self.detail:
            filters.refuse_undeclared(self.request, set())
            return queryset
        return super().filter_queryset(queryset)


class SourceViewSet(ResourceViewSet):
    """Publishers and feeds."""

    queryset = Source.objects.all()
    serializer_class = serializers.SourceSerializer
    filterset_class = filters.SourceFilters
    orderings = {"slug": "slug", "id": "id"}
    default_ordering = "id"


class ArticleViewSet(ResourceViewSet):
    """Articles, newest first; the detail has the body and all facts."""

    queryset = Article.objects.all()
    serializer_class = serializers.ArticleSerializer
    detail_serializer_class = serializers.ArticleDetailSerializer
    filterset_class = filters.ArticleFilters
    orderings = {"published": "sort_at", "loaded": "loaded_at", "id": "id"}
    default_ordering = "-published"

    def get_queryset(self) -> QuerySet[Any]:
        rows = Article.objects.all()
        return rows.for_detail() if self.detail else rows.for_list()


class PersonViewSet(ResourceViewSet):
    """People, the most mentioned first."""

    queryset = Person.objects.for_list()
    serializer_class = serializers.PersonSerializer
    filterset_class = filters.PersonFilters
    orderings = {
        "mentions": "mention_count",
        "quotes": "quote_count",
        "articles": "article_count",
        "name": "folded_name",
        "id": "id",
    }
    default_ordering = "-mentions"


class QuoteViewSet(ResourceViewSet):
    """Quotes with their speakers, newest first."""

    queryset = Quote.objects.current().for_list()
    serializer_class = serializers.QuoteSerializer
    filterset_class = filters.QuoteFilters
    orderings = {"published": "sort_at", "confidence": "confidence", "id": "id"}
    default_ordering = "-published"


class DateViewSet(ResourceViewSet):
    """Date expressions with the days they mean, newest articles first."""

    queryset = DateExpression.objects.current().for_list()
    serializer_class = serializers.DateSerializer
    filterset_class = filters.DateFilters
    orderings = {
        "published": "sort_at",
        # Expressions without a range come behind all that have one.
        "earliest": Coalesce("earliest", Value(date.max)),
        "id": "id",
    }
    default_ordering = "-published"


class RootView(APIView):
    """Where everything is."""

    @extend_schema(responses={200: {"type": "object", "additionalProperties": {"type": "string"}}})
    def get(self, request: Request) -> Response:
        filters.refuse_undeclared(request, set())
        names = {
            "articles": "article-list",
            "people": "person-list",
            "quotes": "quote-list",
            "dates": "date-list",
            "sources": "source-list",
            "extract": "extract",
            "health": "health",
            "schema": "schema",
            "docs": "docs",
            "redoc": "redoc",
        }
        return Response(
            {name: request.build_absolute_uri(reverse(view)) for name, view in names.items()}
        )


class ExtractView(APIView):
    """Find the facts of a text without storing anything."""

    @extend_schema(request=ExtractRequestSerializer, responses=ExtractionSerializer)
    def post(self, request: Request) -> Response:
        filters.refuse_undeclared(request, set())
        if "HTTP_TRANSFER_ENCODING" in request.META and not request.META.get("CONTENT_LENGTH"):
            raise LengthRequired
        try:
            document = document_from(request.data, default_id="1")
        except ContractError as error:
            raise ValidationError({error.field or "body": [error.message]}) from error
        result = read_document(document)
        if isinstance(result, Failure):
            raise UnreadableText(result)
        return Response(as_json(document.text, result))


class HealthView(APIView):
    """Whether the server can answer: 200, or 503 where the database does not."""

    @extend_schema(
        responses={
            200: {
                "type": "object",
                "required": ["status"],
                "properties": {"status": {"type": "string", "enum": ["ok"]}},
            },
            503: OpenApiResponse(description="The database does not answer."),
        }
    )
    def get(self, request: Request) -> Response:
        try:
            connection.ensure_connection()
            Source.objects.exists()
        except DatabaseError:
            return Response(
                problem(503, "The database does not answer.", path=request.path, errors=None),
                status=status.HTTP_503_SERVICE_UNAVAILABLE,
                content_type=PROBLEM,
            )
        return Response({"status": "ok"})
