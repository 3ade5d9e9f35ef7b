"""Colon style: "Khan: Fares will not rise", "Fares will not rise: Khan", transcripts, Q and A."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articles.extraction.lexicons import load
from articles.extraction.quotes.cues import CueKind, SpeechCue
from articles.extraction.quotes.phrases import NAME_TAGS, Phrase, without_clock
from articles.extraction.quotes.verbs import speech_verbs

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from articles.extraction.quotes.page import Page

_LONGEST_LABEL = 7
_SHORTEST_HEADLINE = 2
_LONGEST_HEADLINE = 30
_FEWEST_TURNS = 3  # labels that make a text an interview or transcript
_LABEL_TAGS = NAME_TAGS | {"NN", "JJ", "POS", "IN", "DT", "HYPH", ".", "-LRB-", "-RRB-", ",", "CD"}
_SIDES = frozenset(("q", "a"))
_ASKS, _ANSWERS = "Q.", "A."
_TOPICS = frozenset(("on", "in", "to", "at", "as", "after", "about", "over", "tells"))


def find_label_cues(page: Page) -> list[SpeechCue]:
    """Colons behind or before a speaker, in order: in the headline, and in turns of speech."""
    labels = list(_labels(page))
    if not _are_turns(page, [label for label, _ in labels]):
        labels = [(label, sign) for label, sign in labels if page.paragraph[label.first] == 0]
    cues = [SpeechCue(sign, sign, sign, CueKind.COLON, label) for label, sign in labels]
    if not cues or page.paragraph[cues[0].head] > 0:
        cues = [*_behind_headline(page), *cues]
    return cues


def label_content(page: Page, cue: SpeechCue) -> list[tuple[int, int]]:
    """The words of a turn up to the paragraph's end; of a headline, its other side."""
    sentence = page.sentence[cue.head]
    first, end = page.sentence_tokens[sentence]
    if cue.speaker and cue.speaker.first > cue.head:
        return [(first, cue.head)]
    number = page.paragraph[cue.head]
    whole = number > 0 or page.words[cue.head] == _ASKS
    stop = page.paragraph_tokens[number][1] if whole else end
    return [(cue.last + 1, stop)] if cue.last + 1 < stop else []


def _labels(page: Page) -> Iterator[tuple[Phrase, int]]:
    """Labels with the colon behind them; "Q." is a label without one if somebody asks so."""
    asks = any(page.words[first] == _ASKS for first, _ in page.paragraph_tokens)
    for first, end in page.paragraph_tokens:
        if asks and page.words[first] in {_ASKS, _ANSWERS} and end > first + 1:
            yield Phrase(first, first, first), first
            continue
        label = _label(page, first, end)
        if label:
            yield label, label.last + 1


def _label(page: Page, first: int, end: int) -> Phrase | None:
    colon = first
    limit = min(end - 1, first + _LONGEST_LABEL)
    while colon < limit and page.words[colon] != ":":
        if not page.is_outside(colon) or not _may_be_label(page, colon):
            return None
        colon += 1
    behind = page.ends[colon]
    if colon == first or page.words[colon] != ":" or page.text[behind : behind + 1].strip():
        return None
    if colon > first + 1 and page.lower[first] in speech_verbs():
        return None  # ``Said Smith: "..."``
    label = page.span(first, colon - 1).of(page.text)
    if label.lower() in load("label_words") or not (label[0].isupper() or label[0].isdigit()):
        return None
    if not page.words[colon - 1][0].isupper():
        return None
    return without_clock(page, Phrase(first, colon - 1, colon - 1))


def _may_be_label(page: Page, token: int) -> bool:
    """Whether a word may name a speaker; the tagger takes a lone capitalised name for a verb."""
    return page.tags[token] in _LABEL_TAGS or page.words[token][0].isupper()


def _are_turns(page: Page, labels: Sequence[Phrase]) -> bool:
    """Whether labelled paragraphs are a conversation: several, and someone twice."""
    names = [page.span(label.first, label.last).of(page.text) for label in labels]
    if len(names) < _FEWEST_TURNS:
        return _SIDES.issubset(name.lower().rstrip(".") for name in names)
    return len(set(names)) < len(names) or all(name.isupper() for name in names)


def _behind_headline(page: Page) -> Iterator[SpeechCue]:
    """The speaker at the end of a headline: "...: Khan", "...: Khan on fares"."""
    first, end = page.sentence_tokens[0]
    for colon in range(first + _SHORTEST_HEADLINE, min(end - 1, first + _LONGEST_HEADLINE)):
        if page.words[colon] == ":" and page.is_outside(colon):
            last = colon
            while last + 1 < end and page.words[last + 1][0].isupper():
                last += 1
            if last > colon and _ends_headline(page, last + 1, end):
                speaker = Phrase(colon + 1, last, last)
                yield SpeechCue(colon, colon, colon, CueKind.COLON, speaker)
            return


def _ends_headline(page: Page, behind: int, end: int) -> bool:
    return behind >= end or page.words[behind].isspace() or page.lower[behind] in _TOPICS
