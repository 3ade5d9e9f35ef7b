"""The families of date expressions as regular expressions.

Where several match at one place, the longest wins, then the first.
"""

from __future__ import annotations

from articles.extraction.dates.patterns import clock, days, lengths, periods, relative
from articles.extraction.dates.patterns.openers import OPENERS
from articles.extraction.dates.patterns.prefixes import PREFIX

SOURCES = {
    **days.SOURCES,
    **clock.SOURCES,
    **relative.SOURCES,
    **periods.SOURCES,
    **lengths.SOURCES,
}

__all__ = ["OPENERS", "PREFIX", "SOURCES"]
