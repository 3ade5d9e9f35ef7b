"""Find the facts of stored articles again; what editors did stays."""

from __future__ import annotations

import json
from argparse import ArgumentTypeError
from datetime import date
from typing import TYPE_CHECKING, Any

from django.core.management.base import BaseCommand, CommandError

from articles.management.database import require_tables
from articles.management.progress import ProgressReport
from articles.management.stopping import stoppable
from articles.management.workers import add_workers
from articles.models import Article, Source
from articles.services.extract import stale
from articles.services.reextract import reextract, rehearse

if TYPE_CHECKING:
    from argparse import ArgumentParser

    from django.db.models import QuerySet

_FILTERS = ("source", "since", "until", "ids")


def day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise ArgumentTypeError("a day, for example 2025-05-20") from error


class Command(BaseCommand):
    """The last line printed is a JSON object: articles by state, and facts by what became of them.

    Exit status: 0 all read, 1 an article failed, 2 wrong usage, 3 interrupted, 4 no database.
    """

    help = "Extract stored articles again: stale ones, or all, or those that the filters leave."

    def add_arguments(self, parser: ArgumentParser) -> None:
        which = parser.add_mutually_exclusive_group()
        which.add_argument(
            "--stale",
            action="store_true",
            help="failed or by another extractor; the default without filters",
        )
        which.add_argument("--all", action="store_true", help="all that the filters leave")
        parser.add_argument("--source", metavar="SLUG", help="only articles of this source")
        parser.add_argument("--since", type=day, metavar="DAY", help="published then or later")
        parser.add_argument("--until", type=day, metavar="DAY", help="published then or earlier")
        parser.add_argument("--ids", nargs="+", type=int, metavar="ID", help="only these articles")
        parser.add_argument(
            "--dry-run", action="store_true", help="tell what would change, and change nothing"
        )
        add_workers(parser)

    def handle(self, *args: Any, **options: Any) -> None:
        require_tables()
        rows = self._articles(options)
        with stoppable("Run the same command to go on."), ProgressReport() as report:

            def on_progress(done: int, total: int) -> None:
                report("extracting", done, total)

            if options["dry_run"]:
                summary = rehearse(rows, on_progress)
            else:
                asked = {name: options[name] for name in ("stale", "all", *_FILTERS)}
                arguments = json.loads(json.dumps(asked, default=str))
                summary = reextract(rows, arguments, on_progress, workers=options["workers"])
        self.stdout.write(json.dumps(summary))
        if summary["failed"]:
            raise SystemExit(1)

    def _articles(self, options: dict[str, Any]) -> QuerySet[Article]:
        is_filtered = any(options[name] is not None for name in _FILTERS)
        everything = options["all"] or (is_filtered and not options["stale"])
        rows = Article.objects.all() if everything else stale()
        if options["source"] is not None:
            if not Source.objects.filter(slug=options["source"]).exists():
                raise CommandError(f"there is no source {options['source']!r}", returncode=2)
            rows = rows.filter(source__slug=options["source"])
        if options["since"] is not None:
            rows = rows.filter(published_on__gte=options["since"])
        if options["until"] is not None:
            rows = rows.filter(published_on__lte=options["until"])
        if options["ids"] is not None:
            there = set(Article.objects.filter(pk__in=options["ids"]).values_list("pk", flat=True))
            if missing := sorted(set(options["ids"]) - there):
                raise CommandError(f"there is no article {missing[0]}", returncode=2)
            rows = rows.filter(pk__in=options["ids"])
        return rows
