"""The resources: a queryset, its serializers, its parameters; no logic."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from django.db.models import Value
from django.db.models.functions import Coalesce
from drf_spectacular.utils import extend_schema
from rest_framework import viewsets
from rest_framework.decorators import action
from rest_framework.generics import get_object_or_404

from articles.api import filters, serializers
from articles.api.parameters import refuse_undeclared
from articles.models import Article, DateExpression, Quote, Source

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from rest_framework.request import Request
    from rest_framework.response import Response
    from rest_framework.serializers import BaseSerializer

    from articles.api.pagination import Orderings


class ResourceViewSet(viewsets.ReadOnlyModelViewSet[Any]):
    """A list with filters and keyset pages, and a detail without parameters."""

    lookup_value_regex = "[0-9]{1,18}"
    # Set on actions that list what belongs to one row.
    lists_others = False
    orderings: Orderings
    default_ordering: str
    detail_serializer_class: type[BaseSerializer[Any]] | None = None

    def get_serializer_class(self) -> type[BaseSerializer[Any]]:
        if self.action == "retrieve" and self.detail_serializer_class:
            return self.detail_serializer_class
        return super().get_serializer_class()

    def filter_queryset(self, queryset: QuerySet[Any]) -> QuerySet[Any]:
        # Filters are of lists; a detail takes no parameter at all.
        if self.detail and not self.lists_others:
            refuse_undeclared(self.request, set())
            return queryset
        return super().filter_queryset(queryset)

    def page_of(self, rows: QuerySet[Any]) -> Response:
        """A page of rows that belong to one."""
        page = self.paginate_queryset(self.filter_queryset(rows))
        return self.get_paginated_response(self.get_serializer(page, many=True).data)


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
        return rows.for_detail() if self.action == "retrieve" else rows.for_list()

    @extend_schema(responses=serializers.ArticleSerializer(many=True))
    @action(detail=True, lists_others=True)
    def copies(self, request: Request, pk: str) -> Response:
        """The articles that print the same story, this one included."""
        get_object_or_404(Article, pk=pk)
        return self.page_of(Article.objects.for_list().copies_of(int(pk)))


class QuoteViewSet(ResourceViewSet):
    """Quotes with their speakers, newest first."""

    queryset = Quote.objects.current().for_list()
    serializer_class = serializers.QuoteSerializer
    filterset_class = filters.QuoteFilters
    orderings = {"published": "sort_at", "confidence": "confidence", "id": "id"}
    default_ordering = "-published"

    @extend_schema(responses=serializers.QuoteSerializer(many=True))
    @action(detail=True, lists_others=True)
    def printings(self, request: Request, pk: str) -> Response:
        """The same words as other articles print them, this printing included."""
        get_object_or_404(Quote.objects.current(), pk=pk)
        return self.page_of(Quote.objects.current().for_list().printings_of(int(pk)))


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
