"""Finds the date expressions of a parsed text and says what they mean."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from spacy.tokens import Doc

from articles.extraction.dates import (
    clock,
    days,
    distances,
    lengths,
    numeric,
    periods,
    quarters,
    relative,
    timex,
    weekdays,
)
from articles.extraction.dates.calibration import confidence_of
from articles.extraction.dates.context import Context, Meaning
from articles.extraction.dates.direction import Tense
from articles.extraction.dates.edtf import to_edtf
from articles.extraction.dates.guards import is_date, is_rate
from articles.extraction.dates.mods import mod_of
from articles.extraction.dates.narrative import is_ancient, is_narrative
from articles.extraction.dates.pieces import plain
from articles.extraction.dates.ranges import joins, paired
from articles.extraction.dates.search import Found, search
from articles.extraction.types import DateExpression, Span, TimexType

Resolver = Callable[[dict[str, str | None], Context], Meaning | None]
RESOLVERS: dict[str, Resolver] = {
    "iso": numeric.iso,
    "numeric": numeric.numeric,
    "year_first": numeric.year_first,
    "nine_eleven": numeric.nine_eleven,
    "full_date": days.full_date,
    "part_of_date": clock.part_of_date,
    "date_part": clock.part_of_date,
    "mid_part": clock.mid_part,
    "clock_part": clock.clock_part,
    "clock_date": clock.clock_date,
    "clock": clock.clock,
    "pair_hour": clock.pair_hour,
    "month_year": days.month_year,
    "month_spoken_year": days.month_spoken_year,
    "relative_month": days.relative_month,
    "month": days.month,
    "day_of_pair": days.day_of_pair,
    "day_of_month": days.day_of_month,
    "weekday_number": days.weekday_number_,
    "nth_weekday": weekdays.nth_weekday,
    "weekday": weekdays.weekday,
    "week_from_day": weekdays.week_from_day,
    "weekday_set": lengths.weekday_set,
    "weekday_tail": lengths.weekday_set,
    "named_ago": weekdays.named_ago,
    "before_last": weekdays.before_last,
    "deictic": relative.deictic,
    "day_around": relative.day_around,
    "relative_part": relative.relative_part,
    "relative_unit": relative.relative_unit,
    "year_ending": lengths.year_ending,
    "the_unit": relative.the_unit,
    "unit_around": relative.unit_around,
    "week_of": relative.week_of,
    "part_of_month": lengths.part_of_month,
    "year_end": relative.year_end,
    "relative_weekend": weekdays.relative_weekend,
    "ago": distances.ago,
    "parts_ago": distances.parts_ago,
    "this_in_year": relative.this_in_year,
    "year_ago_quarter": quarters.year_ago_quarter,
    "quarter": quarters.quarter,
    "quarter_of_pair": quarters.quarter,
    "month_quarter": quarters.month_quarter,
    "quarter_ended": quarters.quarter_ended,
    "the_quarter": quarters.the_quarter,
    "year_period": quarters.year_period,
    "same_period": quarters.same_period,
    "half": quarters.half,
    "bare_half": quarters.half,
    "fiscal_year": quarters.fiscal_year,
    "year": periods.year,
    "short_year": periods.short_year,
    "new_year": periods.new_year,
    "era_year": periods.era_year,
    "spoken_year": periods.spoken_year,
    "decade": periods.decade,
    "century": periods.century,
    "century_of_pair": periods.century,
    "season": periods.season,
    "duration": lengths.duration,
    "compound_duration": lengths.compound_duration,
    "past_unit": lengths.past_unit,
    "vague_plural": lengths.vague_plural,
    "every": lengths.every,
    "every_part": lengths.every_part,
    "adverb_set": lengths.adverb_set,
    "holiday": days.holiday_,
    "reference": relative.reference,
    "year_tail": periods.year_tail,
    "day_tail": days.day_tail,
}


def find_dates(
    doc: Doc, published: date | None, country: str | None = None
) -> tuple[DateExpression, ...]:
    """The date expressions of a text, in order of appearance, none over another.

    Args:
        doc: the parsed text.
        published: the day of publication where it was published; None if it
            is not known: then relative expressions keep underspecified values.
        country: ISO 3166-1 alpha-2 code of where it was published, None if it
            is not known: it decides what 03/04 and Mother's Day mean.
    """
    text = doc.text
    searched = plain(text)
    tense = Tense(doc, searched)
    context = Context(
        text,
        None if is_ancient(searched) else published,
        narrative=is_narrative(searched, published),
        day_first=numeric.is_day_first(searched, country),
        country=country,
    )
    found_dates: list[DateExpression] = []
    ranges, family = 0, ""
    for found in search(searched, lambda found: is_date(found, text, tense)):
        first = found_dates[-1] if found_dates else None
        joined = joins(searched, first, (family, found.family), found.start)
        context.start = found.start
        context.since = first.earliest if joined and first else None
        context.tense = partial(tense.at, _place_of_day(found))
        context.rate = partial(is_rate, tense, found.start)
        expression = _resolve(found, context)
        if expression is None:
            continue
        if joined and first and (ends := paired(first, expression, ranges + 1)):
            ranges += 1
            found_dates[-1], expression = ends
        found_dates.append(expression)
        family = found.family
    return tuple(found_dates)


def _place_of_day(found: Found) -> int:
    """Where the words start that name the day: "Friday" in "at 5 p.m. on Friday"."""
    if not found.family.startswith("clock"):
        return found.start
    groups = found.match.groupdict()
    named = [found.match.start(name) for name in clock.DAY_GROUPS if groups.get(name)]
    return min(named, default=found.start)


def _resolve(found: Found, context: Context) -> DateExpression | None:
    try:
        meaning = RESOLVERS[found.family](found.match.groupdict(), context)
    except (ValueError, OverflowError):  # beyond the years that a calendar day can have
        return None
    if meaning is None or not timex.is_valid(meaning.value):
        return None
    context.remember(meaning, found.end)
    mod = mod_of(found, meaning)
    covered = None if meaning.timex_type is TimexType.SET else timex.bounds(meaning.value, mod)
    earliest, latest = covered or (None, None)
    return DateExpression(
        span=Span(found.start, found.end),
        text=context.text[found.start : found.end],
        timex_type=meaning.timex_type,
        value=meaning.value,
        mod=mod,
        earliest=earliest,
        latest=latest,
        confidence=confidence_of(found.family, meaning.confidence),
        edtf=to_edtf(meaning.timex_type, meaning.value, mod),
    )
