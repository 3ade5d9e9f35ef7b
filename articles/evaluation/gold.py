"""Gold texts: articles in which a person has marked what there is to be found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from articles.evaluation.records import BadFileError, FaultError, Record, read_lines
from articles.readers import parse_published

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date, datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldText:
    """A text with what every kind of gold says of it.

    ``line`` is its place in the file, from 1. ``headline`` is one that does not
    stand in the text.
    """

    id: str
    text: str
    line: int
    headline: str
    published: datetime | date | None


Gold = TypeVar("Gold", bound=GoldText)


def common_fields(record: Record, line: int) -> dict[str, Any]:
    """What makes the ``GoldText`` part of a gold line.

    Raises:
        FaultError: a field is missing or of another type.
    """
    text = record.string("text")
    if not text.strip():
        raise FaultError("text is blank: give the article's text")
    return {
        "id": record.identifier("id"),
        "text": text,
        "line": line,
        "headline": record.string("headline") if record.has("headline") else "",
        "published": _published(record),
    }


def _published(record: Record) -> datetime | date | None:
    if not record.has("published"):
        return None
    try:
        return parse_published(record.string("published"))
    except ValueError as error:
        raise FaultError(f"published: {error}") from error


def read_gold(
    path: str, lines: Iterable[bytes], parse: Callable[[Record, int], Gold]
) -> dict[str, Gold]:
    """Read a gold file.

    Args:
        parse: reads one line of a kind of gold.

    Returns:
        Texts by id, in the order of the file.

    Raises:
        BadFileError: lines are bad, ids stand twice, or there is no text at all.
    """
    texts: dict[str, Gold] = {}

    def parse_new(record: Record, line: int) -> None:
        text = parse(record, line)
        if text.id in texts:
            earlier = texts[text.id].line
            raise FaultError(f"id {text.id!a} stands on line {earlier} too: give each text its own")
        texts[text.id] = text

    read_lines(path, lines, parse_new)
    if not texts:
        raise BadFileError(f"{path}: there is no text in it: write one gold text a line")
    return texts
