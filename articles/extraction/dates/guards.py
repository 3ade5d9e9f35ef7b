"""Says of a pattern's match whether it is a date at all: "May said" is not."""

from __future__ import annotations

import re

from articles.extraction.dates.direction import Tense
from articles.extraction.dates.search import Found

NAMES = frozenset({"PERSON", "ORG", "WORK_OF_ART", "PRODUCT", "FAC"})
ALSO_NAMES = frozenset({"weekday", "month", "season", "deictic", "relative_part", "month_year"})
_MONTH_BEFORE = re.compile(
    r"\b(?:in|by|since|of|until|till|from|to|through|during|late|early|mid|last|next|this|and|or"
    r"|before|after|between|around|about|on)[ \n-]+(?:the )?$"
)
_YEAR_BEFORE = re.compile(
    r"(?:\b(?:in|since|of|until|till|from|to|through|during|by|year|late|early|mid|and|before"
    r"|after|between|circa|around|about|back)[ \n-]+|[-(\n])$"
)
_COUNTED = re.compile(
    r"[ \n-](?:percent|per cent|people|troops|men|women|miles?|kilomet\w+|met(?:er|re)s?|feet|acres"
    r"|dollars|pounds|euros|yen|jobs|workers|soldiers|employees|students|votes|points|shares|tons"
    r"|tonnes|barrels|rpm|volts|watts|square|cubic|million|billion|calories|houses|homes|dead"
    r"|km|mph|kg|lbs?)\b"
)
_SEASON_BEFORE = re.compile(
    r"\b(?:in|by|during|since|until|through|over|throughout|late|early|mid|of)[ \n-]+$"
)
_FALL_OF = re.compile(r"\s+of\s+(?!(?:the\s+)?(?:\d|last|this|next|that))")
_CLOCK_BEFORE = re.compile(
    r"\b(?:at|by|from|until|till|around|about|before|after|since|between|to|near|and)[ \n]+$|[(-]$"
)
_WORD_BEFORE = re.compile(r"([A-Za-z’']+) $")
_MARCH_TO = re.compile(r" (?:on|of the|to the|for)\b")
MODERN = range(1700, 2100)


def is_date(found: Found, text: str, tense: Tense) -> bool:
    """Whether the words around a match leave it a date."""
    match = found.match
    groups = match.groupdict()
    before = match.string[max(0, found.start - 20) : match.start()]
    for name in ("month", "month2", "wd", "wd2"):
        start = match.start(name) if groups.get(name) else -1
        if start >= 0 and not _may_be_calendar(groups[name] or "", text[start]):
            return False
    check = _CHECKS.get(found.family)
    if check is not None and not check(found, before, text):
        return False
    return not (found.family in ALSO_NAMES and _inside_name(found, tense))


def _may_be_calendar(word: str, first: str) -> bool:
    return first.isupper() or word not in {"may", "march", "sun", "sat", "mar", "wed", "dec", "jan"}


def _inside_name(found: Found, tense: Tense) -> bool:
    token = tense.token_at(found.match.start())
    if token.ent_type_ not in NAMES:
        return False
    following = tense.token_at(found.end)
    inside = token.ent_iob_ == "I" or (following.ent_iob_ == "I" and following.i > token.i)
    return inside and found.prefix is None


def _month(found: Found, before: str, text: str) -> bool:
    name = found.match["month"]
    if name not in {"may", "march"} or _MONTH_BEFORE.search(before):
        return True
    if name == "may" or _MARCH_TO.match(found.match.string, found.end):
        return False
    word = _WORD_BEFORE.search(text, max(0, found.start - 20), found.start)
    return word is None or word[1].islower() or word[1] == "The"


def _duration(found: Found, before: str, text: str) -> bool:
    return not text[found.match.start("unit")].isupper() or text[found.end - 1].isupper()


def _in_lower_case(found: Found, before: str, text: str) -> bool:
    start = found.match.start("unit")
    return not text[start].isupper() or text[start + 1].isupper()


def _year(found: Found, before: str, text: str) -> bool:
    if found.match["era"] or found.match["beyond"]:
        return True
    after = found.match.string[found.end : found.end + 14]
    if _COUNTED.match(after):
        return False
    year = int(found.match["year"])
    return year in MODERN or bool(_YEAR_BEFORE.search(before))


def _season(found: Found, before: str, text: str) -> bool:
    match = found.match
    if match["rel"] or match["year"] or match["yearrel"]:
        return True
    if match["season"] in {"fall", "spring"} and _FALL_OF.match(match.string, match.end()):
        return False
    if match["the"] or found.prefix:
        return True
    return bool(_SEASON_BEFORE.search(before))


def _clock(found: Found, before: str, text: str) -> bool:
    match = found.match
    if match["hour24"] and not match["zone"]:
        return bool(_CLOCK_BEFORE.search(before)) and len(match["minute24"] or "") == 2
    return True


def _weekday(found: Found, before: str, text: str) -> bool:
    word = found.match["wd"]
    return word.endswith(("day", "."))


_CHECKS = {
    "month": _month,
    "year": _year,
    "season": _season,
    "clock": _clock,
    "duration": _duration,
    "relative_unit": _in_lower_case,
    "the_unit": _in_lower_case,
    "weekday": _weekday,
}
