"""Pages by keyset: a cursor says behind which row the next page begins.

Rows are ordered by one column that is never NULL and then by id, so that every
row has a place of its own: pages neither repeat nor skip rows while others come
in. Where an index follows the order, a page deep in a list costs what the first
costs.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from rest_framework.pagination import BasePagination

from articles.api.cursors import MAX_LENGTH, Cursor
from articles.api.errors import InvalidParameter, unknown
from articles.api.questions import MOST_COUNTED, PageRequest
from articles.api.ranking import RELEVANCE
from articles.fulltext import MOST_RANKED

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rest_framework import serializers

    from articles.api.questions import Listing

PAGE_SIZE = 50
MAX_PAGE_SIZE = 200

SELECTION = ("fields", "omit", "include")
PAGING = ("cursor", "page_size", "ordering", "count")
PARAMETERS = (*PAGING, *SELECTION)


def page_request(listing: Listing, given: Mapping[str, str], name: str) -> PageRequest:
    """Which page of a list is asked for; ``name`` is what its cursors are of."""
    ordering = _ordering(listing, given.get("ordering"))
    cursor = given.get("cursor")
    return PageRequest(
        ordering=ordering,
        size=_page_size(given.get("page_size")),
        cursor=None if cursor is None else Cursor.decode(cursor, f"{name} {ordering}"),
        fields=fields_asked(listing.serializer, listing.optional, given),
    )


def wants_count(given: Mapping[str, str]) -> bool:
    value = given.get("count", "false")
    if value not in ("true", "false"):
        raise InvalidParameter("count", "Either true or false.")
    return value == "true"


def fields_asked(
    serializer: type[serializers.Serializer[Any]],
    optional: frozenset[str],
    given: Mapping[str, str],
) -> tuple[str, ...] | None:
    """The names of the fields wanted, in order; None where all are.

    ``include`` adds fields that are left out otherwise, ``fields`` names all that
    are wanted, ``omit`` those that are not.
    """
    asked = tuple(given.get(name) for name in SELECTION)
    if not optional and asked == (None, None, None):
        return None
    return _selected(serializer, optional, *asked)


@cache
def names_of(serializer: type[serializers.Serializer[Any]]) -> tuple[str, ...]:
    """The fields of a serializer; to make them costs more than to answer most questions."""
    return tuple(serializer().fields)


@lru_cache(maxsize=1000)
def _selected(
    serializer: type[serializers.Serializer[Any]],
    optional: frozenset[str],
    fields: str | None,
    omit: str | None,
    include: str | None,
) -> tuple[str, ...]:
    known = names_of(serializer)
    included = _names("include", include, optional)
    wanted = _names("fields", fields, known) if fields is not None else set(known) - optional
    left_out = _names("omit", omit, known)
    chosen = (wanted | included) - left_out
    if not chosen:
        raise InvalidParameter("omit" if omit else "fields", "No field is left.")
    return tuple(name for name in known if name in chosen)


def _names(parameter: str, text: str | None, known: Any) -> set[str]:
    names = {name.strip() for name in (text or "").split(",")} - {""}
    for name in sorted(names - set(known)):
        raise InvalidParameter(parameter, unknown("field", name, known))
    return names


def _page_size(text: str | None) -> int:
    if text is None:
        return PAGE_SIZE
    is_number = text.isascii() and text.isdecimal() and len(text) < 9
    if not is_number or not 1 <= int(text) <= MAX_PAGE_SIZE:
        raise InvalidParameter("page_size", f"A whole number from 1 to {MAX_PAGE_SIZE}.")
    return int(text)


def _ordering(listing: Listing, value: str | None) -> str:
    if value is None:
        return listing.default_ordering
    names = ordering_names(listing)
    if value not in names:
        raise InvalidParameter("ordering", f"One of {', '.join(names)}.")
    return value


def ordering_names(listing: Listing) -> list[str]:
    names = [sign + name for name in listing.orderings for sign in ("", "-")]
    return [*names, RELEVANCE] if "q" in listing.filters.base_filters else names


CURSOR = {"type": "string", "minLength": 1, "maxLength": MAX_LENGTH, "pattern": "^[A-Za-z0-9_-]+$"}


class KeysetPagination(BasePagination):
    """Describes pages and their parameters for the OpenAPI document."""

    def get_paginated_response_schema(self, schema: dict[str, Any]) -> dict[str, Any]:
        link = {"type": "string", "format": "uri", "nullable": True}
        count = f"All rows, with `count=true`; at most {MOST_COUNTED}."
        exact = "Whether `count` is exact; false means that there are more rows than that."
        return {
            "type": "object",
            "required": ["next", "previous", "results"],
            "properties": {
                "count": {"type": "integer", "maximum": MOST_COUNTED, "description": count},
                "count_exact": {"type": "boolean", "description": exact},
                "next": {**link, "description": "The next page; null on the last."},
                "previous": {**link, "description": "The page before; null on the first."},
                "results": schema,
            },
        }

    def get_schema_operation_parameters(self, view: Any) -> list[dict[str, Any]]:
        listing: Listing = view.listing
        names = ordering_names(listing)
        size = {"type": "integer", "minimum": 1, "maximum": MAX_PAGE_SIZE, "default": PAGE_SIZE}
        ordering = {"type": "string", "enum": names, "default": listing.default_ordering}
        count = f"Count the rows too, up to {MOST_COUNTED}."
        return [
            _parameter("cursor", CURSOR, "From `next` or `previous` of a page."),
            _parameter("page_size", size, "Rows a page."),
            _parameter("ordering", ordering, _ordering_words(names)),
            _parameter("count", {"type": "boolean", "default": False}, count),
            *(selection_parameters(listing) if listing.selectable else ()),
        ]


def _ordering_words(names: list[str]) -> str:
    words = "`-` for descending; equal rows follow by id."
    if RELEVANCE not in names:
        return words
    return f"{words} `{RELEVANCE}`: the best of the newest {MOST_RANKED} that match `q` first."


def selection_parameters(listing: Listing) -> list[dict[str, Any]]:
    """``fields``, ``omit`` and ``include`` for the OpenAPI document."""
    known = list(names_of(listing.serializer))
    described = [
        _names_parameter("fields", known, "Only these fields, separated by commas."),
        _names_parameter("omit", known, "All fields but these."),
    ]
    if optional := listing.optional:
        words = "Also these fields, which are left out otherwise."
        described.append(_names_parameter("include", sorted(optional), words))
    return described


def _names_parameter(name: str, known: list[str], description: str) -> dict[str, Any]:
    schema = {"type": "array", "items": {"type": "string", "enum": known}, "minItems": 1}
    return {**_parameter(name, schema, description), "style": "form", "explode": False}


def _parameter(name: str, schema: dict[str, Any], description: str) -> dict[str, Any]:
    return {
        "name": name,
        "in": "query",
        "required": False,
        "schema": schema,
        "description": description,
    }
