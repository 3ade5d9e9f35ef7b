"""Finding the files in packed ones and in archives, down to archives inside an archive."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import BinaryIO

from articles.readers.archives import archive_kind, entries_of
from articles.readers.base import EMPTY, Item, Limits, Location, ReadError
from articles.readers.compression import Budget, name_inside, packing_of, unpack
from articles.readers.names import printable
from articles.readers.streams import rejoin

HEAD_BYTES = 4096
_IN_MEMORY = 16_000_000

ReadFile = Callable[["OpenFile", bytes], Iterator[Item]]


@dataclass(frozen=True, slots=True)
class OpenFile:
    """A file that is being read, be it on a disk or inside another one.

    Attributes:
        name: what it is called once it is unpacked, from which a format may be told.
        path: where it is, as shown: ``archive.zip!folder/story.txt``.
        archives: how many archives may still be opened inside it.
        is_packed: it stands in a packed file, which may not hold another one.
    """

    stream: BinaryIO
    name: str
    path: str
    archives: int = 2
    is_packed: bool = False


def read_unpacked(file: OpenFile, read: ReadFile, limits: Limits) -> Iterator[Item]:
    """Read a file, or all that is packed in it.

    Args:
        read: reads one unpacked file, given its first bytes, which it need not read again.

    Raises:
        ReadError: the file is empty, damaged or over a limit; what came before
            that has been yielded.
    """
    yield from _read(file, read, Budget(limits))


def _read(file: OpenFile, read: ReadFile, budget: Budget) -> Iterator[Item]:
    head = file.stream.read(HEAD_BYTES)
    if not head:
        raise ReadError("empty", EMPTY)
    whole = rejoin(head, file.stream)
    if packing := packing_of(head):
        if file.is_packed:
            raise ReadError("nested_archive", "it is packed twice: unpack it once yourself")
        inner = unpack(whole, packing, budget)
        name = name_inside(file.name)
        yield from _read(replace(file, stream=inner, name=name, is_packed=True), read, budget)
    elif archive_kind(head):
        yield from _read_archive(file, head, read, budget)
    else:
        yield from read(replace(file, stream=whole), head)


def _read_archive(file: OpenFile, head: bytes, read: ReadFile, budget: Budget) -> Iterator[Item]:
    if not file.archives:
        reason = "it is an archive in an archive in an archive: unpack the outer one yourself"
        raise ReadError("nested_archive", reason)
    kind = archive_kind(head)
    assert kind is not None
    with _readable_for(kind, file.stream, head) as stream:
        for entry in entries_of(stream, kind, budget):
            path = f"{file.path}!{printable(entry.name)}"
            try:
                if entry.error is not None or entry.stream is None:
                    raise entry.error or ReadError("unreadable", "it has no content: pack it anew")
                inside = OpenFile(entry.stream, entry.name, path, file.archives - 1)
                yield from _read(inside, read, budget)
            except ReadError as error:
                yield error.rejected(Location(path))


@contextmanager
def _readable_for(kind: str, stream: BinaryIO, head: bytes) -> Iterator[BinaryIO]:
    """The archive from its beginning; a zip, which ends with its list, where one can go back."""
    if kind == "tar":
        yield rejoin(head, stream)
    elif _is_on_disk(stream):
        stream.seek(0)
        yield stream
    else:
        with tempfile.SpooledTemporaryFile(_IN_MEMORY) as copy:
            shutil.copyfileobj(rejoin(head, stream), copy)
            copy.seek(0)
            yield copy  # type: ignore[misc]


def _is_on_disk(stream: BinaryIO) -> bool:
    try:
        stream.fileno()
    except OSError:
        return False
    return stream.seekable()
