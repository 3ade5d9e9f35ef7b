"""Reports inside what they report: "The deal, she said, was off"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from articles.extraction.quotes.cues import SpeechCue
    from articles.extraction.quotes.page import Page

Range = tuple[int, int]  # tokens, half-open

LEAST_WORDS = 3
TRIMMED = frozenset((*",;:.-–—()\"'“”‘’", "--", "``", "''", "and", "but"))
_LONGEST_CUE_TAIL = 25
_LONGEST_INSERTION = 12
_FARTHEST_VERB = 40
_FINITE = frozenset(("VBD", "VBZ", "VBP"))
_FINAL = frozenset((".", "!", "?"))
_ADDING = frozenset(("and", "but"))
_CIRCUMSTANCES = frozenset("despite after amid as while following days hours weeks in on".split())


def find_set_off(page: Page, cue: SpeechCue) -> list[Range]:
    """The sentence around a report between commas, or before one at its end."""
    place = _between_commas(page, cue)
    if place is None:
        return []
    low, high = page.sentence_tokens[page.sentence[cue.head]]
    first, end = place
    speaker = cue.speaker
    described = speaker and speaker.first > cue.last and _describes(page, end, high)
    if described:
        end = _behind_description(page, end, high)
    if described or end >= high or page.words[end] in _FINAL:
        words = sum(page.words[i][0].isalnum() for i in range(low, first))
        pieces = [(low, first)] if words >= LEAST_WORDS else []
        return [*pieces, (end, high)] if pieces and described and end < high else pieces
    behind = (first - 2, *range(end, min(high, end + _FARTHEST_VERB)))
    goes_on = page.words[end] == "," and any(page.tags[i].startswith(("VB", "MD")) for i in behind)
    return [(low, first), (end, high)] if goes_on else []


def _describes(page: Page, comma: int, high: int) -> bool:
    """Whether ", the mayor of ..." or ", who ..." behind a name tells who that is."""
    behind = comma + 1
    if page.words[comma] != "," or behind >= high:
        return False
    return page.tags[behind] in {"DT", "PRP$", "JJ", "NN", "WP", "CD"}


def _behind_description(page: Page, comma: int, high: int) -> int:
    """Where the content goes on behind ", an expert on Russia, must ..."; else the end."""
    for i in range(comma + 1, min(high - 1, comma + _LONGEST_CUE_TAIL)):
        if page.words[i] == "," and page.tags[i + 1] in {*_FINITE, "MD"} and page.is_outside(i + 1):
            return i + 1
    return high


def _between_commas(page: Page, cue: SpeechCue) -> Range | None:
    """Speaker and verb behind a comma with nothing else between; one past them and spaces."""
    speaker = cue.speaker
    if speaker is None or cue.passive or page.tags[cue.head] not in _FINITE:
        return None
    low, high = page.sentence_tokens[page.sentence[cue.head]]
    first, last = min(speaker.first, cue.first), max(speaker.last, cue.last)
    if last - first > _LONGEST_INSERTION or first <= low or page.words[first - 1] != ",":
        return None
    if speaker.first < cue.first and page.tags[speaker.head].startswith("W"):
        return None
    end = last + 1
    while end < high and page.words[end].isspace():
        end += 1
    return first, end


def is_parenthesis(page: Page, cue: SpeechCue) -> bool:
    first, end = _cue_clause(page, cue)
    low, high = page.sentence_tokens[page.sentence[cue.head]]
    before = page.words[first - 1] if first > low else ""
    after = page.words[end] if end < high else ""
    return before in {",", "–", "—", "-"} and after in {",", ".", "–", "—", "-"}


def split_around(page: Page, cue: SpeechCue, left: int, right: int) -> list[Range]:
    """Content that starts before the cue, without the cue."""
    low, high = page.sentence_tokens[page.sentence[cue.head]]
    first, end = _cue_clause(page, cue)
    left, right = max(left, low), min(right, high)
    pieces = [(left, min(right, first)), (max(left, end), right)]
    if _is_circumstance(page, cue, max(left, end), right):
        del pieces[1]
    return [piece for piece in pieces if piece[0] < piece[1]]


def _cue_clause(page: Page, cue: SpeechCue) -> Range:
    """Tokens of the cue with its speaker and what hangs on them."""
    first, last = cue.first, cue.last
    if cue.speaker:
        first, last = min(first, cue.speaker.first), max(last, cue.speaker.last)
    end = page.sentence_tokens[page.sentence[cue.head]][1]
    end = min(end, last + _LONGEST_CUE_TAIL)
    while last + 1 < end and page.words[last + 1] not in TRIMMED and page.is_outside(last + 1):
        last += 1
    return first, last + 1


def _is_circumstance(page: Page, cue: SpeechCue, first: int, end: int) -> bool:
    """Whether the narrator goes on behind a report that closes a clause: ", despite ..."."""
    while first < end and page.words[first] in TRIMMED and page.lower[first] not in _ADDING:
        first += 1
    head = page.heads[cue.head] if page.deps[cue.head] in {"parataxis", "ccomp"} else cue.head
    clauses = [c for c in page.children[head] if page.deps[c] == "ccomp" and c < cue.first]
    whole = bool(clauses) or head < cue.first
    return whole and first < end and page.lower[first] in _CIRCUMSTANCES
