"""Calendar units: their lengths and the values of the units around a day."""

from __future__ import annotations

from datetime import date

from dateutil.relativedelta import relativedelta

from articles.extraction.dates import timex
from articles.extraction.dates.context import LIKELY, PLAUSIBLE, Meaning
from articles.extraction.dates.vocabulary import DAY_PARTS
from articles.extraction.types import TimexType

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
    known = timex.day(when) if when else UNKNOWN["day"]
    code = DAY_PARTS.get(part, "DT")
    return Meaning(TimexType.TIME, f"{known}T{code}", LIKELY if when else PLAUSIBLE)
