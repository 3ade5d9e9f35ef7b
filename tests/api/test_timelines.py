"""How many there are over time, and who is named beside whom."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

import pytest

from articles.extraction.types import TimexType
from tests.api.archive import (
    BODY,
    MEANT,
    NAMES,
    TIMELINE,
    answer,
)
from tests.api.helpers import PEOPLE, assert_problem
from tests.builders import (
    make_article,
    make_date,
    make_mention,
    make_person,
    make_quote,
)

if TYPE_CHECKING:
    from pytest_django import DjangoAssertNumQueries
    from rest_framework.test import APIClient

pytestmark = pytest.mark.django_db


class TestTimeline:
    def test_it_names_periods_by_their_first_day(self, api: APIClient) -> None:
        make_quote(article=make_article(published_at=datetime(2025, 5, 14, tzinfo=UTC)))
        make_quote(article=make_article(published_at=None))
        assert answer(api, TIMELINE, of="quotes", by="week") == {
            "of": "quotes",
            "by": "week",
            "undated": 1,
            "results": [{"period": "2025-05-12", "count": 1}],
            "counted": 2,
            "complete": True,
        }

    @pytest.mark.parametrize(
        ("query", "field", "hint"),
        [
            ({}, "of", "quotes, articles, mentions, dates"),
            ({"of": "people"}, "of", "quotes, articles, mentions, dates"),
            ({"of": "quotes", "by": "century"}, "by", "century"),
            ({"of": "articles", "speaker": 1}, "speaker", "Unknown"),
            ({"of": "quotes", "type": "DATE"}, "type", "DATE"),
            ({"of": "dates", "persn": 1}, "persn", "did you mean 'person'?"),
        ],
    )
    def test_it_takes_the_filters_of_what_is_counted(
        self, api: APIClient, query: dict[str, Any], field: str, hint: str
    ) -> None:
        assert hint in assert_problem(api.get(TIMELINE, query), 400, field)

    def test_dates_can_be_of_one_type(self, api: APIClient) -> None:
        make_date()
        make_date(timex_type=TimexType.SET)
        body = answer(api, TIMELINE, of="dates", type="SET")
        assert [row["count"] for row in body["results"]] == [1]


class TestDaysMeant:
    @pytest.fixture(autouse=True)
    def dates(self) -> None:
        make_date(earliest=date(2025, 4, 30), latest=date(2025, 4, 30))
        make_date(earliest=date(2025, 5, 16), latest=date(2025, 5, 16))
        make_date(earliest=date(2025, 5, 1), latest=date(2025, 5, 31))
        make_date(earliest=None, latest=None)

    @pytest.mark.parametrize(
        ("query", "results"),
        [
            ({}, {"2025-04-30": 1, "2025-05-16": 1}),
            ({"by": "week"}, {"2025-04-28": 1, "2025-05-12": 1}),
            ({"by": "month"}, {"2025-04-01": 1, "2025-05-01": 2}),
            ({"by": "year"}, {"2025-01-01": 3}),
            ({"by": "month", "from": "2025-05-31"}, {"2025-05-01": 2}),
            ({"by": "month", "to": "2025-04-01"}, {"2025-04-01": 1}),
            ({"from": "2025-05-01", "to": "2025-05-15"}, {}),
        ],
    )
    def test_expressions_count_where_they_lie_in_one_period(
        self, api: APIClient, query: dict[str, str], results: dict[str, int]
    ) -> None:
        body = answer(api, MEANT, **query)
        assert {row["period"]: row["count"] for row in body["results"]} == results

    def test_a_day_is_written_as_iso_has_it(self, api: APIClient) -> None:
        assert_problem(api.get(MEANT, {"from": "May 2025"}), 400, "from")


class TestRelated:
    def test_those_of_most_articles_come_first(
        self, api: APIClient, django_assert_num_queries: DjangoAssertNumQueries
    ) -> None:
        people = [make_person(name=name) for name in NAMES]
        ana, tom, mei, ravi = people
        for present in ([tom, ana], [ana, mei], [ana, mei, ravi]):
            article = make_article(body=BODY)
            for person in present:
                make_mention(article=article, person=person, text=person.name)
        # The person, and both halves of the pairs.
        with django_assert_num_queries(3):
            body = answer(api, f"{PEOPLE}{ana.pk}/related/")
        assert body["results"] == [
            {"id": mei.pk, "name": "Mei Tanaka", "article_count": 2},
            {"id": tom.pk, "name": "Tom Okafor", "article_count": 1},
            {"id": ravi.pk, "name": "Ravi Menon", "article_count": 1},
        ]
        assert body["results"] == answer(api, f"{PEOPLE}{ana.pk}/")["related"]
        assert len(answer(api, f"{PEOPLE}{mei.pk}/related/", limit=1)["results"]) == 1

    def test_a_limit_is_a_number(self, api: APIClient) -> None:
        assert_problem(api.get(f"{PEOPLE}{make_person().pk}/related/?limit=x"), 400, "limit")
