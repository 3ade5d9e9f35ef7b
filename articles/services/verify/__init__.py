"""Whether the database is as the program left it: every place, hash, count and reference.

A check is a function that gives the problems it finds, row by row, holding few
rows at a time. One more check is one more line of ``CHECKS``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import DatabaseError

from articles.services.snapshot import snapshot
from articles.services.verify.copies import check_copies, check_printings
from articles.services.verify.counts import check_counts
from articles.services.verify.hashes import check_copies_of_columns, check_texts
from articles.services.verify.places import check_links, check_places
from articles.services.verify.problem import Problem
from articles.services.verify.references import (
    check_belonging,
    check_file,
    check_foreign_keys,
    check_orphans,
)
from articles.services.verify.work import check_chunks, check_states

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articles.services.verify.problem import Check

__all__ = ["CHECKS", "Problem", "verify"]

CHECKS: dict[str, Check] = {
    "file": check_file,
    "foreign_keys": check_foreign_keys,
    "belonging": check_belonging,
    "orphans": check_orphans,
    "texts": check_texts,
    "columns": check_copies_of_columns,
    "places": check_places,
    "links": check_links,
    "counts": check_counts,
    "copies": check_copies,
    "printings": check_printings,
    "states": check_states,
    "chunks": check_chunks,
}


def verify() -> Iterator[tuple[str, Problem | None]]:
    """Do all checks on one state of the database, while others go on writing.

    Yields:
        The name of each check as it begins, with None; then with each problem.
    """
    with snapshot():
        for name, check in CHECKS.items():
            yield name, None
            try:
                for problem in check():
                    yield name, problem
            except (DatabaseError, TypeError, ValueError) as error:
                # A row so broken that it cannot even be read is the worst of problems.
                reason = f"the check broke off ({type(error).__name__}: {error})"
                yield name, Problem("", None, reason)
