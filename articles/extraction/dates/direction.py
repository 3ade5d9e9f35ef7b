"""Where the verb that governs an expression points: to the past or to the future."""

from __future__ import annotations

import re
from bisect import bisect_right
from enum import Enum
from typing import NamedTuple

from spacy.attrs import IDX
from spacy.tokens import Doc, Token

from articles.extraction.dates.vocabulary import DAY_PARTS, MONTHS, UNITS, WEEKDAYS


class Direction(Enum):
    PAST = -1
    UNKNOWN = 0
    FUTURE = 1


# How many times as far off the side of the tense may lie: next week beats last year, unless
# the very verb whose time is told says otherwise.
LOOSE, PRESENT, FIRM = 4, 7, 30
# Inside a week there is less to weigh: "told to leave on Tuesday" is of the past on a Thursday.
LOOSE_IN_WEEK = 2


class Clue(NamedTuple):
    """A direction, and how much farther than the other side it may lie."""

    direction: Direction
    weight: int = LOOSE

    @property
    def firm(self) -> bool:
        return self.weight == FIRM


MODALS = frozenset("will 'll ’ll wo shall would may might could can should must".split())
BEING = frozenset("is are am 's ’s 're ’re be".split())
GONE_BY = frozenset("was were been".split())
PLANNED = frozenset(
    "plan plans planned planning expect expects expected expecting schedule scheduled schedules"
    " hope hopes hoped intend intends intended want wants wanted due set slated agree agrees agreed"
    " vow vows vowed promise promises promised prepare preparing prepared decide decided decides"
    " going try tries trying seek seeks seeking offer offers offered propose proposes proposed"
    " continue ask asked asks urge urged urges order ordered supposed likely ready aim aims aimed"
    " need needs needed refuse refused threaten threatened threatens hopeful able willing call"
    " calls called calling begin start poised bound about invited".split()
)
# Verbs of saying and thinking in the present tense report what was: "he says on Friday".
REPORTING = frozenset(
    "says say tells tell adds writes notes argues claims believes thinks shows show remembers"
    " recalls means".split()
)
PUT_OFF = frozenset(
    "adjourned postponed delayed deferred suspended extended remanded rescheduled moved pushed"
    " brought given gave gives give had has have put continued recessed stayed".split()
)
# What is "called for Friday" is to happen then.
SET = frozenset(
    "announced arranged booked called fixed listed ordered pencilled planned proposed scheduled"
    " set summoned".split()
)
# "Could" and "would" tell the past as often as what may come.
WEAK = frozenset("would 'd ’d could should might".split())
FIRMLY_PLANNED = frozenset(
    "plan plans planning expected expects due set scheduled slated hopes intends is are".split()
)
# What was managed, failed or begun happened; what was asked or agreed was still to come.
IMPLICATIVE = frozenset(
    "managed failed began started continued came went got happened seemed appeared proved used"
    " helped forced returned gathered met marched".split()
)
# How an expression of the time of a verb hangs on it: by itself, or behind a preposition.
OF_VERB = frozenset({"attr", "pobj", "npadvmod", "tmod", "advmod", "dep", "conj"})
AFTER = {
    "pobj": frozenset({"prep", "pcomp"}),
    "prep": frozenset({"prep", "acomp", "conj", "advmod"}),
}
AFTER_OTHERS = frozenset({"acomp", "conj", "advmod"})
INSIDE = frozenset({"compound", "nummod", "appos", "amod", "det", "quantmod", "conj", "punct"})
TIMES = frozenset({*MONTHS, *WEEKDAYS, *DAY_PARTS, *UNITS, "weekend"})
CLIMB = 12
BEFORE_CHARACTERS = 40

# The time that may stand before a day: "until 5 p.m. on Friday".
_CLOCK = (
    r"(?:(?:\d{1,2}(?:[:.]\d\d)? ?(?:[ap]\.?m\.?)?|noon|midday|midnight)"
    r"(?: [a-z]{2,4})?,? (?:on )?)?"
)
_AHEAD = re.compile(
    r"\b(?:due|payable|scheduled for|set for|slated for|planned for|effective|deadline"
    r"|starting|beginning|coming|upcoming|as soon as|no later than|runs from|runs until)"
    rf"\W+(?:on |in |by |for |of |at )?(?:the )?{_CLOCK}$"
)
_DEADLINE = re.compile(rf"\b(?:until|till|by|through)\W+(?:at least |the )?{_CLOCK}$")
_PUT_TO = re.compile(rf"\b(?:until|till|to|for|from|through)\W+(?:at least |the )?{_CLOCK}$")
_SET_FOR = re.compile(rf"\bfor\W+(?:the )?{_CLOCK}$")
_BEHIND = re.compile(r"\b(?:since|ended|as of|last seen|dated|after)\W+(?:on |in )?(?:the )?$")


class Tense:
    """Looks up the direction at places of one parsed text."""

    def __init__(self, doc: Doc, plain_text: str) -> None:
        self._doc = doc
        self._plain = plain_text
        self._starts: list[int] = doc.to_array(IDX).tolist()
        # A verb may have thousands of dates: it is looked at once.
        self._known: dict[tuple[int, bool], Clue] = {}

    def token_at(self, offset: int) -> Token:
        """The token that covers or precedes an offset."""
        return self._doc[max(bisect_right(self._starts, offset) - 1, 0)]

    def at(self, start: int) -> Clue:
        """The direction for an expression that starts at an offset."""
        before = self._plain[max(0, start - BEFORE_CHARACTERS) : start]
        if _AHEAD.search(before) or _BEHIND.search(before):
            ahead = _AHEAD.search(before) is not None
            return Clue(Direction.FUTURE if ahead else Direction.PAST, FIRM)
        verb, direct = _governor(self.token_at(start))
        if verb is None:
            return Clue(Direction.FUTURE if _DEADLINE.search(before) else Direction.UNKNOWN)
        if _puts_ahead(verb, before):
            return Clue(Direction.FUTURE, FIRM if direct else LOOSE)
        clue = self._of(verb, direct=direct)
        if clue.direction is Direction.UNKNOWN and _DEADLINE.search(before):
            return Clue(Direction.FUTURE, clue.weight)
        return clue

    def _of(self, verb: Token, *, direct: bool) -> Clue:
        if (verb.i, direct) not in self._known:
            self._known[verb.i, direct] = _clue_of(verb, direct=direct)
        return self._known[verb.i, direct]


def _puts_ahead(verb: Token, before: str) -> bool:
    """Whether what the verb tells is to happen then: "adjourned until", "called for"."""
    if verb.lower_ in PUT_OFF:
        return _PUT_TO.search(before) is not None
    return verb.lower_ in SET and _SET_FOR.search(before) is not None


def _clue_of(verb: Token, *, direct: bool) -> Clue:
    direction = _of_verb(verb, CLIMB)
    if direction is Direction.UNKNOWN and direct and _is_present(verb):
        # What happens on a named day is told in the present only before it happens.
        return Clue(Direction.FUTURE, PRESENT)
    return Clue(direction, _weight(verb) if direct else LOOSE)


def _is_verb(token: Token) -> bool:
    return token.tag_[:2] in {"VB", "MD"}


def _is_time(token: Token) -> bool:
    return token.lower_.rstrip(".") in TIMES or token.tag_ == "CD"


def _governor(token: Token) -> tuple[Token | None, bool]:
    """The verb above a token, and whether the token tells the time of that verb."""
    current, direct = token, True
    while current.head.i != current.i and current.dep_ in INSIDE:
        if current.dep_ == "compound" and not _is_time(current.head):
            direct = False
        current = current.head
    allowed = OF_VERB
    for _ in range(CLIMB):
        if _is_verb(current) and current.i != token.i:
            return current, direct
        if current.head.i == current.i:
            break
        direct = direct and current.dep_ in allowed
        allowed = AFTER.get(current.dep_, AFTER_OTHERS)
        current = current.head
    return None, False


def _is_present(verb: Token) -> bool:
    if verb.lower_ in REPORTING or "did" in _helpers(verb):
        return False
    if verb.tag_ == "VBN":
        return bool(_helpers(verb) & BEING) or verb.head.lower_ in BEING
    if verb.tag_ == "VB":  # "tickets go on sale" is often taken for an order
        return not _helpers(verb) and any(child.dep_ == "nsubj" for child in verb.lefts)
    return verb.tag_ in {"VBZ", "VBP"}


def _weight(verb: Token) -> int:
    """How firm the tense of a verb is for what happens when it happens."""
    helpers = _helpers(verb)
    if verb.tag_ == "VBG":
        return PRESENT
    if helpers & WEAK or ("to" in helpers and verb.head.lower_ not in FIRMLY_PLANNED):
        return LOOSE
    return FIRM


def _helpers(verb: Token) -> set[str]:
    return {child.lower_ for child in verb.lefts if child.dep_ in {"aux", "auxpass"}}


def _of_verb(verb: Token, depth: int) -> Direction:
    helpers = _helpers(verb)
    if helpers & MODALS or verb.lower_ in MODALS or _is_plan(verb):
        return Direction.FUTURE
    if verb.tag_ == "VBD" or "did" in helpers or (verb.tag_ == "VBG" and helpers & GONE_BY):
        return Direction.PAST
    if verb.tag_ == "VBN":
        return _of_participle(verb, helpers)
    if verb.tag_ == "VBG":
        return Direction.FUTURE if helpers & BEING else _of_head(verb, depth)
    if verb.tag_ == "VB" and "to" in helpers:
        return _of_infinitive(verb, depth)
    planned = any(child.lower_ in PLANNED for child in verb.rights)
    return Direction.FUTURE if planned else Direction.UNKNOWN


def _is_plan(verb: Token) -> bool:
    """Whether a time behind the verb is that of what is planned: "planned a march on Friday"."""
    return verb.lower_ == "planned" and any(child.dep_ == "dobj" for child in verb.rights)


def _of_participle(verb: Token, helpers: set[str]) -> Direction:
    if verb.dep_ == "acomp" and verb.head.lower_ in BEING:  # "is closed" is how it is
        return Direction.UNKNOWN
    if verb.lower_ in PLANNED and not helpers & {"was", "were", "had"}:
        return Direction.FUTURE
    if helpers & BEING and not helpers & {"has", "have", "been"}:
        return Direction.UNKNOWN
    return Direction.PAST


def _of_infinitive(verb: Token, depth: int) -> Direction:
    head = verb.head
    if any(child.lower_ == "had" for child in (_governor(head)[0] or head).lefts):
        return Direction.PAST
    if head.lower_ in PLANNED or not _is_verb(head) or head.lower_ in BEING:
        return Direction.FUTURE
    if verb.dep_ in {"xcomp", "ccomp"} and head.lower_ not in IMPLICATIVE:
        return Direction.FUTURE
    return _of_head(verb, depth)


def _of_head(verb: Token, depth: int) -> Direction:
    head = verb.head
    if head.i == verb.i or depth == 0:
        return Direction.UNKNOWN
    governor = head if _is_verb(head) else _governor(head)[0]
    if governor is None or governor.i == verb.i:
        return Direction.UNKNOWN
    return _of_verb(governor, depth - 1)
