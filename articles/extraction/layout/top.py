"""The top of a text: its headline, and a standfirst that was run into it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from articles.extraction.layout.byline import find_byline, is_date_line
from articles.extraction.layout.dateline import find_dateline
from articles.extraction.layout.headline import (
    MAX_CHARACTERS,
    closes_sentence,
    find_run_on,
    is_headline,
)
from articles.extraction.layout.lines import Line
from articles.extraction.types import Span

_PARAGRAPH_CHARACTERS = 90
_WORD = re.compile(r"\S+")
_TRAILING_DATE = re.compile(
    r"[\s|,–—-]+(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s)?"
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
    r"\s\d{1,2},?\s\d{4}$"
)


@dataclass(frozen=True, slots=True)
class Top:
    """``lines`` tells which of the first lines the headline takes with what ran into it.

    That is none where the headline is the first sentence of the story.
    """

    headline: Span | None = None
    standfirst: Span | None = None
    lines: range = range(0)


def is_part(line: Line) -> bool:
    """Tell whether a line is a byline or date, or begins with a dateline."""
    return _is_credit(line) or find_dateline(line) is not None


def _is_credit(line: Line) -> bool:
    return is_date_line(line) or find_byline(line) is not None


def find_top(lines: list[Line], *, raw: bool) -> Top:
    """Find the headline, in a raw file always, else where the first line reads like one."""
    index = next((i for i, line in enumerate(lines) if not _is_credit(line)), len(lines))
    if index == len(lines):
        return Top()
    top = _headline(lines, index, raw=raw)
    if top is None and raw:
        return _first_words(lines, index)
    return top or Top()


def _headline(lines: list[Line], index: int, *, raw: bool) -> Top | None:
    """Find a headline that stands on a line of its own."""
    line, *following = lines[index:]
    if not following or find_dateline(line):
        return None
    if line.text.endswith(";") and not following[0].opens:
        return _above_deck(line, following[0], index)
    if not _stands_alone(line, following[0]):
        return None
    before_parts = is_part(following[0])
    whole = Top(_without_date(line), lines=range(index, index + 1))
    reads_well = is_headline(line, following[0], before_parts=before_parts)
    if line.is_whole and (before_parts or (raw and not reads_well)):
        run_on = find_run_on(line.text, before_parts=before_parts)
        if run_on is not None:
            return _split(line, run_on, index)
    is_short = line.is_whole and len(line.text) <= MAX_CHARACTERS
    return whole if reads_well or (raw and is_short) else None


def _stands_alone(line: Line, following: Line) -> bool:
    """Tell whether a line is a paragraph, not the first part of one."""
    if following.opens or is_part(following):
        return True
    if following.text[0].islower():
        return False
    is_sentence = closes_sentence(following.text.split()[-1])
    return len(following.text) > (len(line.text) if is_sentence else _PARAGRAPH_CHARACTERS)


def _above_deck(line: Line, deck: Line, index: int) -> Top | None:
    """Read "Headline;" above the second line of the headline, as archives print it."""
    head = line.text.rstrip("; ")
    if not head or len(line.text) > MAX_CHARACTERS:
        return None
    span = Span(line.start, line.start + len(head))
    if deck.is_whole and len(deck.text) <= MAX_CHARACTERS:
        return Top(span, deck.span, range(index, index + 2))
    return Top(span, lines=range(index, index + 1))


def _split(line: Line, offset: int, index: int) -> Top:
    head = line.text[:offset].rstrip()
    middle = line.start + offset
    return Top(
        Span(line.start, line.start + len(head)),
        Span(middle, line.start + len(line.text)),
        range(index, index + 1),
    )


def _without_date(line: Line) -> Span:
    date = _TRAILING_DATE.search(line.text)
    return Span(line.start, line.start + date.start()) if date and date.start() else line.span


def _first_words(lines: list[Line], index: int) -> Top:
    """Take the first sentence behind the dateline, else the first line, if more follows."""
    line, start = lines[index], 0
    dateline = find_dateline(line)
    if dateline and dateline.fills_line and index + 1 < len(lines):
        line = lines[index + 1]
    elif dateline:
        start = dateline.end - line.start
    for word in _WORD.finditer(line.text, start, MAX_CHARACTERS):
        if closes_sentence(word[0]) and (word.end() < len(line.text) or line is not lines[-1]):
            return Top(Span(line.start + start, line.start + word.end()))
    if dateline or line is lines[-1] or not line.is_whole:
        return Top()
    return Top(line.span, lines=range(index, index + 1))


def find_given(text: str, lines: list[Line], headline: str) -> Top:
    """Find a headline that is known at the beginning of the text."""
    end = _match_words(text, lines[0].start, headline)
    if end is None:
        return Top()
    span = Span(lines[0].start, end)
    holding = next((line for line in lines if line.start + len(line.text) >= end), None)
    count = sum(line.start < end for line in lines)
    if holding is None or holding.start + len(holding.text) == end:
        return Top(span, lines=range(count))
    run_on = find_run_on(lines[0].text, before_parts=True) if count == 1 else None
    if run_on is None:
        return Top()
    top = _split(lines[0], run_on, 0)
    return top if top.headline == span else Top()


def _match_words(text: str, position: int, headline: str) -> int | None:
    """Give where the words of a headline end in the text, None if they differ."""
    end = None
    for word in headline.split():
        while position < len(text) and text[position].isspace():
            position += 1
        if not text.startswith(word, position):
            return None
        position = end = position + len(word)
    return end
