"""Which encoding a page or document is in, by what it says about itself."""

from __future__ import annotations

import codecs
import re

from articles.readers.base import ReadError
from articles.readers.clean import BOM, decode_as

_DECLARATION_BYTES = 4096
_DECLARED = re.compile(
    rb"<meta\b[^>]*?\bcharset\s*+=\s*+[\"']?\s*+([\w.:-]+)"
    rb"|<\?xml\b[^>]*?\bencoding\s*+=\s*+[\"']([\w.:-]+)",
    re.IGNORECASE,
)
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


def decode_page(data: bytes, sent_as: str = "") -> str:
    """Decode a page: by byte order mark, else as it declares itself, else UTF-8.

    Args:
        sent_as: the encoding that the server named, which counts before the page's own word.

    Raises:
        ReadError: ``not_utf8`` or ``bad_encoding``: the bytes are not in that
            encoding, or there is no such encoding.
    """
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return decode_as(data, "utf-16")
    declared = _DECLARED.search(data[:_DECLARATION_BYTES])
    if data.startswith(codecs.BOM_UTF8) or not (declared or sent_as):
        return decode_as(data, "utf-8").removeprefix(BOM)
    name = sent_as or (declared[1] or declared[2]).decode("ascii") if declared else sent_as
    return decode_as(data, codec_named(name.lower()))


def codec_named(name: str) -> str:
    """Python's name of an encoding of the web.

    Raises:
        ReadError: ``bad_encoding``.
    """
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
