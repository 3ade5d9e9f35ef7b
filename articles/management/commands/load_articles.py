"""Load articles and find their facts."""

from __future__ import annotations

import json
from argparse import ArgumentParser, ArgumentTypeError
from contextlib import ExitStack
from typing import TYPE_CHECKING, Any, TextIO

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.management.base import BaseCommand, CommandError

from articles.management.database import require_tables
from articles.management.progress import ProgressReport
from articles.management.workers import add_workers
from articles.readers import (
    FORMATS,
    FieldMap,
    Limits,
    parse_published,
    printable,
    read_paths,
)
from articles.services.fetch import Fetcher, policy
from articles.services.load import Defaults, Loader
from articles.services.pool import WorkersError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date, datetime

    from articles.readers import RawArticle, Rejected


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
            "paths", nargs="+", metavar="PATH", help="file, folder, glob, - or, with --fetch, URL"
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
        parser.add_argument(
            "--no-extract", action="store_true", help="leave the facts to a later load"
        )
        add_workers(parser)
        parser.add_argument("--rejects", metavar="FILE", help="write rejected items here as JSONL")

    def handle(self, *args: Any, **options: Any) -> None:
        require_tables()
        with ExitStack() as stack:
            rejects = self._rejects_file(stack, options["rejects"])
            report = stack.enter_context(ProgressReport())
            try:
                summary = self._load(options, report, rejects)
            except KeyboardInterrupt as error:
                message = "Interrupted; what is stored stays. Run the same command to go on."
                raise CommandError(message, returncode=3) from error
            except WorkersError as error:
                raise CommandError(f"{error}.", returncode=3) from error
        self.stdout.write(json.dumps(summary))
        if summary["rejected"] or summary["failed"]:
            raise SystemExit(1)

    def _rejects_file(self, stack: ExitStack, name: str | None) -> TextIO | None:
        if not name:
            return None
        try:
            return stack.enter_context(open(name, "w", encoding="utf-8"))
        except OSError as error:
            raise CommandError(f"cannot write {name}: {error.strerror}", returncode=2) from error

    def _load(
        self, options: dict[str, Any], report: ProgressReport, rejects: TextIO | None
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
            return loader.rehearse(items).as_dict()
        arguments = {
            "paths": [printable(path) for path in options["paths"]],
            "map": options["map"],
            **{name: str(options[name]) for name in ("format", "source", "published")},
        }
        extract = not options["no_extract"]
        summary = loader.load(items, arguments, extract=extract).as_dict()
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
