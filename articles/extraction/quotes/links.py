"""Which cue introduces or closes a quotation: the narration right before and behind it."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from articles.extraction.quotes.cues import CueKind, SpeechCue
from articles.extraction.quotes.described import is_human_noun
from articles.extraction.quotes.page import OUTSIDE
from articles.extraction.quotes.phrases import (
    NAME_TAGS,
    Phrase,
    is_speakerlike,
    phrase_before,
    phrase_behind,
    phrase_of,
    without_clock,
)
from articles.extraction.quotes.statements import Manner
from articles.extraction.quotes.titles import is_title
from articles.extraction.quotes.verbs import Frame

if TYPE_CHECKING:
    from collections.abc import Sequence

    from articles.extraction.quotes.page import Page

_DASHES = frozenset(("-", "–", "—", "--", "―"))
_POINTS = frozenset((*",.;?!…\"'“”‘’", "...", "''", "'''", "``")) | _DASHES
_CLOSING = frozenset(",?!-–—…")
_LIGHT_TAGS = frozenset(("RB", "CC", "UH", "RBR", "IN", "MD"))
_FARTHEST = 40
_LIGHT_WORDS = 3
_LONGEST_SIGNATURE = 12
_AUTHORSHIP = frozenset("write sing publish recite blog pen".split())
_ABOUT = frozenset(("on", "about"))
_WAS_HOW = frozenset((("was", "how"), ("is", "how")))  # "..." was how she put it
_VERBS = ("VBD", "VBZ", "VBP", "MD")


@dataclass(frozen=True, slots=True)
class Link:
    """The cue of a quotation, on which side it stands and who speaks."""

    manner: Manner
    cue: SpeechCue
    speaker: Phrase | None


@dataclass(frozen=True, slots=True)
class CueIndex:
    """The cues of a page in order, to be looked up by token."""

    cues: Sequence[SpeechCue]
    firsts: Sequence[int]

    def between(self, first: int, end: int) -> Sequence[SpeechCue]:
        """Cues whose first token lies in ``[first, end)``."""
        return self.cues[bisect_left(self.firsts, first) : bisect_left(self.firsts, end)]


def index_cues(cues: Sequence[SpeechCue]) -> CueIndex:
    return CueIndex(cues, [cue.first for cue in cues])


def link_behind(page: Page, cues: CueIndex, first: int, last: int) -> Link | None:
    """The cue that follows a quotation: ``"...", X said``.

    ``first`` and ``last`` are the quotation's regions (one, or a chain over
    several paragraphs).
    """
    behind = page.region_tokens[last][1]
    if behind >= len(page.words):
        return None
    if page.words[behind].isspace():
        return _line_below(page, behind)
    if not page.same_sentence(behind - 1, behind):
        return None
    if not _is_utterance(page, first, last, behind):
        return None
    end = min(_outside_end(page, behind), behind + _FARTHEST)
    for cue in cues.between(behind, end)[:2]:
        if _closes(page, cue, behind):
            return Link(Manner.BEHIND, cue, cue.speaker)
    return _signature(page, behind, end)


def _outside_end(page: Page, token: int) -> int:
    """One past the narration from a token to the next region or the sentence's end."""
    end = page.sentence_tokens[page.sentence[token]][1]
    while token < end and page.is_outside(token):
        token += 1
    return token


def _is_utterance(page: Page, first: int, last: int, behind: int) -> bool:
    """Whether a quotation may stand on its own: it starts a sentence or ends like one."""
    region = page.regions[last]
    if page.text[region.inner.end - 1] in _CLOSING or page.words[behind] in _POINTS | {":"}:
        return True
    start = page.region_tokens[first][0]
    sentence_start = page.sentence_tokens[page.sentence[start]][0]
    return all(not page.words[i][0].isalnum() for i in range(max(sentence_start, start - 3), start))


def _closes(page: Page, cue: SpeechCue, behind: int) -> bool:
    """Whether a cue's clause starts right behind the quotation."""
    if page.tags[cue.head] == "VBG" and cue.kind is CueKind.VERB:
        return False
    begin = cue.first
    if cue.speaker and behind <= cue.speaker.first < begin:
        begin = cue.speaker.first
    elif cue.speaker and cue.speaker.first < behind and cue.kind is CueKind.VERB:
        return False
    if page.lower[behind : behind + 2] in _WAS_HOW and begin == behind + 2:
        return True
    if page.tags[begin].startswith("W"):
        return False
    gap = [i for i in range(behind, begin) if page.words[i][0].isalnum()]
    if len(gap) <= _LIGHT_WORDS and all(page.tags[i] in _LIGHT_TAGS for i in gap):
        return True
    return not any(page.tags[i].startswith(_VERBS) for i in gap) and (
        len(gap) <= _LIGHT_WORDS or page.lower[behind] in {",", "in", "as"}
    )


def _line_below(page: Page, behind: int) -> Link | None:
    """A name behind a dash on a line of its own under the quotation."""
    number = page.paragraph[behind - 1] + 1
    while behind < len(page.words) and page.words[behind].isspace():
        behind += 1
    if number >= len(page.paragraphs) or page.paragraph_tokens[number][0] != behind:
        return None
    end = page.paragraph_tokens[number][1]
    return _signature(page, behind, end) if end - behind <= _LONGEST_SIGNATURE else None


def _signature(page: Page, behind: int, end: int) -> Link | None:
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


def link_before(page: Page, cues: CueIndex, region: int) -> Link | None:
    """The cue that leads to a quotation: ``X said, "..."``, ``X: "..."``."""
    start = page.region_tokens[region][0]
    lead = _lead(page, start)
    if lead is None:
        return None
    low, end = lead
    stop = page.words[end - 1]
    found = cues.between(max(low, end - _FARTHEST), end)
    cue = _main_cue(page, found)
    if cue and cue.lemma in _AUTHORSHIP and stop not in {",", ":"} and is_title(page, region):
        return None
    if stop == ":":
        return _with_colon(page, cue, low, end)
    if cue is None:
        return None
    resumes = stop == "," and _opens(page, cue, low)
    if not resumes and not _introduces(page, cue, end, stop):
        return None
    speaker = _agent_behind(page, region) if cue.passive and not cue.speaker else cue.speaker
    return Link(Manner.BEFORE, cue, speaker)


def _agent_behind(page: Page, region: int) -> Phrase | None:
    """Who speaks in ``was called "..." by X``."""
    behind = page.region_tokens[region][1]
    if page.lower[behind : behind + 1] != ("by",):
        return None
    return phrase_behind(page, behind, page.sentence_tokens[page.sentence[behind]][1])


def _lead(page: Page, start: int) -> tuple[int, int] | None:
    """The narration before a quotation, back to its sentence's start.

    At the start of a paragraph it is the end of the one before, where that
    ends with a colon.
    """
    end = start
    while end > 0 and page.words[end - 1].isspace():
        end -= 1
    if end == 0 or not page.is_outside(end - 1):
        return None
    if not page.same_sentence(start, end - 1) and page.words[end - 1] != ":":
        return None
    if page.paragraph[end - 1] < page.paragraph[start] - 1:
        return None
    low = page.sentence_tokens[page.sentence[end - 1]][0]
    first = end
    while first > low and page.is_outside(first - 1):
        first -= 1
    return first, end


def _opens(page: Page, cue: SpeechCue, low: int) -> bool:
    """Whether a cue's clause stands right behind the quotation before: ``"...," X said, "..."``."""
    begin = min(cue.first, cue.speaker.first) if cue.speaker else cue.first
    return low > 0 and not page.is_outside(low - 1) and low <= begin <= low + 1


def _main_cue(page: Page, found: Sequence[SpeechCue]) -> SpeechCue | None:
    """The last cue, but in "he said, laughing," the verb of saying."""
    if len(found) > 1 and page.tags[found[-1].head] == "VBG" and found[-1].frame is Frame.WORDS:
        return found[-2]
    return found[-1] if found else None


def _with_colon(page: Page, cue: SpeechCue | None, low: int, end: int) -> Link | None:
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
    if any(page.tags[i].startswith(_VERBS) for i in range(low, end)):
        return None
    last = low
    while last < end and (page.tags[last] in NAME_TAGS or page.words[last] == "."):
        last += 1
    if last in {low, end} or not is_speakerlike(page, last - 1):
        return None
    if page.words[last] != "," and page.lower[last] not in _ABOUT:
        return None
    return without_clock(page, Phrase(low, last - 1, last - 1))


def _subject(page: Page, low: int, end: int) -> Phrase | None:
    for i in range(low, end):
        if page.deps[i] == "nsubj" and page.is_outside(i) and is_speakerlike(page, i):
            return phrase_of(page, i)
    return None


def _introduces(page: Page, cue: SpeechCue, end: int, stop: str) -> bool:
    """Whether only an addressee, a time or a circumstance stands between cue and quotation."""
    last = cue.last
    if cue.speaker and cue.last < cue.speaker.first < end:
        last = cue.speaker.last
    gap = range(last + 1, end)
    if any(page.tags[i].startswith(_VERBS) and page.words[i] != "," for i in gap):
        return False
    if stop == ",":
        return True
    return all(page.tags[i] in {"RB", "``", "''"} or page.words[i] in {",", "-"} for i in gap)


def sentence_subject(page: Page, sentence: int) -> Phrase | None:
    """The first subject of a sentence of the narration."""
    low, end = page.sentence_tokens[sentence]
    end = min(end, low + _FARTHEST)
    return _subject(page, low, end) if page.region[low] == OUTSIDE else None
