"""Adding numbers to rows of counts, many at a time."""

from __future__ import annotations

from collections import defaultdict
from itertools import islice
from typing import TYPE_CHECKING, Any

from django.db import connection

from articles.models import Person
from articles.services.summaries.tables import Table, table_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.db.models import Model

    from articles.services.summaries.contribution import Counts, Key

    Rows = dict[Key, dict[str, int]]

# Far below the parameters that either database takes.
_AT_ONCE = 500


def add(changes: Counts) -> None:
    """Add numbers, which may be negative, to the rows of counts; zeros change nothing.

    Call it after ``people.take_turns`` and in the transaction that changes the
    facts. Rows are made where there are none, and rows left without counts are
    removed, but for those of people.
    """
    tables: defaultdict[type[Model], defaultdict[Key, dict[str, int]]]
    tables = defaultdict(lambda: defaultdict(dict))
    for (model, key, column), number in changes.items():
        if number:
            tables[model][key][column] = number
    with connection.cursor() as cursor:
        for model, rows in tables.items():
            table = table_of(model)
            for some in _batches(rows):
                sql = _UPDATE if model is Person else _UPSERT
                cursor.execute(*_statement(sql, table, some))
                falling = {key: row for key, row in some.items() if min(row.values()) < 0}
                if falling and model is not Person:
                    cursor.execute(*_removal(table, falling))


_UPSERT = """
INSERT INTO {name} ({columns}) VALUES {values}
ON CONFLICT ({key}) DO UPDATE SET {sums_of_excluded}
"""
_UPDATE = (
    "UPDATE {name} SET {sums_of_values} FROM (VALUES {values}) AS v WHERE {name}.id = v.column1"
)
_REMOVE = "DELETE FROM {name} WHERE ({key}) IN (VALUES {values}) AND {all_zero}"


def _batches(rows: Rows) -> Iterator[Rows]:
    entries = iter(sorted(rows.items(), key=lambda entry: entry[0]))
    while some := dict(islice(entries, _AT_ONCE)):
        yield some


def _statement(sql: str, table: Table, rows: Rows) -> tuple[str, list[Any]]:
    name = table.name
    text = sql.format(
        name=name,
        columns=", ".join((*table.key, *table.counts)),
        key=", ".join(table.key),
        values=_places(len(rows), len(table.key) + len(table.counts)),
        sums_of_excluded=", ".join(f"{c} = {name}.{c} + excluded.{c}" for c in table.counts),
        sums_of_values=", ".join(
            f"{c} = {name}.{c} + v.column{number}" for number, c in enumerate(table.counts, 2)
        ),
    )
    values = [
        value
        for key, row in rows.items()
        for value in (*key, *(row.get(column, 0) for column in table.counts))
    ]
    return text, values


def _removal(table: Table, rows: Rows) -> tuple[str, list[Any]]:
    text = _REMOVE.format(
        name=table.name,
        key=", ".join(table.key),
        values=_places(len(rows), len(table.key)),
        all_zero=" AND ".join(f"{column} = 0" for column in table.counts),
    )
    return text, [value for key in rows for value in key]


def _places(rows: int, columns: int) -> str:
    return ", ".join([f"({', '.join(['%s'] * columns)})"] * rows)
