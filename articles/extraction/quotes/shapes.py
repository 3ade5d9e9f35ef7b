"""Quotation marks one by one: which can open, which can close, which is no mark at all."""

import re
from dataclasses import dataclass
from enum import Enum, auto

from articles.extraction.types import Span


class Family(Enum):
    """Marks that may close one another."""

    DOUBLE = auto()  # " “ ” „ ‟ `` ''
    ANGLED = auto()  # « » ‹ ›
    SINGLE = auto()  # ' ‘ ’ ‚


class Shape(Enum):
    """What a mark does, as far as it and its neighbours tell."""

    OPEN = auto()
    CLOSE = auto()
    EITHER = auto()
    WEAK_CLOSE = auto()  # may as well be the apostrophe of "players'" or "goin'"


@dataclass(frozen=True, slots=True)
class Mark:
    """One quotation mark in the text."""

    start: int
    end: int
    family: Family
    shape: Shape


_MARK = re.compile(r"``|''|[\"“”„‟«»‹›‘’‚']")
_FAMILIES = {
    **dict.fromkeys(("``", "''", '"', "“", "”", "„", "‟"), Family.DOUBLE),
    **dict.fromkeys("«»‹›", Family.ANGLED),
    **dict.fromkeys("‘’‚'", Family.SINGLE),
}
_MADE_TO_OPEN = frozenset(("``", "“", "„", "‟", "«", "‹", "‘", "‚"))
_MADE_TO_CLOSE = frozenset("”»›")
_OPENING_NEIGHBOURS = frozenset("([{<—–-/\"'“‘«„…:;,*>")
_CLOSING_NEIGHBOURS = frozenset(".,;:!?)]}>—–-/\"'”’»…*")
_NEVER_FIRST = frozenset(",;:!?)]}")
# A word that loses its beginning: 'em, 'tis, the '90s, rock 'n' roll.
_CLIPPED = re.compile(
    r"(?:\d\ds?|em|tis|twas|twill|till?|cause|cos|bout|round|n|neath|ere?|im|ello)\b",
    re.IGNORECASE,
)
_FEET_AND_INCHES = re.compile(r"\d['’′]\s?\d{1,2}(?:\.\d+|½|¼|¾)?$")
_FEET_WINDOW = 12


def find_marks(text: str, paragraph: Span) -> list[Mark]:
    """The quotation marks of a paragraph in order; apostrophes, feet and inches left out."""
    marks = []
    for match in _MARK.finditer(text, paragraph.start, paragraph.end):
        family = _FAMILIES[match.group()]
        read = _single if family is Family.SINGLE else _double
        shape = read(text, paragraph, match.group(), match.start(), match.end())
        if shape:
            marks.append(Mark(match.start(), match.end(), family, shape))
    return marks


def _double(text: str, paragraph: Span, sign: str, start: int, end: int) -> Shape | None:
    before = text[start - 1] if start > paragraph.start else " "
    after = text[end] if end < paragraph.end else " "
    if before == "=" or (sign in {'"', "''"} and _is_inches(text, start, paragraph.start)):
        return None  # an attribute of left-over markup, or a measure
    may_open, may_close = _neighbours_allow(before, after)
    if may_open != may_close:
        return Shape.OPEN if may_open else Shape.CLOSE
    if sign in _MADE_TO_OPEN:
        return Shape.OPEN
    if sign in _MADE_TO_CLOSE:
        return Shape.CLOSE
    return Shape.EITHER


def _neighbours_allow(before: str, after: str) -> tuple[bool, bool]:
    opens = before.isspace() or before in _OPENING_NEIGHBOURS
    may_open = opens and not after.isspace() and after not in _NEVER_FIRST
    may_close = not before.isspace() and (after.isspace() or after in _CLOSING_NEIGHBOURS)
    if may_open and may_close and before.isspace() != after.isspace():
        return before.isspace(), after.isspace()
    return may_open, may_close


def _is_inches(text: str, start: int, lowest: int) -> bool:
    if not (start and text[start - 1].isdigit()) and text[max(start - 1, 0)] not in "½¼¾":
        return False
    return bool(_FEET_AND_INCHES.search(text[max(lowest, start - _FEET_WINDOW) : start]))


def _single(text: str, paragraph: Span, sign: str, start: int, end: int) -> Shape | None:
    before = text[start - 1] if start > paragraph.start else " "
    after = text[end] if end < paragraph.end else " "
    if before.isalnum() and after.isalnum():
        return None
    if sign != "’" and _opens_single(before, after):
        return None if _CLIPPED.match(text, end, paragraph.end) else Shape.OPEN
    if sign in "‘‚" or before.isspace() or after.isalnum():
        return None
    if before.isdigit() and sign == "'":
        return Shape.WEAK_CLOSE
    return Shape.WEAK_CLOSE if _is_clipped_behind(text, start, after) else Shape.CLOSE


def _opens_single(before: str, after: str) -> bool:
    return (before.isspace() or before in _OPENING_NEIGHBOURS) and (
        after.isalnum() or after in '$£€#@“"«[(…'
    )


def _is_clipped_behind(text: str, start: int, after: str) -> bool:
    """Whether an apostrophe may end this word: a plural's possessive or "goin'"."""
    ending = text[max(start - 2, 0) : start].lower()
    return after.isspace() and (ending.endswith("s") or ending == "in")
