"""Whether the counts are those of the facts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db import connection

from articles.services.summaries.contribution import MOST_NAMED
from articles.services.summaries.tables import recounts

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from articles.services.summaries.tables import Recount, Table

_AT_ONCE = 1000


@dataclass(frozen=True, slots=True)
class Difference:
    """A row of counts that is not what the facts give.

    Attributes:
        table: name of the kind of row, as the models have it.
        row: the id, where the key is one.
        key: the columns by which the row is known.
        counts: by column, the number stored and the number counted.
    """

    table: str
    row: int | None
    key: Mapping[str, Any]
    counts: Mapping[str, tuple[int, int]]

    @property
    def reason(self) -> str:
        """In words; with the row's key where it is not an id."""
        place = ", ".join(f"{name} {value}" for name, value in self.key.items())
        wrong = ", ".join(
            f"{name} is {stored}, the facts give {counted}"
            for name, (stored, counted) in self.counts.items()
        )
        return wrong if self.row is not None else f"{place}: {wrong}"


def differences() -> Iterator[Difference]:
    """Compare all counts with a recount, one kind after the other.

    Counts of months and years are compared with those of days, which are
    compared with the facts. Each kind is read at one moment; for all of them at
    one moment, call it in a transaction that sees only one.
    """
    for recount in recounts(MOST_NAMED):
        with connection.cursor() as cursor:
            cursor.execute(_comparison(recount), recount.parameters)
            while rows := cursor.fetchmany(_AT_ONCE):
                for row in rows:
                    yield _difference(recount.table, row)


def _comparison(recount: Recount) -> str:
    """SELECT of the rows that differ: key, what is stored, what is counted."""
    table = recount.table
    key, counts = ", ".join(table.key), ", ".join(table.counts)
    zeros = ", ".join("0" for _ in table.counts)
    stored = ", ".join(f"{column} AS stored_{column}" for column in table.counts)
    counted = ", ".join(f"0 AS counted_{column}" for column in table.counts)
    sums = ", ".join(
        f"SUM({kind}_{column})" for kind in ("stored", "counted") for column in table.counts
    )
    differs = " OR ".join(f"SUM(stored_{c}) <> SUM(counted_{c})" for c in table.counts)
    return (
        f"SELECT {key}, {sums} FROM ("  # noqa: S608 - our own
        f"SELECT {key}, {stored}, {counted} FROM {table.name} WHERE {recount.stored}"
        f" UNION ALL SELECT {key}, {zeros}, {counts} FROM ({recount.query}) AS counted"
        f") AS both_kinds GROUP BY {key} HAVING {differs} ORDER BY {key}"
    )


def _difference(table: Table, row: Sequence[Any]) -> Difference:
    names, numbers = row[: len(table.key)], row[len(table.key) :]
    pairs = zip(numbers[: len(table.counts)], numbers[len(table.counts) :], strict=True)
    counts = {
        column: (int(stored), int(counted))
        for column, (stored, counted) in zip(table.counts, pairs, strict=True)
        if stored != counted
    }
    key = dict(zip(table.key, names, strict=True))
    return Difference(table.model.__name__, key.get("id"), key, counts)
