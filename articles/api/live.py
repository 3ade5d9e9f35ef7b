"""Counting rows of a list, newest first, and no more than so many."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db import connection
from django.db.models import F, Window
from django.db.models.functions import RowNumber

if TYPE_CHECKING:
    from django.db.models import QuerySet

# The most rows that are counted for one answer.
NEWEST = 10_000
# With one row more than are counted it shows whether that is all.
_COUNT = """
WITH matching (id, value, place) AS ({matching})
SELECT every.total, found.value, found.number
FROM (SELECT COUNT(*) AS total FROM matching) AS every LEFT JOIN ({values}) AS found ON TRUE
"""
_OF_ROWS = """
SELECT value, COUNT(*) AS number FROM matching WHERE place <= {newest} GROUP BY value
"""
# The sign keeps SQLite off the index on that column, which finds nearly all mentions.
_OF_PEOPLE = """
SELECT person_id AS value, COUNT(*) AS number FROM (
    SELECT DISTINCT m.person_id, matching.id
    FROM matching JOIN articles_mention AS m ON m.{through} = matching.id
    WHERE place <= {newest} AND +m.earlier_version_id IS NULL AND m.status <> 'rejected'
) AS named GROUP BY person_id
"""


@dataclass(frozen=True, slots=True)
class Live:
    """Rows by value, in no order; ``complete`` unless there are rows that were not counted."""

    numbers: list[tuple[Any, int]]
    counted: int
    complete: bool


def count_live(rows: QuerySet[Any], path: str) -> Live:
    """Count facts or articles by the value at a path from each of them."""
    return _count(rows, path, _OF_ROWS.format(newest=NEWEST))


def count_people_live(rows: QuerySet[Any], through: str) -> Live:
    """Count facts or articles by whom they name, each person once a row.

    Args:
        through: the column of mentions that refers to the rows.
    """
    return _count(rows, "pk", _OF_PEOPLE.format(newest=NEWEST, through=through))


def _count(rows: QuerySet[Any], path: str, values: str) -> Live:
    newest_first = [F("sort_at").desc(), F("pk").desc()]
    matching = (
        rows.order_by(*newest_first)
        .annotate(found_value=F(path), found_place=Window(RowNumber(), order_by=newest_first))
        .values_list("pk", "found_value", "found_place")[: NEWEST + 1]
    )
    sql, parameters = matching.query.sql_with_params()
    with connection.cursor() as cursor:
        cursor.execute(_COUNT.format(matching=sql, values=values), parameters)
        found = cursor.fetchall()
    total = found[0][0]
    numbers = [(value, number) for _, value, number in found if number is not None]
    return Live(numbers, min(total, NEWEST), total <= NEWEST)
