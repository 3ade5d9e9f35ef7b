"""Counts kept beside the facts: changed by what changes, counted anew, and compared.

``contribution`` says what some articles add to all counts; what it says after a
change, less what it said before, is what ``add`` adds. ``rebuild``,
``recount_people`` and ``differences`` do not use it: they count in the database.
"""

from articles.services.summaries.contribution import (
    MOST_NAMED,
    Counts,
    contribution,
    contribution_of_new,
    people_in,
)
from articles.services.summaries.differences import Difference, differences
from articles.services.summaries.rebuilding import rebuild, recount_people
from articles.services.summaries.writing import add

__all__ = [
    "MOST_NAMED",
    "Counts",
    "Difference",
    "add",
    "contribution",
    "contribution_of_new",
    "differences",
    "people_in",
    "rebuild",
    "recount_people",
]
