"""Whether all that is kept counted is what the facts give."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articles.services import summaries
from articles.services.verify.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator


def check_counts() -> Iterator[Problem]:
    """The counts of people, and the tables that facets, timelines and pairs come from."""
    for difference in summaries.differences():
        yield Problem(difference.table, difference.row, difference.reason)
