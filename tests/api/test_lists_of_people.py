"""The quotes and articles of a person, and how often they were mentioned in which time."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest

from articles.choices import Status
from articles.models import Article, Person
from tests.api.helpers import PEOPLE, printed
from tests.builders import make_article, make_mention, make_person, make_quote

if TYPE_CHECKING:
    from pytest_django import DjangoAssertNumQueries
    from rest_framework.test import APIClient

pytestmark = pytest.mark.django_db


@pytest.fixture
def ana() -> Person:
    return make_person(name="Ana Reyes", aliases=["Reyes"])


class TestListsOfAPerson:
    @pytest.fixture
    def article(self, ana: Person) -> Article:
        article = make_article(body="Ana Reyes said: “Tom Okafor lost.” “Reyes won,” he said.")
        tom = make_person(name="Tom Okafor")
        make_mention(article=article, person=ana)
        make_mention(article=article, text="Tom Okafor", person=tom)
        make_quote(article=article, text="Tom Okafor lost.", speaker=ana)
        make_quote(article=article, text="Reyes won", speaker=tom, confidence=0.4)
        make_mention(article=article, text="Reyes", person=ana, start=30)
        make_quote(text="Nobody will have to wait.")
        return article

    @pytest.mark.parametrize(
        ("name", "resource", "query"),
        [
            ("quotes", "quotes", "speaker"),
            ("quotes-about", "quotes", "about"),
            ("articles", "articles", "person"),
        ],
    )
    def test_they_are_what_the_filter_of_the_whole_list_finds(
        self, api: APIClient, ana: Person, article: Article, name: str, resource: str, query: str
    ) -> None:
        rows = api.get(f"{PEOPLE}{ana.pk}/{name}/").json()["results"]
        assert rows == api.get(f"/api/v1/{resource}/", {query: ana.pk}).json()["results"]
        assert len(rows) == 1

    def test_they_take_the_filters_of_the_whole_list(
        self, api: APIClient, ana: Person, article: Article
    ) -> None:
        about = f"{PEOPLE}{ana.pk}/quotes-about/"
        assert len(api.get(about, {"min_confidence": 0.4}).json()["results"]) == 1
        assert api.get(about, {"min_confidence": 0.5}).json()["results"] == []
        assert api.get(f"{PEOPLE}{ana.pk}/articles/", {"text": "nothing"}).json()["results"] == []

    @pytest.mark.parametrize("name", ["quotes", "quotes-about", "articles", "timeline"])
    def test_an_unknown_parameter_is_named(self, api: APIClient, ana: Person, name: str) -> None:
        answer = api.get(f"{PEOPLE}{ana.pk}/{name}/?publishd_after=2025-01-01")
        assert answer.status_code == 400
        assert "did you mean 'published_after'?" in answer.json()["detail"]

    def test_pages_follow_each_other(self, api: APIClient, ana: Person) -> None:
        pages = []
        for day in (3, 4, 5):
            make_quote(article=printed(day), speaker=ana)
        following = f"{PEOPLE}{ana.pk}/quotes/?page_size=2&ordering=published&count=true"
        while following:
            page = api.get(following).json()
            pages.append([row["article"]["published_at"][8:10] for row in page["results"]])
            following = page["next"]
        assert pages == [["03", "04"], ["05"]]
        assert page["count"] == 3

    def test_the_cursor_of_another_list_of_the_person_is_refused(
        self, api: APIClient, ana: Person
    ) -> None:
        for day in (3, 4):
            article = printed(day)
            make_quote(article=article, speaker=ana)
            make_mention(article=article, person=ana)
        address = api.get(f"{PEOPLE}{ana.pk}/quotes/?page_size=1").json()["next"]
        other = api.get(address.replace("/quotes/", "/articles/"))
        assert other.status_code == 400
        assert other.json()["errors"][0]["field"] == "cursor"

    # The person first; quotes need one more query for whom they name.
    @pytest.mark.parametrize(
        ("name", "queries"),
        [("quotes", 2), ("quotes-about", 2), ("articles", 2), ("timeline", 2)],
    )
    @pytest.mark.parametrize("rows", [1, 6])
    def test_the_number_of_queries_does_not_grow_with_the_rows(
        self,
        api: APIClient,
        ana: Person,
        django_assert_num_queries: DjangoAssertNumQueries,
        name: str,
        queries: int,
        rows: int,
    ) -> None:
        body = "Ana Reyes said that Ana Reyes would win."
        for day in range(1, rows + 1):
            article = make_article(body=body, published_at=datetime(2025, 5, day, tzinfo=UTC))
            make_quote(article=article, text=body, speaker=ana)
            make_mention(article=article, person=ana)
        with django_assert_num_queries(queries):
            assert len(api.get(f"{PEOPLE}{ana.pk}/{name}/").json()["results"]) == rows

    @pytest.mark.parametrize("name", ["", "quotes/", "quotes-about/", "articles/", "timeline/"])
    def test_of_nobody_there_is_nothing(self, api: APIClient, name: str) -> None:
        assert api.get(f"{PEOPLE}987654/{name}").status_code == 404


class TestTimeline:
    @pytest.fixture
    def timeline(self, ana: Person) -> str:
        for article in (printed(5), printed(11), printed(12), printed(2, month=6)):
            make_mention(article=article, person=ana)
        twice = printed(12)
        make_mention(article=twice, person=ana)
        make_mention(article=twice, person=ana, text="Reyes", start=60)
        make_quote(article=twice, speaker=ana)
        make_mention(article=printed(13), person=ana, status=Status.REJECTED)
        make_mention(article=make_article(published_at=None), person=ana)
        return f"{PEOPLE}{ana.pk}/timeline/"

    @pytest.mark.parametrize(
        ("by", "periods"),
        [
            (
                "day",
                [("05-05", 1, 1, 0), ("05-11", 1, 1, 0), ("05-12", 2, 3, 1), ("06-02", 1, 1, 0)],
            ),
            ("week", [("05-05", 2, 2, 0), ("05-12", 2, 3, 1), ("06-02", 1, 1, 0)]),
            ("month", [("05-01", 4, 5, 1), ("06-01", 1, 1, 0)]),
            ("year", [("01-01", 5, 6, 1)]),
        ],
    )
    def test_periods_with_anything_are_counted(
        self, api: APIClient, timeline: str, by: str, periods: list[tuple[str, int, int, int]]
    ) -> None:
        answer = api.get(timeline, {"by": by}).json()
        assert answer["by"] == by
        assert answer["undated"] == {"articles": 1, "mentions": 1, "quotes": 0, "about": 0}
        assert answer["results"] == [
            {
                "period": f"2025-{day}",
                "articles": articles,
                "mentions": mentions,
                "quotes": quotes,
                "about": 0,
            }
            for day, articles, mentions, quotes in periods
        ]

    def test_days_are_what_is_taken_by_default(self, api: APIClient, timeline: str) -> None:
        assert api.get(timeline).json() == api.get(timeline, {"by": "day"}).json()

    def test_it_can_be_of_some_days_only(self, api: APIClient, timeline: str) -> None:
        days = {"published_after": "2025-05-06", "published_before": "2025-05-31"}
        answer = api.get(timeline, days).json()
        assert [row["period"] for row in answer["results"]] == ["2025-05-11", "2025-05-12"]
        assert answer["undated"] == {"articles": 0, "mentions": 0, "quotes": 0, "about": 0}
        months = api.get(timeline, {"by": "month", **days}).json()
        assert [(row["period"], row["articles"]) for row in months["results"]] == [
            ("2025-05-01", 3)
        ]

    def test_the_day_is_that_of_the_place_of_publication(self, api: APIClient, ana: Person) -> None:
        late = make_article(
            published_at=datetime(2025, 5, 14, 23, 30, tzinfo=UTC), published_on=date(2025, 5, 15)
        )
        make_mention(article=late, person=ana)
        (row,) = api.get(f"{PEOPLE}{ana.pk}/timeline/").json()["results"]
        assert row["period"] == "2025-05-15"

    @pytest.mark.parametrize(
        ("query", "field"),
        [
            ("by=decade", "by"),
            ("published_after=2025-05-06T10:00Z", "published_after"),
            ("by=day&by=week", "by"),
            ("page_size=2", "page_size"),
        ],
    )
    def test_other_periods_are_refused(
        self, api: APIClient, timeline: str, query: str, field: str
    ) -> None:
        answer = api.get(f"{timeline}?{query}")
        assert answer.status_code == 400
        assert answer.json()["errors"][0]["field"] == field
