"""The written rule by which text is cleaned before it is stored and hashed.

1. A byte order mark at the very start goes.
2. CR LF and CR become LF; form feed and vertical tab, which break lines too,
   become LF.
3. NUL and lone surrogates are refused: no database stores them alike, and
   they mean that the file is damaged.
4. The other C0 control characters and DEL go; tab stays.
5. White space at the end of lines goes, and that around the whole text.

Nothing else changes. Above all the text is not normalised (NFC): offsets point
into what is stored, and a provider must find its own spelling there.
"""

from __future__ import annotations

import codecs
import re

from articles.readers.base import Limits, ReadError, too_large

BOM = "\ufeff"
_LINE_BREAKS = re.compile("\r\n|[\r\v\f]")
_CONTROLS = re.compile("[\x01-\x08\x0e-\x1f\x7f]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_UTF16_BOMS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def clean_text(text: str, field: str = "text") -> str:
    """Clean by the rule above; ``field`` names the text in an error.

    Raises:
        ReadError: ``nul_character`` or ``lone_surrogate``.
    """
    if text.replace("\n", " ").isprintable():
        # Most texts: no control, no surrogate, no white space but spaces and line feeds.
        return _bare_ends(text)
    nul = text.find("\0")
    if nul >= 0:
        raise ReadError(
            "nul_character", f"{field} has a NUL character at character {nul}: remove it"
        )
    surrogate = _SURROGATE.search(text)
    if surrogate:
        raise ReadError(
            "lone_surrogate",
            f"{field} has half a surrogate pair at character {surrogate.start()}:"
            " write the whole character",
        )
    text = _CONTROLS.sub("", _LINE_BREAKS.sub("\n", text.removeprefix(BOM)))
    return _bare_ends(text)


def _bare_ends(text: str) -> str:
    if " \n" in text or not text.isprintable():
        text = "\n".join(line.rstrip() for line in text.split("\n"))
    return text.strip()


def clean_line(text: str, field: str, limits: Limits) -> str:
    """Clean a field that is one line: white space of any kind becomes one space.

    Raises:
        ReadError: as ``clean_text``, and ``too_large``.
    """
    if len(text) > limits.max_field_characters:
        raise ReadError("too_large", too_large(field, "characters", limits.max_field_characters))
    return " ".join(clean_text(text, field).split())


def clean_body(text: str, limits: Limits, field: str = "body") -> str:
    """Clean the text of an article.

    Raises:
        ReadError: as ``clean_text``; ``too_large``; ``missing_body`` if nothing is left.
    """
    if len(text) > limits.max_body_characters:
        raise ReadError("too_large", too_large(field, "characters", limits.max_body_characters))
    body = clean_text(text, field)
    if not body:
        raise ReadError("missing_body", f"{field} is missing or blank: give the article's text")
    return body


def decode(data: bytes) -> str:
    """Decode a text file: UTF-8, or UTF-16 that says so by a byte order mark.

    Raises:
        ReadError: ``not_utf8``, naming the first bad byte.
    """
    encoding = "utf-16" if data.startswith(_UTF16_BOMS) else "utf-8-sig"
    return decode_as(data, encoding)


def decode_as(data: bytes, encoding: str) -> str:
    """Decode strictly.

    Raises:
        ReadError: ``not_utf8`` (or ``bad_encoding`` for another encoding).
    """
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        name = "UTF-8" if encoding.startswith("utf-8") else encoding
        code = "not_utf8" if name == "UTF-8" else "bad_encoding"
        raise ReadError(code, f"byte {error.start} is not {name}: save the file as UTF-8") from None
