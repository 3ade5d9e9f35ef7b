"""Compressed files of lines: written whole or not at all, and read to the last checksum."""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import zlib
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from backports import zstd

from articles.services.archive.errors import ArchiveError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_ZSTD = b"\x28\xb5\x2f\xfd"
_GZIP = b"\x1f\x8b"
_CHUNK = 1 << 16
# Longer than any row: where a line goes on for longer, the file is something else.
_LONGEST_LINE = 1 << 29
_DAMAGE = (
    EOFError, zlib.error, gzip.BadGzipFile, zstd.ZstdError, UnicodeDecodeError,
    json.JSONDecodeError,
)  # fmt: skip


class Writer:
    """Writes JSON lines, and knows the checksum of all that it wrote."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self._hash = hashlib.sha256()

    def write(self, line: Any) -> None:
        data = json.dumps(line, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
        self._hash.update(data)
        self._stream.write(data)

    @property
    def sha256(self) -> str:
        return self._hash.hexdigest()


@contextmanager
def writing(path: Path) -> Iterator[Writer]:
    """Write a file beside ``path`` that takes its place when it is whole.

    Args:
        path: ends in ``.zst`` or ``.gz``, which says how to compress.

    Raises:
        ArchiveError: it ends in something else.
        OSError: it cannot be written; what stood at ``path`` stays.
    """
    if path.suffix not in {".zst", ".gz"}:
        raise ArchiveError(f"{path}: the name has to end in .jsonl.zst or .jsonl.gz")
    unfinished = path.with_name(f".{path.name}.{os.getpid()}.partial")
    try:
        with open(unfinished, "xb") as file:
            with _compressed(path, file) as stream:
                yield Writer(stream)
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)


@contextmanager
def _compressed(path: Path, file: IO[bytes]) -> Iterator[Any]:
    if path.suffix == ".gz":
        with gzip.GzipFile(filename="", mode="wb", fileobj=file, mtime=0) as stream:
            yield stream
    else:
        options: dict[int, int] = {zstd.CompressionParameter.checksum_flag: 1}
        with zstd.ZstdFile(file, "wb", options=options) as stream:
            yield stream


def read_lines(path: Path) -> Iterator[tuple[Any, str]]:
    """The lines of a file, each with the SHA-256 of all lines before it.

    Raises:
        ArchiveError: it is damaged, or no such file at all.
        OSError: it cannot be read.
    """
    digest = hashlib.sha256()
    number = 0
    with open(path, "rb") as file:
        try:
            for line in _lines(_decompressed(file)):
                number += 1
                yield json.loads(line), digest.hexdigest()
                digest.update(line + b"\n")
        except _DAMAGE as error:
            raise ArchiveError(f"{path} is damaged behind line {number}: {error}") from error


def _lines(chunks: Iterable[bytes]) -> Iterator[bytes]:
    rest = b""
    for chunk in chunks:
        *lines, rest = (rest + chunk).split(b"\n")
        yield from lines
        if len(rest) > _LONGEST_LINE:
            raise EOFError("a line without an end")
    if rest:
        raise EOFError("the last line is cut")


def _decompressed(file: IO[bytes]) -> Iterator[bytes]:
    magic = file.read(4)
    file.seek(0)
    if magic.startswith(_GZIP):
        with gzip.open(file) as stream:
            yield from iter(partial(stream.read, _CHUNK), b"")
    elif magic == _ZSTD:
        yield from _from_zstd(file)
    else:
        raise EOFError("it is not compressed with zstd or gzip")


def _from_zstd(file: IO[bytes]) -> Iterator[bytes]:
    frame = zstd.ZstdDecompressor()
    while chunk := file.read(_CHUNK):
        if frame.eof:
            raise EOFError("something follows its end")
        yield frame.decompress(chunk)
    if not frame.eof or frame.unused_data:
        raise EOFError("it is cut, or something follows its end")
