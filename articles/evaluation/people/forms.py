"""Forms of names, since what is easy for one form is hard for another."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_PARTICLES = frozenset(
    """
    abu af al ap ben bin bint da das de del della den der di dos du el ibn la le san st ten ter van
    von zu
    """.split()
)
_JOINED_PARTICLE = re.compile(r"(?:al|el|ad|as|ash|an|ar)[-’']\w", re.IGNORECASE)
_INITIAL = re.compile(r"(?:[^\W\d_]\.-?)+|[^\W\d_]")
_SUFFIXES = frozenset("jr sr ii iii iv vi vii viii ix xiii xiv xvi xxiii".split())
_CAPITALS = re.compile(r"[^\W\d_]{2,}")


def _is_full(name: str) -> bool:
    return len(name.split()) > 1


def _is_one_word(name: str) -> bool:
    return not _is_full(name)


def _is_capitals(name: str) -> bool:
    return name.isupper() and _CAPITALS.search(name) is not None


def _has_particle(name: str) -> bool:
    """Before the last word, and in front of all others only in small letters ("Al Gore")."""
    words = name.split()
    if any(_JOINED_PARTICLE.match(word) for word in words):
        return True
    return any(
        word.casefold() in _PARTICLES and (index or word.islower())
        for index, word in enumerate(words[:-1])
    )


def _has_initial(name: str) -> bool:
    """A letter alone is one too, but behind a name it is a number ("Charles I")."""
    return any(_INITIAL.fullmatch(word) for word in name.split()[:-1])


def _has_suffix(name: str) -> bool:
    return _is_full(name) and name.rsplit(maxsplit=1)[-1].rstrip(".").casefold() in _SUFFIXES


FORMS: Mapping[str, Callable[[str], bool]] = {
    "all": lambda _: True,
    "full names": _is_full,
    "one-word names": _is_one_word,
    "ALL-CAPITAL names": _is_capitals,
    "with a particle": _has_particle,
    "with initials": _has_initial,
    "with a suffix": _has_suffix,
}
