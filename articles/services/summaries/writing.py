"""Adding numbers to rows of counts, many at a time."""

from __future__ import annotations

from collections import defaultdict
from itertools import islice
from typing import TYPE_CHECKING

import orjson
from django.db import connection

from articles.models import Person
from articles.services.summaries.tables import Table, table_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from django.db.models import Model

    from articles.services.summaries.contribution import Counts, Key

    Rows = dict[Key, dict[str, int]]

_AT_ONCE = 5_000


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


# SQLite would take ON for the beginning of a join's condition, were there no WHERE.
_UPSERT = """
INSERT INTO {name} ({columns}) SELECT * FROM ({rows}) AS v WHERE TRUE
ON CONFLICT ({key}) DO UPDATE SET {sums_of_excluded}
"""
_UPDATE = "UPDATE {name} SET {sums_of_values} FROM ({rows}) AS v WHERE {name}.id = v.id"
_REMOVE = "DELETE FROM {name} WHERE ({key}) IN ({rows}) AND {all_zero}"


def _batches(rows: Rows) -> Iterator[Rows]:
    entries = iter(sorted(rows.items(), key=lambda entry: entry[0]))
    while some := dict(islice(entries, _AT_ONCE)):
        yield some


def _statement(sql: str, table: Table, rows: Rows) -> tuple[str, list[str]]:
    name = table.name
    columns = (*table.key, *table.counts)
    text = sql.format(
        name=name,
        columns=", ".join(columns),
        key=", ".join(table.key),
        rows=_rows_of(table, columns),
        sums_of_excluded=", ".join(f"{c} = {name}.{c} + excluded.{c}" for c in table.counts),
        sums_of_values=", ".join(f"{c} = {name}.{c} + v.{c}" for c in table.counts),
    )
    values = [(*key, *(row.get(column, 0) for column in table.counts)) for key, row in rows.items()]
    return text, [orjson.dumps(values).decode()]


def _removal(table: Table, rows: Rows) -> tuple[str, list[str]]:
    text = _REMOVE.format(
        name=table.name,
        key=", ".join(table.key),
        rows=_rows_of(table, table.key),
        all_zero=" AND ".join(f"{column} = 0" for column in table.counts),
    )
    return text, [orjson.dumps(list(rows)).decode()]


def _rows_of(table: Table, columns: Sequence[str]) -> str:
    """A query of the rows that one parameter has, as JSON: the driver reads no other as fast."""
    if connection.vendor == "sqlite":
        found = (f"value ->> {place} AS {name}" for place, name in enumerate(columns))
        return f"SELECT {', '.join(found)} FROM json_each(%s)"  # noqa: S608 - our own
    fields = {field.column: field for field in table.model._meta.concrete_fields}
    found = (
        f"(value ->> {place})::{fields[name].rel_db_type(connection)} AS {name}"
        for place, name in enumerate(columns)
    )
    return f"SELECT {', '.join(found)} FROM json_array_elements(%s::json)"  # noqa: S608 - our own
