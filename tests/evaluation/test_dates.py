"""Scores of dates against cases counted by hand."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from articles.evaluation.dates import DatesReport, evaluate_dates, read_dates
from articles.evaluation.dates import read_found as read
from articles.evaluation.gold import read_gold
from articles.evaluation.records import FaultError, Record
from articles.extraction.dates.timex import is_valid
from tests.evaluation.builders import place

DATA = Path(__file__).parents[2] / "benchmarks" / "data" / "dates.jsonl"
TEXT = "On Friday the council met for two days; it meets every week since early May 2024."


def date(words: str, kind: str, value: str, **fields: Any) -> dict[str, Any]:
    return {**place(TEXT, words), "type": kind, "value": value, **fields}


MARKED = [
    date("Friday", "DATE", "2025-05-16"),
    date("two days", "DURATION", "P2D"),
    date("every week", "SET", "P1W"),
    date("early May 2024", "DATE", "2024-05"),
]


def report(*found: dict[str, Any], **fields: Any) -> DatesReport:
    gold = read_dates(Record({"id": "a", "text": TEXT, "dates": MARKED, **fields}), 1)
    return evaluate_dates({"a": gold}, {"a": read(Record({"dates": list(found)}), TEXT)})


def test_the_gold_of_the_benchmark_is_gold() -> None:
    with DATA.open("rb") as file:
        texts = read_gold(str(DATA), file, read_dates)
    assert len(texts) >= 40
    assert all(text.published and text.dates for text in texts.values())
    marked = [one for text in texts.values() for one in text.dates]
    assert [one for one in marked if not is_valid(one.value)] == []


def test_all_found_is_all_right() -> None:
    result = report(*(row | {"confidence": 0.95} for row in MARKED))
    scores = result.scores["all"]
    assert (scores.strict.f1, scores.relaxed.f1, scores.valued.f1) == (1, 1, 1)
    assert result.scores["calendar"].marked == 2
    assert list(result.scores) == ["all", "calendar", "DATE", "DURATION", "SET"]
    assert result.tenths[9].as_json() == {"part": 4, "whole": 4, "share": 1.0}
    assert list(result.errors()) == []
    assert [str(table) for table in result.tables()]


def test_each_error_has_its_kind() -> None:
    result = report(
        date("On Friday", "DATE", "2025-05-16", confidence=0.75),
        date("two days", "DURATION", "P3D", confidence=0.75),
        date("council", "TIME", "T12:00"),
        date("May 2024", "DURATION", "2024-05"),
    )
    scores = result.scores["all"]
    assert (scores.strict.right, scores.relaxed.right, scores.valued.right) == (1, 3, 2)
    assert (scores.relaxed.found, scores.relaxed.wanted, scores.typed.right) == (4, 4, 2)
    assert result.tenths[7].as_json() == {"part": 1, "whole": 2, "share": 0.5}
    assert [error.split()[0] for error in result.errors()] == [
        "boundary", "value", "missed", "value", "false",
    ]  # fmt: skip


def test_one_found_stands_for_one_marked() -> None:
    result = report(date(TEXT, "DATE", "2025-05-16"))
    scores = result.scores["all"]
    assert (scores.relaxed.right, scores.relaxed.hit) == (1, 1)


def test_the_same_place_comes_before_the_longest_overlap() -> None:
    result = report(
        date("Friday the council", "DATE", "2025-05-16"), date("Friday", "DATE", "2025-05-16")
    )
    assert result.scores["all"].strict.right == 1


def test_what_is_ignored_counts_on_neither_side() -> None:
    spot = place(TEXT, "two days; it meets every")
    result = report(date("two days", "DURATION", "P9D"), ignore=[[spot["start"], spot["end"]]])
    assert (result.scores["all"].marked, result.scores["all"].found) == (2, 0)


def test_a_bad_type_is_named() -> None:
    row = {"id": "a", "text": TEXT, "dates": [date("Friday", "DAY", "2025-05-16")]}
    with pytest.raises(FaultError, match=r"dates\[0\].type is 'DAY': write one of DATE, TIME"):
        read_dates(Record(row), 1)
