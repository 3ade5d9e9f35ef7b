"""Stems: what the database keeps of a text for searching, the same on every engine.

A stored text is tokens between spaces. No engine needs to know about letters, cases
or languages, since all tokens are made here: of ASCII letters and digits, and two
marks that no folded word has.
"""

from __future__ import annotations

import re
from base64 import b32encode
from collections import Counter
from functools import cache, lru_cache, partial
from itertools import chain, islice
from threading import Lock
from typing import TYPE_CHECKING, Any

import snowballstemmer

from articles.search.words import LONGEST_KEPT_PIECE, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from articles.search.words import Word

# An article that does not name its language is read as this one, as extraction does.
DEFAULT_LANGUAGE = "en"
# Languages whose words are stored by their stem; those of others are stored as they are.
ALGORITHMS = {
    "ca": "catalan", "cs": "czech", "da": "danish", "de": "german", "el": "greek",
    "en": "english", "es": "spanish", "fi": "finnish", "fr": "french", "hu": "hungarian",
    "it": "italian", "nb": "norwegian", "nl": "dutch", "nn": "norwegian", "no": "norwegian",
    "pl": "polish", "pt": "portuguese", "ro": "romanian", "ru": "russian", "sv": "swedish",
    "tr": "turkish",
}  # fmt: skip
_UNKNOWN = ""

# Words of other languages than the default one begin with a mark, so that a stem by the
# rules of one language ("put", of "Putin" by those of French) finds no word of English.
FOREIGN = "ø"
# Other words than these are written in base 32 behind another mark: what is a letter in
# other scripts, and how much of "1e5x" is a number, is not left to the engines.
_TAKEN_WHOLE = re.compile(r"[a-z][a-z0-9]*|[0-9]+")
_ENCODED = "đ"
# Stands where no phrase may run across: between two parts of a text.
BORDER = FOREIGN

# Longer words are known by their beginning.
_LONGEST_WORD = 64
# What PostgreSQL can hold of one text: 16,383 places, the last of which all words behind it
# share; 256 places of one word; a megabyte of words and places together. A border has the
# last place but one.
ORDERED_WORDS = 16_381
PLACES_OF_A_WORD = 256
_MOST_BYTES = 1_000_000
_BYTES_OF_A_PLACE = 5
# Fewer than that take less room, whatever they are.
_FEW_CHARACTERS = 400_000

# Stemmers keep the word they are at in themselves.
_one_at_a_time = Lock()


def indexed(parts: Iterable[str], language: str) -> str:
    """What is stored of a text for searching it.

    Args:
        parts: a headline, a standfirst, a body: no phrase runs from one into the next.
        language: BCP 47 tag of the text; empty means ``DEFAULT_LANGUAGE``.

    Returns:
        Tokens between spaces, with ``BORDER`` between two parts. Of a very long text the
        words behind the first 16,381 are kept once each and not as phrases, as long as
        there is room for them; from its 257th time on a word is kept no more.
    """
    found = _of_parts(parts, language)
    first = list(islice(found, ORDERED_WORDS + 1))
    return " ".join(first if _is_short(first) else _within_limits(chain(first, found)))


def _of_parts(parts: Iterable[str], language: str) -> Iterator[str]:
    code = _code(language)
    for number, part in enumerate(parts):
        if number:
            yield BORDER
        for piece in part.split():
            yield from (_kept if len(piece) <= LONGEST_KEPT_PIECE else _tokens_of)(piece, code)


def _tokens_of(piece: str, code: str) -> tuple[str, ...]:
    """What is stored of a text between two white spaces."""
    return tuple(_stored(word, code) for _, _, word in words(piece))


# Most pieces come again and again.
_kept = lru_cache(maxsize=100_000)(_tokens_of)


def tokens(text: str, language: str) -> Iterator[Word]:
    """What each word of a text is stored as, as ``(start, end, token)``."""
    stored = partial(_stored, code=_code(language))
    return ((start, end, stored(word)) for start, end, word in words(text))


def variants(phrase: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """Consecutive folded words as they are stored: by the rules of each language, once each."""
    ways = dict.fromkeys((DEFAULT_LANGUAGE, *ALGORITHMS, _UNKNOWN))
    return tuple(dict.fromkeys(tuple(_stored(word, code) for word in phrase) for code in ways))


def _code(language: str) -> str:
    code = language.replace("_", "-").partition("-")[0].lower() or DEFAULT_LANGUAGE
    return code if code in ALGORITHMS else _UNKNOWN


@lru_cache(maxsize=200_000)
def _stored(word: str, code: str) -> str:
    word = word[:_LONGEST_WORD]
    if code != _UNKNOWN:
        with _one_at_a_time:
            word = _stemmer(ALGORITHMS[code]).stemWord(word) or word
    if not _TAKEN_WHOLE.fullmatch(word):
        word = _ENCODED + b32encode(word.encode()).decode().rstrip("=").lower()
    return word if code == DEFAULT_LANGUAGE else FOREIGN + word


@cache
def _stemmer(algorithm: str) -> Any:
    return snowballstemmer.stemmer(algorithm)


def _is_short(found: list[str]) -> bool:
    """Whether PostgreSQL can surely hold these tokens as they are."""
    if len(found) > PLACES_OF_A_WORD and max(Counter(found).values()) > PLACES_OF_A_WORD:
        return False
    return len(found) <= ORDERED_WORDS and sum(map(len, found)) <= _FEW_CHARACTERS


def _within_limits(found: Iterable[str]) -> list[str]:
    kept: list[str] = []
    places: Counter[str] = Counter()
    room = _MOST_BYTES
    for token in found:
        is_new = token not in places
        if len(kept) >= ORDERED_WORDS:
            if not is_new:
                continue
            added = [BORDER, token]
        else:
            added = [token if places[token] < PLACES_OF_A_WORD else BORDER]
        room -= len(added) * _BYTES_OF_A_PLACE + (len(token.encode()) if is_new else 0)
        if room < 0:
            break
        places[token] += 1
        kept += added
    return kept
