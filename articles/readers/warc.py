"""WARC: the web pages of an archive of the web."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, BinaryIO

from articles.readers.base import Item, Limits, Location, ReadError, Rejected, too_large
from articles.readers.html import read_page

_PAGES = ("text/html", "application/xhtml+xml")
_END_OF_RECORD = b"\r\n\r\n"
_CUT = ReadError("cut_file", "the archive ends in the middle of a record: fetch it again")
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)


def read_warc(stream: BinaryIO, location_path: str, limits: Limits) -> Iterator[Item]:
    """Yield the article of every page that a server sent, or why it was rejected.

    Other records (requests, pictures, redirects, errors) are passed over. The
    address of a page that names none is the one it was taken from.
    """
    # Imported late, as all that few loads need.
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    number, told = 0, False
    source = _Ending(stream)
    try:
        for number, record in enumerate(ArchiveIterator(source), 1):
            if not record.rec_headers.get_header("Content-Length"):
                raise ValueError("a record without a length")
            if record.rec_type == "response" and _is_page(record.http_headers):
                item = _article(record, Location(location_path, record=number), limits)
                told = isinstance(item, Rejected) and item.code == _CUT.code
                yield item
        if not told and not source.ending.endswith(_END_OF_RECORD):
            yield _CUT.rejected(Location(location_path, record=number + 1))
    except (ArchiveLoadFailed, ValueError, EOFError) as error:
        what = " ".join(str(error).split())[:100]
        reason = f"the archive is damaged ({what}): fetch it again"
        yield ReadError("bad_archive", reason).rejected(Location(location_path, record=number + 1))


class _Ending:
    """A stream that keeps its end: the library says nothing where a header is cut."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self.ending = b""

    def read(self, size: int = -1) -> bytes:
        data = self._stream.read(size)
        self.ending = (self.ending + data)[-len(_END_OF_RECORD) :]
        return data


def _is_page(headers: Any) -> bool:
    if headers is None or headers.get_statuscode() != "200":
        return False
    kind = headers.get_header("Content-Type") or ""
    return kind.partition(";")[0].strip().lower() in _PAGES


def _article(record: Any, location: Location, limits: Limits) -> Item:
    address = record.rec_headers.get_header("WARC-Target-URI") or ""
    charset = _CHARSET.search(record.http_headers.get_header("Content-Type") or "")
    try:
        data = _content(record, limits)
        article = read_page(data, location, limits, sent_as=charset[1] if charset else "")
    except ReadError as error:
        reason = f"{address[:200]}: {error.reason}" if address.isprintable() else error.reason
        return ReadError(error.code, reason).rejected(location)
    return article if article.url else replace(article, url=address.strip("<>"))


def _content(record: Any, limits: Limits) -> bytes:
    """The page with its transfer and content encodings taken away."""
    stream, data = record.content_stream(), bytearray()
    while chunk := stream.read(65_536):
        data += chunk
        if len(data) > limits.max_file_bytes:
            raise ReadError("too_large", too_large("the page", "bytes", limits.max_file_bytes))
    if getattr(record.raw_stream, "limit", 0):
        raise _CUT
    return bytes(data)
