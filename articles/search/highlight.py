"""What of a text matched, to be marked in it, and a piece of it to be shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articles.extraction.types import Span
from articles.search.matching import occurrences
from articles.search.stems import tokens

if TYPE_CHECKING:
    from collections.abc import Sequence

    from articles.search.query import Query

SNIPPET_WIDTH = 240


def places(text: str, query: Query, language: str) -> tuple[Span, ...]:
    """Where the words and phrases that a query looks for stand in a text.

    Args:
        text: as printed; offsets are code points of it.
        query: words with a minus are not looked for.
        language: BCP 47 tag of the text, as it was given when the text was indexed.

    Returns:
        Spans in order that do not overlap, from the beginning of a word to the end of
        one: a phrase is one span. Takes time linear in the text.
    """
    found = list(tokens(text, language))
    spans: list[Span] = []
    for first, behind, _ in occurrences([token for _, _, token in found], query.groups):
        start, end = found[first][0], found[behind - 1][1]
        if spans and start < spans[-1].end:
            start, end = spans[-1].start, max(end, spans.pop().end)
        spans.append(Span(start, end))
    return tuple(spans)


def snippet(text: str, places: Sequence[Span], width: int = SNIPPET_WIDTH) -> tuple[int, int]:
    """The first piece of a text that shows the most places, with as much before as behind.

    Args:
        text: as printed.
        places: from ``places``; without any the piece is the beginning of the text.
        width: the most code points, unless one place alone is longer.

    Returns:
        ``(start, end)``: borders of words, with no white space inside them.
    """
    first, last = _densest(places, width) if places else (0, 0)
    start = max(min(first - max(width - (last - first), 0) // 2, len(text) - width), 0)
    end = max(min(start + width, len(text)), last)
    if start:
        while start < first and not text[start - 1].isspace():
            start += 1
    while start < (first if places else end) and text[start].isspace():
        start += 1
    cut = end
    while last < cut < len(text) and not text[cut].isspace():
        cut -= 1
    # Where one word is longer than the width, it is cut.
    end = cut if cut > start else end
    while end > max(last, start) and text[end - 1].isspace():
        end -= 1
    return start, end


def _densest(places: Sequence[Span], width: int) -> tuple[int, int]:
    """From the first to the last of the most neighbours that fit in the width."""
    best, most, last = (places[0].start, places[0].end), 1, 0
    for first, place in enumerate(places):
        last = max(last, first)
        while last + 1 < len(places) and places[last + 1].end - place.start <= width:
            last += 1
        if last - first + 1 > most:
            best, most = (place.start, places[last].end), last - first + 1
    return best
