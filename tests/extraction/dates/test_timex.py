"""TIMEX3 values and the days they cover."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.extraction.dates import timex
from articles.extraction.types import TimexMod

DAYS = st.dates(min_value=date(1, 1, 8), max_value=date(9998, 12, 20))
UNITS: dict[str, Callable[[date], str]] = {
    "day": timex.day,
    "week": timex.week,
    "weekend": timex.weekend,
    "month": lambda when: timex.month(when.year, when.month),
    "quarter": lambda when: timex.quarter(when.year, (when.month + 2) // 3),
    "season": lambda when: timex.season(*timex.season_of(when)),
    "year": lambda when: timex.year(when.year),
    "decade": lambda when: timex.decade(when.year),
    "century": lambda when: timex.century(when.year),
}


@pytest.mark.parametrize("unit", UNITS)
@given(when=DAYS)
def test_each_day_of_a_range_has_the_value_of_the_range(unit: str, when: date) -> None:
    value = UNITS[unit](when)
    if value == "0000-WI":
        return
    covered = timex.bounds(value)
    assert timex.is_valid(value)
    assert covered is not None
    assert covered[0] <= covered[1]
    assert {UNITS[unit](covered[0]), UNITS[unit](covered[1])} == {value}
    if unit != "weekend":
        assert covered[0] <= when <= covered[1]


@given(when=DAYS, unit=st.sampled_from(["week", "month", "quarter", "season", "year", "decade"]))
def test_start_mid_and_end_part_a_range(when: date, unit: str) -> None:
    value = UNITS[unit](when)
    if value == "0000-WI":
        return
    whole = timex.bounds(value)
    parts = [timex.bounds(value, mod) for mod in (TimexMod.START, TimexMod.MID, TimexMod.END)]
    assert whole is not None
    days = [part for part in parts if part is not None]
    assert days[0][0] == whole[0]
    assert days[2][1] == whole[1]
    assert [later[0] - earlier[1] for earlier, later in pairwise(days)] == [
        timex.DAY,
        timex.DAY,
    ]


@pytest.mark.parametrize(
    "value",
    "2025-05-16 2025-05-16TAF 2025-05-16T10:30 2025-05-16T24:00 2025-05-16T10:30:00Z 2025-05"
    " 2025-W20 2025-W20-WE 2025-W20-5 2025-W20-5TNI 2025-Q3 2025-H1 2025-SU 2025 202 20 BC0480"
    " XXXX-XX-XX XXXX-WXX-5 XXXX-WXX XXXX-XX XXXX XXXX-05-05 XXXX-12 XXXX-Q3 XXXX-XX-XXT10:30"
    " P3D P2Y6M PT30M PT1H30M PT1M30S PXY PTXH P100Y P1E P2Q P2.5D"
    " PRESENT_REF PAST_REF FUTURE_REF".split(),
)
def test_valid(value: str) -> None:
    assert timex.is_valid(value)


@pytest.mark.parametrize(
    "value",
    "2025-02-30 2025-13 2025-00 2025-W54 2025-W00 2024-W53 2025-Q5 0000 0000-01 10000 2025-5"
    " 2025-W2 2025-05-16T25:00 2025-05-16T10:61 2025-05-16TXX P PT P3 P3H PT3D PDE P1DE 1"
    " 2025-XX-16Z NOW XXXX-WXX-8 2025-05-16T".split(),
)
def test_not_valid(value: str) -> None:
    assert not timex.is_valid(value)
    assert not timex.is_valid("")


@pytest.mark.parametrize("value", "P3D PXY PRESENT_REF XXXX-05 XXXX-WXX-5 BC0480 2025-XX".split())
def test_no_range(value: str) -> None:
    assert timex.bounds(value) is None


@pytest.mark.parametrize("mod", [TimexMod.BEFORE, TimexMod.AFTER])
def test_an_open_range_has_no_bounds(mod: TimexMod) -> None:
    assert timex.bounds("1994", mod) is None


def test_a_winter_ends_in_the_following_year() -> None:
    assert timex.bounds("2023-WI") == (date(2023, 12, 1), date(2024, 2, 29))
