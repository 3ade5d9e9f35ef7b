"""Resolvers of years, their parts, decades and centuries."""

from __future__ import annotations

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
from articles.extraction.dates.direction import Direction
from articles.extraction.dates.groups import Groups, first_of, is_anaphoric, related_year, relation
from articles.extraction.dates.vocabulary import DECADES, SEASONS, cardinal, ordinal
from articles.extraction.types import TimexMod

QUARTERS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4, "last": 4}


def year(groups: Groups, context: Context) -> Meaning | None:
    if (groups["era"] or "").startswith("b"):
        return a_date(f"BC{first_of(groups, 'year')}", SURE)
    mod = TimexMod.ON_OR_AFTER if groups["beyond"] else None
    return a_date(first_of(groups, "year"), LIKELY, mod)


def year_tail(groups: Groups, context: Context) -> Meaning | None:
    """The "96" of "1995-96"."""
    base = context.reference
    if base is None:
        return None
    year = base.year // 100 * 100 + int(first_of(groups, "tail"))
    return a_date(timex.year(year), LIKELY) if year > base.year else None


def era_year(groups: Groups, context: Context) -> Meaning | None:
    number = int(first_of(groups, "before", "after"))
    if number == 0:
        return None
    prefix = "BC" if groups["bc"] else ""
    return a_date(f"{prefix}{number:04d}", SURE)


def spoken_year(groups: Groups, context: Context) -> Meaning | None:
    if spoken := groups["year"]:
        number = int(cardinal(spoken) or 0)
        return a_date(str(1900 + number), PLAUSIBLE) if number > 9 else None
    return a_date(str(2000 + int(cardinal(groups["more"] or "") or 0)), LIKELY)


def decade(groups: Groups, context: Context) -> Meaning | None:
    if digits := groups["year"]:
        return a_date(timex.decade(int(digits)), SURE)
    tens = int(groups["short"]) if groups["short"] else DECADES[first_of(groups, "spoken")]
    base = context.then
    century = (base.year if base else 1999) // 100 * 100
    if base and century + tens > base.year + 9:
        century -= 100
    return a_date(timex.decade(century + tens), LIKELY if base else PLAUSIBLE)


def century(groups: Groups, context: Context) -> Meaning | None:
    number = ordinal(first_of(groups, "ordinal"))
    if not 1 <= number <= 99:
        return None
    if groups["era"]:
        return a_date(f"BC{number - 1:02d}00", PLAUSIBLE)
    return a_date(f"{number - 1:02d}", SURE)


def season(groups: Groups, context: Context) -> Meaning | None:
    name = SEASONS[first_of(groups, "season")]
    if first_of(groups, "year", "yearrel", "pairyear"):
        year = related_year({**groups, "rel": None}, context)
        return a_date(timex.season(year, name) if year else f"XXXX-{name}", LIKELY)
    rel = groups["rel"]
    base = context.then if is_anaphoric(rel) else context.now
    if base is None:
        return a_date(f"XXXX-{name}", PLAUSIBLE)
    here, current = timex.season_of(base)
    order = list(timex.SEASON_MONTHS)
    ahead = order.index(name) - order.index(current)
    shift = relation(rel)
    if shift is None and context.tense() is Direction.FUTURE:
        shift = 0
    if shift == -1 and ahead >= 0:
        here -= 1
    elif shift == 1 and ahead <= 0:
        here += 1
    elif shift is None and ahead > 1:
        here -= 1
    return a_date(timex.season(here, name), LIKELY if rel else VAGUE)


def quarter(groups: Groups, context: Context) -> Meaning | None:
    number = _quarter_number(groups)
    year = related_year(groups, context)
    if year is not None:
        return a_date(timex.quarter(year, number), LIKELY)
    base = context.then if context.narrative else context.anchor
    if base is None:
        return a_date(f"XXXX-Q{number}", PLAUSIBLE)
    current = (base.month + 2) // 3
    year = base.year
    if number > current and context.tense() is not Direction.FUTURE:
        year -= 1
    context.quarter = year, number
    return a_date(timex.quarter(year, number), PLAUSIBLE)


def _quarter_number(groups: Groups) -> int:
    if digit := groups["number"]:
        return int(digit)
    name = first_of(groups, "quarter")
    return QUARTERS.get(name) or int(name[0])


def half(groups: Groups, context: Context) -> Meaning | None:
    number = 1 if first_of(groups, "half") in {"first", "1st"} else 2
    year = related_year(groups, context) or (context.now and context.now.year)
    return a_date(f"{timex.year(year)}-H{number}" if year else f"XXXX-H{number}", LIKELY)


def fiscal_year(groups: Groups, context: Context) -> Meaning | None:
    year = related_year(groups, context) or (context.now and context.now.year)
    return a_date(timex.year(year), VAGUE) if year else None


def year_period(groups: Groups, context: Context) -> Meaning | None:
    year = int(first_of(groups, "year"))
    if context.quarter:
        return a_date(timex.quarter(year, context.quarter[1]), PLAUSIBLE)
    return a_date(timex.year(year), PLAUSIBLE)
