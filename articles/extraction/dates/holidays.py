"""The holidays that the extractor knows, and when they fall in a year.

Holidays of the Western and the civil calendar only: those of the Jewish, Muslim,
Hindu and Chinese calendars are not found.
"""

from __future__ import annotations

from datetime import date

from dateutil.easter import EASTER_ORTHODOX, easter
from dateutil.relativedelta import FR, MO, SU, TH, TU, relativedelta

_FIXED = {
    "all saints' day": (11, 1),
    "all souls' day": (11, 2),
    "anzac day": (4, 25),
    "april fools' day": (4, 1),
    "april fool's day": (4, 1),
    "armistice day": (11, 11),
    "australia day": (1, 26),
    "bastille day": (7, 14),
    "bonfire night": (11, 5),
    "boxing day": (12, 26),
    "burns night": (1, 25),
    "canada day": (7, 1),
    "candlemas": (2, 2),
    "christmas": (12, 25),
    "christmas day": (12, 25),
    "christmas eve": (12, 24),
    "cinco de mayo": (5, 5),
    "earth day": (4, 22),
    "epiphany": (1, 6),
    "fourth of july": (7, 4),
    "groundhog day": (2, 2),
    "guy fawkes night": (11, 5),
    "halloween": (10, 31),
    "hogmanay": (12, 31),
    "holocaust memorial day": (1, 27),
    "inauguration day": (1, 20),
    "independence day": (7, 4),
    "international women's day": (3, 8),
    "july fourth": (7, 4),
    "juneteenth": (6, 19),
    "may day": (5, 1),
    "new year's": (1, 1),
    "new year's day": (1, 1),
    "new year's eve": (12, 31),
    "remembrance day": (11, 11),
    "st. andrew's day": (11, 30),
    "st andrew's day": (11, 30),
    "st. david's day": (3, 1),
    "st david's day": (3, 1),
    "st. george's day": (4, 23),
    "st george's day": (4, 23),
    "st. patrick's day": (3, 17),
    "st patrick's day": (3, 17),
    "st. stephen's day": (12, 26),
    "st stephen's day": (12, 26),
    "twelfth night": (1, 5),
    "valentine's day": (2, 14),
    "veterans day": (11, 11),
}
_MOVABLE = {
    "august bank holiday": relativedelta(month=8, day=31, weekday=MO(-1)),
    "black friday": relativedelta(month=11, day=23, weekday=FR(1)),
    "columbus day": relativedelta(month=10, day=1, weekday=MO(2)),
    "cyber monday": relativedelta(month=11, day=26, weekday=MO(1)),
    "election day": relativedelta(month=11, day=2, weekday=TU(1)),
    "early may bank holiday": relativedelta(month=5, day=1, weekday=MO(1)),
    "father's day": relativedelta(month=6, day=1, weekday=SU(3)),
    "indigenous peoples' day": relativedelta(month=10, day=1, weekday=MO(2)),
    "labor day": relativedelta(month=9, day=1, weekday=MO(1)),
    "martin luther king day": relativedelta(month=1, day=1, weekday=MO(3)),
    "martin luther king jr. day": relativedelta(month=1, day=1, weekday=MO(3)),
    "memorial day": relativedelta(month=5, day=31, weekday=MO(-1)),
    "mother's day": relativedelta(month=5, day=1, weekday=SU(2)),
    "patriots' day": relativedelta(month=4, day=1, weekday=MO(3)),
    "presidents' day": relativedelta(month=2, day=1, weekday=MO(3)),
    "presidents day": relativedelta(month=2, day=1, weekday=MO(3)),
    "late may bank holiday": relativedelta(month=5, day=31, weekday=MO(-1)),
    "remembrance sunday": relativedelta(month=11, day=1, weekday=SU(2)),
    "spring bank holiday": relativedelta(month=5, day=31, weekday=MO(-1)),
    "thanksgiving": relativedelta(month=11, day=1, weekday=TH(4)),
    "thanksgiving day": relativedelta(month=11, day=1, weekday=TH(4)),
}
_FROM_EASTER = {
    "ascension day": 39,
    "ash wednesday": -46,
    "corpus christi": 60,
    "easter": 0,
    "easter day": 0,
    "easter monday": 1,
    "easter saturday": -1,
    "easter sunday": 0,
    "fat tuesday": -47,
    "good friday": -2,
    "holy saturday": -1,
    "holy thursday": -3,
    "mardi gras": -47,
    "maundy thursday": -3,
    "mothering sunday": -21,
    "palm sunday": -7,
    "pentecost": 49,
    "shrove tuesday": -47,
    "whit monday": 50,
    "whit sunday": 49,
}
_ORTHODOX = frozenset({"orthodox easter"})
HOLIDAYS = (*_FIXED, *_MOVABLE, *_FROM_EASTER, *_ORTHODOX)
# What a holiday of the same name is elsewhere.
_ELSEWHERE = {
    "GB": {"mother's day": "mothering sunday"},
    "IE": {"mother's day": "mothering sunday"},
    "CA": {"thanksgiving": "columbus day", "thanksgiving day": "columbus day"},
}


def holiday(name: str, year: int, country: str | None = None) -> date:
    """The day of a holiday, in the United States unless a country is given.

    Raises:
        KeyError: it is none of HOLIDAYS.
        ValueError: the calendar has no such year.
    """
    name = _ELSEWHERE.get((country or "").upper(), {}).get(name, name)
    if name in _FIXED:
        month, day = _FIXED[name]
        return date(year, month, day)
    if name in _FROM_EASTER:
        return easter(year) + relativedelta(days=_FROM_EASTER[name])
    if name in _ORTHODOX:
        return easter(year, EASTER_ORTHODOX)
    return date(year, 1, 1) + _MOVABLE[name]


def fixed_day(name: str) -> tuple[int, int] | None:
    """Month and day of a holiday that falls on the same day in every year."""
    return _FIXED.get(name)
