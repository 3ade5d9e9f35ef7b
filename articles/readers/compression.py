"""Packed files, unpacked as they are read and never further than the limits allow."""

from __future__ import annotations

import bz2
import gzip
import io
import zlib
from collections.abc import Callable
from typing import BinaryIO, Literal, Protocol

from backports import zstd

from articles.readers.base import Limits, ReadError

Packing = Literal["gzip", "bzip2", "zstd"]

# Small files may be packed as well as they like: a page of blanks is no bomb.
RATIO_FREE_BYTES = 10_000_000
# Of one entry in the list of a zip, its name included.
_LISTED_BYTES = 150
_MAGIC: tuple[tuple[bytes, Packing], ...] = (
    (b"\x1f\x8b\x08", "gzip"),
    (b"BZh", "bzip2"),
    (b"\x28\xb5\x2f\xfd", "zstd"),
)
_SUFFIXES = {".gz": "", ".bz2": "", ".zst": "", ".tgz": ".tar", ".tbz2": ".tar", ".tzst": ".tar"}
# What the libraries raise for damaged data; gzip's own error is an OSError without a number.
_DAMAGED = (zlib.error, EOFError, zstd.ZstdError, ValueError)


class Budget:
    """What may still be unpacked from one file, with all that is packed inside it."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self.bytes = 0
        self.entries = 0

    def take(self, size: int) -> None:
        self.bytes += size
        if self.bytes > self._limits.max_archive_bytes:
            limit = f"{self._limits.max_archive_bytes:,}"
            reason = f"more than {limit} bytes are packed in it: load it in parts"
            raise ReadError("archive_too_large", reason)

    def take_entry(self) -> None:
        self.entries += 1
        if self.entries > self._limits.max_archive_entries:
            limit = f"{self._limits.max_archive_entries:,}"
            reason = f"more than {limit} files are packed in it: load it in parts"
            raise ReadError("archive_too_large", reason)

    def check_list(self, size: int) -> None:
        """Refuse an archive whose list alone, of so many bytes, would fill the memory."""
        if size > _LISTED_BYTES * self._limits.max_archive_entries:
            reason = f"its list of files is {size:,} bytes long: load it in parts"
            raise ReadError("archive_too_large", reason)

    def check_ratio(self, packed: int, unpacked: int) -> None:
        ratio = self._limits.max_archive_ratio
        if unpacked > RATIO_FREE_BYTES and unpacked > ratio * max(packed, 1):
            reason = (
                f"it unpacks to more than {ratio} times its size, like a bomb: unpack it yourself"
            )
            raise ReadError("archive_ratio", reason)


def packing_of(head: bytes) -> Packing | None:
    """How a file is packed, by its first bytes."""
    return next((packing for magic, packing in _MAGIC if head.startswith(magic)), None)


def name_inside(name: str) -> str:
    """The name of what is packed: ``a.jsonl`` of ``a.jsonl.gz``, ``a.tar`` of ``a.tgz``."""
    for suffix, instead in _SUFFIXES.items():
        if name.lower().endswith(suffix):
            return name[: -len(suffix)] + instead
    return name


def unpack(stream: BinaryIO, packing: Packing, budget: Budget) -> BinaryIO:
    """What is packed in a stream, which is read as far as is needed.

    Reading from it raises ReadError: ``cut_file``, ``bad_archive``,
    ``archive_ratio`` or ``archive_too_large``.
    """
    packed = _Counted(stream)
    openers: dict[Packing, Callable[[], _Unpacker]] = {
        "gzip": lambda: gzip.GzipFile(fileobj=packed),
        "bzip2": lambda: bz2.BZ2File(packed),
        "zstd": lambda: zstd.ZstdFile(packed),
    }
    return io.BufferedReader(_Unpacked(openers[packing](), packed, budget), 1 << 18)


class _Unpacker(Protocol):
    def read1(self, size: int = -1, /) -> bytes: ...


class _Counted(io.RawIOBase):
    """A stream that knows how much was read from it."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self.size = 0

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        data = self._stream.read(size)
        self.size += len(data)
        return data


class _Unpacked(io.RawIOBase):
    def __init__(self, unpacked: _Unpacker, packed: _Counted, budget: Budget) -> None:
        self._unpacked = unpacked
        self._packed = packed
        self._budget = budget
        self._size = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        try:
            # One piece at a time, so that nothing is lost that stands before the damage.
            data = self._unpacked.read1(len(buffer))
        except EOFError:
            reason = "it ends in the middle: copy or fetch it again"
            raise ReadError("cut_file", reason) from None
        except _DAMAGED as error:
            raise _damaged(error) from None
        except OSError as error:
            if error.errno is not None:
                raise
            raise _damaged(error) from None
        self._size += len(data)
        self._budget.take(len(data))
        self._budget.check_ratio(self._packed.size, self._size)
        buffer[: len(data)] = data
        return len(data)


def _damaged(error: Exception) -> ReadError:
    what = " ".join(str(error).split())[:100]
    return ReadError("bad_archive", f"it cannot be unpacked ({what}): copy or fetch it again")
