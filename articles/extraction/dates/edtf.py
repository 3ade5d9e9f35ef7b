"""TIMEX3 values in EDTF (ISO 8601-2:2019), where that can say the same."""

from __future__ import annotations

import re
from datetime import date

from articles.extraction.dates.timex import DAY, Range, bounds
from articles.extraction.types import TimexMod, TimexType

SEASONS = {"SP": 21, "SU": 22, "FA": 23, "WI": 24}
QUARTERS = 32  # the first quarter is 33
HALVES = 39  # the first half is 40

_PLAIN = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?|XXXX-(?:\d\d|XX)(?:-(?:\d\d|XX))?")
_YEARS = re.compile(r"\d{2,3}")
_PART = re.compile(r"(\d{4})-(?:(SP|SU|FA|WI)|Q([1-4])|H([12]))")
_BEFORE_CHRIST = re.compile(r"BC(\d{4})")
_MOMENT = re.compile(r"(\d{4}-\d\d-\d\dT\d\d:\d\d)(:\d\d)?(Z|[+-]\d\d:\d\d)?")
_OPEN_ENDS = frozenset(
    {TimexMod.BEFORE, TimexMod.ON_OR_BEFORE, TimexMod.AFTER, TimexMod.ON_OR_AFTER}
)
_THIRDS = frozenset({TimexMod.START, TimexMod.MID, TimexMod.END})


def to_edtf(timex_type: TimexType, value: str, mod: TimexMod | None = None) -> str | None:
    """Write a date or a time as EDTF, level 2.

    Weeks and weekends become intervals of days, "early May" an approximate one;
    "before" and "after" leave an end open.

    Returns:
        None for what EDTF has no form for: lengths, sets, references such as
        the present, parts of a day, weekdays of no known week.
    """
    if timex_type in {TimexType.DURATION, TimexType.SET}:
        return None
    if mod in _OPEN_ENDS:
        covered = bounds(value)
        return covered and _open_ended(covered, mod)
    if mod in _THIRDS:
        covered = bounds(value, mod)
        return covered and f"{covered[0]}~/{covered[1]}~"
    written = _written(value)
    if written is None or mod is not TimexMod.APPROX:
        return written
    return "/".join(f"{end}~" for end in written.split("/"))


def _written(value: str) -> str | None:
    if _PLAIN.fullmatch(value):
        return value
    if _YEARS.fullmatch(value):
        return value.ljust(4, "X")
    if found := _PART.fullmatch(value):
        return f"{found[1]}-{_part(found)}"
    if found := _BEFORE_CHRIST.fullmatch(value):
        # ISO 8601 has a year 0000, which is 1 BC.
        before = int(found[1]) - 1
        return f"-{before:04d}" if before else "0000"
    if found := _MOMENT.fullmatch(value):
        return f"{found[1]}{found[2] or ':00'}{found[3] or ''}"
    return _interval(value)


def _part(found: re.Match[str]) -> int:
    if found[2]:
        return SEASONS[found[2]]
    return QUARTERS + int(found[3]) if found[3] else HALVES + int(found[4])


def _interval(value: str) -> str | None:
    if "T" in value:
        return None
    covered = bounds(value)
    if covered is None:
        return None
    first, last = covered
    return f"{first}" if first == last else f"{first}/{last}"


def _open_ended(covered: Range, mod: TimexMod) -> str | None:
    first, last = covered
    match mod:
        case TimexMod.BEFORE:
            return None if first == date.min else f"../{first - DAY}"
        case TimexMod.ON_OR_BEFORE:
            return f"../{last}"
        case TimexMod.AFTER:
            return None if last == date.max else f"{last + DAY}/.."
        case _:
            return f"{first}/.."
