"""The program with a pipeline that needs no model, is slow, and is ended by one text.

``celery -A tests.processes.app worker`` and ``python -m tests.processes.app COMMAND``,
with SLOW_PIPELINE in the environment.
"""

from __future__ import annotations

import os
import signal
import sys
import time
from dataclasses import dataclass

import django
from django.core.management import execute_from_command_line

from articles.extraction.types import (
    Document,
    Extraction,
    Mention,
    Person,
    Quote,
    QuoteType,
    Span,
    Speaker,
)
from newsapi.celery import app

__all__ = ["app"]

SECONDS_FOR_ONE = 0.05
POISON = "This text ends whoever reads it."
NAMES = ("Lucía Quintero", "Tom Okafor", "Bo Bell")


@dataclass
class SlowPipeline:
    """Finds the name that a text begins with, and what stands between quotation marks."""

    def read(self, document: Document) -> Extraction:
        if POISON in document.text:
            os.abort()
        time.sleep(SECONDS_FOR_ONE)
        name = next(name for name in NAMES if document.text.startswith(name))
        place = Span(0, len(name))
        words = Span(document.text.index("“") + 1, document.text.index("”"))
        quote = Quote(
            words,
            words.of(document.text),
            (words,),
            QuoteType.DIRECT,
            Speaker(place, name, 0, name),
        )
        person = Person(0, name, (Mention(place, name),))
        return Extraction(document.id, "en", "slow/1", people=(person,), quotes=(quote,))


def put_in_place() -> None:
    django.setup()
    from articles.services import extract

    extract.pipeline = SlowPipeline  # type: ignore[assignment]


# The tests themselves import this module for its names only; spawned workers import it anew.
if os.environ.get("SLOW_PIPELINE"):
    put_in_place()
if __name__ == "__main__":
    # A shell that runs the tests in the background has all of them ignore it.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    execute_from_command_line(sys.argv)
