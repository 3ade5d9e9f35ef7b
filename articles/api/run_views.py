"""Runs, how far they are, and what they did not take."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import django_filters as filters
from django.db.models import Count
from drf_spectacular.utils import extend_schema
from rest_framework.decorators import action
from rest_framework.response import Response

from articles.api.pages import page_of
from articles.api.pagination import PAGING, page_request, wants_count
from articles.api.parameters import given_once
from articles.api.questions import Listing, Place, Question, clean
from articles.api.resources import ResourceViewSet
from articles.api.run_serializers import RejectSerializer, RunSerializer
from articles.api.values import FlagField
from articles.choices import RunKind
from articles.models import Reject, Run
from articles.services.progress import progress_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.db.models import QuerySet
    from django.http.response import HttpResponseBase
    from rest_framework.request import Request


class FlagFilter(filters.BooleanFilter):
    """Either true or false, which make two statements."""

    field_class = FlagField

    def place(self, name: str, value: bool) -> Place:
        return Place(value, value, value)


class RunFilters(filters.FilterSet):
    kind = filters.ChoiceFilter(choices=RunKind.choices, help_text="What was done.")
    ended = FlagFilter(
        field_name="ended_at",
        lookup_expr="isnull",
        exclude=True,
        help_text="false: goes on, or was broken off.",
    )


class RejectFilters(filters.FilterSet):
    code = filters.CharFilter(max_length=50, help_text="Code of the reason, for example not_json.")


def _of_run(rows: QuerySet[Reject], run: Any) -> QuerySet[Reject]:
    return rows.filter(run=run)


RUNS = Listing(
    name="runs",
    rows=Run.objects.all,
    serializer=RunSerializer,
    filters=RunFilters,
    orderings={"started": "started_at", "id": "id"},
    default_ordering="-started",
    selectable=False,
)
REJECTS = Listing(
    name="rejects",
    rows=Reject.objects.all,
    serializer=RejectSerializer,
    filters=RejectFilters,
    orderings={"id": "id"},
    default_ordering="id",
    scope=_of_run,
)


class RunViewSet(ResourceViewSet):
    """Loads and extractions, the latest first.

    How far a run is depends on the time, so these answers are made anew each time.
    """

    queryset = Run.objects.all()
    listing = RUNS
    quick = frozenset({"rejects"})

    def list(self, request: Request, *args: Any, **kwargs: Any) -> HttpResponseBase:
        given = given_once(request, {*RunFilters.base_filters, *PAGING})  # type: ignore[attr-defined]
        asked = page_request(RUNS, {**given, "fields": "id"}, RUNS.name)
        question = Question(RUNS, clean(RUNS.filters, given))
        address = request.build_absolute_uri()
        content, link = page_of(question, asked, address, RUNS.name, count=wants_count(given))
        rows = Run.objects.in_bulk([row["id"] for row in content["results"]])
        runs = [rows[row["id"]] for row in content["results"] if row["id"] in rows]
        return Response(content | {"results": _data(runs)}, headers={"Link": link} if link else {})

    def retrieve(self, request: Request, *args: Any, **kwargs: Any) -> HttpResponseBase:
        given_once(request, ())
        return Response(_data([self.get_object()])[0])

    @extend_schema(responses=RejectSerializer(many=True))
    @action(detail=True, listing=REJECTS)
    def rejects(self, request: Request, pk: str) -> HttpResponseBase:
        """The items that a run did not take, and those stored whose facts were not found."""
        return self.page(request, scope=self.get_object().pk)


def _data(runs: Sequence[Run]) -> Any:
    """Runs, with what is counted for all of them at once."""
    rows = Reject.objects.filter(run__in=runs).order_by().values_list("run").annotate(Count("pk"))
    context = {"progress": progress_of(runs), "rejects": dict(rows)}
    return RunSerializer(runs, many=True, context=context).data
