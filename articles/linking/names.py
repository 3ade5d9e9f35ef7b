"""How far two printed names agree."""

from __future__ import annotations

import re
from enum import Enum, auto
from functools import lru_cache
from typing import TYPE_CHECKING

from jellyfish import jaro_winkler_similarity, metaphone

from articles.extraction.lexicons import load
from articles.extraction.people.names import (
    Name,
    compatible,
    given_names,
    same_given,
    split_name,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

# "Edwin "Buzz" Aldrin", "Earvin (Magic) Johnson"
_NICKNAME = re.compile(r"\s*[\"“‘'(«]([^\"”’')»]+)[\"”’')»](?=\s|\Z)")
# Two spellings of one name sound alike and share at least this much.
ALIKE = 0.8
BLOCK_LENGTH = 64


class Agreement(Enum):
    """Of two names that may belong to one person."""

    FULL = auto()  # given and family name; middle names may be left out
    SHORT = auto()  # by initials, short forms or a part of a longer name
    LONE = auto()  # one is only the other's family name
    SAME_LONE = auto()  # the same single word
    SPELLING = auto()  # they only sound alike


@lru_cache(maxsize=50_000)
def parts(name: str) -> Name:
    """The parts of a printed name, a nickname in quotation marks or brackets included."""
    nickname = _NICKNAME.search(name)
    bare = _NICKNAME.sub("", name) if nickname else name
    words = tuple(bare.split()) or tuple(name.split())
    return split_name(words, nickname.group(1) if nickname else "")


def agreement(one: str, other: str) -> Agreement | None:
    """How two names agree; None where they cannot be one person's."""
    a, b = parts(one), parts(other)
    if a.given and b.given:
        return _of_full_names(a, b)
    if not a.given and not b.given:
        return Agreement.SAME_LONE if a.family == b.family else None
    lone, full = (a, b) if b.given else (b, a)
    if lone.family in (full.family, full.family.split()[-1], full.nickname):
        return Agreement.LONE
    return None


def _of_full_names(a: Name, b: Name) -> Agreement | None:
    if compatible(a, b):
        return Agreement.FULL if (a.given, a.family) == (b.given, b.family) else Agreement.SHORT
    if _told_apart(a, b):
        return None
    if sound(a.family) != sound(b.family) or not _given_alike(a, b):
        return None
    near = jaro_winkler_similarity(f"{a.given} {a.family}", f"{b.given} {b.family}")
    return Agreement.SPELLING if near >= ALIKE else None


def is_fuller(name: str, present: str) -> bool:
    """Whether a name says more than the present one of the same person.

    A word that stands before the given name is rather no part of it.
    """
    if len(name.split()) <= len(present.split()):
        return False
    new, old = parts(name), parts(present)
    return not old.given or new.given == old.given or len(old.given.rstrip(".")) == 1


def contradicted(name: str, others: Iterable[str]) -> bool:
    """Whether a name is told apart from somebody's on purpose: Jr. and Sr., other middle names.

    Not if it is to the letter one of theirs.
    """
    named = parts(name)
    known = [parts(other) for other in others]
    if not named.given or named in known:
        return False
    return any(
        other.given and _told_apart(named, other) and not compatible(named, other)
        for other in known
    )


def _told_apart(a: Name, b: Name) -> bool:
    return a.family == b.family and same_given(a, b)


def _given_alike(a: Name, b: Name) -> bool:
    return same_given(a, b) or (sound(a.given) == sound(b.given) and a.given[0] == b.given[0])


@lru_cache(maxsize=50_000)
def sound(word: str) -> str:
    """A key that spellings of one name share: Gaddafi, Qaddafi, Kadhafi."""
    key: str = metaphone(re.sub(r"[^a-z ]", "", word)).replace(" ", "")
    return key or word


def block(name: str) -> str:
    """What names share that may be one person's: how the last word of the family name sounds."""
    return sound(parts(name).family.split()[-1])[:BLOCK_LENGTH]


class Rarity(Enum):
    """How likely two people of one name are two."""

    RARE = auto()
    USUAL = auto()  # one of its parts is common
    COMMON = auto()  # all of it is


def rarity(name: str) -> Rarity:
    """How common a name is by the lists of the most frequent ones."""
    named = parts(name)
    family = named.family in load("common_surnames")
    if not named.given:
        return Rarity.COMMON if family or named.family in given_names() else Rarity.USUAL
    if family and named.given in load("common_given_names"):
        return Rarity.USUAL if named.middle else Rarity.COMMON
    return Rarity.USUAL if family else Rarity.RARE


def full_name(name: str) -> str:
    """The plain given and family name, or nothing where there is only one word."""
    named = parts(name)
    return f"{named.given} {named.family}" if named.given else ""
