"""Is it known who is who, within an article and across articles?

A *chain* is one person in one article. It counts once, however often the
article names the person, and its found person is the one that most of its
found mentions have.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from articles.evaluation.people.mentions import in_scope
from articles.evaluation.scores import Score, Share, b_cubed

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence

    from articles.evaluation.people.gold import Found, PeopleGold
    from articles.extraction.types import Span

_WORD = re.compile(r"[\w’'\-]+")


@dataclass(frozen=True, slots=True)
class Linked:
    """A marked mention of a known entity; ``person`` is None where it was not found."""

    document: str
    entity: str
    span: Span
    text: str
    person: str | None


@dataclass(frozen=True, slots=True)
class Chain:
    document: str
    entity: str
    name: str  # the longest form in the article
    person: str | None  # None where no mention was found

    @property
    def last_name(self) -> str:
        words = _WORD.findall(self.name.casefold())
        return words[-1] if words else ""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two found chains of different articles; ``joined`` if they are said to be one person."""

    one: Chain
    other: Chain

    @property
    def joined(self) -> bool:
        return self.one.person == self.other.person

    @property
    def differs(self) -> bool:
        return self.one.name.casefold() != self.other.name.casefold()


@dataclass(frozen=True, slots=True)
class Identity:
    """What ``score_identity`` measures.

    Attributes:
        within, within_all: B-cubed over mentions inside their articles: over those
            found, and over all, each one missed standing alone.
        across, across_all: B-cubed over chains, likewise.
        across_hard: B-cubed over found chains whose entity is in several articles
            or shares a last name; the others are right of themselves.
        same: pairs of one entity in two articles.
        namesakes: pairs of two entities of one last name in two articles.
    """

    linked: int
    chains: int
    chains_found: int
    chains_hard: int
    within: Score
    within_all: Score
    across: Score
    across_all: Score
    across_hard: Score
    same: tuple[Pair, ...]
    namesakes: tuple[Pair, ...]

    @property
    def joined(self) -> Share:
        return Share.of(pair.joined for pair in self.same)

    @property
    def joined_variants(self) -> Share:
        """Of the pairs of one entity, those under different names."""
        return Share.of(pair.joined for pair in self.same if pair.differs)

    @property
    def wrongly_merged(self) -> Share:
        return Share.of(pair.joined for pair in self.namesakes)


def link(gold: PeopleGold, found: Iterable[Found]) -> Iterator[Linked]:
    """Give each marked mention the person of the found one that covers most of it.

    Of several that cover as much, the shortest counts, then the first.
    """
    given = in_scope(gold, found)
    for mention in gold.mentions:
        span = mention.span
        if mention.entity is None or not gold.scope.contains(span):
            continue
        best = max(
            (one for one in given if one.span.overlaps(span)),
            key=lambda one: (_shared(one.span, span), -len(one.span)),
            default=None,
        )
        person = best.person if best else None
        yield Linked(gold.id, mention.entity, span, span.of(gold.text), person)


def _shared(one: Span, other: Span) -> int:
    return min(one.end, other.end) - max(one.start, other.start)


def score_identity(links: Sequence[Linked]) -> Identity:
    chains = _chains(links)
    found = [chain for chain in chains if chain.person is not None]
    hard = _hard(chains)
    return Identity(
        linked=len(links),
        chains=len(chains),
        chains_found=len(found),
        chains_hard=len(hard),
        within=b_cubed([_item(one) for one in links if one.person is not None]),
        within_all=b_cubed([_item(one) for one in links]),
        across=b_cubed([(chain.entity, chain.person) for chain in found]),
        across_all=b_cubed(
            [(chain.entity, (chain.person, "" if chain.person else chain)) for chain in chains]
        ),
        across_hard=b_cubed([(chain.entity, chain.person) for chain in hard]),
        same=tuple(_pairs(found, lambda chain: chain.entity)),
        namesakes=tuple(
            pair
            for pair in _pairs(found, lambda chain: chain.last_name)
            if pair.one.entity != pair.other.entity
        ),
    )


def _item(one: Linked) -> tuple[Hashable, Hashable]:
    """Wanted and found cluster inside the article; a missed mention is a cluster of its own."""
    found = (one.document, one.person, one.span if one.person is None else None)
    return (one.document, one.entity), found


def _chains(links: Iterable[Linked]) -> list[Chain]:
    groups: dict[tuple[str, str], list[Linked]] = defaultdict(list)
    for one in links:
        groups[one.document, one.entity].append(one)
    chains = []
    for (document, entity), mentions in groups.items():
        forms = (mention.text for mention in mentions)
        name = max(forms, key=lambda form: (len(form.split()), len(form)))
        people = Counter(mention.person for mention in mentions if mention.person is not None)
        person = people.most_common(1)[0][0] if people else None
        chains.append(Chain(document, entity, name, person))
    return chains


def _hard(chains: Sequence[Chain]) -> list[Chain]:
    articles = Counter(chain.entity for chain in chains)
    bearers: dict[str, set[str]] = defaultdict(set)
    for chain in chains:
        bearers[chain.last_name].add(chain.entity)
    return [
        chain
        for chain in chains
        if chain.person is not None
        and (articles[chain.entity] > 1 or len(bearers[chain.last_name]) > 1)
    ]


def _pairs(chains: Iterable[Chain], key: Callable[[Chain], str]) -> Iterator[Pair]:
    """Pairs of chains of different articles that agree in a key."""
    groups: dict[str, list[Chain]] = defaultdict(list)
    for chain in chains:
        groups[key(chain)].append(chain)
    for group in groups.values():
        for one, other in combinations(group, 2):
            if one.document != other.document:
                yield Pair(one, other)
