"""The people known who may be meant by a name, as ``articles.linking`` compares them."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from articles.extraction.types import Gender
from articles.linking import Known, Sighting, agreement, block, full_name
from articles.models import Appearance, Person, PersonAlias

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from datetime import date

    # person, article, name, titles, gender, context, source, section, day
    Row = tuple[int, int, str, list[str], str, list[str], int, str, date | None]

# People compared with one name, those most often mentioned first; latest appearances of each.
CANDIDATES = 12
ALIASES = 1_000
COMPARED = 12


class Candidates:
    """The names of all people who may be meant by some names, read at once."""

    def __init__(self, names: Iterable[str]) -> None:
        blocks = {block(name) for name in names}
        aliases = PersonAlias.objects.filter(block__in=blocks, person__merged_into=None)
        rows = aliases.order_by("-person__mention_count", "person_id", "folded")
        self._named: dict[str, dict[int, list[str]]] = defaultdict(lambda: defaultdict(list))
        for key, person, name in rows.values_list("block", "person_id", "name")[:ALIASES]:
            self._named[key][person].append(name)

    def of(self, name: str, *, without: Collection[int]) -> dict[int, list[str]]:
        """Those names of each person who may be meant, by the person's id."""
        fitting = {
            person: names
            for person, names in self._named[block(name)].items()
            if person not in without and any(agreement(name, known) for known in names)
        }
        return dict(list(fitting.items())[:CANDIDATES])


def known_people(names: dict[int, list[str]]) -> list[Known]:
    """The people of these names with their latest appearances.

    Args:
        names: those of each person, by the person's id.
    """
    rows = {
        person: list(Appearance.objects.filter(person=person).as_sightings()[:COMPARED])
        for person in names
    }
    companions = _companions({row[1] for found in rows.values() for row in found})
    people = Person.objects.only("description", "article_count", "wikidata_id").in_bulk(names)
    return [
        Known(
            person,
            tuple(own),
            tuple(_sighting(row, companions) for row in rows[person]),
            people[person].description,
            people[person].article_count,
            bool(people[person].wikidata_id),
        )
        for person, own in names.items()
    ]


def _companions(articles: set[int]) -> dict[int, list[tuple[int, str]]]:
    """The people of each article: their ids and full names."""
    people = defaultdict(list)
    rows = Appearance.objects.filter(article__in=articles)
    for article, person, name in rows.values_list("article_id", "person_id", "name"):
        if full := full_name(name):
            people[article].append((person, full))
    return people


def _sighting(row: Row, companions: dict[int, list[tuple[int, str]]]) -> Sighting:
    own, article, name, titles, gender, context, source, section, day = row
    others = companions.get(article, ())
    return Sighting(
        name=name,
        titles=tuple(titles),
        gender=Gender(gender) if gender else None,
        context=frozenset(context),
        companions=frozenset(full for person, full in others if person != own),
        source=str(source),
        section=section,
        day=day,
    )
