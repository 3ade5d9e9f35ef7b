"""Load people from authority files."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from django.core.management.base import BaseCommand, CommandError

from articles.management.database import require_tables
from articles.management.progress import ProgressReport
from articles.readers.authority import read_people
from articles.services.authority import load_people

if TYPE_CHECKING:
    from argparse import ArgumentParser
    from collections.abc import Iterator

    from articles.readers import Rejected
    from articles.readers.authority import RawPerson


class Command(BaseCommand):
    """The last line printed is a JSON summary.

    Exit status: 0 all stored, 1 some not, 2 wrong usage, 3 interrupted, 4 no database.
    """

    help = "Load people from authority files (name, aliases, wikidata_id, description)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("files", nargs="+", metavar="FILE", help="CSV, JSONL, or -")
        parser.add_argument(
            "--format",
            choices=["auto", "csv", "jsonl"],
            default="auto",
            help="default: CSV where a file's name ends in .csv, else JSONL",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        require_tables()
        with ProgressReport() as report:

            def on_reject(rejected: Rejected) -> None:
                report.line(f"{rejected.location}: {rejected.reason} [{rejected.code}]")

            items = read_people(options["files"], format=options["format"])
            try:
                summary = load_people(counted(items, report), on_reject=on_reject)
            except KeyboardInterrupt as error:
                message = "Interrupted; what is stored stays. Run the same command to go on."
                raise CommandError(message, returncode=3) from error
        self.stdout.write(json.dumps(summary))
        if summary["rejected"]:
            raise SystemExit(1)


def counted(
    items: Iterator[RawPerson | Rejected], report: ProgressReport
) -> Iterator[RawPerson | Rejected]:
    for done, item in enumerate(items, 1):
        yield item
        report("people", done)
