"""Answers over the wire: tags, times, compression, and how long they are kept."""

from __future__ import annotations

import gzip
from typing import TYPE_CHECKING, Any

import pytest
from django.db import connection, connections
from django.test.utils import CaptureQueriesContext

from articles.api import answers, statements
from articles.models import Article, Source
from tests.api.helpers import assert_problem
from tests.builders import make_article, make_person, make_quote, make_source

if TYPE_CHECKING:
    from pytest_django import Settings
    from rest_framework.test import APIClient

ARTICLES = "/api/v1/articles/"


@pytest.fixture(autouse=True)
def _nothing_kept() -> None:
    answers._answers.clear()


@pytest.mark.django_db
class TestConditions:
    def test_an_answer_that_is_the_same_is_not_sent_again(self, api: APIClient) -> None:
        make_article()
        first = api.get(ARTICLES)
        again = api.get(ARTICLES, HTTP_IF_NONE_MATCH=first.headers["ETag"])
        assert (again.status_code, again.content) == (304, b"")
        assert again.headers["ETag"] == first.headers["ETag"]
        later = api.get(ARTICLES, HTTP_IF_MODIFIED_SINCE=first.headers["Last-Modified"])
        assert later.status_code == 304

    def test_another_answer_has_another_tag(self, api: APIClient) -> None:
        article = make_article()
        address = f"{ARTICLES}{article.pk}/"
        first = api.get(address)
        make_quote(article=article)
        second = api.get(address, HTTP_IF_NONE_MATCH=first.headers["ETag"])
        assert second.status_code == 200
        assert second.headers["ETag"] != first.headers["ETag"]
        assert not first.headers["ETag"].startswith("W/")

    def test_head_has_the_headers_of_get(self, api: APIClient) -> None:
        make_article()
        get, head = api.get(ARTICLES), api.head(ARTICLES)
        assert head.content == b""
        for name in ("ETag", "Content-Length", "Content-Type", "Vary"):
            assert head.headers[name] == get.headers[name]

    def test_a_long_answer_is_compressed_for_those_who_take_it(self, api: APIClient) -> None:
        for _ in range(3):
            make_article()
        plain = api.get(ARTICLES)
        short = api.get(ARTICLES, HTTP_ACCEPT_ENCODING="br;q=1.0, gzip;q=0.8")
        assert short.headers["Content-Encoding"] == "gzip"
        assert gzip.decompress(short.content) == plain.content
        assert int(short.headers["Content-Length"]) == len(short.content) < len(plain.content)
        assert short.headers["ETag"] != plain.headers["ETag"]
        assert "Accept-Encoding" in plain.headers["Vary"]
        refused = api.get(ARTICLES, HTTP_ACCEPT_ENCODING="gzip;q=0")
        assert "Content-Encoding" not in refused.headers


@pytest.mark.django_db(transaction=True)
class TestKept:
    def ask(self, api: APIClient, address: str = ARTICLES) -> tuple[list[Any], int]:
        with CaptureQueriesContext(connection) as queries:
            rows = api.get(address).json()["results"]
        return rows, len(queries)

    def test_what_is_asked_again_is_not_looked_up_again(self, api: APIClient) -> None:
        make_article()
        self.ask(api)
        self.ask(api)
        rows, queries = self.ask(api)
        # Only whether anything has changed.
        assert (len(rows), queries) == (1, 1)

    def test_nothing_outlives_a_change_by_anybody(self, api: APIClient) -> None:
        article = make_article(headline="Before")
        for _ in range(3):
            self.ask(api)
        article.headline = "After"
        article.save(update_fields=["headline"])
        assert self.ask(api)[0][0]["headline"] == "After"
        self.ask(api)
        with connection.cursor() as cursor:
            cursor.execute("UPDATE articles_article SET headline = 'By hand'")
        assert self.ask(api)[0][0]["headline"] == "By hand"
        Article.objects.all().delete()
        assert self.ask(api)[0] == []

    def test_changes_through_another_connection_count(self, api: APIClient) -> None:
        source = make_source(name="Before")
        address = f"/api/v1/sources/{source.pk}/"
        for _ in range(3):
            api.get(address)
        other = connections.create_connection("default")
        try:
            with other.cursor() as cursor:
                cursor.execute("UPDATE articles_source SET name = 'After'")
        finally:
            other.close()
        assert api.get(address).json()["name"] == "After"

    def test_a_change_within_the_second_is_later(self, api: APIClient) -> None:
        source = make_source(name="Before")
        address = f"/api/v1/sources/{source.pk}/"
        first = api.get(address)
        Source.objects.update(name="After")
        again = api.get(address, HTTP_IF_MODIFIED_SINCE=first.headers["Last-Modified"])
        assert again.status_code == 200

    def test_errors_are_not_kept(self, api: APIClient) -> None:
        address = "/api/v1/sources/77/"
        for _ in range(3):
            assert_problem(api.get(address), 404)
        Source.objects.create(pk=77, name="Touchline", slug="touchline")
        assert api.get(address).json()["name"] == "Touchline"

    def test_what_is_kept_has_a_limit(self, api: APIClient) -> None:
        make_article()
        for number in range(40):
            self.ask(api, f"{ARTICLES}?page_size={number + 1}")
        assert answers._answers.currsize <= answers._answers.maxsize


@pytest.mark.django_db
def test_a_count_beyond_the_limit_says_that_there_are_more(
    api: APIClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in ("questions", "pages"):
        monkeypatch.setattr(f"articles.api.{module}.MOST_COUNTED", 2)
    monkeypatch.setattr(statements, "_statements", {})
    for number in range(1, 4):
        make_article()
        body = api.get(f"{ARTICLES}?count=true&page_size=1").json()
        assert (body["count"], body["count_exact"]) == (min(number, 2), number <= 2)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("query", "field", "words"),
    [
        ("fields=headlin", "fields", "did you mean 'headline'"),
        ("omit=x", "omit", "Unknown field"),
        ("include=body", "include", "Unknown field"),
        ("fields=", "fields", "It is empty"),
        ("omit=id&fields=id", "omit", "No field is left."),
    ],
)
def test_names_of_fields_are_checked(api: APIClient, query: str, field: str, words: str) -> None:
    assert words in assert_problem(api.get(f"{ARTICLES}?{query}"), 400, field)


@pytest.mark.django_db
@pytest.mark.parametrize("address", [ARTICLES, "/api/v1/quotes/facets/?by=speaker"])
def test_a_question_that_takes_too_long_is_cancelled(
    api: APIClient, settings: Settings, monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    make_quote(speaker=make_person())
    settings.QUERY_SECONDS = 1
    slow = {
        "sqlite": "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) "
        "SELECT max(i) FROM n",
        "postgresql": "SELECT pg_sleep(30)",
    }[connection.vendor]

    def ask_for_long(*args: Any, **kwargs: Any) -> Any:
        with connection.cursor() as cursor:
            cursor.execute(slow)
            return cursor.fetchall()

    monkeypatch.setattr("articles.api.statements.Statement.run", ask_for_long)
    monkeypatch.setattr("articles.api.facets.facets", ask_for_long)
    api.raise_request_exception = False
    answer = api.get(address)
    assert "cancelled" in assert_problem(answer, 503)
    assert answer.json()["code"] == "query_timeout"
