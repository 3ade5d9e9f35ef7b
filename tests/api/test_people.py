"""People: names and prefixes, when they were seen, what belongs to each, redirects."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

import pytest
from django.db import connection

from articles import querysets
from articles.choices import Status
from articles.models import Article, ArticleVersion, Mention, Person
from articles.services import merging
from tests.builders import make_article, make_date, make_mention, make_person, make_quote

if TYPE_CHECKING:
    from pytest_django import DjangoAssertNumQueries
    from rest_framework.test import APIClient

pytestmark = pytest.mark.django_db

PEOPLE = "/api/v1/people/"


def printed(day: int, month: int = 5) -> Article:
    """An article of 2025."""
    return make_article(published_at=datetime(2025, month, day, 9, tzinfo=UTC))


def merge_away(person: Person) -> Person:
    """Who a person was merged into."""
    kept = make_person(name="Anna Reyes")
    merging.merge(kept, person, by="desk")
    return kept


@pytest.fixture
def ana() -> Person:
    return make_person(name="Ana Reyes", aliases=["Reyes"])


class TestSeen:
    def test_the_first_and_last_dated_article_count(self, api: APIClient, ana: Person) -> None:
        for article in (printed(9), printed(3), printed(20), make_article(published_at=None)):
            make_mention(article=article, person=ana)
        (row,) = api.get(PEOPLE).json()["results"]
        detail = api.get(f"{PEOPLE}{ana.pk}/").json()
        for person in (row, detail):
            assert person["first_seen"] == "2025-05-03T09:00:00Z"
            assert person["last_seen"] == "2025-05-20T09:00:00Z"

    def test_neither_rejected_facts_nor_those_of_earlier_texts_count(
        self, api: APIClient, ana: Person
    ) -> None:
        make_mention(article=printed(9), person=ana)
        make_mention(article=printed(1), person=ana, status=Status.REJECTED)
        article = printed(30)
        earlier = ArticleVersion.objects.create(
            article=article, number=1, body=article.body, fields={}, loaded_at=article.loaded_at
        )
        make_mention(article=article, person=ana, earlier_version=earlier)
        (row,) = api.get(PEOPLE).json()["results"]
        assert row["first_seen"] == row["last_seen"] == "2025-05-09T09:00:00Z"

    def test_somebody_only_in_undated_articles_was_never_seen(
        self, api: APIClient, ana: Person
    ) -> None:
        make_mention(article=make_article(published_at=None), person=ana)
        (row,) = api.get(PEOPLE).json()["results"]
        assert (row["first_seen"], row["last_seen"]) == (None, None)


class TestNames:
    @pytest.mark.parametrize("few", [0, 1000])
    @pytest.mark.parametrize("name", ["a", "an", "ana reyes", "REY", "Réyes"])
    def test_few_and_many_names_find_the_same(
        self, api: APIClient, ana: Person, monkeypatch: pytest.MonkeyPatch, name: str, few: int
    ) -> None:
        monkeypatch.setattr(querysets, "FEW_NAMES", few)
        for other in ("Bo Zander", "Zana Reed", "Élan Añez"):
            make_person(name=other)
        rows = api.get(PEOPLE, {"name": name}).json()["results"]
        found = {row["name"] for row in rows}
        assert found == {"Ana Reyes"}

    def test_the_last_letters_of_all_alphabets_are_found_by_prefix(self, api: APIClient) -> None:
        make_person(name="Zz𠀀 \U0002fa1d")
        assert len(api.get(PEOPLE, {"name": "zz"}).json()["results"]) == 1

    @pytest.mark.parametrize("few", [0, 1000])
    def test_a_search_needs_one_query_more_than_the_list(
        self,
        api: APIClient,
        monkeypatch: pytest.MonkeyPatch,
        django_assert_num_queries: DjangoAssertNumQueries,
        few: int,
    ) -> None:
        monkeypatch.setattr(querysets, "FEW_NAMES", few)
        for number in range(5):
            make_person(name=f"Ana {number}")
        # The first names that fit, the people, their aliases.
        with django_assert_num_queries(3):
            assert len(api.get(PEOPLE, {"name": "ana"}).json()["results"]) == 5

    def test_a_merged_person_is_found_as_the_one_they_are_now(
        self, api: APIClient, ana: Person
    ) -> None:
        kept = merge_away(ana)
        rows = api.get(PEOPLE, {"name": "ana reyes"}).json()["results"]
        assert [row["id"] for row in rows] == [kept.pk]
        assert len(api.get(PEOPLE).json()["results"]) == 1

    def test_the_wikidata_id_is_exact(self, api: APIClient) -> None:
        one = make_person(wikidata_id="Q12")
        make_person(wikidata_id="Q123")
        rows = api.get(PEOPLE, {"wikidata_id": "Q12"}).json()["results"]
        assert [row["id"] for row in rows] == [one.pk]


@pytest.mark.skipif(connection.vendor != "sqlite", reason="the other plans by statistics")
def test_people_of_many_names_are_taken_in_order_and_not_sorted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(querysets, "FEW_NAMES", 0)
    make_person(name="Ana Reyes")
    people = Person.objects.for_list().order_by("-mention_count", "-pk")
    for rows in (people, people.named("ana")):
        assert "USING INDEX person_by_mentions" in rows.explain()


class TestDetail:
    def test_titles_come_with_their_time_the_latest_first(
        self, api: APIClient, ana: Person
    ) -> None:
        titles = [(3, "Mayor"), (5, "mayor"), (7, "Mayor"), (20, "Senator"), (21, "")]
        for day, title in titles:
            make_mention(article=printed(day), person=ana, title=title)
        make_mention(article=printed(25), person=ana, title="Queen", status=Status.REJECTED)
        undated = make_article(published_at=None)
        make_mention(article=undated, person=ana, title="Clerk")
        assert api.get(f"{PEOPLE}{ana.pk}/").json()["titles"] == [
            {
                "title": "Senator",
                "count": 1,
                "first_seen": "2025-05-20T09:00:00Z",
                "last_seen": "2025-05-20T09:00:00Z",
            },
            {
                "title": "Mayor",
                "count": 3,
                "first_seen": "2025-05-03T09:00:00Z",
                "last_seen": "2025-05-07T09:00:00Z",
            },
            {"title": "Clerk", "count": 1, "first_seen": None, "last_seen": None},
        ]

    def test_the_description_names_its_article(self, api: APIClient, ana: Person) -> None:
        article = make_mention(person=ana).article
        assert api.get(f"{PEOPLE}{ana.pk}/").json()["described_in"] is None
        Person.objects.update(description="Mayor", described_in=article)
        assert api.get(f"{PEOPLE}{ana.pk}/").json()["described_in"] == {
            "id": article.pk,
            "headline": article.headline,
            "published_at": "2025-05-14T09:30:00Z",
            "url": "",
        }

    def test_people_of_the_same_articles_are_counted_by_article(
        self, api: APIClient, ana: Person, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        tom, eva = make_person(name="Tom Okafor"), make_person(name="Eva Lind")
        for day, people in ((3, [eva]), (4, [tom]), (5, [tom, eva]), (6, [tom])):
            article = printed(day)
            make_mention(article=article, person=ana)
            for start, person in enumerate(people):
                make_mention(article=article, text="a", person=person, start=30 * start)
                make_mention(article=article, text="e", person=person, start=30 * start)
        make_mention(article=printed(7), text="Tom Okafor", person=tom)
        related = [
            {"id": tom.pk, "name": "Tom Okafor", "article_count": 3},
            {"id": eva.pk, "name": "Eva Lind", "article_count": 2},
        ]
        assert api.get(f"{PEOPLE}{ana.pk}/").json()["related"] == related
        monkeypatch.setattr("articles.api.person_serializers.COUNTED_ARTICLES", 1)
        assert api.get(f"{PEOPLE}{ana.pk}/").json()["related"] == [
            related[0] | {"article_count": 1}
        ]

    def test_those_merged_into_somebody_are_named(self, api: APIClient, ana: Person) -> None:
        kept = merge_away(ana)
        detail = api.get(f"{PEOPLE}{kept.pk}/").json()
        assert detail["merged_people"] == [ana.pk]
        assert detail["aliases"] == ["Ana Reyes", "Anna Reyes", "Reyes"]

    @pytest.mark.parametrize("rows", [1, 8])
    def test_the_number_of_queries_is_fixed(
        self, api: APIClient, ana: Person, rows: int, django_assert_num_queries: Any
    ) -> None:
        for day in range(1, rows + 1):
            article = printed(day)
            make_mention(article=article, person=ana, title=f"Title {day}")
            make_mention(article=article, text="Tom Okafor", person=make_person(name=f"Tom {day}"))
        # The person, aliases, titles, latest articles, who else is in them, merged people.
        with django_assert_num_queries(6):
            assert len(api.get(f"{PEOPLE}{ana.pk}/").json()["related"]) == rows


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
        [("quotes", 3), ("quotes-about", 3), ("articles", 2), ("timeline", 3)],
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
        ],
    )
    def test_periods_with_anything_are_counted(
        self, api: APIClient, timeline: str, by: str, periods: list[tuple[str, int, int, int]]
    ) -> None:
        answer = api.get(timeline, {"by": by}).json()
        assert answer["by"] == by
        assert answer["undated"] == {"articles": 1, "mentions": 1, "quotes": 0}
        assert answer["results"] == [
            {"period": f"2025-{day}", "articles": articles, "mentions": mentions, "quotes": quotes}
            for day, articles, mentions, quotes in periods
        ]

    def test_days_are_what_is_taken_by_default(self, api: APIClient, timeline: str) -> None:
        assert api.get(timeline).json() == api.get(timeline, {"by": "day"}).json()

    def test_it_can_be_of_some_days_only(self, api: APIClient, timeline: str) -> None:
        days = {"published_after": "2025-05-06", "published_before": "2025-05-31"}
        answer = api.get(timeline, days).json()
        assert [row["period"] for row in answer["results"]] == ["2025-05-11", "2025-05-12"]
        assert answer["undated"] == {"articles": 0, "mentions": 0, "quotes": 0}

    def test_the_day_is_that_of_the_place_of_publication(self, api: APIClient, ana: Person) -> None:
        late = make_article(
            published_at=datetime(2025, 5, 14, 23, 30, tzinfo=UTC), published_on=date(2025, 5, 15)
        )
        make_mention(article=late, person=ana)
        (row,) = api.get(f"{PEOPLE}{ana.pk}/timeline/").json()["results"]
        assert row["period"] == "2025-05-15"

    @pytest.mark.parametrize(
        ("query", "field"),
        [("by=year", "by"), ("by=day&by=week", "by"), ("page_size=2", "page_size")],
    )
    def test_other_periods_are_refused(
        self, api: APIClient, timeline: str, query: str, field: str
    ) -> None:
        answer = api.get(f"{timeline}?{query}")
        assert answer.status_code == 400
        assert answer.json()["errors"][0]["field"] == field


class TestRedirects:
    @pytest.mark.parametrize(
        "path", ["", "quotes/", "quotes-about/", "articles/?text=a%20b&page_size=2", "timeline/"]
    )
    def test_whoever_was_merged_is_found_under_the_new_id(
        self, api: APIClient, ana: Person, path: str
    ) -> None:
        kept = merge_away(ana)
        answer = api.get(f"{PEOPLE}{ana.pk}/{path}")
        assert answer.status_code == 301
        assert answer.headers["Location"] == f"http://testserver{PEOPLE}{kept.pk}/{path}"
        assert answer.json() == {"id": ana.pk, "merged_into": kept.pk}
        assert api.get(answer.headers["Location"]).status_code == 200

    def test_several_merges_are_one_redirect(self, api: APIClient, ana: Person) -> None:
        last = merge_away(merge_away(ana))
        assert api.get(f"{PEOPLE}{ana.pk}/").json()["merged_into"] == last.pk

    def test_filters_by_person_follow_merges(self, api: APIClient, ana: Person) -> None:
        body = "Ana Reyes said that Ana Reyes would win on Friday."
        article = make_article(body=body)
        make_quote(article=article, text=body, speaker=ana)
        make_mention(article=article, person=ana)
        make_date(article=article)
        merge_away(ana)
        assert not Mention.objects.filter(person=ana).exists()
        for query in ("quotes/?speaker", "quotes/?about", "articles/?person", "dates/?person"):
            rows = api.get(f"/api/v1/{query}={ana.pk}").json()["results"]
            assert len(rows) == 1, query
