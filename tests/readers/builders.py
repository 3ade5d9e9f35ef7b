from __future__ import annotations

import io
import json
from collections.abc import Iterable

from articles.readers.base import DEFAULT_LIMITS, Item, Limits, RawArticle, Reader, Rejected
from articles.readers.html import read_html
from articles.readers.jsonl import read_jsonl
from articles.readers.table import read_table
from articles.readers.text import read_text
from articles.readers.warc import read_warc
from articles.readers.xml import read_xml

READERS: dict[str, Reader] = {
    "text": read_text,
    "jsonl": read_jsonl,
    "html": read_html,
    "xml": read_xml,
    "table": read_table,
    "warc": read_warc,
}


def read(kind: str, data: bytes | str, limits: Limits = DEFAULT_LIMITS) -> list[Item]:
    raw = data.encode() if isinstance(data, str) else data
    return list(READERS[kind](io.BytesIO(raw), "f", limits))


def outcomes(items: Iterable[Item]) -> list[str]:
    """What became of each item: "ok" or the code of its rejection."""
    return [item.code if isinstance(item, Rejected) else "ok" for item in items]


def one(kind: str, data: bytes | str, limits: Limits = DEFAULT_LIMITS) -> RawArticle:
    (item,) = read(kind, data, limits)
    assert isinstance(item, RawArticle), item
    return item


def reject(kind: str, data: bytes | str, limits: Limits = DEFAULT_LIMITS) -> Rejected:
    (item,) = read(kind, data, limits)
    assert isinstance(item, Rejected), item
    assert "\n" not in item.reason
    return item


def line(**fields: object) -> str:
    return json.dumps({"headline": "H", "body": "B."} | fields)
