"""Which format a file has: by its content first, by its name where that is open."""

from __future__ import annotations

import codecs
import re
from pathlib import PurePath
from typing import Literal

from articles.readers.base import ReadError

Format = Literal["text", "jsonl", "html"]

HEAD_BYTES = 4096
_SUFFIXES: dict[str, Format] = {
    ".jsonl": "jsonl", ".ndjson": "jsonl", ".json": "jsonl",
    ".html": "html", ".htm": "html", ".xhtml": "html",
}  # fmt: skip
_JSON = re.compile(r'\s*+(?:\{\s*+(?:"|\}|$)|\[\s*+(?:\{|\]|$))')
_HTML_TAG = re.compile(
    r"<(?:!doctype\s++html|(?:html|head|body|meta|title|article|main|section|div|p|h1|span|a|link|"
    r"script|style|table|b|i|img|br)[\s/>])",
    re.IGNORECASE,
)
_XML_DECLARATION = re.compile(r"<\?xml[^>]*+>\s*+")
_MARKUP = re.compile(r"<(?:!doctype\b|[a-z][^<>]*+>)", re.IGNORECASE)
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
        ReadError: ``unsupported_format`` for binary files and XML that is not HTML.
    """
    if head.startswith(_MAGIC) or _NUL_RUN in head:
        raise ReadError("unsupported_format", "it is a binary file: give text, HTML or JSONL")
    text = _beginning(head)
    if _JSON.match(text):
        return "jsonl"
    markup = _behind_comments(_XML_DECLARATION.sub("", _behind_comments(text), count=1))
    if _HTML_TAG.match(markup):
        return "html"
    by_name = _SUFFIXES.get(PurePath(name).suffix.lower(), "text")
    if text.startswith("<?xml") or (by_name == "text" and _MARKUP.match(markup)):
        raise ReadError("unsupported_format", "it is XML of another kind: give text, HTML or JSONL")
    return by_name


def _beginning(head: bytes) -> str:
    utf16 = head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    return head.decode("utf-16" if utf16 else "utf-8-sig", errors="replace").lstrip()


def _behind_comments(text: str) -> str:
    while text.startswith("<!--"):
        end = text.find("-->")
        if end < 0:
            return ""
        text = text[end + 3 :].lstrip()
    return text
