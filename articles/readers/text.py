"""Plain text: one file, one article, with an optional block of keys on top.

The block is ``Key: value`` lines ("Title: …", "Date: …") and ends at a blank
line or at the first line that is none. A single line counts as a block only
where its key cannot be the beginning of a headline ("Source: talks to resume").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import BinaryIO

from articles.readers.base import Item, Limits, Location, RawArticle, ReadError, read_whole
from articles.readers.clean import clean_body, clean_line, clean_text, decode
from articles.readers.dates import parse_published

_FIELD_OF_KEY = {
    "title": "headline", "headline": "headline", "date": "published_at",
    "published": "published_at", "source": "source", "url": "url", "author": "byline",
    "byline": "byline", "section": "section", "language": "language", "keywords": "keywords",
    "tags": "keywords", "guid": "guid", "id": "guid",
}  # fmt: skip
_ALONE = frozenset({"headline", "published_at", "url", "guid", "language"})
_KEY_LINE = re.compile(rf"({'|'.join(_FIELD_OF_KEY)})[ \t]*+:[ \t]++(\S.*+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Key:
    field: str
    value: str
    line: int


def read_text(stream: BinaryIO, location_path: str, limits: Limits) -> Iterator[Item]:
    """Yield the one article of the file, ``unparsed``, or why it was rejected."""
    location = Location(location_path)
    try:
        yield _article(decode(read_whole(stream, limits)), location, limits)
    except ReadError as error:
        yield error.rejected(location)


def _article(raw: str, location: Location, limits: Limits) -> RawArticle:
    text = clean_text(raw)
    if not text:
        raise ReadError("empty", "there is nothing in it: leave it out")
    keys, start = _key_block(text, first_line=1 + _leading_lines(raw))
    values: dict[str, str] = {}
    for key in keys:
        if key.field in values:
            raise ReadError("duplicate_key", f"{key.field} is given twice: keep one", key.line)
        values[key.field] = clean_line(key.value, key.field, limits)
    keywords = (word.strip() for word in values.get("keywords", "").split(","))
    return RawArticle(
        location=location,
        headline=values.get("headline", ""),
        body=clean_body(text[start:], limits),
        byline=values.get("byline", ""),
        section=values.get("section", ""),
        keywords=tuple(dict.fromkeys(word for word in keywords if word)),
        language=values.get("language", ""),
        source=values.get("source", ""),
        url=values.get("url", ""),
        guid=values.get("guid", ""),
        published_at=next((_published(key) for key in keys if key.field == "published_at"), None),
        unparsed=True,
    )


def _leading_lines(raw: str) -> int:
    return raw[: len(raw) - len(raw.lstrip())].count("\n")


def _key_block(text: str, first_line: int) -> tuple[list[_Key], int]:
    """Find the keys on top and where the text behind them starts."""
    keys: list[_Key] = []
    start = 0
    while match := _KEY_LINE.match(text, start):
        keys.append(_Key(_FIELD_OF_KEY[match[1].lower()], match[2], first_line + len(keys)))
        start = min(match.end() + 1, len(text))
    if len(keys) == 1 and keys[0].field not in _ALONE:
        return [], 0
    return keys, start


def _published(key: _Key) -> datetime | date:
    try:
        return parse_published(key.value)
    except ValueError as error:
        raise ReadError("bad_date", str(error), key.line) from None
