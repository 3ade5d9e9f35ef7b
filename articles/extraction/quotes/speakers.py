"""From the words for a speaker to the person: names, descriptions, pronouns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articles.extraction.quotes.described import is_human
from articles.extraction.quotes.pronouns import (
    GENDERS,
    RELATIVE,
    Memory,
    antecedent,
    holder_of,
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

_ASKING = frozenset(("ask", "inquire", "enquire", "query", "question"))


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
    askers = {s.speaker for s in statements if s.cue and s.cue.lemma in _ASKING}
    speakers = {
        phrase: _resolve(
            page, roll, memory, phrase, excluded.get(phrase, set()), asks=phrase in askers
        )
        for phrase in sorted(
            {s.speaker for s in statements if s.speaker}, key=lambda phrase: phrase.head
        )
    }
    return [speakers[s.speaker] if s.speaker else None for s in statements]


def _named(page: Page, roll: Roll, statement: Statement) -> Iterable[int]:
    """People named in the content or addressed: none of them is "he" who says it."""
    for segment in statement.segments:
        for naming in roll.inside(segment):
            if not _leads(page, naming.span):
                yield naming.person.id
    if statement.cue:
        for child in page.children[statement.cue.head]:
            addressed = roll.at(page.starts[child])
            if addressed and page.deps[child] in {"dobj", "dative"}:
                yield addressed.person.id


def _leads(page: Page, name: Span) -> bool:
    """Whether a name opens its sentence behind a preposition: "For Smith, it is ..., she said"."""
    first = page.token_at(name.start)
    lead = page.sentence_tokens[page.sentence[first]][0]
    return first == lead + 1 and page.tags[lead] == "IN" and page.is_outside(first)


def _resolve(
    page: Page, roll: Roll, memory: Memory, phrase: Phrase, excluded: set[int], *, asks: bool
) -> Speaker:
    word = page.lower[phrase.head]
    span = page.span(phrase.first, phrase.last)
    if word in GENDERS:
        person = memory.resolve(phrase.head, excluded)
        if person:
            memory.add_speaker(phrase.head, person.id, asks=asks)
        return _speaker(page, span, person)
    if word in RELATIVE and page.tags[phrase.head].startswith("W"):
        meant = antecedent(page, phrase.head)
        return _speaker(page, span, _named_by(page, roll, meant)[1] if meant else None)
    named, person = _named_by(page, roll, phrase)
    if person or is_human(page, phrase.head):
        memory.add_speaker(phrase.head, person.id if person else word, asks=asks)
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
    if page.words[phrase.head].isupper() and len(page.words[phrase.head]) > 1:
        person = roll.named(page.span(phrase.first, phrase.last).of(page.text))
        return None, person or roll.named(page.words[phrase.head])
    return None, holder_of(page, roll, phrase.head)
