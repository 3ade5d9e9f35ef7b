"""The spoken content that belongs to a cue: a clause, an infinitive, an object."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from articles.extraction.quotes.cues import CueKind, SpeechCue
from articles.extraction.quotes.insertion import (
    LEAST_WORDS,
    TRIMMED,
    Range,
    find_set_off,
    is_parenthesis,
    split_around,
)
from articles.extraction.quotes.labels import label_content
from articles.extraction.quotes.page import OUTSIDE
from articles.extraction.quotes.phrases import TIMES
from articles.extraction.quotes.verbs import Frame, speech_verbs

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from articles.extraction.quotes.page import Page

# In order; two where the cue stands inside its content.
Ranges = tuple[Range, ...]

_COMPLEMENTIZERS = frozenset(("that", "whether", "if"))
_FARTHEST_COMPLEMENTIZER = 20
_NEAR = 4
_REASONS = frozenset(("because", "if", "unless", "though", "although"))
_LONGEST_CONTENT = 600  # a bound on the work for texts that are no prose
# "asked not to be named", "asked to remain anonymous"
_NAMING = frozenset(("named", "identified", "quoted", "anonymous"))
_PREDICATES = frozenset(("VBD", "VBZ", "VBP", "MD"))
_COPULAS = frozenset(("is", "was", "are", "were", "be"))
_IMPERSONAL = frozenset(("it", "there", "this", "that"))
_OBJECT_DEPS = frozenset(("dobj", "oprd", "attr", "ccomp", "xcomp", "dative"))
_OBJECT_PREPOSITIONS = frozenset(("as", "for", "of", "with", "to", "against", "on", "about"))


def find_content(page: Page, cue: SpeechCue, points: Sequence[int]) -> Ranges:
    """The content of a cue, ended at the first of ``points``; empty where there is none."""
    if cue.kind is CueKind.SOURCE:
        ranges = _around_source(page, cue)
    elif cue.kind is CueKind.COLON:
        ranges = label_content(page, cue)
    elif cue.kind is CueKind.NOUN:
        ranges = list(_behind_complementizer(page, cue.head)) or list(_of_noun(page, cue.head))
    else:
        ranges = _of_verb(page, cue)
    cut = [_cut(found, points) for found in ranges]
    pieces = (_trim(page, *pair) for pair in cut if pair[1] - pair[0] <= _LONGEST_CONTENT)
    return tuple(piece for piece in pieces if piece)


def _of_verb(page: Page, cue: SpeechCue) -> list[Range]:
    if Frame.CLAUSE in cue.frame:
        clause = _clause(page, cue)
        if clause:
            return clause
    if Frame.INFINITIVE in cue.frame:
        infinitive = list(_infinitive(page, cue))
        if infinitive:
            return infinitive
    if Frame.OBJECT in cue.frame and page.tags[cue.head] != "VB":
        return [found for found in _object(page, cue) if _says_something(page, *found)]
    return []


def _clause(page: Page, cue: SpeechCue) -> list[Range]:
    verb = cue.head
    if page.words[cue.last + 1 : cue.last + 2] == (",",) and _is_resumed(page, cue):
        return find_set_off(page, cue)
    clauses = [c for c in page.children[verb] if page.deps[c] == "ccomp"]
    for child in reversed(clauses):
        if page.same_sentence(child, verb):
            left, right = page.left_edges[child], page.right_edges[child] + 1
            if left > verb and cue.speaker and left <= cue.speaker.last < right:
                return find_set_off(page, cue) or [(cue.speaker.last + 1, right)]
            if left > verb:
                right = _before_outer_verb(page, cue, left, right)
                return [(left, max(right, _coordinated(page, verb, right)))]
            if page.words[max(_first_of(cue) - 1, 0)] == ";":
                continue  # "...; her board agreed"
            return split_around(page, cue, left, _behind_reason(page, cue, max(right, verb)))
    if page.deps[verb] in {"parataxis", "ccomp"} and is_parenthesis(page, cue):
        head = page.heads[verb]
        return split_around(page, cue, page.left_edges[head], page.right_edges[head] + 1)
    behind = list(_behind_complementizer(page, verb))
    return behind or find_set_off(page, cue)


def _first_of(cue: SpeechCue) -> int:
    return min(cue.first, cue.speaker.first) if cue.speaker else cue.first


def _is_resumed(page: Page, cue: SpeechCue) -> bool:
    """Whether a report breaks its content before "that": "It is not true, she said, that ..."."""
    before = _first_of(cue) - 1
    resumed = page.lower[cue.last + 2 : cue.last + 3] == ("that",)
    return resumed and before >= 0 and page.words[before] == ","


def _behind_reason(page: Page, cue: SpeechCue, right: int) -> int:
    """The end of a reason that goes on behind the cue: "They were wrong, she says, because ..."."""
    for child in page.children[cue.head]:
        if child > cue.last and page.deps[child] == "advcl":
            marks = {page.lower[c] for c in page.children[child] if page.deps[c] == "mark"}
            if marks & _REASONS and page.same_sentence(child, cue.head):
                return max(right, page.right_edges[child] + 1)
    return right


def _before_outer_verb(page: Page, cue: SpeechCue, left: int, right: int) -> int:
    """The end of what "X, who said ..., left" says: X's own verb is no part of it."""
    relative = cue.speaker and page.tags[cue.speaker.head] == "WP"
    if not relative or page.words[cue.first - 2 : cue.first - 1] != (",",):
        return right
    for i in range(left + 1, min(right, left + _LONGEST_CONTENT)):
        if page.words[i - 1] == "," and page.tags[i] in {"VBD", "VBN", "VBZ"}:
            return i - 1
    return right


def _coordinated(page: Page, verb: int, right: int) -> int:
    """The end of a second clause: "said that ..., and that ...", "said ... and it is ..."."""
    for child in page.children[verb]:
        joined = page.deps[child] == "conj" and child >= right and page.same_sentence(child, verb)
        if joined and any(_continues_clause(page, c) for c in page.children[child]):
            return page.right_edges[child] + 1
    return right


def _continues_clause(page: Page, token: int) -> bool:
    if page.deps[token] == "mark":
        return True
    return page.deps[token] == "nsubj" and page.lower[token] in _IMPERSONAL


def _behind_complementizer(page: Page, verb: int) -> Iterator[Range]:
    """A "that" clause which the parser hung on another word."""
    end = page.sentence_tokens[page.sentence[verb]][1]
    for i in range(verb + 1, min(end, verb + _FARTHEST_COMPLEMENTIZER)):
        if not page.is_outside(i) or _is_other_verb(page, i):
            return
        if page.lower[i] in _COMPLEMENTIZERS and page.tags[i] in {"IN", "WDT"}:
            head = page.heads[i]
            yield i, max(page.right_edges[head] + 1, i + 1) if head > i else end
            return


def _of_noun(page: Page, noun: int) -> Iterator[Range]:
    """Quoted words behind a noun: "his call for a 'revolution'"."""
    infinitive = page.lower[noun + 1] == "to"
    for child in page.children[noun]:
        if child == noun + 1 or (infinitive and noun < child < noun + _NEAR):
            first, end = noun + 1, page.right_edges[child] + 1
            if not all(page.is_outside(i) for i in range(first, end)[:_LONGEST_CONTENT]):
                yield first, end
            return


def _is_other_verb(page: Page, token: int) -> bool:
    tag = page.tags[token]
    return tag.startswith("VB") and tag != "VBG" and page.lower[token] not in _COPULAS


def _infinitive(page: Page, cue: SpeechCue) -> Iterator[Range]:
    for child in page.children[cue.head]:
        if child > cue.head and page.deps[child] in {"xcomp", "ccomp", "advcl"}:
            to = [c for c in page.children[child] if page.lower[c] == "to" and c > cue.last]
            bare = page.right_edges[child] == child
            words = page.lower[child : child + 2]
            silent = not _NAMING.isdisjoint(words) or (bare and page.lower[child] in speech_verbs())
            if to and not silent and page.same_sentence(child, cue.head):
                yield to[0], page.right_edges[child] + 1
                return
    if " for" in (cue.verb.lemma if cue.verb else ""):
        yield from _object(page, cue)


def _says_something(page: Page, first: int, end: int) -> bool:
    """Whether an object holds quoted or several words, and not just whom someone attacked."""
    end = min(end, first + _LONGEST_CONTENT)
    quoted = any(not page.is_outside(i) for i in range(first, end))
    return quoted or sum(page.words[i][0].isalnum() for i in range(first, end)) >= LEAST_WORDS


def _object(page: Page, cue: SpeechCue) -> Iterator[Range]:
    found = [c for c in page.children[cue.head] if c > cue.head and _is_object(page, c)]
    found = [c for c in found if page.same_sentence(c, cue.head)]
    if found:
        first = max(page.left_edges[found[0]], cue.last + 1)
        while first < found[-1] and page.lower[first] in TIMES:
            first += 1  # "called Thursday for ..."
        end = _before_relative(page, first, page.right_edges[found[-1]] + 1)
        yield first, _before_agent(page, first, end) if cue.passive else end


def _before_relative(page: Page, first: int, end: int) -> int:
    """The end of an object without ", who ..." behind it."""
    for i in range(first + 1, min(end, first + _LONGEST_CONTENT)):
        relative = page.tags[i] in {"WP", "WDT", "WP$"} and page.words[i - 1] == ","
        if relative and page.is_outside(i):
            return i - 1
    return end


def _before_agent(page: Page, first: int, end: int) -> int:
    """The end of an object without the "by X" of its passive verb."""
    for i in range(first + 1, min(end, first + _LONGEST_CONTENT)):
        if page.lower[i] == "by" and page.is_outside(i):
            return i
    return end


def _is_object(page: Page, child: int) -> bool:
    if page.deps[child] == "prep":
        return page.lower[child] in _OBJECT_PREPOSITIONS
    return page.deps[child] in _OBJECT_DEPS


def _around_source(page: Page, cue: SpeechCue) -> list[Range]:
    """The rest of the sentence around "according to ...": what leads to it, else what follows."""
    low, high = page.sentence_tokens[page.sentence[cue.head]]
    last = cue.speaker.last if cue.speaker else cue.last
    last = max(last, min(page.right_edges[cue.last], high - 1))
    behind = last + 1
    while behind < high and page.words[behind] == ",":
        behind += 1
    if behind < high and page.tags[behind] in _PREDICATES and low < cue.first:
        return [(low, cue.first), (behind, high)]  # "The deal, according to X, is dead"
    lead = range(max(low, cue.first - 2 * LEAST_WORDS), cue.first)
    leads = sum(page.words[i][0].isalnum() for i in lead) >= LEAST_WORDS
    if leads and (page.words[cue.first - 1] == "," or not page.is_outside(cue.first - 1)):
        return [(low, cue.first)]
    pieces = [(low, cue.first)] if leads else []
    return [*pieces, (last + 1, high)] if last + 1 < high else pieces


def cut_points(page: Page, cues: Sequence[SpeechCue]) -> list[int]:
    """Where a further report starts behind a comma: ", adding ...", ", according to ..."."""
    return [
        cue.first
        for cue in cues
        if cue.joined
        or (
            cue.first
            and page.words[cue.first - 1] == ","
            and (cue.kind is CueKind.SOURCE or page.tags[cue.head] == "VBG")
        )
    ]


def _cut(found: Range, points: Sequence[int]) -> Range:
    first, end = found
    position = bisect_right(points, first)
    if position < len(points) and points[position] < end:
        return first, points[position]
    return found


def _trim(page: Page, first: int, end: int) -> Range | None:
    """Whole regions only, without punctuation and conjunctions at the ends."""
    if first < end and page.region[first] != OUTSIDE:
        first = page.region_tokens[page.region[first]][0]
    while first < end and _is_trimmed(page, first):
        first += 1
    while end > first and _is_trimmed(page, end - 1):
        end -= 1
    if first < end and page.region[end - 1] != OUTSIDE:
        end = page.region_tokens[page.region[end - 1]][1]
    return (first, end) if first < end else None


def _is_trimmed(page: Page, token: int) -> bool:
    if not page.is_outside(token):
        return False
    return page.lower[token] in TRIMMED or page.words[token].isspace()
