"""Writing an archive of one state of the database, while others go on changing it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from articles.services.archive.digest import archive_digest
from articles.services.archive.files import writing
from articles.services.archive.rows import TABLES, as_json, columns
from articles.services.snapshot import snapshot
from newsapi import __version__

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from articles.services.archive.files import Writer

# Counts up when an older program could not read the file any more.
FORMAT = 1


def export_archive(path: Path, on_progress: Callable[[str, int], None]) -> dict[str, Any]:
    """Write everything that is stored into a file; one that is there is replaced at the end.

    Args:
        path: ends in ``.zst`` or ``.gz``.
        on_progress: called with the name of a table and its rows written.

    Returns:
        ``rows`` by table, and the ``archive_digest``.

    Raises:
        ArchiveError: the name says no compression.
        OSError: the file cannot be written.
    """
    with writing(path) as writer, snapshot():
        writer.write({"archive": "newsapi", "format": FORMAT, **program()})
        summary = {
            "rows": {name: _write_rows(writer, name, on_progress) for name in TABLES},
            "archive_digest": archive_digest(),
        }
        writer.write({"end": summary, "sha256": writer.sha256})
    return summary


def program() -> dict[str, str]:
    """The version of the program, and the last of its migrations."""
    applied = MigrationRecorder(connection).applied_migrations()
    schema = max(name for app, name in applied if app == "articles")
    return {"version": __version__, "schema": schema}


def _write_rows(writer: Writer, table: str, on_progress: Callable[[str, int], None]) -> int:
    model = TABLES[table]
    names = columns(model)
    number = 0
    rows = model._default_manager.order_by("pk").values_list(*names)
    for row in rows.iterator(chunk_size=200):
        values = {name: as_json(value) for name, value in zip(names, row, strict=True)}
        writer.write({"table": table, "row": values})
        number += 1
        on_progress(table, number)
    return number
