"""Reading what an editor types into a search box."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.db.models import Q

from articles.search.query import QueryError, parse

if TYPE_CHECKING:
    from django.http import HttpRequest

NOTHING = Q(pk__in=[])


def matches(request: HttpRequest, text: str, field: str = "search_text") -> Q:
    """Rows whose ``field`` matches a query; none, with a message, where it is not one."""
    try:
        return Q(**{f"{field}__matches": parse(text)})
    except QueryError as error:
        messages.warning(request, f"Search: {error}")
        return NOTHING
