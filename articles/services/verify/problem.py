"""What a check finds wrong."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from django.db.models import Model

    Check = Callable[[], Iterator["Problem"]]


@dataclass(frozen=True, slots=True)
class Problem:
    """A row that is not as it has to be.

    Attributes:
        table: name of the kind of row, as the models have it; empty where the
            whole database is meant.
    """

    table: str
    row: int | None
    reason: str

    def __str__(self) -> str:
        place = f"{self.table} {self.row}" if self.table else "database"
        return f"{place}: {self.reason}"


def problem(row: Model, reason: str) -> Problem:
    return Problem(row._meta.object_name or "", row.pk, reason)


def problems(rows: Iterable[Any], reason: str) -> Iterator[Problem]:
    """The same reason for all rows of a query."""
    return (problem(row, reason) for row in rows)
