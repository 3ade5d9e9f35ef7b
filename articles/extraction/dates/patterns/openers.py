"""The words that a date expression can begin with: the patterns are tried at no others."""

from __future__ import annotations

from articles.extraction.dates.holidays import HOLIDAYS
from articles.extraction.dates.vocabulary import (
    CARDINALS,
    DAY_PARTS,
    DECADES,
    MONTHS,
    ORDINALS,
    SEASONS,
    UNITS,
    WEEKDAYS,
    words,
)

_NAMED = {*CARDINALS, *ORDINALS, *MONTHS, *WEEKDAYS, *SEASONS, *DAY_PARTS, *DECADES, *UNITS}
_HOLIDAYS = {name.split()[0] for name in HOLIDAYS}
_PREFIXES = (
    "early earlier late later very beginning start turn first mid middle end close latter last"
    " about around roughly approximately some nearly circa c ca almost just less fewer no not at"
    " up more well over"
)
_COUNTS = (
    "a an another couple several few many half hundred dozens scores hundreds thousands additional"
)
_RELATED = (
    "the its this that these those past next previous following coming current same latest prior"
    " recent final remaining year"
)
_SETS = "every each per once twice daily weekly fortnightly monthly annually yearly hourly nightly"
_MOMENTS = (
    "today tomorrow yesterday tonight now right currently nowadays present most recently lately"
    " as noon midday midnight small wee"
)
_PERIODS = "fiscal financial tax fy q h ad 1st 2nd 3rd 4th"

OPENERS = words(
    {name.split("-")[0] for name in _NAMED}
    | {f"{name}s" for name in (*WEEKDAYS, *DAY_PARTS, *UNITS, "weekend", "weekday", "centurie")}
    | _HOLIDAYS
    | set(" ".join((_PREFIXES, _COUNTS, _RELATED, _SETS, _MOMENTS, _PERIODS)).split())
)
