"""Days, weeks, months and years of the calendar, and ranges of days made of few of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_DAY = timedelta(days=1)


class Level(StrEnum):
    """How long a period is; weeks begin on Monday."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


# Each of these is made of whole ones of the level before; weeks fit into none.
NESTED = (Level.DAY, Level.MONTH, Level.YEAR)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Periods of one level that follow each other; ``first`` and ``last`` are their first days."""

    level: Level
    first: date
    last: date


def first_day(level: Level, day: date) -> date:
    """The first day of the period in which a day lies."""
    if level is Level.WEEK:
        return day - timedelta(days=day.weekday())
    if level is Level.MONTH:
        return day.replace(day=1)
    return day.replace(month=1, day=1) if level is Level.YEAR else day


def last_day(level: Level, day: date) -> date:
    """The last day of the period in which a day lies; the calendar ends with the year 9999."""
    if level is Level.YEAR:
        return day.replace(month=12, day=31)
    if level is Level.MONTH:
        return (
            (day.replace(day=28) + 4 * _DAY).replace(day=1) - _DAY
            if day.month < 12
            else (day.replace(day=31))
        )
    if level is Level.WEEK:
        return day + min(timedelta(days=6 - day.weekday()), date.max - day)
    return day


def cover(first: date, last: date, levels: Sequence[Level] = NESTED) -> Iterator[Stretch]:
    """The fewest periods that make up the days from ``first`` to ``last``, both included.

    Args:
        levels: those that may be used, from the finest, which is the day.
    """
    if first > last:
        return
    *finer, level = levels
    if not finer:
        yield Stretch(level, first, last)
        return
    begin = first if first == first_day(level, first) else _after(last_day(level, first))
    end = last if last == last_day(level, last) else _before(first_day(level, last))
    if begin is None or end is None or begin > end:
        yield from cover(first, last, finer)
        return
    if first < begin:
        yield from cover(first, begin - _DAY, finer)
    yield Stretch(level, begin, first_day(level, end))
    if end < last:
        yield from cover(end + _DAY, last, finer)


def _after(day: date) -> date | None:
    return day + _DAY if day < date.max else None


def _before(day: date) -> date | None:
    return day - _DAY if day > date.min else None
