"""Where the people of a text are named."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from articles.extraction.types import Person, Span


@dataclass(frozen=True, slots=True)
class Naming:
    """One place where a person is named."""

    span: Span
    person: Person


class Roll:
    """All namings of a text in order, to be looked up by place."""

    def __init__(self, people: Iterable[Person]) -> None:
        namings = [Naming(m.span, person) for person in people for m in person.mentions]
        self.namings: Sequence[Naming] = sorted(namings, key=lambda n: (n.span, n.person.id))
        self._starts = [naming.span.start for naming in self.namings]
        self._by_role = _roles(naming.person for naming in self.namings)

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

    def holder(self, role: str) -> Person | None:
        """The one person of the text with a role: whom "the president" means."""
        holders = self._by_role.get(role, [])
        return holders[0] if len(holders) == 1 else None


def _roles(people: Iterable[Person]) -> dict[str, list[Person]]:
    roles: dict[str, list[Person]] = {}
    for person in people:
        for title in person.titles:
            words = title.lower().split()
            holders = roles.setdefault(words[-1], []) if words else []
            if person not in holders:
                holders.append(person)
    return roles
