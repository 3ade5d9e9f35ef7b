"""Reading much of the database as it is at one moment, while others go on writing."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from django.db import connection, transaction

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def snapshot() -> Iterator[None]:
    """Have all queries inside see one state of the database; nothing is written there.

    Inside a transaction, or another snapshot, it is that one.
    """
    connection.ensure_connection()
    if connection.in_atomic_block or _began():
        yield
    elif connection.vendor == "sqlite":
        # Django's own transactions take the write lock at once; this one never does.
        with connection.cursor() as cursor:
            cursor.execute("BEGIN DEFERRED")
            try:
                yield
            finally:
                cursor.execute("ROLLBACK")
    else:
        with transaction.atomic():
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            yield


def _began() -> bool:
    """Whether SQLite has a transaction that Django knows nothing of."""
    return connection.vendor == "sqlite" and bool(connection.connection.in_transaction)
