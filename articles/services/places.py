"""Where words that an editor gives stand in a text, and the pieces of a quote that moved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articles.extraction.types import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    Segments = Sequence[Sequence[int]]


def nearest(text: str, words: str, near: tuple[int, int], outside: Segments = ()) -> Span | None:
    """The occurrence of ``words`` whose first character is nearest to a stretch of ``text``.

    Occurrences that overlap a segment of ``outside`` come last of all, and
    parts of longer words come after whole words; but what stands exactly where
    ``near`` begins, outside of all segments, is always taken.

    Returns:
        None where the words do not occur.
    """
    if not words:
        return None
    here = Span(near[0], near[0] + len(words))
    if text.startswith(words, near[0]) and not _overlaps(here, outside):
        return here

    def rank(span: Span) -> tuple[bool, bool, int]:
        distance = max(near[0] - span.start, span.start - near[1], 0)
        return _overlaps(span, outside), not _is_whole(text, span), distance

    return min(_occurrences(text, words), key=rank, default=None)


def _occurrences(text: str, words: str) -> Iterator[Span]:
    start = text.find(words)
    while start >= 0:
        yield Span(start, start + len(words))
        start = text.find(words, start + len(words))


def _is_whole(text: str, span: Span) -> bool:
    """Whether no word goes on beyond the span."""
    return not any(
        0 < edge < len(text) and text[edge - 1 : edge + 1].isalnum()
        for edge in (span.start, span.end)
    )


def _overlaps(span: Span, segments: Segments) -> bool:
    return any(start < span.end and span.start < end for start, end in segments)


def follow(segments: Segments, before: Span, after: Span) -> list[list[int]]:
    """The segments of a quote whose span an editor has changed.

    A span of the same length takes them along; otherwise they are cut off at
    the new ends, and the outer ones are drawn out to them.
    """
    if len(before) == len(after):
        distance = after.start - before.start
        return [[start + distance, end + distance] for start, end in segments]
    clipped = [
        [max(start, after.start), min(end, after.end)]
        for start, end in segments
        if start < after.end and after.start < end
    ]
    if not clipped:
        return [[after.start, after.end]]
    clipped[0][0], clipped[-1][1] = after.start, after.end
    return clipped
