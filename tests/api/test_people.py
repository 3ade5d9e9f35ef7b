"""People: names and prefixes, when they were seen, what the detail has, redirects."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from django.db import connection

from articles import querysets
from articles.choices import Status
from articles.models import ArticleVersion, Mention, Person
from articles.services import merging
from tests.api.helpers import PEOPLE, printed
from tests.builders import make_article, make_date, make_mention, make_person, make_quote

if TYPE_CHECKING:
    from pytest_django import DjangoAssertNumQueries
    from rest_framework.test import APIClient

pytestmark = pytest.mark.django_db


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
        # The first names that fit, the people with their aliases.
        with django_assert_num_queries(2):
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
    people = Person.objects.unmerged().order_by("-mention_count", "-pk")
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
        self, api: APIClient, ana: Person
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

    def test_those_merged_into_somebody_are_named(self, api: APIClient, ana: Person) -> None:
        kept = merge_away(ana)
        detail = api.get(f"{PEOPLE}{kept.pk}/").json()
        assert detail["merged_people"] == [ana.pk]
        assert detail["aliases"] == ["Ana Reyes", "Anna Reyes", "Reyes"]

    @pytest.mark.parametrize("rows", [1, 8])
    def test_it_is_one_query(
        self, api: APIClient, ana: Person, rows: int, django_assert_num_queries: Any
    ) -> None:
        for day in range(1, rows + 1):
            article = printed(day)
            make_mention(article=article, person=ana, title=f"Title {day}")
            make_mention(article=article, text="Tom Okafor", person=make_person(name=f"Tom {day}"))
        with django_assert_num_queries(1):
            assert len(api.get(f"{PEOPLE}{ana.pk}/").json()["related"]) == rows


class TestRedirects:
    @pytest.mark.parametrize(
        "path",
        [
            "",
            "quotes/",
            "quotes-about/",
            "articles/?text=a%20b&page_size=2",
            "timeline/",
            "related/",
        ],
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
