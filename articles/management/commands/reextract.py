"""Find the facts of stored articles again; what editors did stays."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from django.core.management.base import BaseCommand, CommandError

from articles.management.database import require_tables
from articles.management.progress import ProgressReport
from articles.management.workers import add_workers
from articles.models import Article
from articles.services.extract import stale
from articles.services.reextract import reextract

if TYPE_CHECKING:
    from argparse import ArgumentParser


class Command(BaseCommand):
    """The last line printed is a JSON summary; exit status 1 if an article failed."""

    help = "Extract stored articles again: stale ones, or all, or those named."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("articles", nargs="*", type=int, metavar="ID", help="only these")
        parser.add_argument(
            "--all", action="store_true", help="all; default: failed or by another extractor"
        )
        add_workers(parser)

    def handle(self, *args: Any, **options: Any) -> None:
        require_tables()
        wanted = options["articles"]
        rows = Article.objects.all() if options["all"] or wanted else stale()
        if wanted:
            rows = rows.filter(pk__in=wanted)
            missing = sorted(set(wanted) - set(rows.values_list("pk", flat=True)))
            if missing:
                raise CommandError(f"there is no article {missing[0]}", returncode=2)
        with ProgressReport() as report:
            counts = reextract(
                rows,
                {"articles": wanted, "all": options["all"]},
                on_progress=lambda done, total: report("extracting", done, total),
                workers=options["workers"],
            )
        self.stdout.write(json.dumps(counts))
        if counts["failed"]:
            raise SystemExit(1)
