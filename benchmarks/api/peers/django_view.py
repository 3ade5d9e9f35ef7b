"""Django views with SQL by hand and orjson."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.urls import path

from benchmarks.api.peers import by_hand, database, sql

if TYPE_CHECKING:
    from collections.abc import Mapping

# As text, since Django reads times of PostgreSQL in Python.
_STATEMENTS = {
    name: sql.for_psycopg(text)
    for name, text in sql.statements(sqlite=database.IS_SQLITE, times_as_text=True).items()
}


def fetch(name: str, values: Mapping[str, Any]) -> Any:
    with connection.cursor() as cursor:
        cursor.execute(_STATEMENTS[name], values)
        return cursor.fetchall()


def articles(request: HttpRequest) -> HttpResponse:
    return _json(by_hand.article_list(fetch, request.GET))


def quotes(request: HttpRequest) -> HttpResponse:
    return _json(by_hand.quote_list(fetch, request.GET))


def article(request: HttpRequest, pk: int) -> HttpResponse:
    return _json(by_hand.article_detail(fetch, pk))


def _json(body: bytes) -> HttpResponse:
    return HttpResponse(body, content_type="application/json")


urlpatterns = [
    path("articles/", articles),
    path("articles/<int:pk>/", article),
    path("quotes/", quotes),
]
