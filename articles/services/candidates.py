"""The people known who may be meant by a name, as ``articles.linking`` compares them."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple

from django.db import connection

from articles.extraction.types import Gender
from articles.linking import Known, Sighting, agreement, block, full_name
from articles.models import Appearance, Person, PersonAlias

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from datetime import date, datetime

# People compared with one name, those most often mentioned first; latest appearances of each.
CANDIDATES = 12
ALIASES = 1_000
COMPARED = 12
# SQLite joins no more than 500 selects.
_PEOPLE_AT_ONCE = 200
_LATEST = (
    "SELECT id FROM (SELECT id FROM articles_appearance WHERE person_id = %s"
    " ORDER BY sort_at DESC, id DESC LIMIT %s) AS latest"
)


class Seen(NamedTuple):
    """An appearance, in the columns and the order of ``AppearanceQuerySet.as_sightings``."""

    person: int
    article: int
    name: str
    titles: Collection[str]
    gender: str
    context: Collection[str]
    source: int
    section: str
    day: date | None
    sort_at: datetime
    # Later ones have higher numbers.
    order: int


class KnownPeople:
    """The people who may be meant in a batch of articles.

    Read from the database once; what the articles of the batch add, one after
    the other, is known to those that follow as if it were stored.

    Args:
        names: of all who are to be identified.
    """

    def __init__(self, names: Iterable[str]) -> None:
        names = set(names)
        blocks = {block(name) for name in names}
        aliases = PersonAlias.objects.filter(block__in=blocks, person__merged_into=None)
        rows = aliases.order_by("-person__mention_count", "person_id", "folded").values_list(
            "block", "person_id", "folded", "name", "person__mention_count"
        )
        self._names: dict[str, dict[int, dict[str, str]]] = defaultdict(lambda: defaultdict(dict))
        self._mentions: Counter[int] = Counter()
        self._articles: Counter[int] = Counter()
        for key, person, folded, name, mentions in rows[: ALIASES * max(1, len(blocks))]:
            self._names[key][person][folded] = name
            self._mentions[person] = mentions
        self._latest: dict[int, list[Seen]] = {}
        self._companions: dict[int, list[tuple[int, str]]] = {}
        self._added: dict[int, list[Seen]] = defaultdict(list)
        self.people: dict[int, Person] = {}
        self.load_people({person for name in names for person in self.of(name, without=())})

    def of(self, name: str, *, without: Collection[int]) -> dict[int, list[str]]:
        """Those names of each person who may be meant, by the person's id.

        Those most often mentioned come first.
        """
        named = self._names.get(block(name), {})
        fitting = [
            person
            for person, names in named.items()
            if person not in without and any(agreement(name, known) for known in names.values())
        ]
        fitting.sort(key=lambda person: (-self._mentions[person], person))
        return {
            person: [named[person][folded] for folded in sorted(named[person])]
            for person in fitting[:CANDIDATES]
        }

    def load_people(self, people: Iterable[int]) -> None:
        """Read the rows of people that are not among ``people`` yet."""
        missing = set(people) - self.people.keys()
        if missing:
            self.people |= Person.objects.in_bulk(missing)

    def load_sightings(self, people: Iterable[int]) -> None:
        """Read the latest appearances of people, for ``known``."""
        missing = sorted(set(people) - self._latest.keys())
        if not missing:
            return
        found = list(Appearance.objects.filter(pk__in=_latest_ids(missing)).as_sightings())
        self._latest |= {person: [] for person in missing}
        for row in found:
            seen = Seen(*row)
            self._latest[seen.person].append(seen)
        articles = {row[1] for row in found} - self._companions.keys()
        self._companions |= {article: [] for article in articles}
        rows = Appearance.objects.filter(article__in=articles)
        if articles:
            for article, person, name in rows.values_list("article_id", "person_id", "name"):
                if full := full_name(name):
                    self._companions[article].append((person, full))

    def known(self, names: dict[int, list[str]]) -> list[Known]:
        """People with their latest appearances.

        Args:
            names: those of each person, by the person's id.
        """
        self.load_people(names)
        self.load_sightings(names)
        return [self._known(person, tuple(own)) for person, own in names.items()]

    def _known(self, person: int, names: tuple[str, ...]) -> Known:
        row = self.people[person]
        latest = [*self._latest[person], *self._added[person]]
        latest.sort(key=lambda seen: (seen.sort_at, seen.order), reverse=True)
        return Known(
            person,
            names,
            tuple(self._sighting(seen) for seen in latest[:COMPARED]),
            row.description,
            row.article_count + self._articles[person],
            bool(row.wikidata_id),
        )

    def _sighting(self, seen: Seen) -> Sighting:
        others = self._companions.get(seen.article, ())
        return Sighting(
            name=seen.name,
            titles=tuple(seen.titles),
            gender=Gender(seen.gender) if seen.gender else None,
            context=frozenset(seen.context),
            companions=frozenset(full for person, full in others if person != seen.person),
            source=str(seen.source),
            section=seen.section,
            day=seen.day,
        )

    def add_person(self, row: Person) -> None:
        """Know somebody new, who is not stored yet."""
        self.people[row.pk] = row
        self._latest[row.pk] = []

    def add_name(self, person: int, name: str, folded: str) -> None:
        """Know another name of somebody; a name known already stays as it is written."""
        self._names[block(name)][person].setdefault(folded, name)

    def add_article(self, article: int, appearing: Iterable[tuple[int, str]]) -> None:
        """Know who appears in an article: ids of people, and their names there."""
        named = ((person, full_name(name)) for person, name in appearing)
        self._companions[article] = [(person, full) for person, full in named if full]

    def add_sighting(self, seen: Seen, mentions: int) -> None:
        """Know of an article that names somebody for the first time, and how often it does."""
        self._added[seen.person].append(seen)
        self._mentions[seen.person] += mentions
        self._articles[seen.person] += 1


def _latest_ids(people: list[int]) -> list[int]:
    """The ids of each person's latest appearances: one walk along the index for each."""
    ids: list[int] = []
    with connection.cursor() as cursor:
        for start in range(0, len(people), _PEOPLE_AT_ONCE):
            part = people[start : start + _PEOPLE_AT_ONCE]
            limits = [value for person in part for value in (person, COMPARED)]
            cursor.execute(" UNION ALL ".join([_LATEST] * len(part)), limits)
            ids += [identifier for (identifier,) in cursor.fetchall()]
    return ids
