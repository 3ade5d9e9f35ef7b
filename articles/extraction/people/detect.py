"""Which candidates of a document are names: the whole document votes on each."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Doc

from articles.extraction.people.candidates import Candidate, find_candidates, is_given, places
from articles.extraction.people.evidence import FULL_NAME, LONE_NAME, Context, opening, score
from articles.extraction.people.names import (
    GENERATIONS,
    PARTICLES,
    Name,
    bare,
    forms_of,
    plain,
    split_name,
)
from articles.extraction.people.surroundings import in_address
from articles.extraction.people.words import Shape, Word, read_words
from articles.extraction.types import Layout

# What being a part of a name that the document gives in full is worth.
PART_OF_FULL_NAME = 2.6
# What being a short or other form of the given name in a full name is worth.
FORM_OF_GIVEN_NAME = 1.2
# What standing in a list whose other entries are names, or are not, is worth.
LIST_OF_NAMES = 1.0
# What standing in the byline is worth.
BYLINE = 1.0
# What it is worth for a full name that the last word stands alone as a name.
LONE_ECHO = 1.2
# What it is worth for a lone name that the document as a whole takes for one.
ESTABLISHED = 1.2
# How far the best place of a name lifts the mean of all its places.
STRONGEST = 0.3
# A place's name that is also the family name of a person in the document.
PLACE_AS_SURNAME = 1.0

_SCORE_WORDS = frozenset(("c", "b", "lbw", "st", "beat", "bt", "def"))
_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Found:
    """One name in the text: its words, its parts and how sure it is."""

    candidate: Candidate
    name: Name
    confidence: float


def find_names(doc: Doc, layout: Layout) -> tuple[Context, list[Found]]:
    """All names of persons in a parsed document, in order, without overlap."""
    words = read_words(doc, layout.headline)
    lower = frozenset(word.fold for word in words if word.shape is Shape.LOWER)
    context = Context(doc.text, words, lower)
    candidates = list(find_candidates(words))
    scores = [
        score(context, candidate) + _by(layout, words[candidate.first].start, len(candidate))
        for candidate in candidates
    ]
    scores = _with_patterns(context, candidates, scores)
    votes = _vote(context, candidates, scores)
    found: list[Found] = []
    for candidate, own in zip(candidates, scores, strict=True):
        found += _decide(context, candidate, own, votes)
    return context, found


def _by(layout: Layout, start: int, length: int) -> float:
    """What it says for a full name that it stands in the byline."""
    byline = layout.byline
    inside = byline is not None and byline.start <= start < byline.end
    return BYLINE if inside and length > 1 else 0.0


@dataclass(frozen=True)
class _Votes:
    """What the whole document says, by the key of a candidate.

    ``full``: support of the accepted full names; ``parts``: what can stand
    for those; ``lone``: support of the names of one word.
    """

    full: dict[str, float]
    parts: dict[str, bool]
    lone: dict[str, float]

    @cached_property
    def forms(self) -> frozenset[str]:
        """Other forms of the given names in full names."""
        return frozenset().union(*(forms_of(key.partition(" ")[0]) for key in self.full))


def _with_patterns(
    context: Context, candidates: list[Candidate], scores: list[float]
) -> list[float]:
    """Let candidates in equal places of a list or table vote for each other."""
    patterns = [_pattern(context, candidate) for candidate in candidates]
    tally: dict[tuple[str, str], list[bool]] = defaultdict(list)
    for pattern, candidate, own in zip(patterns, candidates, scores, strict=True):
        if pattern is not None:
            tally[pattern].append(own >= (FULL_NAME if len(candidate) > 1 else LONE_NAME))
    shift = {
        pattern: LIST_OF_NAMES if sum(votes) * 2 >= len(votes) else -LIST_OF_NAMES / 2
        for pattern, votes in tally.items()
        if len(votes) >= 4 and not 0.12 < sum(votes) / len(votes) < 0.5
    }
    return [
        own + (shift.get(pattern, 0.0) if pattern else 0.0)
        for pattern, own in zip(patterns, scores, strict=True)
    ]


def _pattern(context: Context, candidate: Candidate) -> tuple[str, str] | None:
    """The signs around a candidate in a list or table; None in prose."""
    words, text = context.words, context.text
    start, end = words[candidate.first].start, words[candidate.last - 1].end
    low = words[candidate.first - 1].end if candidate.first else 0
    high = words[candidate.last].start if candidate.last < len(words) else len(text)
    left, right = text[max(low, start - 8) : start], text[end : min(high, end + 8)]
    if candidate.first and words[candidate.first - 1].fold in _SCORE_WORDS:
        left = words[candidate.first - 1].fold
    elif left.isspace() and right.isspace() and not ("\n" in left and "\n" in right):
        return None
    kind = "1" if len(candidate) == 1 else "n"
    return kind + _DIGITS.sub("0", left), _DIGITS.sub("0", right).strip()[:1]


def _vote(context: Context, candidates: list[Candidate], scores: list[float]) -> _Votes:
    words = context.words
    lone: dict[str, list[float]] = defaultdict(list)
    prose: dict[str, list[float]] = defaultdict(list)
    titled: list[tuple[Candidate, float]] = []
    for candidate, own in zip(candidates, scores, strict=True):
        if in_address(context, candidate):
            continue
        if len(candidate) == 1:
            lone[candidate.key(words)].append(own)
        elif _in_headline(words, candidate):
            titled.append((candidate, own))
        else:
            prose[candidate.key(words)].append(own)
    alone = {key: _support(several) + _often(len(several)) for key, several in lone.items()}
    full = {}
    for key, several in prose.items():
        support = _support(several) + _echo(key, alone)
        if support >= FULL_NAME:
            full[key] = support
    nicknames = _nicknames(words, candidates, full)
    votes = _Votes(full, _parts(full) | nicknames, alone)
    for candidate, own in titled:
        if own >= FULL_NAME and not _holds_full(context, candidate, votes):
            full.setdefault(candidate.key(words), own)
    return _Votes(full, _parts(full) | nicknames, alone)


def _nicknames(
    words: list[Word], candidates: list[Candidate], full: dict[str, float]
) -> dict[str, bool]:
    """The nicknames inside full names, as parts that are no family name."""
    return {
        " ".join(plain(words[at].text) for at in range(*candidate.nickname)): False
        for candidate in candidates
        if candidate.nickname is not None and candidate.key(words) in full
    }


def _holds_full(context: Context, candidate: Candidate, votes: _Votes) -> bool:
    """Whether a full name of the story stands inside a longer stretch."""
    return any(len(found.candidate) > 1 for found in _inside(context, candidate, votes))


def _in_headline(words: list[Word], candidate: Candidate) -> bool:
    return words[candidate.first].headline or words[candidate.first].capitals


def _support(votes: list[float]) -> float:
    mean = sum(votes) / len(votes)
    return mean + STRONGEST * (max(votes) - mean)


def _often(times: int) -> float:
    """What it says for a lone name that it comes again and again."""
    return 0.1 * min(times - 1, 4)


def _echo(key: str, alone: dict[str, float]) -> float:
    """What it says for a full name that its last word also stands alone as a name."""
    return LONE_ECHO if alone.get(key.rpartition(" ")[2], 0.0) >= LONE_NAME else 0.0


def _parts(full: dict[str, float]) -> dict[str, bool]:
    """What can stand for one of the full names -> whether it is a family name."""
    parts: dict[str, bool] = {}
    for key in full:
        words = key.split()
        for word in words[:-1]:
            if len(word) > 1 and word not in PARTICLES:
                parts.setdefault(word, False)
        family = split_name(tuple(words)).family
        parts[family] = parts[family.split()[-1]] = parts[bare(family)] = True
        if words[-1] not in GENERATIONS:
            parts[words[-1]] = True
    return parts


def _decide(context: Context, candidate: Candidate, own: float, votes: _Votes) -> list[Found]:
    words = context.words
    if len(candidate) > 1:
        return _decide_full(context, candidate, own, votes)
    key = bare(candidate.key(words))
    if key in votes.parts:
        support = own + PART_OF_FULL_NAME + opening(context, candidate)
        if votes.parts[key] and key in places():
            support += PLACE_AS_SURNAME
    elif key in votes.forms:
        support = own + FORM_OF_GIVEN_NAME
    elif (voted := votes.lone.get(candidate.key(words), own)) >= LONE_NAME:
        support = own + ESTABLISHED
    else:
        support = (own + voted) / 2
    if support < LONE_NAME:
        return []
    whole = _with_particles(words, candidate, votes)
    return [_found(words, whole, _certainty(support - LONE_NAME, 0.7))]


def _decide_full(context: Context, candidate: Candidate, own: float, votes: _Votes) -> list[Found]:
    words = context.words
    key = candidate.key(words)
    if key in votes.parts:
        return [_found(words, candidate, 0.85)]
    if _in_headline(words, candidate) and key not in votes.full:
        return _inside(context, candidate, votes)
    support = max(votes.full.get(key, 0.0), own)
    if support >= FULL_NAME:
        return [_found(words, candidate, _certainty(support - FULL_NAME, 0.8))]
    head = Candidate(candidate.first, candidate.first + 1)
    rest = " ".join(words[at].fold for at in range(candidate.first + 1, candidate.last))
    if rest in places() and votes.parts.get(head.key(words)):
        return [_found(words, head, 0.7)]
    return []


def _with_particles(words: list[Word], candidate: Candidate, votes: _Votes) -> Candidate:
    """The family name with the lower-case particles before it ("de Silva")."""
    first = candidate.first
    while first > 0 and words[first].joined and words[first - 1].text in PARTICLES:
        first -= 1
    whole = Candidate(first, candidate.last)
    return whole if first < candidate.first and whole.key(words) in votes.parts else candidate


def _inside(context: Context, candidate: Candidate, votes: _Votes) -> list[Found]:
    """Known names inside a longer stretch, as in a headline."""
    words = context.words
    found: list[Found] = []
    at = candidate.first
    while at < candidate.last:
        end = next(
            (
                end
                for end in range(candidate.last, at, -1)
                if _known(words, Candidate(at, end), votes)
            ),
            at,
        )
        if end > at:
            found.append(_found(words, Candidate(at, end), 0.75))
        at = max(end, at + 1)
    return found


def _known(words: list[Word], candidate: Candidate, votes: _Votes) -> bool:
    key = candidate.key(words)
    if len(candidate) > 1:
        surname = Candidate(candidate.last - 1, candidate.last)
        called = len(candidate) == 2 and is_given(words[candidate.first])
        return key in votes.full or (called and _known(words, surname, votes))
    known = key in votes.parts or votes.lone.get(key, 0.0) >= LONE_NAME
    return known and key not in places()


def _certainty(margin: float, base: float) -> float:
    return round(min(0.98, base + 0.1 * margin), 2)


def _found(words: list[Word], candidate: Candidate, confidence: float) -> Found:
    printed = candidate.printed(words)
    low, high = candidate.nickname or (0, 0)
    nickname = " ".join(words[at].text for at in range(low, high))
    return Found(candidate, split_name(printed, nickname), confidence)
