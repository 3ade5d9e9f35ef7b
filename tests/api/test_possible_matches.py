"""The lists of merges and of pairs that may be one person, and what editors decide."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from rest_framework.test import APIClient

from articles.choices import MatchStatus, Status
from articles.models import Person, PersonMerge, PossibleMatch
from articles.services import merging
from tests.api.helpers import MATCHES, MERGES, PEOPLE, assert_problem, printed
from tests.builders import make_mention, make_person

if TYPE_CHECKING:
    from pytest_django import DjangoAssertNumQueries

pytestmark = pytest.mark.django_db


@pytest.fixture
def ana() -> Person:
    person = make_person(name="Ana Reyes", description="Mayor")
    for day in (3, 9, 6, 12):
        make_mention(article=printed(day), person=person)
    make_mention(article=printed(30), person=person, status=Status.REJECTED)
    return person


@pytest.fixture
def anna() -> Person:
    return make_person(name="Anna Reyes")


def make_match(first: Person, second: Person, **values: Any) -> PossibleMatch:
    evidence = [
        {"kind": "titles", "weight": 1.2, "words": ["mayor"]},
        {"kind": "context", "weight": -0.7, "words": []},
    ]
    return PossibleMatch.objects.create(first=first, second=second, evidence=evidence, **values)


def ids(api: APIClient, address: str) -> list[int]:
    answer = api.get(address)
    assert answer.status_code == 200, answer.json()
    return [row["id"] for row in answer.json()["results"]]


class TestList:
    def test_both_people_stand_side_by_side_with_the_evidence(
        self, api: APIClient, ana: Person, anna: Person
    ) -> None:
        match = make_match(ana, anna, score=0.5)
        (row,) = api.get(MATCHES).json()["results"]
        assert row == api.get(f"{MATCHES}{match.pk}/").json()
        assert row["evidence"] == match.evidence
        assert (row["score"], row["status"], row["decided_at"]) == (0.5, "open", None)
        first = row["first"]
        assert (first["name"], first["description"]) == ("Ana Reyes", "Mayor")
        assert (first["aliases"], first["mention_count"]) == (["Ana Reyes"], 4)
        assert first["first_seen"] == "2025-05-03T09:00:00Z"
        assert first["last_seen"] == "2025-05-12T09:00:00Z"
        assert [article["headline"] for article in first["articles"]] == [
            "News of May 12", "News of May 9", "News of May 6",
        ]  # fmt: skip
        assert set(first["articles"][0]) == {"id", "headline", "published_at", "url"}
        assert (row["second"]["articles"], row["second"]["last_seen"]) == ([], None)

    def test_the_likeliest_come_first_and_pages_follow(self, api: APIClient, ana: Person) -> None:
        matches = [
            make_match(ana, make_person(name=f"Ana {score}"), score=score).pk
            for score in (-1.0, 0.5, 0.5, 2.0)
        ]
        page = api.get(f"{MATCHES}?page_size=3").json()
        found = [row["id"] for row in page["results"]]
        assert found + ids(api, page["next"]) == matches[::-1]
        assert ids(api, f"{MATCHES}?ordering=offered") == matches
        assert ids(api, f"{MATCHES}?ordering=-id") == matches[::-1]

    def test_only_open_pairs_are_listed_unless_others_are_asked_for(
        self, api: APIClient, ana: Person
    ) -> None:
        match = {
            status: make_match(ana, make_person(name="Eva"), status=status).pk
            for status in MatchStatus
        }
        assert ids(api, MATCHES) == [match[MatchStatus.OPEN]]
        for status in MatchStatus:
            assert ids(api, f"{MATCHES}?status={status}") == [match[status]]
        assert_problem(api.get(f"{MATCHES}?status=all"), 400, "status")

    def test_a_question_goes_over_to_whom_somebody_was_merged_into(
        self, api: APIClient, ana: Person, anna: Person
    ) -> None:
        make_match(ana, anna)
        kept = make_person(name="Anne Reyes")
        merging.merge(kept, anna, by="desk")
        (row,) = api.get(MATCHES).json()["results"]
        assert (row["first"]["id"], row["second"]["id"]) == (ana.pk, kept.pk)

    def test_one_can_ask_for_those_of_a_person_also_by_an_old_id(
        self, api: APIClient, ana: Person, anna: Person
    ) -> None:
        match = make_match(ana, anna)
        make_match(anna, make_person(name="Eva"))
        old = make_person(name="A. Reyes")
        merging.merge(ana, old, by="desk")
        assert ids(api, f"{MATCHES}?person={ana.pk}") == [match.pk]
        assert ids(api, f"{MATCHES}?person={old.pk}") == [match.pk]
        assert len(ids(api, f"{MATCHES}?person={anna.pk}")) == 2

    @pytest.mark.parametrize("rows", [1, 6])
    def test_each_list_is_one_query(
        self, api: APIClient, rows: int, django_assert_num_queries: DjangoAssertNumQueries
    ) -> None:
        for number in range(rows):
            first, second = make_person(name=f"Ana {number}"), make_person(name=f"Eva {number}")
            make_match(first, second)
            for person in (first, second):
                make_mention(person=person)
            merging.merge(make_person(name=f"Bo {number}"), make_person(), by="desk")
        with django_assert_num_queries(1):
            assert len(ids(api, MATCHES)) == rows
        with django_assert_num_queries(1):
            assert len(ids(api, MERGES)) == rows


class TestDecision:
    def test_the_two_become_one_the_better_known_stays(
        self, editor: APIClient, ana: Person, anna: Person
    ) -> None:
        eva = make_person(name="Eva")
        match = make_match(anna, eva) if anna.pk < eva.pk else make_match(eva, anna)
        make_mention(person=eva)
        answer = editor.post(f"{MATCHES}{match.pk}/merge/", {}, format="json")
        assert answer.status_code == 201
        merge = answer.json()
        assert (merge["kept"]["id"], merge["merged"]["id"]) == (eva.pk, anna.pk)
        assert answer.headers["Location"] == f"http://testserver{MERGES}{merge['id']}/"
        match.refresh_from_db()
        assert (match.status, match.decided_by) == (MatchStatus.MERGED, "desk")

    def test_of_two_equally_known_the_older_stays(self, editor: APIClient, anna: Person) -> None:
        match = make_match(anna, make_person(name="Eva"))
        answer = editor.post(f"{MATCHES}{match.pk}/merge/", {}, format="json")
        assert answer.json()["kept"]["id"] == anna.pk

    def test_the_editor_may_say_who_stays(
        self, editor: APIClient, ana: Person, anna: Person
    ) -> None:
        match = make_match(ana, anna)
        other = editor.post(
            f"{MATCHES}{match.pk}/merge/", {"keep": make_person().pk}, format="json"
        )
        assert f"Either {ana.pk} or {anna.pk}" in assert_problem(other, 400, "keep")
        answer = editor.post(f"{MATCHES}{match.pk}/merge/", {"keep": anna.pk}, format="json")
        assert answer.json()["kept"]["id"] == anna.pk

    def test_the_two_stay_two_and_are_not_offered_again(
        self, editor: APIClient, ana: Person, anna: Person
    ) -> None:
        match = make_match(ana, anna)
        answer = editor.post(f"{MATCHES}{match.pk}/reject/", {}, format="json")
        assert answer.status_code == 200
        assert answer.json() == editor.get(f"{MATCHES}{match.pk}/").json()
        assert (answer.json()["status"], answer.json()["decided_by"]) == ("rejected", "desk")
        assert ids(editor, MATCHES) == []

    def test_what_is_decided_by_a_merge_is_undone_by_undoing_it(
        self, editor: APIClient, ana: Person, anna: Person
    ) -> None:
        match = make_match(ana, anna)
        editor.post(f"{MATCHES}{match.pk}/merge/", {}, format="json")
        for decision in ("merge", "reject"):
            answer = editor.post(f"{MATCHES}{match.pk}/{decision}/", {}, format="json")
            assert f"merged into {ana.pk}" in assert_problem(answer, 409)
        assert PersonMerge.objects.count() == 1

    @pytest.mark.parametrize(
        ("path", "body", "field"),
        [
            ("merge", {"kept": 1}, "kept"),
            ("merge", {"keep": "1"}, "keep"),
            ("reject", {"keep": 1}, "keep"),
        ],
    )
    def test_a_wrong_field_is_named(
        self, editor: APIClient, ana: Person, anna: Person, path: str, body: Any, field: str
    ) -> None:
        match = make_match(ana, anna)
        answer = editor.post(f"{MATCHES}{match.pk}/{path}/", body, format="json")
        assert_problem(answer, 400, field)
        match.refresh_from_db()
        assert match.status == MatchStatus.OPEN


class TestMerges:
    def test_all_are_listed_the_latest_first_those_undone_too(
        self, api: APIClient, ana: Person, anna: Person
    ) -> None:
        eva = make_person(name="Eva")
        first = merging.merge(ana, anna, by="desk")
        second = merging.merge(eva, ana, by="desk")
        merging.undo(second, by="chief")
        assert ids(api, MERGES) == [second.pk, first.pk]
        row = api.get(f"{MERGES}{second.pk}/").json()
        assert (row["merged_by"], row["undone_by"]) == ("desk", "chief")
        assert row["undone_at"] is not None
        for person, merges in ((anna, [first]), (ana, [second, first]), (eva, [second])):
            found = ids(api, f"{MERGES}?person={person.pk}")
            assert found == [merge.pk for merge in merges]

    @pytest.mark.parametrize("address", [MERGES, MATCHES])
    def test_what_is_not_there_is_a_problem(self, editor: APIClient, address: str) -> None:
        assert_problem(editor.get(f"{address}987654/"), 404)
        for action in ("undo", "merge", "reject"):
            assert_problem(editor.post(f"{address}987654/{action}/", {}, format="json"), 404)

    @pytest.mark.parametrize("address", [MERGES, MATCHES])
    def test_an_unknown_parameter_is_named(self, api: APIClient, address: str) -> None:
        answer = api.get(f"{address}?persn=1")
        assert "did you mean 'person'?" in assert_problem(answer, 400, "persn")

    def test_a_later_merge_is_undone_first(
        self, editor: APIClient, ana: Person, anna: Person
    ) -> None:
        first = merging.merge(ana, anna, by="desk")
        merging.merge(make_person(name="Eva"), ana, by="desk")
        answer = editor.post(f"{MERGES}{first.pk}/undo/", {}, format="json")
        assert "undo that merge first" in assert_problem(answer, 409)
        assert editor.get(f"{PEOPLE}{anna.pk}/").status_code == 301
