"""Resolvers of distances from another day: "four years ago", "two days later"."""

from __future__ import annotations

from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from articles.extraction.dates import timex
from articles.extraction.dates.context import LIKELY, PLAUSIBLE, VAGUE, Context, Meaning, a_date
from articles.extraction.dates.groups import Groups, first_of, relation
from articles.extraction.dates.lengths import duration_value, singular
from articles.extraction.dates.units import STEPS, UNKNOWN, at_part, value_of_unit
from articles.extraction.dates.vocabulary import CLOCK_UNITS, cardinal
from articles.extraction.dates.weekdays import WORD_DAYS
from articles.extraction.types import TimexType

# The words that count back; the others count ahead.
BACK = frozenset({"ago", "earlier", "previously", "prior", "before"})
HALVES = {
    "month": relativedelta(days=15),
    "year": relativedelta(months=6),
    "decade": relativedelta(years=5),
    "century": relativedelta(years=50),
}


def ago(groups: Groups, context: Context) -> Meaning | None:
    """Resolve "four years ago", "two days later": the value has the unit of the words."""
    unit = singular(first_of(groups, "unit"))
    count = cardinal(first_of(groups, "count")) if groups["count"] else None
    if (groups["or"] or "").endswith("two"):  # "a year or two ago"
        count = None
    if count is None or unit in CLOCK_UNITS:
        return _no_calendar_day(groups, unit, count)
    way, half = groups["way"] or "hence", bool(groups["half"])
    sign = -1 if way in BACK else 1
    if unit == "year" and count == 1 and sign < 0 and context.quarter and not context.narrative:
        year, number = context.quarter
        return a_date(timex.quarter(year - 1, number), PLAUSIBLE)
    base = context.now if way in {"ago", "hence"} else context.then
    if unit == "day" and way not in {"ago", "hence"}:
        base = context.last_day or base
    if base is None:
        return a_date(UNKNOWN[unit], PLAUSIBLE)
    when = base + sign * _span(unit, count, half=half)
    confidence = LIKELY if base == context.anchor else PLAUSIBLE
    if exact := groups["exact"]:
        return a_date(_exactly(when, exact), confidence)
    if count in {0.5, 1} and unit in {"decade", "century"}:  # "a decade ago" is a year
        unit = "year"
    return a_date(value_of_unit(unit, when), confidence)


def _no_calendar_day(groups: Groups, unit: str, count: float | None) -> Meaning | None:
    """Resolve "years ago" and "several weeks later", and, as lengths, "two hours ago"."""
    if unit == "second" and groups["count"] in {None, "a", "another"}:
        return None
    if not groups["count"] and groups["unit"] == unit:
        return None
    if unit in CLOCK_UNITS:
        value = duration_value(count, unit, half=bool(groups["half"]))
        return Meaning(TimexType.DURATION, value, VAGUE)
    return a_date(timex.PAST if groups["way"] in BACK else timex.FUTURE, VAGUE)


def _exactly(when: date, words: str) -> str:
    """The value of "fifty years ago today", "ten years ago next week"."""
    rel, _, unit = " ".join(words.split()).rpartition(" ")
    if unit in WORD_DAYS:
        return timex.day(when + timedelta(days=WORD_DAYS[unit]))
    return value_of_unit(unit, when + (relation(rel) or 0) * STEPS[unit])


def parts_ago(groups: Groups, context: Context) -> Meaning | None:
    """Resolve "two nights ago"."""
    count = cardinal(first_of(groups, "count"))
    if count is None or count != int(count):
        return None
    base = context.now
    return at_part(base and base - timedelta(days=int(count)), first_of(groups, "part"))


def _span(unit: str, count: float, *, half: bool) -> relativedelta:
    whole = int(count)
    span = whole * STEPS[unit]
    if half or count != whole:
        span += HALVES.get(unit, relativedelta())
    return span
