"""From the words for a speaker to the person: names, descriptions, pronouns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articles.extraction.quotes.pronouns import (
    GENDERS,
    RELATIVE,
    Memory,
    antecedent,
    remember,
)
from articles.extraction.quotes.roll import Roll
from articles.extraction.types import Span, Speaker

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from articles.extraction.quotes.page import Page
    from articles.extraction.quotes.phrases import Phrase
    from articles.extraction.quotes.statements import Statement
    from articles.extraction.types import Person

_HUMAN_ENDINGS = tuple(
    "er or man woman ist ian ee ant ess person aide official chief mother father wife husband"
    " son friend resident student captain coach boss head judge colleague source guard".split()
)
_NOT_HUMAN = frozenset(
    "paper newspaper letter order chapter poster banner newsletter center computer number"
    " ruling author's parliament statement document government department committee".split()
)


def resolve_speakers(
    page: Page, people: Sequence[Person], statements: Sequence[Statement]
) -> list[Speaker | None]:
    """The speaker of each statement, in the order of the statements."""
    roll = Roll(people)
    memory = remember(page, roll, {person.id: person for person in people})
    excluded: dict[Phrase, set[int]] = {}
    for statement in statements:
        if statement.speaker and statement.cue:
            named = excluded.setdefault(statement.speaker, set())
            named.update(_named(page, roll, statement))
    speakers = {
        phrase: _resolve(page, roll, memory, phrase, excluded.get(phrase, set()))
        for phrase in sorted(
            {s.speaker for s in statements if s.speaker}, key=lambda phrase: phrase.head
        )
    }
    return [speakers[s.speaker] if s.speaker else None for s in statements]


def _named(page: Page, roll: Roll, statement: Statement) -> Iterable[int]:
    """People named in the content or addressed: none of them is "he" who says it."""
    for segment in statement.segments:
        yield from (naming.person.id for naming in roll.inside(segment))
    if statement.cue:
        for child in page.children[statement.cue.head]:
            naming = roll.at(page.starts[child])
            if naming and page.deps[child] in {"dobj", "dative"}:
                yield naming.person.id


def _resolve(page: Page, roll: Roll, memory: Memory, phrase: Phrase, excluded: set[int]) -> Speaker:
    word = page.lower[phrase.head]
    span = page.span(phrase.first, phrase.last)
    if word in GENDERS:
        person = memory.resolve(phrase.head, excluded)
        memory.add_speaker(phrase.head, person.id if person else None)
        return _speaker(page, span, person)
    if word in RELATIVE and page.tags[phrase.head].startswith("W"):
        meant = antecedent(page, phrase.head)
        return _speaker(page, span, _named_by(page, roll, meant)[1] if meant else None)
    named, person = _named_by(page, roll, phrase)
    if person or _is_human(page, phrase):
        memory.add_speaker(phrase.head, person.id if person else None)
    return _speaker(page, named or span, person)


def _speaker(page: Page, span: Span, person: Person | None) -> Speaker:
    text = span.of(page.text)
    return Speaker(span, text, person.id, person.name) if person else Speaker(span, text)


def _named_by(page: Page, roll: Roll, phrase: Phrase) -> tuple[Span | None, Person | None]:
    """The person that a phrase names, and where it is not all of the phrase, the name.

    Of "the club's manager, Ann Smith", the name in apposition is the speaker.
    """
    naming = roll.at(page.starts[phrase.head])
    if naming:
        start = min(page.starts[phrase.first], naming.span.start)
        return Span(start, max(page.ends[phrase.last], naming.span.end)), naming.person
    for child in page.children[phrase.head]:
        if page.deps[child] == "appos" and child > phrase.head:
            naming = roll.at(page.starts[child])
            if naming:
                return naming.span, naming.person
    if page.lower[phrase.first] == "the" and phrase.last == phrase.head:
        return None, roll.holder(page.lower[phrase.head])
    return None, None


def _is_human(page: Page, phrase: Phrase) -> bool:
    word = page.lower[phrase.head]
    return (
        page.tags[phrase.head] == "NN" and word.endswith(_HUMAN_ENDINGS) and word not in _NOT_HUMAN
    )
