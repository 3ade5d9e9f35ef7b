"""One person for every cluster of names inside a document."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Set
from dataclasses import dataclass, field, replace

from articles.extraction.people.gender import (
    gender_of_given,
    gender_of_honorific,
    gender_of_title,
)
from articles.extraction.people.names import Name, bare, compatible, forms_of
from articles.extraction.people.titles import is_royal
from articles.extraction.types import Gender, Mention

# Persons of one family name that are compared with a new one, the latest
# first: news has a handful; the bound keeps hostile lists of names linear.
NAMESAKES = 40
# Different forms of one name that are kept, for the same reason.
NAME_FORMS = 20
# A lone name that fits two persons is as likely wrong as this says.
AMBIGUOUS = 0.7


@dataclass(frozen=True, slots=True)
class Named:
    """A mention with the parts of its name."""

    mention: Mention
    name: Name

    @property
    def gender(self) -> Gender | None:
        title = self.mention.title or ""
        given = gender_of_given(self.name.given or self.name.family)
        return gender_of_honorific(title) or given or gender_of_title(title)


@dataclass(slots=True, eq=False)
class Cluster:
    """One person: the forms of the name, and the mentions so far."""

    names: list[Name] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    gender: Gender | None = None
    latest: int = -1  # running number of the latest mention

    def accepts(self, name: Name) -> bool:
        return all(compatible(own, name) for own in self.names if own.given)

    def fits(self, lone: Name) -> bool:
        """Whether a lone name has no other suffix than the full ones ("Krieg Jr")."""
        suffixes = {name.suffix for name in self.names} - {""}
        return not lone.suffix or not suffixes or lone.suffix in suffixes

    def learn(self, named: Named) -> None:
        if named.name not in self.names and len(self.names) < NAME_FORMS:
            self.names.append(named.name)
        self.gender = self.gender or named.gender


class Persons:
    """The persons of one document, found by any word of their names."""

    def __init__(self) -> None:
        self.clusters: list[Cluster] = []
        self._by_family: dict[str, list[Cluster]] = defaultdict(list)
        self._by_word: dict[str, list[Cluster]] = defaultdict(list)
        self._by_form: dict[str, list[Cluster]] = defaultdict(list)

    def with_full_name(self, named: Named) -> Cluster:
        """The person of a full name, known or new."""
        near = [
            cluster
            for word in {named.name.family, *named.name.words}
            for index in (self._by_family, self._by_word)
            for cluster in index[bare(word)][-NAMESAKES:]
        ]
        fitting = (cluster for cluster in near if cluster.accepts(named.name))
        cluster = max(fitting, key=lambda cluster: cluster.latest, default=None) or self._new()
        self._learn(cluster, named)
        return cluster

    def with_lone_name(self, named: Named) -> tuple[Cluster, bool]:
        """The person of a surname, given name or nickname, and whether others fit too."""
        word = bare(named.name.family)
        told = gender_of_title(named.mention.title or "")
        for index in self._indexes(named):
            near = [
                cluster
                for cluster in index[word][-NAMESAKES:]
                if (told is None or cluster.gender in (None, told)) and cluster.fits(named.name)
            ]
            if near:
                cluster = max(near, key=lambda one: (told == one.gender, *_nearness(one)))
                cluster.gender = cluster.gender or told
                return cluster, len(near) > 1
        cluster = self._new()
        self._learn(cluster, named)
        return cluster, False

    def _indexes(self, named: Named) -> tuple[dict[str, list[Cluster]], ...]:
        """Where to look a lone name up; a king's or queen's is not another's given name."""
        if named.name.suffix or is_royal(named.mention.title or ""):
            return (self._by_family,)
        return self._by_family, self._by_word, self._by_form

    def _new(self) -> Cluster:
        cluster = Cluster()
        self.clusters.append(cluster)
        return cluster

    def _learn(self, cluster: Cluster, named: Named) -> None:
        name = named.name
        if name not in cluster.names:
            _register(self._by_family, {name.family, *name.family.split()[-1:]}, cluster)
            _register(self._by_word, {*name.words, name.given, name.nickname} - {""}, cluster)
            _register(self._by_form, forms_of(name.given), cluster)
        cluster.learn(named)


def _register(index: dict[str, list[Cluster]], words: Set[str], cluster: Cluster) -> None:
    for word in map(bare, words):
        if cluster not in index[word][-NAMESAKES:]:
            index[word].append(cluster)


def _nearness(cluster: Cluster) -> tuple[bool, int]:
    """Mentioned before beats mentioned later; then the latest, weighed by how often."""
    return bool(cluster.mentions), cluster.latest + min(len(cluster.mentions), 10)


def cluster_names(found: list[Named]) -> list[Cluster]:
    """Group the mentions of a document, given in order of appearance, by person.

    Full names come first, so that a surname in the headline finds the full
    name in the story; then every lone name goes to the person whom it fits.
    """
    persons = Persons()
    homes: dict[int, Cluster] = {}
    for number, named in enumerate(found):
        if named.name.given:
            homes[number] = persons.with_full_name(named)
            homes[number].latest = number
    for cluster in persons.clusters:
        cluster.latest = -1
    for number, named in enumerate(found):
        mention, home = named.mention, homes.get(number)
        if home is None:
            home, ambiguous = persons.with_lone_name(named)
            if ambiguous:
                mention = replace(mention, confidence=round(mention.confidence * AMBIGUOUS, 2))
        home.mentions.append(mention)
        home.latest = number
    return sorted(persons.clusters, key=lambda cluster: cluster.mentions[0].span)
