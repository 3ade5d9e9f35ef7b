from __future__ import annotations

import pytest

from articles.extraction.dates.edtf import to_edtf
from articles.extraction.types import TimexMod, TimexType

DATES = [
    ("2025-05-16", None, "2025-05-16"),
    ("2025-05", None, "2025-05"),
    ("2025", None, "2025"),
    ("199", None, "199X"),
    ("19", None, "19XX"),
    ("2012-SP", None, "2012-21"),
    ("2012-SU", None, "2012-22"),
    ("2012-FA", None, "2012-23"),
    ("2012-WI", None, "2012-24"),
    ("1989-Q1", None, "1989-33"),
    ("1989-Q3", None, "1989-35"),
    ("1989-H2", None, "1989-41"),
    ("2013-W11", None, "2013-03-11/2013-03-17"),
    ("2013-W11-WE", None, "2013-03-16/2013-03-17"),
    ("2013-W11-5", None, "2013-03-15"),
    ("BC0044", None, "-0043"),
    ("BC0001", None, "0000"),
    ("XXXX-05-16", None, "XXXX-05-16"),
    ("XXXX-05", None, "XXXX-05"),
    ("XXXX-WXX-5", None, None),
    ("PRESENT_REF", None, None),
    ("2013-03-22TAF", None, None),
    ("2013-W11-5TMO", None, None),
    ("2025-05-16", TimexMod.APPROX, "2025-05-16~"),
    ("2013-W11", TimexMod.APPROX, "2013-03-11~/2013-03-17~"),
    ("2012-12", TimexMod.START, "2012-12-01~/2012-12-10~"),
    ("1994", TimexMod.BEFORE, "../1993-12-31"),
    ("1994", TimexMod.ON_OR_BEFORE, "../1994-12-31"),
    ("1994", TimexMod.AFTER, "1995-01-01/.."),
    ("1994", TimexMod.ON_OR_AFTER, "1994-01-01/.."),
    ("0001", TimexMod.BEFORE, None),
    ("9999", TimexMod.AFTER, None),
    ("PRESENT_REF", TimexMod.AFTER, None),
]


@pytest.mark.parametrize(("value", "mod", "expected"), DATES)
def test_a_date_is_written_as_edtf(value: str, mod: TimexMod | None, expected: str | None) -> None:
    assert to_edtf(TimexType.DATE, value, mod) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2013-03-22T21:00", "2013-03-22T21:00:00"),
        ("2013-03-22T21:00:05Z", "2013-03-22T21:00:05Z"),
        ("2013-03-22T21:00-05:00", "2013-03-22T21:00:00-05:00"),
        ("2013-03-22T21", None),
    ],
)
def test_a_time_is_written_as_edtf(value: str, expected: str | None) -> None:
    assert to_edtf(TimexType.TIME, value) == expected


@pytest.mark.parametrize("timex_type", [TimexType.DURATION, TimexType.SET])
def test_lengths_and_sets_have_no_edtf(timex_type: TimexType) -> None:
    assert to_edtf(timex_type, "2025") is None
