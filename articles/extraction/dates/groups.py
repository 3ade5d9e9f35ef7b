"""Reads the named groups of a match."""

from __future__ import annotations

from articles.extraction.dates.context import Context
from articles.extraction.dates.vocabulary import MONTHS, WEEKDAYS

Groups = dict[str, str | None]
LAST = frozenset({"last", "previous", "prior", "past", "this past"})
NEXT = frozenset({"next", "following", "coming", "this coming"})


def first_of(groups: Groups, *names: str) -> str:
    """The first group that took part in the match, empty if none did."""
    return next((found for name in names if (found := groups.get(name))), "")


def relation(text: str | None) -> int | None:
    """-1, 0 or 1 for "last", "this" or "next"; None for no such word."""
    if not text:
        return None
    words = " ".join(text.split()).removeprefix("the ")
    if words in LAST:
        return -1
    return 1 if words in NEXT else 0


def is_anaphoric(text: str | None) -> bool:
    """Whether a word points to the date mentioned last ("that", "the following")."""
    words = set((text or "").split())
    return bool(words & {"that", "same", "following", "previous", "prior"}) or (
        "next" in words and "the" in words
    )


def month_number(name: str) -> int:
    return MONTHS[name.rstrip(".")]


def weekday_number(name: str) -> int:
    return WEEKDAYS[name.rstrip(".")]


def related_year(groups: Groups, context: Context) -> int | None:
    """The year that "(of) 1998", "last year" or "that year" behind a date names."""
    if explicit := first_of(groups, "year", "year1", "year2", "year3", "year4", "pairyear"):
        return int(explicit)
    rel = groups.get("yearrel") or groups.get("rel")
    shift = relation(rel)
    base = context.then if is_anaphoric(rel) else context.now
    return None if shift is None or base is None else base.year + shift
