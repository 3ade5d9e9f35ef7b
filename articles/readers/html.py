"""HTML: one saved page, one article."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import BinaryIO

from lxml.html import HtmlElement

from articles.readers.base import Item, Limits, Location, RawArticle, ReadError, read_whole
from articles.readers.clean import clean_body, clean_line
from articles.readers.encodings import decode_page
from articles.readers.markup import drop_link_lists, parse_html
from articles.readers.page import Page

# What is left of a page without an article: "Home", "Subscribe".
_MIN_STORY_CHARACTERS = 25


def read_html(stream: BinaryIO, location_path: str, limits: Limits) -> Iterator[Item]:
    """Yield the article of the page, or why it was rejected."""
    location = Location(location_path)
    try:
        yield read_page(read_whole(stream, limits), location, limits)
    except ReadError as error:
        yield error.rejected(location)


def read_page(data: bytes, location: Location, limits: Limits, sent_as: str = "") -> RawArticle:
    """Read the article of one page.

    Args:
        sent_as: the encoding that its server named.

    Raises:
        ReadError: there is no article in it, or it is not fit to be read.
    """
    page = Page(parse_html(decode_page(data, sent_as), limits))
    headline = clean_line(page.headline(), "headline", limits)
    article = RawArticle(
        location=location,
        headline=headline,
        body="",
        standfirst=clean_line(page.standfirst(), "standfirst", limits),
        byline=clean_line(page.byline(), "byline", limits),
        section=clean_line(page.section(), "section", limits),
        keywords=tuple(clean_line(word, "keywords", limits) for word in page.keywords()),
        language=clean_line(page.language(), "language", limits),
        source=clean_line(page.site_name(), "source", limits),
        rights=clean_line(page.rights(), "rights", limits),
        url=clean_line(page.url(), "url", limits),
        published_at=page.published_at(),
        modified_at=page.modified_at(),
    )
    # Last, since it takes the page apart.
    body = clean_body(_story(page.tree, headline), limits)
    repeated = " ".join(body.split()).startswith(article.standfirst)
    return replace(article, body=body, standfirst="" if repeated else article.standfirst)


def _story(tree: HtmlElement, headline: str) -> str:
    """Give the article's paragraphs, without its headline, with blank lines between."""
    # Imported late: its import takes longer than all others here together.
    from trafilatura import extract

    drop_link_lists(tree)
    text = extract(tree, include_comments=False, include_tables=False, favor_precision=True) or ""
    lines = text.split("\n")
    if lines[0].strip() == headline:
        del lines[0]
    story = "\n\n".join(line for line in lines if line.strip())
    if len(story) < _MIN_STORY_CHARACTERS:
        raise ReadError("missing_body", "the page has no article text: give the article's own page")
    return story
