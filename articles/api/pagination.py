"""Pages by keyset: a cursor says behind which row the next page begins.

Rows are ordered by one column that is never NULL and then by id, so that every
row has a place of its own: pages neither repeat nor skip rows while others come
in. Where an index follows the order, a page deep in a list costs what the first
costs.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from django.core import signing
from django.db.models import F, Q, QuerySet
from django.db.models.expressions import Combinable
from rest_framework.pagination import BasePagination
from rest_framework.response import Response
from rest_framework.utils.urls import remove_query_param, replace_query_param

from articles.api.errors import InvalidParameter

if TYPE_CHECKING:
    from rest_framework.request import Request
    from rest_framework.views import APIView

PAGE_SIZE = 50
MAX_PAGE_SIZE = 200
MAX_CURSOR_LENGTH = 1000

Orderings = Mapping[str, str | Combinable]


@dataclass(frozen=True, slots=True)
class Cursor:
    """A row's place: the value it is ordered by and its id; ``back`` looks before it."""

    key: Any
    pk: int
    back: bool = False

    def encode(self, salt: str) -> str:
        key = self.key.isoformat() if isinstance(self.key, date | datetime) else self.key
        return signing.dumps([key, self.pk, self.back], salt=salt)

    @classmethod
    def decode(cls, text: str, salt: str) -> Cursor:
        if len(text) > MAX_CURSOR_LENGTH:
            raise InvalidParameter("cursor", "Not a cursor: it is too long.")
        try:
            key, pk, back = signing.loads(text, salt=salt)
        except signing.BadSignature as error:
            message = "Not a cursor of this list and ordering: take it from 'next' or 'previous'."
            raise InvalidParameter("cursor", message) from error
        return cls(key, pk, back)


class KeysetPagination(BasePagination):
    """Pages the lists of views that name their ``orderings``."""

    parameters = ("cursor", "page_size", "ordering", "count")

    def paginate_queryset(
        self, queryset: Any, request: Request, view: APIView | None = None
    ) -> list[Any]:
        orderings: Orderings = view.orderings  # type: ignore[union-attr]
        default: str = view.default_ordering  # type: ignore[union-attr]
        self.url = request.build_absolute_uri()
        size = _page_size(request)
        ordering = _ordering(request, orderings, default)
        self.salt = f"{type(view).__name__} {getattr(view, 'action', '')} {ordering}"
        self.cursor = _cursor(request, self.salt)
        self.count = queryset.count() if _flag(request, "count") else None
        rows = _after(queryset, orderings, ordering, self.cursor)[: size + 1]
        page = list(rows)
        self.has_more = len(page) > size
        page = page[:size]
        if self.cursor and self.cursor.back:
            page.reverse()
        self.page = page
        return page

    def get_paginated_response(self, data: Any) -> Response:
        count = {} if self.count is None else {"count": self.count}
        links = {"next": self._next(), "previous": self._previous()}
        response = Response({**count, **links, "results": data})
        # RFC 8288, for clients that follow headers.
        header = ", ".join(
            f'<{url}>; rel="{"prev" if name == "previous" else name}"'
            for name, url in links.items()
            if url
        )
        if header:
            response.headers["Link"] = header
        return response

    def _next(self) -> str | None:
        came_back = bool(self.cursor and self.cursor.back)
        if not self.page or not (came_back or self.has_more):
            return None
        return self._link(self.page[-1], back=False)

    def _previous(self) -> str | None:
        if self.cursor is None or not self.page:
            return None
        if self.cursor.back and not self.has_more:
            return None
        return self._link(self.page[0], back=True)

    def _link(self, row: Any, *, back: bool) -> str:
        cursor = Cursor(row.page_key, row.pk, back)
        url = remove_query_param(self.url, "cursor")
        return str(replace_query_param(url, "cursor", cursor.encode(self.salt)))

    def get_paginated_response_schema(self, schema: dict[str, Any]) -> dict[str, Any]:
        link = {"type": "string", "format": "uri", "nullable": True}
        return {
            "type": "object",
            "required": ["next", "previous", "results"],
            "properties": {
                "count": {"type": "integer", "description": "All rows; with `count=true`."},
                "next": {**link, "description": "The next page; null on the last."},
                "previous": {**link, "description": "The page before; null on the first."},
                "results": schema,
            },
        }

    def get_schema_operation_parameters(self, view: Any) -> list[dict[str, Any]]:
        names = [sign + name for name in view.orderings for sign in ("", "-")]
        return [
            _parameter("cursor", {"type": "string"}, "From `next` or `previous` of a page."),
            _parameter(
                "page_size",
                {"type": "integer", "minimum": 1, "maximum": MAX_PAGE_SIZE, "default": PAGE_SIZE},
                "Rows a page.",
            ),
            _parameter(
                "ordering",
                {"type": "string", "enum": names, "default": view.default_ordering},
                "What to order by; `-` for descending. Equal rows follow by id.",
            ),
            _parameter("count", {"type": "boolean", "default": False}, "Count all rows too."),
        ]


def _parameter(name: str, schema: dict[str, Any], description: str) -> dict[str, Any]:
    return {
        "name": name,
        "in": "query",
        "required": False,
        "schema": schema,
        "description": description,
    }


def _page_size(request: Request) -> int:
    text = request.query_params.get("page_size", str(PAGE_SIZE))
    is_number = text.isascii() and text.isdecimal() and len(text) < 9
    if not is_number or not 1 <= int(text) <= MAX_PAGE_SIZE:
        raise InvalidParameter("page_size", f"A whole number from 1 to {MAX_PAGE_SIZE}.")
    return int(text)


def _flag(request: Request, name: str) -> bool:
    value = request.query_params.get(name, "false").lower()
    if value not in ("true", "false"):
        raise InvalidParameter(name, "Either true or false.")
    return value == "true"


def _ordering(request: Request, orderings: Orderings, default: str) -> str:
    value = request.query_params.get("ordering", default)
    if value.removeprefix("-") not in orderings:
        names = ", ".join(f"{name}, -{name}" for name in orderings)
        raise InvalidParameter("ordering", f"One of {names}.")
    return value


def _cursor(request: Request, salt: str) -> Cursor | None:
    text = request.query_params.get("cursor")
    return None if text is None else Cursor.decode(text, salt)


def _after(
    queryset: QuerySet[Any], orderings: Orderings, ordering: str, cursor: Cursor | None
) -> QuerySet[Any]:
    """The rows behind a cursor, in order; for one that looks back, in reverse."""
    expression = orderings[ordering.removeprefix("-")]
    key = F(expression) if isinstance(expression, str) else expression
    descending = ordering.startswith("-") != bool(cursor and cursor.back)
    rows: QuerySet[Any] = queryset.annotate(page_key=key)
    if cursor is not None:
        beyond = "lt" if descending else "gt"
        # The first condition follows from the second, but lets the index begin there.
        rows = rows.filter(**{f"page_key__{beyond}e": cursor.key}).filter(
            Q(**{f"page_key__{beyond}": cursor.key})
            | Q(**{"page_key": cursor.key, f"pk__{beyond}": cursor.pk})
        )
    sign = "-" if descending else ""
    return rows.order_by(f"{sign}page_key", f"{sign}pk")
