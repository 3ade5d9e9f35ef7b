"""SQL that is made once, with places for the values that a request fills in."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import Enum
from threading import Lock
from typing import TYPE_CHECKING, Any, cast

import psycopg
from django.core.exceptions import EmptyResultSet
from django.db import connection

from articles.functions import Parameter

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence

    from django.db.models import QuerySet
    from django.db.models.expressions import Combinable

    from articles.api.shapes import Shape

# Statements kept: far more than clients use, few enough for memory.
MOST_KEPT = 2000
_PATIENCE = 0.02  # seconds
_reading = Lock()


@dataclass(frozen=True, slots=True)
class Statement:
    """SQL with the places of its values, and the shape of its rows.

    ``prepared`` has PostgreSQL keep its plan, which saves more time than running it
    takes. That is for statements whose best plan is the same for all values: the
    plan of a list depends on how rare they are.
    """

    sql: str
    places: tuple[Any, ...]
    shape: Shape
    prepared: bool = False

    def limited(self, most: Parameter) -> Statement:
        """The same for so many rows."""
        return replace(self, sql=self.sql and f"{self.sql} LIMIT %s", places=(*self.places, most))

    def counted(self) -> Statement:
        """How many rows there are."""
        sql = f"SELECT COUNT(*) FROM ({self.sql}) counted"  # noqa: S608 - the ORM's own SQL
        return replace(self, sql=self.sql and sql)

    def run(self, values: Mapping[str, Any]) -> list[tuple[Any, ...]]:
        if not self.sql:
            return []
        filled = [
            _stored(place.filled(values)) if isinstance(place, Parameter) else place
            for place in self.places
        ]
        with _turn(), self._cursor() as cursor:
            cursor.execute(self.sql, filled)
            return list(cursor.fetchall())

    def _cursor(self) -> Any:
        if not self.prepared or connection.vendor != "postgresql":
            return connection.cursor()
        # Django's own cursors write values into the SQL, so that no two are the same.
        connection.ensure_connection()
        cursor: Any = psycopg.Cursor(cast("Any", connection.connection))
        wrapped = (
            connection.make_debug_cursor if connection.queries_logged else connection.make_cursor
        )
        return wrapped(cursor)


@contextmanager
def _turn() -> Iterator[None]:
    """Let the threads of a process ask SQLite by turns, but wait for no slow question.

    Its driver gives up and takes back Python's lock for each row: threads that
    read at once take longer than one behind the other.
    """
    taken = connection.vendor == "sqlite" and _reading.acquire(timeout=_PATIENCE)
    try:
        yield
    finally:
        if taken:
            _reading.release()


def _stored(value: Any) -> Any:
    """A value as the database's driver takes it."""
    if isinstance(value, datetime):
        return connection.ops.adapt_datetimefield_value(value)
    if isinstance(value, date):
        return connection.ops.adapt_datefield_value(value)
    return value


_statements: dict[Hashable, Statement] = {}


def kept(key: Hashable, make: Callable[[], Statement]) -> Statement:
    """The statement of this key, made on first use."""
    statement = _statements.get(key)
    if statement is None:
        if len(_statements) >= MOST_KEPT:
            _statements.clear()
        statement = _statements[key] = make()
    return statement


def compiled(
    rows: QuerySet[Any],
    shape: Shape,
    before: Sequence[Combinable] = (),
) -> Statement:
    """The statement that gets the columns ``before`` and those of the shape."""
    columns = [*before, *shape.columns]
    names = [f"column_{place}" for place in range(len(columns))]
    selected = rows.annotate(**dict(zip(names, columns, strict=True))).values_list(*names)
    try:
        sql, places = selected.query.get_compiler(connection=connection).as_sql()
    except EmptyResultSet:
        return Statement("", (), shape)
    plain = (place.value if isinstance(place, Enum) else place for place in places)
    return Statement(sql, tuple(plain), shape)
