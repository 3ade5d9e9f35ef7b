"""Where the people of a text are named, and who has which role."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from articles.extraction.quotes.described import role_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from articles.extraction.types import Person, Span

# These set somebody apart from whoever has the role itself.
_OTHERS = frozenset(
    "outgoing former new next incoming previous late deputy vice assistant acting other another"
    " rival second fellow junior senior young older younger ex-".split()
)


@dataclass(frozen=True, slots=True)
class Naming:
    """One place where a person is named."""

    span: Span
    person: Person


class Roll:
    """All namings of a text in order, to be looked up by place."""

    def __init__(self, people: Sequence[Person]) -> None:
        namings = [Naming(m.span, person) for person in people for m in person.mentions]
        self.namings: Sequence[Naming] = sorted(namings, key=lambda n: (n.span, n.person.id))
        self._starts = [naming.span.start for naming in self.namings]
        self._by_name = _by_name(people)
        self._by_role = _roles(people)

    def at(self, position: int) -> Naming | None:
        """The naming that covers a character."""
        found = bisect_right(self._starts, position) - 1
        if found >= 0 and position < self.namings[found].span.end:
            return self.namings[found]
        return None

    def inside(self, span: Span) -> Iterable[Naming]:
        """The namings that start in a stretch of text."""
        position = bisect_right(self._starts, span.start - 1)
        while position < len(self.namings) and self._starts[position] < span.end:
            yield self.namings[position]
            position += 1

    def named(self, name: str) -> Person | None:
        """The one person with a full or last name, in any case: the labels of transcripts."""
        bearers = self._by_name.get(name.lower(), [])
        return bearers[0] if len(bearers) == 1 else None

    def holder(self, words: Sequence[str]) -> Person | None:
        """The one person of the text with a role: whom "the transport minister" means.

        Of several ministers it is the only one whose title has all the words;
        "the Rovers manager" is the only manager, if no other club's.
        """
        meant = set(map(role_of, words))
        holders = [
            (person, title)
            for person, title in self._by_role.get(role_of(words[-1]), [])
            if not (title - meant) & _OTHERS
        ]
        exact = [(person, title) for person, title in holders if meant <= title]
        if len({person.id for person, _ in exact}) == 1:
            return exact[0][0]
        if exact or len({person.id for person, _ in holders}) != 1:
            return None
        modifiers = {word.lower() for word in words[:-1]}
        person, title = min(holders, key=lambda holder: len(holder[1]))
        own = len(title) == 1 or all(word[0].isupper() for word in words[:-1])
        return person if own and not modifiers & _OTHERS else None


def _by_name(people: Iterable[Person]) -> dict[str, list[Person]]:
    names: dict[str, list[Person]] = {}
    for person in people:
        name = person.name.lower()
        for form in {name, name.split()[-1]}:
            names.setdefault(form, []).append(person)
    return names


def _roles(people: Iterable[Person]) -> dict[str, list[tuple[Person, frozenset[str]]]]:
    """Persons with the words of a title of theirs, by the role in it."""
    roles: dict[str, list[tuple[Person, frozenset[str]]]] = {}
    for person in people:
        for title in person.titles:
            words = [role_of(word) for word in title.replace("’", "'").split()]
            for role in {words[-1], *_heads(words)} if words else ():
                roles.setdefault(role, []).append((person, frozenset(words)))
    return roles


def _heads(words: Sequence[str]) -> Iterable[str]:
    """The role in "mayor of London": what stands before the preposition."""
    for position, word in enumerate(words):
        if word in {"of", "for", "at", "in"} and position:
            yield words[position - 1]
            return
