"""Lists in order of relevance: the best of the newest that match a query."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db.models import F

from articles import fulltext
from articles.api.cursors import Cursor
from articles.api.shapes import Shape, shape_of
from articles.api.statements import Statement, compiled
from articles.fulltext import Reach
from articles.functions import Parameter, Stored
from articles.search.relevance import score

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.db.models import QuerySet
    from django.db.models.expressions import Combinable

    from articles.api.questions import Listing
    from articles.search.query import Query

# The ordering that lists have which can be searched.
RELEVANCE = "relevance"

Ranked = list[Cursor]


def candidates(rows: QuerySet[Any], most: Parameter, reach: Reach) -> Statement:
    """What of the newest matches tells how good each is."""
    columns: list[Combinable] = [F("search_text"), Stored("sort_at"), F("pk")]
    if reach is Reach.NEAR:
        rows = fulltext.near(rows, fulltext.MOST_RANKED)
    if reach is Reach.APART:
        rows = rows.order_by(fulltext.apart(F("sort_at")).desc(), "-id")
    else:
        rows = fulltext.newest_first(rows)
    return compiled(rows, Shape(), columns).limited(most)


def ranked(found: Sequence[tuple[Any, ...]], query: Query) -> Ranked:
    """The places of candidates, the best first, equal ones the newest first."""
    places = [(score(text, query), sort_at, pk) for text, sort_at, pk in found]
    return [Cursor([points, at], pk) for points, at, pk in sorted(places, reverse=True)]


def part(places: Ranked, cursor: Cursor | None, size: int) -> tuple[Ranked, bool]:
    """So many places behind a cursor, or before it, and whether there are more that way."""
    if cursor is None:
        return places[:size], len(places) > size
    here = (*cursor.key, cursor.pk)
    if cursor.back:
        before = [place for place in places if (*place.key, place.pk) > here]
        return before[-size:], len(before) > size
    behind = [place for place in places if (*place.key, place.pk) < here]
    return behind[:size], len(behind) > size


def by_id(listing: Listing, fields: tuple[str, ...] | None, number: int) -> Statement:
    """So many rows by id, each with its id before it."""
    ids = [Parameter(id_name(place)) for place in range(number)]
    rows = listing.rows().filter(pk__in=ids).order_by()
    return compiled(rows, shape_of(listing.serializer(), only=fields), [F("pk")])


def id_name(place: int) -> str:
    return f"id {place}"
