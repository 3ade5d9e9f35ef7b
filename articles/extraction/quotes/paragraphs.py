"""Paragraphs: the stretches inside which quotation marks are paired."""

import re
from collections.abc import Iterator
from itertools import pairwise

from articles.extraction.types import Span

_BLANK_LINE = re.compile(r"\n[^\S\n]*\n")
_LINE = re.compile(r"[^\n]+")
_ENDED = frozenset(".!?:;,…\"”’')]»“*")


def find_paragraphs(text: str) -> tuple[Span, ...]:
    """Paragraphs in order, without the white space around them.

    A blank line ends a paragraph. So does every newline, unless the text has
    blank lines and its lines mostly break in the middle of sentences: then it
    is wrapped to a width, and only blank lines count.
    """
    lines = list(_lines(text))
    if not _BLANK_LINE.search(text) or not _is_wrapped(text, lines):
        return tuple(lines)
    return tuple(_joined(text, lines))


def _lines(text: str) -> Iterator[Span]:
    for match in _LINE.finditer(text):
        line = match.group()
        start = match.start() + len(line) - len(line.lstrip())
        end = match.start() + len(line.rstrip())
        if start < end:
            yield Span(start, end)


def _is_wrapped(text: str, lines: list[Span]) -> bool:
    inside = broken = 0
    for line, following in pairwise(lines):
        if text.count("\n", line.end, following.start) == 1:
            inside += 1
            broken += text[line.end - 1] not in _ENDED and text[following.start].islower()
    return broken * 3 > inside


def _joined(text: str, lines: list[Span]) -> Iterator[Span]:
    start = lines[0].start
    for line, following in pairwise(lines):
        if text.count("\n", line.end, following.start) > 1:
            yield Span(start, line.end)
            start = following.start
    yield Span(start, lines[-1].end)
