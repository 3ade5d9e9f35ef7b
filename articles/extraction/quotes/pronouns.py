"""The people behind pronouns: by gender, closeness, place in the sentence, and what is said."""

from __future__ import annotations

from bisect import insort
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from articles.extraction.quotes.phrases import Phrase
from articles.extraction.types import Gender

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from articles.extraction.quotes.page import Page
    from articles.extraction.quotes.roll import Roll
    from articles.extraction.types import Person

GENDERS = {
    "he": Gender.MALE,
    "him": Gender.MALE,
    "his": Gender.MALE,
    "himself": Gender.MALE,
    "she": Gender.FEMALE,
    "her": Gender.FEMALE,
    "herself": Gender.FEMALE,
}
RELATIVE = frozenset(("who", "whom", "that", "which"))
_WINDOW = 40  # namings looked back at
_FADING = 0.8  # per sentence
_UNKNOWN_GENDER = 0.8
_LEAST = 0.12
_IN_QUOTATION = 0.25
_SPEAKER = 1.15
_ROLES = {"nsubj": 1.0, "nsubjpass": 0.9, "poss": 0.45, "appos": 0.7, "pobj": 0.5, "dobj": 0.55}
_OTHER_ROLE = 0.6
_OFTEN = 0.03  # for each further naming


@dataclass(frozen=True, slots=True, order=True)
class Candidate:
    """A place where someone is meant; ``person`` is None for someone without a name."""

    token: int
    weight: float
    person: int | None


@dataclass(slots=True)
class Memory:
    """Who has been named so far, in order of place."""

    page: Page
    people: dict[int, Person]
    candidates: list[Candidate] = field(default_factory=list)

    def add_speaker(self, token: int, person: int | None) -> None:
        """Remember that someone spoke: the likeliest one to be meant by the next pronoun."""
        insort(self.candidates, Candidate(token, _SPEAKER, person))

    def resolve(self, pronoun: int, excluded: AbstractSet[int]) -> Person | None:
        """The person meant by a pronoun; None if unnamed or unknown."""
        gender = GENDERS[self.page.lower[pronoun]]
        scores: dict[int | None, float] = {}
        for naming in self._before(pronoun):
            if naming.person in excluded or not self._agrees(naming.person, gender):
                continue
            score = naming.weight * _FADING ** self._distance(naming.token, pronoun)
            if naming.person is not None and self.people[naming.person].gender is None:
                score *= _UNKNOWN_GENDER
            best = scores.get(naming.person)
            scores[naming.person] = score if best is None else max(best, score) + _OFTEN
        winner = max(scores, key=lambda person: scores[person], default=None)
        if winner is None or scores[winner] < _LEAST:
            return None
        return self.people[winner]

    def _before(self, token: int) -> list[Candidate]:
        end = len(self.candidates)
        while end and self.candidates[end - 1].token >= token:
            end -= 1
        return self.candidates[max(0, end - _WINDOW) : end]

    def _agrees(self, person: int | None, gender: Gender) -> bool:
        known = None if person is None else self.people[person].gender
        return known in {None, gender}

    def _distance(self, token: int, pronoun: int) -> int:
        return self.page.sentence[pronoun] - self.page.sentence[token]


def remember(page: Page, roll: Roll, people: dict[int, Person]) -> Memory:
    """The namings of a text, each weighted by its part in its sentence."""
    memory = Memory(page, people)
    for naming in roll.namings:
        first, end = page.tokens_in(naming.span)
        if first < end:
            token = _head(page, first, end)
            memory.candidates.append(Candidate(token, _weight(page, token), naming.person.id))
    memory.candidates.sort(key=lambda naming: naming.token)
    return memory


def _head(page: Page, first: int, end: int) -> int:
    """The word of a name that hangs on a word outside it."""
    for token in range(end - 1, first - 1, -1):
        if not first <= page.heads[token] < end or page.heads[token] == token:
            return token
    return end - 1


def _weight(page: Page, token: int) -> float:
    weight = _ROLES.get(page.deps[token], _OTHER_ROLE)
    return weight if page.is_outside(token) else weight * _IN_QUOTATION


def antecedent(page: Page, relative: int) -> Phrase | None:
    """The word that "who" stands for: what its clause hangs on."""
    verb = page.heads[relative]
    while page.deps[verb] in {"conj", "xcomp", "ccomp"} and page.heads[verb] < verb:
        verb = page.heads[verb]
    if page.deps[verb] not in {"relcl", "acl"}:
        return None
    head = page.heads[verb]
    if page.deps[head] == "appos":
        head = page.heads[head]
    return Phrase(head, head, head)
