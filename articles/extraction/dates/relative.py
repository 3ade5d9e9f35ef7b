"""Resolvers of expressions that count from another day: "last week", "two days later"."""

from __future__ import annotations

from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from articles.extraction.dates import timex
from articles.extraction.dates.choice import nearest
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
from articles.extraction.dates.groups import (
    Groups,
    first_of,
    is_anaphoric,
    relation,
    weekday_number,
)
from articles.extraction.dates.lengths import duration_value
from articles.extraction.dates.timex import bounds
from articles.extraction.dates.vocabulary import CLOCK_UNITS, DAY_PARTS, cardinal
from articles.extraction.types import TimexMod, TimexType

WORD_DAYS = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}
UNKNOWN = {
    "day": "XXXX-XX-XX",
    "week": "XXXX-WXX",
    "fortnight": "XXXX-WXX",
    "month": "XXXX-XX",
    "quarter": "XXXX-QX",
    "year": "XXXX",
    "decade": "XXXX",
    "century": "XXXX",
}
STEPS = {
    "day": relativedelta(days=1),
    "week": relativedelta(weeks=1),
    "fortnight": relativedelta(weeks=2),
    "month": relativedelta(months=1),
    "quarter": relativedelta(months=3),
    "year": relativedelta(years=1),
    "decade": relativedelta(years=10),
    "century": relativedelta(years=100),
}
HALVES = {
    "month": relativedelta(days=15),
    "year": relativedelta(months=6),
    "decade": relativedelta(years=5),
    "century": relativedelta(years=50),
}


def value_of_unit(unit: str, when: date) -> str:
    """The value of the day, week, month ... around a day."""
    if unit == "quarter":
        return timex.quarter(when.year, (when.month + 2) // 3)
    if unit == "month":
        return timex.month(when.year, when.month)
    if unit in {"year", "decade", "century"}:
        return {"year": timex.year, "decade": timex.decade, "century": timex.century}[unit](
            when.year
        )
    return timex.day(when) if unit == "day" else timex.week(when)


def at_part(when: date | None, part: str) -> Meaning:
    """A part of a day: ``2013-03-22TAF``."""
    known = timex.day(when) if when else "XXXX-XX-XX"
    code = DAY_PARTS.get(part, "DT")
    return Meaning(TimexType.TIME, f"{known}T{code}", LIKELY if when else PLAUSIBLE)


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


def weekday(groups: Groups, context: Context) -> Meaning | None:
    number = weekday_number(first_of(groups, "wd"))
    if context.now is None:
        return a_date(f"XXXX-WXX-{number + 1}", PLAUSIBLE)
    when, confidence = closest_weekday(number, groups, context)
    return a_date(timex.day(when), confidence)


def closest_weekday(number: int, groups: Groups, context: Context) -> tuple[date, float]:
    """The day that a weekday with or without "last", "next" ... means.

    A bare weekday equal to the base's own is the base itself; AP style names
    a weekday only for days within seven of the publication.
    """
    rel = groups.get("rel") or groups.get("wdrel")
    base = (context.then if is_anaphoric(rel) else context.now) or date.min
    monday = base - timedelta(days=base.weekday())
    shift = relation(rel)
    if week := groups.get("week"):
        return monday + timedelta(weeks=relation(week) or 0, days=number), LIKELY
    if shift == -1:
        return base - timedelta(days=(base.weekday() - number - 1) % 7 + 1), LIKELY
    if shift == 1:
        near = "coming" in (rel or "") or is_anaphoric(rel)
        ahead = base + timedelta(days=(number - base.weekday() - 1) % 7 + 1)
        return (ahead if near else monday + timedelta(weeks=1, days=number)), PLAUSIBLE
    if rel and not is_anaphoric(rel):
        return monday + timedelta(days=number), LIKELY
    past = base - timedelta(days=(base.weekday() - number) % 7)
    future = base + timedelta(days=(number - base.weekday()) % 7)
    when, confidence = nearest(past, future, base, context.tense())
    return (past, PLAUSIBLE) if confidence == VAGUE else (when, confidence)


def relative_part(groups: Groups, context: Context) -> Meaning | None:
    """Resolve "last night", "this morning", "the next morning", "overnight"."""
    rel = groups["rel"]
    part = groups["part"] or "overnight"
    if groups["over"]:
        when = context.now
        return at_part(when - timedelta(days=1) if when else None, part)
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
    if unit == "quarter" and shift == 0 and "latest" in (rel or ""):
        return the_quarter(groups, context)
    value = value_of_unit(unit, base + shift * STEPS[unit])
    return a_date(value, PLAUSIBLE if anaphoric else SURE)


def the_unit(groups: Groups, context: Context) -> Meaning | None:
    base, unit = context.then if context.narrative else context.anchor, first_of(groups, "unit")
    return a_date(value_of_unit(unit, base) if base else UNKNOWN[unit], VAGUE)


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


def relative_weekend(groups: Groups, context: Context) -> Meaning | None:
    """A weekend belongs to the week that it ends; "the weekend" is the one nearest behind."""
    rel = groups["rel"]
    base = context.then if is_anaphoric(rel) else context.now
    if base is None:
        return a_date("XXXX-WXX-WE", PLAUSIBLE)
    shift = relation(rel)
    if shift is None:
        future = context.tense().value > 0
        shift = 0 if future or base.weekday() >= 4 else -1
    return a_date(timex.weekend(base + timedelta(weeks=shift)), LIKELY if rel else PLAUSIBLE)


def ago(groups: Groups, context: Context) -> Meaning | None:
    """Resolve "four years ago", "two days later": the value has the unit of the words."""
    unit = first_of(groups, "unit").removesuffix("s").replace("centurie", "century")
    count = cardinal(first_of(groups, "count")) if groups["count"] else None
    way = groups["way"] or "hence"
    if unit == "second" and groups["count"] in {None, "a", "another"}:
        return None
    if count is None or unit in CLOCK_UNITS:
        value = duration_value(count, unit, half=bool(groups["half"]))
        return Meaning(TimexType.DURATION, value, VAGUE) if groups["count"] or "s" in unit else None
    base = context.now if way in {"ago", "hence"} else context.then
    sign = -1 if way in {"ago", "earlier"} else 1
    if unit == "year" and count == 1 and sign < 0 and context.quarter and not context.narrative:
        year, number = context.quarter
        return a_date(timex.quarter(year - 1, number), PLAUSIBLE)
    if unit == "day" and way in {"earlier", "later"}:
        base = context.last_day or base
    if base is None:
        return a_date(UNKNOWN[unit], PLAUSIBLE)
    when = base + sign * _span(unit, count, half=bool(groups["half"]))
    if count in {0.5, 1} and unit in {"decade", "century"}:  # "a decade ago" is a year
        unit = "year"
    return a_date(value_of_unit(unit, when), LIKELY if base == context.anchor else PLAUSIBLE)


def _span(unit: str, count: float, *, half: bool) -> relativedelta:
    whole = int(count)
    span = whole * STEPS[unit]
    if half or count != whole:
        span += HALVES.get(unit, relativedelta())
    return span


def year_ago_quarter(groups: Groups, context: Context) -> Meaning | None:
    """Resolve "the year-earlier period": the quarter of the report, one year before."""
    if context.quarter:
        year, number = context.quarter
        return a_date(timex.quarter(year - 1, number), PLAUSIBLE)
    if context.now is None:
        return a_date("XXXX-QX" if groups["what"] == "quarter" else "XXXX", PLAUSIBLE)
    back = context.now - relativedelta(years=1)
    return a_date(value_of_unit("quarter" if groups["what"] else "year", back), VAGUE)


def the_quarter(groups: Groups, context: Context) -> Meaning | None:
    """Resolve "the quarter", "the latest period": the quarter that the text is about."""
    if context.quarter:
        return a_date(timex.quarter(*context.quarter), PLAUSIBLE)
    if context.now is None:
        return a_date("XXXX-QX", PLAUSIBLE)
    return a_date(value_of_unit("quarter", context.now), VAGUE)
