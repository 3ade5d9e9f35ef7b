"""Authority files: who is known, by which names, under which Wikidata id; CSV or JSONL."""

from __future__ import annotations

import codecs
import csv
import difflib
import json
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, BinaryIO, Literal

from articles.readers.base import Limits, Location, ReadError, Rejected, too_large
from articles.readers.clean import clean_line, decode
from articles.readers.files import STANDARD_INPUT, SourceFile, expand

Format = Literal["auto", "csv", "jsonl"]
# Twenty characters at most, which is what the database keeps.
WIKIDATA_ID = re.compile(r"\AQ[1-9][0-9]{0,18}\Z")
FIELDS = ("name", "aliases", "wikidata_id", "description")
ALIAS_SEPARATOR = "|"
DELIMITERS = ",;\t"
MAX_ALIASES = 500
MAX_LINE_BYTES = 1_000_000
_NAME = Limits(max_field_characters=200)
_DESCRIPTION = Limits(max_field_characters=300)
_SURROGATE = re.compile("[\ud800-\udfff]")
_NOT_UTF8 = "it is not UTF-8: save the file as UTF-8"


@dataclass(frozen=True, slots=True, kw_only=True)
class RawPerson:
    """One person as an authority file gives them; what it leaves out is empty."""

    location: Location
    name: str
    aliases: tuple[str, ...] = ()
    wikidata_id: str = ""
    description: str = ""


def read_people(paths: Iterable[str], *, format: Format = "auto") -> Iterator[RawPerson | Rejected]:  # noqa: A002 - the name of the option
    """Read every person that the files hold, or say why one is rejected.

    Args:
        paths: files, folders, patterns, "-" for standard input (see ``expand``).
        format: "csv", "jsonl", or "auto": CSV where the name of a file ends in
            ``.csv``, else JSONL.

    Yields:
        People in the order of the paths and lines. Of two with one Wikidata id
        in a file the later is rejected. Nothing is raised for a bad line or file.
    """
    for source in expand(paths):
        if isinstance(source, Rejected):
            yield source
        else:
            yield from _read_file(source, format)


def _read_file(source: SourceFile, wanted: Format) -> Iterator[RawPerson | Rejected]:
    is_csv = wanted == "csv" or (wanted == "auto" and source.path.lower().endswith(".csv"))
    read = _read_csv if is_csv else _read_jsonl
    path = source.location.path
    try:
        if source.path == STANDARD_INPUT:
            if sys.stdin is None:
                raise ReadError("unreadable", "standard input is closed: pipe something in")
            yield from _each_id_once(read(sys.stdin.buffer, path))
            return
        with open(source.path, "rb") as stream:
            yield from _each_id_once(read(stream, path))
    except OSError as error:
        reason = f"{(error.strerror or str(error)).lower()}: check the path and its rights"
        yield Rejected(source.location, "unreadable", reason)
    except ReadError as error:
        yield error.rejected(source.location)


def _each_id_once(items: Iterable[RawPerson | Rejected]) -> Iterator[RawPerson | Rejected]:
    lines: dict[str, int | None] = {}
    for item in items:
        if isinstance(item, RawPerson) and item.wikidata_id:
            if item.wikidata_id in lines:
                reason = (
                    f"{item.wikidata_id} stands in line {lines[item.wikidata_id]} already: "
                    "put all names in one line"
                )
                yield Rejected(item.location, "duplicate_id", reason)
                continue
            lines[item.wikidata_id] = item.location.line
        yield item


def _read_jsonl(stream: BinaryIO, path: str) -> Iterator[RawPerson | Rejected]:
    empty = True
    for number, line in enumerate(_lines(stream), 1):
        if line is not None and not line.strip(b" \t\r\n\xef\xbb\xbf"):
            continue
        empty = False
        location = Location(path, line=number)
        try:
            yield _person(_record(line), location)
        except ReadError as error:
            yield error.rejected(location)
    if empty:
        raise ReadError("empty", "there is nothing in it: leave it out")


def _lines(stream: BinaryIO) -> Iterator[bytes | None]:
    """Yield line by line; None stands for one that is over the limit."""
    while line := stream.readline(MAX_LINE_BYTES + 1):
        if len(line) <= MAX_LINE_BYTES:
            yield line
            continue
        while not line.endswith(b"\n") and (line := stream.readline(MAX_LINE_BYTES)):
            pass
        yield None


def _record(line: bytes | None) -> Mapping[str, object]:
    if line is None:
        raise ReadError("too_large", too_large("the line", "bytes", MAX_LINE_BYTES))
    try:
        record = json.loads(decode(line), object_pairs_hook=_object)
    except json.JSONDecodeError as error:
        reason = f"not valid JSON at column {error.colno} ({error.msg}): correct it"
        raise ReadError("not_json", f"{reason}, or use --format csv for CSV") from None
    except RecursionError:
        raise ReadError("not_json", "the JSON is nested too deep: it is no person") from None
    except ValueError:
        raise ReadError("not_json", "a number has too many digits: correct it") from None
    if not isinstance(record, dict):
        raise ReadError("not_an_object", "a line must be one JSON object: {...}")
    _check_names(record)
    return {name: value for name, value in record.items() if value is not None}


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    _check_unique([name for name, _ in pairs])
    return dict(pairs)


def _read_csv(stream: BinaryIO, path: str) -> Iterator[RawPerson | Rejected]:
    """Yield a person for each row; a header that does not fit rejects the file."""
    head = stream.readline(MAX_LINE_BYTES)
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise ReadError("not_utf8", _NOT_UTF8)
    header = decode(head)
    delimiter = max(DELIMITERS, key=header.count)
    columns = [name.strip() for name in next(csv.reader([header], delimiter=delimiter), [])]
    if not any(columns):
        raise ReadError("empty", f"line 1 must name the columns: {', '.join(FIELDS)}", line=1)
    try:
        _check_names(columns)
        _check_unique(columns)
    except ReadError as error:
        raise ReadError(error.code, error.reason, line=1) from None
    # Bytes that are no UTF-8 become surrogates, so that they cost their own row alone.
    lines = iter(lambda: stream.readline(MAX_LINE_BYTES).decode("utf-8", "surrogateescape"), "")
    rows = csv.reader(lines, delimiter=delimiter, strict=True)
    while True:
        location = Location(path, line=rows.line_num + 2)
        try:
            row = next(rows)
            if row:
                yield _person(_fields(row, columns), location)
        except StopIteration:
            return
        except csv.Error as error:
            reason = f"not valid CSV ({error}): correct the quotation marks"
            yield Rejected(location, "not_csv", reason)
        except ReadError as error:
            yield error.rejected(location)


def _fields(row: list[str], columns: list[str]) -> Mapping[str, object]:
    if len(row) != len(columns):
        reason = f"{len(row)} fields, but the header names {len(columns)}: put a text with"
        raise ReadError("bad_row", f"{reason} a comma in it between quotation marks")
    if any(_SURROGATE.search(field) for field in row):
        raise ReadError("not_utf8", _NOT_UTF8)
    record: dict[str, object] = dict(zip(columns, row, strict=True))
    record["aliases"] = str(record.get("aliases", "")).split(ALIAS_SEPARATOR)
    return record


def _check_names(names: Iterable[str]) -> None:
    names = list(names)
    unknown = next((name for name in names if name not in FIELDS), None)
    if unknown is not None:
        near = difflib.get_close_matches(unknown[:60].lower(), FIELDS, n=1)
        remedy = f"did you mean {near[0]}?" if near else f"the fields are {', '.join(FIELDS)}"
        raise ReadError("unknown_field", f"unknown field {json.dumps(unknown[:60])}: {remedy}")
    if "name" not in names:
        raise ReadError("missing_name", "name is missing: give the full name")


def _check_unique(names: list[str]) -> None:
    twice = next((name for place, name in enumerate(names) if name in names[:place]), None)
    if twice is not None:
        raise ReadError("duplicate_field", f"{json.dumps(twice[:60])} stands twice: keep one")


def _person(record: Mapping[str, object], location: Location) -> RawPerson:
    name = clean_line(_text(record, "name"), "name", _NAME)
    if not name:
        raise ReadError("missing_name", "name is missing or blank: give the full name")
    wikidata_id = clean_line(_text(record, "wikidata_id"), "wikidata_id", _NAME).upper()
    if wikidata_id and not WIKIDATA_ID.match(wikidata_id):
        raise ReadError("bad_wikidata_id", "wikidata_id must be a Q and a number: Q22686")
    return RawPerson(
        location=location,
        name=name,
        aliases=_aliases(record.get("aliases", [])),
        wikidata_id=wikidata_id,
        description=clean_line(_text(record, "description"), "description", _DESCRIPTION),
    )


def _text(record: Mapping[str, object], name: str) -> str:
    value = record.get(name, "")
    if not isinstance(value, str):
        raise ReadError("bad_type", f"{name} must be a string: put it in quotation marks")
    return value


def _aliases(value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(alias, str) for alias in value):
        raise ReadError("bad_type", 'aliases must be a list of strings: ["a", "b"]')
    if len(value) > MAX_ALIASES:
        raise ReadError("too_large", too_large("aliases", "entries", MAX_ALIASES))
    names = (clean_line(alias, "aliases", _NAME) for alias in value)
    return tuple(dict.fromkeys(name for name in names if name))
