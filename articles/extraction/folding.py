"""Folding: one spelling for all cases, accents and punctuation of a text."""

import re
import unicodedata
from functools import lru_cache

# Letters that are an accented form to readers but do not decompose in Unicode.
_UNDECOMPOSED = {
    "ø": "o", "đ": "d", "ð": "d", "ł": "l", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th",
}  # fmt: skip
_JOINING = "'’ʼ‘`´\u00ad\u200b\u200c\u200d\ufeff"
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")
# What becomes of each ASCII character in bytes: letters and digits stay.
_TO_WORDS = bytes(
    byte if chr(byte).isascii() and chr(byte).isalnum() else 32 for byte in range(256)
)
_JOINING_ASCII = b"'`"


def fold(text: str) -> str:
    """Lower case without accents; words parted by single spaces, nothing else.

    >>> fold("Élise  O’Neill-Łuc")
    'elise oneill luc'
    """
    bare = text.casefold()
    if not bare.isascii():
        bare = _BEYOND_ASCII.sub(_plain, unicodedata.normalize("NFKD", bare))
    if bare.isascii():
        # Bytes are translated many times faster than characters, and few English words get here
        # with anything else left in them.
        words = bare.encode("ascii").translate(_TO_WORDS, delete=_JOINING_ASCII).split()
        return b" ".join(words).decode("ascii")
    kept = (c if c.isalnum() else "" if c in _JOINING else " " for c in bare)
    return " ".join("".join(kept).split())


def _plain(character: re.Match[str]) -> str:
    return _plain_character(character[0])


@lru_cache(maxsize=4096)
def _plain_character(character: str) -> str:
    if unicodedata.combining(character) or character in _JOINING:
        return ""
    return _UNDECOMPOSED.get(character, character) if character.isalnum() else " "
