from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.readers.base import Limits, Location, RawArticle, Rejected
from tests.readers.builders import line, one, read, reject

GOOD = line()


def test_all_fields() -> None:
    article = one(
        "jsonl",
        line(
            guid="g1",
            url="https://x.test/1",
            headline=" A\n title ",
            standfirst="S",
            byline="Jane Doe",
            dateline="OSLO",
            body="One.\r\n\r\nTwo. \n",
            section="World",
            keywords=["a", "b", "a", " "],
            language="en",
            source="The Post",
            published_at="2025-05-20",
            modified_at="2025-05-20T10:00Z",
        ),
    )
    assert article == RawArticle(
        location=Location("f", line=1),
        guid="g1",
        url="https://x.test/1",
        headline="A title",
        standfirst="S",
        byline="Jane Doe",
        dateline="OSLO",
        body="One.\n\nTwo.",
        section="World",
        keywords=("a", "b"),
        language="en",
        source="The Post",
        published_at=date(2025, 5, 20),
        modified_at=datetime(2025, 5, 20, 10, tzinfo=UTC),
    )


@pytest.mark.parametrize(
    ("bad", "code"),
    [
        ('{"headline": "H", "body": "cut', "not_json"),
        ('{"headline": "H", "body": "B",}', "not_json"),
        ("not json", "not_json"),
        (line() + line(), "not_json"),
        ('{"headline": "H", "body": "B", "section": NaN}', "not_json"),
        ('{"headline": "H", "body": "B", "section": -Infinity}', "not_json"),
        ('{"headline": "H", "body": "B", "section": ' + "1" * 5000 + "}", "not_json"),
        ('{"headline": "H", "body": "B", "section": 1e400}', "bad_type"),
        ('{"headline": "H", "body": "a", "body": "b"}', "duplicate_key"),
        ('{"headline": "H", "body": "B", "keywords": {"a": 1, "a": 2}}', "duplicate_key"),
        ("[1, 2]", "not_an_object"),
        ("12", "not_an_object"),
        ("null", "not_an_object"),
        ("[" * 100_000, "too_deep"),
        ('{"headline": ' + "[" * 100_000 + "]" * 100_000 + "}", "too_deep"),
        (line(headline=" \t"), "missing_headline"),
        (line(headline=None), "missing_headline"),
        ('{"body": "B"}', "missing_headline"),
        (line(body=" \n "), "missing_body"),
        ('{"headline": "H"}', "missing_body"),
        (line(headline=12), "bad_type"),
        (line(body=["B"]), "bad_type"),
        (line(keywords="a, b"), "bad_type"),
        (line(keywords=["a", 1]), "bad_type"),
        (line(published_at=20250520), "bad_type"),
        (line(published_at="30 Feb 2025"), "bad_date"),
        (line(published_at="next Friday"), "bad_date"),
        (line(modified_at="2025-05-20"), "bad_date"),
        (line(title="T"), "unknown_field"),
        (line(headlines="T"), "unknown_field"),
        (line(body="a\0b"), "nul_character"),
        (line(keywords=["\0"]), "nul_character"),
        (line(published_at="2025-05-20\0"), "nul_character"),
        (line(byline="x \ud800"), "lone_surrogate"),
        (line(keywords=["\udc00"]), "lone_surrogate"),
        (line(url="x" * 10_001), "too_large"),
        (line(keywords=["k"] * 1001), "too_large"),
        (line(body="x" * 5_000_001), "too_large"),
    ],
)
def test_a_bad_line_is_rejected_and_the_others_are_read(bad: str, code: str) -> None:
    items = read("jsonl", f"{GOOD}\n{bad}\n\n{GOOD}")
    assert [type(item) for item in items] == [RawArticle, Rejected, RawArticle]
    assert [item.location.line for item in items] == [1, 2, 4]
    rejected = items[1]
    assert isinstance(rejected, Rejected)
    assert rejected.code == code
    assert "\n" not in rejected.reason


@pytest.mark.parametrize(
    ("name", "remedy"),
    [("headlines", "headline"), ("Body", "body"), ("publishedat", "published_at")],
)
def test_an_unknown_name_is_refused_with_the_nearest(name: str, remedy: str) -> None:
    assert f"did you mean {remedy}?" in reject("jsonl", line(**{name: "x"})).reason


@pytest.mark.parametrize(
    "data",
    [
        b"\xef\xbb\xbf" + GOOD.encode() + b"\n" + GOOD.encode(),
        f"{GOOD}\r\n{GOOD}\r\n".encode(),
        f"\n  \n{GOOD}\n\n\n{GOOD}".encode(),
        f"[{GOOD},\n{GOOD}]".encode(),
        f"[\n{GOOD},\n{GOOD}\n]\n".encode(),
        f"[{GOOD}, {GOOD}]".encode(),
    ],
)
def test_forms_of_a_file_with_two_articles(data: bytes) -> None:
    assert [type(item) for item in read("jsonl", data)] == [RawArticle, RawArticle]


def test_items_of_an_array_are_counted() -> None:
    items = read("jsonl", f"[{GOOD}, 1, {GOOD}]")
    assert [item.location for item in items] == [Location("f", record=n) for n in (1, 2, 3)]
    assert isinstance(items[1], Rejected)


def test_one_object_on_several_lines() -> None:
    assert one("jsonl", '{\n  "headline": "H",\n  "body": "B."\n}\n').body == "B."


@pytest.mark.parametrize("data", ['{\n "headline": "H",\n "body": "B.', "[\n{}\n,\n"])
def test_a_broken_value_on_several_lines_is_one_reject(data: str) -> None:
    assert reject("jsonl", data).code == "not_json"


def test_a_first_line_that_is_an_array_is_only_a_bad_line() -> None:
    items = read("jsonl", f"[{GOOD}]\n{GOOD}\n")
    assert [type(item) for item in items] == [Rejected, RawArticle]


@pytest.mark.parametrize("data", [b"", b"\n \n", b"\xef\xbb\xbf\n"])
def test_nothing_in_it(data: bytes) -> None:
    assert reject("jsonl", data).code == "empty"


def test_not_utf8() -> None:
    items = read("jsonl", GOOD.encode() + b'\n{"headline": "\xff", "body": "b"}\n')
    assert isinstance(items[1], Rejected)
    assert items[1].code == "not_utf8"
    assert "byte 14" in items[1].reason
    assert reject("jsonl", GOOD.encode("utf-16")).code == "not_utf8"


def test_a_line_over_the_limit_is_skipped() -> None:
    items = read("jsonl", f"{line(body='x' * 200)}\n{GOOD}\n", Limits(max_line_bytes=100))
    assert [type(item) for item in items] == [Rejected, RawArticle]
    assert [item.location.line for item in items] == [1, 2]


@pytest.mark.parametrize("bad", ["[" + "[]," * 400_000 + "[]]", '{"a' + '\\"' * 1_000_000])
def test_much_structure_or_an_open_string_is_rejected_at_once(bad: str) -> None:
    items = read("jsonl", f"{GOOD}\n{bad}\n{GOOD}\n", Limits(max_json_structure=1_000_000))
    assert [type(item) for item in items] == [RawArticle, Rejected, RawArticle]


@given(st.binary(max_size=300) | st.text('[]{}",: \\\n1eu0d8', max_size=100).map(str.encode))
def test_any_bytes_give_items_only(data: bytes) -> None:
    items = read("jsonl", data)
    assert items
    assert all(isinstance(item, RawArticle | Rejected) for item in items)
