"""Dates: are they found, and is it known what they mean?"""

from articles.evaluation.dates.gold import DatesGold, Timex, read_dates, read_found
from articles.evaluation.dates.report import DatesReport, evaluate_dates

__all__ = [
    "DatesGold",
    "DatesReport",
    "Timex",
    "evaluate_dates",
    "read_dates",
    "read_found",
]
