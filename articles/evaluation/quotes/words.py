"""The words of a text by number, so that marks, blanks and edges never count."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from articles.extraction.types import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

WORD = re.compile(r"\w+(?:['’.]\w+)*")
WordSet = frozenset[int]
NOTHING: WordSet = frozenset()


class Words:
    """The words of one text; a word lies where its middle lies."""

    def __init__(self, text: str) -> None:
        self.spans = [Span(*found.span()) for found in WORD.finditer(text)]
        self._middles = [(span.start + span.end - 1) / 2 for span in self.spans]

    def within(self, *spans: Span) -> WordSet:
        return frozenset(
            number
            for span in spans
            for number in range(
                bisect_left(self._middles, span.start), bisect_left(self._middles, span.end)
            )
        )

    def around(self, words: WordSet) -> Span:
        """From the first to the last of some words."""
        return Span(self.spans[min(words)].start, self.spans[max(words)].end)


def likeness(one: WordSet, other: WordSet) -> float:
    """The share of words in common, of the longer of the two."""
    return len(one & other) / max(len(one), len(other)) if one and other else 0.0


def is_mostly(words: WordSet, among: WordSet) -> bool:
    return 2 * len(words & among) >= len(words)


@dataclass(frozen=True, slots=True)
class Partner:
    """The other one of a pair by its place in the other sequence, and the likeness of the two."""

    place: int
    likeness: float


class Pairs:
    """Pairs of one wanted and one found, the most alike first, each in one pair at most.

    ``of_wanted`` and ``of_found`` have the partners by place.

    Args:
        least: the likeness that makes two of them the same.
    """

    def __init__(
        self, wanted: Sequence[WordSet], found: Sequence[WordSet], *, least: float
    ) -> None:
        self.of_wanted: dict[int, Partner] = {}
        self.of_found: dict[int, Partner] = {}
        for negative, one, other in _alike(wanted, found, least):
            if one not in self.of_wanted and other not in self.of_found:
                self.of_wanted[one] = Partner(other, -negative)
                self.of_found[other] = Partner(one, -negative)


def _alike(
    wanted: Sequence[WordSet], found: Sequence[WordSet], least: float
) -> list[tuple[float, int, int]]:
    holders: defaultdict[int, list[int]] = defaultdict(list)
    for place, words in enumerate(found):
        for word in words:
            holders[word].append(place)
    return sorted(
        (-likeness(words, found[other]), place, other)
        for place, words in enumerate(wanted)
        for other in {other for word in words for other in holders[word]}
        if likeness(words, found[other]) >= least
    )
