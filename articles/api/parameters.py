"""Kinds of query parameters, and a filter backend that takes no others."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

import django_filters as filters
from django.db.models import DateField, DateTimeField
from django_filters.rest_framework import DjangoFilterBackend

from articles.api.errors import InvalidParameter, unknown_parameter
from articles.api.questions import UNKEPT, Place
from articles.api.values import (
    CountryField,
    DayField,
    MomentField,
    NameField,
    NumberField,
    QueryField,
    WholeNumberField,
)
from articles.choices import MatchStatus, choices_of
from articles.extraction.folding import fold
from articles.functions import Parameter
from articles.models import Person, Source
from articles.readers.base import PubStatus
from articles.search.query import MAX_WORDS

if TYPE_CHECKING:
    from collections.abc import Collection

    from django.db.models import QuerySet
    from django.http import HttpRequest
    from rest_framework.request import Request
    from rest_framework.views import APIView

    from articles.querysets import ArticleQuerySet, PossibleMatchQuerySet, QuoteQuerySet
    from articles.search.query import Query

MAX_ID = 2**63 - 1
_SYNTAX = (
    'All words must occur, in any form and order; `"a phrase"` as it stands, `OR` between two, '
    f"`-` before what must not. At most {MAX_WORDS} words."
)


class StrictFilterBackend(DjangoFilterBackend):
    """Answers 400 to a parameter that is not declared, given twice or malformed.

    A view's filters are those of its listing, unless it has a ``filterset_class``.
    """

    def get_filterset_class(self, view: APIView, queryset: QuerySet[Any] | None = None) -> Any:
        own = getattr(view, "filterset_class", None)
        return own or getattr(getattr(view, "listing", None), "filters", None)

    def get_filterset_kwargs(
        self, request: Request, queryset: QuerySet[Any], view: APIView
    ) -> dict[str, Any]:
        kwargs: dict[str, Any] = super().get_filterset_kwargs(request, queryset, view)
        filterset: type[filters.FilterSet] = self.get_filterset_class(view, queryset)
        refuse_undeclared(request, set(filterset.base_filters))  # type: ignore[attr-defined]
        return kwargs


def given_once(request: Request | HttpRequest, known: Collection[str]) -> dict[str, str]:
    """The parameters of a request, each known and given once."""
    refuse_undeclared(request, known)
    return request.GET.dict()


def refuse_undeclared(request: Request | HttpRequest, known: Collection[str]) -> None:
    """Raise for the first parameter that is unknown, given twice or empty."""
    for name, values in request.GET.lists():
        if name not in known:
            raise unknown_parameter(name, known)
        if len(values) > 1:
            raise InvalidParameter(name, "Given more than once.")
        if not values[0].strip():
            raise InvalidParameter(name, "It is empty: give a value, or leave it out.")


class DayFilter(filters.DateFilter):
    field_class = DayField

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, input_formats=["%Y-%m-%d"], **kwargs)


class NameFilter(filters.CharFilter):
    field_class = NameField

    def place(self, name: str, value: str) -> Place:
        return Place(UNKEPT, value, value)


class QueryFilter(filters.CharFilter):
    """Rows that match a query, which is parsed with the other values."""

    field_class = QueryField

    def __init__(self, what: str) -> None:
        # The field says itself that a query is too long.
        super().__init__(method=_search, help_text=f"{what} {_SYNTAX}")


def _search(rows: ArticleQuerySet | QuoteQuerySet, name: str, value: Query | Parameter) -> Any:
    return rows.matching(value)


class KnownAsFilter(filters.CharFilter):
    """Rows of people by any of their names, in full.

    Its method gets the id of the only one of that name, or a query for the ids of all.
    """

    field_class = NameField

    def place(self, name: str, value: str) -> Place:
        people = list(Person.objects.known_as(value).values_list("pk", flat=True)[:2])
        if len(people) == 1:
            # The rows of one person the database has in order.
            return Place("one", Parameter(name), people[0])
        folded = Parameter(name, of=fold)
        return Place("some", Person.objects.known_as(folded).values("pk"), value)


class PublishedFilter(filters.CharFilter):
    """A day is compared with the day where the article was published, a time with the time."""

    field_class = MomentField

    def place(self, name: str, value: date | datetime) -> Place:
        kind = DateTimeField if isinstance(value, datetime) else DateField
        return Place(kind, Parameter(name, kind()), value)

    def filter(self, qs: Any, value: Any) -> Any:
        """By a day, a time, or the place of either."""
        if not value:
            return qs
        kind = value.output_field if isinstance(value, Parameter) else value
        if isinstance(kind, datetime | DateTimeField):
            return self._compare(qs, "published_at", value, _second(value))
        return self._compare(qs, "published_on", value, self._bound(value))

    def _compare(self, qs: Any, column: str, value: Any, bound: Any) -> Any:
        # The second follows from the first, but lets an index by time begin there.
        conditions = {f"{self.field_name}{column}": value, "sort_at": bound}
        return qs.filter(**{f"{name}__{self.lookup_expr}": end for name, end in conditions.items()})

    def _bound(self, day: date | Parameter) -> datetime | Parameter:
        """A time in UTC on the safe side of a day anywhere on earth."""
        if isinstance(day, Parameter):
            return Parameter(day.name, DateTimeField(), of=self._bound)
        midnight = datetime.combine(day, time.min, UTC)
        try:
            return midnight + timedelta(days=-1 if self.lookup_expr == "gte" else 2)
        except OverflowError:
            return midnight


def _second(moment: datetime | Parameter) -> datetime | Parameter:
    """The whole second of a time, as rows are sorted by it."""
    if isinstance(moment, Parameter):
        return Parameter(moment.name, DateTimeField(), of=_second)
    return moment.replace(microsecond=0)


class CountryFilter(filters.CharFilter):
    """The code of a country; the codes are kept in capitals."""

    field_class = CountryField


class IdFilter(filters.NumberFilter):
    """An id, or a count."""

    field_class = WholeNumberField

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, min_value=0, max_value=MAX_ID, **kwargs)


class PersonFilter(IdFilter):
    """The id of a person; that of somebody merged means who they were merged into."""

    def follow(self, person: int) -> int:
        return Person.objects.current_id(person)


class MatchStatusFilter(filters.ChoiceFilter):
    """The decision about a pair; those that wait for one by default."""

    def place(self, name: str, value: str) -> Place:
        return Place(value, value, value)

    def filter(self, qs: PossibleMatchQuerySet, value: str | None) -> Any:
        waiting = value in (None, "", MatchStatus.OPEN)
        return qs.waiting() if waiting else qs.filter(status=value)


class CopiesFilter(filters.ChoiceFilter):
    """Whether rows that are one in several copies are given each, or one for all."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        choices = [("all", "each copy"), ("leading", "one for all copies")]
        super().__init__(*args, choices=choices, **kwargs)

    def place(self, name: str, value: str) -> Place:
        return Place(value, value, value)

    def filter(self, qs: Any, value: str | None) -> Any:
        return qs.leading() if value == "leading" else qs


class PubStatusFilter(filters.ChoiceFilter):
    """What providers allow; only what they do allow by default."""

    ANY = "any"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        choices = [*choices_of(PubStatus), (self.ANY, "whatever it is")]
        super().__init__(*args, choices=choices, **kwargs)

    def place(self, name: str, value: str) -> Place:
        return Place(value, value, value)

    def filter(self, qs: Any, value: str | None) -> Any:
        return qs if value == self.ANY else qs.filter(pub_status=value or PubStatus.USABLE.value)


class ConfidenceFilter(filters.NumberFilter):
    field_class = NumberField

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, min_value=0, max_value=1, **kwargs)


def published_after(path: str) -> PublishedFilter:
    return PublishedFilter(
        field_name=path,
        lookup_expr="gte",
        max_length=40,
        help_text="Published on this day or later; or at this time or later.",
    )


def published_before(path: str) -> PublishedFilter:
    return PublishedFilter(
        field_name=path,
        lookup_expr="lte",
        max_length=40,
        help_text="Published on this day or earlier; or at this time or earlier.",
    )


class SourceFilter(filters.CharFilter):
    """Rows of a source by its slug.

    They are looked for by its id: the database knows how many rows each source has.
    """

    def __init__(self, field: str) -> None:
        super().__init__(field_name=field, help_text="Slug of the source.", max_length=200)

    def place(self, name: str, value: str) -> Place:
        return Place(None, Parameter(name), _id_of_source(value))

    def filter(self, qs: Any, value: str | Parameter) -> Any:
        if not value:
            return qs
        source = value if isinstance(value, Parameter) else _id_of_source(value)
        return qs.filter(**{self.field_name: source})


def _id_of_source(slug: str) -> int:
    """The id, or one that no source has."""
    found = Source.objects.filter(slug=slug).order_by().values_list("pk", flat=True)[:1]
    return next(iter(found), 0)
