"""Scores of people against cases counted by hand."""

from __future__ import annotations

import pytest

from articles.evaluation.people import Found, PeopleReport, evaluate_people
from articles.extraction.types import Span
from tests.evaluation.builders import found, gold

TEXT = "Ana Reyes met Tom Okafor. Reyes left. Bob stayed in Lisbon."
PEOPLE: dict[str | None, list[str]] = {"ana": ["Ana Reyes", "Reyes"], "tom": ["Tom Okafor"]}
SECOND_REYES = Span(26, 31)


def report(*findings: Found) -> PeopleReport:
    text = gold(TEXT, {"ana": ["Ana Reyes"], "tom": ["Tom Okafor"], None: ["Bob"]})
    return evaluate_people({"a": text}, {"a": findings})


def test_all_found_is_all_right() -> None:
    result = report(
        found(TEXT, "Ana Reyes", "1", 0.95), found(TEXT, "Tom Okafor", "2"), found(TEXT, "Bob", "3")
    )
    assert result.forms["all"].exact.f1 == 1.0
    assert result.identity.within_all.f1 == 1.0
    assert list(result.errors()) == []
    assert result.tenths[9].whole == 1


def test_nothing_found() -> None:
    result = evaluate_people({"a": gold(TEXT, PEOPLE)}, {})
    scores = result.forms["all"]
    assert (scores.marked, scores.found) == (3, 0)
    assert (scores.exact.precision, scores.exact.recall, scores.exact.f1) == (0, 0, 0)
    assert result.identity.chains_found == 0
    # Each missed mention stands alone: Ana's two have half of their cluster each.
    assert result.identity.within_all.recall == pytest.approx((0.5 + 0.5 + 1) / 3)
    assert [line.split()[0] for line in result.errors()] == ["missed"] * 3
    assert [str(table) for table in result.tables()]


def test_a_wrong_boundary_overlaps_and_is_one_error() -> None:
    result = report(found(TEXT, "Reyes met", "1"), found(TEXT, "Lisbon", "2"))
    scores = result.forms["all"]
    assert (scores.exact.right, scores.exact.hit) == (0, 0)
    assert (scores.overlap.precision, scores.overlap.recall) == (1 / 2, 1 / 3)
    errors = list(result.errors())
    assert [line.split()[0] for line in errors] == ["boundary", "missed", "missed", "false"]
    assert errors[0].endswith("found: 'Reyes met'")
    assert "[Lisbon]" in errors[3]


def test_one_found_around_two_marked_is_one_find_and_two_hits() -> None:
    result = report(Found(Span(0, 24), "1"))
    overlap = result.forms["all"].overlap
    assert (overlap.right, overlap.found, overlap.hit, overlap.wanted) == (1, 1, 2, 3)


def test_of_nested_finds_the_one_that_covers_most_says_who_it_is() -> None:
    inner, outer = found(TEXT, "Reyes", "inner"), found(TEXT, "Ana Reyes", "outer")
    text = gold(TEXT, PEOPLE)
    other = Found(SECOND_REYES, "outer")
    result = evaluate_people({"a": text}, {"a": (inner, outer, other)})
    assert result.identity.within.f1 == 1.0
    assert result.forms["all"].exact.precision == 2 / 3


def test_of_finds_that_cover_as_much_the_shortest_says_who_it_is() -> None:
    longer, exact = found(TEXT, "Ana Reyes met", "longer"), found(TEXT, "Ana Reyes", "exact")
    text = gold(TEXT, PEOPLE)
    result = evaluate_people({"a": text}, {"a": (longer, exact, Found(SECOND_REYES, "exact"))})
    assert result.identity.within.f1 == 1.0


def test_a_place_found_twice_counts_once_with_its_first_confidence() -> None:
    result = report(found(TEXT, "Bob", "1", 0.95), found(TEXT, "Bob", "2", 0.15))
    assert result.forms["all"].exact.precision == 1.0
    assert [tenth.whole for tenth in result.tenths] == [0] * 9 + [1]


def test_forms_are_judged_by_their_own_side() -> None:
    result = report(found(TEXT, "Bob", "1"), found(TEXT, "Ana", "2"))
    one_word = result.forms["one-word names"]
    assert (one_word.marked, one_word.found) == (1, 2)
    assert (one_word.exact.precision, one_word.exact.recall) == (0.5, 1.0)
    assert result.forms["full names"].exact.recall == 0.0


def test_a_mention_of_nobody_known_counts_as_a_place_only() -> None:
    result = report(found(TEXT, "Bob", "1"))
    assert result.forms["all"].exact.right == 1
    assert (result.identity.linked, result.identity.chains_found) == (2, 0)


def test_what_is_not_marked_completely_judges_no_places() -> None:
    text = gold(TEXT, PEOPLE, complete=False)
    result = evaluate_people({"a": text}, {"a": (found(TEXT, "Ana Reyes", "1"),)})
    assert (result.forms["all"].marked, result.forms["all"].found) == (0, 0)
    assert result.identity.chains_found == 1


def test_only_the_marked_stretch_is_judged() -> None:
    text = gold(TEXT, PEOPLE, eval_span=[0, 24])
    findings = (found(TEXT, "Ana Reyes", "1"), found(TEXT, "Bob", "2"))
    result = evaluate_people({"a": text}, {"a": findings})
    scores = result.forms["all"]
    assert (scores.marked, scores.found, scores.exact.right) == (2, 1, 1)
    assert result.identity.linked == 2


def across(*people: str) -> PeopleReport:
    """Three articles: A. and Ana Reyes are one, Eva Reyes is another."""
    names = {"a": "Ana Reyes", "b": "A. Reyes", "c": "Eva Reyes"}
    entities = {"a": "ana", "b": "ana", "c": "eva"}
    texts = {
        key: gold(f"{name} won.", {entities[key]: [name]}, id=key) for key, name in names.items()
    }
    findings = {
        key: (Found(Span(0, len(name)), person),)
        for (key, name), person in zip(names.items(), people, strict=True)
    }
    return evaluate_people(texts, findings)


def test_one_person_kept_apart_across_articles() -> None:
    result = across("1", "2", "3")
    identity = result.identity
    assert (identity.joined.part, identity.joined.whole) == (0, 1)
    assert (identity.joined_variants.part, identity.joined_variants.whole) == (0, 1)
    assert (identity.wrongly_merged.part, identity.wrongly_merged.whole) == (0, 2)
    assert identity.across.precision == 1.0
    assert identity.across.recall == pytest.approx(2 / 3)
    assert list(result.errors()) == ["apart    Ana Reyes (a) | A. Reyes (b)"]


def test_namesakes_merged_across_articles() -> None:
    result = across("1", "1", "1")
    identity = result.identity
    assert (identity.joined.part, identity.wrongly_merged.part) == (1, 2)
    assert identity.across.precision == pytest.approx((2 / 3 + 2 / 3 + 1 / 3) / 3)
    assert [line.split()[0] for line in result.errors()] == ["merged", "merged"]


def test_a_chain_nobody_found_is_left_out_or_stands_alone() -> None:
    texts = {key: gold("Ana Reyes won.", {"ana": ["Ana Reyes"]}, id=key) for key in "ab"}
    result = evaluate_people(texts, {"a": (Found(Span(0, 9), "1"),)})
    assert (result.identity.chains, result.identity.chains_found) == (2, 1)
    assert result.identity.across.f1 == 1.0
    assert result.identity.across_all.recall == 0.5
    assert result.identity.same == ()


def test_people_whom_nobody_found_stand_alone_each() -> None:
    names = {"a": "Ana Reyes", "b": "Tom Okafor"}
    texts = {key: gold(f"{name} won.", {name: [name]}, id=key) for key, name in names.items()}
    assert evaluate_people(texts, {}).identity.across_all.f1 == 1.0


def test_one_name_in_two_articles_is_no_variant() -> None:
    texts = {key: gold("Ana Reyes won.", {"ana": ["Ana Reyes"]}, id=key) for key in "ab"}
    findings = {key: (Found(Span(0, 9), "1"),) for key in "ab"}
    identity = evaluate_people(texts, findings).identity
    assert (identity.joined.whole, identity.joined_variants.whole) == (1, 0)
    assert identity.chains_hard == 2


def test_namesakes_of_one_article_are_hard_but_no_pair_across() -> None:
    body = "Ana Reyes met Eva Reyes and Tom Okafor."
    names = ["Ana Reyes", "Eva Reyes", "Tom Okafor"]
    text = gold(body, {name: [name] for name in names})
    result = evaluate_people({"a": text}, {"a": tuple(found(body, name, name) for name in names)})
    assert result.identity.namesakes == ()
    assert (result.identity.chains_found, result.identity.chains_hard) == (3, 2)
    assert not any("across" in str(table) for table in result.tables())


def test_the_json_has_the_figures_of_the_tables() -> None:
    figures = across("1", "1", "3").as_json()
    assert figures["texts"] == 3
    assert figures["mentions"]["all"]["exact"] == {"precision": 1.0, "recall": 1.0, "f1": 1.0}
    assert figures["across"]["joined"] == {"part": 1, "whole": 1, "share": 1.0}
    assert figures["across"]["wrongly_merged"] == {"part": 0, "whole": 2, "share": 0.0}
    assert len(figures["calibration"]) == 10
