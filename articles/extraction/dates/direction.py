"""Where the verb that governs an expression points: to the past or to the future."""

from __future__ import annotations

import re
from bisect import bisect_right
from enum import Enum

from spacy.tokens import Doc, Token


class Direction(Enum):
    PAST = -1
    UNKNOWN = 0
    FUTURE = 1


MODALS = frozenset("will 'll ’ll wo shall would may might could can should must".split())
BEING = frozenset("is are am 's ’s 're ’re be".split())
PLANNED = frozenset(
    "plan plans planned planning expect expects expected expecting schedule scheduled schedules"
    " hope hopes hoped intend intends intended want wants wanted due set slated agree agrees agreed"
    " vow vows vowed promise promises promised prepare preparing prepared decide decided decides"
    " going try tries trying seek seeks seeking offer offers offered propose proposes proposed"
    " continue ask asked asks urge urged urges order ordered supposed likely ready aim aims aimed"
    " need needs needed refuse refused threaten threatened threatens hopeful able willing call"
    " calls called calling begin start poised bound about invited".split()
)
CLIMB = 12
BEFORE_CHARACTERS = 40

_AHEAD = re.compile(
    r"\b(?:due|payable|scheduled for|set for|slated for|planned for|effective|deadline"
    r"|starting|beginning|coming|upcoming|as soon as|no later than)"
    r"\W+(?:on |in |by |for |of )?(?:the )?$"
)
_DEADLINE = re.compile(r"\b(?:until|till|by)\W+(?:the )?$")
_BEHIND = re.compile(r"\b(?:since|ended|as of|last seen|dated|after)\W+(?:on |in )?(?:the )?$")


class Tense:
    """Looks up the direction at places of one parsed text."""

    def __init__(self, doc: Doc, plain_text: str) -> None:
        self._doc = doc
        self._plain = plain_text
        self._starts = [token.idx for token in doc]
        self._known: dict[int, Direction] = {}

    def token_at(self, offset: int) -> Token:
        """The token that covers or precedes an offset."""
        return self._doc[max(bisect_right(self._starts, offset) - 1, 0)]

    def at(self, start: int) -> Direction:
        """The direction for an expression that starts at an offset."""
        before = self._plain[max(0, start - BEFORE_CHARACTERS) : start]
        if _AHEAD.search(before):
            return Direction.FUTURE
        if _BEHIND.search(before):
            return Direction.PAST
        verb = _governor(self.token_at(start))
        direction = Direction.UNKNOWN if verb is None else self._of(verb)
        if direction is Direction.UNKNOWN and _DEADLINE.search(before):
            return Direction.FUTURE
        return direction

    def _of(self, verb: Token) -> Direction:
        if verb.i not in self._known:
            self._known[verb.i] = _of_verb(verb, CLIMB)
        return self._known[verb.i]


def _is_verb(token: Token) -> bool:
    return token.tag_[:2] in {"VB", "MD"}


def _governor(token: Token) -> Token | None:
    current = token
    for _ in range(CLIMB):
        if current.head.i == current.i:
            return current if _is_verb(current) else None
        current = current.head
        if _is_verb(current):
            return current
    return None


def _of_verb(verb: Token, depth: int) -> Direction:
    helpers = {child.lower_ for child in verb.lefts if child.dep_ in {"aux", "auxpass"}}
    if helpers & MODALS or verb.lower_ in MODALS:
        return Direction.FUTURE
    if verb.tag_ in {"VBD", "VBN"}:
        return Direction.PAST if verb.tag_ == "VBD" else _of_participle(verb, helpers)
    if verb.tag_ == "VB" and "to" in helpers:
        return _of_infinitive(verb, depth)
    if verb.tag_ == "VBG":
        return Direction.FUTURE if helpers & BEING else _of_head(verb, depth)
    planned = any(child.lower_ in PLANNED for child in verb.rights)
    return Direction.FUTURE if planned else Direction.UNKNOWN


def _of_participle(verb: Token, helpers: set[str]) -> Direction:
    if verb.lower_ in PLANNED and not helpers & {"was", "were", "had"}:
        return Direction.FUTURE
    if helpers & BEING and not helpers & {"has", "have", "been"}:
        return Direction.UNKNOWN
    return Direction.PAST


def _of_infinitive(verb: Token, depth: int) -> Direction:
    head = verb.head
    if any(child.lower_ == "had" for child in (_governor(head) or head).lefts):
        return Direction.PAST
    if head.lower_ in PLANNED or not _is_verb(head) or head.lower_ in BEING:
        return Direction.FUTURE
    return _of_head(verb, depth)


def _of_head(verb: Token, depth: int) -> Direction:
    head = verb.head
    if head.i == verb.i or depth == 0:
        return Direction.UNKNOWN
    governor = head if _is_verb(head) else _governor(head)
    if governor is None or governor.i == verb.i:
        return Direction.UNKNOWN
    return _of_verb(governor, depth - 1)
