"""What stands between the headline and the story."""

from __future__ import annotations

from articles.extraction.layout.byline import find_bare_names, find_byline, is_date_line
from articles.extraction.layout.dateline import find_dateline
from articles.extraction.layout.lines import Line
from articles.extraction.layout.top import Top, is_part
from articles.extraction.types import Layout

_MAX_STANDFIRST_WORDS = 70
# Below the byline: "Associated Press", "Staff Writer", "The Post".
_MAX_OUTLET_WORDS = 4


def find_parts(lines: list[Line], top: Top) -> Layout | None:
    """Read the lines around the top up to the story; None if no story follows."""
    standfirst, byline, dateline = top.standfirst, None, None
    for index, line in enumerate(lines):
        if index in top.lines:
            continue
        if byline is None and (names := find_byline(line)):
            byline = names
        elif dateline is None and (found := find_dateline(line)):
            dateline = found.span
            if not found.fills_line:
                return Layout(top.headline, standfirst, byline, dateline, line.start)
        elif not is_date_line(line):
            if standfirst or dateline or not (top.lines and _precedes_part(lines, index)):
                return Layout(top.headline, standfirst, byline, dateline, line.start)
            if byline is None and (names := find_bare_names(line)):
                byline = names
            elif byline is None or len(line.text.split()) > _MAX_OUTLET_WORDS:
                standfirst = line.span
    return None


def _precedes_part(lines: list[Line], index: int) -> bool:
    """Tell whether a paragraph stands before the byline or the dateline."""
    line = lines[index]
    return (
        line.is_whole
        and len(line.text.split()) <= _MAX_STANDFIRST_WORDS
        and index + 1 < len(lines)
        and is_part(lines[index + 1])
    )
