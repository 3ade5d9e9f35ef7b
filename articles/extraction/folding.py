"""Folding: one spelling for all cases, accents and punctuation of a text."""

import re
import unicodedata

# Letters that are an accented form to readers but do not decompose in Unicode.
_UNDECOMPOSED = str.maketrans(
    {"ø": "o", "đ": "d", "ð": "d", "ł": "l", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"}
)
_JOINED = re.compile(r"['’ʼ‘`´\u00ad\u200b-\u200d\ufeff]")
_SEPARATORS = re.compile(r"[\W_]+")


def fold(text: str) -> str:
    """Lower case without accents; words parted by single spaces, nothing else.

    >>> fold("Élise  O’Neill-Łuc")
    'elise oneill luc'
    """
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(c for c in decomposed if not unicodedata.combining(c))
    bare = _JOINED.sub("", bare.translate(_UNDECOMPOSED))
    return _SEPARATORS.sub(" ", bare).strip()
