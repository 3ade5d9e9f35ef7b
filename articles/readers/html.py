"""HTML: one saved page, one article."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from typing import BinaryIO

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from articles.readers.base import (
    Item,
    Limits,
    Location,
    RawArticle,
    ReadError,
    read_whole,
    too_large,
)
from articles.readers.clean import BOM, clean_body, clean_line, clean_text, decode_as
from articles.readers.page import Page

# What is left of a page without an article: "Home", "Subscribe".
_MIN_STORY_CHARACTERS = 25
# A line break in the source is a space to a browser, but not to trafilatura; and
# lxml takes no noncharacters.
_SOURCE_BREAKS = re.compile("[ \t]*+[\n\ufffe\uffff][ \t\n\ufffe\uffff]*+")
_DECLARATION_BYTES = 4096
_DECLARED = re.compile(
    rb"<meta\b[^>]*?\bcharset\s*+=\s*+[\"']?\s*+([\w.:-]+)"
    rb"|<\?xml\b[^>]*?\bencoding\s*+=\s*+[\"']([\w.:-]+)",
    re.IGNORECASE,
)
# A quotation mark opens a value only behind "=", elsewhere it is a slip.
_TAG = re.compile(r"""<[a-z](?:[^"'<>=]++|=\s*+(?:"[^"]*+"|'[^']*+')?+|["'])*+""", re.IGNORECASE)
_TAG_PART = re.compile(r"""[^\s"'/]++|"[^"]*+"|'[^']*+'""")
_RAW_TEXT = re.compile(r"<(script|style)\b", re.IGNORECASE)
# Browsers read these names as the larger set (WHATWG Encoding Standard), and
# pages are written for browsers.
_LARGER_SET = {
    "ascii": "cp1252", "us-ascii": "cp1252", "iso-8859-1": "cp1252", "latin1": "cp1252",
    "iso8859-1": "cp1252", "iso-8859-9": "cp1254", "gb2312": "gb18030", "gbk": "gb18030",
    "shift_jis": "cp932", "shift-jis": "cp932", "x-sjis": "cp932", "euc-kr": "cp949",
    "ks_c_5601-1987": "cp949", "tis-620": "cp874", "big5": "big5hkscs", "utf8": "utf-8",
}  # fmt: skip

# The other encodings of the web, by Python's names; its codecs for escapes, UTF-7
# and the like are not for pages.
_CODECS = frozenset(
    {
        "utf-8", "koi8-r", "koi8-u", "gb18030", "big5hkscs", "euc_jp", "iso2022_jp", "mac-roman",
        "mac-cyrillic", "cp866", "cp874", "cp932", "cp949",
        *(f"cp{number}" for number in range(1250, 1259)),
        *(f"iso8859-{number}" for number in range(2, 17) if number != 12),
    }
)  # fmt: skip


def read_html(stream: BinaryIO, location_path: str, limits: Limits) -> Iterator[Item]:
    """Yield the article of the page, or why it was rejected."""
    location = Location(location_path)
    try:
        yield _article(read_whole(stream, limits), location, limits)
    except ReadError as error:
        yield error.rejected(location)


def _article(data: bytes, location: Location, limits: Limits) -> RawArticle:
    page = Page(_tree(decode_page(data), limits))
    headline = clean_line(page.headline(), "headline", limits)
    return RawArticle(
        location=location,
        headline=headline,
        body=clean_body(_story(page.tree, headline), limits),
        byline=clean_line(page.byline(), "byline", limits),
        section=clean_line(page.section(), "section", limits),
        keywords=tuple(clean_line(word, "keywords", limits) for word in page.keywords()),
        language=clean_line(page.language(), "language", limits),
        source=clean_line(page.site_name(), "source", limits),
        url=clean_line(page.url(), "url", limits),
        published_at=page.published_at(),
        modified_at=page.modified_at(),
    )


def _story(tree: HtmlElement, headline: str) -> str:
    """Give the article's paragraphs, without its headline, with blank lines between."""
    # Imported late: its import takes longer than all others here together.
    from trafilatura import extract

    text = extract(tree, include_comments=False, include_tables=False, favor_precision=True) or ""
    lines = text.split("\n")
    if lines[0].strip() == headline:
        del lines[0]
    story = "\n\n".join(line for line in lines if line.strip())
    if len(story) < _MIN_STORY_CHARACTERS:
        raise ReadError("missing_body", "the page has no article text: give the article's own page")
    return story


def decode_page(data: bytes) -> str:
    """Decode a page: by byte order mark, else as it declares itself, else UTF-8.

    Raises:
        ReadError: ``not_utf8`` or ``bad_encoding``: the bytes are not in that
            encoding, or there is no such encoding.
    """
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return decode_as(data, "utf-16")
    declared = _DECLARED.search(data[:_DECLARATION_BYTES])
    if data.startswith(codecs.BOM_UTF8) or not declared:
        return decode_as(data, "utf-8").removeprefix(BOM)
    name = (declared[1] or declared[2]).decode("ascii").lower()
    return decode_as(data, _codec(name))


def _codec(name: str) -> str:
    # A page whose declaration can be read as ASCII is not in UTF-16.
    if name.startswith("utf-16"):
        return "utf-8"
    try:
        codec = codecs.lookup(_LARGER_SET.get(name, name)).name
    except LookupError:
        codec = ""
    if codec not in _CODECS:
        raise ReadError(
            "bad_encoding", f"it declares the unknown encoding {name[:40]!r}: save it as UTF-8"
        )
    return codec


def _tree(text: str, limits: Limits) -> HtmlElement:
    """Parse without network; libxml2 itself stops at 256 levels of elements."""
    text = _SOURCE_BREAKS.sub(" ", clean_text(text, "the page"))
    _check_size(text, limits)
    parser = HTMLParser(encoding="utf-8", no_network=True)
    try:
        tree = document_fromstring(text.encode(), parser=parser)
    except etree.LxmlError:
        raise ReadError("not_html", "there is no HTML in it: give a web page") from None
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise ReadError("too_deep", "elements are nested too deep: the page is not an article")
    return tree


def _check_size(text: str, limits: Limits) -> None:
    if text.count("<") > limits.max_html_tags:
        raise ReadError("too_large", too_large("the page", "tags", limits.max_html_tags))
    parts = 2 * limits.max_html_attributes  # at most a name and a quoted value for each
    for tag in _tags(text):
        if len(tag) > parts and len(_TAG_PART.findall(tag)) > parts:
            what = too_large("an element", "attributes", limits.max_html_attributes)
            raise ReadError("too_large", what)


def _tags(text: str) -> Iterator[str]:
    """Yield the tags, not those that scripts and style sheets print."""
    position = 0
    while tag := _TAG.search(text, position):
        yield tag[0]
        position = tag.end()
        raw = _RAW_TEXT.match(tag[0])
        if raw:
            end = text.find(f"</{raw[1]}", position)
            position = len(text) if end < 0 else end
