"""Counting anew: everything, or what is counted of some people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import connection, transaction

from articles.models import Person
from articles.services.summaries.contribution import MOST_NAMED
from articles.services.summaries.tables import recounts
from articles.services.turns import take_turns

if TYPE_CHECKING:
    from collections.abc import Collection

    from articles.services.summaries.tables import Recount


@transaction.atomic
def rebuild() -> None:
    """Count everything anew; facts cannot change meanwhile."""
    take_turns()
    if connection.vendor == "postgresql":
        # Millions of groups are put on disk otherwise; only until the transaction ends.
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL work_mem = '256MB'")
    for recount in recounts(MOST_NAMED):
        _replace(recount)


def recount_people(people: Collection[int]) -> None:
    """Count anew what is counted of some people, in the transaction that changed it."""
    for recount in recounts(MOST_NAMED, sorted(people)):
        _replace(recount)


def _replace(recount: Recount) -> None:
    table = recount.table
    key = ", ".join(table.key)
    columns = ", ".join((*table.key, *table.counts))
    with connection.cursor() as cursor:
        if table.model is Person:
            cursor.execute(_update(recount), recount.parameters)
            return
        cursor.execute(f"DELETE FROM {table.name} WHERE {recount.stored}")  # noqa: S608 - our own
        cursor.execute(
            f"INSERT INTO {table.name} ({columns})"  # noqa: S608 - our own
            # In order, the index of the key grows at its end, and rows of a person lie together.
            f" SELECT {columns} FROM ({recount.query}) AS counted ORDER BY {key}",
            recount.parameters,
        )


def _update(recount: Recount) -> str:
    """People stay, whatever is counted of them; only those with other counts are written."""
    table = recount.table
    changes = ", ".join(f"{column} = counted.{column}" for column in table.counts)
    differs = " OR ".join(f"{table.name}.{column} <> counted.{column}" for column in table.counts)
    return (
        f"UPDATE {table.name} SET {changes} FROM ({recount.query}) AS counted"  # noqa: S608
        f" WHERE {table.name}.id = counted.id AND ({differs})"
    )
