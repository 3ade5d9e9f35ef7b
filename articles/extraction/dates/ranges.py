"""Ranges: two expressions that are the ends of one stretch of time."""

from __future__ import annotations

import re
from dataclasses import replace

from articles.extraction.dates.pieces import S
from articles.extraction.types import DateExpression, TimexType

LOOK_BACK = 60

_TO = re.compile(rf"{S}?(?:-{{1,2}}|/|,?{S}(?:to|until|till|through|thru|up{S}to)){S}?(?:the{S})?")
_AND = re.compile(rf",?{S}and{S}(?:the{S})?")
_BETWEEN = re.compile(rf"\bbetween{S}(?:the{S}|about{S}|early{S}|late{S})?$")
_FROM = re.compile(rf"\bfrom{S}(?:the{S}|early{S}|late{S})?$")
_KINDS = dict.fromkeys(
    "full_date weekday day_of_pair day_tail numeric year_first iso deictic holiday".split(), "day"
) | dict.fromkeys("clock clock_date clock_part pair_hour date_part".split(), "hour")
_KINDS |= dict.fromkeys("month month_year relative_month".split(), "month")
_KINDS |= dict.fromkeys("year year_tail short_year".split(), "year")
# "Moved from Tuesday to Thursday" is no stretch of time.
_MOVED = re.compile(
    r"\b(?:mov\w+|postpon\w+|delay\w+|reschedul\w+|switch\w*|shift\w*|chang\w+|brought|bring\w*"
    r"|push\w*|defer\w*|put)\b[^.\n]*$"
)


def joins(text: str, first: DateExpression | None, kinds: tuple[str, str], start: int) -> bool:
    """Whether an expression at ``start`` is the other end of the one before it.

    Args:
        text: the plain text.
        kinds: the families of the two: without "from" they have to be alike.
    """
    if first is None or first.timex_type not in {TimexType.DATE, TimexType.TIME}:
        return False
    if first.range_id is not None or "REF" in first.value:
        return False
    before = text[max(0, first.span.start - LOOK_BACK) : first.span.start]
    if _AND.fullmatch(text, first.span.end, start):
        return bool(_BETWEEN.search(before))
    if not _TO.fullmatch(text, first.span.end, start):
        return False
    if _FROM.search(before) is None and _KINDS.get(kinds[0], kinds[0]) != _KINDS.get(
        kinds[1], kinds[1]
    ):
        return False
    return _MOVED.search(before) is None


def paired(
    first: DateExpression, second: DateExpression, range_id: int
) -> tuple[DateExpression, DateExpression] | None:
    """The two ends with their common id, None if they are no range."""
    if second.timex_type not in {TimexType.DATE, TimexType.TIME} or "REF" in second.value:
        return None
    if first.earliest and second.latest and second.latest < first.earliest:
        return None
    return replace(first, range_id=range_id), replace(second, range_id=range_id)
