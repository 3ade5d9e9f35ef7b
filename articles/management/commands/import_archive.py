"""Take an archive into an empty database."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.core.management.base import BaseCommand, CommandError

from articles.management.database import require_tables
from articles.management.progress import ProgressReport
from articles.services.archive import ArchiveError, import_archive

if TYPE_CHECKING:
    from argparse import ArgumentParser


class Command(BaseCommand):
    """The last line printed is a JSON object: the rows by table, and the digest.

    Exit status: 0 all stored; else nothing is: 1 the archive or the database does not allow it,
    2 no such file, 3 interrupted, 4 no database.
    """

    help = "Store everything that an archive holds in an empty database."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", metavar="FILE", help="what export_archive has written")

    def handle(self, *args: Any, **options: Any) -> None:
        require_tables()
        path = Path(options["file"])
        try:
            with ProgressReport() as report:
                summary = import_archive(path, report)
        except ArchiveError as error:
            raise CommandError(f"Nothing is stored: {error}.") from error
        except OSError as error:
            raise CommandError(f"cannot read {path}: {error.strerror}.", returncode=2) from error
        except KeyboardInterrupt as error:
            raise CommandError("Interrupted; nothing is stored.", returncode=3) from error
        self.stdout.write(json.dumps(summary))
