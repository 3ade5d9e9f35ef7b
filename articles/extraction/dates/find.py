"""Finds the date expressions of a parsed text and says what they mean."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from spacy.tokens import Doc

from articles.extraction.dates import clock, days, lengths, periods, relative, timex
from articles.extraction.dates.context import Context, Meaning
from articles.extraction.dates.direction import Tense
from articles.extraction.dates.edtf import to_edtf
from articles.extraction.dates.guards import is_date
from articles.extraction.dates.narrative import is_ancient, is_narrative
from articles.extraction.dates.patterns import plain
from articles.extraction.dates.search import Found, search
from articles.extraction.types import DateExpression, Span, TimexMod, TimexType

Resolver = Callable[[dict[str, str | None], Context], Meaning | None]
RESOLVERS: dict[str, Resolver] = {
    "iso": days.iso,
    "numeric": days.numeric,
    "full_date": days.full_date,
    "part_of_date": clock.part_of_date,
    "date_part": clock.part_of_date,
    "clock_date": clock.clock_date,
    "clock": clock.clock,
    "month_year": days.month_year,
    "month_spoken_year": days.month_spoken_year,
    "relative_month": days.relative_month,
    "month": days.month,
    "day_of_pair": days.day_of_pair,
    "day_of_month": days.day_of_month,
    "weekday": relative.weekday,
    "weekday_set": lengths.weekday_set,
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
    "relative_weekend": relative.relative_weekend,
    "ago": relative.ago,
    "year_ago_quarter": relative.year_ago_quarter,
    "quarter": periods.quarter,
    "the_quarter": relative.the_quarter,
    "year_period": periods.year_period,
    "half": periods.half,
    "fiscal_year": periods.fiscal_year,
    "year": periods.year,
    "era_year": periods.era_year,
    "spoken_year": periods.spoken_year,
    "decade": periods.decade,
    "century": periods.century,
    "season": periods.season,
    "duration": lengths.duration,
    "past_unit": lengths.past_unit,
    "vague_plural": lengths.vague_plural,
    "every": lengths.every,
    "every_part": lengths.every_part,
    "adverb_set": lengths.adverb_set,
    "holiday": days.holiday_,
    "reference": lengths.reference,
    "year_tail": periods.year_tail,
    "day_tail": days.day_tail,
}
DATE_MODS = {
    "start": TimexMod.START,
    "mid": TimexMod.MID,
    "end": TimexMod.END,
    "approx": TimexMod.APPROX,
    "less": TimexMod.LESS_THAN,
    "atmost": TimexMod.EQUAL_OR_LESS,
    "atleast": TimexMod.EQUAL_OR_MORE,
    "more": TimexMod.MORE_THAN,
}
POINT_MODS = {
    TimexMod.LESS_THAN: TimexMod.APPROX,
    TimexMod.MORE_THAN: TimexMod.BEFORE,
    TimexMod.EQUAL_OR_LESS: TimexMod.ON_OR_AFTER,
    TimexMod.EQUAL_OR_MORE: TimexMod.ON_OR_BEFORE,
}


def find_dates(doc: Doc, published: date | None) -> tuple[DateExpression, ...]:
    """The date expressions of a text, in order of appearance, none over another.

    Args:
        doc: the parsed text.
        published: the day of publication where it was published; None if it
            is not known: then relative expressions keep underspecified values.
    """
    text = doc.text
    searched = plain(text)
    tense = Tense(doc, searched)
    context = Context(text, None if is_ancient(searched) else published)
    context.narrative = is_narrative(searched, published)
    found_dates = []
    for found in search(searched):
        if not is_date(found, text, tense):
            continue
        context.tense = partial(tense.at, found.start)
        context.start = found.start
        expression = _resolve(found, context)
        if expression is not None:
            found_dates.append(expression)
    return tuple(found_dates)


def _resolve(found: Found, context: Context) -> DateExpression | None:
    try:
        meaning = RESOLVERS[found.family](found.match.groupdict(), context)
    except (ValueError, OverflowError):  # beyond the years that a calendar day can have
        return None
    if meaning is None or not timex.is_valid(meaning.value):
        return None
    context.remember(meaning, found.end)
    mod = meaning.mod or _mod(found, meaning)
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
        confidence=meaning.confidence,
        edtf=to_edtf(meaning.timex_type, meaning.value, mod),
    )


def _mod(found: Found, meaning: Meaning) -> TimexMod | None:
    if found.prefix is None or found.prefix.lastgroup is None:
        return None
    mod = DATE_MODS[found.prefix.lastgroup]
    if meaning.timex_type is TimexType.DURATION:
        return mod
    return POINT_MODS.get(mod, mod)
