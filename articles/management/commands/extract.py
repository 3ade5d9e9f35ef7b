"""Find the facts of texts, without a database."""

from __future__ import annotations

import json
import os
import sys
from contextlib import ExitStack
from typing import IO, TYPE_CHECKING, Any

from django.core.management.base import BaseCommand, CommandError

from articles.extraction.contract import ContractError, as_json, document_from, load_json
from articles.extraction.types import Failure
from articles.services.extract import read_document

if TYPE_CHECKING:
    from argparse import ArgumentParser


class Command(BaseCommand):
    """One JSON line out for each line in, in order; exit status 1 if one has an error."""

    help = "Find people, quotes and dates in texts: JSONL in, JSONL out; no database is needed."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("files", nargs="*", default=["-"], metavar="FILE", help="JSONL, or -")
        parser.add_argument("--output", metavar="FILE", help="write here; default standard output")

    def handle(self, *args: Any, **options: Any) -> None:
        with ExitStack() as stack:
            output = self._output(stack, options["output"])
            try:
                failed = [self._extract(self._input(stack, f), output) for f in options["files"]]
            except BrokenPipeError:
                # Whoever read the output has enough; what is left must not be flushed to it.
                os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
                raise SystemExit(1) from None
            except OSError as error:
                raise CommandError(f"cannot write: {error.strerror}", returncode=4) from error
        if any(failed):
            raise SystemExit(1)

    def _output(self, stack: ExitStack, name: str | None) -> Any:
        if name is None:
            return self.stdout
        try:
            return stack.enter_context(open(name, "w", encoding="utf-8"))
        except OSError as error:
            raise CommandError(f"cannot write {name}: {error.strerror}", returncode=2) from error

    def _input(self, stack: ExitStack, name: str) -> IO[bytes]:
        if name == "-":
            if sys.stdin is None:
                raise CommandError("standard input is closed", returncode=2)
            return sys.stdin.buffer
        try:
            return stack.enter_context(open(name, "rb"))
        except OSError as error:
            raise CommandError(f"cannot read {name}: {error.strerror}", returncode=2) from error

    def _extract(self, lines: IO[bytes], output: Any) -> int:
        """Answer each line; returns how many have an error."""
        failed = 0
        for number, line in enumerate(lines, 1):
            answer = answer_line(line, default_id=str(number))
            failed += "error" in answer
            output.write(json.dumps(answer, ensure_ascii=False) + "\n")
        return failed


def answer_line(line: bytes, *, default_id: str) -> dict[str, Any]:
    """The answer to one line: an extraction or an error, always with an id."""
    try:
        data = load_json(line)
    except ContractError as error:
        return as_json("", Failure(default_id, "not_json", str(error)))
    try:
        document = document_from(data, default_id=default_id)
    except ContractError as error:
        given = data.get("id") if isinstance(data, dict) and error.field != "id" else None
        identifier = str(given) if isinstance(given, str | int) else default_id
        return as_json("", Failure(printable_id(identifier), "bad_document", str(error)))
    return as_json(document.text, read_document(document))


def printable_id(identifier: str) -> str:
    return identifier.encode("utf-8", "backslashreplace").decode()
