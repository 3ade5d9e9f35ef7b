"""Walking all pages of a list gives what the list gives at once, while rows come in."""

from __future__ import annotations

from datetime import timedelta
from random import Random
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

import pytest

from articles.extraction.types import QuoteType
from articles.models import Person
from tests.api.archive import make_archive
from tests.builders import PUBLISHED, make_article, make_date, make_person, make_quote

if TYPE_CHECKING:
    from rest_framework.test import APIClient

pytestmark = pytest.mark.django_db

SEEDS = 16
BOUNDS = {
    "published_after": ["2023-12-31", "2024-01-01T12:00:00Z"],
    "published_before": ["2024-12-31", "2030-01-01"],
    "source": ["harwick-courier", "touchline"],
}
FILTERS: dict[str, dict[str, list[str]]] = {
    "articles": BOUNDS | {"section": ["City", "Sport"], "state": ["done"], "q": ["mayor won"]},
    "quotes": BOUNDS | {"type": ["direct", "mixed"], "min_confidence": ["0.5"], "q": ["won"]},
    "dates": BOUNDS | {"on": ["2025-05-16"], "type": ["DATE"]},
    "people": {"min_mentions": ["0", "1"], "min_quotes": ["0"]},
}
ORDERINGS = {
    "articles": ["published", "loaded", "id"],
    "quotes": ["published", "confidence", "id"],
    "dates": ["published", "earliest", "id"],
    "people": ["mentions", "quotes", "articles", "name", "id"],
}


def bring_in(random: Random) -> None:
    """Rows before, between and behind those there are."""
    moment = random.choice([None, PUBLISHED - timedelta(days=random.randint(-900, 900))])
    section = random.choice(["City", "Sport"])
    article = make_article(published_at=moment, section=section, body="The mayor won on Friday.")
    make_quote(
        article=article,
        text="The mayor won",
        quote_type=random.choice(list(QuoteType)),
        confidence=random.choice([0.2, 0.5, 0.9, 1.0]),
    )
    make_date(article=article)
    make_person(name=f"{random.choice('AMZ')}. Newcomer")


def walk(api: APIClient, url: str, way: str, random: Random) -> tuple[list[int], str]:
    """The ids that all pages one way have, in the order of the pages, and the last address."""
    ids: list[int] = []
    last = url
    while url:
        page = api.get(url).json()
        rows = [row["id"] for row in page["results"]]
        ids += rows if way == "next" else rows[::-1]
        last, url = url, page[way]
        if random.random() < 0.25:
            bring_in(random)
    return ids, last


def some_question(random: Random) -> tuple[str, dict[str, Any]]:
    name = random.choice(list(FILTERS))
    filters = FILTERS[name]
    chosen = random.sample(sorted(filters), random.randint(0, 2))
    query = {one: random.choice(filters[one]) for one in chosen}
    ordering = random.choice(("", "-")) + random.choice(ORDERINGS[name])
    return f"/api/v1/{name}/", query | {"ordering": ordering, "fields": "id"}


@pytest.mark.parametrize("seed", range(SEEDS))
def test_pages_neither_repeat_nor_skip_rows(api: APIClient, seed: int) -> None:
    random = Random(seed)
    make_archive(seed, articles=12)
    path, query = some_question(random)
    whole = [row["id"] for row in api.get(path, query | {"page_size": 200}).json()["results"]]
    before = set(whole)
    start = f"{path}?{urlencode(query | {'page_size': random.randint(1, 7)})}"
    forth, last = walk(api, start, "next", random)
    assert len(set(forth)) == len(forth)
    assert [pk for pk in forth if pk in before] == whole
    back, _ = walk(api, last, "previous", random)
    assert len(set(back)) == len(back)
    assert [pk for pk in back if pk in before] == whole[::-1]


def test_the_questions_have_answers_of_several_pages(api: APIClient) -> None:
    make_archive(1, articles=12)
    numbers = []
    for seed in range(SEEDS):
        path, query = some_question(Random(seed))
        numbers.append(len(api.get(path, query | {"page_size": 200}).json()["results"]))
    assert sum(number > 2 for number in numbers) > SEEDS / 2
    assert Person.objects.count() == 4
