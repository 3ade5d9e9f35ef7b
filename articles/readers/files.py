"""From the paths that a user gives to open files, and from those to articles."""

from __future__ import annotations

import glob
import os
import re
import stat
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from functools import partial
from typing import BinaryIO, Literal, get_args

from articles.readers.base import (
    DEFAULT_LIMITS,
    Item,
    Limits,
    Location,
    RawArticle,
    Reader,
    ReadError,
    Rejected,
)  # fmt: skip
from articles.readers.detect import detect_format
from articles.readers.html import read_html
from articles.readers.jsonl import read_jsonl
from articles.readers.mapping import FieldMap
from articles.readers.names import is_passed_over, printable
from articles.readers.table import read_table
from articles.readers.text import read_text
from articles.readers.unpacking import OpenFile, read_unpacked
from articles.readers.warc import read_warc
from articles.readers.xml import read_xml

Wanted = Literal["auto", "text", "jsonl", "html", "feed", "nitf", "newsml", "ninjs", "csv", "warc"]
FORMATS: tuple[Wanted, ...] = get_args(Wanted)
STANDARD_INPUT = "-"
OUR_OWN = FieldMap()
_ADDRESS = re.compile(r"https?://", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One file to read; ``path`` is "-" for standard input, or an address of the web."""

    path: str

    @property
    def location(self) -> Location:
        return Location(printable(self.path))


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address of the web gave, and the address at which it was in the end."""

    stream: BinaryIO
    url: str


# Gives None for what has not changed since it was fetched last; raises ReadError.
Fetch = Callable[[str], AbstractContextManager[Fetched | None]]


def expand(paths: Iterable[str]) -> Iterator[SourceFile | Rejected]:
    """Turn what a user names into files, in a stable order, each once.

    Folders are read with all below them, in order of name. Hidden files and
    folders in them are left out, and so are README, LICENSE and their like; a
    file that is named itself is always read. Patterns (``*``, ``?``, ``[]``,
    ``**``) that the shell has left are expanded here. A path that is not there,
    or is neither file nor folder, is rejected as ``unreadable``.
    """
    seen: set[tuple[int, int]] = set()
    for path in paths:
        if path == STANDARD_INPUT or _ADDRESS.match(path):
            yield SourceFile(path)
            continue
        for found in _named(path):
            yield from _expand_one(found, seen)


def _named(path: str) -> list[str]:
    if os.path.lexists(path) or not glob.has_magic(path):
        return [path]
    return sorted(glob.glob(path, recursive=True)) or [path]


def _expand_one(path: str, seen: set[tuple[int, int]]) -> Iterator[SourceFile | Rejected]:
    try:
        status = os.stat(path)
    except (OSError, ValueError) as error:
        yield _unreadable(path, error)
        return
    if (status.st_dev, status.st_ino) in seen:
        return
    seen.add((status.st_dev, status.st_ino))
    if stat.S_ISREG(status.st_mode):
        yield SourceFile(path)
    elif stat.S_ISDIR(status.st_mode):
        yield from _walk(path, seen)
    else:
        reason = "it is neither a file nor a folder: save its content in a file"
        yield Rejected(Location(printable(path)), "unreadable", reason)


def _walk(folder: str, seen: set[tuple[int, int]]) -> Iterator[SourceFile | Rejected]:
    try:
        names = sorted(os.listdir(folder))
    except OSError as error:
        yield _unreadable(folder, error)
        return
    for name in names:
        if not is_passed_over(name):
            yield from _expand_one(os.path.join(folder, name), seen)


def _unreadable(path: str, error: OSError | ValueError) -> Rejected:
    what = (error.strerror if isinstance(error, OSError) else None) or str(error)
    location = Location(printable(path))
    return Rejected(location, "unreadable", f"{what.lower()}: check the path and its rights")


def read_paths(
    paths: Iterable[str],
    *,
    format: Wanted = "auto",  # noqa: A002 - the name of the option
    limits: Limits = DEFAULT_LIMITS,
    fields: FieldMap = OUR_OWN,
    fetch: Fetch | None = None,
) -> Iterator[Item]:
    """Read every article that the paths hold, or say why one is rejected.

    Args:
        paths: files, folders, patterns, "-" for standard input (see ``expand``),
            and addresses of the web if there is a ``fetch`` to get them.
        format: of all files, or "auto" to find out file by file.
        limits: sizes above which an item is rejected.
        fields: where the fields stand in JSON and CSV of another shape.

    Yields:
        Items in the order of the paths and of the files' content; what is read
        line by line or entry by entry is never held in memory as a whole.
        Nothing is raised for a bad file or item.
    """
    read = partial(_read_open, wanted=format, limits=limits, fields=fields)
    for source in expand(paths):
        if isinstance(source, Rejected):
            yield source
        elif _ADDRESS.match(source.path):
            yield from _read_address(source, fetch, read, limits)
        else:
            yield from _read_file(source, read, limits)


ReadOpen = Callable[[OpenFile, bytes], Iterator[Item]]


def _read_file(source: SourceFile, read: ReadOpen, limits: Limits) -> Iterator[Item]:
    path = source.location.path
    try:
        if source.path == STANDARD_INPUT:
            if sys.stdin is None:
                raise ReadError("unreadable", "standard input is closed: pipe something in")
            stdin = OpenFile(sys.stdin.buffer, source.path, path)
            yield from read_unpacked(stdin, read, limits)
            return
        with open(source.path, "rb") as stream:
            yield from read_unpacked(OpenFile(stream, source.path, path), read, limits)
    except OSError as error:
        yield _unreadable(source.path, error)
    except ReadError as error:
        yield error.rejected(source.location)


def _read_address(
    source: SourceFile, fetch: Fetch | None, read: ReadOpen, limits: Limits
) -> Iterator[Item]:
    try:
        if fetch is None:
            raise ReadError("needs_fetch", "it is an address: add --fetch to have it fetched")
        with fetch(source.path) as fetched:
            if fetched is None:
                return
            file = OpenFile(fetched.stream, fetched.url.split("?")[0], source.location.path)
            for item in read_unpacked(file, read, limits):
                yield _with_address(item, fetched.url, source.location)
    except ReadError as error:
        yield error.rejected(source.location)


def _with_address(item: Item, url: str, whole: Location) -> Item:
    """A page that does not name its address has the one it was fetched from."""
    if isinstance(item, RawArticle) and item.location == whole and not (item.url or item.guid):
        return replace(item, url=url)
    return item


def _read_open(
    file: OpenFile, head: bytes, *, wanted: Wanted, limits: Limits, fields: FieldMap
) -> Iterator[Item]:
    reader = _reader(wanted, head, file.name, fields)
    return reader(file.stream, file.path, limits)


def _reader(wanted: Wanted, head: bytes, name: str, fields: FieldMap) -> Reader:
    """The reader of a format; of "auto" and "feed" the content decides."""
    found = detect_format(head, name) if wanted in ("auto", "feed") else ""
    if wanted == "feed":
        if found == "json":
            return partial(read_jsonl, shape="feed")
        return partial(read_xml, family="feed")
    readers: dict[str, Reader] = {
        "text": read_text,
        "html": read_html,
        "warc": read_warc,
        "table": partial(read_table, fields=fields),
        "csv": partial(read_table, fields=fields),
        "json": partial(read_jsonl, fields=fields),
        "jsonl": partial(read_jsonl, fields=fields, shape="jsonl"),
        "ninjs": partial(read_jsonl, shape="ninjs"),
        "xml": read_xml,
        "nitf": partial(read_xml, family="nitf"),
        "newsml": partial(read_xml, family="newsml"),
    }
    return readers[found or wanted]
