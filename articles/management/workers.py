"""The option that says how many processes read articles."""

from __future__ import annotations

import os
from argparse import ArgumentTypeError
from typing import TYPE_CHECKING

from django.conf import settings

if TYPE_CHECKING:
    from argparse import ArgumentParser

MAX_WORKERS = 256


def add_workers(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--workers",
        type=_number,
        default=settings.NEWSAPI_WORKERS or available(),
        metavar="N",
        help="how many processes read articles at a time; default: one for each core (%(default)s)",
    )


def available() -> int:
    """The cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _number(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= MAX_WORKERS:
        raise ArgumentTypeError(f"a whole number from 1 to {MAX_WORKERS}")
    return int(text)
