"""The people behind pronouns: by gender, closeness, place in the sentence, and what is said.

Everybody who is named or described before a pronoun is a candidate. The
weights are set by hand: they put into figures that a subject is resumed
sooner than an object, a main clause sooner than a subordinate one, somebody
who just spoke soonest of all, and that each sentence makes readers forget.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from articles.extraction.quotes.described import gender_of_noun, is_human
from articles.extraction.quotes.phrases import NAME_TAGS, Phrase
from articles.extraction.types import Gender

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
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
SUBJECTS = frozenset(("nsubj", "nsubjpass"))
_WINDOW = 40  # candidates looked back at
_FADING = 0.8  # per sentence
_UNKNOWN_GENDER = 0.75
_LEAST = 0.12
_IN_QUOTATION = 0.25
_SPEAKER = 1.15
_ASKER = 0.5
_ROLES = {"nsubj": 1.0, "nsubjpass": 0.9, "poss": 0.45, "appos": 0.7, "pobj": 0.5, "dobj": 0.55}
_OTHER_ROLE = 0.6
_OWNER = 0.75
_FIRST = 1.0
_SUBORDINATE = 0.8
_OFTEN = 0.03  # for each further naming
_NAMES_SELF = 0.1  # speakers hardly name themselves in the third person
_AHEAD = 30  # tokens looked ahead for "Before he said so, Ann Smith ..."
_STEPS_UP = 8
_CLAUSES = frozenset(("advcl", "relcl", "acl", "ccomp", "pcomp"))


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place where someone is meant.

    ``who`` is a ``Person.id``, or the word that describes someone without a name.
    """

    token: int
    weight: float
    who: int | str
    gender: Gender | None
    subordinate: bool = False


@dataclass(slots=True)
class Memory:
    """Who has been meant so far, in order of place."""

    page: Page
    people: dict[int, Person]
    candidates: list[Candidate] = field(default_factory=list)
    genders: dict[int, Gender] = field(default_factory=dict)  # learned from pronouns

    def add(self, candidate: Candidate) -> None:
        places = [naming.token for naming in self.candidates[-_WINDOW:]]
        at = len(self.candidates) - len(places) + bisect_left(places, candidate.token)
        self.candidates.insert(at, candidate)

    def add_speaker(self, token: int, who: int | str, *, asks: bool = False) -> None:
        """Remember that someone spoke: the likeliest one to be meant by the next pronoun."""
        weight = _ASKER if asks else _SPEAKER
        below = _is_subordinate(self.page, token)
        self.add(Candidate(token, weight, who, self._gender(who), below))

    def resolve(self, pronoun: int, named: AbstractSet[int]) -> Person | None:
        """The person meant by a pronoun; None if unnamed or unknown.

        ``named`` are people whom the speaker names or speaks to.
        """
        gender = GENDERS[self.page.lower[pronoun]]
        who = self._best(pronoun, gender, named, self._before(pronoun))
        if who is None:
            who = self._best(pronoun, gender, named, self._ahead(pronoun))
        if not isinstance(who, int):
            return None
        self.genders.setdefault(who, gender)
        return self.people[who]

    def _best(
        self,
        pronoun: int,
        gender: Gender,
        named: AbstractSet[int],
        candidates: Iterable[Candidate],
    ) -> int | str | None:
        scores: dict[int | str, float] = {}
        for candidate in candidates:
            known = candidate.gender or self._gender(candidate.who)
            if known not in {None, gender}:
                continue
            distance = abs(self.page.sentence[pronoun] - self.page.sentence[candidate.token])
            score = candidate.weight * _FADING**distance
            if candidate.subordinate and distance:
                score *= _SUBORDINATE
            if known is None:
                score *= _UNKNOWN_GENDER
            if candidate.who in named:
                score *= _NAMES_SELF
            best = scores.get(candidate.who)
            scores[candidate.who] = score if best is None else max(best, score) + _OFTEN
        winner = max(scores, key=lambda who: scores[who], default=None)
        return winner if winner is not None and scores[winner] >= _LEAST else None

    def _gender(self, who: int | str) -> Gender | None:
        if isinstance(who, str):
            return gender_of_noun(who)
        return self.people[who].gender or self.genders.get(who)

    def _before(self, token: int) -> list[Candidate]:
        end = len(self.candidates)
        while end and self.candidates[end - 1].token >= token:
            end -= 1
        return self.candidates[max(0, end - _WINDOW) : end]

    def _ahead(self, token: int) -> Iterator[Candidate]:
        """The subject that follows in the same sentence: "Before he spoke, Ann Smith ..."."""
        at = bisect_left(self.candidates, token, key=lambda candidate: candidate.token)
        for candidate in self.candidates[at : at + 1]:
            near = candidate.token - token <= _AHEAD
            if near and self.page.deps[candidate.token] in SUBJECTS:
                yield candidate


def remember(page: Page, roll: Roll, people: dict[int, Person]) -> Memory:
    """Who is named and described in a text, each weighted by the part in the sentence."""
    memory = Memory(page, people)
    named = set()
    for naming in roll.namings:
        first, end = page.tokens_in(naming.span)
        if first < end:
            token = _head(page, first, end)
            named.add(token)
            memory.candidates.append(
                _candidate(page, token, naming.person.id, naming.person.gender)
            )
    memory.candidates += _described(page, roll, named)
    memory.candidates.sort(key=lambda candidate: candidate.token)
    return memory


def _described(page: Page, roll: Roll, named: AbstractSet[int]) -> Iterator[Candidate]:
    """Subjects that are described: "a witness", "the minister", who may be somebody named."""
    for token, dep in enumerate(page.deps):
        if dep not in SUBJECTS or not page.is_outside(token) or not is_human(page, token):
            continue
        if any(page.deps[c] in {"appos", "relcl"} and c in named for c in page.children[token]):
            continue
        word = page.lower[token]
        person = holder_of(page, roll, token)
        if person:
            yield _candidate(page, token, person.id, person.gender)
        else:
            yield _candidate(page, token, word, gender_of_noun(word))


def _candidate(page: Page, token: int, who: int | str, gender: Gender | None) -> Candidate:
    return Candidate(token, _weight(page, token), who, gender, _is_subordinate(page, token))


def holder_of(page: Page, roll: Roll, head: int) -> Person | None:
    """The person with the role in "the transport minister"."""
    first = page.left_edges[head]
    if page.lower[first] != "the" or first == head:
        return None
    return roll.holder(page.words[first + 1 : head + 1])


def _head(page: Page, first: int, end: int) -> int:
    """The word of a name that hangs on a word outside it."""
    for token in range(end - 1, first - 1, -1):
        if not first <= page.heads[token] < end or page.heads[token] == token:
            return token
    return end - 1


def _weight(page: Page, token: int) -> float:
    dep = page.deps[token]
    if dep == "appos" and page.heads[token] < token:
        dep = page.deps[page.heads[token]]  # "his captain, Tom Reed, agreed"
    weight = _ROLES.get(dep, _OTHER_ROLE)
    if not page.is_outside(token):
        return weight * _IN_QUOTATION
    if dep == "poss" and _is_thing_in_focus(page, page.heads[token]):
        return _OWNER
    return max(weight, _FIRST) if _opens_sentence(page, token) else weight


def _is_thing_in_focus(page: Page, token: int) -> bool:
    """Whether a subject belongs to somebody and is nobody: "Reed's lawsuit demands ..."."""
    return page.deps[token] in SUBJECTS and not is_human(page, token)


def _opens_sentence(page: Page, token: int) -> bool:
    """Whether a name starts its sentence before a comma, be it parsed as a subject or not."""
    first, end = page.sentence_tokens[page.sentence[token]]
    name = all(page.tags[i] in NAME_TAGS for i in range(first, token))
    return name and token + 1 < end and page.words[token + 1] == ","


def _is_subordinate(page: Page, token: int) -> bool:
    """Whether a word stands in a subordinate clause."""
    for _ in range(_STEPS_UP):
        head = page.heads[token]
        if page.deps[token] in _CLAUSES:
            return True
        if head == token:
            break
        token = head
    return False


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
