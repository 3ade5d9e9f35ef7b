"""Marked and found date expressions, as they stand in JSON."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from articles.evaluation.gold import GoldText, common_fields
from articles.evaluation.records import FaultError
from articles.extraction.types import TimexType

if TYPE_CHECKING:
    from articles.evaluation.records import Record
    from articles.extraction.types import Span


@dataclass(frozen=True, slots=True)
class Timex:
    """An expression with its TIMEX3 type and value, marked or found."""

    span: Span
    timex_type: TimexType
    value: str
    confidence: float | None = None

    @property
    def is_calendar(self) -> bool:
        """Whether the value is a place in the calendar, which a filter by date can use."""
        return self.value[:1].isdigit()


@dataclass(frozen=True, slots=True, kw_only=True)
class DatesGold(GoldText):
    """A text with its dates; what is found in ``ignored`` does not count."""

    dates: tuple[Timex, ...]
    ignored: tuple[Span, ...]


def read_dates(record: Record, line: int) -> DatesGold:
    """Read a line of gold (docs/evaluation.md).

    Raises:
        FaultError: a field is missing, or a place is not in the text.
    """
    common = common_fields(record, line)
    text = common["text"]
    return DatesGold(
        **common,
        dates=read_found(record, text),
        ignored=record.spans("ignore", text) if record.has("ignore") else (),
    )


def read_found(record: Record, text: str) -> tuple[Timex, ...]:
    """Read ``{"dates": [{"start", "end", "text"?, "type", "value", "confidence"?}]}``.

    Of several at one place the first counts.

    Raises:
        FaultError: as ``read_dates``.
    """
    found: dict[Span, Timex] = {}
    for date in record.records("dates"):
        timex = _timex(date, text)
        found.setdefault(timex.span, timex)
    return tuple(found[span] for span in sorted(found))


def _timex(date: Record, text: str) -> Timex:
    value = date.string("type")
    try:
        timex_type = TimexType(value)
    except ValueError as error:
        known = ", ".join(TimexType)
        raise FaultError(f"{date.path('type')} is {value!a}: write one of {known}") from error
    return Timex(
        span=date.span(text),
        timex_type=timex_type,
        value=date.string("value").strip(),
        confidence=date.probability("confidence") if date.has("confidence") else None,
    )
