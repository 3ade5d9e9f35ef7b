"""How the rows of expected expressions are written down."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from articles.extraction.types import DateExpression


class Expected(NamedTuple):
    """An expression as it should be found; ``group`` counts the ranges of a row from 1."""

    words: str
    timex_type: str
    value: str
    mod: str | None = None
    group: int | None = None


class Row(NamedTuple):
    """A text, the day and the country of its publication, and what stands in it."""

    text: str
    published: date | None
    country: str | None
    expected: tuple[Expected, ...]


def day(words: str, value: str, mod: str | None = None, group: int | None = None) -> Expected:
    return Expected(words, "DATE", value, mod, group)


def hour(words: str, value: str, mod: str | None = None, group: int | None = None) -> Expected:
    return Expected(words, "TIME", value, mod, group)


def length(words: str, value: str, mod: str | None = None, group: int | None = None) -> Expected:
    return Expected(words, "DURATION", value, mod, group)


def often(words: str, value: str, mod: str | None = None, group: int | None = None) -> Expected:
    return Expected(words, "SET", value, mod, group)


def on(
    published: str, *rows: tuple[str | Expected, ...], country: str | None = None
) -> tuple[Row, ...]:
    """Rows that were published on one day, empty for an unknown one."""
    return tuple(_rows(date.fromisoformat(published) if published else None, rows, country))


def _rows(
    published: date | None, rows: tuple[tuple[str | Expected, ...], ...], country: str | None
) -> Iterator[Row]:
    for text, *expected in rows:
        yield Row(
            str(text),
            published,
            country,
            tuple(one for one in expected if isinstance(one, Expected)),
        )


def as_expected(found: tuple[DateExpression, ...]) -> tuple[Expected, ...]:
    """What was found, in the same notation."""
    return tuple(
        Expected(one.text, str(one.timex_type), one.value, one.mod and str(one.mod), one.range_id)
        for one in found
    )
