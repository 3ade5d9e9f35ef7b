"""What every reader takes and gives: limits in, articles or rejects out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import BinaryIO, Protocol


class PubStatus(StrEnum):
    """What may be done with an article, as its provider says (IPTC's publishing status)."""

    USABLE = "usable"
    WITHHELD = "withheld"
    CANCELED = "canceled"


@dataclass(frozen=True, slots=True)
class Location:
    """Where an item stands: the file, and inside it a line or a record, both from 1."""

    path: str
    line: int | None = None
    record: int | None = None

    def __str__(self) -> str:
        if self.line is not None:
            return f"{self.path}, line {self.line}"
        if self.record is not None:
            return f"{self.path}, record {self.record}"
        return self.path


@dataclass(frozen=True, slots=True, kw_only=True)
class RawArticle:
    """One article as its provider gave it, cleaned by the rule of ``clean``.

    Attributes:
        body: the text that all offsets will point into; empty only in a notice
            that withdraws an article, which says by ``guid`` or ``url`` which.
        published_at: with the zone it was printed with. A datetime without a
            zone is as printed, its zone is not known; a date means that only
            the day is known.
        modified_at: as ``published_at``, never a bare day.
        language: as declared (BCP 47), not detected.
        rights: who owns it and what may be done with it, as printed.
        abridged: ``body`` is no more than a summary of what stands at ``url``.
        unparsed: ``body`` is the whole text of a file; headline, byline and the
            other parts that are empty here may still stand in it.
    """

    location: Location
    body: str
    headline: str = ""
    standfirst: str = ""
    byline: str = ""
    dateline: str = ""
    section: str = ""
    keywords: tuple[str, ...] = ()
    language: str = ""
    source: str = ""
    rights: str = ""
    url: str = ""
    guid: str = ""
    published_at: datetime | date | None = None
    modified_at: datetime | None = None
    pub_status: PubStatus = PubStatus.USABLE
    abridged: bool = False
    unparsed: bool = False


@dataclass(frozen=True, slots=True)
class Rejected:
    """One item that cannot be loaded.

    Attributes:
        code: stable, snake_case, for programs.
        reason: one line for people: what is wrong and what to do about it.
    """

    location: Location
    code: str
    reason: str


Item = RawArticle | Rejected


@dataclass(frozen=True, slots=True)
class Limits:
    """Sizes above which an item is rejected unread.

    Attributes:
        max_body_characters: of one article's body; a long book has 3 million.
        max_field_characters: of a headline, a name, a link.
        max_keywords: of one article.
        max_file_bytes: of a file that is read as a whole (text, HTML, XML, JSON
            that is one value); four bytes for each character of the longest body.
        max_line_bytes: of one line of JSONL and one row of CSV.
        max_json_depth: levels of objects and arrays in JSON.
        max_json_structure: characters of a JSON value outside its strings (brackets,
            commas, numbers), each of which takes far more memory than one.
        max_html_tags: of a page; finding the article takes time by tag, not byte.
        max_attributes: of one element; parsing them takes time by their square.
        max_xml_depth: levels of elements; the parser itself stops at 256.
        max_archive_ratio: bytes unpacked for each packed one, counted once more
            than ``RATIO_FREE_BYTES`` are unpacked.
        max_archive_bytes: unpacked from one file, with all archives in it.
        max_archive_entries: in one file, with all archives in it.
    """

    max_body_characters: int = 5_000_000
    max_field_characters: int = 10_000
    max_keywords: int = 1_000
    max_file_bytes: int = 20_000_000
    max_line_bytes: int = 20_000_000
    max_json_depth: int = 100
    max_json_structure: int = 2_000_000
    max_html_tags: int = 60_000
    max_attributes: int = 1_000
    max_xml_depth: int = 200
    max_archive_ratio: int = 200
    max_archive_bytes: int = 200_000_000_000
    max_archive_entries: int = 200_000


DEFAULT_LIMITS = Limits()
EMPTY = "there is nothing in it: leave it out"


class ReadError(Exception):
    """An item is not fit to be loaded; a reader turns it into a ``Rejected``."""

    def __init__(self, code: str, reason: str, line: int | None = None) -> None:
        super().__init__(reason)
        self.code = code
        self.reason = reason
        self.line = line

    def rejected(self, location: Location) -> Rejected:
        if self.line is not None:
            location = Location(location.path, self.line, location.record)
        return Rejected(location, self.code, self.reason)


class Reader(Protocol):
    """Reads one format.

    Never raises for a bad item: it yields a ``Rejected`` and goes on. An
    ``OSError`` of the stream passes through.
    """

    def __call__(
        self, stream: BinaryIO, location_path: str, limits: Limits
    ) -> Iterator[RawArticle | Rejected]: ...


def read_whole(stream: BinaryIO, limits: Limits) -> bytes:
    """Read a file that is one item.

    Raises:
        ReadError: ``too_large``, or ``empty`` for nothing but white space.
    """
    data = stream.read(limits.max_file_bytes + 1)
    if len(data) > limits.max_file_bytes:
        raise ReadError("too_large", too_large("the file", "bytes", limits.max_file_bytes))
    if not data.strip():
        raise ReadError("empty", EMPTY)
    return data


def too_large(what: str, unit: str, limit: int) -> str:
    """The one wording for everything over a limit."""
    return f"{what} has more than {limit:,} {unit}: split it or leave it out"
