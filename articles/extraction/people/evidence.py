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
    time_and_people,
)
from articles.extraction.people.names import PARTICLES, is_suffix
from articles.extraction.people.titles import is_role, personal_titles, roles
from articles.extraction.people.words import Gap, Shape, Word

# Sums at or above these count as a name; weights below are on the same scale.
FULL_NAME = 1.5
LONE_NAME = 1.2

# Inzamam-ul-Haq, Zia-ur-Rehman
_ARABIC = re.compile(r"-(?:u[ldr]|a[ls]|el)-[A-Z]")
# Behind a name at the start of a line: a row of figures, or a score and another team's.
_FIGURES = re.compile(
    r" \d{1,9} +(?:[\d.-]{1,9} +[\d.-]|[^\W\d_][^\d\n]{2,30} \d{1,3}(?:$|\n| \())"
)
_LAST_SCORE = re.compile(r" \d{1,3}(?:$|\n| \()")
_KIN = frozenset(
    "wife husband son daughter brother sister mother father widow partner girlfriend"
    " boyfriend".split()
)
_NAMED_THINGS = frozenset(
    "hurricane typhoon cyclone storm ship carrier carriers vessel frigate destroyer cruiser"
    " submarine ferry yacht tanker liner trawler uss hms ss mv racehorse horse gelding"
    " filly".split()
)
_HANDLES = ("@", "#", "/", "_")
# Two or three capitalised words of which the model says nothing.
UNLABELLED = 0.5
_AWAY = frozenset(("in", "at", "near"))


@cache
def organisation_words() -> frozenset[str]:
    return load("organisation_words")


@cache
def organisations() -> frozenset[str]:
    return frozenset(name.casefold() for name in load("organisations"))


@cache
def places() -> frozenset[str]:
    return frozenset(place.casefold() for place in load("places"))


@cache
def person_verbs() -> frozenset[str]:
    return load("person_verbs")


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
        return _lone(context, candidate) + _surroundings(context, candidate)
    return _full(context, candidate) + _surroundings(context, candidate)


def _full(context: Context, candidate: Candidate) -> float:
    words = [context.words[at] for at in range(candidate.first, candidate.last)]
    first, last = words[0], words[-1]
    if is_suffix(last.text) and len(words) > 2:
        last = words[-2]
    total = _first_word(first) + 0.7 * is_surname(last) - _not_a_person(words)
    total += 0.3 * (is_given(first) and is_surname(last))
    total += 1.0 * (candidate.nickname is not None)
    total += 0.3 * any(word.text in PARTICLES for word in words)
    if first.capitals:
        return total - 0.6 * sum(word.fold in common() for word in words) - 0.6 * (len(words) > 3)
    total += 2.0 * sum(word.label == "PERSON" for word in words) / len(words)
    if not any(word.label for word in words) and all(word.tag == "NNP" for word in words):
        total += UNLABELLED
    others = sum(word.label not in ("", "PERSON") for word in words) / len(words)
    total -= others * (0.0 if is_given(first) else 0.7)
    if not is_surname(last) and (is_role(last) or last.fold.removesuffix("s") in roles()):
        total -= 1.0
    if last.fold in context.lower and not is_surname(last):
        total -= 0.7
    return total


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
    for word in words[1:]:
        if word.text.capitalize() in organisation_words() or word.text in organisation_words():
            total += 1.0 if is_surname(word) else 3.0
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
    other = -0.5 if is_surname(word) else -0.9
    return total + {"PERSON": 1.2, "": 0.0}.get(word.label, other)


def _surroundings(context: Context, candidate: Candidate) -> float:
    before, behind = context.around(candidate)
    head = context.words[candidate.first]
    total = 0.0
    if context.text[max(head.start - 1, 0) : head.start] in _HANDLES:
        total -= 3.0
    if before is not None and head.joined:
        total += _before(before, lone=len(candidate) == 1)
        if head.fold in places() and before.fold in _AWAY:
            total -= 0.5
    elif before is not None and head.gap is Gap.COMMA and before.fold in _KIN:
        total += 1.2
    if _in_table(context, candidate, opens_line=before is None):
        total -= 1.6
    if behind is not None:
        total += _behind(context, candidate, behind)
    return total


def _in_table(context: Context, candidate: Candidate, *, opens_line: bool) -> bool:
    """Whether scores or figures stand around a name as around the name of a team."""
    end = context.words[candidate.last - 1].end
    if opens_line:
        return bool(_FIGURES.match(context.text, end))
    start = context.words[candidate.first].start
    scored = context.text[max(start - 2, 0) : start - 1].isdigit()
    return scored and bool(_LAST_SCORE.match(context.text, end))


def _before(before: Word, *, lone: bool) -> float:
    if before.possessive:
        return 0.0 if lone else 0.4
    if is_role(before):
        return 2.0 if before.fold in personal_titles() and before.nameable else 0.9 if lone else 1.5
    if before.fold == "the":
        return -0.8
    if before.fold in _NAMED_THINGS:
        return -5.0
    if before.fold in _AWAY and lone:
        return -0.7
    return 0.7 if before.fold in person_verbs() else 0.0


def _behind(context: Context, candidate: Candidate, behind: Word) -> float:
    last = context.words[candidate.last - 1]
    between = context.text[last.end : behind.start]
    if "&" in between:
        return -2.5
    if behind.joined and not last.possessive:
        return 0.7 if behind.fold in person_verbs() else 0.4 if behind.fold == "who" else 0.0
    if behind.gap is Gap.COMMA and behind.fold == "who":
        return 0.7
    if len(candidate) == 1:
        label = between.startswith(":") and context.words[candidate.first].gap is Gap.LINE
        return -0.8 if label else _age(between)
    country = "(" in between and behind.text in load("places")
    return 0.8 if country else _age(between)


def _age(between: str) -> float:
    """Whether ", 45, " stands behind a name."""
    digits = between[:8].strip(" ,()")
    told = between.startswith((", ", " (")) and digits.isdigit() and len(digits) == 2
    return 1.0 if told else 0.0
