"""Verbs of speech in all their forms, and what each of them can introduce."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Flag, auto
from functools import cache

from articles.extraction.lexicons import load


class Frame(Flag):
    """Where a verb's spoken content stands."""

    WORDS = auto()  # beside it, in quotation marks: he smiled, "..."
    CLAUSE = auto()  # in a clause: he said (that) ...
    INFINITIVE = auto()  # in an infinitive: he vowed to ...
    OBJECT = auto()  # in its object: he called it ..., he denied ...


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb of speech."""

    lemma: str
    frame: Frame


_LISTS = (
    ("saying_verbs", Frame.WORDS | Frame.CLAUSE),
    ("quoting_verbs", Frame.WORDS),
    ("gesture_verbs", Frame.WORDS),
    ("pledging_verbs", Frame.WORDS | Frame.INFINITIVE),
    ("describing_verbs", Frame.OBJECT),
)
_VOWELS = frozenset("aeiou")
_NEVER_DOUBLED = frozenset("wxy")


@cache
def speech_verbs() -> dict[str, dict[str, Verb]]:
    """Verbs by form, then by particle ("" for none): ``speech_verbs()["pointed"]["out"]``."""
    frames: dict[str, Frame] = {}
    for name, frame in _LISTS:
        for entry in load(name):
            frames[entry] = frames.get(entry, frame) | frame
    table: dict[str, dict[str, Verb]] = {}
    for entry, frame in frames.items():
        lemma, _, particle = entry.partition(" ")
        for form in inflect(lemma):
            table.setdefault(form, {})[particle] = Verb(entry, frame)
    return table


def inflect(lemma: str) -> frozenset[str]:
    """All forms of an English verb.

    >>> sorted(inflect("deny"))
    ['denied', 'denies', 'deny', 'denying']
    """
    return _irregular().get(lemma) or frozenset(_regular(lemma))


@cache
def _irregular() -> dict[str, frozenset[str]]:
    rows = (line.split() for line in load("irregular_verbs"))
    return {row[0]: frozenset(row) for row in rows}


def _regular(lemma: str) -> Iterator[str]:
    yield lemma
    if lemma.endswith("y") and lemma[-2] not in _VOWELS:
        yield from (lemma[:-1] + "ies", lemma[:-1] + "ied", lemma + "ing")
    elif lemma.endswith("e"):
        yield from (lemma + "s", lemma + "d", lemma[:-1] + "ing")
    else:
        stem = lemma + lemma[-1] if _doubles(lemma) else lemma
        hissing = lemma.endswith(("s", "x", "z", "sh", "ch"))
        yield from (lemma + ("es" if hissing else "s"), stem + "ed", stem + "ing")


def _doubles(lemma: str) -> bool:
    """Whether the last consonant is doubled: one syllable that ends in one vowel and it."""
    ending = lemma[-3:]
    return (
        len(ending) == 3
        and ending[1] in _VOWELS
        and ending[0] not in _VOWELS
        and ending[2] not in _VOWELS | _NEVER_DOUBLED
        and sum(c in _VOWELS for c in lemma) == 1
    )
