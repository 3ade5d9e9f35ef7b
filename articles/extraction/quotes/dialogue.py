"""Dialogue behind quotation dashes: "— You are late, said Peter."."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articles.extraction.quotes.cues import CueKind, SpeechCue
from articles.extraction.quotes.phrases import NAME_TAGS, Phrase
from articles.extraction.quotes.statements import Manner, Statement
from articles.extraction.types import QuoteType

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articles.extraction.quotes.links import CueIndex
    from articles.extraction.quotes.page import Page

_OPENING_DASHES = frozenset(("—", "–", "―"))
_LONGEST_SIGNATURE = 14  # tokens, the date of the post among them
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


def find_posts(page: Page) -> Iterator[Statement]:
    """Paragraphs that a post's author signs: "... — Ann Smith (@asmith) May 2, 2024"."""
    for first, end in page.paragraph_tokens:
        sign = _signature(page, first, end)
        if sign is not None and all(page.is_outside(i) for i in range(first, sign)):
            speaker = Phrase(sign + 1, *[_last_of_name(page, sign + 1, end)] * 2)
            cue = SpeechCue(sign, sign, sign, CueKind.COLON, speaker)
            content = (page.span(first, sign - 1),)
            yield Statement(content, QuoteType.INDIRECT, Manner.COLON, cue, speaker)


def _signature(page: Page, first: int, end: int) -> int | None:
    """The dash before a name with a handle in brackets."""
    for i in range(max(first + 2, end - _LONGEST_SIGNATURE), end - 3):
        if page.words[i] in _OPENING_DASHES and page.tags[i + 1] in NAME_TAGS:
            behind = _last_of_name(page, i + 1, end) + 1
            rest = page.text[page.starts[behind - 1] : page.ends[end - 1]]
            if "(@" in rest:
                return i
    return None


def _last_of_name(page: Page, first: int, end: int) -> int:
    last = first
    while last + 1 < end and page.tags[last + 1] in NAME_TAGS:
        last += 1
    return last


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
