"""TIMEX3 values: how they are written, which are valid, and which days they cover."""

from __future__ import annotations

import re
from datetime import MAXYEAR, MINYEAR, date, timedelta

from dateutil.relativedelta import relativedelta

from articles.extraction.types import TimexMod

Range = tuple[date, date]

PRESENT, PAST, FUTURE = "PRESENT_REF", "PAST_REF", "FUTURE_REF"
SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
DAY = timedelta(days=1)

_YEAR = r"(?:(?!0000)\d{4}|XXXX)"
_CLOCK = (
    r"T(?:MO|MI|AF|EV|NI|DT"
    r"|(?:[01]\d|2[0-3])(?::[0-5]\d(?::[0-5]\d)?)?(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)?|24:00)"
)
_DATE_PART = (
    rf"(?:0[1-9]|1[0-2]|XX)(?:-(?:0[1-9]|[12]\d|3[01]|XX)(?:{_CLOCK})?)?"
    rf"|W(?:0[1-9]|[1-4]\d|5[0-3]|XX)(?:-(?:WE|[1-7](?:{_CLOCK})?))?"
    r"|Q[1-4X]|H[12X]|SP|SU|FA|WI"
)
_AMOUNT = r"(?:\d{1,6}(?:\.\d{1,3})?|X)"
VALUE = re.compile(
    rf"(?:{PRESENT}|{PAST}|{FUTURE}"
    rf"|BC\d{{4}}(?:-(?:0[1-9]|1[0-2]|SP|SU|FA|WI))?|BC\d{{2}}|\d{{2,3}}|{_YEAR}(?:-(?:{_DATE_PART}))?"
    rf"|P(?={_AMOUNT}|T)(?:{_AMOUNT}(?:Y(?:\d{{1,2}}M)?|[QMWDE]))?"
    rf"(?:(?<=P)T(?={_AMOUNT})(?:{_AMOUNT}H(?:\d{{1,2}}M)?|{_AMOUNT}M(?:\d{{1,2}}S)?|{_AMOUNT}S))?)"
)
_FULL_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T.*)?")
_MONTH = re.compile(r"(\d{4})-(\d\d)")
_WEEK = re.compile(r"(\d{4})-W(\d\d)(?:-(WE|[1-7])(?:T.*)?)?")
_PART = re.compile(r"(\d{4})-([QH])([1-4])")
_SEASON = re.compile(r"(\d{4})-(SP|SU|FA|WI)")
_YEARS = re.compile(r"\d{2,4}")


def is_valid(value: str) -> bool:
    """Whether a value is well-formed and, where it names calendar days, these exist."""
    if VALUE.fullmatch(value) is None:
        return False
    names_days = _FULL_DAY.fullmatch(value) or _WEEK.fullmatch(value)
    return names_days is None or bounds(value) is not None


def day(when: date) -> str:
    return when.isoformat()


def month(year: int, number: int) -> str:
    return f"{year:04d}-{number:02d}"


def week(when: date) -> str:
    """The ISO week around a day, as ``2013-W11``."""
    year, number, _ = when.isocalendar()
    return f"{year:04d}-W{number:02d}"


def weekend(when: date) -> str:
    return f"{week(when)}-WE"


def quarter(year: int, number: int) -> str:
    return f"{year:04d}-Q{number}"


def year(number: int) -> str:
    return f"{number:04d}"


def decade(number: int) -> str:
    """The decade of a year: 1994 gives ``199``."""
    return f"{number // 10:03d}"


def century(number: int) -> str:
    """The hundred years that share their first two digits with a year: 1994 gives ``19``."""
    return f"{number // 100:02d}"


def season(number: int, name: str) -> str:
    return f"{number:04d}-{name}"


def season_of(when: date) -> tuple[int, str]:
    """The year and name of the season around a day; a winter has the year of its December."""
    if when.month < 3:
        return when.year - 1, "WI"
    return when.year, ("SP", "SU", "FA", "WI")[when.month // 3 - 1]


def bounds(value: str, mod: TimexMod | None = None) -> Range | None:
    """The first and last day that a calendar value covers.

    Winter runs from December of its year to the end of February; a season of
    the northern hemisphere is meant. START, MID and END take a third of the
    range.

    Returns:
        None for durations, sets, references and underspecified values, for
        days that do not exist, and for open ranges ("before 1994").
    """
    if mod in _OPEN:
        return None
    try:
        whole = _bounds(value)
    except (ValueError, OverflowError):
        return None
    return whole and _third(whole, mod)


_OPEN = (TimexMod.BEFORE, TimexMod.AFTER)


def _bounds(value: str) -> Range | None:
    if found := _FULL_DAY.fullmatch(value):
        when = date(int(found[1]), int(found[2]), int(found[3]))
        return when, when
    if found := _WEEK.fullmatch(value):
        return _week_bounds(int(found[1]), int(found[2]), found[3])
    return _part_of_year(value) or _years(value)


def _years(value: str) -> Range | None:
    if not _YEARS.fullmatch(value):
        return None
    length = 10 ** (4 - len(value))
    first = int(value) * length
    return date(max(first, MINYEAR), 1, 1), date(first + length - 1, 12, 31)


def _part_of_year(value: str) -> Range | None:
    if found := _MONTH.fullmatch(value):
        return _months(int(found[1]), int(found[2]), 1)
    if found := _PART.fullmatch(value):
        length = 3 if found[2] == "Q" else 6
        return _months(int(found[1]), (int(found[3]) - 1) * length + 1, length)
    if found := _SEASON.fullmatch(value):
        return _months(int(found[1]), SEASON_MONTHS[found[2]], 3)
    return None


def _week_bounds(year_number: int, number: int, part: str | None) -> Range:
    if part is None:
        return (
            date.fromisocalendar(year_number, number, 1),
            date.fromisocalendar(year_number, number, 7),
        )
    if part == "WE":
        saturday = date.fromisocalendar(year_number, number, 6)
        return saturday, saturday + DAY
    when = date.fromisocalendar(year_number, number, int(part))
    return when, when


def _months(year_number: int, first: int, length: int) -> Range:
    start = date(year_number, first, 1)
    if year_number == MAXYEAR and first + length > 12:
        return start, date.max
    return start, start + relativedelta(months=length) - DAY


def _third(whole: Range, mod: TimexMod | None) -> Range:
    first, last = whole
    step = ((last - first).days + 1) // 3
    if step == 0 or mod not in {TimexMod.START, TimexMod.MID, TimexMod.END}:
        return whole
    if mod is TimexMod.START:
        return first, first + (step - 1) * DAY
    if mod is TimexMod.END:
        return last - (step - 1) * DAY, last
    return first + step * DAY, last - step * DAY
