"""Resolvers of times of day."""

from __future__ import annotations

from articles.extraction.dates import timex
from articles.extraction.dates.context import LIKELY, PLAUSIBLE, Context, Meaning
from articles.extraction.dates.days import full_date
from articles.extraction.dates.groups import Groups, first_of, weekday_number
from articles.extraction.dates.relative import at_part, closest_weekday, deictic
from articles.extraction.dates.timex import bounds
from articles.extraction.dates.vocabulary import CARDINALS
from articles.extraction.types import TimexType

NAMED = {"noon": "12:00", "midday": "12:00", "midnight": "24:00"}
UNKNOWN_DAY = "XXXX-XX-XX"
# A time belongs to a day that is mentioned shortly before it.
NEAR_CHARACTERS = 60


def time_of_day(groups: Groups) -> str | None:
    """``19:15`` of a matched clock time, None if it is none ("17 p.m.")."""
    if named := groups["named"]:
        return NAMED[named]
    if military := groups["military"]:
        return _clock(int(military[:2]), int(military[2:]))
    if hour := groups["hour24"]:
        return _clock(int(hour), int(groups["minute24"] or 0))
    spoken = groups["oclock"]
    hour_text = groups["hour"] or spoken or ""
    hour_number = CARDINALS.get(hour_text) or int(hour_text)
    half_day = first_of(groups, "ampm", "ampm2")[:1] or _half_day(groups)
    return _clock(_hour24(hour_number, half_day), int(groups["minute"] or 0))


def _half_day(groups: Groups) -> str:
    part = first_of(groups, "part1", "part2")
    return {"": "", "morning": "a"}.get(part, "p")


def _hour24(hour: int, half_day: str) -> int:
    if half_day == "a":
        return hour % 12 if hour <= 12 else hour
    if half_day == "p" and hour < 12:
        return hour + 12
    return hour


def _clock(hour: int, minute: int) -> str | None:
    if hour == 24 and minute == 0:
        return "24:00"
    return f"{hour:02d}:{minute:02d}" if hour < 24 and minute < 60 else None


def day_named(groups: Groups, context: Context) -> str | None:
    """The value of the day that stands beside a time, None where it names none."""
    if first_of(groups, "month", "month2"):
        meaning = full_date(groups, context)
        return meaning.value if meaning else None
    if word := groups.get("deictic"):
        meaning = deictic({"word": word, "part": None}, context)
        return meaning.value if meaning else None
    number = weekday_number(first_of(groups, "wd2"))
    if context.now is None:
        return f"XXXX-WXX-{number + 1}"
    return timex.day(closest_weekday(number, groups, context)[0])


def part_of_date(groups: Groups, context: Context) -> Meaning | None:
    value = day_named(groups, context)
    if value is None:
        return None
    code = at_part(None, first_of(groups, "part")).value.rpartition("T")[2]
    return Meaning(TimexType.TIME, f"{value}T{code}", LIKELY if bounds(value) else PLAUSIBLE)


def clock_date(groups: Groups, context: Context) -> Meaning | None:
    time = time_of_day(groups)
    value = day_named(groups, context)
    if time is None or value is None:
        return None
    return Meaning(TimexType.TIME, f"{value}T{time}", LIKELY if bounds(value) else PLAUSIBLE)


def clock(groups: Groups, context: Context) -> Meaning | None:
    """A time alone: of the day that the text speaks of."""
    time = time_of_day(groups)
    if time is None:
        return None
    if first_of(groups, "month", "month2", "deictic", "wd2"):
        known = day_named(groups, context) or UNKNOWN_DAY
    else:
        known = _day_before(context)
    return Meaning(TimexType.TIME, f"{known}T{time}", PLAUSIBLE)


def _day_before(context: Context) -> str:
    near = context.start - context.last_day_end < NEAR_CHARACTERS
    when = context.last_day if context.narrative or near else None
    when = when or (None if context.narrative else context.anchor)
    return timex.day(when) if when else UNKNOWN_DAY
