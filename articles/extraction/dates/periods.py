"""Resolvers of years, their parts, decades and centuries."""

from __future__ import annotations

from datetime import date

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
from articles.extraction.dates.direction import LOOSE, Clue, Direction
from articles.extraction.dates.groups import (
    Groups,
    first_of,
    is_anaphoric,
    month_number,
    related_year,
    relation,
)
from articles.extraction.dates.vocabulary import DECADES, SEASONS, cardinal, ordinal
from articles.extraction.types import TimexMod

# A bare year of two digits is at most this far ahead.
AHEAD = 10
CURRENT_CENTURY = 2000
# "The thirties" are not those to come before they have all but begun.
SOON = 1
LATE_MONTH = 7
WINTER_REMEMBERED = 5


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


def short_year(groups: Groups, context: Context) -> Meaning | None:
    """Resolve "'98"."""
    base = context.then
    number = int(first_of(groups, "digits"))
    if base is None:
        return None
    number += base.year // 100 * 100
    if number > base.year + AHEAD:
        number -= 100
    return a_date(timex.year(number), PLAUSIBLE)


def new_year(groups: Groups, context: Context) -> Meaning | None:
    """Resolve "the new year": the coming one, from summer on."""
    base = context.now
    if base is None:
        return None
    ahead = base.month >= LATE_MONTH and context.tense().direction is not Direction.PAST
    return a_date(timex.year(base.year + ahead), PLAUSIBLE)


def era_year(groups: Groups, context: Context) -> Meaning | None:
    number = int(first_of(groups, "before", "after"))
    if number == 0:
        return None
    part = ""
    if groups["month"]:
        part = f"-{month_number(first_of(groups, 'month')):02d}"
    elif groups["season"]:
        part = f"-{SEASONS[first_of(groups, 'season')]}"
    prefix = "BC" if groups["bc"] else ""
    return a_date(f"{prefix}{number:04d}{part}", SURE)


def spoken_year(groups: Groups, context: Context) -> Meaning | None:
    if spoken := groups["year"]:
        number = int(cardinal(spoken) or 0)
        return a_date(str(1900 + number), PLAUSIBLE) if number > 9 else None
    return a_date(str(2000 + int(cardinal(groups["more"] or "") or 0)), LIKELY)


def decade(groups: Groups, context: Context) -> Meaning | None:
    if digits := groups["year"]:
        number = int(digits)
        # "The 1800s" are a century; "the 2000s" so far ten years.
        whole = number % 100 == 0 and number != CURRENT_CENTURY
        return a_date(timex.century(number) if whole else timex.decade(number), SURE)
    if groups["spoken"] == "noughties":
        return a_date("200", SURE)
    tens = int(groups["short"]) if groups["short"] else DECADES[first_of(groups, "spoken")]
    base = context.now
    if base is None:
        return a_date(timex.decade(1900 + tens), PLAUSIBLE)
    last = max(base, context.anchor or base).year + SOON
    begun = [year for year in range(tens, last + 1, 100) if year > last - 2 * 100]
    return a_date(timex.decade(min(begun, key=lambda year: abs(year - base.year))), LIKELY)


def century(groups: Groups, context: Context) -> Meaning | None:
    number = ordinal(first_of(groups, "ordinal"))
    if not 1 <= number <= 99:
        return None
    if groups["era"]:
        return a_date(f"BC{number - 1:02d}", PLAUSIBLE)
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
    year, confidence = _season_year(name, rel, base, context)
    return a_date(timex.season(year, name), confidence)


def _season_year(name: str, rel: str | None, base: date, context: Context) -> tuple[int, float]:
    shift, anaphoric = relation(rel), is_anaphoric(rel)
    if anaphoric and context.story_year == base.year:
        return base.year + (shift or 0), PLAUSIBLE
    here, current = timex.season_of(base)
    order = list(timex.SEASON_MONTHS)
    ahead = order.index(name) - order.index(current)
    if context.since:
        return _from(name, context.since), LIKELY
    if context.narrative and shift is None:
        return here - (ahead > 1), VAGUE
    if shift == 0 and not anaphoric:
        return _this_year(name, base, context.tense()), PLAUSIBLE
    moved, confidence = _season_shift(shift, ahead, context.tense())
    return here + moved, confidence


def _from(name: str, since: date) -> int:
    """The year of the first such season that is not over on a day."""
    here, current = timex.season_of(since)
    order = list(timex.SEASON_MONTHS)
    return here + (order.index(name) < order.index(current))


def _this_year(name: str, base: date, clue: Clue) -> int:
    """The year of "this summer": that of the day, but for what lies over the turn of the year."""
    past, future = clue.direction is Direction.PAST, clue.direction is Direction.FUTURE
    if name == "WI":
        return base.year - (base.month <= 2 or (base.month <= WINTER_REMEMBERED and not future))
    if base.month == 12 and future and clue.firm:
        return base.year + 1
    return base.year - (base.month <= 2 and past and name == "FA")


def _season_shift(relation: int | None, ahead: int, clue: Clue) -> tuple[int, float]:
    """How many years from the one around the day: the tense decides where no word does.

    Args:
        ahead: how many seasons later the season stands in its year.
    """
    if relation == -1:
        return -(ahead >= 0), LIKELY
    if relation == 1:
        return int(ahead <= 0), LIKELY
    direction = clue.direction
    if direction is Direction.FUTURE:
        return int(ahead < 0 and clue.weight > LOOSE), PLAUSIBLE
    if direction is Direction.PAST:
        return -(ahead > 0), PLAUSIBLE
    return -(ahead > 1), VAGUE
