"""How many there are by value, and how few queries it takes to know."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from articles.services import merging
from tests.api.archive import (
    ARTICLES,
    BODY,
    MEANT,
    NAMES,
    QUOTES,
    TIMELINE,
    answer,
    counts,
    make_archive,
)
from tests.api.helpers import assert_problem
from tests.builders import (
    make_article,
    make_mention,
    make_person,
    make_quote,
    make_source,
)

if TYPE_CHECKING:
    from pytest_django import DjangoAssertNumQueries
    from rest_framework.test import APIClient

pytestmark = pytest.mark.django_db


class TestFacets:
    def test_quotes_by_speaker(self, api: APIClient) -> None:
        ana, tom = make_person(), make_person(name="Tom Okafor")
        for speaker in (tom, tom, ana, None):
            make_quote(speaker=speaker)
        assert answer(api, QUOTES, by="speaker") == {
            "by": "speaker",
            "results": [
                {"id": tom.pk, "name": "Tom Okafor", "count": 2},
                {"id": ana.pk, "name": "Ana Reyes", "count": 1},
            ],
            "counted": 4,
            "complete": True,
        }

    def test_articles_by_source_have_the_slug_that_the_filter_takes(self, api: APIClient) -> None:
        make_article(source=make_source(name="Harwick Courier"))
        body = answer(api, ARTICLES, by="source")
        assert body["results"] == [
            {"value": "harwick-courier", "name": "Harwick Courier", "count": 1}
        ]
        assert answer(api, ARTICLES, by="state", source="harwick-courier")["counted"] == 1

    def test_equal_ones_follow_by_id(self, api: APIClient) -> None:
        people = [make_person(name=name) for name in NAMES]
        for person in reversed(people):
            make_mention(article=make_article(body=BODY), person=person, text=person.name)
        body = answer(api, ARTICLES, by="person", limit=3)
        assert counts(body) == [(person.pk, 1) for person in people[:3]]
        assert body["counted"] == 4

    def test_whoever_was_merged_counts_for_whom_they_are_now(self, api: APIClient) -> None:
        ana, anna = make_person(), make_person(name="Anna Reyes")
        make_quote(speaker=ana)
        make_quote(speaker=anna)
        merging.merge(ana, anna, by="desk")
        assert counts(answer(api, QUOTES, by="speaker")) == [(ana.pk, 2)]
        old = answer(api, QUOTES, by="type", speaker=anna.pk)
        assert counts(old) == [("direct", 2)]

    @pytest.mark.parametrize(
        ("query", "field", "hint"),
        [
            ({}, "by", "required"),
            ({"by": "colour"}, "by", "colour"),
            ({"by": "type", "limit": "0"}, "limit", "1"),
            ({"by": "type", "limit": "101"}, "limit", "100"),
            ({"by": "type", "speeker": "1"}, "speeker", "did you mean 'speaker'?"),
            ({"by": "type", "page_size": "5"}, "page_size", "Unknown"),
            ({"by": "type", "published_after": "May"}, "published_after", "date"),
            ({"by": ["type", "source"]}, "by", "more than once"),
        ],
    )
    def test_what_cannot_be_is_refused_by_name(
        self, api: APIClient, query: dict[str, Any], field: str, hint: str
    ) -> None:
        assert hint in assert_problem(api.get(QUOTES, query), 400, field)


# The counts, how many rows there are, and the names; somebody's present id where one is given,
# and the id of a source.
@pytest.mark.parametrize(
    ("address", "query", "queries"),
    [
        (QUOTES, {"by": "speaker"}, 3),
        (QUOTES, {"by": "speaker", "published_after": "2023-01-01"}, 3),
        (QUOTES, {"by": "source", "section": "City"}, 3),
        (QUOTES, {"by": "section"}, 2),
        (QUOTES, {"by": "speaker", "text": "won"}, 2),
        (ARTICLES, {"by": "person", "language": "en"}, 2),
        (ARTICLES, {"by": "language"}, 1),
        (TIMELINE, {"of": "quotes", "source": "touchline"}, 2),
        (TIMELINE, {"of": "quotes", "speaker": 1}, 2),
        (TIMELINE, {"of": "mentions", "min_confidence": "0.5"}, 1),
        (MEANT, {"by": "month"}, 1),
    ],
)
def test_queries_are_few_however_many_rows(
    api: APIClient,
    django_assert_num_queries: DjangoAssertNumQueries,
    address: str,
    query: dict[str, Any],
    queries: int,
) -> None:
    make_archive(2, articles=8)
    with django_assert_num_queries(queries):
        answer(api, address, **query)
