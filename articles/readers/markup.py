"""Marked-up text: HTML is parsed within limits, and blocks of any markup become paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from articles.readers.base import Limits, ReadError, too_large
from articles.readers.clean import clean_text

# A line break in the source is a space to a browser, but not to trafilatura; and
# lxml takes no noncharacters.
_SOURCE_BREAKS = re.compile("[ \t]*+[\n\ufffe\uffff][ \t\n\ufffe\uffff]*+")
# A quotation mark opens a value only behind "=", elsewhere it is a slip.
_TAG = re.compile(r"""<[a-z](?:[^"'<>=]++|=\s*+(?:"[^"]*+"|'[^']*+')?+|["'])*+""", re.IGNORECASE)
_TAG_PART = re.compile(r"""[^\s"'/]++|"[^"]*+"|'[^']*+'""")
_RAW_TEXT = re.compile(r"<(script|style)\b", re.IGNORECASE)
# What begins and ends a paragraph, in HTML and in NITF.
_BLOCKS = frozenset(
    """
    address article blockquote body center dd details div dl dt fieldset figure footer form h1 h2
    h3 h4 h5 h6 header hgroup hr html li main ol p pre section summary table td th tr ul
    abstract block body.content bq credit custom-table fn hl1 hl2 lit media nitf-table note
    """.split()
)
# What is not part of the running text.
_LEFT_OUT = frozenset(
    """
    applet aside audio button canvas datalist embed figcaption figure footer form frame head iframe
    input link map math meta nav noscript object picture script select style svg table template
    textarea title video
    custom-table media nitf-table note
    """.split()
)
# A list with so many entries, and such a part of its words in links, is one of other pages.
_FEW_ENTRIES, _LINKED_WORDS = 3, 0.4
_HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})
_BREAK = "\n"
_QUOTATION_MARKS = ("“", "”")
_HTML = re.compile(r"<[a-z!/][^<>]*>|&(?:#\d+|#x[0-9a-f]+|[a-z]+\d?);", re.IGNORECASE)


def text_of_html(source: str, limits: Limits) -> str:
    """The paragraphs of a piece of HTML, with blank lines between.

    Raises:
        ReadError: as ``parse_html``.
    """
    if not source.strip():
        return ""
    return "\n\n".join(paragraphs(parse_html(f"<div>{source}</div>", limits)))


def text_of_either(source: str, limits: Limits) -> str:
    """The text of what may be HTML or plain text, whose line breaks then stay."""
    return text_of_html(source, limits) if _HTML.search(source) else source


def line_of_html(source: str, limits: Limits) -> str:
    """The text of a title in which there may be markup."""
    return " ".join(text_of_either(source, limits).split())


def paragraphs(element: etree._Element) -> list[str]:
    """The running text of an element of HTML or NITF, block by block.

    White space is as a browser shows it; line breaks stay inside a paragraph,
    and two of them end it.
    """
    pieces: list[str | None] = []
    _collect_inside(element, pieces)
    found: list[str] = []
    start = 0
    for end in [*(i for i, piece in enumerate(pieces) if piece is None), len(pieces)]:
        text = "".join(piece for piece in pieces[start:end] if piece)
        start = end + 1
        for part in re.split(r"\n[ \n]*\n", text):
            lines = (" ".join(line.split()) for line in part.split(_BREAK))
            if joined := "\n".join(line for line in lines if line):
                found.append(joined)
    return found


def _collect(element: etree._Element, pieces: list[str | None]) -> None:
    """Append the texts in order, and None where a block begins or ends.

    Parsers stop at 256 levels, which is far from Python's own limit.
    """
    if not isinstance(element.tag, str):
        return
    tag = local_name(element)
    if tag == "br":
        pieces.append(_BREAK)
    around = None if tag in _BLOCKS else ""
    pieces.append(around)
    if tag not in _LEFT_OUT:
        opening, closing = _QUOTATION_MARKS if _lacks_marks(element, tag) else ("", "")
        pieces.append(opening)
        _collect_inside(element, pieces)
        pieces.append(closing)
    pieces.append(around)


def _collect_inside(element: etree._Element, pieces: list[str | None]) -> None:
    pieces.append(_spaces(element.text))
    for child in element:
        _collect(child, pieces)
        pieces.append(_spaces(child.tail))


def local_name(element: etree._Element) -> str:
    return etree.QName(element).localname.lower()


def _lacks_marks(element: etree._Element, tag: str) -> bool:
    """Browsers print quotation marks around ``q``."""
    return tag == "q" and not (element.text or "").lstrip().startswith(('"', "“", "‘", "'", "«"))


def _spaces(text: str | None) -> str:
    """Breaks of the source are spaces; those of ``br`` come from elsewhere."""
    return re.sub(r"[ \t\r\n]+", " ", text or "")


def drop_link_lists(tree: HtmlElement) -> None:
    """Take lists out of a page that lead elsewhere, with the heading over them.

    Of those every entry has a link, and few other words; an article's own lists
    have more to say.
    """
    for found in list(tree.iter("ul", "ol")):
        entries = [entry for entry in found.iterchildren("li") if _words(entry)]
        links = [sum(_words(link) for link in entry.iter("a")) for entry in entries]
        if len(entries) < _FEW_ENTRIES or not all(links):
            continue
        if sum(links) < _LINKED_WORDS * _words(found):
            continue
        heading = found.getprevious()
        if heading is not None and heading.tag in _HEADINGS:
            heading.drop_tree()
        if found.getparent() is not None:
            found.drop_tree()


def _words(element: HtmlElement) -> int:
    return len(str(element.text_content()).split())


def parse_html(text: str, limits: Limits) -> HtmlElement:
    """Parse without network; libxml2 itself stops at 256 levels of elements.

    Raises:
        ReadError: ``too_large``, ``too_deep`` or ``not_html``.
    """
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
    parts = 2 * limits.max_attributes  # at most a name and a quoted value for each
    for tag in _tags(text):
        if len(tag) > parts and len(_TAG_PART.findall(tag)) > parts:
            what = too_large("an element", "attributes", limits.max_attributes)
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
