"""Stretches of words that may be a person's name, cut free of titles and other words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from articles.extraction.lexicons import load
from articles.extraction.people.names import PARTICLES, given_names, is_suffix, plain, surnames
from articles.extraction.people.titles import ROYAL, is_office, is_role, personal_titles
from articles.extraction.people.words import Gap, Shape, Word

LONGEST_NAME = 12
LONGEST_RUN = 24
LONGEST_NICKNAME = 4
# Title, given name and initials.
WORDS_BEFORE_NICKNAME = 4
_SIDES = ("Q.", "A.")  # of an interview


@dataclass(frozen=True, slots=True)
class Candidate:
    """Words ``first`` to ``last`` (exclusive); ``nickname`` stands in quotes inside."""

    first: int
    last: int
    nickname: tuple[int, int] | None = None

    def printed(self, words: list[Word]) -> tuple[str, ...]:
        """The words of the name without the nickname."""
        low, high = self.nickname or (self.last, self.last)
        return tuple(words[at].text for at in (*range(self.first, low), *range(high, self.last)))

    def key(self, words: list[Word]) -> str:
        """What names the document counts as one: plain words without stops."""
        return " ".join(plain(word.rstrip(".")) for word in self.printed(words))

    def __len__(self) -> int:
        low, high = self.nickname or (0, 0)
        return self.last - self.first - (high - low)


@cache
def common() -> frozenset[str]:
    return load("common_words")


@cache
def places() -> frozenset[str]:
    return frozenset(place.casefold() for place in load("places")) | load("dateline_places")


@cache
def time_and_people() -> frozenset[str]:
    peoples = load("demonyms")
    return load("calendar_names") | peoples | {f"{people}s" for people in peoples}


def is_given(word: Word) -> bool:
    """Whether the word, or the first part of "Jean-Claude", is a given name of the lists."""
    folded = plain(word.text)
    return folded in given_names() or folded.partition("-")[0] in given_names()


def is_surname(word: Word) -> bool:
    return plain(word.text) in surnames()


def find_candidates(words: list[Word]) -> Iterator[Candidate]:
    """Every trimmed stretch of capitalised words, in order, without overlap."""
    for run in _runs(words):
        for part in _parts(words, run):
            trimmed = _trim(words, part)
            if trimmed is not None:
                yield trimmed


def _runs(words: list[Word]) -> Iterator[Candidate]:
    at = 0
    while at < len(words):
        if not words[at].nameable:
            at += 1
            continue
        first, at, nickname = at, at + 1, None
        while at < len(words) and at - first < LONGEST_RUN and not words[at - 1].possessive:
            step = _step(words, at)
            if step == at and nickname is None:
                nickname = _nickname(words, first, at)
                step = nickname[1] + 1 if nickname else at
            if step == at:
                break
            at = step
        yield Candidate(first, at, nickname)


def _step(words: list[Word], at: int) -> int:
    """The place behind the next word of a run, or ``at`` where the run ends."""
    word = words[at]
    if is_suffix(word.text) and word.nameable and word.gap is Gap.COMMA:
        return at + 1
    if not word.joined:
        return at
    if word.nameable:
        return at + 1
    behind = at
    while behind < min(len(words), at + 3) and words[behind].joined:
        if words[behind].nameable:
            return behind + 1
        if words[behind].text not in PARTICLES:
            break
        behind += 1
    return at


def _nickname(words: list[Word], first: int, at: int) -> tuple[int, int] | None:
    if (
        words[at].gap is not Gap.OPENING
        or not words[at].nameable
        or at - first > WORDS_BEFORE_NICKNAME
    ):
        return None
    if words[at].text in load("places") or not words[first].tag.startswith("NNP"):
        return None
    for close in range(at + 1, min(len(words), at + 1 + LONGEST_NICKNAME)):
        if words[close].gap is Gap.CLOSING:
            return (at, close) if words[close].nameable else None
        if not words[close].joined:
            return None
    return None


def _parts(words: list[Word], run: Candidate) -> Iterator[Candidate]:
    """Cut a run where words show that the name ends and another begins."""
    if run.nickname is not None:
        yield run
        return
    first = run.first
    for at in range(run.first + 1, run.last):
        if (_breaks(words, at) and not is_role(words[at - 1])) or at - first >= LONGEST_NAME:
            yield Candidate(first, at)
            first = at
    yield Candidate(first, run.last)


def _breaks(words: list[Word], at: int) -> bool:
    before, word = words[at - 1], words[at]
    if before.text in PARTICLES or word.text in PARTICLES:
        return False
    if word.headline or word.capitals:
        return _ordinary(before) or _ordinary(word)
    if word.label == "PERSON" and before.label == "PERSON" and word.entity != before.entity:
        return is_given(word) and not is_given(before)
    return False


def _ordinary(word: Word) -> bool:
    """A word of a headline that is hardly part of a name."""
    if word.fold not in common():
        return False
    if word.capitals:
        return not is_given(word)
    return not (is_given(word) or is_surname(word)) or not word.tag.startswith("NNP")


def _trim(words: list[Word], run: Candidate) -> Candidate | None:
    first, last = _behind_title(words, run), run.last
    while first < last and _leads(words, first, last):
        first += 1
    while first < last and _trails(words, first, last):
        last -= 1
    if first >= last or (last - first == 1 and not _alone(words[first])):
        return None
    nickname = run.nickname if run.nickname and first < run.nickname[0] else None
    return Candidate(first, last, nickname)


def _behind_title(words: list[Word], run: Candidate) -> int:
    """The first word behind the last title in a run."""
    end = run.nickname[0] if run.nickname else run.last
    if run.first > 0 and words[run.first].joined and words[run.first - 1].fold == "of":
        office = run.first
        while office < end - 1 and is_office(words[office]):
            office += 1
        if office > run.first:
            return office
    for at in range(end - 2, run.first - 1, -1):
        if is_role(words[at]) and not _is_name_part(words, at, run):
            behind = words[at + 1]
            if not is_suffix(behind.text):
                return at + 1
    return run.first


def _is_name_part(words: list[Word], at: int, run: Candidate) -> bool:
    """Whether a role word ("King", "Dean", "Baker") is a part of a name here."""
    word = words[at]
    if at > run.first and (is_given(words[at - 1]) or words[at - 1].shape is Shape.INITIALS):
        return is_surname(word)
    if word.label != "PERSON":
        return False
    if at > run.first and words[at - 1].entity == word.entity:
        return not is_role(words[at - 1])
    return is_given(word) or (
        word.entity == words[at + 1].entity
        and word.fold not in personal_titles()
        and is_surname(word)
    )


def _leads(words: list[Word], first: int, last: int) -> bool:
    """Whether the first word stands before a name, not in it."""
    word = words[first]
    if word.text in PARTICLES or word.fold.startswith("ex-") or _is_side(words, first, last):
        return True
    if word.text in time_and_people():
        return not _name_like_a_people(words, first, last)
    if word.fold in common():
        name_too = word.tag.startswith("NNP") and (is_given(word) or is_surname(word))
        led = last - first > 1 and is_given(words[first + 1])
        model = word.label == "PERSON" and word.tag.startswith("NN") and not led
        return not name_too and not model
    if is_given(word) or word.label == "PERSON" or word.shape is Shape.INITIALS:
        return False
    if word.opens_sentence and not word.tag.startswith("NN") and not is_surname(word):
        return True
    behind = sum(words[at].label == "PERSON" for at in range(first + 1, last))
    return bool(word.label) and (behind > 1 or (behind > 0 and is_other(word)))


def _is_side(words: list[Word], first: int, last: int) -> bool:
    """Whether "Q." or "A." is the mark of a side: "Q. Will you stand again?"."""
    if words[first].text not in _SIDES or not words[first].opens_sentence:
        return False
    if last - first == 1:
        return True
    behind = words[first + 1]
    return behind.fold in common() and (is_given(behind) or not is_surname(behind))


def _name_like_a_people(words: list[Word], first: int, last: int) -> bool:
    """Whether "May", "Christian" or "German" is a name, not a month or people."""
    word = words[first]
    if last - first == 1:
        return is_surname(word) and word.label != "DATE"
    return is_given(word) and (word.label == "PERSON" or is_surname(words[first + 1]))


def _trails(words: list[Word], first: int, last: int) -> bool:
    """Whether the last word stands behind a name, not in it."""
    word = words[last - 1]
    if is_suffix(word.text):
        return last - first == 1
    if word.fold == "i" and last - first == 2:
        return not (first > 0 and words[first - 1].fold in ROYAL and words[first].joined)
    if word.text in PARTICLES:
        return True
    if word.text in load("calendar_names"):
        return last - first > 1 and not _surname_of_calendar(words, first, last)
    return last - first > 1 and not is_surname(word) and _plain_trail(word, words[first])


def _plain_trail(word: Word, head: Word) -> bool:
    if word.fold in common() and (word.headline or word.text not in load("organisation_words")):
        return word.label != "PERSON" or word.headline or word.capitals
    return word.label not in ("", "PERSON") and head.label == "PERSON" and is_other(word)


def _surname_of_calendar(words: list[Word], first: int, last: int) -> bool:
    """Whether "May" stands as the family name behind a given name."""
    word = words[last - 1]
    return is_surname(word) and word.label != "DATE" and is_given(words[last - 2])


def is_other(word: Word) -> bool:
    """Whether the lists know the word as a place, people, organisation or thing."""
    return (
        word.text in time_and_people()
        or word.text in load("organisation_words")
        or word.text in load("places")
        or word.text in load("organisations")
    )


def _alone(word: Word) -> bool:
    """Whether a word can be a name by itself."""
    return len(word.text.rstrip(".")) > 1 and word.shape is not Shape.INITIALS
