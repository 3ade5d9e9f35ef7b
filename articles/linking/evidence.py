"""What speaks for and against that somebody seen in an article is somebody known."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from articles.extraction.lexicons import load
from articles.extraction.people.names import plain
from articles.linking.names import Agreement, Rarity, agreement, contradicted, parts, rarity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from articles.linking.sightings import Known, Sighting

# What the names say by themselves, by how they agree and how rare the name is.
NAMES = {
    Agreement.FULL: {Rarity.RARE: 2.3, Rarity.USUAL: 1.5, Rarity.COMMON: -1.2},
    Agreement.SHORT: {Rarity.RARE: 1.0, Rarity.USUAL: -0.5, Rarity.COMMON: -2.0},
    Agreement.LONE: {Rarity.RARE: -0.5, Rarity.USUAL: -0.5, Rarity.COMMON: -2.0},
    Agreement.SAME_LONE: {Rarity.RARE: 0.0, Rarity.USUAL: 0.0, Rarity.COMMON: -0.8},
    Agreement.SPELLING: {Rarity.RARE: -1.5, Rarity.USUAL: -2.5, Rarity.COMMON: -4.0},
}
# What each kind of agreement is called in the evidence.
SAME_NAME, SPELLING = "name", "spelling"
KINDS = {
    Agreement.FULL: SAME_NAME,
    Agreement.SHORT: "short name",
    Agreement.LONE: "family name",
    Agreement.SAME_LONE: "family name",
    Agreement.SPELLING: SPELLING,
}
# Somebody often in the news is more likely meant than a namesake: per e-fold of articles.
KNOWN, MOST_KNOWN = 0.25, 1.5
# Whoever has an id is somebody the news desk expects to read of.
IDENTIFIED = 1.0
TITLE, OTHER_FIELD = 1.8, -1.5
COMPANION = 1.0
MOST_COMPANIONS = 2.5
CONTEXT = 13.0
MOST_CONTEXT = 4.0
# Contexts that share less than this speak against.
STRANGE = 0.02
STRANGER = -0.7
SAME_SECTION, OTHER_SECTION = 0.4, -0.4
SAME_SOURCE = 0.2
SAME_DAYS = 1.0
OTHER_GENDER = -4.0
# Days apart that count as one story; sightings compared; words shown of each kind.
CLOSE = 3
NEAREST = 3
MOST_WORDS = 8
# How telling a noun is beside a proper name.
NOUN = 0.6
# Words that every context is taken to have beside those that two share.
FEW = 1.0


@dataclass(frozen=True, slots=True)
class Evidence:
    """One thing that speaks for (weight above 0) or against; ``words`` are what they share."""

    kind: str
    weight: float
    words: tuple[str, ...] = ()


def weigh(sighting: Sighting, known: Known, telling: Mapping[str, float]) -> list[Evidence]:
    """All evidence that a sighting is of somebody known; empty where it cannot be.

    What articles say is the mean over those most alike, so that somebody seen
    often does not draw in everybody of the name.

    Args:
        telling: the weight of each word of context, 0 to 1 (see ``tellingness``).
    """
    name, agreed = _best_agreement(sighting, known)
    if agreed is None:
        return []
    longer = max(name, sighting.name, key=len)
    evidence = [Evidence(KINDS[agreed], NAMES[agreed][rarity(longer)], (name,))]
    if known.identified:
        evidence.append(Evidence("identified", IDENTIFIED))
    if known.articles > 1 and rarity(longer) is not Rarity.COMMON:
        evidence.append(Evidence("known", min(KNOWN * math.log(known.articles), MOST_KNOWN)))
    pairs = [_compare(sighting, other, telling) for other in known.sightings]
    nearest = sorted(pairs, key=total, reverse=True)[:NEAREST]
    evidence += _mean(nearest)
    described = title_words(sighting.titles) & title_words([known.description])
    if described and not any(one.kind == "titles" for one in evidence):
        evidence.append(Evidence("titles", TITLE, tuple(sorted(described))))
    genders = {other.gender for other in known.sightings if other.gender}
    if sighting.gender and genders and sighting.gender not in genders:
        evidence.append(Evidence("gender", OTHER_GENDER))
    return evidence


def _compare(one: Sighting, other: Sighting, telling: Mapping[str, float]) -> list[Evidence]:
    """What two articles say for and against one person, apart from the name."""
    found = (
        _of_titles(one, other),
        _of_companions(one, other, telling),
        _of_context(one, other, telling),
    )
    evidence = [one for one in found if one is not None]
    # Close days make one story only of articles that share something.
    together = any(one.weight > 0 for one in evidence)
    return [*evidence, *_of_occasion(one, other, together=together)]


def _mean(compared: list[list[Evidence]]) -> list[Evidence]:
    weights: dict[str, float] = {}
    words: dict[str, dict[str, None]] = {}
    for evidence in compared:
        for one in evidence:
            weights[one.kind] = weights.get(one.kind, 0.0) + one.weight / len(compared)
            words.setdefault(one.kind, {}).update(dict.fromkeys(one.words))
    return [
        Evidence(kind, round(weight, 2), tuple(words[kind])[:MOST_WORDS])
        for kind, weight in weights.items()
    ]


def total(evidence: Iterable[Evidence]) -> float:
    return sum(one.weight for one in evidence)


def _best_agreement(sighting: Sighting, known: Known) -> tuple[str, Agreement | None]:
    """How a sighting's name agrees best with one of somebody's, and with which.

    Somebody known by a full name is not taken for another of the family name
    because articles use that alone.
    """
    full = [name for name in known.names if parts(name).given]
    names = full if full and parts(sighting.name).given else known.names
    if contradicted(sighting.name, full):
        return "", None
    agreements = ((name, agreement(sighting.name, name)) for name in names)
    found = [(name, agreed) for name, agreed in agreements if agreed is not None]
    if not found:
        return "", None
    name, agreed = min(found, key=lambda pair: pair[1].value)
    if full and agreed is Agreement.SAME_LONE:
        agreed = Agreement.LONE
    return name, agreed


def tellingness(sightings: Iterable[Sighting]) -> dict[str, float]:
    """How telling each word of context is among the sightings to be compared.

    A word that many of them share says little; proper names say more than nouns.
    """
    seen: Counter[str] = Counter()
    count = 0
    for sighting in sightings:
        count += 1
        seen.update(sighting.context)
        seen.update(sighting.companions)
    most = math.log(count + 2)
    return {
        word: (NOUN if word.islower() and " " not in word else 1.0)
        * (most - math.log(number))
        / most
        for word, number in seen.items()
    }


def _of_titles(one: Sighting, other: Sighting) -> Evidence | None:
    own, theirs = title_words(one.titles), title_words(other.titles)
    if not own or not theirs:
        return None
    shared = own & theirs
    if shared:
        return Evidence("titles", TITLE, tuple(sorted(shared)))
    here, there = _fields(own), _fields(theirs)
    if here and there and not here & there:
        return Evidence("titles", OTHER_FIELD)
    return None


def title_words(titles: Iterable[str]) -> set[str]:
    """The words of titles that say what somebody is."""
    words = {plain(word.strip(".,")) for title in titles for word in title.split()}
    return words - load("title_modifiers") - _SMALL_WORDS


@cache
def _field_words() -> dict[str, str]:
    """The field of each word of titles that shows one."""
    lines = (line.partition(": ") for line in load("title_fields"))
    return {word: field for field, _, words in lines for word in words.split()}


def _fields(words: Iterable[str]) -> set[str]:
    fields = _field_words()
    return {fields[word] for word in words if word in fields}


_SMALL_WORDS = frozenset(
    "mr mrs ms miss mx dr sir dame lord lady the of for in at and a an to on".split()
)


def _of_companions(one: Sighting, other: Sighting, telling: Mapping[str, float]) -> Evidence | None:
    shared = sorted(one.companions & other.companions)
    if not shared:
        return None
    weight = COMPANION * sum(telling.get(name, 1.0) for name in shared)
    return Evidence("companions", min(weight, MOST_COMPANIONS), tuple(shared))


def _of_context(one: Sighting, other: Sighting, telling: Mapping[str, float]) -> Evidence | None:
    if not one.context or not other.context:
        return None
    like = likeness(one.context, other.context, telling)
    if like < STRANGE:
        return Evidence("context", STRANGER)
    words = sorted(one.context & other.context, key=lambda word: (-telling.get(word, 0.0), word))
    return Evidence("context", min(CONTEXT * like, MOST_CONTEXT), tuple(words))


def likeness(one: frozenset[str], other: frozenset[str], telling: Mapping[str, float]) -> float:
    """The cosine of two contexts, 0 to 1, each word weighing what it tells.

    Contexts of a few words are never very alike.
    """
    if not one or not other:
        return 0.0
    shared = sum(telling.get(word, 0.0) ** 2 for word in one & other)
    norms = (sum(telling.get(word, 0.0) ** 2 for word in bag) for bag in (one, other))
    return shared / math.sqrt(math.prod(norm + FEW for norm in norms))


def _of_occasion(one: Sighting, other: Sighting, *, together: bool) -> Iterator[Evidence]:
    if one.section and other.section:
        same = plain(one.section) == plain(other.section)
        yield Evidence("section", SAME_SECTION if same else OTHER_SECTION)
    if one.source and one.source == other.source:
        yield Evidence("source", SAME_SOURCE)
    if together and one.day and other.day and abs((one.day - other.day).days) <= CLOSE:
        yield Evidence("days", SAME_DAYS)
