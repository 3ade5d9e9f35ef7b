"""Many rows of one model at once, as fast as the database takes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import DEFAULT_DB_ALIAS, connection, connections

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.db.backends.utils import CursorWrapper
    from django.db.models import Model


def insert(rows: Sequence[Model]) -> None:
    """Insert rows of one model: by COPY on PostgreSQL, by one prepared statement on SQLite.

    Rows without an id get one from the database and do not come to know it
    (see ``Ids``).

    Raises:
        IntegrityError: one of them breaks a rule of the database; none is stored.
        DataError: one of them does not fit.
    """
    if not rows:
        return
    fields = [
        field
        for field in rows[0]._meta.concrete_fields
        if not field.generated and (rows[0].pk is not None or not field.primary_key)
    ]
    # The thread's own connection, which the proxy would look up for every value.
    database = connections[DEFAULT_DB_ALIAS]
    columns = ", ".join(_quoted(field.column) for field in fields)
    table = _quoted(rows[0]._meta.db_table)
    records = [
        [field.get_db_prep_save(field.pre_save(row, True), database) for field in fields]
        for row in rows
    ]
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


def update(rows: Sequence[Model], names: Sequence[str]) -> None:
    """Write the named fields of stored rows of one model, by one prepared statement."""
    if not rows:
        return
    database = connections[DEFAULT_DB_ALIAS]
    fields = [field for field in rows[0]._meta.concrete_fields if field.name in names]
    changes = ", ".join(f"{_quoted(field.column)} = %s" for field in fields)
    table = _quoted(rows[0]._meta.db_table)
    records = [
        [
            *(field.get_db_prep_save(getattr(row, field.attname), database) for field in fields),
            row.pk,
        ]
        for row in rows
    ]
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
