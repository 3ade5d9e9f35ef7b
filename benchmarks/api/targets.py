"""What the API is meant to reach, beside the others and from small to large."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from benchmarks.api import implementations as named

if TYPE_CHECKING:
    from collections.abc import Mapping

# From a hundred thousand to a million articles.
MOST_GROWTH = 1.5
LONGEST = 0.2  # seconds, for anything, on a million articles


@dataclass(frozen=True, slots=True)
class Target:
    """Requests per second, as a multiple of what another implementation serves.

    ``at_least`` is by number of connections; the loop without HTTP has one
    whatever there are.
    """

    other: str
    at_least: Mapping[int, float] = field(default_factory=dict)

    def passed(self, ratio: float, connections: int) -> bool | None:
        """None where nothing is asked at so many connections."""
        least = self.at_least.get(connections)
        return None if least is None else ratio >= least


TARGETS = (
    Target(named.DRF, {1: 5.0, 8: 10.0}),
    Target(named.NINJA, {1: 2.5, 8: 2.5}),
    Target(named.ORM, {1: 2.0, 8: 2.0}),
    Target(named.ASYNCPG, {1: 0.8, 8: 0.8}),
    Target(named.LOOP, {1: 0.4, 8: 0.7}),
    Target(named.VIEW, {1: 1.0, 8: 1.0}),
    Target(named.QUERY, {1: 1.7, 8: 1.7}),
)
# A question asked again, beside the same one asked there the first time.
REPEATED = Target(named.ASYNCPG, {1: 1.0, 8: 1.0})
