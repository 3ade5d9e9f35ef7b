"""The words of a text as folding splits it, each with its place."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

from articles.extraction.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

# Folding treats each character by itself and always parts words at white space, so a
# text may be read in pieces; the same pieces come again and again, and are kept.
_PIECE = re.compile(r"\S+")
LONGEST_KEPT_PIECE = 50

Word = tuple[int, int, str]


def words(text: str) -> Iterator[Word]:
    """The folded words of a text as ``(start, end, word)``, in order.

    Offsets are code points of ``text``, half-open. The words are exactly those of
    ``fold(text).split()``. A character that folds to two words is the place of both.
    """
    for piece in _PIECE.finditer(text):
        at = piece.start()
        for start, end, word in _words_of(piece.group()):
            yield at + start, at + end, word


def _words_of(piece: str) -> tuple[Word, ...]:
    return _kept(piece) if len(piece) <= LONGEST_KEPT_PIECE else _read(piece)


def _read(piece: str) -> tuple[Word, ...]:
    if piece.isascii() and piece.isalnum():
        return ((0, len(piece), piece.lower()),)
    found: list[Word] = []
    letters: list[str] = []
    start = end = 0
    for place, character in enumerate(piece):
        folded = _folded(character)
        if not folded and end == place and unicodedata.combining(character):
            end = place + 1  # an accent written behind its letter belongs to the word
        for letter in folded:
            if letter.isalnum():
                start = start if letters else place
                end = place + 1
                letters.append(letter)
            elif letters:
                found.append((start, end, "".join(letters)))
                letters = []
    if letters:
        found.append((start, end, "".join(letters)))
    return tuple(found)


_kept = lru_cache(maxsize=50_000)(_read)


@lru_cache(maxsize=5_000)
def _folded(character: str) -> str:
    """What a character becomes between two others; a space where it parts words."""
    return fold(f"a{character}a")[1:-1]
