"""Numbers in words and digits, and the days of holidays."""

from __future__ import annotations

from datetime import date

import pytest

from articles.extraction.dates.holidays import HOLIDAYS, holiday
from articles.extraction.dates.vocabulary import cardinal, ordinal


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("seven", 7),
        ("sixteen", 16),
        ("twenty-five", 25),
        ("a hundred", 100),
        ("two hundred and six", 206),
        ("1,500", 1500),
        ("2 1/2", 2.5),
        ("two and a half", 2.5),
        ("a couple of", 2),
        ("an", 1),
        ("several", None),
    ],
)
def test_cardinal(text: str, number: float | None) -> None:
    assert cardinal(text) == number


@pytest.mark.parametrize(
    ("text", "number"), [("21st", 21), ("third", 3), ("twenty-first", 21), ("28", 28)]
)
def test_ordinal(text: str, number: int) -> None:
    assert ordinal(text) == number


@pytest.mark.parametrize("name", HOLIDAYS)
def test_every_holiday_has_a_day(name: str) -> None:
    assert holiday(name, 2024).year == 2024


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("thanksgiving", date(2024, 11, 28)),
        ("memorial day", date(2024, 5, 27)),
        ("labor day", date(2024, 9, 2)),
        ("election day", date(2024, 11, 5)),
        ("easter", date(2024, 3, 31)),
        ("black friday", date(2024, 11, 29)),
    ],
)
def test_movable_holidays(name: str, day: date) -> None:
    assert holiday(name, 2024) == day
