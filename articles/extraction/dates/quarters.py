"""Resolvers of quarters, halves and fiscal years, of the calendar and of results stories."""

from __future__ import annotations

from datetime import date

from dateutil.relativedelta import relativedelta

from articles.extraction.dates import timex
from articles.extraction.dates.context import (
    LIKELY,
    PLAUSIBLE,
    VAGUE,
    Context,
    Meaning,
    a_date,
)
from articles.extraction.dates.direction import Direction
from articles.extraction.dates.groups import Groups, first_of, month_number, related_year, relation
from articles.extraction.dates.units import value_of_unit

NUMBERS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4, "last": 4}
# A quarter is reported when it is over.
REPORTED = relativedelta(months=3)


def quarter(groups: Groups, context: Context) -> Meaning | None:
    number = _number(groups)
    if groups.get("ago"):
        return _year_ago(number, context)
    year = related_year(groups, context)
    if short := groups.get("short"):
        year = 2000 + int(short)
    if year is not None:
        if context.anchor and abs(year - context.anchor.year) <= 1:
            context.quarter = year, number
        return a_date(timex.quarter(year, number), LIKELY)
    base = context.then if context.narrative else context.anchor
    if base is None:
        return a_date(f"XXXX-Q{number}", PLAUSIBLE)
    current = (base.month + 2) // 3
    just_over = groups.get("report") is not None and number == (current - 2) % 4 + 1
    year = _year_of_part(number, current, base, context, reported=just_over)
    context.quarter = year, number
    return a_date(timex.quarter(year, number), PLAUSIBLE)


def _year_ago(number: int, context: Context) -> Meaning:
    """Resolve "the year-ago third quarter"."""
    if context.quarter:
        return a_date(timex.quarter(context.quarter[0] - 1, number), PLAUSIBLE)
    if context.now is None:
        return a_date(f"XXXX-Q{number}", PLAUSIBLE)
    return a_date(timex.quarter(context.now.year - 1, number), PLAUSIBLE)


def same_period(groups: Groups, context: Context) -> Meaning | None:
    """Resolve "the same period last year": the quarter of the report, or the year."""
    what = first_of(groups, "what")
    base = context.then if context.narrative else context.now
    if base is None:
        return a_date({"quarter": "XXXX-QX", "month": "XXXX-XX"}.get(what, "XXXX"), PLAUSIBLE)
    year = int(groups["year"]) if groups["year"] else base.year - 1
    if what == "month":
        return a_date(timex.month(year, (context.then or base).month), VAGUE)
    if context.quarter:
        return a_date(timex.quarter(year, context.quarter[1]), PLAUSIBLE)
    if what == "quarter":
        over = base - REPORTED
        return a_date(timex.quarter(year, (over.month + 2) // 3), VAGUE)
    return a_date(timex.year(year), PLAUSIBLE)


def _year_of_part(
    number: int, current: int, base: date, context: Context, *, reported: bool = False
) -> int:
    clue = context.tense()
    if number > current and (reported or clue.direction is not Direction.FUTURE):
        return base.year - 1
    if number < current - 1 and clue.direction is Direction.FUTURE and clue.firm:
        return base.year + 1
    return base.year


def _number(groups: Groups) -> int:
    if digit := first_of(groups, "number", "number2"):
        return int(digit)
    name = first_of(groups, "quarter")
    return NUMBERS.get(name) or int(name[0])


def month_quarter(groups: Groups, context: Context) -> Meaning | None:
    """Resolve "the June quarter", "the July-September quarter"."""
    number = (month_number(first_of(groups, "month")) + 2) // 3
    year, base = related_year(groups, context), context.now
    if year is None:
        if base is None:
            return a_date(f"XXXX-Q{number}", PLAUSIBLE)
        year = _year_of_part(number, (base.month + 2) // 3, base, context)
    context.quarter = year, number
    return a_date(timex.quarter(year, number), LIKELY)


def quarter_ended(groups: Groups, context: Context) -> Meaning | None:
    """Resolve "the quarter" of "the quarter ended Sept. 30"."""
    month = month_number(first_of(groups, "month", "month2", "bare"))
    number = (month + 2) // 3
    year = related_year(groups, context)
    base = context.now
    if year is None:
        if base is None:
            return a_date(f"XXXX-Q{number}", PLAUSIBLE)
        year = base.year - (month > base.month)
    context.quarter = year, number
    return a_date(timex.quarter(year, number), LIKELY)


def the_quarter(groups: Groups, context: Context) -> Meaning | None:
    """Resolve "the quarter", "the latest period": the quarter that the text is about."""
    latest = "latest" in (groups.get("rel") or groups.get("latest") or "")
    base = context.now
    if context.quarter and not (latest and base and _is_current(context.quarter, base)):
        return a_date(timex.quarter(*context.quarter), PLAUSIBLE)
    if base is None:
        return a_date("XXXX-QX", PLAUSIBLE)
    if latest or context.tense().direction is Direction.PAST:
        base -= REPORTED
    return a_date(value_of_unit("quarter", base), VAGUE)


def _is_current(quarter: tuple[int, int], when: date) -> bool:
    return quarter == (when.year, (when.month + 2) // 3)


def year_ago_quarter(groups: Groups, context: Context) -> Meaning | None:
    """Resolve "the year-earlier period": the quarter of the report, one year before."""
    if context.quarter:
        year, number = context.quarter
        return a_date(timex.quarter(year - 1, number), PLAUSIBLE)
    base = context.then_here or context.now
    if base is None:
        return a_date("XXXX-QX" if groups["what"] == "quarter" else "XXXX", PLAUSIBLE)
    back = base - relativedelta(years=1)
    if groups["what"] == "quarter":
        return a_date(value_of_unit("quarter", back - REPORTED), VAGUE)
    return a_date(timex.year(back.year), VAGUE)


def year_period(groups: Groups, context: Context) -> Meaning | None:
    year = int(first_of(groups, "year"))
    if context.quarter:
        return a_date(timex.quarter(year, context.quarter[1]), PLAUSIBLE)
    return a_date(timex.year(year), PLAUSIBLE)


def half(groups: Groups, context: Context) -> Meaning | None:
    number = _half_number(groups)
    year = related_year(groups, context)
    base = context.now
    if year is None and base is not None:
        bare = "year" not in groups
        year = _year_of_part(number, (base.month + 5) // 6, base, context) if bare else base.year
    return a_date(f"{timex.year(year)}-H{number}" if year else f"XXXX-H{number}", LIKELY)


def _half_number(groups: Groups) -> int:
    if digit := first_of(groups, "number", "number2"):
        return int(digit)
    return 1 if first_of(groups, "half", "half2") in {"first", "1st"} else 2


def fiscal_year(groups: Groups, context: Context) -> Meaning | None:
    """The year of the calendar that names a fiscal year; "last" is the one that is over."""
    if short := groups["short"]:
        return a_date(timex.year(2000 + int(short)), PLAUSIBLE)
    year = related_year(groups, context) or (context.now and context.now.year)
    confidence = VAGUE if relation(groups["rel"]) is not None else PLAUSIBLE
    return a_date(timex.year(year), confidence) if year else a_date("XXXX", PLAUSIBLE)
