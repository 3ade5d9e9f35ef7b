"""Whether somebody seen in an article is somebody known: join only when sure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from articles.linking.evidence import (
    SAME_NAME,
    SPELLING,
    Evidence,
    tellingness,
    title_words,
    total,
    weigh,
)
from articles.linking.names import Agreement, Rarity, agreement, contradicted, rarity

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from articles.linking.sightings import Known, Sighting

# The evidence that joins, and how far the best must be ahead of the next.
SURE = 1.0
AHEAD = 0.2
# The evidence from which two people are offered to the editor as perhaps one.
PERHAPS = -2.0
MOST_DOUBTS = 3


@dataclass(frozen=True, slots=True)
class Doubt:
    """Somebody known who may be meant, with the evidence."""

    person: int
    score: float
    evidence: tuple[Evidence, ...]

    def has(self, kind: str) -> bool:
        return any(one.kind == kind for one in self.evidence)


@dataclass(frozen=True, slots=True)
class Decision:
    """``person`` is who is meant, or None for somebody new; ``doubts`` are best first."""

    person: int | None
    doubts: tuple[Doubt, ...] = ()


def sure_by_name(sighting: Sighting, names: Iterable[str]) -> bool:
    """Whether the only candidate is certain by the name alone, whatever articles say.

    So it is with the same full name, a rare one, beside which no title stands
    that could speak against.
    """
    if rarity(sighting.name) is not Rarity.RARE or title_words(sighting.titles):
        return False
    agreements = {agreement(sighting.name, name) for name in names}
    return Agreement.FULL in agreements and not contradicted(sighting.name, names)


def decide(sighting: Sighting, candidates: Sequence[Known]) -> Decision:
    """Who of the candidates a sighting shows, if that is clear."""
    telling = tellingness([sighting, *(one for known in candidates for one in known.sightings)])
    weighed = []
    for known in candidates:
        evidence = weigh(sighting, known, telling)
        if evidence:
            weighed.append(Doubt(known.id, round(total(evidence), 2), tuple(evidence)))
    weighed.sort(key=lambda doubt: (-doubt.score, doubt.person))
    if not weighed:
        return Decision(None)
    best, *others = weighed
    # Rows of one rare name are rather one person in pieces than namesakes.
    margin = 0.0 if best.has(SAME_NAME) and rarity(sighting.name) is Rarity.RARE else AHEAD
    ahead = all(best.score - other.score >= margin for other in others)
    if best.score >= SURE and ahead and not best.has(SPELLING):
        return Decision(best.person)
    doubts = [doubt for doubt in weighed[:MOST_DOUBTS] if doubt.score >= PERHAPS]
    return Decision(None, tuple(doubts))
