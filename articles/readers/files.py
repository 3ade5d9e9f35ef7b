"""From the paths that a user gives to open files, and from those to articles."""

from __future__ import annotations

import glob
import os
import stat
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Literal

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
from articles.readers.detect import HEAD_BYTES, Format, detect_format
from articles.readers.html import read_html
from articles.readers.jsonl import read_jsonl
from articles.readers.streams import rejoin
from articles.readers.text import read_text

Wanted = Literal["auto", "text", "jsonl", "html"]
STANDARD_INPUT = "-"
READERS: dict[Format, Reader] = {"text": read_text, "jsonl": read_jsonl, "html": read_html}
# Files about a collection, which stand beside the articles of almost every one.
_ABOUT_FILES = frozenset(
    {"readme", "license", "licence", "licenses", "licences", "copying", "notice", "changelog"}
)


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One file to read; ``path`` is "-" for standard input."""

    path: str

    @property
    def location(self) -> Location:
        return Location(printable(self.path))


def printable(path: str) -> str:
    """A path as one line that can be shown and stored, with escapes for what cannot."""
    text = os.fsencode(path).decode("utf-8", "backslashreplace")
    return "".join(c if c.isprintable() else ascii(c)[1:-1] for c in text)


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
        if path == STANDARD_INPUT:
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
        if not name.startswith(".") and Path(name).stem.lower() not in _ABOUT_FILES:
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
) -> Iterator[Item]:
    """Read every article that the paths hold, or say why one is rejected.

    Args:
        paths: files, folders, patterns, "-" for standard input (see ``expand``).
        format: "text", "jsonl", "html", or "auto" to find out file by file.
        limits: sizes above which an item is rejected.

    Yields:
        Items in the order of the paths and of the files' content; JSONL is never
        held in memory as a whole. Nothing is raised for a bad file or item.
    """
    for source in expand(paths):
        if isinstance(source, Rejected):
            yield source
        else:
            yield from _read_file(source, format, limits)


def _read_file(
    source: SourceFile,
    wanted: Wanted,
    limits: Limits,
) -> Iterator[Item]:
    try:
        if source.path == STANDARD_INPUT:
            if sys.stdin is None:
                raise ReadError("unreadable", "standard input is closed: pipe something in")
            yield from _read_stream(sys.stdin.buffer, source, wanted, limits)
            return
        with open(source.path, "rb") as stream:
            yield from _read_stream(stream, source, wanted, limits)
    except OSError as error:
        yield _unreadable(source.path, error)
    except ReadError as error:
        yield error.rejected(source.location)


def _read_stream(
    stream: BinaryIO,
    source: SourceFile,
    wanted: Wanted,
    limits: Limits,
) -> Iterator[RawArticle | Rejected]:
    head = stream.read(HEAD_BYTES)
    if not head:
        raise ReadError("empty", "there is nothing in it: leave it out")
    found = detect_format(head, source.path) if wanted == "auto" else wanted
    yield from READERS[found](rejoin(head, stream), source.location.path, limits)
