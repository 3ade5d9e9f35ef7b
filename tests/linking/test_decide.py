"""Joined only when clear; offered when perhaps."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from articles.extraction.types import Gender
from articles.linking import Known, Sighting, decide, sure_by_name

DAY = date(2025, 3, 4)
BANK = frozenset(("Ledwick", "Harbour", "Bank", "loan", "branch", "interest", "savers"))
CLUB = frozenset(("Rovers", "Cup", "goal", "penalty", "league", "striker", "injury"))


def sighting(name: str, **values: Any) -> Sighting:
    return Sighting(name, **{"day": DAY, "source": "1", **values})


def known(person: int, *names: str, **values: Any) -> Known:
    return Known(person, names, (sighting(names[0], **values),))


def test_a_rare_full_name_is_one_person() -> None:
    assert decide(sighting("Lucía Quintero"), [known(7, "Lucia Quintero")]).person == 7


def test_a_common_name_in_another_context_is_another_person_and_a_match() -> None:
    seen = sighting("John Smith", context=CLUB, day=date(1998, 1, 1), source="2")
    decision = decide(seen, [known(7, "John Smith", context=BANK)])
    assert decision.person is None
    (doubt,) = decision.doubts
    assert doubt.person == 7
    assert {"name", "context"} <= {one.kind for one in doubt.evidence}


def test_a_common_name_in_the_same_context_is_one_person() -> None:
    seen = sighting("John Smith", context=BANK, titles=("bank chairman",))
    decision = decide(seen, [known(7, "John Smith", context=BANK, titles=("chairman",))])
    assert decision.person == 7


def test_of_two_namesakes_the_one_in_context_is_meant() -> None:
    people = [known(7, "John Smith", context=BANK), known(8, "John Smith", context=CLUB)]
    assert decide(sighting("John Smith", context=CLUB), people).person == 8


def test_between_two_who_fit_as_well_nobody_is_chosen() -> None:
    people = [known(7, "John Smith", context=BANK), known(8, "John Smith", context=BANK)]
    decision = decide(sighting("John Smith", context=BANK), people)
    assert (decision.person, [doubt.person for doubt in decision.doubts]) == (None, [7, 8])


def test_a_lone_family_name_needs_the_context_of_one_known() -> None:
    ann = known(7, "Ann Petrie", titles=("mayor",), companions=frozenset(("tom okafor",)))
    alone = decide(sighting("Petrie", day=None, source=""), [ann])
    assert alone.person is None
    beside = sighting("Petrie", titles=("Mayor",), companions=frozenset(("tom okafor",)))
    assert decide(beside, [ann]).person == 7


def test_somebody_called_by_the_family_name_is_no_relative() -> None:
    decision = decide(sighting("Tom Petrie"), [known(7, "Ann Petrie", "Petrie")])
    assert (decision.person, decision.doubts) == (None, ())


def test_a_spelling_is_offered_not_joined() -> None:
    decision = decide(sighting("Moammar Qaddafi", titles=("leader",)), [
        known(7, "Muammar Gaddafi", titles=("leader",), day=date(2009, 1, 1))
    ])  # fmt: skip
    assert (decision.person, [doubt.person for doubt in decision.doubts]) == (None, [7])


@pytest.mark.parametrize(("gender", "expected"), [(Gender.MALE, 7), (Gender.FEMALE, None)])
def test_the_other_gender_speaks_against(gender: Gender, expected: int | None) -> None:
    seen = sighting("Robin Achterberg-Marsh", gender=gender)
    people = [known(7, "Robin Achterberg-Marsh", gender=Gender.MALE)]
    assert decide(seen, [*people, known(8, "Sam Marsh")]).person == expected


def test_nobody_known_is_nobody_in_doubt() -> None:
    assert decide(sighting("Ana Reyes"), []).doubts == ()


def test_of_two_rows_of_a_rare_name_the_one_often_in_the_news_is_meant() -> None:
    often = Known(7, ("Lucía Quintero",), (sighting("Lucía Quintero"),), articles=40)
    once = Known(8, ("Lucía Quintero",), (sighting("Lucía Quintero"),), articles=1)
    assert decide(sighting("Lucía Quintero"), [once, often]).person == 7


@pytest.mark.parametrize(
    ("title", "expected"), [("goalkeeper", None), ("former minister", 7), ("neighbour", 7)]
)
def test_people_of_other_fields_are_others(title: str, expected: int | None) -> None:
    minister = known(7, "Lucía Quintero", titles=("transport minister",), context=BANK)
    seen = sighting("Lucía Quintero", titles=(title,), context=CLUB, source="2")
    assert decide(seen, [minister]).person == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Paul Marsh Sr.", None), ("Paul Marsh Jr.", 7), ("Paul Q. Marsh", 7)],
)
def test_father_and_son_are_two(name: str, expected: int | None) -> None:
    son = known(7, "Paul Marsh Jr.", "Paul Marsh", "Marsh")
    assert decide(sighting(name), [son]).person == expected


@pytest.mark.parametrize(
    ("name", "titles", "sure"),
    [
        ("Lucia Quintero", (), True),
        ("Lucía Quintero", ("goalkeeper",), False),
        ("Quintero", (), False),
        ("John Smith", (), False),
    ],
)
def test_a_rare_full_name_is_sure_where_no_title_can_speak_against(
    name: str, titles: tuple[str, ...], sure: bool
) -> None:
    names = ["Lucía Quintero", "Quintero", "John Smith"]
    assert sure_by_name(sighting(name, titles=titles), names) is sure
