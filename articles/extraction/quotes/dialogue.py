"""Dialogue behind quotation dashes: "— You are late, said Peter."."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articles.extraction.quotes.cues import CueKind, SpeechCue
from articles.extraction.quotes.statements import Manner, Statement
from articles.extraction.types import QuoteType

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articles.extraction.quotes.links import CueIndex
    from articles.extraction.quotes.page import Page

_OPENING_DASHES = frozenset(("—", "–", "―"))
_DROPPED = frozenset((",", "—", "–", "―"))
_BEFORE_CUE = _DROPPED | {"?", "!", "…", "..."}


def find_dialogue(page: Page, cues: CueIndex) -> Iterator[Statement]:
    """Paragraphs that open with a dash and close with verb and speaker, in this order.

    Agencies open the items of lists with dashes too; in those the speaker
    stands before the verb.
    """
    for first, end in page.paragraph_tokens:
        if page.words[first] in _OPENING_DASHES:
            for cue in cues.between(first + 2, end):
                if _closes_turn(page, cue):
                    yield _turn(page, first + 1, cue)
                    break


def _closes_turn(page: Page, cue: SpeechCue) -> bool:
    return (
        cue.kind is CueKind.VERB
        and cue.speaker is not None
        and cue.speaker.first == cue.last + 1
        and page.words[cue.first - 1] in _BEFORE_CUE
    )


def _turn(page: Page, first: int, cue: SpeechCue) -> Statement:
    last = cue.first - 1
    if page.words[last] in _DROPPED and last > first:
        last -= 1
    segment = page.span(first, last)
    return Statement((segment,), QuoteType.DIRECT, Manner.BEHIND, cue, cue.speaker)
