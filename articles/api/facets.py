"""How many there are: by value, and over time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django_filters.utils import translate_validation
from drf_spectacular.utils import extend_schema
from rest_framework.generics import GenericAPIView
from rest_framework.response import Response

from articles.api import facet_filters, facet_serializers
from articles.api.counting import Question, facets, timeline
from articles.api.errors import InvalidParameter
from articles.api.parameters import PersonFilter, StrictFilterBackend
from articles.models import Article, DateCount, DateExpression, Mention, Person, Quote, Source
from articles.periods import Level

if TYPE_CHECKING:
    from collections.abc import Mapping

    from django.db.models import QuerySet
    from django_filters import FilterSet
    from rest_framework.request import Request

# Parameters that say how to count, not what.
_HOW = frozenset(("of", "by", "limit"))
PEOPLE = frozenset(("speaker", "about", "person"))


class CountView(GenericAPIView[Any]):
    """Counts rows under the filters of their list."""

    pagination_class = None
    of: str

    def asked(self, request: Request) -> tuple[Question, Mapping[str, Any]]:
        """What is asked, and all parameters with their values."""
        given = checked(request, self.get_queryset(), self)
        values = given.form.cleaned_data
        # A filter that is not given has an empty value.
        used = {
            name: value
            for name, value in values.items()
            if name not in _HOW and value not in (None, "")
        }
        return Question(self.of, used, given.qs), values


def checked(request: Request, rows: QuerySet[Any], view: Any) -> FilterSet:
    """The filters of a request, of which none is unknown or malformed."""
    filterset: FilterSet = StrictFilterBackend().get_filterset(request, rows, view)
    if filterset.errors:
        raise translate_validation(filterset.errors)
    values = filterset.form.cleaned_data
    for name, one in filterset.filters.items():
        if isinstance(one, PersonFilter) and values[name] is not None:
            values[name] = one.follow(values[name])
    return filterset


class FacetView(CountView):
    serializer_class = facet_serializers.FacetsSerializer

    @extend_schema(responses=facet_serializers.FacetsSerializer, filters=True)
    def get(self, request: Request) -> Response:
        question, values = self.asked(request)
        by = values["by"]
        found = facets(question, by, values["limit"] or facet_filters.FEW)
        return Response(
            {
                "by": by,
                "results": named(by, found.numbers),
                "counted": found.counted,
                "complete": found.complete,
            }
        )


class QuoteFacetView(FacetView):
    """How many quotes there are of each speaker, source and so on, the most first."""

    of = "quotes"
    queryset = Quote.objects.current()
    filterset_class = facet_filters.QuoteFacetFilters


class ArticleFacetView(FacetView):
    """How many articles there are of each source, section and so on, the most first."""

    of = "articles"
    queryset = Article.objects.all()
    filterset_class = facet_filters.ArticleFacetFilters


class TimelineView(CountView):
    """How much was published in each day, week, month or year.

    It takes the filters of what is counted.
    """

    serializer_class = facet_serializers.CountTimelineSerializer
    queryset = Quote.objects.current()
    filterset_class: type[FilterSet] = facet_filters.TimelineFilters
    rows: Mapping[str, QuerySet[Any]] = {
        "quotes": Quote.objects.current(),
        "articles": Article.objects.all(),
        "mentions": Mention.objects.current(),
        "dates": DateExpression.objects.current(),
    }

    def get_queryset(self) -> QuerySet[Any]:
        return self.rows[self.of].all()

    @extend_schema(responses=facet_serializers.CountTimelineSerializer, filters=True)
    def get(self, request: Request) -> Response:
        self.of = request.query_params.get("of", "")
        if self.of not in self.rows:
            raise InvalidParameter("of", f"One of {', '.join(self.rows)}.")
        self.filterset_class = facet_filters.TIMELINES[self.of]
        question, values = self.asked(request)
        by = Level(values["by"] or Level.DAY)
        found = timeline(question, by)
        return Response(
            {
                "of": self.of,
                "by": by.value,
                "undated": found.undated,
                "results": periods(found.numbers),
                "counted": found.counted,
                "complete": found.complete,
            }
        )


class MeantTimelineView(GenericAPIView[Any]):
    """How many date expressions mean each day, week, month or year, whenever printed.

    A range of days counts where it lies within one period.
    """

    pagination_class = None
    serializer_class = facet_serializers.MeantTimelineSerializer
    queryset = DateCount.objects.all()
    filterset_class = facet_filters.MeantTimelineFilters

    @extend_schema(responses=facet_serializers.MeantTimelineSerializer, filters=True)
    def get(self, request: Request) -> Response:
        values = checked(request, self.get_queryset(), self).form.cleaned_data
        by = Level(values["by"] or Level.DAY)
        rows = DateCount.objects.sharing(by, values["from"], values["to"])
        numbers = dict(rows.order_by("period").values_list("period", "expressions"))
        return Response({"by": by.value, "results": periods(numbers)})


def named(by: str, numbers: list[tuple[Any, int]]) -> list[dict[str, Any]]:
    """Results with the names of whom or what they are of."""
    values = [value for value, _ in numbers]
    if by in PEOPLE:
        names = Person.objects.filter(pk__in=values).order_by()
        people = dict(names.values_list("pk", "name"))
        return [{"id": pk, "name": people[pk], "count": number} for pk, number in numbers]
    if by == "source":
        sources = {row.pk: row for row in Source.objects.filter(pk__in=values).order_by()}
        return [
            {"value": sources[pk].slug, "name": sources[pk].name, "count": number}
            for pk, number in numbers
        ]
    return [{"value": value, "name": value, "count": number} for value, number in numbers]


def periods(numbers: Mapping[Any, int]) -> list[dict[str, Any]]:
    return [{"period": day.isoformat(), "count": number} for day, number in numbers.items()]
