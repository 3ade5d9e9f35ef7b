"""Whether two implementations answer the same."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Differences:
    """Whether the rows are others, and the fields that are missing or have other values."""

    other_rows: bool
    fields: frozenset[str]


def differences(own: Any, other: Any) -> Differences:
    """Compare answers to one question: pages, or single objects."""
    ours, theirs = rows_of(own), rows_of(other)
    if [row["id"] for row in ours] != [row["id"] for row in theirs]:
        return Differences(True, frozenset())
    fields = {
        name
        for one, another in zip(ours, theirs, strict=True)
        for name, value in one.items()
        if name not in another or another[name] != value
    }
    return Differences(False, frozenset(fields))


def rows_of(answer: Any) -> list[Any]:
    """The rows of a page as any of the implementations has it; a single object is one row."""
    if isinstance(answer, list):
        return answer
    for name in ("results", "items"):
        if name in answer:
            rows: list[Any] = answer[name]
            return rows
    return [answer]
