"""One of each story, one of each quote, and all of them."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from articles.choices import Status
from articles.services.copies import compare
from tests.api.helpers import assert_problem
from tests.builders import make_article, make_quote, make_source

if TYPE_CHECKING:
    from rest_framework.test import APIClient

    from articles.models import Article, Quote

pytestmark = pytest.mark.django_db

SAID = "The bridge will open on Friday at noon"
BODY = f"“{SAID},” she said."


def printed(number: int, body: str = BODY) -> Article:
    moment = datetime(2025, 5, number, tzinfo=UTC)
    source = make_source(name=f"Source {number}")
    article = make_article(body=body, published_at=moment, source=source)
    compare([article])
    return article


@pytest.fixture
def articles() -> list[Article]:
    """Two copies, and one that is no copy but prints the same quote."""
    return [printed(1), printed(2), printed(3, f"{BODY} Nobody else was there to ask about it.")]


@pytest.fixture
def quotes(articles: list[Article]) -> list[Quote]:
    return [make_quote(article=article, text=SAID) for article in articles]


def ids(api: APIClient, path: str) -> list[int]:
    answer = api.get(f"/api/v1/{path}")
    assert answer.status_code == 200, answer.content
    return [row["id"] for row in answer.json()["results"]]


def test_one_article_of_each_story(api: APIClient, articles: list[Article]) -> None:
    first, second, other = (article.pk for article in articles)
    assert ids(api, "articles/?copies=leading") == [other, first]
    assert ids(api, "articles/?copies=all") == ids(api, "articles/") == [other, second, first]
    assert ids(api, "articles/?copies=leading&source=source-2") == []


def test_the_copies_of_an_article(api: APIClient, articles: list[Article]) -> None:
    first, second, other = (article.pk for article in articles)
    for one in (first, second):
        assert ids(api, f"articles/{one}/copies/") == [second, first]
        assert ids(api, f"articles/{one}/copies/?source=source-1") == [first]
    assert ids(api, f"articles/{other}/copies/") == [other]


def test_one_printing_of_each_quote(api: APIClient, quotes: list[Quote]) -> None:
    first, second, third = (quote.pk for quote in quotes)
    short = make_quote(article=quotes[2].article, text="Nobody else").pk
    assert ids(api, "quotes/?copies=leading") == [short, first]
    assert ids(api, "quotes/?ordering=id") == [first, second, third, short]


def test_the_printings_of_a_quote(api: APIClient, quotes: list[Quote]) -> None:
    first, second, third = (quote.pk for quote in quotes)
    short = make_quote(article=quotes[2].article, text="Nobody else").pk
    assert ids(api, f"quotes/{second}/printings/?ordering=id") == [first, second, third]
    assert ids(api, f"quotes/{short}/printings/") == [short]
    rejected = make_quote(article=quotes[0].article, text="she said", status=Status.REJECTED)
    assert_problem(api.get(f"/api/v1/quotes/{rejected.pk}/printings/"), 404)


def test_other_values_are_refused(api: APIClient) -> None:
    assert_problem(api.get("/api/v1/articles/?copies=first"), 400, "copies")
    assert_problem(api.get("/api/v1/articles/987654/copies/"), 404)
    assert_problem(api.get("/api/v1/quotes/987654/printings/?speker=1"), 404)
