"""What tests of facets and timelines share: addresses, an archive, answers."""

from __future__ import annotations

from datetime import UTC, datetime
from random import Random
from typing import TYPE_CHECKING, Any

from articles.choices import ExtractionState, Status
from articles.extraction.types import QuoteType
from articles.models import Person
from tests.builders import (
    make_article,
    make_date,
    make_mention,
    make_person,
    make_quote,
    make_source,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rest_framework.test import APIClient

QUOTES = "/api/v1/quotes/facets/"
ARTICLES = "/api/v1/articles/facets/"
TIMELINE = "/api/v1/timeline/"
MEANT = "/api/v1/dates/timeline/"
NAMES = ("Ana Reyes", "Tom Okafor", "Mei Tanaka", "Ravi Menon")
BODY = " ".join(f"“{name} won,” said the mayor on Friday." for name in NAMES)


def answer(api: APIClient, address: str, **query: Any) -> dict[str, Any]:
    response = api.get(address, query)
    assert response.status_code == 200, response.content
    body: dict[str, Any] = response.json()
    return body


def counts(body: Mapping[str, Any]) -> list[tuple[Any, int]]:
    return [(row["id"] if "id" in row else row["value"], row["count"]) for row in body["results"]]


def make_archive(seed: int, articles: int = 14) -> list[Person]:
    """Articles of several years, sources and sections, the facts of each drawn by chance."""
    random = Random(seed)
    people = [make_person(name=name) for name in NAMES]
    days = [(2023, 12, 31), (2024, 1, 1), (2024, 2, 29), (2025, 5, 14)]
    moments = [None, *(datetime(*day, 12, tzinfo=UTC) for day in days)]
    for _ in range(articles):
        article = make_article(
            body=BODY,
            source=make_source(name=random.choice(("Harwick Courier", "Touchline"))),
            section=random.choice(("City", "Sport", "")),
            published_at=random.choice(moments),
            state=random.choice(list(ExtractionState)),
            language=random.choice(("en", "de")),
        )
        for person in random.sample(people, random.randint(0, 3)):
            make_mention(
                article=article,
                person=person,
                text=person.name,
                status=random.choice((Status.UNREVIEWED, Status.REJECTED)),
            )
            make_quote(
                article=article,
                text=f"{person.name} won,",
                speaker=random.choice((None, *people)),
                quote_type=random.choice(list(QuoteType)),
                status=random.choice((Status.UNREVIEWED, Status.CONFIRMED, Status.REJECTED)),
            )
            make_date(article=article, start=BODY.index(person.name))
    return people
