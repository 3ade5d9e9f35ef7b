"""Editors change people over the API: what it answers, what it refuses."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from rest_framework.test import APIClient

from articles.choices import Origin
from articles.models import Person, PersonMerge
from articles.services import merging
from tests.api.helpers import MERGES, PEOPLE, assert_problem, state
from tests.builders import make_article, make_mention, make_person

if TYPE_CHECKING:
    pass

pytestmark = pytest.mark.django_db


@pytest.fixture
def ana() -> Person:
    person = make_person(name="Ana Reyes", aliases=["Reyes"])
    make_mention(person=person)
    make_mention(person=person)
    return person


@pytest.fixture
def anna() -> Person:
    person = make_person(name="Anna Reyes")
    make_mention(person=person)
    return person


class TestMerge:
    def test_another_person_becomes_part_of_one(
        self, editor: APIClient, ana: Person, anna: Person
    ) -> None:
        answer = editor.post(f"{PEOPLE}{ana.pk}/merge/", {"person": anna.pk}, format="json")
        assert answer.status_code == 201
        merge = answer.json()
        assert answer.headers["Location"] == f"http://testserver{MERGES}{merge['id']}/"
        assert merge["kept"] == {"id": ana.pk, "name": "Ana Reyes"}
        assert merge["merged"] == {"id": anna.pk, "name": "Anna Reyes"}
        assert (merge["merged_by"], merge["undone_by"], merge["undone_at"]) == ("desk", "", None)
        assert editor.get(f"{PEOPLE}{anna.pk}/").status_code == 301
        assert editor.get(f"{PEOPLE}{ana.pk}/").json()["mention_count"] == 3

    def test_it_can_be_taken_back_once(self, editor: APIClient, ana: Person, anna: Person) -> None:
        merge = editor.post(f"{PEOPLE}{ana.pk}/merge/", {"person": anna.pk}, format="json").json()
        undone = editor.post(f"{MERGES}{merge['id']}/undo/", {}, format="json")
        assert (undone.status_code, undone.json()["undone_by"]) == (200, "desk")
        assert undone.json() == editor.get(f"{MERGES}{merge['id']}/").json()
        assert editor.get(f"{PEOPLE}{anna.pk}/").json()["mention_count"] == 1
        again = editor.post(f"{MERGES}{merge['id']}/undo/", {}, format="json")
        assert "undone already, by desk" in assert_problem(again, 409)

    def test_what_cannot_be_merged_is_a_conflict(
        self, editor: APIClient, ana: Person, anna: Person
    ) -> None:
        itself = editor.post(f"{PEOPLE}{ana.pk}/merge/", {"person": ana.pk}, format="json")
        assert_problem(itself, 409)
        merging.merge(ana, anna, by="desk")
        again = editor.post(f"{PEOPLE}{ana.pk}/merge/", {"person": anna.pk}, format="json")
        assert f"merged into {ana.pk} already" in assert_problem(again, 409)

    @pytest.mark.parametrize("method", ["merge", "split"])
    def test_writing_to_somebody_merged_redirects_and_changes_nothing(
        self, editor: APIClient, ana: Person, anna: Person, method: str
    ) -> None:
        merging.merge(ana, anna, by="desk")
        before = state()
        answer = editor.post(f"{PEOPLE}{anna.pk}/{method}/", {"person": ana.pk}, format="json")
        assert answer.status_code == 301
        assert answer.headers["Location"].endswith(f"{PEOPLE}{ana.pk}/{method}/")
        assert state() == before

    @pytest.mark.parametrize(
        ("body", "field", "words"),
        [
            ({}, "person", "required"),
            ({"persn": 1}, "persn", "did you mean 'person'?"),
            ({"person": "1"}, "person", "integer"),
            ({"person": True}, "person", "integer"),
            ({"person": 1.5}, "person", "integer"),
            ({"person": None}, "person", "null"),
            ({"person": -1}, "person", "greater"),
            ({"person": 10**30}, "person", "less"),
            ({"person": 987654}, "person", "no person 987654"),
            ([], "body", "object"),
        ],
    )
    def test_a_wrong_field_is_named(
        self, editor: APIClient, ana: Person, body: Any, field: str, words: str
    ) -> None:
        answer = editor.post(f"{PEOPLE}{ana.pk}/merge/", body, format="json")
        assert words in assert_problem(answer, 400, field)

    def test_a_field_whose_name_is_no_text_is_named_too(
        self, editor: APIClient, ana: Person
    ) -> None:
        answer = editor.generic(
            "POST", f"{PEOPLE}{ana.pk}/merge/", r'{"\ud800": 1}', content_type="application/json"
        )
        assert_problem(answer, 400, r"\ud800")

    def test_parameters_are_not_taken(self, editor: APIClient, ana: Person, anna: Person) -> None:
        answer = editor.post(f"{PEOPLE}{ana.pk}/merge/?dry=1", {"person": anna.pk}, format="json")
        assert_problem(answer, 400, "dry")
        assert not PersonMerge.objects.exists()


class TestSplit:
    def test_the_articles_named_become_another_person(self, editor: APIClient, ana: Person) -> None:
        article = ana.mentions.latest("pk").article_id
        answer = editor.post(
            f"{PEOPLE}{ana.pk}/split/", {"articles": [article], "name": " Ana  Reyes II"}, "json"
        )
        assert answer.status_code == 201
        new = answer.json()
        assert answer.headers["Location"] == f"http://testserver{PEOPLE}{new['id']}/"
        assert new == editor.get(answer.headers["Location"]).json()
        assert (new["name"], new["mention_count"], new["origin"]) == ("Ana Reyes II", 1, "edited")

    def test_the_name_need_not_be_given(self, editor: APIClient, ana: Person) -> None:
        article = ana.mentions.latest("pk").article_id
        answer = editor.post(f"{PEOPLE}{ana.pk}/split/", {"articles": [article]}, format="json")
        assert answer.json()["name"] == "Ana Reyes"

    def test_articles_that_do_not_name_the_person_are_a_conflict(
        self, editor: APIClient, ana: Person
    ) -> None:
        body = {"articles": [make_article().pk]}
        answer = editor.post(f"{PEOPLE}{ana.pk}/split/", body, format="json")
        assert "does not appear" in assert_problem(answer, 409)

    @pytest.mark.parametrize(
        ("body", "fields"),
        [
            ({}, ["articles"]),
            ({"articles": []}, ["articles"]),
            ({"articles": 1}, ["articles"]),
            ({"articles": [1, "x", 2.0]}, ["articles[1]", "articles[2]"]),
            ({"articles": [1], "name": "..."}, ["name"]),
            ({"articles": [1], "name": 5}, ["name"]),
            ({"articles": [1], "name": "x" * 201}, ["name"]),
            ({"articles": [1], "nam": "x", "ids": []}, ["nam", "ids"]),
        ],
    )
    def test_wrong_fields_are_named(
        self, editor: APIClient, ana: Person, body: Any, fields: list[str]
    ) -> None:
        assert_problem(editor.post(f"{PEOPLE}{ana.pk}/split/", body, format="json"), 400, *fields)


class TestChange:
    def test_what_is_given_changes_and_the_rest_stays(self, editor: APIClient, ana: Person) -> None:
        answer = editor.patch(f"{PEOPLE}{ana.pk}/", {"wikidata_id": "Q42"}, format="json")
        assert answer.status_code == 200
        person = answer.json()
        assert person == editor.get(f"{PEOPLE}{ana.pk}/").json()
        assert (person["name"], person["wikidata_id"]) == ("Ana Reyes", "Q42")
        assert person["aliases"] == ["Ana Reyes", "Reyes"]
        assert person["mention_count"] == 2

    def test_names_are_exactly_those_given(self, editor: APIClient, ana: Person) -> None:
        body = {"name": "Ana  Reyes Lima", "aliases": ["A. Reyes"], "description": "Mayor"}
        person = editor.patch(f"{PEOPLE}{ana.pk}/", body, format="json").json()
        assert (person["name"], person["description"]) == ("Ana Reyes Lima", "Mayor")
        assert person["aliases"] == ["A. Reyes", "Ana Reyes Lima"]
        assert person["origin"] == Origin.EDITED

    def test_a_wikidata_id_can_be_taken_away(self, editor: APIClient, ana: Person) -> None:
        Person.objects.update(wikidata_id="Q42")
        answer = editor.patch(f"{PEOPLE}{ana.pk}/", {"wikidata_id": ""}, format="json")
        assert answer.json()["wikidata_id"] == ""

    @pytest.mark.parametrize(
        ("body", "fields"),
        [
            ({}, ["body"]),
            ({"wikidata": "Q1"}, ["wikidata"]),
            ({"wikidata_id": "q1"}, ["wikidata_id"]),
            ({"wikidata_id": "Q1\n"}, []),
            ({"wikidata_id": "Q0"}, ["wikidata_id"]),
            ({"wikidata_id": "Q1" + "0" * 30}, ["wikidata_id"]),
            ({"wikidata_id": None}, ["wikidata_id"]),
            ({"name": ""}, ["name"]),
            ({"name": "?!"}, ["name"]),
            ({"name": "a\x00b"}, ["name"]),
            ({"description": "x" * 301}, ["description"]),
            ({"aliases": "Ana"}, ["aliases"]),
            ({"aliases": ["Ana", ""]}, ["aliases[1]"]),
            ({"aliases": ["x" * 201]}, ["aliases[0]"]),
            ({"id": 5}, ["id"]),
        ],
    )
    def test_wrong_fields_are_named(
        self, editor: APIClient, ana: Person, body: Any, fields: list[str]
    ) -> None:
        answer = editor.patch(f"{PEOPLE}{ana.pk}/", body, format="json")
        if fields:
            assert_problem(answer, 400, *fields)
        else:
            assert answer.json()["wikidata_id"] == "Q1"

    @pytest.mark.parametrize("method", ["put", "delete", "post"])
    def test_people_are_neither_made_nor_removed(
        self, api: APIClient, editor: APIClient, ana: Person, method: str
    ) -> None:
        for client in (api, editor):
            answer = getattr(client, method)(f"{PEOPLE}{ana.pk}/", {}, format="json")
            assert_problem(answer, 405)
            assert "PATCH" in answer.headers["Allow"]
