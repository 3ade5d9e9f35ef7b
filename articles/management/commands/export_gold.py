"""Write what editors have confirmed as gold for ``evaluate``."""

from __future__ import annotations

import json
from contextlib import ExitStack
from typing import TYPE_CHECKING, Any

from django.core.management.base import BaseCommand, CommandError

from articles.management.database import require_tables
from articles.services.gold import KINDS, gold_lines

if TYPE_CHECKING:
    from argparse import ArgumentParser


class Command(BaseCommand):
    """One JSON line for each article with reviewed facts.

    Exit status: 0 written, 1 nothing is reviewed, 2 wrong usage, 4 no database.
    """

    help = "Write the texts whose facts editors have reviewed, to evaluate on (docs/evaluation.md)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "kind", nargs="?", choices=KINDS, default="quotes", help="default quotes"
        )
        parser.add_argument("--output", metavar="FILE", help="write here; default standard output")

    def handle(self, *args: Any, **options: Any) -> None:
        require_tables()
        kind = options["kind"]
        with ExitStack() as stack:
            output = self._output(stack, options["output"])
            written = 0
            for line in gold_lines(kind):
                output.write(json.dumps(line, ensure_ascii=False) + "\n")
                written += 1
        if not written:
            raise CommandError(
                f"No {kind} are reviewed: confirm, correct or reject some in the admin first."
            )
        self.stderr.write(f"{written} texts with reviewed {kind}.")

    def _output(self, stack: ExitStack, name: str | None) -> Any:
        if name is None:
            return self.stdout
        try:
            return stack.enter_context(open(name, "w", encoding="utf-8"))
        except OSError as error:
            raise CommandError(f"cannot write {name}: {error.strerror}", returncode=2) from error
