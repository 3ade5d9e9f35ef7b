"""RSS 0.9 to 2.0, RSS 1.0 (RDF) and Atom, by feedparser; the full text where a feed has it."""

from __future__ import annotations

import io
from calendar import timegm
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any

from lxml import etree

from articles.readers.articles import Given, Lines, make_article
from articles.readers.base import Item, Limits, Location, PubStatus, RawArticle, ReadError
from articles.readers.dates import parse_published
from articles.readers.markup import line_of_html, text_of_either, text_of_html

_Reader = Callable[[Any, Any, Location, Limits], RawArticle]
# RFC 6721: an entry that its publisher has taken back.
_DELETED = "{http://purl.org/atompub/tombstones/1.0}deleted-entry"


def read_feed(root: etree._Element, location_path: str, limits: Limits) -> Iterator[Item]:
    """Yield the article of every entry, then the notices of entries taken back.

    Args:
        root: of the parsed document; feedparser itself takes seconds over
            hostile XML, so it gets what a hardened parser has written anew.
    """
    # Imported late: it takes a tenth of a second that other formats do not need.
    import feedparser

    parsed = feedparser.parse(
        io.BytesIO(etree.tostring(root, encoding="utf-8", xml_declaration=True)),
        response_headers={"content-type": "application/xml; charset=utf-8"},
        sanitize_html=False,
        resolve_relative_uris=False,
    )
    readers: list[tuple[_Reader, Any]] = [(_article, entry) for entry in parsed.entries]
    readers += [(_tombstone, node) for node in root.iter(_DELETED)]
    if not readers:
        reason = "the feed has no entries: leave it out"
        yield ReadError("empty", reason).rejected(Location(location_path))
    for number, (read, entry) in enumerate(readers, 1):
        location = Location(location_path, record=number)
        try:
            yield read(entry, parsed.feed, location, limits)
        except ReadError as error:
            yield error.rejected(location)


def _article(entry: Any, feed: Any, location: Location, limits: Limits) -> RawArticle:
    summary = _summary(entry, limits)
    full = _content(entry, limits)
    given = Given(
        lines=Lines(
            headline=line_of_html(entry.get("title", ""), limits),
            standfirst=" ".join(summary.split()) if full and summary != full else "",
            byline=", ".join(_authors(entry) or _authors(feed)),
            language=_language(entry, feed),
            source=_source(entry, feed, limits),
            rights=line_of_html(entry.get("rights") or feed.get("rights", ""), limits),
            url=entry.get("link", ""),
            guid=entry.get("id", ""),
        ),
        body=full or summary,
        keywords=[tag.get("label") or tag.get("term") or "" for tag in entry.get("tags", [])],
        published=_dates(entry, "published", "created", "updated"),
        modified=_dates(entry, "updated"),
        abridged=not full,
    )
    return make_article(given, location, limits)


def _tombstone(node: etree._Element, feed: Any, location: Location, limits: Limits) -> RawArticle:
    given = Given(
        lines=Lines(guid=node.get("ref", ""), source=line_of_html(feed.get("title", ""), limits)),
        body="",
        modified=[node.get("when", "")],
        pub_status=PubStatus.CANCELED,
    )
    return make_article(given, location, limits)


def _content(entry: Any, limits: Limits) -> str:
    """The longest of the full texts; the same one may be given as HTML and plain."""
    texts = [_plain(content, limits) for content in entry.get("content", [])]
    return max(texts, key=len, default="")


def _summary(entry: Any, limits: Limits) -> str:
    detail = entry.get("summary_detail")
    return _plain(detail, limits) if detail else ""


def _plain(detail: Any, limits: Limits) -> str:
    """Feeds often call HTML plain and plain text HTML; Atom alone can be trusted in this."""
    value = str(detail.get("value") or "")
    read = text_of_html if "xhtml" in str(detail.get("type")) else text_of_either
    return read(value, limits)


def _authors(record: Any) -> list[str]:
    names = [author.get("name", "") for author in record.get("authors", [])]
    return [name for name in names if name and "@" not in name]


def _language(entry: Any, feed: Any) -> str:
    details = [*entry.get("content", []), entry.get("title_detail") or {}]
    given = (detail.get("language") for detail in details)
    return next((str(language) for language in given if language), "") or feed.get("language", "")


def _source(entry: Any, feed: Any, limits: Limits) -> str:
    """The feed an entry was taken over from, else the feed it is in."""
    original = (entry.get("source") or {}).get("title")
    return line_of_html(original or feed.get("title") or feed.get("publisher", ""), limits)


def _dates(entry: Any, *names: str) -> list[str]:
    """Dates as printed where their form is known, with their zone; else in UTC."""
    return [text for name in names if (text := _date(entry, name))]


def _date(entry: Any, name: str) -> str:
    if name not in entry:  # feedparser gives another one then, with a warning
        return ""
    printed = str(entry[name])
    try:
        parse_published(printed)
    except ValueError:
        parsed = entry.get(f"{name}_parsed")
        return datetime.fromtimestamp(timegm(parsed), UTC).isoformat() if parsed else printed
    return printed
