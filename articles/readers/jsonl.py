"""JSONL: one article a line, an object with the names of the article's fields.

A file that is one JSON value, an array of articles or one article spread over
several lines, is read as well.
"""

from __future__ import annotations

import codecs
import difflib
import json
import re
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any, BinaryIO

from articles.readers.base import (
    Item,
    Limits,
    Location,
    RawArticle,
    ReadError,
    read_whole,
    too_large,
)
from articles.readers.clean import clean_body, clean_line, clean_text, decode
from articles.readers.dates import parse_published
from articles.readers.streams import rejoin

FIELDS = (
    "guid", "url", "headline", "standfirst", "byline", "dateline", "body", "section",
    "keywords", "language", "source", "published_at", "modified_at",
)  # fmt: skip
_HEAD_BYTES = 64 * 1024
# As programs print an array of objects, or one object on several lines.
_ONE_VALUE = re.compile(rb"\s*+(?:\[\s*+(?:\{|$)|\{[ \t\r]*+\n)")
# The closing mark may be missing: a string without one must not be scanned again.
_STRING = re.compile(r'"(?:[^"\\]++|\\.)*+"?', re.DOTALL)
_EMPTY = ReadError("empty", "there is nothing in it: leave it out")
_UTF16 = ReadError("not_utf8", "it is UTF-16 and JSON is UTF-8: save it as UTF-8")


def read_jsonl(stream: BinaryIO, location_path: str, limits: Limits) -> Iterator[Item]:
    """Yield every article, or why it was rejected; blank lines are skipped."""
    head = stream.read(_HEAD_BYTES)
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        yield _UTF16.rejected(Location(location_path))
        return
    if _is_one_value(head.removeprefix(codecs.BOM_UTF8), limits):
        yield from _read_one_value(rejoin(head, stream), location_path, limits)
        return
    empty = True
    for number, line in enumerate(_lines(rejoin(head, stream), limits.max_line_bytes), 1):
        if line is None or line.strip(b" \t\r\n\xef\xbb\xbf"):
            empty = False
            yield _read(line, Location(location_path, line=number), limits)
    if empty:
        yield _EMPTY.rejected(Location(location_path))


def _lines(stream: BinaryIO, limit: int) -> Iterator[bytes | None]:
    """Yield line by line; None stands for one that is over the limit."""
    while line := stream.readline(limit + 1):
        if len(line) <= limit or line.endswith(b"\n"):
            yield line
            continue
        while (rest := stream.readline(_HEAD_BYTES)) and not rest.endswith(b"\n"):
            pass
        yield None


def _is_one_value(head: bytes, limits: Limits) -> bool:
    """Tell a file that is one JSON value from lines of which the first is an array."""
    line, _, rest = head.strip().partition(b"\n")
    if not _ONE_VALUE.match(head) or not rest:
        return bool(_ONE_VALUE.match(head))
    try:
        _loads(line, limits)
    except ReadError:
        return True
    return False


def _read_one_value(stream: BinaryIO, location_path: str, limits: Limits) -> Iterator[Item]:
    try:
        value = _loads(read_whole(stream, limits), limits)
    except ReadError as error:
        yield error.rejected(Location(location_path))
        return
    for number, record in enumerate(value if isinstance(value, list) else [value], 1):
        yield _read(record, Location(location_path, record=number), limits)


def _read(source: object, location: Location, limits: Limits) -> Item:
    """Make an article of a line (bytes; None if too long) or of a parsed record."""
    try:
        if source is None and location.line is not None:
            raise ReadError("too_large", too_large("the line", "bytes", limits.max_line_bytes))
        record = _loads(source, limits) if isinstance(source, bytes) else source
        return _article(record, location, limits)
    except ReadError as error:
        return error.rejected(location)


def _loads(data: bytes, limits: Limits) -> object:
    text = decode(data)
    if len(text) > limits.max_json_structure:
        bare = len(_STRING.sub("", text))
        if bare > limits.max_json_structure:
            raise ReadError(
                "too_large",
                f"the JSON has more than {limits.max_json_structure:,} characters outside"
                " strings: it is not an article",
            )
    try:
        return json.loads(text, object_pairs_hook=_object, parse_constant=_refuse_constant)
    except json.JSONDecodeError as error:
        raise ReadError(
            "not_json", f"not valid JSON at column {error.colno} ({error.msg}): correct it"
        ) from None
    except RecursionError:
        raise ReadError("too_deep", "the JSON is nested too deep: it is not an article") from None
    except ValueError:
        raise ReadError("not_json", "a number has too many digits: correct it") from None


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    result = dict(pairs)
    if len(result) < len(pairs):
        seen: set[str] = set()
        name = next(key for key, _ in pairs if key in seen or seen.add(key))  # type: ignore[func-returns-value]
        raise ReadError("duplicate_key", f"{_shown(name)} stands twice in one object: keep one")
    return result


def _refuse_constant(name: str) -> object:
    raise ReadError("not_json", f"{name} is not a JSON value: use null or leave the field out")


def _shown(name: str) -> str:
    """Quote a name from the input on one short line of plain characters."""
    return json.dumps(name[:60])


def _article(record: object, location: Location, limits: Limits) -> RawArticle:
    if not isinstance(record, dict):
        raise ReadError("not_an_object", "a line must be one JSON object: {...}")
    _check_names(record)
    values = {name: value for name, value in record.items() if value is not None}

    def line(name: str) -> str:
        return clean_line(_text(values, name), name, limits)

    headline = line("headline")
    if not headline:
        raise ReadError("missing_headline", "headline is missing or blank: give the title")
    return RawArticle(
        location=location,
        headline=headline,
        body=clean_body(_text(values, "body"), limits),
        standfirst=line("standfirst"),
        byline=line("byline"),
        dateline=line("dateline"),
        section=line("section"),
        keywords=_keywords(values.get("keywords", []), limits),
        language=line("language"),
        source=line("source"),
        url=line("url"),
        guid=line("guid"),
        published_at=_date(values, "published_at"),
        modified_at=_modified(values),
    )


def _check_names(record: dict[str, object]) -> None:
    unknown = next((name for name in record if name not in FIELDS), None)
    if unknown is None:
        return
    near = difflib.get_close_matches(unknown[:60].lower(), FIELDS, n=1)
    remedy = f"did you mean {near[0]}?" if near else f"the fields are {', '.join(FIELDS)}"
    raise ReadError("unknown_field", f"unknown field {_shown(unknown)}: {remedy}")


def _text(values: dict[str, object], name: str) -> str:
    value = values.get(name, "")
    if not isinstance(value, str):
        raise ReadError("bad_type", f"{name} must be a string: put it in quotation marks")
    return value


def _keywords(value: object, limits: Limits) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(word, str) for word in value):
        raise ReadError("bad_type", 'keywords must be a list of strings: ["a", "b"]')
    if len(value) > limits.max_keywords:
        raise ReadError("too_large", too_large("keywords", "entries", limits.max_keywords))
    words = (clean_line(word, "keywords", limits) for word in value)
    return tuple(dict.fromkeys(word for word in words if word))


def _modified(values: dict[str, object]) -> datetime | None:
    value = _date(values, "modified_at")
    if value is None or isinstance(value, datetime):
        return value
    raise ReadError("bad_date", "modified_at must have a time: 2025-05-20T14:30:00+02:00")


def _date(values: dict[str, object], name: str) -> datetime | date | None:
    text = clean_text(_text(values, name), name)
    if not text:
        return None
    try:
        return parse_published(text)
    except ValueError as error:
        raise ReadError("bad_date", f"{name}: {error}") from None
