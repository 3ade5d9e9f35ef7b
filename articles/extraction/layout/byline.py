"""Bylines and dates of publication, on lines of their own."""

from __future__ import annotations

import re

from articles.extraction.layout.lines import Line
from articles.extraction.types import Span

_BY = re.compile(
    r"(?:(?:Written|Reported|Reporting|Story|Words|Text)\ )?by(?:line)?:?\s+", re.IGNORECASE
)
# What follows the names and their office: an agency, a date, an address.
_TRAILER = re.compile(
    r"\s*(?:[|•·/–—]|\s-\s|\s--|\(|<|\b\w[\w.+-]{0,60}@"
    r"|,\s*(?:The\s+)?(?:Associated\s+Press|AP|AFP|Reuters|REUTERS|UPI|PTI|ANI|IANS|Bloomberg|CNN|BBC"
    r"|Agence\s+France-Presse|Xinhua|dpa|Press\s+Association|PA)\b"
    r"|,?\s+(?:for|of)\s+(?:the|The)?\s*[A-Z]"
    r"|,?\s*(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?\s\d"
    r"|,?\s*(?:Published|Updated|Posted)\b|,?\s*\d)"
)
_CONNECTIVES = frozenset(
    "and & in at of the for with de van von der den la le al el bin ibn da dos di du y e on".split()
)
_NOT_NAMES = frozenset(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june
    july august september october november december then now contrast comparison
    """.split()
)
_BARE_NAME = re.compile(r"[^\W\d_][\w'’-]*[^\W\d_]|[^\W\d_]\.")
_MAX_CHARACTERS = 160
_MAX_WORDS = 22

_DATE_WORDS = frozenset(
    """
    mon tue tues wed thu thur thurs fri sat sun monday tuesday wednesday thursday friday saturday
    sunday jan feb mar apr may jun jul aug sep sept oct nov dec january february march april june
    july august september october november december am pm a.m p.m gmt utc est edt cst cdt mst mdt
    pst pdt bst ist cet cest et pt ct published updated posted modified last first on at of date
    """.split()
)
_MAX_DATE_CHARACTERS = 100


def find_byline(line: Line) -> Span | None:
    """Find the names, with their office, behind "By" on a line that is a byline."""
    if not line.is_whole or len(line.text) > _MAX_CHARACTERS:
        return None
    by = _BY.match(line.text)
    if by is None:
        return None
    trailer = _TRAILER.search(line.text, by.end())
    end = trailer.start() if trailer else len(line.text)
    names = line.text[by.end() : end].rstrip(" ,.;:")
    if not _are_names(names):
        return None
    start = line.start + by.end()
    return Span(start, start + len(names))


def find_bare_names(line: Line) -> Span | None:
    """Find a name that stands alone on its line; a byline only where one must stand."""
    words = line.text.split()
    if not (line.is_whole and 2 <= len(words) <= 4 and _are_names(line.text)):
        return None
    return line.span if all(_BARE_NAME.fullmatch(word) for word in words) else None


def _are_names(text: str) -> bool:
    words = text.replace(",", " ").split()
    if not 0 < len(words) <= _MAX_WORDS or words[0].lower() in _NOT_NAMES:
        return False
    return words[0][0].isupper() and all(
        word[0].isupper() or word.lower() in _CONNECTIVES for word in words
    )


def is_date_line(line: Line) -> bool:
    """Tell whether a line holds nothing but a date of publication."""
    text = line.text
    if not line.is_whole or len(text) > _MAX_DATE_CHARACTERS:
        return False
    words = re.split(r"[\s,:;|/()•·–—-]+", text)
    return any(char.isdigit() for char in text) and all(
        word.lower().rstrip(".") in _DATE_WORDS or _is_number(word) for word in words if word
    )


def _is_number(word: str) -> bool:
    return re.fullmatch(r"\d{1,4}(?:st|nd|rd|th|am|pm)?\.?|T?\d{2}Z?", word) is not None
