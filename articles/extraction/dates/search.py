"""Finds where the patterns match, the longest at each place."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from articles.extraction.dates.patterns import OPENERS, PREFIX, SOURCES
from articles.extraction.dates.pieces import MONTH_NAME, WEEKDAY, YEAR, S


@dataclass(frozen=True, slots=True)
class Family:
    """One kind of expression; its resolver has the same name."""

    name: str
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Found:
    """An expression as it stands in the plain text."""

    family: str
    match: re.Match[str]
    prefix: re.Match[str] | None
    start: int
    end: int


_JOINT = re.compile(r" ?[-/] ?")
_TAILS = {
    "year": Family("year_tail", re.compile(r"[-/](?P<tail>\d\d)(?![\w]|[.,:/-]\d)")),
    "full_date": Family(
        "day_tail",
        re.compile(
            rf"(?:,?{S}(?:and|to|or|through){S}(?:the{S})?|{S}?-{S}?|,{S})(?P<day>\d{{1,2}}(?:st|nd|rd|th)?)"
            rf"(?:,{S}{YEAR})?(?!\w|[.,:/-]\d|%|{S}(?:{MONTH_NAME}|percent|people))"
        ),
    ),
    "weekday_set": Family(
        "weekday_tail",
        re.compile(
            rf"(?:,?{S}(?:and|or){S}|,{S})(?:every{S}|each{S})?(?P<wd>{WEEKDAY})(?!s|{S}\w+s\b)"
        ),
    ),
}
_TAILS["weekday_tail"] = _TAILS["weekday_set"]
# Which words before an expression belong to it depends on what it is.
_LENGTHS = frozenset({"duration", "vague_plural", "every", "adverb_set", "reference"})
_PLACES = frozenset({"start", "mid", "end", "notafter", "notbefore"})
_COUNTED = frozenset({"duration", "ago", "past_unit", "parts_ago"})
_SIZES = frozenset({"almost", "less", "atmost", "more"})
_BEFORE = r"(?=[a-z0-9'])(?<![\w$£€#/])(?:(?<![\w][-.,'&])|(?<=\bpre-)|(?<=\bpost-))"


@cache
def _families() -> tuple[Family, ...]:
    return tuple(Family(name, re.compile(source)) for name, source in SOURCES.items())


@cache
def _prefix() -> re.Pattern[str]:
    return re.compile(PREFIX)


@cache
def _any() -> re.Pattern[str]:
    anonymous = "|".join(
        re.sub(r"\?P<\w+>", "?:", source) for source in SOURCES.values() if "(?P=" not in source
    )
    return re.compile(rf"{re.sub(r'[?]P<[a-z]+>', '?:', PREFIX)}|{anonymous}|\d")


@cache
def _openers() -> re.Pattern[str]:
    return re.compile(rf"{_BEFORE}(?:[\d']|{OPENERS}(?![a-z]))")


def search(text: str, is_date: Callable[[Found], bool]) -> Iterator[Found]:
    """The longest expression at each place of a plain text, from left to right.

    Args:
        is_date: whether the words around an expression leave it a date; what
            stands inside one that is none may still be one.
    """
    position = 0
    openers, candidates = _openers(), _any()
    while hit := openers.search(text, position):
        start = hit.start()
        position = start + 1
        found = _longest(text, start) if candidates.match(text, start) else None
        while found is not None and is_date(found):
            yield found
            position = found.end
            found = _continued(text, found)


def _continued(text: str, found: Found) -> Found | None:
    """What is joined to an expression: the "1918" of "1914-1918", the "25" of "April 24 and 25"."""
    tail = _TAILS.get(found.family)
    if found.family == "weekday_set" and not found.match["wd"]:
        tail = None
    if tail and (match := tail.pattern.match(text, found.end)):
        return Found(tail.name, match, None, match.start(1), match.end())
    joint = _JOINT.match(text, found.end)
    return _longest(text, joint.end()) if joint else None


def _longest(text: str, start: int) -> Found | None:
    prefix = _prefix().match(text, start)
    if prefix:
        found = _best(text, prefix.end(), prefix)
        if found and _belongs(prefix.lastgroup, found.family):
            return found
    return _best(text, start, None)


def _belongs(prefix: str | None, family: str) -> bool:
    if prefix in _PLACES:
        return family not in _LENGTHS
    return family in _COUNTED or prefix not in _SIZES


def _best(text: str, start: int, prefix: re.Match[str] | None) -> Found | None:
    best: Found | None = None
    for family in _families():
        match = family.pattern.match(text, start)
        if match and (best is None or match.end() > best.end):
            first = prefix.start() if prefix else start
            best = Found(family.name, match, prefix, first, match.end())
    return best
