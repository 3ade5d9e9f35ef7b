"""XML: one hardened parser for every format, and the reader of each by the root element.

No file and no address is ever opened. A document that declares entities is
refused whole: nothing good needs them, and bombs and thefts of files do.
"""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Callable, Iterator
from html.entities import html5
from typing import Any, BinaryIO, Literal
from urllib.parse import urlsplit

from lxml import etree

from articles.readers.base import Item, Limits, Location, ReadError, read_whole, too_large
from articles.readers.encodings import codec_named
from articles.readers.feeds import read_feed
from articles.readers.markup import local_name
from articles.readers.newsml import read_newsml
from articles.readers.nitf import read_nitf

Family = Literal["auto", "nitf", "newsml", "feed"]
Parsed = Callable[..., Iterator[Item]]  # of the root, where it is, the limits

_NEWSML_ROOTS = (
    "newsmessage", "newsitem", "packageitem", "knowledgeitem", "conceptitem", "planningitem",
    "catalogitem",
)  # fmt: skip
_READERS: dict[str, tuple[Family, Parsed]] = {
    "nitf": ("nitf", read_nitf),
    **dict.fromkeys(_NEWSML_ROOTS, ("newsml", read_newsml)),
    **dict.fromkeys(("rss", "rdf", "feed", "channel"), ("feed", read_feed)),
}
_ENTITIES = ReadError("xml_entities", "it declares entities: write the text itself instead")
_PROLOG_BYTES = 100_000
_XINCLUDE = "{http://www.w3.org/2001/XInclude}include"
_HREF = re.compile(r"""\bhref\s*=\s*["']([^"']*)["']""")
# Names that HTML knows and XML does not, which feeds are full of.
_HTML_ENTITY = re.compile(rb"&([A-Za-z][A-Za-z0-9]{1,31};)")
_XML_ENTITIES = frozenset({"lt;", "gt;", "amp;", "quot;", "apos;"})


def read_xml(
    stream: BinaryIO, location_path: str, limits: Limits, family: Family = "auto"
) -> Iterator[Item]:
    """Yield every article of the document, or why it was rejected.

    Args:
        family: what the document has to be; "auto" tells it by the root element.
    """
    location = Location(location_path)
    try:
        root = parse_xml(read_whole(stream, limits), limits)
        found, read = _READERS.get(local_name(root), ("auto", None))
        if read is None or family not in ("auto", found):
            wanted = "news format that is read" if family == "auto" else family
            reason = f"<{local_name(root)[:40]}> is no {wanted}"
            raise ReadError("unsupported_format", f"{reason}: docs/loading.md lists the formats")
        yield from read(root, location_path, limits)
    except ReadError as error:
        yield error.rejected(location)


def parse_xml(data: bytes, limits: Limits) -> etree._Element:
    """Parse a document without following anything in it.

    Raises:
        ReadError: ``not_xml`` with its line, ``xml_entities``, ``xml_external`` or ``too_deep``.
    """
    parser = etree.XMLParser(no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(_without_html_entities(data), parser)
    except etree.XMLSyntaxError as error:
        raise _syntax_error(error, data, limits) from None
    except (LookupError, ValueError) as error:
        raise ReadError(
            "bad_encoding", f"it cannot be decoded ({error}): save it as UTF-8"
        ) from None
    codec_named((root.getroottree().docinfo.encoding or "utf-8").lower())
    _check_declarations(root)
    _check_size(root, limits)
    return root


def _without_html_entities(data: bytes) -> bytes:
    """Write names of HTML as numbers; a document type that declares its own keeps them."""
    if b"<!ENTITY" in data[:_PROLOG_BYTES]:
        return data

    def number(match: re.Match[bytes]) -> bytes:
        name = match[1].decode("ascii")
        text = "" if name in _XML_ENTITIES else html5.get(name, "")
        return "".join(f"&#{ord(c)};" for c in text).encode() if text else match[0]

    return _HTML_ENTITY.sub(number, data)


def _syntax_error(error: etree.XMLSyntaxError, data: bytes, limits: Limits) -> ReadError:
    message = " ".join(str(error.msg).split())[:200]
    if b"<!ENTITY" in data[:_PROLOG_BYTES]:
        return _ENTITIES
    if "Excessive depth" in message:
        return _too_deep(limits)
    return ReadError("not_xml", f"not well-formed XML ({message}): correct it", error.lineno)


def _check_declarations(root: etree._Element) -> None:
    tree = root.getroottree()
    dtd: Any = tree.docinfo.internalDTD  # the stubs know nothing of its contents
    if dtd is not None:
        if any(True for _ in dtd.iterentities()):
            raise _ENTITIES
        _check_address(dtd.system_url or "")
    for node in root.itersiblings(etree.ProcessingInstruction, preceding=True):
        if href := _HREF.search(node.text or ""):
            _check_address(href[1])
    if next(root.iter(_XINCLUDE), None) is not None:
        raise ReadError("xml_external", "it includes another file (XInclude): send it whole")


def _check_address(address: str) -> None:
    """Refuse a reference to this machine or its network, which no news document has."""
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
        local = host == "localhost" or not ipaddress.ip_address(host).is_global
    except ValueError:
        local = False
    if local or address.startswith("file:"):
        raise ReadError("xml_external", "it refers to a file of this machine: remove the reference")


def _check_size(root: etree._Element, limits: Limits) -> None:
    depth = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > limits.max_xml_depth:
            raise _too_deep(limits)
        if len(element.attrib) > limits.max_attributes:
            what = too_large("an element", "attributes", limits.max_attributes)
            raise ReadError("too_large", what)


def _too_deep(limits: Limits) -> ReadError:
    reason = f"elements are nested deeper than {limits.max_xml_depth} levels"
    return ReadError("too_deep", f"{reason}: it is not an article")
