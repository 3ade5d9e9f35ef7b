"""Resolvers of days and months of the calendar, and of holidays."""

from __future__ import annotations

from calendar import monthrange
from datetime import MAXYEAR, date

from dateutil.relativedelta import relativedelta

from articles.extraction.dates import timex
from articles.extraction.dates.choice import nearest, nearest_in_story
from articles.extraction.dates.context import (
    LIKELY,
    PLAUSIBLE,
    SURE,
    VAGUE,
    Context,
    Meaning,
    a_date,
)
from articles.extraction.dates.direction import Direction
from articles.extraction.dates.groups import (
    Groups,
    first_of,
    is_anaphoric,
    month_number,
    related_year,
    relation,
    weekday_number,
)
from articles.extraction.dates.holidays import fixed_day, holiday
from articles.extraction.dates.vocabulary import DAY_PARTS, cardinal, ordinal
from articles.extraction.types import TimexType

LEAP_YEAR = 2000


def full_date(groups: Groups, context: Context) -> Meaning | None:
    month = month_number(first_of(groups, "month", "month2"))
    day = ordinal(first_of(groups, "day", "day2"))
    return month_day(month, day, groups, context)


def month_day(month: int, day: int, groups: Groups, context: Context) -> Meaning | None:
    """A day of a month, with the year from its words, the tense or the text so far."""
    if day < 1 or day > monthrange(LEAP_YEAR, month)[1]:
        return None
    year = related_year(groups, context)
    if year is not None:
        value = day_value(year, month, day)
        return a_date(value, SURE) if value else None
    if context.now is None:
        return a_date(f"XXXX-{month:02d}-{day:02d}", PLAUSIBLE)
    return _closest_day(month, day, groups, context.now, context)


def _closest_day(
    month: int, day: int, groups: Groups, base: date, context: Context
) -> Meaning | None:
    """The day nearest to the base that falls on the weekday, if one is named."""
    weekday, rel = groups.get("wd"), groups.get("daterel")
    days = [
        date(year, month, day)
        for year in range(max(base.year - 8, 1), min(base.year + 9, MAXYEAR + 1))
        if day <= monthrange(year, month)[1]
    ]
    if weekday:
        number = weekday_number(weekday)
        fitting = [when for when in days if when.weekday() == number]
        if fitting:
            when = min(fitting, key=lambda one: abs((one - base).days))
            return a_date(timex.day(when), SURE)
    if context.since:
        ends = [when for when in days if when >= context.since]
        return a_date(timex.day(ends[0])) if ends else None
    past = [when for when in days if when <= base]
    future = [when for when in days if when >= base]
    if not past or not future:
        return None
    if rel in {"last", "next"}:
        return a_date(timex.day(past[-1] if rel == "last" else future[0]))
    if context.narrative:
        when = nearest_in_story(past[-1], future[0], base, context.story_year)
        return a_date(timex.day(when), PLAUSIBLE)
    when, confidence = nearest(past[-1], future[0], base, context.tense())
    return a_date(timex.day(when), confidence)


def day_of_pair(groups: Groups, context: Context) -> Meaning | None:
    return month_day(
        month_number(first_of(groups, "month")), ordinal(first_of(groups, "day")), groups, context
    )


def day_of_month(groups: Groups, context: Context) -> Meaning | None:
    """Resolve "the 21st": of the month in which the text is."""
    number = ordinal(first_of(groups, "day"))
    if not 1 <= number <= 31:
        return None
    rel = groups["rel"]
    base = context.then if context.narrative or rel == "that" else context.now
    if context.then and context.then != base and not rel:
        base = context.then
    if base is None:
        return a_date(f"XXXX-XX-{number:02d}", PLAUSIBLE)
    base += relativedelta(months=relation(rel) or 0)
    here = day_value(base.year, base.month, number)
    if rel or base != context.anchor:
        return a_date(here, PLAUSIBLE) if here else None
    return _day_near(number, base, context)


def weekday_number_(groups: Groups, context: Context) -> Meaning | None:
    """Resolve "Friday the 13th": the nearest one where the tense points."""
    number, weekday = ordinal(first_of(groups, "day")), weekday_number(first_of(groups, "wd"))
    base = context.now
    if base is None or not 1 <= number <= 31:
        return None
    months = [base.replace(day=1) + relativedelta(months=shift) for shift in range(-14, 15)]
    days = [
        month.replace(day=number)
        for month in months
        if number <= monthrange(month.year, month.month)[1]
    ]
    fitting = [day for day in days if day.weekday() == weekday]
    past = [day for day in fitting if day <= base]
    future = [day for day in fitting if day >= base]
    if not past or not future:
        return None
    when, confidence = nearest(past[-1], future[0], base, context.tense())
    return a_date(timex.day(when), confidence)


def _day_near(number: int, base: date, context: Context) -> Meaning | None:
    """The day of that number in this month, or in the month where the tense points."""
    clue = context.tense()
    shift = 0
    if clue.direction is Direction.FUTURE and number < base.day:
        shift = 1
    elif clue.direction is not Direction.FUTURE and number > base.day:
        shift = -1
    moved = base.replace(day=1) + relativedelta(months=shift)
    value = day_value(moved.year, moved.month, number)
    return a_date(value, VAGUE) if value else None


def day_tail(groups: Groups, context: Context) -> Meaning | None:
    """The "25" of "April 24 and 25"."""
    base = context.last_day
    number = ordinal(first_of(groups, "day"))
    if base is None or number <= base.day:
        return None
    value = day_value(base.year, base.month, number)
    return a_date(value, LIKELY) if value else None


def holiday_(groups: Groups, context: Context) -> Meaning | None:
    name = " ".join(first_of(groups, "name").split())
    base = context.now
    if groups["year"]:
        when, confidence = holiday(name, int(groups["year"]), context.country), SURE
    elif base is None:
        fixed = fixed_day(name)
        return a_date(f"XXXX-{fixed[0]:02d}-{fixed[1]:02d}", PLAUSIBLE) if fixed else None
    else:
        when, confidence = _closest_holiday(name, base, groups["rel"], context)
    if long := groups["long"]:
        return a_date(timex.week(when) if long == "week" else timex.weekend(when), confidence)
    if part := groups["part"]:
        return Meaning(TimexType.TIME, f"{timex.day(when)}T{DAY_PARTS[part]}", confidence)
    return a_date(timex.day(when), confidence)


def _closest_holiday(
    name: str, base: date, rel: str | None, context: Context
) -> tuple[date, float]:
    years = range(max(base.year - 1, 1), min(base.year + 1, MAXYEAR) + 1)
    days = [holiday(name, year, context.country) for year in years]
    if context.since and (ends := [when for when in days if when >= context.since]):
        return ends[0], LIKELY
    past = max((when for when in days if when <= base), default=days[0])
    future = min((when for when in days if when >= base), default=days[-1])
    if shift := relation(rel):
        return (past if shift < 0 else future), LIKELY
    if context.narrative:
        return nearest_in_story(past, future, base, context.story_year), PLAUSIBLE
    return nearest(past, future, base, context.tense())


def day_value(year: int, month: int, day: int) -> str | None:
    """The value of a day, None where the calendar has no such day."""
    try:
        return timex.day(date(year, month, day))
    except ValueError:
        return None


def month_year(groups: Groups, context: Context) -> Meaning | None:
    month = month_number(first_of(groups, "month"))
    year = related_year(groups, context)
    if year is None:
        return a_date(f"XXXX-{month:02d}", PLAUSIBLE)
    return a_date(timex.month(year, month), SURE)


def month_spoken_year(groups: Groups, context: Context) -> Meaning | None:
    spoken = first_of(groups, "year").removeprefix("nineteen").strip(" -\n")
    year = 1900 + int(cardinal(spoken) or 0)
    return a_date(timex.month(year, month_number(first_of(groups, "month"))), SURE)


def month(groups: Groups, context: Context) -> Meaning | None:
    number = month_number(first_of(groups, "month"))
    base = context.now
    if groups["year"]:
        return a_date(timex.month(int(groups["year"]), number), LIKELY)
    if base is None:
        return a_date(f"XXXX-{number:02d}", PLAUSIBLE)
    if context.since:
        year = context.since.year + (number < context.since.month)
        return a_date(timex.month(year, number))
    here = base.replace(day=1)
    back = here - relativedelta(months=(here.month - number) % 12)
    ahead = here + relativedelta(months=(number - here.month) % 12)
    if context.narrative:
        when = nearest_in_story(back, ahead, here, context.story_year)
        return a_date(timex.month(when.year, number), PLAUSIBLE)
    when, confidence = nearest(back, ahead, here, context.tense())
    return a_date(timex.month(when.year, number), confidence)


def relative_month(groups: Groups, context: Context) -> Meaning | None:
    number = month_number(first_of(groups, "month", "month2"))
    rel = groups["rel"] or "last"
    anaphoric = is_anaphoric(rel) or (groups["the"] is not None and rel == "next")
    base = context.then if anaphoric else context.now
    if base is None:
        return a_date(f"XXXX-{number:02d}", PLAUSIBLE)
    shift = relation(rel)
    year = base.year
    if anaphoric and shift == 1 and context.story_year == year:
        return a_date(timex.month(year + 1, number), PLAUSIBLE)
    if shift == -1 and number >= base.month - 1:  # the month just past is "last month"
        year -= 1
    if shift == 1 and number <= base.month:
        year += 1
    return a_date(timex.month(year, number))
