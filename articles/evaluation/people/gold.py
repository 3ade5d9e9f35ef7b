"""Marked and found mentions of people, as they stand in JSON."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from articles.evaluation.gold import GoldText, common_fields
from articles.evaluation.records import FaultError
from articles.extraction.types import Span

if TYPE_CHECKING:
    from articles.evaluation.records import Record


@dataclass(frozen=True, slots=True)
class Marked:
    """A mention in the gold; ``entity`` is None where nobody knows who is meant."""

    span: Span
    entity: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleGold(GoldText):
    """A text with its people.

    Attributes:
        complete: every mention is marked, so that one found elsewhere is wrong.
        scope: only this stretch is marked; what lies outside of it is not judged.
    """

    mentions: tuple[Marked, ...]
    complete: bool
    scope: Span


@dataclass(frozen=True, slots=True)
class Found:
    """A mention that was found; one ``person`` has one id in all texts."""

    span: Span
    person: str
    confidence: float | None = None


def read_people(record: Record, line: int) -> PeopleGold:
    """Read ``{"id", "text", "people": [{"entity", "mentions": [{"start", "end", "text"}]}]}``.

    Raises:
        FaultError: a field is missing, or a mention is not what stands in the text.
    """
    common = common_fields(record, line)
    text = common["text"]
    marked = []
    for person in record.records("people"):
        entity = person.identifier("entity") if person.has("entity") else None
        for mention in person.records("mentions"):
            mention.string("text")
            marked.append(Marked(mention.span(text), entity))
    marked_in_order = sorted(marked, key=lambda mention: mention.span)
    for one, other in pairwise(marked_in_order):
        if one.span.overlaps(other.span):
            raise FaultError(
                f"mentions overlap at {one.span.start}-{one.span.end} and"
                f" {other.span.start}-{other.span.end}: keep one of the two"
            )
    return PeopleGold(
        **common,
        mentions=tuple(marked),
        complete=record.flag("complete") if record.has("complete") else True,
        scope=record.bounds("eval_span", text) if record.has("eval_span") else Span(0, len(text)),
    )


def read_found(record: Record, text: str) -> tuple[Found, ...]:
    """Read ``{"people": [{"id", "mentions": [{"start", "end", "text"?, "confidence"?}]}]}``.

    Raises:
        FaultError: as ``read_people``.
    """
    return tuple(
        Found(
            mention.span(text),
            person.identifier("id"),
            mention.probability("confidence") if mention.has("confidence") else None,
        )
        for person in record.records("people")
        for mention in person.records("mentions")
    )
