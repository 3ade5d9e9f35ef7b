"""Resolvers of expressions that count from another day: "last week", "two days later"."""

from __future__ import annotations

from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from articles.extraction.dates import timex
from articles.extraction.dates.context import (
    LIKELY,
    PLAUSIBLE,
    SURE,
    VAGUE,
    Context,
    Meaning,
    a_date,
)
from articles.extraction.dates.days import full_date
from articles.extraction.dates.direction import Direction
from articles.extraction.dates.groups import Groups, first_of, is_anaphoric, relation
from articles.extraction.dates.lengths import duration_value
from articles.extraction.dates.quarters import the_quarter
from articles.extraction.dates.timex import bounds
from articles.extraction.dates.units import STEPS, UNKNOWN, at_part, value_of_unit
from articles.extraction.dates.weekdays import WORD_DAYS
from articles.extraction.types import TimexMod, TimexType

# "The year" is that of the news, or of a date farther back that was just mentioned.
RECENT_YEARS = 1


def deictic(groups: Groups, context: Context) -> Meaning | None:
    word = first_of(groups, "word")
    base = context.now
    when = base + timedelta(days=WORD_DAYS[word]) if base else None
    if word == "tonight":
        return at_part(when, "night")
    if part := groups["part"]:
        return at_part(when, part)
    return a_date(timex.day(when), SURE) if when else a_date(UNKNOWN["day"], PLAUSIBLE)


def day_around(groups: Groups, context: Context) -> Meaning | None:
    shift = -2 if first_of(groups, "side").startswith("before") else 2
    if context.now is None:
        return a_date(UNKNOWN["day"], PLAUSIBLE)
    return a_date(timex.day(context.now + timedelta(days=shift)), SURE)


def relative_part(groups: Groups, context: Context) -> Meaning | None:
    """Resolve "last night", "this morning", "the next morning", "overnight"."""
    rel = groups["rel"]
    part = groups["part"] or "overnight"
    if groups["over"]:
        when = context.now
        ahead = context.tense().direction is Direction.FUTURE
        return at_part(when - timedelta(days=not ahead) if when else None, part)
    if rel is None or rel.split() == ["the"] or is_anaphoric(rel):
        base = context.last_day or context.anchor
    else:
        base = context.now
    shift = relation(rel) or 0
    return at_part(base + timedelta(days=shift) if base else None, part)


def relative_unit(groups: Groups, context: Context) -> Meaning | None:
    rel, unit = groups["rel"], first_of(groups, "unit")
    if "latest" in (rel or "") and unit not in {"quarter", "year", "month"}:
        return None
    shift = relation(rel) or 0
    is_length = unit == "fortnight" or (unit == "decade" and context.narrative)
    if groups["the"] and is_length and shift:  # "the next decade" is any ten years
        return Meaning(TimexType.DURATION, duration_value(1, unit), LIKELY)
    anaphoric = is_anaphoric(rel) or (
        groups["the"] is not None and rel == "next" and _told(context) is not None
    )
    if unit == "day":
        anaphoric, base = True, context.last_day or (None if context.narrative else context.anchor)
    else:
        base = context.then if anaphoric else context.now
    if base is None:
        return a_date(UNKNOWN[unit], PLAUSIBLE)
    if unit == "quarter" and shift == 0 and _is_reported(rel, context):
        return the_quarter(groups, context)
    value = value_of_unit(unit, base + shift * STEPS[unit])
    return a_date(value, PLAUSIBLE if anaphoric else SURE)


def _is_reported(rel: str | None, context: Context) -> bool:
    """Whether "the latest quarter", "that quarter" is the one of a report."""
    return context.quarter is not None if is_anaphoric(rel) else "latest" in (rel or "")


def this_in_year(groups: Groups, context: Context) -> Meaning | None:
    """Resolve "this day in 1940", "this month in 1990"."""
    year, base, unit = int(first_of(groups, "year")), context.anchor, first_of(groups, "unit")
    if base is None:
        return a_date(timex.year(year), PLAUSIBLE)
    then = base + relativedelta(year=year)
    return a_date(value_of_unit(unit, then), LIKELY)


def the_unit(groups: Groups, context: Context) -> Meaning | None:
    unit = first_of(groups, "unit")
    base = _told(context) if unit == "year" else None
    base = base or (context.then if context.narrative else context.anchor)
    return a_date(value_of_unit(unit, base) if base else UNKNOWN[unit], VAGUE)


def _told(context: Context) -> date | None:
    """The date of another year that the text spoke of shortly before."""
    when, anchor = context.reference, context.anchor
    if when is None or anchor is None or abs(when.year - anchor.year) <= RECENT_YEARS:
        return None
    is_told = context.tense().direction is Direction.PAST and context.is_near(context.reference_end)
    return when if is_told else None


def unit_around(groups: Groups, context: Context) -> Meaning | None:
    """Resolve "the year before": one unit from the date mentioned last."""
    base, unit = context.then, first_of(groups, "unit")
    if unit == "day":
        base = context.last_day
    if base is None:
        return a_date(UNKNOWN[unit], PLAUSIBLE)
    sign = -1 if groups["way"] in {"before", "earlier"} else 1
    return a_date(value_of_unit(unit, base + sign * STEPS[unit]), PLAUSIBLE)


def week_of(groups: Groups, context: Context) -> Meaning | None:
    meaning = full_date(groups, context)
    covered = bounds(meaning.value) if meaning else None
    return a_date(timex.week(covered[0])) if covered else a_date(UNKNOWN["week"], PLAUSIBLE)


def year_end(groups: Groups, context: Context) -> Meaning | None:
    base, unit = context.then if context.narrative else context.anchor, first_of(groups, "unit")
    return a_date(value_of_unit(unit, base) if base else UNKNOWN[unit], LIKELY, TimexMod.END)


def reference(groups: Groups, context: Context) -> Meaning | None:
    if groups["present"]:
        return a_date(timex.PRESENT, SURE)
    return a_date(timex.PAST if groups["past"] else timex.FUTURE, LIKELY)
