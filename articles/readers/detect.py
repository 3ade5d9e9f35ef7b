"""Which format a file has: by its content first, by its name where that is open."""

from __future__ import annotations

import codecs
import re
from pathlib import PurePath
from typing import Literal

from articles.readers.base import ReadError
from articles.readers.table import looks_like_table

# "json" and "xml" are families: what is in them is told record by record, or by the root.
Format = Literal["text", "json", "html", "xml", "table", "warc"]

HEAD_BYTES = 4096
_SUFFIXES: dict[str, Format] = {
    ".jsonl": "json", ".ndjson": "json", ".json": "json",
    ".html": "html", ".htm": "html", ".xhtml": "html",
    ".csv": "table", ".tsv": "table", ".warc": "warc",
}  # fmt: skip
_JSON = re.compile(r'\s*+(?:\{\s*+(?:"|\}|$)|\[\s*+(?:\{|\]|$))')
_HTML_TAG = re.compile(
    r"<(?:!doctype\s++html|(?:html|head|body|meta|title|article|main|section|div|p|h1|span|a|link|"
    r"script|style|table|b|i|img|br)[\s/>])",
    re.IGNORECASE,
)
_HTML_ROOT = re.compile(r"<(?:!doctype\s++html|html)[\s/>]", re.IGNORECASE)
_XML_DECLARATION = re.compile(r"<\?xml[^>]*+>\s*+")
_XML_PROLOG = re.compile(
    r"<\?[^>]*+>\s*+|<!doctype\s[^\[>]*+(?:\[.*?\]\s*+)?>\s*+", re.IGNORECASE | re.DOTALL
)
_NEWS_ROOT = re.compile(
    r"<(?:[\w.-]+:)?(?:rss|rdf|feed|nitf|news(?:message|item)|(?:package|knowledge|concept|planning|"
    r"catalog)item)[\s/>]",
    re.IGNORECASE,
)
_MARKUP = re.compile(r"<(?:!doctype\b|[a-z_][^<>]*+>)", re.IGNORECASE)
_NUL_RUN = b"\0\0"
_MAGIC = (
    b"%PDF-", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"PK\x03\x04", b"\x1f\x8b", b"BZh", b"\xfd7zXZ",
    b"7z\xbc\xaf", b"\xd0\xcf\x11\xe0", b"SQLite format 3", b"\x7fELF", b"RIFF", b"ID3", b"OggS",
    b"{\\rtf",
)  # fmt: skip


def detect_format(head: bytes, name: str) -> Format:
    """Tell the format from the first bytes of a file and its name.

    Args:
        head: the beginning of the file, ``HEAD_BYTES`` are enough.
        name: file name or path; "-" for standard input.

    Raises:
        ReadError: ``unsupported_format`` for binary files.
    """
    if head.startswith(b"WARC/"):
        return "warc"
    if head.startswith(_MAGIC) or _NUL_RUN in head:
        reason = "it is a binary file: docs/loading.md lists the formats that are read"
        raise ReadError("unsupported_format", reason)
    text = _beginning(head)
    if _JSON.match(text):
        return "json"
    by_name = _SUFFIXES.get(PurePath(name).suffix.lower(), "text")
    markup = _behind_comments(_XML_DECLARATION.sub("", _behind_comments(text), count=1))
    found = _markup_format(markup, is_xml=text.startswith("<?xml"), is_text=by_name == "text")
    if found is None and by_name == "text" and looks_like_table(text):
        return "table"
    return found or by_name


def _markup_format(markup: str, *, is_xml: bool, is_text: bool) -> Format | None:
    root = _behind_prolog(markup)
    if _HTML_ROOT.match(markup) or _HTML_ROOT.match(root):
        return "html"
    if not is_xml and _HTML_TAG.match(markup):
        return "html"
    if is_xml or _NEWS_ROOT.match(root) or (is_text and _MARKUP.match(markup)):
        return "xml"
    return None


def _beginning(head: bytes) -> str:
    utf16 = head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    return head.decode("utf-16" if utf16 else "utf-8-sig", errors="replace").lstrip()


def _behind_prolog(text: str) -> str:
    while match := _XML_PROLOG.match(text):
        text = _behind_comments(text[match.end() :])
    return text


def _behind_comments(text: str) -> str:
    while text.startswith("<!--"):
        end = text.find("-->")
        if end < 0:
            return ""
        text = text[end + 3 :].lstrip()
    return text
