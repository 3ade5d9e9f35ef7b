from __future__ import annotations

import socket
from pathlib import Path

import pytest

from articles.readers.base import Limits
from tests.readers.builders import one, reject
from tests.readers.test_feeds import TEXT, rss
from tests.readers.test_nitf import nitf

LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "ha"}">' for n in range(10))
ITEM = f"<rss><channel><item>{TEXT}</item></channel></rss>"


def with_declarations(declarations: str, use: str = "") -> str:
    document = ITEM.replace("They", f"{use}They")
    return f'<?xml version="1.0"?><!DOCTYPE rss [{declarations}]>{document}'


@pytest.mark.parametrize(
    "data",
    [
        with_declarations(LAUGHS, "&l9;"),
        with_declarations(f'<!ENTITY a "{"a" * 50_000}">', "&a;" * 50_000),
        with_declarations('<!ENTITY % p SYSTEM "http://127.0.0.1:1/p.dtd"> %p;'),
        with_declarations('<!ENTITY x SYSTEM "file:///etc/passwd">', "&x;"),
        with_declarations('<!ENTITY x "harmless">', "&x;"),
        with_declarations('<!ENTITY x "unused">'),
    ],
)
def test_a_document_that_declares_entities_is_refused(data: str) -> None:
    assert reject("xml", data).code == "xml_entities"


@pytest.mark.parametrize(
    "data",
    [
        f'<!DOCTYPE rss SYSTEM "file:///etc/rss.dtd">{ITEM}',
        f'<!DOCTYPE rss SYSTEM "http://127.0.0.1:8000/rss.dtd">{ITEM}',
        f'<!DOCTYPE rss PUBLIC "x" "http://localhost/rss.dtd">{ITEM}',
        f'<?xml-stylesheet href="http://169.254.169.254/a.xsl"?>{ITEM}',
        ITEM.replace(
            "They", '<i:include xmlns:i="http://www.w3.org/2001/XInclude" href="/etc/passwd"/>They'
        ),
    ],
)
def test_a_document_that_refers_to_this_machine_is_refused(data: str) -> None:
    assert reject("xml", data).code == "xml_external"


@pytest.mark.parametrize(
    "declaration",
    [
        '<!DOCTYPE nitf SYSTEM "nitf-3-6.dtd">',
        '<!DOCTYPE nitf PUBLIC "-//IPTC//DTD NITF 3.6//EN" "http://www.nitf.org/nitf-3-6.dtd">',
        "<!DOCTYPE nitf>",
        '<?xml-stylesheet href="/news.xsl"?>',
    ],
)
def test_what_real_documents_declare_is_accepted_and_not_fetched(
    declaration: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("a connection was made")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    document = nitf().partition("]>")[2] or nitf().split("\n", 2)[2]
    assert one("xml", declaration + document).headline == "Ferry crews end strike"


@pytest.mark.parametrize(
    ("data", "code", "line"),
    [
        ("<rss>\n<channel>\n<item>", "not_xml", 3),
        (ITEM + ITEM, "not_xml", 1),
        ("<rss><channel>\n&unknown;</channel></rss>", "not_xml", 2),
        ("<rss>\n<channel a='1' a='2'/></rss>", "not_xml", 2),
        ("<rss>" + "<a>" * 100_000, "too_deep", None),
        ("<rss>" + "<a>" * 210 + "</a>" * 210 + "</rss>", "too_deep", None),
        (b'<?xml version="1.0" encoding="UTF-8"?><rss>\x93</rss>', "not_xml", 1),
        ('<?xml version="1.0" encoding="UTF-7"?>' + ITEM, "bad_encoding", None),
        ('<?xml version="1.0" encoding="none-8"?>' + ITEM, "not_xml", 1),
        ("<rss>\0</rss>", "not_xml", 1),
        ("<sitemap/>", "unsupported_format", None),
        (" ", "empty", None),
    ],
)
def test_what_is_no_document_is_rejected_with_its_place(
    data: str | bytes, code: str, line: int | None
) -> None:
    rejected = reject("xml", data)
    assert (rejected.code, rejected.location.line) == (code, line)


def test_a_hundred_thousand_attributes_are_rejected_at_once() -> None:
    attributes = " ".join(f'a{n}="x"' for n in range(100_000))
    data = ITEM.replace("<channel", f"<channel {attributes}")
    assert reject("xml", data).code == "too_large"


def test_names_of_html_are_characters() -> None:
    title = "<title>Caf&eacute;&nbsp;&amp; bar</title>"
    article = one("xml", rss(f"{title}<description>x</description>"))
    assert article.headline == "Café & bar"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "iso-8859-1", "windows-1252"])
def test_encodings(encoding: str) -> None:
    document = f'<?xml version="1.0" encoding="{encoding.removesuffix("-sig")}"?>{ITEM}'
    data = document.replace("They", "Élise").encode(encoding)
    assert one("xml", data).body == "Élise sail again."


def test_limits() -> None:
    assert reject("xml", ITEM, Limits(max_xml_depth=2)).code == "too_deep"
    assert reject("xml", ITEM, Limits(max_file_bytes=20)).code == "too_large"


def test_a_file_is_opened_once(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("secret")
    data = with_declarations(f'<!ENTITY x SYSTEM "{secret}">', "&x;")
    assert "secret" not in reject("xml", data).reason
