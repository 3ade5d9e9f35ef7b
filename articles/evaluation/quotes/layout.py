"""A gold text as its words, and what its quotation marks and its gold make of them."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from articles.evaluation.quotes.words import NOTHING, Words, WordSet
from articles.extraction.types import QuoteType

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articles.evaluation.quotes.gold import QuotesGold
    from articles.extraction.types import Span

# Of a region or a content, at least this share belongs to what was marked.
_MOST = 0.5
_MARKS = {
    '"': "straight",
    "“": "curly",
    "”": "curly",
    "„": "low-high",
    "'": "single",
    "‘": "single",
    "’": "single",
    "«": "guillemets",
    "»": "guillemets",
    "–": "dash",
    "—": "dash",
}
NO_MARK = "none"


class Layout:
    """What judging needs to know of one text, worked out once."""

    def __init__(self, gold: QuotesGold) -> None:
        self.gold = gold
        self.words = Words(gold.text)
        self.regions = [self.words.within(region) for region in gold.regions]
        self.region_of = {
            word: number for number, words in enumerate(self.regions) for word in words
        }

    @cached_property
    def ignored(self) -> WordSet:
        return self.words.within(*self.gold.ignored)

    @cached_property
    def neutral(self) -> WordSet:
        """Words in which a segment found is neither right nor wrong.

        Besides those that nobody has judged: regions of which a content holds
        the smaller part, and mixed contents whose marks nobody has looked for.
        """
        words = self.ignored.union(*self._half_marked())
        return words.difference(*(segment for _, segment in self.segments()))

    def _half_marked(self) -> Iterator[WordSet]:
        for quote in self.gold.quotes:
            if quote.pieces is None and quote.kind is QuoteType.MIXED:
                yield self.words.within(*quote.spans)
            for piece in quote.pieces or ():
                if piece.coverage < _MOST:
                    number = self._region(self.words.within(piece.span))
                    yield self.regions[number] if number is not None else NOTHING

    def segments(self) -> Iterator[tuple[int, WordSet]]:
        """Each marked piece that is to be found, with the place of its quote in the gold."""
        for place, quote in enumerate(self.gold.quotes):
            for piece in quote.pieces or ():
                words = self.words.within(piece.span)
                if words and piece.coverage >= _MOST and not self.is_ignored(words):
                    yield place, words

    def is_ignored(self, words: WordSet) -> bool:
        return 2 * len(words & self.ignored) >= len(words)

    def mark(self, words: WordSet) -> str:
        """The kind of quotation mark in front of some words."""
        number = self._region(words)
        span = self.words.around(words) if number is None else self.gold.regions[number]
        return _mark_before(self.gold.text, span)

    def _region(self, words: WordSet) -> int | None:
        return self.region_of.get(min(words)) if words else None


def _mark_before(text: str, span: Span) -> str:
    before = text[max(0, span.start - 3) : span.start].rstrip(" \u00a0")
    # Two single marks, as typewriters and wires set them, are a double one.
    mark = '"' if before.endswith(("''", "``")) else before[-1:]
    return _MARKS.get(mark, NO_MARK)
