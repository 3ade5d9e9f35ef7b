"""Tells a text that narrates history from news."""

from __future__ import annotations

import re
from datetime import date

FAR_YEARS = 1
FEWEST_DATES = 5
# So many are enough where nothing speaks of the days around the publication.
FEWEST_YEARS = 3
FEWEST_ANCIENT = 5
_FULL = re.compile(r"\b(1[0-9]\d\d|20\d\d)\b(?![,.]\d)")
_ANCIENT = re.compile(r"\b\d{1,4} b\.?c\b")
_DEICTIC = re.compile(
    r"\b(?:today|yesterday|tomorrow|tonight|(?:last|next|this) (?:week|month|year|night)"
    r"|(?:said|told)\b|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b"
)


def is_narrative(text: str, published: date | None) -> bool:
    """Whether most dates of a plain text are years long before its publication."""
    if published is None:
        return False
    years = [int(year) for year in _FULL.findall(text)]
    far = sum(year < published.year - FAR_YEARS for year in years)
    if far < FEWEST_YEARS:
        return False
    near = len(years) - far + sum(1 for _ in _DEICTIC.finditer(text))
    return far > near and (far >= FEWEST_DATES or near == 0)


def is_ancient(text: str) -> bool:
    """Whether a plain text is about years before Christ, which no calendar day can carry."""
    return len(_ANCIENT.findall(text)) >= FEWEST_ANCIENT
