"""Resolvers of weekdays and weekends."""

from __future__ import annotations

from calendar import monthrange
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
from articles.extraction.dates.direction import LOOSE, LOOSE_IN_WEEK, Clue, Direction
from articles.extraction.dates.groups import (
    Groups,
    first_of,
    is_anaphoric,
    month_number,
    relation,
    weekday_number,
)
from articles.extraction.dates.units import STEPS, at_part, value_of_unit
from articles.extraction.dates.vocabulary import SEASONS, cardinal
from articles.extraction.types import TimexType

WEEK = timedelta(weeks=1)
SATURDAY = 5
WORD_DAYS = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}
NTH = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 0}


def weekday(groups: Groups, context: Context) -> Meaning | None:
    number = weekday_number(first_of(groups, "wd"))
    if context.now is None:
        return a_date(f"XXXX-WXX-{number + 1}", PLAUSIBLE)
    if later := groups["later"]:
        weeks = 1 if later == "week" else 2
        return a_date(timex.day(_coming(number, context.now) + weeks * WEEK), SURE)
    when, confidence = closest_weekday(number, groups, context)
    return a_date(timex.day(when), confidence)


def closest_weekday(number: int, groups: Groups, context: Context) -> tuple[date, float]:
    """The day that a weekday with or without "last", "next" ... means.

    A bare weekday equal to the base's own is the base itself; AP style names
    a weekday only for days within seven of the publication.
    """
    rel = groups.get("rel") or groups.get("wdrel")
    base = (context.then if is_anaphoric(rel) else _today(context)) or date.min
    if week := groups.get("week"):
        monday = base - timedelta(days=base.weekday())
        return monday + timedelta(weeks=relation(week) or 0, days=number), LIKELY
    if rel:
        return _related(number, rel, base, context)
    if context.since:
        return _from(number, context.since), LIKELY
    past, future = _past(number, base), _from(number, base)
    direction, weight = context.tense()
    clue = Clue(direction, LOOSE_IN_WEEK if weight == LOOSE else weight)
    when, confidence = nearest(past, future, base, clue)
    return (past, PLAUSIBLE) if confidence == VAGUE else (when, confidence)


def _today(context: Context) -> date | None:
    """The day that a weekday is near: in a history the one mentioned last, not a month's first."""
    if context.narrative and context.reference == context.last_day:
        return context.last_day
    return context.anchor


def _in_this_week(day: date, base: date, context: Context) -> date:
    """A day "this Monday" of this week, or of the week that the tense asks for."""
    direction = context.tense().direction
    if direction is Direction.FUTURE and day < base:
        return day + WEEK
    return day - WEEK if direction is Direction.PAST and day > base else day


def _related(number: int, rel: str, base: date, context: Context) -> tuple[date, float]:
    monday = base - timedelta(days=base.weekday())
    shift = relation(rel)
    if shift == -1:
        return _past(number, base - timex.DAY), LIKELY
    if shift == 1:
        if "coming" in rel or is_anaphoric(rel):
            return _coming(number, base), PLAUSIBLE
        return monday + timedelta(weeks=1, days=number), PLAUSIBLE
    if is_anaphoric(rel):
        return _from(number, base), PLAUSIBLE
    return _in_this_week(monday + timedelta(days=number), base, context), LIKELY


def _past(number: int, base: date) -> date:
    return base - timedelta(days=(base.weekday() - number) % 7)


def _from(number: int, base: date) -> date:
    return base + timedelta(days=(number - base.weekday()) % 7)


def _coming(number: int, base: date) -> date:
    return _from(number, base + timex.DAY)


def week_from_day(groups: Groups, context: Context) -> Meaning | None:
    """Resolve "a week on Monday", "two weeks from Friday", "a week ago today"."""
    word, base = groups["word"], context.now
    weeks = (cardinal(first_of(groups, "count")) or 0) * (2 if groups["unit"] == "fortnight" else 1)
    if weeks != int(weeks) or not weeks:
        return None
    if base is None:
        return a_date(_unknown_day(groups["wd"]), PLAUSIBLE)
    back = first_of(groups, "way", "way2") == "ago"
    if word:
        start = base + timedelta(days=WORD_DAYS[word])
    else:
        number = weekday_number(first_of(groups, "wd"))
        start = _past(number, base - timex.DAY) if back else _coming(number, base)
    return a_date(timex.day(start + (-1 if back else 1) * int(weeks) * WEEK), LIKELY)


def _unknown_day(name: str | None) -> str:
    return f"XXXX-WXX-{weekday_number(name) + 1}" if name else "XXXX-XX-XX"


def named_ago(groups: Groups, context: Context) -> Meaning | None:
    """Resolve "two Thursdays ago", "three summers ago": the last is the first counted."""
    count, base = cardinal(first_of(groups, "count")), context.now
    if count is None:
        return a_date(timex.PAST, VAGUE)
    if base is None or count != int(count):
        return None
    if name := groups["wd"]:
        day = _past(weekday_number(name), base - timex.DAY)
        return a_date(timex.day(day - (int(count) - 1) * WEEK), PLAUSIBLE)
    if groups["weekend"]:
        return a_date(timex.weekend(base - int(count) * WEEK), PLAUSIBLE)
    name = SEASONS[first_of(groups, "season")]
    year = _second_season(name, base, -1) - (int(count) - 2)
    return a_date(timex.season(year, name), PLAUSIBLE)


def before_last(groups: Groups, context: Context) -> Meaning | None:
    """Resolve "the week before last", "the Friday after next"."""
    sign = -1 if first_of(groups, "way").startswith("before") else 1
    base, unit = context.now, groups["unit"]
    if base is None:
        return None
    if name := groups["wd"]:
        number = weekday_number(name)
        day = _past(number, base - timex.DAY) if sign < 0 else _coming(number, base)
        return a_date(timex.day(day + sign * WEEK), LIKELY)
    if groups["part"]:
        return at_part(base + sign * 2 * timex.DAY, first_of(groups, "part"))
    if unit == "weekend":
        return a_date(timex.weekend(base + sign * 2 * WEEK), LIKELY)
    if unit:
        return a_date(value_of_unit(unit, base + sign * 2 * STEPS[unit]), SURE)
    return _year_before_last(groups, base, sign)


def _year_before_last(groups: Groups, base: date, sign: int) -> Meaning:
    """Resolve "the summer before last", "the May before last"."""
    if season := groups["season"]:
        name = SEASONS[season]
        return a_date(timex.season(_second_season(name, base, sign), name), LIKELY)
    number = month_number(first_of(groups, "month"))
    return a_date(timex.month(_second_year(number, base.month, base.year, sign), number), LIKELY)


def _second_season(name: str, base: date, sign: int) -> int:
    here, current = timex.season_of(base)
    order = list(timex.SEASON_MONTHS)
    return _second_year(order.index(name), order.index(current), here, sign)


def _second_year(number: int, current: int, year: int, sign: int) -> int:
    """The year of the last but one (or next but one) of what comes once a year."""
    this_year = number < current if sign < 0 else number > current
    return year + sign * (1 if this_year else 2)


def relative_weekend(groups: Groups, context: Context) -> Meaning | None:
    """A weekend belongs to the week that it ends."""
    rel = groups["rel"]
    base = context.then if is_anaphoric(rel) else context.now
    if base is None:
        return a_date("XXXX-WXX-WE", PLAUSIBLE)
    shift = relation(rel)
    if not shift and not is_anaphoric(rel):
        return _closest_weekend(base, context, this=shift == 0)
    return a_date(timex.weekend(base + (shift or 0) * WEEK), LIKELY)


def _closest_weekend(base: date, context: Context, *, this: bool) -> Meaning:
    """The weekend where the tense points; "this weekend" is behind only just after it."""
    if base.weekday() >= SATURDAY:
        return a_date(timex.weekend(base), LIKELY)
    direction = context.tense().direction
    if this:
        past = direction is Direction.PAST and base.weekday() < 2
    else:
        past = direction is Direction.PAST or (
            direction is Direction.UNKNOWN and base.weekday() < SATURDAY - 1
        )
    return a_date(timex.weekend(base - past * WEEK), PLAUSIBLE)


def nth_weekday(groups: Groups, context: Context) -> Meaning | None:
    """Resolve "the first Monday in May"; "of every month" makes it a set."""
    if groups["every"]:
        return Meaning(TimexType.SET, "P1M" if groups["every_month"] else "P1Y", PLAUSIBLE)
    if groups["month"]:
        return _nth_of_month(groups, month_number(groups["month"]), context)
    base = context.then if groups["rel"] == "that" else context.now
    if base is None:
        return None
    moved = base + relativedelta(months=relation(groups["rel"]) or 0)
    return _nth_value(groups, moved.year, moved.month, LIKELY)


def _nth_of_month(groups: Groups, month: int, context: Context) -> Meaning:
    if groups["year"]:
        return _nth_value(groups, int(groups["year"]), month, SURE)
    base = context.now
    if base is None:
        return a_date(f"XXXX-{month:02d}", VAGUE)
    days = [_nth(groups, year, month) for year in (base.year - 1, base.year, base.year + 1)]
    past = max(day for day in days if day <= base)
    future = min(day for day in days if day >= base)
    when, confidence = nearest(past, future, base, context.tense())
    return _nth_value(groups, when.year, month, confidence)


def _nth_value(groups: Groups, year: int, month: int, confidence: float) -> Meaning:
    when = _nth(groups, year, month)
    weekend = groups["wd"] == "weekend"
    return a_date(timex.weekend(when) if weekend else timex.day(when), confidence)


def _nth(groups: Groups, year: int, month: int) -> date:
    """The n-th such day of a month, a Saturday for weekends; 0 is the last."""
    name = first_of(groups, "wd")
    number = SATURDAY if name == "weekend" else weekday_number(name)
    nth = first_of(groups, "nth")
    count = NTH[nth] if nth in NTH else int(nth[0])
    if count:
        return _from(number, date(year, month, 1)) + (count - 1) * WEEK
    return _past(number, date(year, month, monthrange(year, month)[1]))
