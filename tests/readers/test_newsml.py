from __future__ import annotations

from datetime import UTC, datetime

import pytest

from articles.readers.base import Location, PubStatus, RawArticle
from tests.readers.builders import one, outcomes, read, reject

NITF = (
    '<inlineXML contenttype="application/nitf+xml"><nitf '
    'xmlns="http://iptc.org/std/NITF/2006-10-18/"><body><body.head><hedline><hl1>Inner title</hl1>'
    "</hedline><byline>By Inner Name</byline><dateline>OSLO, May 20</dateline></body.head>"
    "<body.content><p>One.</p><p>Two.</p></body.content></body></nitf></inlineXML>"
)
XHTML = (
    '<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml">'
    "<head><title>Left out</title></head><body><p>One.</p><figure><p>Caption</p></figure>"
    "<div>Two.</div></body></html></inlineXML>"
)
PLAIN = '<inlineData contenttype="text/plain">One.\n\nTwo.</inlineData>'
MARKED = '<inlineData contenttype="text/html">&lt;p&gt;One.&lt;/p&gt;&lt;p&gt;Two.</inlineData>'
SPORTS = '<inlineXML contenttype="x"><sports-content><team>Text</team></sports-content></inlineXML>'
META = "<headline>Ferry crews end strike</headline>"


def item(
    content: str = NITF,
    *,
    meta: str = META,
    about: str = "",
    kind: str = "newsItem",
    guid: str = "urn:x:1",
    status: str = "stat:usable",
) -> str:
    return f"""<{kind} xmlns="http://iptc.org/std/nar/2006-10-01/" guid="{guid}" version="3"
 xml:lang="en-GB"><rightsInfo><copyrightHolder><name>Holder</name></copyrightHolder>
<copyrightNotice>Copyright 2025</copyrightNotice></rightsInfo><itemMeta>
<itemClass qcode="ninat:text"/><versionCreated>2025-05-20T16:00:00Z</versionCreated>
<pubStatus qcode="{status}"/>{about}</itemMeta>
<contentMeta>{meta}</contentMeta><contentSet>{content}</contentSet></{kind}>"""


def message(*sets: str) -> str:
    inside = "".join(f"<itemSet>{entries}</itemSet>" for entries in sets)
    return (
        f'<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><header/>{inside}</newsMessage>'
    )


def test_every_field() -> None:
    article = one(
        "xml",
        item(
            about="<provider><name>North Wire</name></provider>"
            "<service><name>World</name></service>"
            "<firstCreated>2025-05-20T14:30:00Z</firstCreated>"
            '<link contenttype="text/html" href="https://x.test/1"/>',
            meta=f'<headline role="hld:short">Short</headline>{META}'
            "<description>Boats sail again.</description><by>Jane Doe</by>"
            '<dateline>BERGEN</dateline><language tag="en-US"/><keyword>ferries</keyword>'
            "<subject><name>transport</name><name>Verkehr</name></subject>"
            "<contentCreated>2025-05-19</contentCreated>",
        ),
    )
    assert article == RawArticle(
        location=Location("f"),
        body="One.\n\nTwo.",
        headline="Ferry crews end strike",
        standfirst="Boats sail again.",
        byline="Jane Doe",
        dateline="BERGEN",
        section="World",
        keywords=("ferries", "transport"),
        language="en-US",
        source="North Wire",
        rights="Copyright 2025",
        url="https://x.test/1",
        guid="urn:x:1",
        published_at=datetime(2025, 5, 20, 14, 30, tzinfo=UTC),
        modified_at=datetime(2025, 5, 20, 16, tzinfo=UTC),
    )


def test_what_the_item_does_not_say_is_found_in_the_document_inside() -> None:
    article = one("xml", item(meta=""))
    assert (article.headline, article.byline) == ("Inner title", "Inner Name")
    assert (article.dateline, article.source) == ("OSLO, May 20", "Holder")
    assert article.published_at == article.modified_at


@pytest.mark.parametrize("content", [NITF, XHTML, PLAIN, MARKED, SPORTS + XHTML, XHTML + PLAIN])
def test_renditions_of_the_text(content: str) -> None:
    assert one("xml", item(content)).body == "One.\n\nTwo."


@pytest.mark.parametrize(
    ("provider", "source"),
    [
        ('<provider literal="NW"/>', "NW"),
        ('<provider qcode="nprov:AFP"/>', "AFP"),
        ('<provider uri="http://cv.iptc.org/newscodes/newsprovider/AFP"/>', "AFP"),
        ('<provider uri="https://www.north.test/about"/>', "north.test"),
    ],
)
def test_a_provider_without_a_name(provider: str, source: str) -> None:
    data = item(about=provider).replace("<name>Holder</name>", "")
    assert one("xml", data).source == source


def test_a_message_with_several_sets_and_items_that_are_no_articles() -> None:
    picture = item(guid="urn:x:p").replace("ninat:text", "ninat:picture")
    package = '<packageItem guid="urn:x:q"/>'
    knowledge = '<knowledgeItem guid="urn:x:k"/>'
    items = read("xml", message(item() + picture, package + item(guid="urn:x:2") + knowledge))
    assert outcomes(items) == ["ok", "not_an_article", "not_an_article", "ok", "not_an_article"]
    assert [i.location for i in items] == [Location("f", record=n) for n in range(1, 6)]


@pytest.mark.parametrize(
    ("status", "about", "expected"),
    [
        ("stat:canceled", "", PubStatus.CANCELED),
        ("stat:withheld", "", PubStatus.WITHHELD),
        ("http://cv.iptc.org/newscodes/pubstatusg2/canceled", "", PubStatus.CANCELED),
        ("stat:usable", "<edNote>KILL. The story is wrong.</edNote>", PubStatus.CANCELED),
        ("stat:usable", "<embargoed/>", PubStatus.WITHHELD),
        ("stat:usable", "<edNote>Adds background.</edNote>", PubStatus.USABLE),
    ],
)
def test_status(status: str, about: str, expected: PubStatus) -> None:
    assert one("xml", item(status=status, about=about)).pub_status is expected


def test_a_notice_without_text_withdraws() -> None:
    notice = one("xml", item("", status="stat:canceled"))
    assert (notice.body, notice.guid, notice.pub_status) == ("", "urn:x:1", PubStatus.CANCELED)


def test_an_embargo_with_an_end_is_the_time_of_publication() -> None:
    article = one("xml", item(about="<embargoed>2025-05-21T06:00:00Z</embargoed>"))
    assert article.published_at == datetime(2025, 5, 21, 6, tzinfo=UTC)
    assert article.pub_status is PubStatus.USABLE


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (item('<remoteContent href="https://x.test/1"/>'), "missing_body"),
        (item(SPORTS), "missing_body"),
        (item(XHTML, meta=""), "missing_headline"),
        (item(status="stat:unheard"), "bad_status"),
        (message(), "empty"),
        ("<catalogItem guid='x'/>", "not_an_article"),
        (item().replace("2025-05-20T16:00:00Z", "soon"), "bad_date"),
    ],
)
def test_rejected(data: str, code: str) -> None:
    assert reject("xml", data).code == code
