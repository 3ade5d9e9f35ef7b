"""Taking an archive into an empty database: all of it, or nothing."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

from django.core.management.color import no_style
from django.db import DatabaseError, connection, transaction

from articles.services import summaries
from articles.services.archive.digest import archive_digest
from articles.services.archive.errors import ArchiveError
from articles.services.archive.export import FORMAT, program
from articles.services.archive.files import read_lines
from articles.services.archive.rows import TABLES, row_from

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from django.db.models import Model

_AT_ONCE = 500


def import_archive(path: Path, on_progress: Callable[[str, int], None]) -> dict[str, Any]:
    """Store everything that an archive holds, under the ids that it has there.

    The file is read to its end and checked before anything is stored; what is
    stored has the digest of what was archived.

    Args:
        on_progress: called with the name of a table and its rows stored.

    Returns:
        ``rows`` by table, and the ``archive_digest``.

    Raises:
        ArchiveError: the file is damaged or of another schema, the database is
            in use, or it does not take a row; nothing is stored.
        OSError: the file cannot be read.
    """
    for _ in _checked(path):
        pass
    with transaction.atomic():
        _refuse_used()
        rows = dict.fromkeys(TABLES, 0)
        summary: dict[str, Any] = {}
        for table, lines in groupby(_checked(path), key=lambda line: line.get("table", "")):
            if not table:
                (last,) = lines
                summary = last["end"]
                continue
            for number in _store(table, lines):
                rows[table] += number
                on_progress(table, rows[table])
        _settle()
        if summary != {"rows": rows, "archive_digest": archive_digest()}:
            raise ArchiveError(f"{path}: what was stored differs from what was archived")
    return summary


def _checked(path: Path) -> Iterator[dict[str, Any]]:
    """The lines of rows, and the last line; the file has to be whole and of this schema."""
    lines = read_lines(path)
    _check_header(path, next(lines, ({}, ""))[0])
    for line, sha256 in lines:
        if "end" in line:
            if line["sha256"] != sha256 or next(lines, None) is not None:
                raise ArchiveError(f"{path} is damaged: its checksum is not that of its lines")
            yield line
            return
        if line.get("table") not in TABLES:
            raise ArchiveError(f"{path} has a table that is not known here: {line.get('table')}")
        yield line
    raise ArchiveError(f"{path} is damaged: its end is missing")


def _check_header(path: Path, header: Any) -> None:
    if not isinstance(header, dict) or header.get("archive") != "newsapi":
        raise ArchiveError(f"{path} is not an archive of newsapi")
    here = program()
    if header["format"] != FORMAT or header["schema"] != here["schema"]:
        raise ArchiveError(
            f"{path} was written by version {header['version']} with the schema"
            f" {header['schema']}; this is version {here['version']} with {here['schema']}:"
            " import it with that version, then upgrade"
        )


def _refuse_used() -> None:
    for name, model in TABLES.items():
        if model._default_manager.exists():
            raise ArchiveError(
                f"the database is in use, there are rows of {name}:"
                " name an empty, migrated one in DATABASE_URL"
            )


def _store(table: str, lines: Iterable[dict[str, Any]]) -> Iterator[int]:
    """Store rows of one table; gives the number of each part stored."""
    model = TABLES[table]
    part: list[Model] = []
    for line in lines:
        part.append(row_from(model, line["row"]))
        if len(part) == _AT_ONCE:
            yield _insert(model, part)
            part = []
    if part:
        yield _insert(model, part)


def _insert(model: type[Model], rows: list[Model]) -> int:
    try:
        model._default_manager.bulk_create(rows)
    except (DatabaseError, ValueError) as error:
        place = f"{model.__name__} {rows[0].pk} to {rows[-1].pk}"
        raise ArchiveError(f"the database does not take {place}: {error}") from error
    return len(rows)


def _settle() -> None:
    """Check the references, which no single row could, and give new rows ids of their own."""
    try:
        connection.check_constraints()
    except DatabaseError as error:
        raise ArchiveError(f"a row refers to one that is not there: {error}") from error
    summaries.rebuild()
    models = list(TABLES.values())
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), models):
            cursor.execute(statement)
