"""Writing invented articles into an empty database of the project, fast."""

from __future__ import annotations

import sys
import time
from contextlib import contextmanager
from itertools import islice
from typing import TYPE_CHECKING, Any

from django.core.management import call_command
from django.core.management.color import no_style
from django.db import connection, transaction

from articles.models import Article, Person, PersonAlias, Source
from articles.services import summaries
from benchmarks.api.chunks import chunks, columns, in_columns
from benchmarks.api.rows import MODELS, alias_rows, person_rows, source_rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.db.models import Model

    from benchmarks.api.corpus import Corpus

_PEOPLE_CHUNK = 20_000
# The counts that people carry, of all facts there are: none is rejected.
# No article names the last ones of a list so long.
_REMOVE_UNNAMED = (
    "DELETE FROM articles_personalias WHERE person_id IN "
    "(SELECT id FROM articles_person WHERE mention_count = 0)",
    "DELETE FROM articles_person WHERE mention_count = 0",
)


def fill(corpus: Corpus) -> None:
    """Write all articles of a corpus, with their facts and all that is derived from them.

    Broken off, it leaves a database without its indexes: make another one.
    """
    call_command("migrate", verbosity=0)
    if Article.objects.exists():
        sys.exit("The database has articles: name an empty one.")
    began = time.monotonic()
    # Without indexes SQLite would look through whole tables for every row that others refer to.
    with connection.constraint_checks_disabled(), _without_indexes():
        with transaction.atomic():
            _write(Source, in_columns(Source, source_rows()))
        _write_people(corpus.people)
        for done, tables in chunks(corpus):
            with transaction.atomic():
                for model in MODELS:
                    _write(model, tables.get(model.__name__, []))
            _report(f"{done} of {corpus.articles} articles", began)
    connection.check_constraints()
    _report("indexes made", began)
    _derive()
    _settle()
    _report("done", began)


def _derive() -> None:
    """Bring all that the project keeps beside the facts to what it would have kept."""
    summaries.rebuild()
    with connection.cursor() as cursor:
        for statement in _REMOVE_UNNAMED:
            cursor.execute(statement)


def _settle() -> None:
    """What happens by itself to a database that has been there for a while."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            for statement in connection.ops.sequence_reset_sql(no_style(), MODELS):
                cursor.execute(statement)
            cursor.execute("VACUUM ANALYZE")
        else:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _write_people(people: int) -> None:
    for model, rows in ((Person, person_rows(people)), (PersonAlias, alias_rows(people))):
        while chunk := list(islice(rows, _PEOPLE_CHUNK)):
            with transaction.atomic():
                _write(model, in_columns(model, chunk))


def _write(model: type[Model], rows: list[list[Any]]) -> None:
    """Rows as ``in_columns`` makes them."""
    names = ", ".join(f'"{field.column}"' for field in columns(model))
    table = model._meta.db_table
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with cursor.copy(f'COPY "{table}" ({names}) FROM STDIN') as copy:
                for row in rows:
                    copy.write_row(row)
        else:
            marks = ", ".join(["%s"] * len(columns(model)))
            cursor.executemany(f'INSERT INTO "{table}" ({names}) VALUES ({marks})', rows)


@contextmanager
def _without_indexes() -> Iterator[None]:
    """Drop the indexes of the tables written, but for those of constraints, and make them anew."""
    tables = [model._meta.db_table for model in MODELS]
    with connection.cursor() as cursor:
        cursor.execute(*_query_of_indexes(tables))
        indexes = dict(cursor.fetchall())
        for name in indexes:
            cursor.execute(f'DROP INDEX "{name}"')
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            for definition in indexes.values():
                cursor.execute(definition)


def _query_of_indexes(tables: list[str]) -> tuple[str, list[Any]]:
    """A query of the names and the definitions of indexes, and its parameters."""
    if connection.vendor == "postgresql":
        return (
            "SELECT indexname, indexdef FROM pg_indexes "
            "WHERE schemaname = current_schema() AND tablename = ANY(%s) "
            "AND indexname NOT IN (SELECT conname FROM pg_constraint)",
            [tables],
        )
    marks = ", ".join(["%s"] * len(tables))
    return (
        "SELECT name, sql FROM sqlite_master "
        f"WHERE type = 'index' AND sql IS NOT NULL AND tbl_name IN ({marks})",
        tables,
    )


def _report(step: str, began: float) -> None:
    print(f"{time.monotonic() - began:7.0f} s  {step}", flush=True)
