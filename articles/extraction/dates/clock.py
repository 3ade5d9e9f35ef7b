"""Resolvers of times of day."""

from __future__ import annotations

from articles.extraction.dates import timex
from articles.extraction.dates.context import LIKELY, PLAUSIBLE, Context, Meaning
from articles.extraction.dates.days import full_date
from articles.extraction.dates.groups import Groups, first_of, weekday_number
from articles.extraction.dates.relative import deictic, relative_part
from articles.extraction.dates.timex import bounds
from articles.extraction.dates.vocabulary import CARDINALS, DAY_PARTS
from articles.extraction.dates.weekdays import closest_weekday
from articles.extraction.types import TimexMod, TimexType

NAMED = {"noon": "12:00", "midday": "12:00", "midnight": "24:00"}
UNKNOWN_DAY = "XXXX-XX-XX"
# The groups of a match that name the day of a time.
DAY_GROUPS = ("month", "month2", "deictic", "wdrel", "wd2")
SPOKEN_MINUTES = {"half": 30, "quarter": 15}


def time_of_day(groups: Groups) -> str | None:
    """``19:15`` of a matched clock time, None if it is none ("17 p.m.")."""
    if named := groups["named"]:
        return NAMED[named]
    if military := groups["military"]:
        return _clock(int(military[:2]), int(military[2:]))
    if hour := groups["hour24"]:
        return _clock(int(hour), int(groups["minute24"] or 0))
    half_day = first_of(groups, "ampm", "ampm2")[:1] or _half_day(groups)
    if side := groups.get("side"):
        return _spoken_time(groups, side, half_day)
    minute = int(first_of(groups, "minute", "bareminute") or 0)
    return _clock(_hour24(_number(first_of(groups, "hour", "oclock", "bare")), half_day), minute)


def _number(word: str) -> int:
    return CARDINALS.get(word) or int(word)


def _spoken_time(groups: Groups, side: str, half_day: str) -> str | None:
    """Say "half past six" or "a quarter to nine" in digits."""
    minutes = first_of(groups, "minutes").removeprefix("a ").removesuffix(" minutes")
    minute = SPOKEN_MINUTES.get(minutes) or CARDINALS.get(minutes.replace(" ", "-")) or int(minutes)
    hour = _hour24(_number(first_of(groups, "hour3")), half_day)
    if side in {"to", "before"}:
        return _clock((hour or 24) - 1, 60 - minute)
    return _clock(hour, minute)


def _half_day(groups: Groups) -> str:
    part = first_of(groups, "part1", "part2", "part", "relpart")
    if groups.get("tonight"):
        part = "night"
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
    part = first_of(groups, "part", "hourpart") or ("night" if groups.get("late") else "morning")
    return _with_part(value, part)


def mid_part(groups: Groups, context: Context) -> Meaning | None:
    """Resolve "mid-morning on Friday", "mid-afternoon"."""
    value = day_named(groups, context) if first_of(groups, *DAY_GROUPS) else _day_before(context)
    return _with_part(value, first_of(groups, "part"), TimexMod.MID) if value else None


def _with_part(day: str, part: str, mod: TimexMod | None = None) -> Meaning:
    confidence = LIKELY if bounds(day) else PLAUSIBLE
    return Meaning(TimexType.TIME, f"{day}T{DAY_PARTS[part]}", confidence, mod)


def clock_date(groups: Groups, context: Context) -> Meaning | None:
    time = time_of_day(groups)
    value = day_named(groups, context)
    if time is None or value is None:
        return None
    return Meaning(TimexType.TIME, f"{value}T{time}", LIKELY if bounds(value) else PLAUSIBLE)


def clock_part(groups: Groups, context: Context) -> Meaning | None:
    """A time with the part of a day: "8 on Friday night", "half past six this evening"."""
    time = time_of_day(groups)
    if time is None:
        return None
    if groups["tonight"]:
        day = deictic({"word": "tonight", "part": None}, context)
    elif rel := groups["partrel"]:
        day = relative_part({"rel": rel, "part": groups["relpart"], "over": None}, context)
    else:
        value = day_named(groups, context)
        return Meaning(TimexType.TIME, f"{value}T{time}", LIKELY) if value else None
    return day and Meaning(TimexType.TIME, f"{day.value.partition('T')[0]}T{time}", LIKELY)


def pair_hour(groups: Groups, context: Context) -> Meaning | None:
    """The "9" of "9 to 11 a.m."."""
    time = time_of_day({**dict.fromkeys(_CLOCK_GROUPS), **groups})
    if time is None:
        return None
    return Meaning(TimexType.TIME, f"{_day_before(context)}T{time}", PLAUSIBLE)


_CLOCK_GROUPS = ("named", "military", "hour24", "hour", "oclock", "minute", "ampm2")


def clock(groups: Groups, context: Context) -> Meaning | None:
    """A time alone: of the day that the text speaks of."""
    time = time_of_day(groups)
    if time is None:
        return None
    if first_of(groups, *DAY_GROUPS):
        known = day_named(groups, context) or UNKNOWN_DAY
    else:
        known = _day_before(context)
    return Meaning(TimexType.TIME, f"{known}T{time}", PLAUSIBLE)


def _day_before(context: Context) -> str:
    """The day that the paragraph spoke of shortly before, else that of publication."""
    near = context.narrative or context.is_near(context.last_day_end)
    when = context.last_day if near else None
    when = when or (None if context.narrative else context.anchor)
    return timex.day(when) if when else UNKNOWN_DAY
