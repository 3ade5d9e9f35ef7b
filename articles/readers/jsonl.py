"""JSON: one article a line, or one value that is an article or an array of them.

A record is our own (the names of the article's fields), an item of ninjs or a
JSON Feed; each is told by what it holds.
"""

from __future__ import annotations

import codecs
import io
import re
from collections.abc import Iterator
from typing import BinaryIO, Literal

from articles.readers.base import (
    EMPTY,
    Item,
    Limits,
    Location,
    ReadError,
    read_whole,
    too_large,
)
from articles.readers.json_feed import is_json_feed, read_json_feed
from articles.readers.json_values import load_json
from articles.readers.mapping import FieldMap
from articles.readers.ninjs import is_ninjs, read_ninjs
from articles.readers.records import article_of
from articles.readers.streams import rejoin

Shape = Literal["auto", "jsonl", "ninjs", "feed"]
OUR_OWN = FieldMap()
_HEAD_BYTES = 64 * 1024
_PIECE_BYTES = 256 * 1024
# As programs print an array of objects, or one object on several lines.
_ONE_VALUE = re.compile(rb"\s*+(?:\[\s*+(?:\{|$)|\{[ \t\r]*+\n)")
_UTF16 = ReadError("not_utf8", "it is UTF-16 and JSON is UTF-8: save it as UTF-8")


def read_jsonl(
    stream: BinaryIO,
    location_path: str,
    limits: Limits,
    fields: FieldMap = OUR_OWN,
    shape: Shape = "auto",
) -> Iterator[Item]:
    """Yield every article, or why it was rejected; blank lines are skipped.

    Args:
        fields: where the fields stand in records that are not ours.
        shape: what every record is; "auto" tells it of each.
    """
    head = stream.read(_HEAD_BYTES)
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        yield _UTF16.rejected(Location(location_path))
        return
    read = _RecordReader(limits, fields, "jsonl" if fields else shape)
    whole = rejoin(head, stream)
    if _is_one_value(head.removeprefix(codecs.BOM_UTF8), limits):
        yield from _read_one_value(whole, location_path, read)
        return
    if _goes_on(head.removeprefix(codecs.BOM_UTF8), limits):
        data = whole.read(limits.max_file_bytes + 1)
        if len(data) <= limits.max_file_bytes and not _holds_lines(data, limits):
            yield from _read_one_value(io.BytesIO(data), location_path, read)
            return
        whole = rejoin(data, whole)
    yield from _read_lines(whole, location_path, read)


def _read_lines(
    stream: io.BufferedReader, location_path: str, read: _RecordReader
) -> Iterator[Item]:
    empty = True
    for number, line in _lines(stream, read.limits.max_line_bytes):
        if line is None or line.strip(b" \t\r\n\xef\xbb\xbf"):
            empty = False
            yield from read(line, Location(location_path, line=number))
    if empty:
        yield ReadError("empty", EMPTY).rejected(Location(location_path))


def _lines(stream: io.BufferedReader, limit: int) -> Iterator[tuple[int, bytes | None]]:
    """Yield numbers and lines, without empty ones; None stands for one that is over the limit.

    Splitting large pieces goes through millions of empty lines in no time.
    """
    number, size = 1, 0
    parts: list[bytes] = []
    while piece := stream.read1(_PIECE_BYTES):
        first, *others = piece.split(b"\n")
        size += len(first)
        if size <= limit:
            parts.append(first)
        for line in others:
            if size:
                yield number, b"".join(parts) if size <= limit else None
            number += 1
            parts, size = [line], len(line)
    if size:
        yield number, b"".join(parts) if size <= limit else None


def _is_one_value(head: bytes, limits: Limits) -> bool:
    """Tell a file that is one JSON value from lines of which the first is an array."""
    line, _, rest = head.strip().partition(b"\n")
    if not _ONE_VALUE.match(head) or not rest:
        return bool(_ONE_VALUE.match(head))
    return not _is_value(line, limits)


def _goes_on(head: bytes, limits: Limits) -> bool:
    """Whether an object seems to begin in the first line and to go on in the second."""
    line, _, rest = head.strip().partition(b"\n")
    return rest.lstrip()[:1] in (b'"', b"}") and not _is_value(line, limits)


def _holds_lines(data: bytes, limits: Limits) -> bool:
    """Whether a line of what is no value as a whole is one by itself."""
    lines = (line.strip() for line in data.splitlines())
    return not _is_value(data, limits) and any(
        line[:1] == b"{" and line[-1:] == b"}" and _is_value(line, limits) for line in lines
    )


def _is_value(data: bytes, limits: Limits) -> bool:
    """Whether it is JSON, be it fit to be read or not."""
    try:
        load_json(data, limits)
    except ReadError as error:
        return error.code != "not_json"
    return True


def _read_one_value(stream: BinaryIO, location_path: str, read: _RecordReader) -> Iterator[Item]:
    try:
        value = load_json(read_whole(stream, read.limits), read.limits)
    except ReadError as error:
        yield error.rejected(Location(location_path))
        return
    for number, record in enumerate(value if isinstance(value, list) else [value], 1):
        yield from read(record, Location(location_path, record=number))


class _RecordReader:
    """Makes articles of a line (bytes; None if too long) or of a parsed record."""

    def __init__(self, limits: Limits, fields: FieldMap, shape: Shape) -> None:
        self.limits = limits
        self.fields = fields
        self.shape = shape

    def __call__(self, source: object, location: Location) -> Iterator[Item]:
        try:
            if source is None and location.line is not None:
                limit = self.limits.max_line_bytes
                raise ReadError("too_large", too_large("the line", "bytes", limit))
            record = load_json(source, self.limits) if isinstance(source, bytes) else source
            yield from self._read(record, location)
        except ReadError as error:
            yield error.rejected(location)

    def _read(self, record: object, location: Location) -> Iterator[Item]:
        if isinstance(record, dict):
            if self.shape == "feed" or (self.shape == "auto" and is_json_feed(record)):
                yield from read_json_feed(record, location, self.limits)
                return
            if self.shape == "ninjs" or (self.shape == "auto" and is_ninjs(record)):
                yield from read_ninjs(record, location, self.limits)
                return
            if self.fields:
                record = self.fields.apply(record)
        yield article_of(record, location, self.limits)
