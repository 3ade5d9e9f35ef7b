"""CSV and TSV: one article a row, under a header with the names of its fields."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Iterator
from typing import BinaryIO

from articles.readers.base import (
    EMPTY,
    Item,
    Limits,
    Location,
    ReadError,
    Rejected,
    too_large,
)
from articles.readers.json_values import quoted
from articles.readers.mapping import FIELDS, FieldMap
from articles.readers.records import article_of, check_names
from articles.readers.streams import rejoin

OUR_OWN = FieldMap()
DELIMITERS = ",;\t|"
_LIST_MARKS = re.compile(r"\s*[|;]\s*")
_SURROGATE = re.compile("[\ud800-\udfff]")
_UTF16_BOMS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def read_table(
    stream: BinaryIO, location_path: str, limits: Limits, fields: FieldMap = OUR_OWN
) -> Iterator[Item]:
    """Yield the article of every row, or why it was rejected.

    The delimiter is that of the header: comma, semicolon, tab or bar. A header
    that does not fit rejects the file. Keywords stand between bars or semicolons.
    """
    lines = _Lines(stream, limits.max_line_bytes)
    location = Location(location_path, line=1)
    # The module has one limit for all; a field can be as long as a row.
    csv.field_size_limit(max(csv.field_size_limit(), limits.max_line_bytes))
    try:
        columns, delimiter = _header(lines, fields)
        rows = csv.reader(lines, delimiter=delimiter, strict=True)
        while True:
            location = Location(location_path, line=lines.number + 1)
            lines.size = 0
            try:
                row = next(rows)
            except StopIteration:
                return
            except csv.Error as error:
                reason = f"not valid CSV ({error}): correct the quotation marks"
                yield Rejected(location, "not_csv", reason)
                continue
            if any(row):
                yield _read(row, columns, location, limits, fields)
    except ReadError as error:
        yield error.rejected(location)


def looks_like_table(text: str) -> bool:
    """Whether a text begins with a header that names a body, as ours does."""
    header, _, rest = text.partition("\n")
    names = {name.strip().strip('"') for name in re.split(f"[{DELIMITERS}]", header)}
    return bool(rest.strip()) and "body" in names and len(names & set(FIELDS)) > 1


class _Lines:
    """The lines of a stream as text; bytes that are no UTF-8 cost their own row alone."""

    def __init__(self, stream: BinaryIO, limit: int) -> None:
        head = stream.read(2)
        whole = rejoin(head, stream)
        if head in _UTF16_BOMS:
            # newline="" leaves line breaks in fields to the csv module.
            self._text = io.TextIOWrapper(whole, "utf-16", newline="")
        else:
            self._text = io.TextIOWrapper(whole, "utf-8", "surrogateescape", newline="")
        self._limit = limit
        self.number = 0
        self.size = 0

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        try:
            line = self._text.readline(self._limit)
        except UnicodeDecodeError:
            raise ReadError("bad_encoding", "it is not UTF-16: save it as UTF-8") from None
        if not line:
            raise StopIteration
        self.number += 1
        self.size += len(line)
        if self.size >= self._limit:
            what = too_large("a row", "bytes", self._limit)
            raise ReadError("too_large", f"{what}; or a quotation mark is not closed")
        return line


def _header(lines: _Lines, fields: FieldMap) -> tuple[list[str], str]:
    text = next(lines, "").removeprefix("\ufeff")
    if _SURROGATE.search(text):
        raise ReadError("not_utf8", "it is not UTF-8: save the file as UTF-8")
    delimiter = max(DELIMITERS, key=text.count)
    columns = [name.strip() for name in next(csv.reader([text], delimiter=delimiter), [])]
    if not any(columns):
        raise ReadError("empty", EMPTY)
    twice = next((name for i, name in enumerate(columns) if name in columns[:i]), None)
    if twice is not None:
        raise ReadError("duplicate_key", f"column {quoted(twice)} stands twice: keep one")
    if not fields:
        check_names(columns)
    return columns, delimiter


def _read(
    row: list[str], columns: list[str], location: Location, limits: Limits, fields: FieldMap
) -> Item:
    try:
        if len(row) != len(columns):
            reason = f"{len(row)} fields, but the header names {len(columns)}: put a text with"
            raise ReadError("bad_row", f"{reason} a delimiter in it between quotation marks")
        if any(_SURROGATE.search(value) for value in row):
            raise ReadError("not_utf8", "it is not UTF-8: save the file as UTF-8")
        given = {name: value for name, value in zip(columns, row, strict=True) if value}
        record: dict[str, object] = dict(fields.apply(given) if fields else given)
        if isinstance(words := record.get("keywords"), str):
            record["keywords"] = _LIST_MARKS.split(words)
        return article_of(record, location, limits)
    except ReadError as error:
        return error.rejected(location)
