from __future__ import annotations

import io
from datetime import date

import pytest

from articles.readers.base import Limits, Location, PubStatus, RawArticle
from articles.readers.mapping import FieldMap
from articles.readers.table import read_table
from tests.readers.builders import one, outcomes, read, reject

HEADER = "headline,body"


def test_every_field() -> None:
    article = one(
        "table",
        "guid,url,headline,standfirst,byline,dateline,body,section,keywords,language,source,rights,"
        "published_at,modified_at,pub_status\n"
        'g1,https://x.test/1,A title,S,Jane Doe,OSLO,"One, two.\n\nThree ""four"".",World,'
        "a|b; c,en,The Post,Copyright,2025-05-20,,withheld\n",
    )
    assert article == RawArticle(
        location=Location("f", line=2),
        guid="g1",
        url="https://x.test/1",
        headline="A title",
        standfirst="S",
        byline="Jane Doe",
        dateline="OSLO",
        body='One, two.\n\nThree "four".',
        section="World",
        keywords=("a", "b", "c"),
        language="en",
        source="The Post",
        rights="Copyright",
        published_at=date(2025, 5, 20),
        pub_status=PubStatus.WITHHELD,
    )


@pytest.mark.parametrize(
    "data",
    [
        b"headline,body\nH,B.\n",
        b"\xef\xbb\xbfheadline;body\r\nH;B.\r\n",
        b"headline\tbody\nH\tB.",
        b"headline|body\nH|B.",
        b'"headline" , "body"\n"H","B."\n\n',
        "headline,body\nH,B.".encode("utf-16"),
    ],
)
def test_tables_come_in_many_shapes(data: bytes) -> None:
    data = data.replace(b'" , "', b'","')
    assert (one("table", data).headline, one("table", data).body) == ("H", "B.")


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ("H", "bad_row"),
        ("H,B,C", "bad_row"),
        ("H,", "missing_body"),
        (",B", "missing_headline"),
        ('H,"B" C', "not_csv"),
        ("H,B\0", "nul_character"),
        (b"H,B\xff", "not_utf8"),
    ],
)
def test_a_bad_row_costs_itself_alone(row: str | bytes, code: str) -> None:
    middle = row if isinstance(row, bytes) else row.encode()
    items = read("table", b"headline,body\nH,B\n" + middle + b"\nH,B\n")
    assert outcomes(items) == ["ok", code, "ok"]
    assert [item.location.line for item in items] == [2, 3, 4]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        ("headline,text\nH,B", "unknown_field"),
        ("headline,body,body\nH,B,B", "duplicate_key"),
        (b"headline,body\xff\nH,B", "not_utf8"),
        ("\nH,B", "empty"),
        (b"\xff\xfeh\x00e", "bad_encoding"),
    ],
)
def test_a_header_that_does_not_fit_rejects_the_file(data: str | bytes, code: str) -> None:
    assert reject("table", data).code == code


def test_a_quotation_mark_that_is_not_closed_is_no_flood() -> None:
    data = f'{HEADER}\nH,B\nH,"B\n' + "H,B\n" * 1000
    items = read("table", data, Limits(max_line_bytes=500))
    assert outcomes(items) == ["ok", "too_large"]
    assert items[1].location.line == 3


def test_columns_of_other_names() -> None:
    fields = FieldMap.parse(["headline=Title", "body=Full text", "keywords=tags"])
    data = io.BytesIO(b"id,Title,Full text,tags\n7,H,B.,a; b\n")
    (item,) = read_table(data, "f", Limits(), fields)
    assert isinstance(item, RawArticle)
    assert (item.headline, item.body, item.keywords, item.guid) == ("H", "B.", ("a", "b"), "")
