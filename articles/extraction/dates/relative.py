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
from articles.extraction.dates.lengths import duration_value, singular
from articles.extraction.dates.quarters import the_quarter
from articles.extraction.dates.timex import bounds
from articles.extraction.dates.units import STEPS, UNKNOWN, at_part, value_of_unit
from articles.extraction.dates.vocabulary import CLOCK_UNITS, cardinal
from articles.extraction.dates.weekdays import WORD_DAYS
from articles.extraction.types import TimexMod, TimexType

# "The year" is that of the news, or of a date farther back that was just mentioned.
RECENT_YEARS = 1
# The words that count back; the others count ahead.
BACK = frozenset({"ago", "earlier", "previously", "prior", "before"})
HALVES = {
    "month": relativedelta(days=15),
    "year": relativedelta(months=6),
    "decade": relativedelta(years=5),
    "century": relativedelta(years=50),
}


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
    anaphoric = is_anaphoric(rel)
    if unit == "day":
        anaphoric, base = True, context.last_day or (None if context.narrative else context.anchor)
    else:
        base = context.then if anaphoric else context.now
    if base is None:
        return a_date(UNKNOWN[unit], PLAUSIBLE)
    if (
        unit == "quarter"
        and shift == 0
        and (context.quarter if anaphoric else "latest" in (rel or ""))
    ):
        return the_quarter(groups, context)
    value = value_of_unit(unit, base + shift * STEPS[unit])
    return a_date(value, PLAUSIBLE if anaphoric else SURE)


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


def ago(groups: Groups, context: Context) -> Meaning | None:
    """Resolve "four years ago", "two days later": the value has the unit of the words."""
    word = first_of(groups, "unit")
    unit = singular(word)
    count = cardinal(first_of(groups, "count")) if groups["count"] else None
    if unit == "second" and groups["count"] in {None, "a", "another"}:
        return None
    way = groups["way"] or "hence"
    sign = -1 if way in BACK else 1
    if count is None:
        vague = a_date(timex.PAST if sign < 0 else timex.FUTURE, VAGUE)
        return vague if groups["count"] or word != unit else None
    if unit in CLOCK_UNITS:
        value = duration_value(count, unit, half=bool(groups["half"]))
        return Meaning(TimexType.DURATION, value, VAGUE)
    if unit == "year" and count == 1 and sign < 0 and context.quarter and not context.narrative:
        year, number = context.quarter
        return a_date(timex.quarter(year - 1, number), PLAUSIBLE)
    base = context.now if way in {"ago", "hence"} else context.then
    if unit == "day" and way not in {"ago", "hence"}:
        base = context.last_day or base
    if base is None:
        return a_date(UNKNOWN[unit], PLAUSIBLE)
    when = base + sign * _span(unit, count, half=bool(groups["half"]))
    if count in {0.5, 1} and unit in {"decade", "century"}:  # "a decade ago" is a year
        unit = "year"
    return a_date(value_of_unit(unit, when), LIKELY if base == context.anchor else PLAUSIBLE)


def parts_ago(groups: Groups, context: Context) -> Meaning | None:
    """Resolve "two nights ago"."""
    count = cardinal(first_of(groups, "count"))
    if count is None or count != int(count):
        return None
    base = context.now
    return at_part(base and base - timedelta(days=int(count)), first_of(groups, "part"))


def reference(groups: Groups, context: Context) -> Meaning | None:
    if groups["present"]:
        return a_date(timex.PRESENT, SURE)
    return a_date(timex.PAST if groups["past"] else timex.FUTURE, LIKELY)


def _span(unit: str, count: float, *, half: bool) -> relativedelta:
    whole = int(count)
    span = whole * STEPS[unit]
    if half or count != whole:
        span += HALVES.get(unit, relativedelta())
    return span
