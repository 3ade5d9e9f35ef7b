"""Dates of publication as providers write them, read strictly.

Nothing is filled in: a text without year, month or day is refused, and so is
one that means different days in different countries (05/06/2025).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime, timedelta, timezone

# Aware datetimes must stay inside 0001..9999 when they are turned into UTC, and
# a publication date outside these years is a slip of the pen.
FIRST_YEAR = 1600
LAST_YEAR = 2099

_MAX_CHARACTERS = 80
_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun",
            "july jul", "august aug", "september sep sept", "october oct", "november nov",
            "december dec",
        ),
        1,
    )
    for name in names.split()
}  # fmt: skip
# Only names that stand for one offset everywhere; RFC 5322 lists the American ones.
_ZONE_HOURS = {
    "z": 0, "utc": 0, "gmt": 0, "ut": 0, "est": -5, "edt": -4, "cst": -6, "cdt": -5, "mst": -7,
    "mdt": -6, "pst": -8, "pdt": -7, "cet": 1, "cest": 2, "eet": 2, "eest": 3, "jst": 9,
    "aest": 10, "aedt": 11,
}  # fmt: skip

_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
_MONTH = r"(?P<month>[a-z]{3,9})\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>\d{4})"
_TIME = (
    r"(?P<hour>\d{1,2})(?::(?P<minute>\d{2})(?::(?P<second>\d{2})(?:[.,](?P<fraction>\d{1,9}))?)?)?"
    r"(?:\s*(?P<half>[ap])\.?m\b\.?)?"
    r"(?:\s*(?:(?P<sign>[+\-\u2212])(?P<zone_hour>\d{2}):?(?P<zone_minute>\d{2})?"
    r"|\(?(?P<zone>[a-z]{1,5})\)?))?"
)
_BETWEEN = r"(?:\s*,\s*|\s+)(?:at\s+|-\s+)?"
_FORMS = tuple(
    re.compile(form + r"(?:\s\([a-z]{2,5}\))?", re.IGNORECASE | re.ASCII)
    for form in (
        rf"{_YEAR}(?P<mark>[-/.])(?P<month>\d{{1,2}})(?P=mark)(?P<day>\d{{1,2}})(?:(?:t|\s+){_TIME})?",
        rf"{_YEAR}(?P<month>\d{{2}})(?P<day>\d{{2}})(?:t(?P<hour>\d{{2}})(?P<minute>\d{{2}})"
        r"(?P<second>\d{2})?(?:(?P<sign>[+-])(?P<zone_hour>\d{2})(?P<zone_minute>\d{2})"
        r"|(?P<zone>z))?)?",
        rf"{_WEEKDAY}{_MONTH}\s+{_DAY},?\s+{_YEAR}(?:{_BETWEEN}{_TIME})?",
        rf"{_WEEKDAY}{_DAY}(?:\s+|-){_MONTH},?(?:\s+|-){_YEAR}(?:{_BETWEEN}{_TIME})?",
        # C's asctime, which some systems still print
        rf"{_WEEKDAY}{_MONTH}\s+{_DAY}\s+{_TIME}\s+{_YEAR}",
    )
)


def parse_published(text: str) -> datetime | date:
    """Read a date of publication.

    Args:
        text: ISO 8601 ("2025-05-20T14:30:00+02:00"), RFC 5322 ("Tue, 20 May 2025
            14:30:00 +0200") or English ("May 20, 2025", "20 May 2025 2:30 pm EST").

    Returns:
        A datetime if a time is given, aware if a zone is; else a date. The name
        of a weekday is not compared with the date.

    Raises:
        ValueError: no such form, no such day, or a year outside 1600..2099; the
            message is one line for people.
    """
    given = " ".join(text[: _MAX_CHARACTERS + 1].split())
    match = next((match for form in _FORMS if (match := form.fullmatch(given))), None)
    if match is None or len(text) > _MAX_CHARACTERS:
        raise ValueError(
            f"{given[:40]!r} is not a complete, unambiguous date: write it as 2025-05-20"
            " or 2025-05-20T14:30:00+02:00"
        )
    parts = {name: value for name, value in match.groupdict().items() if value is not None}
    try:
        day = date(int(parts["year"]), _month(parts["month"]), int(parts["day"]))
        value = _at(day, parts) if "hour" in parts else day
    except ValueError as error:
        raise ValueError(f"{given[:40]!r} is not a date: {error}") from None
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise ValueError(f"{given[:40]!r}: the year must be {FIRST_YEAR} to {LAST_YEAR}")
    return value


def _month(name: str) -> int:
    if name.isdigit():
        return int(name)
    if name.lower() not in _MONTHS:
        raise ValueError(f"there is no month {name}")
    return _MONTHS[name.lower()]


def _at(day: date, parts: dict[str, str]) -> datetime:
    hour, minute = int(parts["hour"]), int(parts.get("minute", "0"))
    if "half" in parts:
        if not 1 <= hour <= 12:
            raise ValueError(f"there is no {hour} o'clock {parts['half']}m")
        hour = hour % 12 + (12 if parts["half"].lower() == "p" else 0)
    elif "minute" not in parts:
        raise ValueError("the time has no minutes")
    microsecond = int(parts.get("fraction", "0").ljust(6, "0")[:6])
    second = int(parts.get("second", "0"))
    return datetime(
        day.year, day.month, day.day, hour, minute, second, microsecond, tzinfo=_zone(parts)
    )


def _zone(parts: dict[str, str]) -> timezone | None:
    if "zone" in parts:
        name = parts["zone"].lower()
        if name not in _ZONE_HOURS:
            raise ValueError(f"the zone {parts['zone']} is not known, write +hh:mm")
        return timezone(timedelta(hours=_ZONE_HOURS[name]))
    if "sign" not in parts:
        return None
    hours, minutes = int(parts["zone_hour"]), int(parts.get("zone_minute", "0"))
    if hours > 14 or minutes > 59:
        raise ValueError("there is no such time zone, +14:00 is the furthest")
    offset = timedelta(hours=hours, minutes=minutes)
    return timezone(offset if parts["sign"] == "+" else -offset)


def best_date(texts: Iterable[str]) -> datetime | date | None:
    """The first date among texts; if that lacks a time or zone, another's of the same day."""
    values = [value for text in texts if (value := _date(text)) is not None]
    if not values:
        return None
    best = values[0]
    for value in values[1:]:
        if _detail(value) > _detail(best) and _day(value) == _day(best):
            best = value
    return best


def _date(text: str) -> datetime | date | None:
    try:
        return parse_published(text)
    except ValueError:
        return None


def _detail(value: datetime | date) -> int:
    return 0 if not isinstance(value, datetime) else 2 if value.tzinfo else 1


def _day(value: datetime | date) -> date:
    return value.date() if isinstance(value, datetime) else value
