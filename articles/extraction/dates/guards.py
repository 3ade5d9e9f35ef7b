"""Says of a pattern's match whether it is a date at all: "May said" is not."""

from __future__ import annotations

import re

from spacy.tokens import Token

from articles.extraction.dates.compounds import (
    BUSINESS,
    COUNTED,
    FESTIVE_TIMES,
    NUMBERED,
    SEASON_THINGS,
    SPORT,
    WEEKDAY_THINGS,
)
from articles.extraction.dates.direction import Tense
from articles.extraction.dates.pieces import JOINED, MONTH_NAME
from articles.extraction.dates.search import Found

NAMES = frozenset({"PERSON", "ORG", "WORK_OF_ART", "PRODUCT", "FAC"})
ALSO_NAMES = frozenset({"weekday", "month", "season", "deictic", "relative_part", "month_year"})
_MONTH_BEFORE = re.compile(
    r"\b(?:in|by|since|of|until|till|from|to|through|during|late|early|mid|last|next|this|and|or"
    r"|before|after|between|around|about|on)[ \n-]+(?:the )?$"
)
_MONTH_BEHIND = re.compile(rf"{JOINED}(?:early |late |mid-)?{MONTH_NAME}")
_YEAR_BEFORE = re.compile(
    r"(?:\b(?:in|since|of|until|till|from|to|through|during|by|year|late|early|mid|and|before"
    r"|after|between|circa|around|about|back)[ \n-]+|\bca?\. ?|[-(\n])$"
)
_SEASON_BEFORE = re.compile(
    r"\b(?:in|by|during|since|until|through|over|throughout|late|early|mid|of"
    r"|(?:spring|summer|autumn|fall|winter) (?:and|or|to))[ \n-]+$"
)
_FALL_OF = re.compile(r"\s+of\s+(?!(?:the\s+)?(?:\d|last|this|next|that))")
_CLOCK_BEFORE = re.compile(
    r"\b(?:at|by|from|until|till|around|about|before|after|since|between|to|near|and)[ \n]+$|[(-]$"
)
_WORD_BEFORE = re.compile(r"([A-Za-z’']+) $")
_MARCH_TO = re.compile(r" (?:on|of the|to the|for)\b")
_DAY_NUMBER_BEFORE = re.compile(
    r"(?:\b(?:on|by|until|till|before|after|since|from|to|for|is|was|be|between|and)[ \n]+|^"
    r"|[.\n\"] ?)$"
)
_AMOUNT_BEFORE = re.compile(r"(?:\d|\bof age|\bold|y)[ \n-]$")
_POSSESSIVE_BEFORE = re.compile(
    r"\b(?:my|your|his|her|its|our|their|whose)[ \n]+(?:(?:early|mid|late)[ \n-]+)?$"
)
_WEATHER = re.compile(r"\b(?:temperatures?|highs?|lows?|fahrenheit|degrees)\b[^.\n]*$")
_AGE_BEFORE = re.compile(r"\b(?:age of|aged|ages of)[ \n]+$")
MODERN = range(1700, 2100)
# How far around "the fourth quarter" the words stand that tell a match from a company.
AROUND = 150
# Holidays that name a season as well as a day: a Christmas show is on none in particular.
FESTIVE = frozenset({"christmas", "easter", "halloween", "thanksgiving", "new year's"})


def is_date(found: Found, text: str, tense: Tense) -> bool:
    """Whether the words around a match leave it a date."""
    match = found.match
    groups = match.groupdict()
    before = match.string[max(0, found.start - 24) : match.start()]
    for name in ("month", "month2", "wd", "wd2"):
        start = match.start(name) if groups.get(name) else -1
        if start >= 0 and not _may_be_calendar(groups[name] or "", text[start]):
            return False
    if groups.get("rel") == "that":
        word = tense.token_at(found.start)
        if word.tag_ == "IN" and word.dep_ != "det":  # "noted that Saturday would be ..."
            return False
    check = _CHECKS.get(found.family)
    if check is not None and not check(found, before, text):
        return False
    parsed = _PARSED.get(found.family)
    if parsed is not None and not parsed(found, before, tense):
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


def is_rate(tense: Tense, start: int) -> bool:
    """Whether "a year" at an offset stands behind an amount: "4% a year"."""
    article = tense.token_at(start)
    if article.i + 1 >= len(article.doc):
        return False
    unit = article.nbor()
    return (
        unit.dep_ == "npadvmod" and unit.head.i < article.i and unit.head.tag_[:2] in {"NN", "CD"}
    )


def _month(found: Found, before: str, text: str) -> bool:
    name = found.match["month"]
    if name not in {"may", "march"} or _MONTH_BEFORE.search(before):
        return True
    if _MONTH_BEHIND.match(found.match.string, found.end):
        return True
    if name == "may" or _MARCH_TO.match(found.match.string, found.end):
        return False
    word = _WORD_BEFORE.search(text, max(0, found.start - 20), found.start)
    return word is None or word[1].islower() or word[1] == "The"


def _duration(found: Found, before: str, text: str) -> bool:
    if _AGE_BEFORE.search(before):
        return False
    return not text[found.match.start("unit")].isupper() or text[found.end - 1].isupper()


def _in_lower_case(found: Found, before: str, text: str) -> bool:
    start = found.match.start("unit")
    return not text[start].isupper() or text[start + 1].isupper()


def _year(found: Found, before: str, text: str) -> bool:
    if found.match["era"] or found.match["beyond"]:
        return True
    after = found.match.string[found.end : found.end + 14]
    if COUNTED.match(after) or NUMBERED.search(before):
        return False
    year = int(found.match["year"])
    return year in MODERN or bool(_YEAR_BEFORE.search(before))


def _clock(found: Found, before: str, text: str) -> bool:
    match = found.match
    if match["named"] and text[found.start].isupper() and not _starts_sentence(before):
        return False
    if match["hour24"] and not match["zone"]:
        opens = not before.strip(" ") or before.endswith("\n")
        return (opens and len(match["hour24"]) == 2) or bool(_CLOCK_BEFORE.search(before))
    return True


def _decade(found: Found, before: str, text: str) -> bool:
    """Somebody is in "his late forties", and the weather "in the 70s"."""
    behind = found.match.string[max(0, found.start - 60) : found.start]
    return not (_POSSESSIVE_BEFORE.search(behind) or _WEATHER.search(behind))


def _starts_sentence(before: str) -> bool:
    return not before or before.rstrip(" \"'")[-1:] in {".", "!", "?", "\n", ":", ""}


def _quarter(found: Found, before: str, text: str) -> bool:
    match = found.match
    if match["number"] or match["year"] or match["year1"]:
        return True
    around = _around(found)
    return not SPORT.search(around) or bool(BUSINESS.search(around))


def _of_results(found: Found, before: str, text: str) -> bool:
    around = _around(found)
    return bool(BUSINESS.search(around)) and not SPORT.search(around)


def _around(found: Found) -> str:
    return found.match.string[max(0, found.start - AROUND) : found.end + AROUND]


def _holiday(found: Found, before: str, text: str) -> bool:
    return text[found.match.start("name")].isupper()


def _deictic(found: Found, before: str, text: str) -> bool:
    """A newspaper and a show are called Today."""
    if not text[found.match.start()].isupper() or _starts_sentence(before):
        return True
    word = _WORD_BEFORE.search(text, max(0, found.start - 20), found.start)
    return word is None or not (word[1][0].isupper() or word[1] == "the")


def _new_year(found: Found, before: str, text: str) -> bool:
    return not before.endswith("happy ")


def _behind(found: Found, tense: Tense) -> Token | None:
    """The token behind an expression, None at the end of the sentence."""
    last = tense.token_at(found.end - 1)
    following = last.nbor() if last.i + 1 < len(last.doc) else None
    return following if following is not None and not following.is_sent_start else None


def _weekday(found: Found, before: str, tense: Tense) -> bool:
    if not found.match["wd"].endswith(("day", ".")):
        return False
    following = _behind(found, tense)
    if following is not None and following.lower_ in WEEKDAY_THINGS:
        return False
    if before.endswith(" one "):
        return False
    if before.endswith(" a ") and found.match["rel"] is None:  # "on a Tuesday" is any
        return following is not None and following.tag_[:2] in {"NN", "JJ"}
    return True


def _weekday_part(found: Found, before: str, text: str) -> bool:
    return not before.endswith(" one ")  # "one Saturday night in June" is any


def _part(found: Found, before: str, tense: Tense) -> bool:
    """Tell "the night" from the one of "the night shift"."""
    if found.match["rel"] != "the":
        return True
    token = tense.token_at(found.end - 1)
    if any(child.dep_ == "relcl" for child in token.rights):  # "the night she won"
        return False
    return not (token.dep_ == "compound" and token.head.i > token.i)


def _season(found: Found, before: str, tense: Tense) -> bool:
    match = found.match
    if match["rel"] or match["year"] or match["yearrel"]:
        return True
    if match["season"] in {"fall", "spring"} and _FALL_OF.match(match.string, match.end()):
        return False
    following = _behind(found, tense)
    if following is not None and following.lower_ in SEASON_THINGS:
        return False
    return bool(match["the"] or found.prefix or _SEASON_BEFORE.search(before))


def _festive(found: Found, before: str, tense: Tense) -> bool:
    match = found.match
    if match["name"] not in FESTIVE or match["rel"] or match["year"] or match["long"]:
        return True
    following = _behind(found, tense)
    if following is None or following.tag_ not in {"NN", "NNS"}:
        return True
    return following.lower_ in FESTIVE_TIMES


def _day_of_month(found: Found, before: str, tense: Tense) -> bool:
    if found.match["rel"]:
        return True
    following = _behind(found, tense)
    if following is not None and (
        following.tag_[:2] in {"NN", "JJ", "CD"} or following.lower_ in {"of", "-", "and"}
    ):
        return False
    return bool(_DAY_NUMBER_BEFORE.search(before))


def _span(found: Found, before: str, tense: Tense) -> bool:
    """It "will last three weeks" is no "last three weeks"."""
    if found.match["span"] != "last":
        return True
    return not tense.token_at(found.match.start("span")).tag_.startswith("VB")


def _plural(found: Found, before: str, text: str) -> bool:
    return not _AMOUNT_BEFORE.search(before)


def _adverb(found: Found, before: str, tense: Tense) -> bool:
    """A daily is a newspaper."""
    return tense.token_at(found.start).tag_ != "NN"


_CHECKS = {
    "month": _month,
    "year": _year,
    "clock": _clock,
    "date_part": _weekday_part,
    "decade": _decade,
    "deictic": _deictic,
    "duration": _duration,
    "relative_unit": _in_lower_case,
    "the_unit": _in_lower_case,
    "quarter": _quarter,
    "bare_half": _of_results,
    "quarter_of_pair": _of_results,
    "holiday": _holiday,
    "new_year": _new_year,
    "vague_plural": _plural,
}
_PARSED = {
    "weekday": _weekday,
    "relative_part": _part,
    "season": _season,
    "holiday": _festive,
    "day_of_month": _day_of_month,
    "duration": _span,
    "adverb_set": _adverb,
}
