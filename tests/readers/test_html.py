from __future__ import annotations

import json
import socket
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.readers.base import Limits, RawArticle, Rejected
from tests.readers.builders import one, read, reject

PARAGRAPHS = (
    "The ferry left the harbour on Tuesday with a hundred passengers, the operator said.",
    "It was the first to leave in a week, and the crews said they would go on working.",
)
BODY = "<article>" + "".join(f"<p>{text}</p>" for text in PARAGRAPHS) + "</article>"
PLUS_2 = timezone(timedelta(hours=2))


def page(head: str = "", body: str = BODY, top: str = "<!DOCTYPE html>") -> str:
    return f"{top}<html lang='en'><head>{head}</head><body>{body}</body></html>"


def ld(**node: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(node)}</script>'


def meta(**contents: str) -> str:
    return "".join(f'<meta property="{name}" content="{text}">' for name, text in contents.items())


def test_paragraphs_stand_apart_by_blank_lines() -> None:
    source = page(body=BODY.replace("harbour on", "harbour\n   on"))
    assert one("html", source).body == "\n\n".join(PARAGRAPHS)


def test_all_that_a_page_declares() -> None:
    head = (
        ld(
            **{
                "@context": "https://schema.org",
                "@graph": [
                    {"@type": "WebSite", "name": "x"},
                    {
                        "@type": ["NewsArticle"],
                        "headline": "Ferry crews end strike",
                        "author": [{"@type": "Person", "name": "Jane Doe"}, "John Smith"],
                        "datePublished": "2025-05-20T14:30:00+02:00",
                        "dateModified": "2025-05-21T08:00:00Z",
                        "articleSection": ["World", "Europe"],
                        "keywords": "ferries, strikes",
                        "inLanguage": "en-GB",
                        "publisher": {"@type": "Organization", "name": "The Post"},
                    },
                ],
            }
        )
        + '<link rel="canonical" href="https://post.test/ferry">'
    )
    article = one("html", page(head).replace(" lang='en'", ""))
    assert article.headline == "Ferry crews end strike"
    assert article.byline == "Jane Doe, John Smith"
    assert article.published_at == datetime(2025, 5, 20, 14, 30, tzinfo=PLUS_2)
    assert article.modified_at == datetime(2025, 5, 21, 8, tzinfo=UTC)
    assert (article.section, article.keywords) == ("World", ("ferries", "strikes"))
    assert (article.language, article.source) == ("en-GB", "The Post")
    assert article.url == "https://post.test/ferry"
    assert article.unparsed is False


@pytest.mark.parametrize(
    ("head", "body", "headline"),
    [
        (
            meta(**{"og:title": "Crews end strike | The Post", "og:site_name": "The Post"}),
            BODY,
            "Crews end strike",
        ),
        (
            meta(**{"og:title": "Crews - and ports - agree", "og:site_name": "The Post"}),
            BODY,
            "Crews - and ports - agree",
        ),
        (
            "<title>Crews end strike - The Post</title>" + meta(**{"og:site_name": "The Post"}),
            BODY,
            "Crews end strike",
        ),
        (
            "<title>Crews end strike | post.test</title><link rel=canonical href=https://www.post.test/1>",
            BODY,
            "Crews end strike",
        ),
        ("<title>Crews end strike: live</title>", BODY, "Crews end strike: live"),
        ("", "<h1>Crews <b>end</b> strike</h1>" + BODY, "Crews end strike"),
        (
            "<title>Crews end strike | Post</title>",
            "<h1>Post</h1><h1>Crews end strike</h1>" + BODY,
            "Crews end strike",
        ),
        (
            ld(**{"@type": "NewsArticle", "headline": "Crews end..."})
            + meta(**{"og:title": "Crews end strike"}),
            BODY,
            "Crews end strike",
        ),
        (
            "",
            "<h2 itemprop='headline'>Crews end strike</h2><h1>Post</h1>" + BODY,
            "Crews end strike",
        ),
        (
            ld(**{"@type": "WebPage", "headline": "No"}),
            "<h1>Crews end strike</h1>" + BODY,
            "Crews end strike",
        ),
        (
            '<script type="application/ld+json">{broken</script>',
            "<h1>Crews end strike</h1>" + BODY,
            "Crews end strike",
        ),
        (
            ld(
                **{
                    "@type": "ItemList",
                    "itemListElement": [{"@type": "NewsArticle", "headline": "No"}],
                }
            ),
            "<h1>Yes</h1>" + BODY,
            "Yes",
        ),
        ("", BODY, ""),
    ],
)
def test_headline(head: str, body: str, headline: str) -> None:
    assert one("html", page(head, body)).headline == headline


@pytest.mark.parametrize(
    ("head", "body", "published"),
    [
        (
            meta(**{"article:published_time": "2025-05-20T14:30:00Z"}),
            BODY,
            datetime(2025, 5, 20, 14, 30, tzinfo=UTC),
        ),
        ('<meta name="pubdate" content="20250520">', BODY, date(2025, 5, 20)),
        ("", "<time datetime='2025-05-20'>today</time>" + BODY, date(2025, 5, 20)),
        ("", "<time>20 May 2025</time>" + BODY, date(2025, 5, 20)),
        (
            "",
            "<span itemprop='datePublished' content='2025-05-20'>x</span>" + BODY,
            date(2025, 5, 20),
        ),
        ("", "<p class='published-on'>Published on May 20, 2025</p>" + BODY, date(2025, 5, 20)),
        ("<link rel=canonical href=https://post.test/2025/05/20/ferry>", BODY, date(2025, 5, 20)),
        (
            ld(**{"@type": "Article", "datePublished": "2025-05-20"})
            + meta(**{"article:published_time": "2025-05-20T14:30:00Z"}),
            BODY,
            datetime(2025, 5, 20, 14, 30, tzinfo=UTC),
        ),
        (
            ld(**{"@type": "Article", "datePublished": "2025-05-20"})
            + meta(**{"article:published_time": "2025-06-20T14:30:00Z"}),
            BODY,
            date(2025, 5, 20),
        ),
        (ld(**{"@type": "Article", "datePublished": "0000-00-00"}), BODY, None),
        (
            ld(**{"@type": "Article", "datePublished": "2100-01-01"}),
            "<time>2025-05-20</time>" + BODY,
            date(2025, 5, 20),
        ),
        (ld(**{"@type": "Article", "datePublished": 20250520}), BODY, None),
        ("", "<p>It closed on May 20, 2025.</p>" + BODY, None),
    ],
)
def test_published(head: str, body: str, published: datetime | date | None) -> None:
    value = one("html", page(head, body)).published_at
    assert (type(value), value) == (type(published), published)


@pytest.mark.parametrize(
    ("head", "byline"),
    [
        ('<meta name="author" content="By Jane Doe">', "Jane Doe"),
        ('<meta property="article:author" content="https://social.test/doe">', ""),
        (ld(**{"@type": "Article", "author": {"name": "Jane Doe"}}), "Jane Doe"),
        (ld(**{"@type": "Article", "author": ["Jane Doe", "Jane Doe", None, 3]}), "Jane Doe"),
    ],
)
def test_byline(head: str, byline: str) -> None:
    assert one("html", page(head)).byline == byline


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b"  \n", "empty"),
        (b"<!-- nothing -->", "not_html"),
        (page(body="").encode(), "missing_body"),
        (page(body="<nav><a href=/>Home</a></nav>").encode(), "missing_body"),
        (page(body="a\0b").encode(), "nul_character"),
        (page(body="<div>x" * 50_000).encode(), "too_deep"),
        (page(body="<b>" * 50_000).encode(), "too_deep"),
        (page(body="<br>" * 60_001).encode(), "too_large"),
        (
            page(body="<p " + " ".join(f"a{n}=1" for n in range(50_000)) + ">x").encode(),
            "too_large",
        ),
        (page(body="x" * 20_000_001).encode(), "too_large"),
        (page("<meta charset=utf-8>", "Caf\u00e9").encode("cp1252"), "not_utf8"),
        (page("", "Caf\u00e9").encode("cp1252"), "not_utf8"),
        (page("<meta charset=klingon>").encode(), "bad_encoding"),
        (page("<meta charset=base64>").encode(), "bad_encoding"),
        (page("<meta charset=utf-7>").encode(), "bad_encoding"),
        (page("<meta charset=shift_jis>").encode() + b"\x81", "bad_encoding"),
    ],
)
def test_rejected(data: bytes, code: str) -> None:
    assert reject("html", data).code == code


def test_scripts_styles_and_comments_are_no_text() -> None:
    noise = (
        "<script>document.write('<p>bad</p>')</script><style>p{content:'bad'}</style><!-- bad -->"
        "<svg onload=bad()><text>x</text></svg><a href='javascript:bad()'>link</a>"
        "<iframe src='http://127.0.0.1:9/bad'></iframe><base href='http://bad.test'>"
    )
    assert "bad" not in one("html", page(noise, noise + BODY)).body


def test_code_in_a_script_is_not_counted_as_attributes() -> None:
    code = "<script>" + "if (a<b) c = 'd' + e; " * 2_000 + "</script>"
    assert one("html", page(code)).body == "\n\n".join(PARAGRAPHS)


def test_a_slip_in_quotation_marks_is_not_counted_as_attributes() -> None:
    slip = '<input type="text="" name="q">' + '<a class="x" href="y">z</a>' * 2_000
    assert isinstance(read("html", page(body=slip + BODY))[0], RawArticle)


def test_no_connection_is_made(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("a connection")

    monkeypatch.setattr(socket, "socket", refuse)
    head = (
        '<meta http-equiv="refresh" content="0; url=http://127.0.0.1:9/">'
        '<link rel=stylesheet href="http://127.0.0.1:9/x.css">'
        '<style>@import "http://127.0.0.1:9/";</style>'
    )
    dtd = '<!DOCTYPE html SYSTEM "http://127.0.0.1:9/x.dtd">'
    assert one("html", page(head, top=dtd)).body


def test_the_headline_is_not_repeated_in_the_body() -> None:
    article = one("html", page(body=f"<article><h1>Crews end strike</h1>{BODY}</article>"))
    assert article.headline == "Crews end strike"
    assert "Crews end strike" not in article.body


def test_a_smaller_limit_is_kept() -> None:
    assert reject("html", page(), Limits(max_file_bytes=100)).code == "too_large"


TAGS = st.sampled_from(
    ["<p>", "</p>", "<div>", "<script>", "</script>", "<meta charset=", "<!--", "-->", "<title>",
     "<h1>", "<time datetime=", '"', "'", "=", ">", "<", "text. ", "&#0;", "&#xd800;", "&amp;", "é",
     "\x01", "\n", "&#1;", "&#xfffe;", "&#12;", "\ufffe", "\u2028", "<pre>", "</pre>"]
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(TAGS, max_size=40).map("".join))
def test_any_page_gives_one_item(source: str) -> None:
    (item,) = read("html", "<html>" + source)
    assert isinstance(item, RawArticle | Rejected)
