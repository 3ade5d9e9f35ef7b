"""Headline, standfirst, byline and dateline of an article as it was printed."""

from __future__ import annotations

from articles.extraction.layout.lines import first_lines
from articles.extraction.layout.parts import find_parts
from articles.extraction.layout.top import find_given, find_top
from articles.extraction.types import Layout

__all__ = ["find_layout"]


def find_layout(text: str, *, headline: str | None = None, raw: bool = False) -> Layout:
    """Find the parts of a printed article at the top of its text.

    Args:
        text: the article, with or without those parts.
        headline: the headline where it is known: it is marked if the text
            begins with it, white space aside, and no other is searched for.
        raw: the text is a whole file, so that its first line is the headline
            whatever it reads like, or its first sentence where the first line
            is a paragraph of the story.

    Returns:
        Spans of what was found. With neither ``headline`` nor ``raw`` a plain
        story has no headline; a text that would be nothing but parts has none.
    """
    lines = first_lines(text)
    if not lines:
        return Layout(body_start=len(text))
    top = find_given(text, lines, headline) if headline else find_top(lines, raw=raw)
    layout = find_parts(lines, top)
    if layout is None:
        return Layout(body_start=lines[0].start)
    return layout
