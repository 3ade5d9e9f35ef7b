"""Dialogue behind quotation dashes: "— You are late, said Peter."."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from articles.extraction.quotes.cues import CueKind, SpeechCue
from articles.extraction.quotes.phrases import NAME_TAGS, Phrase, phrase_behind
from articles.extraction.quotes.statements import Manner, Statement
from articles.extraction.types import QuoteType

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articles.extraction.quotes.cue_index import CueIndex
    from articles.extraction.quotes.page import Page

DIALOGUE_DASHES = frozenset(("—", "–", "―"))
_LONGEST_SIGNATURE = 14  # tokens, the date of the post among them
_DROPPED = frozenset((",", "—", "–", "―"))
_GOES_ON = frozenset((".", ":", "—", "–", "―"))
_BEFORE_CUE = _DROPPED | {"?", "!", "…", "..."}


def find_dialogue(page: Page, cues: CueIndex) -> Iterator[Statement]:
    """Paragraphs that open with a dash and name the speaker behind the verb.

    Agencies open the items of lists with dashes too; in those the speaker
    stands before the verb. Beside a turn of a dialogue, "she said" counts
    too, and so does a paragraph without a cue.
    """
    dashed = [
        number
        for number, (first, end) in enumerate(page.paragraph_tokens)
        if page.words[first] in DIALOGUE_DASHES and end - first > 1
    ]
    turns = {number: _turn_in(page, cues, number, inverted=True) for number in dashed}
    if not any(turns.values()):
        return
    for number in dashed:
        turn = turns[number] or _turn_in(page, cues, number, inverted=False)
        if turn is None and (turns.get(number - 1) or turns.get(number + 1)):
            turn = _without_cue(page, number)
        turns[number] = turn
        if turn:
            yield turn


def _turn_in(page: Page, cues: CueIndex, number: int, *, inverted: bool) -> Statement | None:
    first, end = page.paragraph_tokens[number]
    for cue in cues.between(first + 2, end):
        speaker = _speaker_of_turn(page, cue, end, inverted=inverted)
        if speaker:
            return _turn(page, (first + 1, end), cue, speaker)
    return None


def _without_cue(page: Page, number: int) -> Statement:
    first, end = page.paragraph_tokens[number]
    return Statement((page.span(first + 1, _last_word(page, end)),), QuoteType.DIRECT, Manner.NONE)


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
        if page.words[i] in DIALOGUE_DASHES and page.tags[i + 1] in NAME_TAGS:
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


def _speaker_of_turn(page: Page, cue: SpeechCue, end: int, *, inverted: bool) -> Phrase | None:
    """The name right behind the verb that follows a comma, else the pronoun right before it."""
    if cue.kind is not CueKind.VERB:
        return None
    if inverted and page.words[cue.first - 1] in _BEFORE_CUE:
        behind = phrase_behind(page, cue.last, end)
        return behind if behind and behind.first == cue.last + 1 else None
    pronoun = cue.first - 1
    if inverted or page.tags[pronoun] != "PRP" or page.words[pronoun - 1] not in _BEFORE_CUE:
        return None
    return Phrase(pronoun, pronoun, pronoun)


def _turn(page: Page, within: tuple[int, int], cue: SpeechCue, speaker: Phrase) -> Statement:
    """The words before the cue, and those of the sentences behind it."""
    first, end = within
    last = min(cue.first, speaker.first) - 1
    if page.words[last] in _DROPPED and last > first:
        last -= 1
    segments = [page.span(first, last)]
    behind = max(cue.last, speaker.last) + 1
    while behind < end and page.words[behind] not in _GOES_ON:
        behind += 1
    behind += 1
    while behind < end and not page.words[behind][0].isalnum():
        behind += 1
    if behind < _last_word(page, end):
        segments.append(page.span(behind, _last_word(page, end)))
    cue = replace(cue, speaker=speaker)
    return Statement(tuple(segments), QuoteType.DIRECT, Manner.BEHIND, cue, speaker)


def _last_word(page: Page, end: int) -> int:
    last = end - 1
    while page.words[last].isspace():
        last -= 1
    return last
