"""Write everything that is stored into one file."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.core.management.base import BaseCommand, CommandError

from articles.management.database import STORAGE_UNAVAILABLE, require_tables
from articles.management.progress import ProgressReport
from articles.services.archive import ArchiveError, export_archive

if TYPE_CHECKING:
    from argparse import ArgumentParser


class Command(BaseCommand):
    """The last line printed is a JSON object: the rows by table, and the digest.

    Exit status: 0 written, 2 wrong usage, 3 interrupted, 4 no database or no room for the file.
    """

    help = "Write everything that is stored, editors' work included, into a compressed file."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", metavar="FILE", help="ends in .jsonl.zst or .jsonl.gz")

    def handle(self, *args: Any, **options: Any) -> None:
        require_tables()
        path = Path(options["file"])
        try:
            with ProgressReport() as report:
                summary = export_archive(path, report)
        except ArchiveError as error:
            raise CommandError(f"{error}.", returncode=2) from error
        except OSError as error:
            message = f"cannot write {path}: {error.strerror}; what stood there stays."
            raise CommandError(message, returncode=STORAGE_UNAVAILABLE) from error
        except KeyboardInterrupt as error:
            message = f"Interrupted; {path} is not written, what stood there stays."
            raise CommandError(message, returncode=3) from error
        self.stdout.write(json.dumps(summary))
