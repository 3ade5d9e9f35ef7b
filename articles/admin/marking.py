"""An article's text cut at the ends of its facts, each piece knowing which facts it is in."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from heapq import heappop, heappush
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of text to show as a fact, ``[start, end)``.

    Attributes:
        kind: a style of its own: ``quote``, ``mention`` or ``dateexpression``.
        note: what the fact says, in a few words.
    """

    start: int
    end: int
    kind: str
    style: str
    url: str
    note: str


@dataclass(frozen=True, slots=True)
class Piece:
    """Text between two ends of facts; ``mark`` is the shortest fact around it."""

    text: str
    mark: Mark | None
    in_quote: bool


def pieces(text: str, marks: Sequence[Mark]) -> Iterator[Piece]:
    """Cut a text so that facts which overlap in any way can be shown without nesting."""
    marks = sorted(marks, key=lambda mark: mark.start)
    ends = {edge for mark in marks for edge in (mark.start, mark.end) if edge < len(text)}
    edges = sorted({0, len(text), *ends})
    changes = Counter(mark.start for mark in marks if mark.kind == "quote")
    changes.subtract(mark.end for mark in marks if mark.kind == "quote")
    around: list[tuple[int, int]] = []
    waiting = quotes = 0
    for start, end in pairwise(edges):
        quotes += changes[start]
        while waiting < len(marks) and marks[waiting].start <= start:
            heappush(around, (marks[waiting].end - marks[waiting].start, waiting))
            waiting += 1
        while around and marks[around[0][1]].end <= start:
            heappop(around)
        mark = marks[around[0][1]] if around else None
        yield Piece(text[start:end], mark, in_quote=quotes > 0)
