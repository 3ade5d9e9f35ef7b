"""Phrases in marks that the narrator takes from somebody without a word of saying."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articles.extraction.quotes.titles import is_entitled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from articles.extraction.quotes.page import Page

_SOMEBODY = frozenset(("he", "she", "who"))
# What one hears or feels is no one's phrase: "She heard 'a bang'".
_SENSING = frozenset("hear hears heard hearing feel feels felt feeling smelled smelt".split())
_FARTHEST = 60
_FARTHEST_AS = 3


def is_cited(page: Page, chain: Sequence[int]) -> bool:
    """Whether somebody's own words are worked into a sentence about them.

    "Okafor built her campaign on the 'merchants of gloom' in the treasury", "she
    brushed it off as a 'quibble'": a phrase in lower case, behind whoever the
    sentence names. One word alone is more often the narrator's irony or a term,
    but for what somebody is taken as.
    """
    if len(chain) > 1 or is_entitled(page, chain[0]):
        return False
    first = page.region_tokens[chain[0]][0]
    words = page.regions[chain[0]].inner.of(page.text).split()
    if not words[0][0].islower() or page.lower[max(first - 1, 0)] in _SENSING:
        return False
    low = max(page.sentence_tokens[page.sentence[first]][0], first - _FARTHEST)
    if len(words) == 1 and "as" not in page.lower[max(low, first - _FARTHEST_AS) : first]:
        return False
    return any(_is_somebody(page, i) for i in range(low, first))


def _is_somebody(page: Page, token: int) -> bool:
    named = page.entities[token] == "PERSON" and page.tags[token] in {"NNP", "NNPS"}
    return page.is_outside(token) and (named or page.lower[token] in _SOMEBODY)
