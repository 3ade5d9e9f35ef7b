"""Are the expressions found, and what are they taken to mean?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from articles.evaluation.dates.gold import DatesGold, Timex
    from articles.extraction.types import Span


@dataclass(frozen=True, slots=True)
class Judged:
    """An expression, marked or found, and the one of the other side that stands for it."""

    timex: Timex
    partner: Timex | None

    @property
    def strict(self) -> bool:
        """Whether both have the same start and end."""
        return self.partner is not None and self.partner.span == self.timex.span

    @property
    def relaxed(self) -> bool:
        """Whether both have a character in common."""
        return self.partner is not None

    @property
    def typed(self) -> bool:
        return self.partner is not None and self.partner.timex_type is self.timex.timex_type

    @property
    def valued(self) -> bool:
        return self.partner is not None and self.partner.value == self.timex.value


@dataclass(frozen=True, slots=True)
class JudgedText:
    """The expressions of one text, each side in order."""

    gold: DatesGold
    marked: tuple[Judged, ...]
    found: tuple[Judged, ...]


def judge(gold: DatesGold, found: Iterable[Timex]) -> JudgedText:
    """Pair what is marked with what is found, one to one, as TempEval-3 does.

    The same places first, then those with most characters in common.
    """
    marked = _judged(gold.dates, gold.ignored)
    given = _judged(found, gold.ignored)
    partners: dict[Span, Timex] = {}
    partners_of_found: dict[Span, Timex] = {}
    for one, other in _by_likeness(marked, given):
        if one.span not in partners and other.span not in partners_of_found:
            partners[one.span] = other
            partners_of_found[other.span] = one
    return JudgedText(
        gold,
        tuple(Judged(one, partners.get(one.span)) for one in marked),
        tuple(Judged(one, partners_of_found.get(one.span)) for one in given),
    )


def _judged(timexes: Iterable[Timex], ignored: Sequence[Span]) -> list[Timex]:
    return [one for one in timexes if not any(one.span.overlaps(span) for span in ignored)]


def _by_likeness(marked: Sequence[Timex], found: Sequence[Timex]) -> list[tuple[Timex, Timex]]:
    meeting = [(one, other) for one in marked for other in found if one.span.overlaps(other.span)]

    def order(pair: tuple[Timex, Timex]) -> tuple[bool, int, Span, Span]:
        one, other = pair[0].span, pair[1].span
        shared = min(one.end, other.end) - max(one.start, other.start)
        return one != other, -shared, one, other

    return sorted(meeting, key=order)
