"""Measure the extraction on texts whose facts a person has marked."""

from __future__ import annotations

import json
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from django.core.management.base import BaseCommand, CommandError
from django.db import DEFAULT_DB_ALIAS, DatabaseError, connections

from articles.choices import ExtractionState
from articles.evaluation.gold import read_gold
from articles.evaluation.kinds import KINDS
from articles.evaluation.records import BadFileError, Record, read_lines
from articles.management.database import STORAGE_UNAVAILABLE
from articles.management.progress import ProgressReport
from articles.models import Article
from articles.readers import Location, RawArticle
from articles.services.load import Defaults, Loader
from articles.services.records import facts_of

if TYPE_CHECKING:
    from argparse import ArgumentParser
    from collections.abc import Callable, Iterable, Iterator

    from articles.evaluation.gold import GoldText
    from articles.evaluation.kinds import Kind
    from articles.readers import Rejected


class Command(BaseCommand):
    """Loads the texts as articles into a database of their own, which is removed afterwards.

    Exit status: 0 measured, 1 bad lines or texts that could not be read, 2 wrong
    usage, 3 interrupted, 4 no database.
    """

    help = "Measure what is found in texts against what a person has marked (docs/evaluation.md)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("kind", choices=sorted(KINDS))
        parser.add_argument("gold", metavar="GOLD", help="JSONL, one marked text a line")
        parser.add_argument("--errors", action="store_true", help="show each error in its context")
        parser.add_argument("--json", action="store_true", help="print one JSON object")
        parser.add_argument(
            "--predictions",
            metavar="FILE",
            help="measure these, as --output writes them, and find nothing anew",
        )
        parser.add_argument("--output", metavar="FILE", help="write what was found here as JSONL")

    def handle(self, *args: Any, **options: Any) -> None:
        kind = KINDS[options["kind"]]
        unread = False
        try:
            gold = self._lines(
                options["gold"], lambda path, lines: read_gold(path, lines, kind.read_gold)
            )
            if options["predictions"]:
                found = self._lines(
                    options["predictions"],
                    lambda path, lines: read_predictions(path, lines, kind, gold),
                )
            else:
                records = self._find(options["kind"], options["gold"], gold)
                unread = len(records) < len(gold)
                self._write(options["output"], records)
                found = {
                    record["id"]: kind.read_found(Record(record), gold[record["id"]].text)
                    for record in records
                }
        except BadFileError as error:
            raise CommandError(str(error), returncode=1) from error
        except KeyboardInterrupt as error:
            raise CommandError("Interrupted.", returncode=3) from error
        self._print(kind.evaluate(gold, found), options)
        if unread:
            raise SystemExit(1)

    def _lines(self, name: str, read: Callable[[str, Iterable[bytes]], Any]) -> Any:
        try:
            with open(name, "rb") as file:
                return read(name, file)
        except OSError as error:
            raise CommandError(f"cannot read {name}: {error.strerror}", returncode=2) from error

    def _write(self, name: str | None, records: Iterable[dict[str, Any]]) -> None:
        if name is None:
            return
        try:
            with open(name, "w", encoding="utf-8") as file:
                file.writelines(json.dumps(r, ensure_ascii=False) + "\n" for r in records)
        except OSError as error:
            raise CommandError(f"cannot write {name}: {error.strerror}", returncode=2) from error

    def _find(self, kind: str, path: str, gold: dict[str, GoldText]) -> list[dict[str, Any]]:
        """Load the texts and read back what was found; those that failed are left out."""
        with ProgressReport() as report, throw_away_database():

            def refuse(rejected: Rejected) -> None:
                report.line(f"{rejected.location}: {rejected.reason} [{rejected.code}]")

            def on_extracted(done: int, total: int) -> None:
                report("extracting", done, total)

            loader = Loader(Defaults(), on_reject=refuse, on_extracted=on_extracted)
            loader.load((article_of(text, path) for text in gold.values()), {"gold": path})
            for article in Article.objects.filter(state=ExtractionState.UNSUPPORTED):
                report.line(f"{path}, text {article.guid}: {article.state_reason}")
            read = Article.objects.filter(state=ExtractionState.DONE).order_by("pk")
            return [{"id": article.guid, **facts_of(kind, article.pk)} for article in read]

    def _print(self, report: Any, options: dict[str, Any]) -> None:
        errors = list(report.errors()) if options["errors"] else []
        if options["json"]:
            figures = report.as_json() | ({"errors": errors} if options["errors"] else {})
            self.stdout.write(json.dumps(figures, ensure_ascii=False))
            return
        for line in errors:
            self.stdout.write(line)
        self.stdout.write("\n\n".join(map(str, report.tables())))


def article_of(text: GoldText, path: str) -> RawArticle:
    """The article that a gold text is loaded as; its body is the text to the letter.

    A headline that the gold gives is passed on as a reader of JSONL does. Without
    one the article has none, and the pipeline looks for it in the text.
    """
    return RawArticle(
        location=Location(path, line=text.line),
        guid=text.id,
        headline=text.headline,
        body=text.text,
        published_at=text.published,
    )


def read_predictions(
    path: str, lines: Iterable[bytes], kind: Kind, gold: dict[str, GoldText]
) -> dict[str, Any]:
    """What was found, by the id of its text; texts that the gold lacks are left out."""

    def parse(record: Record, line: int) -> tuple[str, Any] | None:
        text = gold.get(record.identifier("id"))
        return (text.id, kind.read_found(record, text.text)) if text else None

    found: dict[str, Any] = {}
    for item in read_lines(path, lines, parse):
        if item is None:
            continue
        if item[0] in found:
            raise BadFileError(f"{path}: the text {item[0]!a} stands there twice: keep one line")
        found[item[0]] = item[1]
    return found


@contextmanager
def throw_away_database() -> Iterator[None]:
    """Put a new, empty database in the place of the configured one, and remove it again.

    It is made on the same server, under a name of its own, by a connection of its
    own; on SQLite it is a temporary file. The configured one is never written to.

    Raises:
        CommandError: with exit status 4, it cannot be made.
    """
    users = connections[DEFAULT_DB_ALIAS]
    configured = users.settings_dict["NAME"]
    connection = users.copy()
    # A pool that is open already would lead to the configured database.
    connection.settings_dict["OPTIONS"].pop("pool", None)
    with tempfile.TemporaryDirectory(prefix="newsapi-") as folder:
        name = f"newsapi_evaluate_{uuid4().hex[:12]}"
        is_file = connection.vendor == "sqlite"
        connection.settings_dict["TEST"]["NAME"] = str(Path(folder) / name) if is_file else name
        connections[DEFAULT_DB_ALIAS] = connection
        try:
            _create(connection.creation)
            yield
        finally:
            try:
                if connection.settings_dict["NAME"] != configured:
                    connection.creation.destroy_test_db(configured, verbosity=0)
            finally:
                connections[DEFAULT_DB_ALIAS] = users


def _create(creation: Any) -> None:
    try:
        creation.create_test_db(verbosity=0, autoclobber=False, serialize=False)
    except DatabaseError as error:
        reason = str(error).strip().partition("\n")[0]
        message = f"The database does not answer ({reason}): check DATABASE_URL."
        raise CommandError(message, returncode=STORAGE_UNAVAILABLE) from error
    except SystemExit as error:  # Django has said on standard error why, and given up
        message = (
            "No database could be made for the evaluation: let the user of DATABASE_URL create"
            " databases, or leave DATABASE_URL out to use SQLite."
        )
        raise CommandError(message, returncode=STORAGE_UNAVAILABLE) from error
