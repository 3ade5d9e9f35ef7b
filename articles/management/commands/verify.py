"""Check that the database is as the program left it."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from django.core.management.base import BaseCommand

from articles.management.database import require_tables
from articles.services.verify import verify

if TYPE_CHECKING:
    from argparse import ArgumentParser


class Command(BaseCommand):
    """The last line printed is a JSON object: the number of problems by check.

    Exit status: 0 none, 1 some, each on a line of its own, 4 no database.
    """

    help = "Check every place, hash, count and reference in the database, and name what is wrong."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--json", action="store_true", help="each problem as a JSON object")

    def handle(self, *args: Any, **options: Any) -> None:
        require_tables()
        counts: dict[str, int] = {}
        for check, problem in verify():
            counts.setdefault(check, 0)
            if problem is None:
                continue
            counts[check] += 1
            as_json = json.dumps({"check": check, **asdict(problem)}, ensure_ascii=False)
            self.stdout.write(as_json if options["json"] else f"{problem} [{check}]")
        self.stdout.write(json.dumps(counts))
        if any(counts.values()):
            raise SystemExit(1)
