"""Zip and tar archives, entry by entry; nothing is ever written where an archive says.

Names that lead out of the archive, links, devices and encrypted entries are
rejected; hidden files and files about the collection are passed over, as in
folders.
"""

from __future__ import annotations

import io
import stat
import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO, BinaryIO, Literal

from articles.readers.base import ReadError
from articles.readers.compression import Budget
from articles.readers.names import is_passed_over, leads_out, printable

Kind = Literal["zip", "tar"]

_ZIP_MAGIC = (b"PK\x03\x04", b"PK\x05\x06")
_TAR_MAGIC = slice(257, 262)
# A header that describes the next entry is read into memory as a whole.
_MAX_TAR_HEADER = 1_000_000
_HEADER_TYPES = (
    tarfile.XHDTYPE, tarfile.XGLTYPE, tarfile.SOLARIS_XHDTYPE, tarfile.GNUTYPE_LONGNAME,
    tarfile.GNUTYPE_LONGLINK,
)  # fmt: skip
_ENCRYPTED = 0x1
# The records at its end, with the longest comment; where a length stands elsewhere.
_ZIP_TAIL_BYTES = 66_000
_IN_ZIP_64 = 0xFFFFFFFF
_FAULTS = (zipfile.BadZipFile, tarfile.TarError, zlib.error, NotImplementedError, EOFError)


@dataclass(frozen=True, slots=True)
class Entry:
    """One file of an archive, or why it is not read.

    Attributes:
        stream: to be read before the next entry is asked for.
    """

    name: str
    stream: BinaryIO | None = None
    error: ReadError | None = None


def archive_kind(head: bytes) -> Kind | None:
    """Which archive a file is, by its first bytes."""
    if head.startswith(_ZIP_MAGIC):
        return "zip"
    return "tar" if head[_TAR_MAGIC] == b"ustar" else None


def entries_of(stream: BinaryIO, kind: Kind, budget: Budget) -> Iterator[Entry]:
    """Yield the files of an archive in its order.

    Args:
        stream: a zip must be seekable; a tar is read from front to back.

    Raises:
        ReadError: the archive is damaged, cut or over a limit; entries before
            that have been yielded.
    """
    read = _zip_entries if kind == "zip" else _tar_entries
    names: set[int] = set()
    try:
        for name, entry in read(stream, budget):
            if is_passed_over(name):
                continue
            budget.take_entry()
            twice = _refused(name, "duplicate_entry", "stands twice in the archive: keep one")
            yield twice if hash(name) in names else entry
            names.add(hash(name))
    except _FAULTS as error:
        raise damaged(error) from None


def damaged(error: Exception) -> ReadError:
    what = " ".join(str(error).split())[:100] or type(error).__name__
    return ReadError("bad_archive", f"the archive is damaged ({what}): copy or fetch it again")


def _refused(name: str, code: str, reason: str) -> Entry:
    return Entry(name, error=ReadError(code, f"{printable(name)[:100]} {reason}"))


def _zip_entries(stream: BinaryIO, budget: Budget) -> Iterator[tuple[str, Entry]]:
    budget.check_list(_list_bytes(stream))
    with zipfile.ZipFile(stream) as archive:
        size = stream.seek(0, 2)
        packed = sum(info.compress_size for info in archive.infolist())
        if packed > size:
            raise ReadError(
                "archive_ratio", "its entries overlap, like those of a bomb: pack it anew"
            )
        for info in archive.infolist():
            if info.is_dir():
                continue
            problem = _zip_problem(info, budget)
            if problem is not None:
                yield info.filename, problem
                continue
            # The module gives no more of an entry than this, whatever is packed.
            budget.take(info.file_size)
            with archive.open(info) as unpacked:
                yield info.filename, Entry(info.filename, _guarded(unpacked))


def _list_bytes(stream: BinaryIO) -> int:
    """How long the list of a zip is, which the module reads into memory as a whole."""
    size = stream.seek(0, io.SEEK_END)
    stream.seek(max(0, size - _ZIP_TAIL_BYTES))
    tail = stream.read(_ZIP_TAIL_BYTES)
    stream.seek(0)
    place, place_64 = tail.rfind(b"PK\x05\x06"), tail.rfind(b"PK\x06\x06")
    length = int.from_bytes(tail[place + 12 : place + 16], "little") if place >= 0 else 0
    if length == _IN_ZIP_64 and place_64 >= 0:
        return int.from_bytes(tail[place_64 + 40 : place_64 + 48], "little")
    return length


def _zip_problem(info: zipfile.ZipInfo, budget: Budget) -> Entry | None:
    name, mode = info.filename, info.external_attr >> 16
    if leads_out(name):
        return _refused(name, "unsafe_entry", "leads out of the archive: rename it")
    if stat.S_IFMT(mode) not in (0, stat.S_IFREG):
        return _refused(name, "unsafe_entry", "is a link or a device: pack the file itself")
    if info.flag_bits & _ENCRYPTED:
        return _refused(name, "encrypted", "is encrypted: unpack it yourself")
    if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2):
        return _refused(name, "bad_archive", "is packed in a way that is not read: use deflate")
    try:
        budget.check_ratio(info.compress_size, info.file_size)
    except ReadError as error:
        return Entry(name, error=error)
    return None


class _Header(tarfile.TarInfo):
    """Refuses headers that would fill the memory, or send the reader backwards."""

    @classmethod
    def frombuf(cls, buf: bytes, encoding: str, errors: str) -> _Header:  # type: ignore[override]
        try:
            header = super().frombuf(buf, encoding, errors)
        except tarfile.HeaderError as error:
            # The module takes a bad header for the end, and what follows would be lost in silence.
            if buf.count(0) == tarfile.BLOCKSIZE:
                raise
            reason = f"it ends before its end mark ({error}): copy or fetch it again"
            raise ReadError("cut_file", reason) from None
        if header.size < 0 or (header.type in _HEADER_TYPES and header.size > _MAX_TAR_HEADER):
            raise ReadError(
                "bad_archive", "a header of the archive has no sensible size: pack it anew"
            )
        return header


def _tar_entries(stream: BinaryIO, budget: Budget) -> Iterator[tuple[str, Entry]]:
    with tarfile.open(fileobj=stream, mode="r|", tarinfo=_Header) as archive:
        while (info := archive.next()) is not None:
            # The module keeps every header it has seen, for random access.
            archive.members = []  # type: ignore[attr-defined]
            if info.isdir():
                continue
            if leads_out(info.name):
                yield (
                    info.name,
                    _refused(info.name, "unsafe_entry", "leads out of the archive: rename it"),
                )
            elif not info.isreg():
                what = "is a link or a device: pack the file itself"
                yield info.name, _refused(info.name, "unsafe_entry", what)
            else:
                yield info.name, Entry(info.name, _guarded(archive.extractfile(info)))


class _Guarded(io.RawIOBase):
    """An entry's content; what is wrong with it becomes a ReadError."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        try:
            data = self._stream.read(len(buffer))
        except _FAULTS as error:
            raise damaged(error) from None
        buffer[: len(data)] = data
        return len(data)


def _guarded(stream: IO[bytes] | None) -> BinaryIO:
    assert stream is not None  # only links and devices have no content
    return io.BufferedReader(_Guarded(stream), 1 << 16)
