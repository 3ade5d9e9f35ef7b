"""How many there are: by value and over time, from tables of counts or counted live."""

from __future__ import annotations

from datetime import UTC, date, datetime
from random import Random
from typing import TYPE_CHECKING, Any

import pytest

from articles.api import counting, live
from articles.choices import ExtractionState, Status
from articles.extraction.types import QuoteType, TimexType
from articles.models import Article, Person
from articles.services import merging
from tests.api.helpers import PEOPLE, assert_problem
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

    from pytest_django import DjangoAssertNumQueries
    from rest_framework.test import APIClient

pytestmark = pytest.mark.django_db
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


def make_archive(seed: int) -> list[Person]:
    """Articles of several years, sources and sections, the facts of each drawn by chance."""
    random = Random(seed)
    people = [make_person(name=name) for name in NAMES]
    days = [None, date(2023, 12, 31), date(2024, 1, 1), date(2024, 2, 29), date(2025, 5, 14)]
    for _ in range(14):
        day = random.choice(days)
        article = make_article(
            body=BODY,
            source=make_source(name=random.choice(("Harwick Courier", "Touchline"))),
            section=random.choice(("City", "Sport", "")),
            published_at=day and datetime(day.year, day.month, day.day, 12, tzinfo=UTC),
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


FILTERS: tuple[dict[str, str], ...] = (
    {},
    {"published_after": "2024-01-01"},
    {"published_before": "2024-12-31"},
    {"published_after": "2023-12-31", "published_before": "2024-02-29"},
    {"published_after": "2025-01-01", "published_before": "2024-01-01"},
)
PLACES: tuple[dict[str, str], ...] = (
    {},
    {"source": "touchline"},
    {"section": "Sport"},
    {"source": "harwick-courier", "section": "City"},
    {"source": "unheard-of"},
)


class TestTables:
    """What a table answers is what counting the rows answers."""

    def both(self, api: APIClient, address: str, query: Mapping[str, Any]) -> dict[str, Any]:
        from_table = answer(api, address, **query)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(counting, "table_for", lambda *_: None)
            assert from_table == answer(api, address, **query), query
        return from_table

    @pytest.mark.parametrize("seed", [1, 2])
    def test_facets(self, api: APIClient, seed: int) -> None:
        people = make_archive(seed)
        filled = 0
        for when in FILTERS:
            for by in ("speaker", "about", "source", "section", "type"):
                filled += len(self.both(api, QUOTES, {"by": by, **when})["results"])
            for by in ("source", "section", "person"):
                filled += len(self.both(api, ARTICLES, {"by": by, **when})["results"])
            for by in ("speaker", "source", "section", "type"):
                filled += len(
                    self.both(api, QUOTES, {"by": by, "type": "mixed", **when})["results"]
                )
            self.both(api, QUOTES, {"by": "type", "speaker": people[0].pk, **when})
            for where in PLACES:
                self.both(api, QUOTES, {"by": "section", **where, **when})
                self.both(api, ARTICLES, {"by": "source", **where, **when})
        assert filled > 50

    @pytest.mark.parametrize("by", ["day", "week", "month", "year"])
    def test_timelines(self, api: APIClient, by: str) -> None:
        people = make_archive(3)
        whom = {"person": people[1].pk}
        filled = 0
        for when in FILTERS:
            queries = [
                {"of": of, **where}
                for of in ("quotes", "articles", "mentions", "dates")
                for where in PLACES
            ]
            queries += [{"of": of, **whom} for of in ("articles", "mentions")]
            queries += [
                {"of": "quotes", "type": "direct"},
                {"of": "quotes", "about": people[2].pk},
                {"of": "quotes", "speaker": people[0].pk},
                {"of": "quotes", "speaker": people[0].pk, "type": "direct"},
            ]
            for query in queries:
                filled += len(self.both(api, TIMELINE, {**query, **when, "by": by})["results"])
        assert filled > 50

    @pytest.mark.parametrize(
        ("address", "query", "is_covered"),
        [
            (QUOTES, {"by": "speaker", "published_after": "2024-01-01"}, True),
            (QUOTES, {"by": "speaker", "published_after": "2024-01-01T00:00Z"}, False),
            (QUOTES, {"by": "speaker", "source": "touchline"}, False),
            (QUOTES, {"by": "speaker", "about": 1}, False),
            (QUOTES, {"by": "about", "type": "direct"}, False),
            (QUOTES, {"by": "about", "speaker": 1}, False),
            (QUOTES, {"by": "source", "min_confidence": 0.5}, False),
            (QUOTES, {"by": "source", "section": "City", "type": "direct"}, True),
            (QUOTES, {"by": "source", "speaker": 1}, False),
            (ARTICLES, {"by": "state"}, False),
            (ARTICLES, {"by": "source", "state": "done"}, False),
            (ARTICLES, {"by": "person", "person": 1}, False),
            (TIMELINE, {"of": "quotes", "about": 1, "type": "direct"}, False),
            (TIMELINE, {"of": "quotes", "about": 1, "speaker": 2}, False),
            (TIMELINE, {"of": "quotes", "speaker": 1, "type": "direct"}, True),
            (TIMELINE, {"of": "dates", "person": 1}, False),
            (TIMELINE, {"of": "dates", "section": "City"}, True),
            (TIMELINE, {"of": "mentions", "person": 1}, True),
            (TIMELINE, {"of": "mentions", "person": 1, "source": "touchline"}, False),
        ],
    )
    def test_one_is_used_where_it_has_what_is_asked(
        self,
        api: APIClient,
        monkeypatch: pytest.MonkeyPatch,
        address: str,
        query: dict[str, Any],
        is_covered: bool,
    ) -> None:
        counted_live = []
        count = live._count
        monkeypatch.setattr(live, "_count", lambda *args: counted_live.append(args) or count(*args))
        answer(api, address, **query)
        assert bool(counted_live) != is_covered

    @pytest.mark.parametrize("heads", [1, 2, 100])
    def test_people_of_a_short_time_are_found_behind_those_of_most(
        self, api: APIClient, monkeypatch: pytest.MonkeyPatch, heads: int
    ) -> None:
        monkeypatch.setattr(counting, "HEADS", heads)
        ana, tom, mei = (make_person(name=name) for name in NAMES[:3])
        for number, person in enumerate((ana, ana, ana, tom, tom, mei)):
            moment = datetime(2024 if person != mei else 2025, 3, 1 + number, tzinfo=UTC)
            make_quote(article=make_article(body=BODY, published_at=moment), speaker=person,
                       text="Ana Reyes won,")  # fmt: skip
        found = answer(api, QUOTES, by="speaker", published_after="2025-01-01")
        assert counts(found) == [(mei.pk, 1)]
        assert counts(answer(api, QUOTES, by="speaker", limit=2)) == [(ana.pk, 3), (tom.pk, 2)]


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


class TestLive:
    @pytest.fixture
    def three(self, monkeypatch: pytest.MonkeyPatch) -> list[Article]:
        """More articles than are counted."""
        monkeypatch.setattr(live, "NEWEST", 2)
        return [
            make_article(body=BODY, published_at=datetime(2025, 5, day, tzinfo=UTC), language=tag)
            for day, tag in ((1, "de"), (2, "en"), (3, "en"))
        ]

    def test_the_newest_are_counted_and_the_answer_says_so(
        self, api: APIClient, three: list[Article]
    ) -> None:
        body = answer(api, ARTICLES, by="language")
        assert (counts(body), body["counted"], body["complete"]) == ([("en", 2)], 2, False)
        few = answer(api, ARTICLES, by="language", published_after="2025-05-02T00:00Z")
        assert (counts(few), few["counted"], few["complete"]) == ([("en", 2)], 2, True)

    def test_people_are_counted_once_an_article(self, api: APIClient, three: list[Article]) -> None:
        ana = make_person()
        for article in three:
            make_mention(article=article, person=ana)
        make_mention(article=three[2], person=ana, text="Reyes")
        body = answer(api, ARTICLES, by="person", state="done")
        assert (counts(body), body["complete"]) == ([(ana.pk, 2)], False)

    def test_without_rows_there_are_no_results(self, api: APIClient) -> None:
        body = answer(api, ARTICLES, by="person", state="failed")
        assert body == {"by": "person", "results": [], "counted": 0, "complete": True}

    def test_timelines_have_the_newest(self, api: APIClient, three: list[Article]) -> None:
        body = answer(api, TIMELINE, of="articles", by="day", text="mayor")
        assert [row["period"] for row in body["results"]] == ["2025-05-02", "2025-05-03"]
        assert (body["counted"], body["complete"]) == (2, False)


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
    def test_those_of_most_articles_come_first(self, api: APIClient) -> None:
        people = [make_person(name=name) for name in NAMES]
        ana, tom, mei, ravi = people
        for present in ([tom, ana], [ana, mei], [ana, mei, ravi]):
            article = make_article(body=BODY)
            for person in present:
                make_mention(article=article, person=person, text=person.name)
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


# The counts, how many rows there are, and the names; somebody's present id where one is given.
@pytest.mark.parametrize(
    ("address", "query", "queries"),
    [
        (QUOTES, {"by": "speaker"}, 3),
        (QUOTES, {"by": "speaker", "published_after": "2024-01-01"}, 4),
        (QUOTES, {"by": "source", "section": "City"}, 3),
        (QUOTES, {"by": "section"}, 2),
        (QUOTES, {"by": "speaker", "text": "won"}, 2),
        (ARTICLES, {"by": "person", "state": "done"}, 2),
        (ARTICLES, {"by": "language"}, 1),
        (TIMELINE, {"of": "quotes", "source": "touchline"}, 1),
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
    make_archive(4)
    with django_assert_num_queries(queries):
        answer(api, address, **query)
