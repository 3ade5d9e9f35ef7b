"""Date expressions of a text, as TIMEX3 values with the days they cover."""

from articles.extraction.dates.find import find_dates

__all__ = ["find_dates"]
