"""How strongly a stretch of words looks like a person's name in its place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from articles.extraction.lexicons import load
from articles.extraction.people.candidates import (
    Candidate,
    common,
    is_given,
    is_surname,
    places,
    time_and_people,
)
from articles.extraction.people.names import PARTICLES, is_suffix
from articles.extraction.people.surroundings import NAMED_THINGS, PLACE_ENDINGS, surroundings
from articles.extraction.people.titles import is_role, roles
from articles.extraction.people.words import Gap, Shape, Word

# Sums at or above these count as a name; weights below are on the same scale.
FULL_NAME = 1.5
LONE_NAME = 1.2

# Inzamam-ul-Haq, Zia-ur-Rehman
_ARABIC = re.compile(r"-(?:u[ldr]|a[ls]|el)-[A-Z]")
# A few capitalised words of which the model says nothing.
LONGEST_UNLABELLED = 4
UNLABELLED = 0.8
# A family name of the lists that stand first, before one or two other words.
FAMILY_FIRST = 0.9
# What speaks against an unknown word that opens a sentence, where any word is capitalised.
OPENS_SENTENCE = 0.5
_ENDS_LIKE_A_WORD = re.compile(r"(?:[^s]s|ing|ions?|ments?|ness|ly|out|off|ages?|[ae]nces?)\Z")


@cache
def organisation_words() -> frozenset[str]:
    return load("organisation_words")


@cache
def organisations() -> frozenset[str]:
    return frozenset(name.casefold() for name in load("organisations"))


@dataclass(frozen=True, slots=True)
class Context:
    """The words of a document and what is known about all of it."""

    text: str
    words: list[Word]
    lower: frozenset[str]  # words that the document also writes in lower case

    def around(self, candidate: Candidate) -> tuple[Word | None, Word | None]:
        """The words before and behind on the same line, where there are any."""
        words = self.words
        before = words[candidate.first - 1] if candidate.first else None
        behind = words[candidate.last] if candidate.last < len(words) else None
        if before is not None and words[candidate.first].gap is Gap.LINE:
            before = None
        if behind is not None and behind.gap is Gap.LINE:
            behind = None
        return before, behind


def score(context: Context, candidate: Candidate) -> float:
    """The evidence that a candidate is a person's name; see FULL_NAME and LONE_NAME."""
    if len(candidate) == 1:
        return _lone(context, candidate) + surroundings(context, candidate)
    return _full(context, candidate) + surroundings(context, candidate)


def _full(context: Context, candidate: Candidate) -> float:
    words = [context.words[at] for at in range(candidate.first, candidate.last)]
    first, last = words[0], words[-1]
    if is_suffix(last.text) and len(words) > 2:
        last = words[-2]
    total = _first_word(first) + 0.7 * is_surname(last) - _not_a_person(words)
    total += 0.3 * (is_given(first) and is_surname(last))
    total += 1.0 * (candidate.nickname is not None)
    total += 0.3 * any(word.text in PARTICLES for word in words)
    total += FAMILY_FIRST * _family_first(words)
    if first.capitals:
        return total - 0.6 * sum(word.fold in common() for word in words) - 0.6 * (len(words) > 3)
    total += 2.0 * sum(word.label == "PERSON" for word in words) / len(words)
    if len(words) <= LONGEST_UNLABELLED and all(_plain_noun(word) for word in words):
        total += UNLABELLED
    others = sum(word.label not in ("", "PERSON") for word in words) / len(words)
    total -= others * (0.0 if is_given(first) else 0.7)
    if not is_surname(last) and (is_role(last) or last.fold.removesuffix("s") in roles()):
        total -= 1.0
    if last.fold in context.lower and not is_surname(last):
        total -= 0.7
    return total


def _family_first(words: list[Word]) -> bool:
    """Whether a family name of China, Korea or Vietnam leads words that are no others."""
    rest = words[1:]
    if words[0].fold not in load("family_first_names") or len(words) > 4:
        return False
    return not any(word.fold in common() or word.text in organisation_words() for word in rest)


def _plain_noun(word: Word) -> bool:
    """Whether the model takes the word for a name and says not of what."""
    return not word.label and word.tag == "NNP"


def _first_word(word: Word) -> float:
    if word.shape is Shape.INITIALS:
        return 1.6 if word.text.endswith(".") else 0.5
    if not is_given(word):
        return 0.0
    if word.fold in common():
        return 1.0
    return 1.0 if word.fold in places() else 1.5


def _not_a_person(words: list[Word]) -> float:
    total = 0.0
    if words[-1].fold in PLACE_ENDINGS and not _family_first(words):
        total += 0.4 if words[-1].label == "PERSON" else 1.2
    for word in words[1:]:
        if word.text.capitalize() in organisation_words() or word.text in organisation_words():
            total += 1.0 if is_surname(word) else 3.0
    total += 3.0 * (words[0].fold in NAMED_THINGS)
    total += 2.0 * any(
        word.text.capitalize() in time_and_people() and not is_surname(word) for word in words[1:]
    )
    phrase = " ".join(word.fold for word in words)
    rest = phrase.partition(" ")[2]
    if phrase in places() or phrase in organisations() or (len(words) > 2 and rest in places()):
        total += 3.0
    elif words[0].fold in organisations() and not is_given(words[0]):
        total += 1.5
    elif any(
        words[end].fold in places() and not named(words[end])
        for end, named in ((0, is_given), (-1, is_surname))
    ):
        total += 1.0
    return total


def opening(context: Context, candidate: Candidate) -> float:
    """What speaks against an unknown word that opens a sentence of prose, not a row of a table."""
    word = context.words[candidate.first]
    _, behind = context.around(candidate)
    prose = behind is not None and behind.joined and behind.shape is Shape.LOWER
    if not (prose and word.opens_sentence) or is_surname(word) or is_given(word):
        return 0.0
    if behind is not None and behind.fold in load("person_verbs"):
        return 0.0
    return OPENS_SENTENCE * (2 if _ENDS_LIKE_A_WORD.search(word.fold) else 1)


def _lone(context: Context, candidate: Candidate) -> float:
    word = context.words[candidate.first]
    total = 0.5 * (is_surname(word) or is_given(word)) + 1.5 * bool(_ARABIC.search(word.text))
    if word.fold in places():
        total -= 1.5
    if word.fold in common():
        total -= 1.0
    if word.text in organisation_words() or word.fold in organisations():
        total -= 1.5
    if is_role(word):
        total -= 0.4 if is_surname(word) else 1.5
    if word.fold in context.lower:
        total -= 0.4 if is_surname(word) else 0.8
    if word.capitals:
        return total + 0.8 * (word.label == "PERSON" and is_surname(word))
    if word.shape is Shape.CAPITALS:
        return total - (0.5 if len(word.text) > 3 else 1.5) + 0.7 * (word.label == "PERSON")
    if word.headline and not (is_surname(word) or is_given(word)):
        total -= 0.5
    if not word.tag.startswith("NNP") and not is_surname(word):
        total -= 0.6
    total -= opening(context, candidate)
    other = -0.5 if is_surname(word) else -0.9
    return total + {"PERSON": 1.2, "": 0.0}.get(word.label, other)
