"""How well a text fits a query, in plain arithmetic, so that every engine gives one order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articles.search.matching import occurrences
from articles.search.stems import BORDER

if TYPE_CHECKING:
    from articles.search.query import Query

# BM25 with its usual constants. How rare a word is does not count: that would change with
# every article loaded, and with it what a page already shown holds.
_SATURATION = 1.2
_LENGTH_WEIGHT = 0.75
_USUAL_LENGTH = 400
_HEADLINE_WEIGHT = 5
_DECIMALS = 6


def score(search_text: str, query: Query) -> float:
    """The relevance of a text that matches.

    Args:
        search_text: as ``stems.indexed`` made it; what stands before the first border,
            the headline, counts five times as much.
        query: each word or phrase it looks for adds from 0 to 1, the more the oftener it
            occurs and the shorter the text is; those that OR joins count as one.

    Returns:
        From 0 to the number of groups of the query, with six decimals.
    """
    tokens = search_text.split()
    headline = tokens.index(BORDER) if BORDER in tokens else 0
    weights = [0] * len(query.groups)
    for first, _, group in occurrences(tokens, query.groups):
        weights[group] += _HEADLINE_WEIGHT if first < headline else 1
    length = 1 - _LENGTH_WEIGHT + _LENGTH_WEIGHT * len(tokens) / _USUAL_LENGTH
    total = sum(weight / (weight + _SATURATION * length) for weight in weights)
    return round(total, _DECIMALS)
