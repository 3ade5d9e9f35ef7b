"""Load articles and find their facts."""

from __future__ import annotations

import json
from argparse import ArgumentParser, ArgumentTypeError
from contextlib import ExitStack
from typing import TYPE_CHECKING, Any, TextIO

from django.core.management.base import BaseCommand, CommandError

from articles.management.broker import require_broker
from articles.management.database import require_tables
from articles.management.progress import ProgressReport
from articles.management.resuming import broken_off, recalled, remembered
from articles.management.stopping import INTERRUPTED, stoppable
from articles.management.workers import add_workers
from articles.readers import parse_published, read_paths
from articles.services.load import Defaults, Facts, Loader

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date, datetime

    from articles.models import Run
    from articles.readers import RawArticle, Rejected


GO_ON = "Run the same command to go on."


def publication(text: str) -> datetime | date:
    try:
        return parse_published(text)
    except ValueError as error:
        raise ArgumentTypeError(str(error)) from error


def text(argument: str) -> str:
    try:
        argument.encode()
    except UnicodeEncodeError as error:
        raise ArgumentTypeError("not UTF-8") from error
    return argument


class Command(BaseCommand):
    """The last line printed is a JSON summary.

    Exit status: 0 all stored, 1 some not, 2 wrong usage, 3 interrupted, 4 no database.
    """

    help = "Load articles from files, folders, globs or standard input, and find their facts."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("paths", nargs="*", metavar="PATH", help="file, folder, glob or -")
        parser.add_argument(
            "--resume",
            action="store_true",
            help="go on with the newest load that was broken off, instead of PATH and its options",
        )
        parser.add_argument("--format", choices=["auto", "text", "jsonl", "html"], default="auto")
        parser.add_argument(
            "--source",
            type=text,
            default="",
            metavar="NAME",
            help="publisher of articles that name none",
        )
        parser.add_argument(
            "--published",
            type=publication,
            metavar="DATE|DATETIME",
            help="publication date of articles that name none, for example 2025-05-20",
        )
        parser.add_argument("--dry-run", action="store_true", help="read and check, store nothing")
        facts = parser.add_mutually_exclusive_group()
        facts.add_argument(
            "--no-extract", action="store_true", help="leave the facts to a later load"
        )
        facts.add_argument(
            "--queue", action="store_true", help="leave the facts to the workers of a broker"
        )
        add_workers(parser)
        parser.add_argument("--rejects", metavar="FILE", help="write rejected items here as JSONL")

    def handle(self, *args: Any, **options: Any) -> None:
        require_tables()
        run = self._broken_off(options)
        if run is not None:
            options |= recalled(run)
        if options["queue"]:
            require_broker()
        with stoppable(GO_ON), ExitStack() as stack:
            rejects = self._rejects_file(stack, options["rejects"])
            report = stack.enter_context(ProgressReport())
            summary = self._load(options, report, rejects, run)
        self.stdout.write(json.dumps(summary))
        if options["queue"] and not options["dry_run"]:
            self._send()
        if summary["rejected"] or summary["failed"]:
            raise SystemExit(1)

    def _broken_off(self, options: dict[str, Any]) -> Run | None:
        if not options["resume"]:
            if not options["paths"]:
                raise CommandError("Give a PATH to load, or --resume.", returncode=2)
            return None
        if options["paths"] or options["dry_run"]:
            raise CommandError("--resume takes no PATH and no --dry-run.", returncode=2)
        return broken_off()

    def _send(self) -> None:
        from articles.tasks import BrokerError, reconcile

        try:
            reconcile()
        except BrokerError as error:
            message = (
                f"The broker does not answer ({error}). Everything is stored: workers go on by"
                " themselves when it is back, or run `manage.py reconcile`."
            )
            raise CommandError(message, returncode=INTERRUPTED) from error

    def _rejects_file(self, stack: ExitStack, name: str | None) -> TextIO | None:
        if not name:
            return None
        try:
            return stack.enter_context(open(name, "w", encoding="utf-8"))
        except OSError as error:
            raise CommandError(f"cannot write {name}: {error.strerror}", returncode=2) from error

    def _load(
        self,
        options: dict[str, Any],
        report: ProgressReport,
        rejects: TextIO | None,
        run: Run | None,
    ) -> dict[str, int]:
        def on_reject(rejected: Rejected) -> None:
            report.line(f"{rejected.location}: {rejected.reason} [{rejected.code}]")
            if rejects is not None:
                rejects.write(json.dumps(as_json(rejected), ensure_ascii=False) + "\n")

        loader = Loader(
            Defaults(source=options["source"], published=options["published"]),
            on_reject=on_reject,
            on_extracted=lambda done, total: report("extracting", done, total),
            workers=options["workers"],
        )
        items = counted(read_paths(options["paths"], format=options["format"]), report)
        if options["dry_run"]:
            return loader.rehearse(items)
        facts = Facts.QUEUED if options["queue"] else Facts.NOW
        if options["no_extract"]:
            facts = Facts.LATER
        return loader.load(items, remembered(options), facts=facts, run=run)


def counted(
    items: Iterator[RawArticle | Rejected], report: ProgressReport
) -> Iterator[RawArticle | Rejected]:
    for done, item in enumerate(items, 1):
        yield item
        report("storing", done)


def as_json(rejected: Rejected) -> dict[str, Any]:
    location = rejected.location
    return {
        "path": location.path,
        "line": location.line,
        "record": location.record,
        "code": rejected.code,
        "reason": rejected.reason,
    }
