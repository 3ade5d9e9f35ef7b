"""What the databases keep for searching, made and removed by migrations.

On SQLite Django changes a table by making another and dropping the first, and its triggers
with it. A migration that does so with a searched table ends with ``keep_words``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from articles.fulltext import (
    FIRST_UNIX_SECOND,
    ID_BITS,
    ID_MASK,
    LAST_SECOND,
    MIDDLE_SECOND,
    words_table,
)

if TYPE_CHECKING:
    from django.apps.registry import Apps
    from django.db.backends.base.schema import BaseDatabaseSchemaEditor

SEARCHED = ("articles_article", "articles_quote")
# PostgreSQL counts ten times as many words, and takes all others to be half as frequent as
# the rarest of these. By its default of 100 that is so often that it reads the rows from the
# newest on until it has a page, where looking the word up is fifty times faster.
_COUNTED_WORDS = 1000

_SECONDS = f"CAST(strftime('%s', {{row}}.sort_at) AS INTEGER) - ({FIRST_UNIX_SECOND})"
_PLACE = (
    f"((min(max({_SECONDS}, 0), {LAST_SECOND}) - {MIDDLE_SECOND}) * {1 << ID_BITS} + {{row}}.id)"
)


def create(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Make what a search needs for the rows that there are, and keep it from now on."""
    for table in SEARCHED:
        if schema_editor.connection.vendor == "postgresql":
            _create_vector(table, schema_editor)
        else:
            _create_words(table, schema_editor)
            _create_triggers(table, schema_editor)


def remove(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    for table in SEARCHED:
        if schema_editor.connection.vendor == "postgresql":
            _run(schema_editor, f"ALTER TABLE {table} DROP COLUMN search_vector")
        else:
            _drop_triggers(table, schema_editor)
            _run(schema_editor, f"DROP TABLE {words_table(table)}")


def keep_words(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Have SQLite keep the words again after a searched table was made anew."""
    if schema_editor.connection.vendor == "sqlite":
        for table in SEARCHED:
            _drop_triggers(table, schema_editor)
            _create_triggers(table, schema_editor)


def _create_vector(table: str, schema_editor: BaseDatabaseSchemaEditor) -> None:
    vector = "tsvector GENERATED ALWAYS AS (to_tsvector('simple', search_text)) STORED"
    _run(schema_editor, f"ALTER TABLE {table} ADD COLUMN search_vector {vector}")
    _run(
        schema_editor,
        f"ALTER TABLE {table} ALTER COLUMN search_vector SET STATISTICS {_COUNTED_WORDS}",
    )
    _run(schema_editor, f"CREATE INDEX {table}_search ON {table} USING gin (search_vector)")


def _create_words(table: str, schema_editor: BaseDatabaseSchemaEditor) -> None:
    words = words_table(table)
    # The rows have the text already, and the score is computed from it: no content, no sizes.
    options = "words, content='', columnsize=0, tokenize='ascii'"
    _run(schema_editor, f"CREATE VIRTUAL TABLE {words} USING fts5({options})")
    _run(
        schema_editor,
        f"INSERT INTO {words} (rowid, words) SELECT {_PLACE.format(row=table)}, search_text "
        f"FROM {table} ORDER BY 1",
    )


def _create_triggers(table: str, schema_editor: BaseDatabaseSchemaEditor) -> None:
    words = words_table(table)
    old, new = _PLACE.format(row="old"), _PLACE.format(row="new")
    insert = f"INSERT INTO {words} (rowid, words) VALUES ({new}, new.search_text);"
    delete = (
        f"INSERT INTO {words} ({words}, rowid, words) VALUES ('delete', {old}, old.search_text);"
    )
    changed = "old.search_text IS NOT new.search_text OR old.sort_at IS NOT new.sort_at"
    too_large = f"SELECT RAISE(ABORT, 'id over {ID_MASK}: use PostgreSQL for so many rows');"
    for name, event, statements in (
        ("insert", "INSERT", insert),
        ("delete", "DELETE", delete),
        ("update", f"UPDATE OF search_text, sort_at ON {table} WHEN {changed}", delete + insert),
        ("refuse", f"INSERT ON {table} WHEN new.id > {ID_MASK}", too_large),
    ):
        on = event if " ON " in event else f"{event} ON {table}"
        _run(schema_editor, f"CREATE TRIGGER {words}_{name} AFTER {on} BEGIN {statements} END")


def _drop_triggers(table: str, schema_editor: BaseDatabaseSchemaEditor) -> None:
    for name in ("insert", "delete", "update", "refuse"):
        _run(schema_editor, f"DROP TRIGGER IF EXISTS {words_table(table)}_{name}")


def _run(schema_editor: BaseDatabaseSchemaEditor, statement: str) -> None:
    # Without parameters a per cent sign is one.
    schema_editor.execute(statement, params=None)
