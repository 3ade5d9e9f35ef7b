"""Measures that every kind of fact shares."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Sequence

TENTHS = 10


@dataclass(frozen=True, slots=True)
class Score:
    """Precision and recall, as what they are shares of.

    Attributes:
        right: how many of those found are right.
        found: how many are found.
        hit: how many of those wanted are found; not always ``right``, since one
            that is found may cover two that are wanted.
        wanted: how many there are to be found.
    """

    right: float
    found: float
    hit: float
    wanted: float

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        return self.hit / self.wanted if self.wanted else 0.0

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def as_json(self) -> dict[str, float]:
        return {"precision": self.precision, "recall": self.recall, "f1": self.f1}


@dataclass(frozen=True, slots=True)
class Share:
    """So many ``part`` of so many ``whole``."""

    part: int
    whole: int

    @classmethod
    def of(cls, outcomes: Iterable[bool]) -> Share:
        counts = Counter(outcomes)
        return cls(counts[True], counts.total())

    @property
    def value(self) -> float | None:
        """None where there is nothing to share."""
        return self.part / self.whole if self.whole else None

    def as_json(self) -> dict[str, float | None]:
        return {"part": self.part, "whole": self.whole, "share": self.value}


def b_cubed(items: Sequence[tuple[Hashable, Hashable]]) -> Score:
    """How well a clustering fits the wanted one (Bagga and Baldwin, 1998).

    Each item has the share of its found cluster that belongs to its wanted one
    (precision), and the share of its wanted cluster that is in its found one
    (recall); the score is the mean over all items.

    Args:
        items: of each, the wanted and the found cluster.
    """
    wanted = Counter(item[0] for item in items)
    found = Counter(item[1] for item in items)
    # Items of one pair of clusters count alike, so each pair is seen once.
    pairs = Counter(items).items()
    right = sum(count * count / found[pair[1]] for pair, count in pairs)
    hit = sum(count * count / wanted[pair[0]] for pair, count in pairs)
    return Score(right, len(items), hit, len(items))


def calibrate(outcomes: Iterable[tuple[float, bool]]) -> list[Share]:
    """The share that is right in each tenth of confidence; 1.0 counts in the last.

    Args:
        outcomes: confidence, 0 to 1, and whether what was found is right.
    """
    tenths: list[list[bool]] = [[] for _ in range(TENTHS)]
    for confidence, right in outcomes:
        tenths[min(int(confidence * TENTHS), TENTHS - 1)].append(right)
    return [Share.of(tenth) for tenth in tenths]
