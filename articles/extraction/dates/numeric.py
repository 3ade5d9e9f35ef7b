"""Resolvers of dates in digits."""

from __future__ import annotations

import re
from datetime import date

from articles.extraction.dates.context import SURE, VAGUE, Context, Meaning, a_date
from articles.extraction.dates.days import day_value
from articles.extraction.dates.groups import Groups, first_of
from articles.extraction.types import TimexType

# Where 03/04 is the fourth of March; elsewhere it is the third of April.
MONTH_FIRST = frozenset("US PH FM MH PW GU AS MP PR VI".split())
CENTURY_TURN = 50
NINE_ELEVEN = date(2001, 9, 11)

_TOLD = re.compile(
    r"\b(?:(1[3-9]|2\d|3[01])/(?:0?[1-9]|1[0-2])|(?:0?[1-9]|1[0-2])/(1[3-9]|2\d|3[01]))/(?:\d{4}|\d\d)\b"
)


def is_day_first(text: str, country: str | None) -> bool | None:
    """Whether a text writes the day before the month.

    Returns:
        What the country does, else what dates of the text do that can be
        read one way only; None where nothing tells.
    """
    if country:
        return country.upper() not in MONTH_FIRST
    told = _TOLD.search(text)
    return told and told[1] is not None


def iso(groups: Groups, context: Context) -> Meaning | None:
    value = first_of(groups, "value")
    if not (time := groups["time"]):
        return a_date(value, SURE)
    zone = (groups["zone"] or "").upper()
    return Meaning(TimexType.TIME, f"{value}T{time}{zone}", SURE)


def year_first(groups: Groups, context: Context) -> Meaning | None:
    year, month, day = (int(first_of(groups, name)) for name in ("year", "month", "day"))
    value = day_value(year, month, day) if 1 <= month <= 12 else None
    return a_date(value, SURE) if value else None


def numeric(groups: Groups, context: Context) -> Meaning | None:
    """10/27/1989, 27.10.1989, 10-27-89: the order of the country, unless only one is possible."""
    first, second, year = (int(first_of(groups, name)) for name in ("a", "b", "year"))
    dotted = groups["sep"] == "."
    if len(first_of(groups, "year")) == 2:
        if dotted and len(first_of(groups, "a") + first_of(groups, "b")) < 4:
            return None  # a section or a version
        year += 1900 if year > CENTURY_TURN else 2000
    prefers_day = dotted if context.day_first is None else context.day_first
    day_first = first > 12 or (prefers_day and second <= 12)
    day, month = (first, second) if day_first else (second, first)
    value = day_value(year, month, day)
    certain = day > 12 or day == month or context.day_first is not None or dotted
    return a_date(value, SURE if certain else VAGUE) if value else None


def nine_eleven(groups: Groups, context: Context) -> Meaning | None:
    """The attacks of 2001 are known by their day alone."""
    if context.anchor and context.anchor < NINE_ELEVEN:
        return None
    return a_date(NINE_ELEVEN.isoformat(), SURE)
