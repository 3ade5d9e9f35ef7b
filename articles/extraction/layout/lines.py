"""The first lines of a text, which are all that its layout depends on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from articles.extraction.types import Span

# Headline, standfirst, byline, date and dateline, some of them on several lines.
MAX_LINES = 12
# A longer line is a paragraph of the story, or several; nothing longer is looked at.
MAX_CHARACTERS = 1_000

_LINE = re.compile(r"\S[^\n]*+")


@dataclass(frozen=True, slots=True)
class Line:
    """One line that is not blank, without the white space around it.

    ``text`` is at most ``MAX_CHARACTERS`` long, ``is_whole`` tells whether that
    is all of it. ``opens`` tells whether a blank line (or nothing) precedes.
    """

    start: int
    text: str
    is_whole: bool
    opens: bool

    @property
    def span(self) -> Span:
        """Where the text stands; for a whole line, all of the line."""
        return Span(self.start, self.start + len(self.text))


def first_lines(text: str) -> list[Line]:
    """Give the first lines that are not blank."""
    return list(islice(_lines(text), MAX_LINES))


def _lines(text: str) -> Iterator[Line]:
    end = 0
    for match in _LINE.finditer(text):
        start = match.start()
        opens = end == 0 or text.count("\n", end, start) > 1
        end = match.end()
        shown = text[start : min(end, start + MAX_CHARACTERS + 1)].rstrip()
        yield Line(start, shown[:MAX_CHARACTERS].rstrip(), len(shown) <= MAX_CHARACTERS, opens)
