"""The TIMEX3 ``mod`` of the words before an expression: "early", "about", "more than"."""

from __future__ import annotations

from articles.extraction.dates.context import Meaning
from articles.extraction.dates.distances import BACK
from articles.extraction.dates.search import Found
from articles.extraction.types import TimexMod, TimexType

MODS = {
    "start": TimexMod.START,
    "mid": TimexMod.MID,
    "end": TimexMod.END,
    "approx": TimexMod.APPROX,
    "almost": TimexMod.LESS_THAN,
    "less": TimexMod.LESS_THAN,
    "atmost": TimexMod.EQUAL_OR_LESS,
    "atleast": TimexMod.EQUAL_OR_MORE,
    "more": TimexMod.MORE_THAN,
    "notafter": TimexMod.ON_OR_BEFORE,
    "notbefore": TimexMod.ON_OR_AFTER,
}
# A distance of "more than two years" from now lies farther away than the day two years off.
_FARTHER = {
    "less": {-1: TimexMod.AFTER, 1: TimexMod.BEFORE},
    "more": {-1: TimexMod.BEFORE, 1: TimexMod.AFTER},
    "atmost": {-1: TimexMod.ON_OR_AFTER, 1: TimexMod.ON_OR_BEFORE},
    "atleast": {-1: TimexMod.ON_OR_BEFORE, 1: TimexMod.ON_OR_AFTER},
    "almost": dict.fromkeys((-1, 1), TimexMod.APPROX),
}


def mod_of(found: Found, meaning: Meaning) -> TimexMod | None:
    """What the words before a match, or the match itself, say of its value."""
    if meaning.mod or found.prefix is None or found.prefix.lastgroup is None:
        return meaning.mod
    prefix = found.prefix.lastgroup
    if meaning.timex_type is TimexType.DURATION:
        return MODS[prefix]
    if found.family == "ago" and prefix in _FARTHER:
        return _FARTHER[prefix][-1 if found.match["way"] in BACK else 1]
    return TimexMod.ON_OR_AFTER if prefix == "atleast" else MODS[prefix]
