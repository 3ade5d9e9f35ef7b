"""The holidays that the extractor knows, and when they fall in a year."""

from __future__ import annotations

from datetime import date

from dateutil.easter import easter
from dateutil.relativedelta import FR, MO, SU, TH, TU, relativedelta

_FIXED = {
    "boxing day": (12, 26),
    "christmas": (12, 25),
    "christmas day": (12, 25),
    "christmas eve": (12, 24),
    "fourth of july": (7, 4),
    "halloween": (10, 31),
    "independence day": (7, 4),
    "july fourth": (7, 4),
    "may day": (5, 1),
    "new year's": (1, 1),
    "new year's day": (1, 1),
    "new year's eve": (12, 31),
    "remembrance day": (11, 11),
    "st. patrick's day": (3, 17),
    "valentine's day": (2, 14),
    "veterans day": (11, 11),
}
_MOVABLE = {
    "black friday": relativedelta(month=11, day=23, weekday=FR(1)),
    "columbus day": relativedelta(month=10, day=1, weekday=MO(2)),
    "election day": relativedelta(month=11, day=2, weekday=TU(1)),
    "labor day": relativedelta(month=9, day=1, weekday=MO(1)),
    "martin luther king day": relativedelta(month=1, day=1, weekday=MO(3)),
    "memorial day": relativedelta(month=5, day=31, weekday=MO(-1)),
    "mother's day": relativedelta(month=5, day=1, weekday=SU(2)),
    "presidents' day": relativedelta(month=2, day=1, weekday=MO(3)),
    "thanksgiving": relativedelta(month=11, day=1, weekday=TH(4)),
    "thanksgiving day": relativedelta(month=11, day=1, weekday=TH(4)),
}
_FROM_EASTER = {
    "easter": 0,
    "easter sunday": 0,
    "easter monday": 1,
    "good friday": -2,
    "palm sunday": -7,
}
HOLIDAYS = (*_FIXED, *_MOVABLE, *_FROM_EASTER)


def holiday(name: str, year: int) -> date:
    """The day of a holiday.

    Raises:
        KeyError: it is none of HOLIDAYS.
        ValueError: the calendar has no such year.
    """
    if name in _FIXED:
        month, day = _FIXED[name]
        return date(year, month, day)
    if name in _FROM_EASTER:
        return easter(year) + relativedelta(days=_FROM_EASTER[name])
    return date(year, 1, 1) + _MOVABLE[name]


def fixed_day(name: str) -> tuple[int, int] | None:
    """Month and day of a holiday that falls on the same day in every year."""
    return _FIXED.get(name)
