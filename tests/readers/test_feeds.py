from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from articles.readers.base import Location, PubStatus, RawArticle
from tests.readers.builders import one, outcomes, read, reject

PLUS_2 = timezone(timedelta(hours=2))
TEXT = "<title>Ferry crews end strike</title><description>They sail again.</description>"
RSS = """<?xml version="1.0"?>
<?xml-stylesheet href="/feed.xsl" type="text/xsl"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>The Post</title><language>en-GB</language><copyright>Copyright 2025</copyright>
{items}</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"
 xmlns:at="http://purl.org/atompub/tombstones/1.0"><title type="html">The &lt;b>Post&lt;/b></title>
{entries}</feed>"""


def rss(*items: str) -> str:
    return RSS.format(items="".join(f"<item>{item}</item>" for item in items))


def atom(entry: str, more: str = "") -> str:
    return ATOM.format(entries=f"<entry><title>T</title>{entry}</entry>{more}")


def test_every_field_of_rss() -> None:
    article = one(
        "xml",
        rss(
            TEXT + "<link>https://post.test/1</link><guid isPermaLink='false'>g1</guid>"
            "<dc:creator>Jane Doe</dc:creator><category>World</category><category>Sea</category>"
            "<pubDate>Tue, 20 May 2025 14:30:00 +0200</pubDate>"
            "<content:encoded><![CDATA[<p>One.</p><p>Two&nbsp;&ndash; three.</p>]]>"
            "</content:encoded>"
        ),
    )
    assert article == RawArticle(
        location=Location("f", record=1),
        headline="Ferry crews end strike",
        standfirst="They sail again.",
        body="One.\n\nTwo – three.",
        byline="Jane Doe",
        keywords=("World", "Sea"),
        language="en-GB",
        source="The Post",
        rights="Copyright 2025",
        url="https://post.test/1",
        guid="g1",
        published_at=datetime(2025, 5, 20, 14, 30, tzinfo=PLUS_2),
    )


def test_a_feed_with_summaries_gives_them_and_says_so() -> None:
    article = one("xml", rss(TEXT))
    assert (article.body, article.standfirst, article.abridged) == ("They sail again.", "", True)


def test_every_field_of_atom() -> None:
    article = one(
        "xml",
        atom(
            '<id>tag:1</id><link href="https://post.test/1"/><author><name>Jane Doe</name></author>'
            "<published>2025-05-20T14:30:00+02:00</published><updated>2025-05-20T16:00:00Z</updated>"
            "<rights>Copyright 2025</rights><summary>Short.</summary>"
            '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>One.</p><p>Two.</p>'
            "</div></content>"
        ),
    )
    assert (article.source, article.body) == ("The Post", "One.\n\nTwo.")
    assert (article.standfirst, article.byline) == ("Short.", "Jane Doe")
    assert (article.guid, article.url) == ("tag:1", "https://post.test/1")
    assert (article.language, article.rights) == ("en", "Copyright 2025")
    assert article.published_at == datetime(2025, 5, 20, 14, 30, tzinfo=PLUS_2)
    assert article.modified_at == datetime(2025, 5, 20, 16, tzinfo=UTC)
    assert article.abridged is False


@pytest.mark.parametrize(
    "content",
    [
        '<content type="html">&lt;p>One.&lt;/p>&lt;p>Two.&lt;/p></content>',
        '<content type="html"><![CDATA[<p>One.<p>Two.]]></content>',
        "<content>One.\n\nTwo.</content>",
        '<summary>S</summary><content type="html">&lt;p>One.&lt;br>&lt;br>Two.</content>',
    ],
)
def test_forms_of_content(content: str) -> None:
    assert one("xml", atom(content)).body == "One.\n\nTwo."


def test_rss_1_and_a_feed_without_declarations_are_read() -> None:
    rdf = (
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"'
        ' xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        '<channel rdf:about="x"><title>The Post</title></channel><item rdf:about="y">'
        f"{TEXT}<link>https://post.test/1</link><dc:date>2025-05-20</dc:date></item></rdf:RDF>"
    )
    article = one("xml", rdf)
    assert (article.source, article.published_at) == ("The Post", date(2025, 5, 20))
    assert one("xml", f"<rss><channel><item>{TEXT}</item></channel></rss>").source == ""


def test_a_source_that_an_entry_was_taken_over_from() -> None:
    assert one("xml", rss(f"{TEXT}<source url='https://x.test'>North Wire</source>")).source == (
        "North Wire"
    )


def test_an_entry_that_its_publisher_has_taken_back() -> None:
    gone = '<at:deleted-entry ref="tag:9" when="2025-05-21T10:00:00Z"/>'
    items = read("xml", atom("<content>One.</content>", gone))
    notice = items[1]
    assert isinstance(notice, RawArticle)
    assert (notice.guid, notice.source) == ("tag:9", "The Post")
    assert notice.pub_status is PubStatus.CANCELED
    assert notice.modified_at == datetime(2025, 5, 21, 10, tzinfo=UTC)


def test_a_bad_entry_costs_itself_alone() -> None:
    items = read("xml", rss(TEXT, "<title>No text</title>", "<description>No title</description>"))
    assert outcomes(items) == ["ok", "missing_body", "missing_headline"]
    assert [item.location.record for item in items] == [1, 2, 3]


@pytest.mark.parametrize(
    ("printed", "published"),
    [
        ("Tue, 20 May 2025 14:30:00 EST", datetime(2025, 5, 20, 19, 30, tzinfo=UTC)),
        ("2025-05-20T14:30:00Z", datetime(2025, 5, 20, 14, 30, tzinfo=UTC)),
        ("Tue, 20 May 25 14:30 GMT", datetime(2025, 5, 20, 14, 30, tzinfo=UTC)),
    ],
)
def test_forms_of_dates(printed: str, published: datetime) -> None:
    assert one("xml", rss(f"{TEXT}<pubDate>{printed}</pubDate>")).published_at == published


def test_an_unreadable_date_is_not_passed_over() -> None:
    assert reject("xml", rss(f"{TEXT}<pubDate>the other day</pubDate>")).code == "bad_date"


def test_an_empty_feed_is_rejected() -> None:
    assert reject("xml", rss()).code == "empty"


JSON_ITEM = {
    "id": "g1",
    "url": "https://post.test/1",
    "title": "Ferry crews end strike",
    "summary": "They sail again.",
    "content_html": "<p>One.</p><p>Two.</p>",
    "date_published": "2025-05-20T14:30:00+02:00",
    "date_modified": "2025-05-20T16:00:00Z",
    "authors": [{"name": "Jane Doe"}],
    "tags": ["World", "Sea"],
}


def json_feed(*items: object, **values: object) -> str:
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": "The Post", "language": "en"}
    return json.dumps(feed | {"items": items} | values)


def test_every_field_of_json_feed() -> None:
    assert one("jsonl", json_feed(JSON_ITEM)) == RawArticle(
        location=Location("f", record=1),
        headline="Ferry crews end strike",
        standfirst="They sail again.",
        body="One.\n\nTwo.",
        byline="Jane Doe",
        keywords=("World", "Sea"),
        language="en",
        source="The Post",
        url="https://post.test/1",
        guid="g1",
        published_at=datetime(2025, 5, 20, 14, 30, tzinfo=PLUS_2),
        modified_at=datetime(2025, 5, 20, 16, tzinfo=UTC),
    )


def test_items_of_json_feed_that_say_less() -> None:
    plain = {"id": 7, "title": "T", "content_text": "One.\n\nTwo."}
    short = {"id": "8", "title": "T", "summary": "Short."}
    first, second = read("jsonl", json_feed(plain, short, author={"name": "Jane Doe"}))
    assert isinstance(first, RawArticle)
    assert isinstance(second, RawArticle)
    assert (first.guid, first.body, first.byline) == ("7", "One.\n\nTwo.", "Jane Doe")
    assert (second.body, second.standfirst, second.abridged) == ("Short.", "", True)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (json_feed(), "empty"),
        (json_feed(1), "not_an_object"),
        (json_feed(JSON_ITEM | {"title": 1}), "bad_type"),
        (json_feed({"id": "1", "title": "T"}), "missing_body"),
        (json_feed(JSON_ITEM | {"date_published": "soon"}), "bad_date"),
    ],
)
def test_rejected_items_of_json_feed(data: str, code: str) -> None:
    assert reject("jsonl", data).code == code
