"""Chooses between a day in the past and one in the future."""

from __future__ import annotations

from datetime import date

from articles.extraction.dates.context import LIKELY, VAGUE
from articles.extraction.dates.direction import Clue, Direction

# A story goes forward more often than back.
STORY_BACK = 1.2


def nearest(past: date, future: date, base: date, clue: Clue) -> tuple[date, float]:
    """The candidate on the side where the tense points, else the nearer one."""
    if base in {past, future}:
        return base, LIKELY
    back, ahead = (base - past).days, (future - base).days
    direction, weight = clue
    if direction is Direction.UNKNOWN:
        return (past if back <= ahead else future), VAGUE
    if direction is Direction.PAST:
        return (past, LIKELY) if back <= weight * ahead else (future, VAGUE)
    return (future, LIKELY) if ahead <= weight * back else (past, VAGUE)


def nearest_in_story(past: date, future: date, base: date, year: int | None) -> date:
    """The candidate in the year that the story just named, else the nearer one."""
    same = [when for when in (past, future) if when.year == year]
    return min(same or (past, future), key=lambda when: _story_distance(when, base))


def _story_distance(when: date, base: date) -> float:
    days = (when - base).days
    return days if days >= 0 else -STORY_BACK * days
