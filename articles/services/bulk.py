"""Many rows of one model at once, as fast as the database takes them."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, Any

from django.db import DEFAULT_DB_ALIAS, connection, connections, models

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from django.db.backends.utils import CursorWrapper
    from django.db.models import Field, Model


# Fields whose values no database wants in another form; Django would look at each of them.
_TAKEN_AS_THEY_ARE = (models.CharField, models.TextField, models.IntegerField, models.ForeignKey)


def insert(rows: Sequence[Model]) -> None:
    """Insert rows of one model: by COPY on PostgreSQL, by one prepared statement on SQLite.

    Rows without an id get one from the database and do not come to know it
    (see ``Ids``).

    Raises:
        IntegrityError: one of them breaks a rule of the database; none is stored.
        DataError: one of them does not fit.
    """
    if rows:
        insert_records(type(rows[0]), records(rows))


def records(rows: Sequence[Model]) -> list[list[Any]]:
    """The values of rows as the database takes them, for ``insert_records``."""
    converters = [_converter(f) for f in _fields(type(rows[0]), with_id=rows[0].pk is not None)]
    return [[convert(row) for convert in converters] for row in rows]


def _converter(field: Field[Any, Any]) -> Callable[[Model], Any]:
    """What gives the value of a field of a row as the database takes it."""
    # The thread's own connection, which the proxy would look up for every value.
    database = connections[DEFAULT_DB_ALIAS]
    name = field.attname
    if getattr(field, "auto_now", False) or getattr(field, "auto_now_add", False):
        return lambda row: field.get_db_prep_save(field.pre_save(row, True), database)
    if isinstance(field, _TAKEN_AS_THEY_ARE):
        return attrgetter(name)
    return lambda row: field.get_db_prep_save(getattr(row, name), database)


def insert_records(model: type[Model], records: Sequence[Sequence[Any]]) -> None:
    """Insert what ``records`` gave, as it is."""
    database = connections[DEFAULT_DB_ALIAS]
    fields = _fields(model, with_id=True)
    fields = fields[len(fields) - len(records[0]) :]  # the id comes first
    columns = ", ".join(_quoted(field.column) for field in fields)
    table = _quoted(model._meta.db_table)
    with database.cursor() as cursor:
        if database.vendor == "postgresql":
            with (
                database.wrap_database_errors,
                cursor.copy(f"COPY {table} ({columns}) FROM STDIN") as copy,
            ):
                for record in records:
                    copy.write_row(record)
        else:
            places = ", ".join(["%s"] * len(fields))
            statement = f"INSERT INTO {table} ({columns}) VALUES ({places})"  # noqa: S608 - names
            cursor.executemany(statement, records)


def _fields(model: type[Model], *, with_id: bool) -> list[Field[Any, Any]]:
    return [
        field
        for field in model._meta.concrete_fields
        if not field.generated and (with_id or not field.primary_key)
    ]


def update(rows: Sequence[Model], names: Sequence[str]) -> None:
    """Write the named fields of stored rows of one model, by one prepared statement."""
    if not rows:
        return
    database = connections[DEFAULT_DB_ALIAS]
    fields = [field for field in rows[0]._meta.concrete_fields if field.name in names]
    changes = ", ".join(f"{_quoted(field.column)} = %s" for field in fields)
    table = _quoted(rows[0]._meta.db_table)
    converters = [*map(_converter, fields), _converter(rows[0]._meta.pk)]
    records = [[convert(row) for convert in converters] for row in rows]
    with database.cursor() as cursor:
        statement = f"UPDATE {table} SET {changes} WHERE id = %s"  # noqa: S608 - names
        cursor.executemany(statement, records)


def _quoted(name: str | None) -> str:
    assert name is not None
    return connection.ops.quote_name(name)


class Ids:
    """Ids for rows to come, in ascending order, that no other writer gets.

    Use it inside the transaction that inserts the rows: on SQLite the ids are
    those that follow, and stay free as long as nobody else may write.
    """

    def __init__(self, model: type[Model]) -> None:
        self._table = model._meta.db_table
        self._last: int | None = None

    def take(self, number: int) -> list[int]:
        if not number:
            return []
        with connection.cursor() as cursor:
            if connection.vendor == "postgresql":
                sequence = "SELECT nextval(pg_get_serial_sequence(%s, 'id'))"
                cursor.execute(f"{sequence} FROM generate_series(1, %s)", [self._table, number])
                return sorted(identifier for (identifier,) in cursor.fetchall())
            if self._last is None:
                self._last = self._highest(cursor)
        self._last += number
        return list(range(self._last - number + 1, self._last + 1))

    def _highest(self, cursor: CursorWrapper) -> int:
        """The highest id that ever was: SQLite gives none twice."""
        ever = "SELECT seq FROM sqlite_sequence WHERE name = %s"
        now = f"SELECT max(id) FROM {self._table}"  # noqa: S608 - a name
        cursor.execute(f"SELECT max(coalesce(({ever}), 0), coalesce(({now}), 0))", [self._table])
        (highest,) = cursor.fetchone()
        return int(highest)
