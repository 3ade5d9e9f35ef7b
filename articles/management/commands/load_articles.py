"""Load articles and find their facts."""

from __future__ import annotations

import json
from argparse import ArgumentParser, ArgumentTypeError
from contextlib import ExitStack
from typing import TYPE_CHECKING, Any, TextIO

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.management.base import BaseCommand, CommandError

from articles.management.broker import require_broker
from articles.management.database import require_tables
from articles.management.progress import ProgressReport
from articles.management.resuming import broken_off, recalled, remembered
from articles.management.stopping import INTERRUPTED, stoppable
from articles.management.workers import add_workers
from articles.readers import (
    FORMATS,
    FieldMap,
    Limits,
    parse_published,
    read_paths,
)
from articles.services.fetch import Fetcher, policy
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

    help = "Load articles from files, folders, globs, standard input or the web; find their facts."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "paths", nargs="*", metavar="PATH", help="file, folder, glob, - or, with --fetch, URL"
        )
        parser.add_argument(
            "--resume",
            action="store_true",
            help="go on with the newest load that was broken off, instead of PATH and its options",
        )
        parser.add_argument("--format", choices=FORMATS, default="auto")
        parser.add_argument(
            "--map",
            action="append",
            default=[],
            metavar="FIELD=NAME",
            help="where a field stands in JSON or CSV of another shape: headline=title, "
            "body=content.text; may be repeated",
        )
        parser.add_argument(
            "--fetch", action="store_true", help="fetch addresses; nothing else uses the network"
        )
        parser.add_argument(
            "--full-text",
            action="store_true",
            help="with --fetch: read the pages of feed entries that have only a summary",
        )
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
        limits = Limits(**settings.READER_LIMITS)
        fetcher = fetcher_for(options, limits)

        def on_reject(rejected: Rejected) -> None:
            report.line(f"{rejected.location}: {rejected.reason} [{rejected.code}]")
            if rejects is not None:
                rejects.write(json.dumps(as_json(rejected), ensure_ascii=False) + "\n")
            if fetcher is not None:
                fetcher.rejected(rejected)

        loader = Loader(
            Defaults(source=options["source"], published=options["published"]),
            on_reject=on_reject,
            on_extracted=lambda done, total: report("extracting", done, total),
            workers=options["workers"],
        )
        items = read_paths(
            options["paths"],
            format=options["format"],
            limits=limits,
            fields=field_map(options["map"]),
            fetch=fetcher.fetch if fetcher else None,
        )
        if fetcher and options["full_text"]:
            items = fetcher.with_full_texts(items)
        items = counted(items, report)
        if options["dry_run"]:
            return loader.rehearse(items)
        facts = Facts.QUEUED if options["queue"] else Facts.NOW
        if options["no_extract"]:
            facts = Facts.LATER
        summary = loader.load(items, remembered(options), facts=facts, run=run)
        if fetcher:
            fetcher.remember()
        return summary


def fetcher_for(options: dict[str, Any], limits: Limits) -> Fetcher | None:
    if options["full_text"] and not options["fetch"]:
        raise CommandError("--full-text fetches pages: give --fetch too.", returncode=2)
    try:
        return Fetcher(policy(), limits) if options["fetch"] else None
    except ImproperlyConfigured as error:
        raise CommandError(str(error), returncode=2) from error


def field_map(pairs: list[str]) -> FieldMap:
    try:
        return FieldMap.parse(pairs)
    except ValueError as error:
        raise CommandError(f"--map: {error}.", returncode=2) from error


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
