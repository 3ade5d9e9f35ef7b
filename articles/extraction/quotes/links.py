"""Which cue introduces or closes a quotation: the narration right before and behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articles.extraction.quotes.colons import signature, signature_below, speaker_of_colon
from articles.extraction.quotes.cue_index import CueIndex, Link
from articles.extraction.quotes.cues import CueKind, SpeechCue
from articles.extraction.quotes.phrases import FINITE, Phrase, phrase_behind
from articles.extraction.quotes.statements import Manner
from articles.extraction.quotes.titles import is_entitled, is_title
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
_AUTHORSHIP = frozenset("write sing publish recite blog pen".split())
_MEANWHILE = frozenset("while when after before because although though since if until".split())
_WAS_HOW = frozenset((("was", "how"), ("is", "how")))  # "..." was how she put it


def link_behind(page: Page, cues: CueIndex, first: int, last: int) -> Link | None:
    """The cue that follows a quotation: ``"...", X said``.

    ``first`` and ``last`` are the quotation's regions (one, or a chain over
    several paragraphs).
    """
    behind = page.region_tokens[last][1]
    if behind >= len(page.words):
        return None
    if page.words[behind].isspace():
        return signature_below(page, behind)
    if not page.same_sentence(behind - 1, behind):
        return None
    if page.words[behind] == ";" or not _is_utterance(page, first, last, behind):
        return None  # "... “a tyrant”; another said that ..."
    end = min(_outside_end(page, behind), behind + _FARTHEST)
    for cue in cues.between(behind, end)[:2]:
        if cue.kind is not CueKind.NOUN and _closes(page, cue, behind):
            return Link(Manner.BEHIND, cue, cue.speaker)
    return signature(page, behind, end)


def _outside_end(page: Page, token: int) -> int:
    """One past the narration from a token to the next region or the sentence's end."""
    end = page.sentence_tokens[page.sentence[token]][1]
    while token < end and page.is_outside(token):
        token += 1
    return token


def _is_utterance(page: Page, first: int, last: int, behind: int) -> bool:
    """Whether a quotation may stand on its own: it starts a sentence or ends like one."""
    named = is_title(page, first) and _is_named_in_passing(page, first)
    if first == last and (named or is_entitled(page, first)):
        return False
    region = page.regions[last]
    if page.text[region.inner.end - 1] in _CLOSING or page.words[behind] in _POINTS | {":"}:
        return True
    start = page.region_tokens[first][0]
    sentence_start = page.sentence_tokens[page.sentence[start]][0]
    return all(not page.words[i][0].isalnum() for i in range(max(sentence_start, start - 3), start))


def _is_named_in_passing(page: Page, region: int) -> bool:
    """Whether a word of the sentence stands right before: "In his book “Long Water,” he said"."""
    start = page.region_tokens[region][0]
    first = page.sentence_tokens[page.sentence[start]][0]
    return start > first and page.words[start - 1][-1].isalnum()


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
    return not page.tags[begin].startswith("W") and _is_light_between(page, behind, begin, cue)


def _is_light_between(page: Page, behind: int, begin: int, cue: SpeechCue) -> bool:
    """Whether hardly anything stands between a quotation and the clause of its cue."""
    gap = [i for i in range(behind, begin) if page.words[i][0].isalnum()]
    if gap and _starts_another(page, gap[0], cue):
        return False
    if len(gap) <= _LIGHT_WORDS and all(page.tags[i] in _LIGHT_TAGS for i in gap):
        return True
    return not any(page.tags[i].startswith(FINITE) for i in gap) and (
        len(gap) <= _LIGHT_WORDS or page.lower[behind] in {",", "in", "as"}
    )


def _starts_another(page: Page, joint: int, cue: SpeechCue) -> bool:
    """Whether the cue has words of its own: ``"...," and officials said they would leave``."""
    if page.tags[joint] != "CC":
        return page.lower[joint] in _MEANWHILE
    return any(page.deps[c] == "ccomp" and c > cue.last for c in page.children[cue.head])


def link_before(page: Page, cues: CueIndex, region: int) -> Link | None:
    """The cue that leads to a quotation: ``X said, "..."``, ``X: "..."``."""
    start = page.region_tokens[region][0]
    lead = _lead(page, start)
    if lead is None or is_entitled(page, region):
        return None
    low, end = lead
    stop = page.words[end - 1]
    found = cues.between(max(low, end - _FARTHEST), end)
    found = [cue for cue in found if cue.kind is not CueKind.NOUN]
    cue = _main_cue(page, found)
    if cue and cue.lemma in _AUTHORSHIP and stop not in {",", ":"} and is_title(page, region):
        return None
    if stop == ":":
        return speaker_of_colon(page, cue, low, end)
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


def _introduces(page: Page, cue: SpeechCue, end: int, stop: str) -> bool:
    """Whether only an addressee, a time or a circumstance stands between cue and quotation."""
    last = cue.last
    if cue.speaker and cue.last < cue.speaker.first < end:
        last = cue.speaker.last
    gap = range(last + 1, end)
    if any(page.tags[i].startswith(FINITE) and page.words[i] != "," for i in gap):
        return False
    if stop == ",":
        return True
    return all(page.tags[i] in {"RB", "``", "''"} or page.words[i] in {",", "-"} for i in gap)
