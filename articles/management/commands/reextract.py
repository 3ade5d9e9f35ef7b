"""Find the facts of stored articles again; what editors did stays."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from articles.choices import ExtractionState, RunKind
from articles.management.database import require_tables
from articles.management.progress import ProgressReport
from articles.models import Article, Run
from articles.services.extract import extract_pending, mark_pending, stale

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

    def handle(self, *args: Any, **options: Any) -> None:
        require_tables()
        rows = Article.objects.all() if options["all"] or options["articles"] else stale()
        if options["articles"]:
            rows = rows.filter(pk__in=options["articles"])
        run = Run.objects.create(
            kind=RunKind.EXTRACT,
            arguments={"articles": options["articles"], "all": options["all"]},
            started_at=timezone.now(),
        )
        counts = {"seen": mark_pending(rows), "done": 0, "failed": 0, "unsupported": 0}
        with ProgressReport() as report:

            def on_done(article: Article, done: int, total: int) -> None:
                counts[ExtractionState(article.state).value] += 1
                report("extracting", done, total)

            extract_pending(on_done)
        run.counts, run.ended_at = counts, timezone.now()
        run.save()
        self.stdout.write(json.dumps(counts))
        if counts["failed"]:
            raise SystemExit(1)
