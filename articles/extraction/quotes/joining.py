"""Quotations around their cue: ``"A," X said. "B."`` is one quote in two segments."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING

from articles.extraction.quotes.statements import Manner, Statement
from articles.extraction.types import QuoteType

if TYPE_CHECKING:
    from collections.abc import Iterable

    from articles.extraction.quotes.page import Page


def join(page: Page, statements: Iterable[Statement]) -> list[Statement]:
    """The statements, each with what its speaker says on right behind the cue.

    Of two with the same place, which two cues may claim, the first is kept.
    """
    joined: list[Statement] = []
    unique = {(s.start, s.end): s for s in reversed(list(statements))}
    for statement in reversed(unique.values()):
        if joined and _goes_on(page, joined[-1], statement):
            segments = joined[-1].segments + statement.segments
            joined[-1] = replace(joined[-1], segments=segments)
        else:
            joined.append(statement)
    return joined


def _goes_on(page: Page, before: Statement, statement: Statement) -> bool:
    """Whether nothing but the cue's own words stand between two quotations of a paragraph."""
    cue = before.cue
    if before.manner is not Manner.BEHIND or statement.manner is not Manner.CARRIED or not cue:
        return False
    if statement.quote_type is not QuoteType.DIRECT:
        return False
    first = bisect_left(page.starts, before.end)
    last = page.token_at(statement.start)
    if not first < cue.head < last or page.paragraph[cue.head] != page.paragraph[last]:
        return False
    return all(
        page.same_sentence(token, cue.head) or page.words[token].isspace()
        for token in range(first, last)
        if page.is_outside(token)
    )
