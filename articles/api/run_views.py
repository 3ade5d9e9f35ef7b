"""Runs, how far they are, and what they did not take."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import django_filters as filters
from django.db.models import Count
from drf_spectacular.utils import extend_schema
from rest_framework.decorators import action
from rest_framework.generics import get_object_or_404

from articles.api.resources import ResourceViewSet
from articles.api.run_serializers import RejectSerializer, RunSerializer
from articles.choices import RunKind
from articles.models import Reject, Run
from articles.services.progress import progress_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rest_framework.request import Request
    from rest_framework.response import Response


class RunFilters(filters.FilterSet):
    kind = filters.ChoiceFilter(choices=RunKind.choices, help_text="What was done.")
    ended = filters.BooleanFilter(
        field_name="ended_at",
        lookup_expr="isnull",
        exclude=True,
        help_text="false: goes on, or was broken off.",
    )


class RejectFilters(filters.FilterSet):
    code = filters.CharFilter(max_length=50, help_text="Code of the reason, for example not_json.")


class RunViewSet(ResourceViewSet):
    """Loads and extractions, the latest first."""

    queryset = Run.objects.all()
    serializer_class = RunSerializer
    filterset_class = RunFilters
    orderings = {"started": "started_at", "id": "id"}
    default_ordering = "-started"

    def get_serializer(self, *args: Any, **kwargs: Any) -> Any:
        if self.lists_others or not args:
            return super().get_serializer(*args, **kwargs)
        runs = [args[0]] if self.detail else args[0]
        return RunSerializer(*args, **kwargs, context=_context(runs))

    @extend_schema(responses=RejectSerializer(many=True))
    @action(
        detail=True,
        lists_others=True,
        filterset_class=RejectFilters,
        serializer_class=RejectSerializer,
        orderings={"id": "id"},
        default_ordering="id",
    )
    def rejects(self, request: Request, pk: str) -> Response:
        """The items that a run did not take, and those stored whose facts were not found."""
        run = get_object_or_404(Run, pk=pk)
        return self.page_of(Reject.objects.filter(run=run))


def _context(runs: Iterable[Run]) -> dict[str, Any]:
    """What is shown of runs and counted for all of them at once."""
    runs = list(runs)
    rows = Reject.objects.filter(run__in=runs).order_by().values_list("run").annotate(Count("pk"))
    return {"progress": progress_of(runs), "rejects": dict(rows)}
