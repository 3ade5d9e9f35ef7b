"""Whether two texts are one story, and two quotes the same words.

A text is compared by its shingles: all runs of ``SHINGLE_WORDS`` words, in any
case and without punctuation. Their MinHash signature, cut into bands, finds
the texts worth comparing; ``similarity`` then decides.
"""

from __future__ import annotations

import hashlib
import struct

from rensa import RMinHash

from articles.extraction.folding import fold

SHINGLE_WORDS = 5
# Two texts that share at least this part of all their shingles are one story.
SAME_STORY = 0.5
# Of texts that share half, nine in ten have a band in common; of those that share 0.6, 98 in 100.
_BANDS, _ROWS = 16, 3
_SEED = 1
# Shorter ones are said by many people on many days.
QUOTE_WORDS = 6


def shingles(text: str) -> frozenset[str]:
    """All runs of words of a text; of one with fewer words than a run has, none."""
    words = fold(text).split()
    last = len(words) - SHINGLE_WORDS + 1
    return frozenset(" ".join(words[at : at + SHINGLE_WORDS]) for at in range(last))


def bands(runs: frozenset[str]) -> list[int]:
    """Signed 64-bit numbers; texts that have one in common are worth comparing."""
    if not runs:
        return []
    signature = RMinHash(num_perm=_BANDS * _ROWS, seed=_SEED)
    signature.update(list(runs))
    numbers = signature.digest()
    return [
        _number(struct.pack(f"<B{_ROWS}I", band, *numbers[band * _ROWS : (band + 1) * _ROWS]))
        for band in range(_BANDS)
    ]


def similarity(one: frozenset[str], other: frozenset[str]) -> float:
    """The part of all shingles that two texts share, 0 to 1 (Jaccard)."""
    return len(one & other) / (len(one | other) or 1)


def quote_key(words: str) -> int | None:
    """A signed 64-bit number that quotes of the same words share; None for very short ones."""
    folded = fold(words)
    if len(folded.split()) < QUOTE_WORDS:
        return None
    return _number(folded.encode())


def _number(data: bytes) -> int:
    (number,) = struct.unpack("<q", hashlib.blake2b(data, digest_size=8).digest())
    return int(number)
