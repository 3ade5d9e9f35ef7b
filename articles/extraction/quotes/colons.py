"""Speakers beside a colon or a dash: ``Khan: "..."``, ``"..." — Ann Smith``, ``'...': Khan``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articles.extraction.quotes.cue_index import Link
from articles.extraction.quotes.cues import CueKind, SpeechCue
from articles.extraction.quotes.described import is_human_noun
from articles.extraction.quotes.page import OUTSIDE
from articles.extraction.quotes.phrases import (
    FINITE,
    NAME_TAGS,
    Phrase,
    is_speakerlike,
    is_time,
    phrase_before,
    phrase_behind,
    phrase_of,
    without_clock,
)
from articles.extraction.quotes.statements import Manner

if TYPE_CHECKING:
    from articles.extraction.quotes.page import Page

_DASHES = frozenset(("-", "–", "—", "--", "―"))
_FARTHEST = 40
_LONGEST_SIGNATURE = 12
_ABOUT = frozenset(("on", "about"))
_SUBORDINATE = frozenset(("advcl", "relcl", "acl", "ccomp", "pcomp"))


def signature_below(page: Page, behind: int) -> Link | None:
    """A name behind a dash on a line of its own under the quotation."""
    number = page.paragraph[behind - 1] + 1
    while behind < len(page.words) and page.words[behind].isspace():
        behind += 1
    if number >= len(page.paragraphs) or page.paragraph_tokens[number][0] != behind:
        return None
    end = page.paragraph_tokens[number][1]
    return signature(page, behind, end) if end - behind <= _LONGEST_SIGNATURE else None


def signature(page: Page, behind: int, end: int) -> Link | None:
    """A name behind a dash or colon: ``"..." — Ann Smith``, ``'...': Smith on fares``."""
    if end - behind < 2 or page.words[behind] not in _DASHES | {":"}:
        return None
    if page.paragraph[behind] == 0 and is_human_noun(page.words[behind + 1]):
        speaker = Phrase(behind + 1, behind + 1, behind + 1)  # "'...': minister's pledge"
        return Link(
            Manner.COLON, SpeechCue(behind, behind, behind, CueKind.COLON, speaker), speaker
        )
    named = phrase_behind(page, behind, end)
    if named is None or named.first != behind + 1 or page.tags[named.head] != "NNP":
        return None
    cue = SpeechCue(behind, behind, behind, CueKind.COLON, named)
    return Link(Manner.COLON, cue, named)


def speaker_of_colon(page: Page, cue: SpeechCue | None, low: int, end: int) -> Link | None:
    if cue and cue.kind in {CueKind.VERB, CueKind.COLON}:
        manner = Manner.BEFORE if cue.kind is CueKind.VERB else Manner.COLON
        return Link(manner, cue, cue.speaker)
    if page.lower[low] in _ABOUT:
        # "On the next game: ...": whoever spoke goes on.
        return Link(Manner.NONE, SpeechCue(end - 1, end - 1, end - 1, CueKind.COLON, None), None)
    speaker = _name_first(page, low, end - 1) or _subject(page, low, end - 1)
    speaker = speaker or phrase_before(page, end - 1, low)
    if speaker is None:
        return None  # a heading's or a dateline's colon: nobody is said to speak
    colon = SpeechCue(end - 1, end - 1, end - 1, CueKind.COLON, speaker)
    return Link(Manner.COLON, colon, speaker)


def _name_first(page: Page, low: int, end: int) -> Phrase | None:
    """The name that opens a lead without a verb: "Ann Smith, 61, teacher:", "Smith on fares:"."""
    if any(page.tags[i].startswith(FINITE) for i in range(low, end)):
        return None
    while low < end and is_time(page, low):
        low += 1
    last = low
    while last < end and (page.tags[last] in NAME_TAGS or page.words[last] == "."):
        last += 1
    if last in {low, end} or not is_speakerlike(page, last - 1):
        return None
    if page.words[last] != "," and page.lower[last] not in _ABOUT:
        return None
    return without_clock(page, Phrase(low, last - 1, last - 1))


def _subject(page: Page, low: int, end: int) -> Phrase | None:
    """The first subject, of a main clause if there is one: "When he died, Ann Smith ..."."""
    found = [
        i
        for i in range(low, end)
        if page.deps[i] == "nsubj" and page.is_outside(i) and is_speakerlike(page, i)
    ]
    main = [i for i in found if page.deps[page.heads[i]] not in _SUBORDINATE]
    return phrase_of(page, (main or found)[0]) if found else None


def sentence_subject(page: Page, sentence: int) -> Phrase | None:
    """The first subject of a sentence of the narration."""
    low, end = page.sentence_tokens[sentence]
    end = min(end, low + _FARTHEST)
    return _subject(page, low, end) if page.region[low] == OUTSIDE else None
