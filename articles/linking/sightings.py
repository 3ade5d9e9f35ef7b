"""What is compared: a person as one article shows them, and the people known so far."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from articles.extraction.types import Gender


@dataclass(frozen=True, slots=True)
class Sighting:
    """One person in one article.

    Attributes:
        name: the fullest form in the article.
        titles: as printed there.
        context: words near the mentions (``extraction.types.Person.context``).
        companions: the full names, plain, of the other people of the article.
        source: any key of the publisher; empty if unknown.
        section: as printed; empty if unknown.
        day: of publication.
    """

    name: str
    titles: tuple[str, ...] = ()
    gender: Gender | None = None
    context: frozenset[str] = frozenset()
    companions: frozenset[str] = frozenset()
    source: str = ""
    section: str = ""
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody known: all forms of the name, and sightings, the latest first.

    ``articles`` counts all that name them, also those of no sighting here;
    ``identified`` is somebody to whom an editor or an authority file gave an id.
    """

    id: int
    names: tuple[str, ...]
    sightings: tuple[Sighting, ...] = ()
    description: str = ""
    articles: int = 0
    identified: bool = False
