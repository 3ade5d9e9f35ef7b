from __future__ import annotations

from collections.abc import Iterable

import pytest

from articles.readers.base import Limits, RawArticle, Rejected
from tests.readers.builders import outcomes, read
from tests.readers.test_html import BODY, PARAGRAPHS, page

HTML = "text/html; charset=utf-8"


def warc(pages: Iterable[tuple[str, bytes, str, str]], *, kind: str = "response") -> bytes:
    """Pages as (address, content, media type, status)."""
    return b"".join(record(*page, kind=kind) for page in pages)


def record(address: str, content: bytes, media_type: str, status: str, *, kind: str) -> bytes:
    answer = f"HTTP/1.1 {status}\r\nContent-Type: {media_type}\r\n\r\n".encode() + content
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {address}\r\n"
        "WARC-Date: 2025-05-20T14:30:00Z\r\nWARC-Record-ID: <urn:uuid:1>\r\n"
        f"Content-Type: application/http; msgtype={kind}\r\nContent-Length: {len(answer)}\r\n\r\n"
    )
    return head.encode() + answer + b"\r\n\r\n"


def story(title: str, encoding: str = "utf-8") -> bytes:
    return page(body=f"<h1>{title}</h1>{BODY}").encode(encoding)


def test_pages_are_articles_and_other_records_are_passed_over() -> None:
    pages = [
        ("https://x.test/1", story("First"), HTML, "200 OK"),
        ("https://x.test/logo.png", b"\x89PNG", "image/png", "200 OK"),
        ("https://x.test/gone", story("Gone"), HTML, "404 Not Found"),
        ("https://x.test/2", story("Second"), HTML, "200 OK"),
    ]
    data = warc(pages[:1], kind="request") + warc(pages)
    items = read("warc", data)
    assert outcomes(items) == ["ok", "ok"]
    first = items[0]
    assert isinstance(first, RawArticle)
    assert (first.headline, first.url) == ("First", "https://x.test/1")
    assert first.body == "\n\n".join(PARAGRAPHS)
    assert items[1].location.record == 5


def test_the_encoding_that_the_server_names_counts() -> None:
    latin = "text/html; charset=latin1"
    (item,) = read("warc", warc([("https://x.test/1", story("Élise", "cp1252"), latin, "200 OK")]))
    assert isinstance(item, RawArticle)
    assert item.headline == "Élise"


def test_a_page_that_is_no_article_costs_itself_alone() -> None:
    good = ("https://x.test/1", story("First"), HTML, "200 OK")
    home = ("https://x.test/", b"<html><body>Home</body></html>", HTML, "200 OK")
    large = ("https://x.test/2", b"<p>" + b"x" * 5000, HTML, "200 OK")
    items = read("warc", warc([good, home, large, good]), Limits(max_file_bytes=4000))
    assert outcomes(items) == ["ok", "missing_body", "too_large", "ok"]
    assert isinstance(items[1], Rejected)
    assert items[1].reason.startswith("https://x.test/: ")


@pytest.mark.parametrize("kept", [0.1, 0.8])
def test_an_archive_that_is_cut_is_told(kept: float) -> None:
    whole = warc([("https://x.test/1", story("First"), HTML, "200 OK")])
    items = read("warc", whole + whole[: int(kept * len(whole))])
    assert outcomes(items) == ["ok", "cut_file"]


def test_no_archive_at_all() -> None:
    assert outcomes(read("warc", b"WARC/1.0\r\nnonsense")) == ["bad_archive"]
