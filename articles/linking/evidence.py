"""What speaks for and against that somebody seen in an article is somebody known."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from articles.extraction.lexicons import load
from articles.extraction.people.names import plain
from articles.linking.names import Agreement, Rarity, agreement, parts, rarity

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from articles.linking.sightings import Known, Sighting

# What the names say by themselves, by how they agree and how rare the name is.
NAMES = {
    Agreement.FULL: {Rarity.RARE: 4.0, Rarity.USUAL: 2.0, Rarity.COMMON: -1.2},
    Agreement.SHORT: {Rarity.RARE: 1.0, Rarity.USUAL: -0.5, Rarity.COMMON: -2.0},
    Agreement.LONE: {Rarity.RARE: -0.5, Rarity.USUAL: -0.5, Rarity.COMMON: -2.0},
    Agreement.SAME_LONE: {Rarity.RARE: 0.0, Rarity.USUAL: 0.0, Rarity.COMMON: -1.2},
    Agreement.SPELLING: {Rarity.RARE: -1.5, Rarity.USUAL: -2.5, Rarity.COMMON: -4.0},
}
TITLE = 1.2
COMPANION = 1.0
MOST_COMPANIONS = 2.5
CONTEXT = 10.0
MOST_CONTEXT = 3.5
# Contexts that share less than this speak against.
STRANGE = 0.02
STRANGER = -0.7
SAME_SECTION, OTHER_SECTION = 0.4, -0.4
SAME_SOURCE = 0.2
SAME_DAYS = 0.6
OTHER_GENDER = -4.0


@dataclass(frozen=True, slots=True)
class Evidence:
    """One thing that speaks for (weight above 0) or against; ``words`` are what they share."""

    kind: str
    weight: float
    words: tuple[str, ...] = ()


def weigh(sighting: Sighting, known: Known, telling: Mapping[str, float]) -> list[Evidence]:
    """All evidence that a sighting is of somebody known; empty where it cannot be.

    Args:
        telling: the weight of each word of context, 0 to 1 (see ``tellingness``).
    """
    name, agreed = _best_agreement(sighting, known)
    if agreed is None:
        return []
    longer = max(name, sighting.name, key=len)
    evidence = [Evidence("name", NAMES[agreed][rarity(longer)], (name,))]
    evidence += _of_titles(sighting, known)
    evidence += _of_companions(sighting, known, telling)
    evidence += _of_context(sighting, known, telling)
    evidence += _of_occasion(sighting, known)
    return evidence


def total(evidence: Iterable[Evidence]) -> float:
    return sum(one.weight for one in evidence)


def _best_agreement(sighting: Sighting, known: Known) -> tuple[str, Agreement | None]:
    """How a sighting's name agrees best with one of somebody's, and with which.

    Somebody known by a full name is not taken for another of the family name
    because articles use that alone.
    """
    full = [name for name in known.names if parts(name).given]
    names = full if full and parts(sighting.name).given else known.names
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
    least = math.log(count + 2)
    return {
        word: (1.0 if word[:1].isupper() else 0.6) * (math.log((count + 2) / number) / least)
        for word, number in seen.items()
    }


def _of_titles(sighting: Sighting, known: Known) -> list[Evidence]:
    own = title_words(sighting.titles)
    seen = (title for other in known.sightings for title in other.titles)
    theirs = title_words([known.description, *seen])
    shared = own & theirs
    if shared:
        return [Evidence("titles", TITLE, tuple(sorted(shared)))]
    return []


def title_words(titles: Iterable[str]) -> set[str]:
    """The words of titles that say what somebody is."""
    words = {plain(word.strip(".,")) for title in titles for word in title.split()}
    return words - load("title_modifiers") - _SMALL_WORDS


_SMALL_WORDS = frozenset(
    "mr mrs ms miss mx dr sir dame lord lady the of for in at and a an to on".split()
)


def _of_companions(
    sighting: Sighting, known: Known, telling: Mapping[str, float]
) -> list[Evidence]:
    theirs = {name for other in known.sightings for name in other.companions}
    shared = sighting.companions & theirs
    if not shared:
        return []
    weight = min(COMPANION * sum(telling.get(name, 1.0) for name in shared), MOST_COMPANIONS)
    return [Evidence("companions", weight, tuple(sorted(shared)))]


def _of_context(sighting: Sighting, known: Known, telling: Mapping[str, float]) -> list[Evidence]:
    if not sighting.context or not known.sightings:
        return []
    near = sorted(
        (likeness(sighting.context, other.context, telling) for other in known.sightings),
        reverse=True,
    )
    like = sum(near[:3]) / len(near[:3])
    if like < STRANGE:
        return [Evidence("context", STRANGER)]
    shared = sighting.context & {word for other in known.sightings for word in other.context}
    words = sorted(shared, key=lambda word: (-telling.get(word, 0.0), word))[:8]
    return [Evidence("context", min(CONTEXT * like, MOST_CONTEXT), tuple(words))]


def likeness(one: frozenset[str], other: frozenset[str], telling: Mapping[str, float]) -> float:
    """The cosine of two contexts, 0 to 1, each word weighing what it tells."""
    if not one or not other:
        return 0.0
    shared = sum(telling.get(word, 0.0) ** 2 for word in one & other)
    norms = math.prod(sum(telling.get(word, 0.0) ** 2 for word in bag) for bag in (one, other))
    return shared / math.sqrt(norms) if norms else 0.0


def _of_occasion(sighting: Sighting, known: Known) -> list[Evidence]:
    evidence = []
    sections = {plain(other.section) for other in known.sightings if other.section}
    if sighting.section and sections:
        same = plain(sighting.section) in sections
        weight = SAME_SECTION if same else OTHER_SECTION
        evidence.append(Evidence("section", weight, (sighting.section,) if same else ()))
    if sighting.source and sighting.source in {other.source for other in known.sightings}:
        evidence.append(Evidence("source", SAME_SOURCE))
    days = [abs((sighting.day - o.day).days) for o in known.sightings if sighting.day and o.day]
    if days and min(days) <= 3:
        evidence.append(Evidence("days", SAME_DAYS))
    genders = {other.gender for other in known.sightings if other.gender}
    if sighting.gender and genders and sighting.gender not in genders:
        evidence.append(Evidence("gender", OTHER_GENDER))
    return evidence
