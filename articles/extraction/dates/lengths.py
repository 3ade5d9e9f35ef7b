"""Resolvers of durations, sets and vague references."""

from __future__ import annotations

from articles.extraction.dates.context import (
    LIKELY,
    PLAUSIBLE,
    VAGUE,
    Context,
    Meaning,
)
from articles.extraction.dates.groups import Groups, first_of
from articles.extraction.dates.holidays import HOLIDAYS, fixed_day
from articles.extraction.dates.vocabulary import (
    CLOCK_UNITS,
    DAY_PARTS,
    MONTHS,
    SEASONS,
    UNITS,
    WEEKDAYS,
    cardinal,
)
from articles.extraction.types import TimexType

ADVERBS = {
    "hourly": "PT1H",
    "daily": "P1D",
    "nightly": "XXXX-XX-XXTNI",
    "weekly": "P1W",
    "fortnightly": "P2W",
    "monthly": "P1M",
    "annually": "P1Y",
    "yearly": "P1Y",
}
LARGER = {"century": ("Y", 100), "decade": ("Y", 10), "fortnight": ("W", 2)}
REPORTED_MONTHS = (6, 9, 12)
PARTS = {"year": "month", "hour": "minute", "minute": "second"}
HALVES = {"year": "6M", "hour": "30M", "minute": "30S"}


def singular(unit: str) -> str:
    return unit.removesuffix("s").replace("centurie", "century")


def duration_value(count: float | None, unit: str, *, half: bool = False) -> str:
    """The TIMEX3 duration of a count of units; None means a vague count: ``PXY``."""
    sign = "PT" if unit in CLOCK_UNITS else "P"
    if count is None:
        return f"{sign}X{'Y' if unit == 'century' else UNITS[unit]}"
    letter, times = LARGER.get(unit, (UNITS[unit], 1))
    count = (count + 0.5 if half else count) * times
    whole = int(count)
    if count == whole:
        return f"{sign}{whole}{letter}"
    if unit not in HALVES:
        return f"{sign}{whole}.5{letter}"
    return f"{sign}{whole}{letter}{HALVES[unit]}" if whole else f"{sign}{HALVES[unit]}"


def duration(groups: Groups, context: Context) -> Meaning | None:
    unit_word = groups["unit"] or ""
    unit, words = singular(unit_word), " ".join((groups["count"] or "").split())
    if groups["old"] or (unit == "second" and unit_word == "second"):
        return None
    if unit == "quarter" and (
        unit_word == "quarter" or (words in {"three", "two"} and not groups["span"])
    ):
        return None
    count = cardinal("half" if words in {"half a", "half an"} else words.removesuffix(" of"))
    if groups["two"] and words in {"a", "an"}:  # "a year or two"
        return Meaning(TimexType.DURATION, duration_value(None, unit), VAGUE)
    if count is None and unit_word == unit:
        return None
    if unit == "month" and (groups["span"] == "first" or count in REPORTED_MONTHS):
        context.quarter = None  # "a year earlier" is now a year
    value = duration_value(count, unit, half=bool(groups["half"]))
    if words in {"a", "an"} and context.rate():
        return Meaning(TimexType.SET, value, PLAUSIBLE)
    return Meaning(TimexType.DURATION, value, LIKELY if count is not None else VAGUE)


def compound_duration(groups: Groups, context: Context) -> Meaning | None:
    """Resolve "two hours and nine minutes", "three years and two months"."""
    first, second = singular(first_of(groups, "unit")), singular(first_of(groups, "unit2"))
    counts = cardinal(first_of(groups, "count")), cardinal(first_of(groups, "count2"))
    if PARTS[first] != second or None in counts or not all(n == int(n) for n in counts if n):
        return None
    whole = duration_value(counts[0], first)
    return Meaning(TimexType.DURATION, f"{whole}{int(counts[1] or 0)}{UNITS[second]}", LIKELY)


def part_of_month(groups: Groups, context: Context) -> Meaning | None:
    """Resolve "the last week of May": a length, as its place in the month is no ISO week."""
    count = cardinal(groups["count"]) if groups["count"] else 1.0
    value = duration_value(count, singular(groups["unit"] or ""))
    return Meaning(TimexType.DURATION, value, PLAUSIBLE)


def year_ending(groups: Groups, context: Context) -> Meaning | None:
    """Resolve "the year ended June 30": a length, as it is no year of the calendar."""
    context.quarter = None
    return Meaning(TimexType.DURATION, duration_value(1, "year"), LIKELY)


def past_unit(groups: Groups, context: Context) -> Meaning | None:
    value = duration_value(1, groups["unit"] or "")
    return Meaning(TimexType.DURATION, value, PLAUSIBLE)


def vague_plural(groups: Groups, context: Context) -> Meaning | None:
    unit = singular(groups["unit"] or groups["unit2"] or groups["unit3"] or "")
    return Meaning(TimexType.DURATION, duration_value(None, unit), VAGUE)


def every(groups: Groups, context: Context) -> Meaning | None:
    unit = singular(groups["unit"] or groups["unit2"] or "")
    if unit == "second":
        return None
    count = cardinal(groups["count"]) if groups["count"] else 1.0
    if groups["other"] and not groups["count"]:
        count = 2.0
    return Meaning(TimexType.SET, duration_value(count, unit), LIKELY)


def every_part(groups: Groups, context: Context) -> Meaning | None:
    name = (groups["part"] or (groups["plural"] or "").removesuffix("s")).rstrip(".")
    value = _recurring(name)
    return Meaning(TimexType.SET, value, LIKELY) if value else None


def _recurring(name: str) -> str | None:
    """What comes back every week, year or day, as an underspecified value."""
    if name == "weekday":
        return None
    if name == "weekend":
        return "XXXX-WXX-WE"
    if name in SEASONS:
        return f"XXXX-{SEASONS[name]}"
    if name in MONTHS:
        return f"XXXX-{MONTHS[name]:02d}"
    if name in HOLIDAYS:
        fixed = fixed_day(name)
        return f"XXXX-{fixed[0]:02d}-{fixed[1]:02d}" if fixed else "P1Y"
    return f"XXXX-XX-XXT{DAY_PARTS[name]}"


def weekday_set(groups: Groups, context: Context) -> Meaning | None:
    name = first_of(groups, "wd", "wd2")
    part = first_of(groups, "part", "part2", "part3")
    value = f"XXXX-WXX-{WEEKDAYS[name.rstrip('.')] + 1}"
    return Meaning(TimexType.SET, value + (f"T{DAY_PARTS[part]}" if part else ""), LIKELY)


def adverb_set(groups: Groups, context: Context) -> Meaning | None:
    return Meaning(TimexType.SET, ADVERBS[groups["word"] or ""], PLAUSIBLE)
