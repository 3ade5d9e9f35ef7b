from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from articles.readers.base import PubStatus, RawArticle
from tests.readers.builders import one, read, reject

FULL = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE nitf PUBLIC "-//IPTC//DTD NITF 3.6//EN" "nitf-3-6.dtd">
<nitf {root}>
<head>
 <title>Ferry crews end strike</title>
 <tobject tobject.type="News"><tobject.subject tobject.subject.type="Transport"/></tobject>
 <docdata {docdata}>
  <doc-id id-string="urn:x:ferry" regsrc="NW"/>
  <date.issue norm="20250520T160000+0200"/><date.release norm="20250520T143000+0200"/>
  <doc.copyright year="2025" holder="North Wire"/>
  <key-list><keyword key="ferries"/><keyword key="strikes"/></key-list>
  {notes}
 </docdata>
 <pubdata name="North Wire" position.section="World" ex-ref="https://x.test/ferry"/>
</head>
<body>
 <body.head>
  <hedline><hl1>Ferry crews <em>end</em>
    strike</hl1><hl2>Boats sail again</hl2></hedline>
  <byline>By <person>Jane Doe</person>, <byttl>Staff Writer</byttl></byline>
  <dateline><location>OSLO</location>, <story.date norm="20250520">May 20</story.date></dateline>
  <abstract><p>The boats sail again.</p></abstract>
 </body.head>
 <body.content>{content}</body.content>
 <body.end/>
</body></nitf>"""
CONTENT = (
    "<p>The <org>ferry</org> left\n   at <chron norm='x'>noon</chron>.</p>"
    "<media><media-caption><p>A ferry.</p></media-caption></media>"
    "<block><hl2>Crowds</hl2><p>Nobody waited.</p><note><p>To editors.</p></note></block>"
    "<table><tr><td>1</td></tr></table>"
    "<ul><li>One</li><li>Two</li></ul><bq><block><p>A line.<br/>Another.</p></block></bq>"
)


def nitf(*, root: str = "", docdata: str = "", notes: str = "", content: str = CONTENT) -> str:
    return FULL.format(root=root, docdata=docdata, notes=notes, content=content)


@pytest.mark.parametrize("root", ["", 'xmlns="http://iptc.org/std/NITF/2006-10-18/"'])
def test_every_field_with_a_namespace_or_without(root: str) -> None:
    article = one("xml", nitf(root=f'{root} xml:lang="en-GB"'))
    assert article.headline == "Ferry crews end strike"
    assert article.standfirst == "The boats sail again."
    assert (article.byline, article.dateline) == ("Jane Doe, Staff Writer", "OSLO, May 20")
    assert article.body == (
        "The ferry left at noon.\n\nCrowds\n\nNobody waited.\n\nOne\n\nTwo\n\nA line.\nAnother."
    )
    assert (article.section, article.keywords) == ("World", ("ferries", "strikes"))
    assert (article.language, article.source) == ("en-GB", "North Wire")
    assert (article.rights, article.url) == ("Copyright 2025 North Wire", "https://x.test/ferry")
    assert article.guid == "urn:x:ferry"
    zone = timezone(timedelta(hours=2))
    assert article.published_at == datetime(2025, 5, 20, 14, 30, tzinfo=zone)
    assert article.modified_at == datetime(2025, 5, 20, 16, tzinfo=zone)
    assert article.pub_status is PubStatus.USABLE


def test_what_is_said_in_few_places_is_found_in_others() -> None:
    article = one(
        "xml",
        '<nitf><head><title>Title</title><docdata><doc-id id-string="a" regsrc="NW"/>'
        '<date.issue norm="20250520"/></docdata><tobject><tobject.subject '
        'tobject.subject.type="Sport"/></tobject></head><body xml:lang="de"><body.head><hedline>'
        "<hl2>Below</hl2></hedline></body.head><body.content><p>Text.</p></body.content></body></nitf>",
    )
    assert (article.headline, article.standfirst, article.source) == ("Title", "Below", "NW")
    assert (article.section, article.language, article.published_at) == (
        "Sport",
        "de",
        date(2025, 5, 20),
    )
    assert article.modified_at is None


@pytest.mark.parametrize(
    ("docdata", "notes", "status"),
    [
        ('management-status="canceled"', "", PubStatus.CANCELED),
        ('management-status="withheld"', "", PubStatus.WITHHELD),
        ('management-status="embargoed"', "", PubStatus.WITHHELD),
        ("", '<ed-msg info="MANDATORY KILL: names are wrong"/>', PubStatus.CANCELED),
        ("", '<ed-msg info="Kills first reference to the mayor"/>', PubStatus.USABLE),
    ],
)
def test_status(docdata: str, notes: str, status: PubStatus) -> None:
    assert one("xml", nitf(docdata=docdata, notes=notes)).pub_status is status


def test_a_kill_needs_no_text() -> None:
    article = one("xml", nitf(docdata='management-status="canceled"', content=""))
    assert (article.body, article.guid) == ("", "urn:x:ferry")
    assert article.modified_at == datetime(2025, 5, 20, 14, tzinfo=UTC)


def test_an_article_that_takes_back_another() -> None:
    docdata = 'management-doc-idref="urn:x:old" management-idref-status="canceled"'
    items = read("xml", nitf(docdata=docdata))
    assert [(i.guid, i.pub_status) for i in items if isinstance(i, RawArticle)] == [
        ("urn:x:ferry", PubStatus.USABLE),
        ("urn:x:old", PubStatus.CANCELED),
    ]
    (notice,) = read("xml", nitf(docdata=docdata, content=""))
    assert isinstance(notice, RawArticle)
    assert (notice.guid, notice.source) == ("urn:x:old", "North Wire")


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (nitf(content=""), "missing_body"),
        (nitf(docdata='management-status="gone"'), "bad_status"),
        ("<nitf><body><body.content><p>Text.</p></body.content></body></nitf>", "missing_headline"),
        ('<nitf><head><docdata management-status="canceled"/></head></nitf>', "missing_guid"),
        (nitf().replace("20250520T143000+0200", "x").replace("20250520", "2025"), "bad_date"),
    ],
)
def test_rejected(data: str, code: str) -> None:
    assert reject("xml", data).code == code
