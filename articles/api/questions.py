"""Questions to the database: a list or a detail, with its parameters, as one statement.

Making SQL of a queryset and its filters costs as much as running it. So it is
made once for each combination of parameters, and kept; a request then only
cleans its values, with the filters' own form fields, and fills them in. A
filter whose SQL depends on what is given says so by its ``place``.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from django.core.exceptions import ValidationError
from django.db.models import DateField, F, Q
from django_filters.constants import EMPTY_VALUES
from rest_framework import serializers

from articles import fulltext
from articles.api import ranking
from articles.api.cursors import Cursor
from articles.api.errors import InvalidParameter
from articles.api.highlights import HIGHLIGHTS, highlighted
from articles.api.shapes import Shape, shape_of
from articles.api.statements import Statement, compiled, kept
from articles.fulltext import Reach
from articles.functions import Parameter, Stored

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Mapping

    from django.db.models import QuerySet
    from django.db.models.expressions import Combinable

    from articles.search.query import Query

    Orderings = Mapping[str, str | Combinable]
    # A class of filter sets, whose filters by name (base_filters) are not in its type.
    Filters = Any

# Rows are counted up to here; beyond, a count says "at least".
MOST_COUNTED = 10_000
# A search is first for so many matches: a page and more.
_NEAR = 100
# Filters that leave few rows, of one person or article.
_FEW = frozenset(("speaker", "speaker_name", "about", "about_name", "person", "article"))
# The shape of a filter whose SQL is made anew each time.
UNKEPT = object()
# Names of places that no filter can have.
_SCOPE, _KEY, _PK, _LIMIT = "scope of", "key of cursor", "id of row", "rows at most"


@dataclass(frozen=True, eq=False, slots=True)
class Listing:
    """What a list can be asked.

    ``scope`` takes the rows that belong to the row whose id the address has;
    ``optional`` names fields of the serializer that come only where asked for;
    ``selectable`` is whether fields can be chosen at all.
    """

    name: str
    rows: Callable[[], QuerySet[Any]]
    serializer: type[serializers.Serializer[Any]]
    filters: Filters
    orderings: Orderings
    default_ordering: str
    scope: Callable[[Any, Parameter], QuerySet[Any]] | None = None
    optional: frozenset[str] = frozenset()
    selectable: bool = True


@dataclass(frozen=True, slots=True)
class PageRequest:
    """Which page of a list, in which order, with which fields (None: all)."""

    ordering: str
    size: int
    cursor: Cursor | None = None
    fields: tuple[str, ...] | None = None

    @property
    def back(self) -> bool:
        return self.cursor is not None and self.cursor.back

    @property
    def descending(self) -> bool:
        """Whether the statement goes down; a page that lies before a cursor is read backwards."""
        return self.ordering.startswith("-") != self.back

    def shape(self) -> tuple[Hashable, ...]:
        return self.ordering, self.cursor is not None, self.back, self.fields

    def values(self) -> dict[str, Any]:
        values: dict[str, Any] = {_LIMIT: self.size + 1}
        if self.cursor:
            values |= {_KEY: self.cursor.key, _PK: self.cursor.pk}
        return values


@dataclass(frozen=True, slots=True)
class Page:
    """Rows as objects, the places of the first and the last, and whether more follow."""

    items: list[dict[str, Any]]
    ends: tuple[Cursor, ...]
    more: bool


class Place(NamedTuple):
    """Where the value of a filter goes.

    ``shape`` tells statements apart that differ by more than the value;
    ``given`` is what the filter is called with to make the statement.
    """

    shape: Hashable
    given: Any
    value: Any


def place_of(name: str, one: Any, value: Any) -> Place:
    """The place of a filter's cleaned value; most filters have one place for any value."""
    if own := getattr(one, "place", None):
        place: Place = own(name, value)
        return place
    # True and false are often two conditions.
    is_flag = isinstance(value, bool)
    return Place(value, value, value) if is_flag else Place(None, Parameter(name), value)


def clean(filters: Filters, given: Mapping[str, str]) -> dict[str, Place]:
    """The places of those filters that are given, with values cleaned by their fields.

    Raises:
        ValidationError: naming each parameter that cannot have its value.
    """
    places: dict[str, Place] = {}
    errors: dict[str, list[str]] = {}
    for name, one in filters.base_filters.items():
        if (text := given.get(name)) is None:
            continue
        try:
            value = one.field.clean(text)
        except ValidationError as error:
            errors[name] = error.messages
        else:
            if value not in EMPTY_VALUES:
                places[name] = place_of(name, one, value)
    if errors:
        raise serializers.ValidationError(errors)
    return places


def filtered(filters: Filters, rows: QuerySet[Any], given: Mapping[str, Any]) -> QuerySet[Any]:
    """Rows as the filters choose them, called with what stands for each value."""
    filterset = filters(queryset=rows)
    # What a form that was filled in would have, so that filters can look at one another.
    filterset.form.cleaned_data = {**dict.fromkeys(filters.base_filters), **given}
    chosen: QuerySet[Any] = filterset.filter_queryset(rows)
    return chosen


@dataclass(frozen=True, slots=True)
class Question:
    """What one request asks of a list: the places of its filters, the row it is below of."""

    listing: Listing
    places: Mapping[str, Place]
    scope: int | None = None

    @property
    def query(self) -> Query | None:
        """What is searched for."""
        place = self.places.get("q") or self.places.get("text")
        return place.value if place else None

    def page(self, request: PageRequest) -> Page:
        """One page, in order."""
        marks = request.fields is not None and HIGHLIGHTS in request.fields
        if marks and self.query is None:
            raise InvalidParameter("include", f"Only what is searched for with q has {HIGHLIGHTS}.")
        ranked = request.ordering == ranking.RELEVANCE
        page = self._ranked_page(request) if ranked else self._keyset_page(request)
        if marks and self.query:
            for item in page.items:
                item[HIGHLIGHTS] = highlighted(item[HIGHLIGHTS], self.query)
        return page

    def _ranked_page(self, request: PageRequest) -> Page:
        """The best of the newest matches: what tells the best, and then the rows."""
        if self.query is None:
            raise InvalidParameter("ordering", "Only what is searched for with q has a relevance.")
        most = Parameter(_LIMIT)
        _, found = self._run(
            ("ranked",),
            lambda reach: ranking.candidates(self._rows(), most, reach),
            {_LIMIT: fulltext.MOST_RANKED},
            reaches=self._reaches(),
        )
        places, more = ranking.part(ranking.ranked(found, self.query), request.cursor, request.size)
        listing, number = self.listing, len(places)
        rows = kept(
            (listing, "by id", request.fields, number),
            lambda: ranking.by_id(listing, request.fields, number),
        )
        ids = {ranking.id_name(index): place.pk for index, place in enumerate(places)}
        items = {row[0]: rows.shape.build(row[1:]) for row in rows.run(ids)}
        # What was removed between the two is left out.
        page = [items[place.pk] for place in places if place.pk in items]
        return Page(page, (places[0], places[-1]) if places else (), more)

    def _keyset_page(self, request: PageRequest) -> Page:
        """Rows behind a place; one statement, but for what is searched for and rare."""
        by_time = self.listing.orderings[request.ordering.removeprefix("-")] == "sort_at"
        statement, rows = self._run(
            ("page", request.shape()),
            lambda reach: self._page_statement(request, reach),
            request.values(),
            reaches=self._reaches() if self.query is not None and by_time else (Reach.ALL,),
        )
        more = len(rows) > request.size
        rows = rows[: request.size]
        if request.back:
            rows.reverse()
        items = [statement.shape.build(row[2:]) for row in rows]
        ends = [Cursor(*rows[place][:2]) for place in (0, -1)] if rows else []
        return Page(items, tuple(ends), more)

    def _run(
        self,
        kind: tuple[Hashable, ...],
        make: Callable[[Reach], Statement],
        values: Mapping[str, Any],
        reaches: tuple[Reach, ...],
    ) -> tuple[Statement, list[tuple[Any, ...]]]:
        """The rows of the first statement that gives as many as are wanted, else of the last."""
        given = {**self._values(), **values}
        for reach in reaches:
            statement = self._kept((*kind, reach), partial(make, reach))
            rows = statement.run(given)
            if len(rows) == given[_LIMIT]:
                break
        return statement, rows

    def _reaches(self) -> tuple[Reach, ...]:
        are_few = not _FEW.isdisjoint(self.places)
        return fulltext.reaches(self.listing.rows(), are_few=are_few)

    def count(self) -> int:
        """How many rows there are, counted up to ``MOST_COUNTED + 1``."""
        statement = self._kept(("count",), self._count_statement)
        rows = statement.run(self._values())
        return int(rows[0][0]) if rows else 0

    def followed(self) -> Question | None:
        """The question with merged people as who they are now; None if it is the same.

        Who was merged has no facts, so only a question without an answer can be
        about them; others need not ask.
        """
        filters = self.listing.filters.base_filters
        places = {
            name: place._replace(value=filters[name].follow(place.value))
            if hasattr(filters[name], "follow")
            else place
            for name, place in self.places.items()
        }
        return None if places == self.places else replace(self, places=places)

    def _kept(self, kind: tuple[Hashable, ...], make: Callable[[], Statement]) -> Statement:
        shapes = tuple((name, place.shape) for name, place in self.places.items())
        if any(shape is UNKEPT for _, shape in shapes):
            return make()
        return kept((self.listing, kind, shapes), make)

    def _values(self) -> dict[str, Any]:
        values = {name: place.value for name, place in self.places.items()}
        return values if self.scope is None else {**values, _SCOPE: self.scope}

    def _rows(self) -> QuerySet[Any]:
        listing = self.listing
        rows = listing.rows()
        if listing.scope:
            rows = listing.scope(rows, Parameter(_SCOPE))
        given = {name: place.given for name, place in self.places.items()}
        return filtered(listing.filters, rows, given)

    def _page_statement(self, request: PageRequest, reach: Reach) -> Statement:
        rows = self._rows()
        expression = self.listing.orderings[request.ordering.removeprefix("-")]
        # A search may bring an order of its own, in which no two rows are equal.
        own = fulltext.place(rows) if expression == "sort_at" else None
        key = own or (F(expression) if isinstance(expression, str) else expression)
        if reach is Reach.NEAR:
            behind = Parameter(_KEY) if request.cursor else None
            rows = fulltext.near(rows, _NEAR, behind=behind, descending=request.descending)
        elif reach is Reach.APART:
            key = fulltext.apart(key)
        rows = rows.annotate(page_key=key)
        if request.cursor:
            rows = _behind(rows, "lt" if request.descending else "gt")
        sign = "-" if request.descending else ""
        rows = rows.order_by(*[f"{sign}page_key", f"{sign}pk"][: 1 if own else 2])
        field = rows.query.annotations["page_key"].output_field
        stored = Stored("page_key") if isinstance(field, DateField) else F("page_key")
        shape = shape_of(self.listing.serializer(), only=request.fields)
        return compiled(rows, shape, [stored, F("pk")]).limited(Parameter(_LIMIT))

    def _count_statement(self) -> Statement:
        rows = self._rows().order_by()[: MOST_COUNTED + 1]
        return compiled(rows, Shape(), [F("pk")]).counted()


def _behind(rows: QuerySet[Any], beyond: str) -> QuerySet[Any]:
    """The rows behind a cursor's place."""
    key, pk = Parameter(_KEY), Parameter(_PK)
    # The first condition follows from the second, but lets the index begin there.
    return rows.filter(**{f"page_key__{beyond}e": key}).filter(
        Q(**{f"page_key__{beyond}": key}) | Q(**{"page_key": key, f"pk__{beyond}": pk})
    )


def detail(
    listing: Listing,
    serializer: type[serializers.Serializer[Any]],
    pk: int,
    fields: tuple[str, ...] | None,
) -> dict[str, Any] | None:
    """One row of a listing; None where there is none."""

    def make() -> Statement:
        rows = listing.rows().filter(pk=Parameter(_PK)).order_by()
        return replace(compiled(rows, shape_of(serializer(), only=fields)), prepared=True)

    statement = kept((listing, serializer, fields), make)
    rows = statement.run({_PK: pk})
    return statement.shape.build(rows[0]) if rows else None
