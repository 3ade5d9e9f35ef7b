"""JSON Feed 1 and 1.1: a feed as one JSON object."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from articles.readers.articles import Given, Lines, make_article
from articles.readers.base import Item, Limits, Location, RawArticle, ReadError, Rejected
from articles.readers.markup import text_of_html

_VERSION = re.compile(r"https?://(?:www\.)?jsonfeed\.org/version/", re.IGNORECASE)


def is_json_feed(record: Mapping[str, object]) -> bool:
    return bool(_VERSION.match(str(record.get("version", ""))))


def read_json_feed(
    feed: Mapping[str, object], location: Location, limits: Limits
) -> Iterator[Item]:
    """Yield the article of every item of the feed."""
    items = feed.get("items")
    if not isinstance(items, list) or not items:
        yield Rejected(location, "empty", "the feed has no items: leave it out")
        return
    for number, item in enumerate(items, 1):
        place = Location(location.path, record=number)
        try:
            if not isinstance(item, dict):
                raise ReadError("not_an_object", "an item must be an object: {...}")
            yield _article(item, feed, place, limits)
        except ReadError as error:
            yield error.rejected(place)


def _article(
    item: Mapping[str, object], feed: Mapping[str, object], location: Location, limits: Limits
) -> RawArticle:
    html, plain = _text(item, "content_html"), _text(item, "content_text")
    summary = _text(item, "summary")
    lines = Lines(
        headline=_text(item, "title"),
        standfirst=summary if html or plain else "",
        byline=", ".join(_authors(item) or _authors(feed)),
        language=_text(item, "language") or _text(feed, "language"),
        source=_text(feed, "title"),
        url=_text(item, "url") or _text(item, "external_url"),
        guid=_id(item),
    )
    tags = item.get("tags")
    given = Given(
        lines=lines,
        body=text_of_html(html, limits) if html.strip() else plain or summary,
        keywords=[tag for tag in tags if isinstance(tag, str)] if isinstance(tags, list) else [],
        published=[_text(item, "date_published")],
        modified=[_text(item, "date_modified")],
        abridged=not (html.strip() or plain),
    )
    return make_article(given, location, limits)


def _authors(record: Mapping[str, object]) -> list[str]:
    listed = record.get("authors")
    entries = listed if isinstance(listed, list) else [record.get("author")]
    return [
        str(entry["name"]) for entry in entries if isinstance(entry, dict) and entry.get("name")
    ]


def _id(item: Mapping[str, object]) -> str:
    value = item.get("id")
    # The specification asks for a string, and to read numbers as one.
    return (
        str(value)
        if isinstance(value, int | float) and not isinstance(value, bool)
        else _text(item, "id")
    )


def _text(record: Mapping[str, object], name: str) -> str:
    value = record.get(name)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise ReadError("bad_type", f"{name} must be a string: put it in quotation marks")
    return value
