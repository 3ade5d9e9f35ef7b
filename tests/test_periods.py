"""Ranges of days as whole periods."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.periods import NESTED, Level, Stretch, cover, first_day, last_day

DAYS = st.dates()
NEAR = st.integers(0, 1500)


@given(DAYS, st.sampled_from(Level))
def test_a_day_lies_in_its_period(day: date, level: Level) -> None:
    first, last = first_day(level, day), last_day(level, day)
    assert first <= day <= last
    assert first_day(level, last) == first
    if last < date.max:
        following = last + timedelta(days=1)
        assert first_day(level, following) == following


@pytest.mark.parametrize(
    ("level", "first", "last"),
    [
        (Level.DAY, date(2024, 2, 29), date(2024, 2, 29)),
        (Level.WEEK, date(2024, 2, 26), date(2024, 3, 3)),
        (Level.MONTH, date(2024, 2, 1), date(2024, 2, 29)),
        (Level.YEAR, date(2024, 1, 1), date(2024, 12, 31)),
    ],
)
def test_periods_of_a_leap_day(level: Level, first: date, last: date) -> None:
    day = date(2024, 2, 29)
    assert (first_day(level, day), last_day(level, day)) == (first, last)


@given(DAYS, NEAR)
def test_a_cover_has_each_day_of_a_range_once(first: date, length: int) -> None:
    last = min(first.toordinal() + length, date.max.toordinal())
    days: list[int] = []
    for stretch in cover(first, date.fromordinal(last)):
        assert first_day(stretch.level, stretch.first) == stretch.first
        assert first_day(stretch.level, stretch.last) == stretch.last
        end = last_day(stretch.level, stretch.last).toordinal()
        days.extend(range(stretch.first.toordinal(), end + 1))
    assert days == list(range(first.toordinal(), last + 1))


def test_a_cover_has_the_longest_periods_that_fit() -> None:
    assert list(cover(date(2023, 11, 30), date(2025, 2, 1))) == [
        Stretch(Level.DAY, date(2023, 11, 30), date(2023, 11, 30)),
        Stretch(Level.MONTH, date(2023, 12, 1), date(2023, 12, 1)),
        Stretch(Level.YEAR, date(2024, 1, 1), date(2024, 1, 1)),
        Stretch(Level.MONTH, date(2025, 1, 1), date(2025, 1, 1)),
        Stretch(Level.DAY, date(2025, 2, 1), date(2025, 2, 1)),
    ]


@pytest.mark.parametrize("levels", [NESTED, NESTED[:2], NESTED[:1]])
def test_all_days_there_are_can_be_covered(levels: tuple[Level, ...]) -> None:
    (stretch,) = cover(date.min, date.max, levels)
    assert stretch == Stretch(levels[-1], date.min, first_day(levels[-1], date.max))


def test_a_range_that_ends_before_it_begins_has_no_days() -> None:
    assert list(cover(date(2025, 1, 2), date(2025, 1, 1))) == []
