"""Invented words and names, as often used as words and names are."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache
from itertools import accumulate
from random import Random

VOCABULARY_SIZE = 30_000
TEXT_LENGTH = 400_000
# The most frequent words of English, so that there are words that full-text search leaves out.
FUNCTION_WORDS = (
    "the of to and a in that for is on it with as was at by be from has have are an but not this "
    "which will were been or more one would about when there after up out into over than its"
).split()

_ONSETS = "b c d f g h k l m n p r s t v w ch dr st th tr".split()
_VOWELS = "a e i o u".split()
_CODAS = ["", "", "", "", "", "n", "r", "l", "s", "t"]
_GIVEN_NAMES = 2_000
_FAMILY_NAMES = 20_000


@cache
def vocabulary() -> tuple[str, ...]:
    """All words, the most frequent first; the same ones in every process."""
    return (*FUNCTION_WORDS, *_invented(VOCABULARY_SIZE - len(FUNCTION_WORDS), "words", (2, 3)))


@cache
def running_words() -> list[str]:
    """A long text to draw words from: quicker than to weigh all words for each one drawn."""
    weights = Zipf(VOCABULARY_SIZE, offset=2.7).cumulative
    return Random("text").choices(vocabulary(), cum_weights=weights, k=TEXT_LENGTH)


def person_name(rank: int) -> str:
    """The name of the person who is the so-many-th most often in the news, from 0.

    No two of the first 40 million have the same one.
    """
    family = rank % _FAMILY_NAMES
    given = (rank // _FAMILY_NAMES + 7 * family) % _GIVEN_NAMES
    return f"{_given_names()[given]} {_family_names()[family]}"


class Zipf:
    """Draws ranks from 0, each about in inverse proportion to its place."""

    def __init__(self, size: int, *, offset: float = 1.0) -> None:
        """A higher ``offset`` makes the first ranks less frequent."""
        self.cumulative = list(accumulate(1 / (rank + offset) for rank in range(size)))

    def draw(self, random: Random) -> int:
        return bisect_left(self.cumulative, random.random() * self.cumulative[-1])

    def distinct(self, random: Random, number: int) -> list[int]:
        """So many different ranks, the lowest first."""
        drawn: set[int] = set()
        while len(drawn) < number:
            drawn.add(self.draw(random))
        return sorted(drawn)


@cache
def _given_names() -> tuple[str, ...]:
    return tuple(name.title() for name in _invented(_GIVEN_NAMES, "given names", (2,)))


@cache
def _family_names() -> tuple[str, ...]:
    return tuple(name.title() for name in _invented(_FAMILY_NAMES, "family names", (2, 3)))


def _invented(number: int, seed: str, syllables: tuple[int, ...]) -> list[str]:
    random = Random(seed)
    words: dict[str, None] = {}
    taken = set(FUNCTION_WORDS)
    while len(words) < number:
        parts = (
            random.choice(_ONSETS) + random.choice(_VOWELS) + random.choice(_CODAS)
            for _ in range(random.choice(syllables))
        )
        word = "".join(parts)
        if word not in taken:
            words[word] = None
    return list(words)
