from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.readers.base import RawArticle, Rejected
from articles.readers.clean import clean_text
from tests.readers.builders import one, read, reject

STORY = "Ferry crews end strike\n\nThe ferry left the harbour on Tuesday."


def test_a_text_is_one_article_still_to_be_taken_apart() -> None:
    article = one("text", STORY + "\n")
    assert (article.body, article.headline, article.unparsed) == (STORY, "", True)


def test_a_block_of_keys() -> None:
    article = one(
        "text",
        "TITLE: Ferry crews: the strike ends\nAuthor: Jane Doe\nDate: 20 May 2025\n"
        "Source:  The Post\nURL: https://x.test/1\nSection: World\nLanguage: en\n"
        "Tags: a, b, a,\nId: g1\n\nThe ferry left.\n",
    )
    assert article.headline == "Ferry crews: the strike ends"
    assert (article.byline, article.source, article.section) == ("Jane Doe", "The Post", "World")
    assert (article.url, article.guid, article.language) == ("https://x.test/1", "g1", "en")
    assert (article.published_at, article.keywords) == (date(2025, 5, 20), ("a", "b"))
    assert (article.body, article.unparsed) == ("The ferry left.", True)


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Title: T\nOslo:\nThe ferry left.", "Oslo:\nThe ferry left."),
        ("Title: T\nSource: S\nAnalysis: what now\n\nB.", "Analysis: what now\n\nB."),
        ("Date: 2025-05-20\nB.", "B."),
        ("Source: talks to resume\n\nB.", "Source: talks to resume\n\nB."),
        ("Washington:\n\nB.", "Washington:\n\nB."),
        ("Title:\n\nB.", "Title:\n\nB."),
        ("Trump: we are trying\nTitle: no\n\nB.", "Trump: we are trying\nTitle: no\n\nB."),
        ("Title of the story\n\nB.", "Title of the story\n\nB."),
    ],
)
def test_where_the_block_ends(text: str, body: str) -> None:
    assert one("text", text).body == body


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b" \n\n ", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"\x07\x07", "empty"),
        (b"Title: T\n", "missing_body"),
        (b"Caf\xe9\n\nB.", "not_utf8"),
        ("Cafe\n\nB.".encode("utf-16-le"), "nul_character"),
        (b"A\0b\n\nB.", "nul_character"),
        (b"Title: T\nHeadline: U\n\nB.", "duplicate_key"),
        (b"x" * 20_000_001, "too_large"),
        (b"x" * 5_000_001, "too_large"),
    ],
)
def test_rejected(data: bytes, code: str) -> None:
    assert reject("text", data).code == code


def test_a_bad_date_names_its_line() -> None:
    rejected = reject("text", "\nTitle: T\nDate: someday\n\nB.")
    assert (rejected.code, rejected.location.line) == ("bad_date", 3)


@pytest.mark.parametrize(
    ("data", "body"),
    [
        ("\ufeffA.\n".encode(), "A."),
        ("Café.".encode("utf-16"), "Café."),
        (b"A.\r\n\r\nB.\rC.", "A.\n\nB.\nC."),
        (b"A. \t\n \nB.", "A.\n\nB."),
        (b"A.\x0cB.\x0bC.", "A.\nB.\nC."),
        (b"A\x01\x1b\x7fB\tC", "AB\tC"),
        (
            "e\u0301 \u202eabc\u202c \u200d \u2028 \U0001f600".encode(),
            "e\u0301 \u202eabc\u202c \u200d \u2028 \U0001f600",
        ),
        ("A\ufeffB\x85C".encode(), "A\ufeffB\x85C"),
    ],
)
def test_the_cleaning_rule(data: bytes, body: str) -> None:
    assert one("text", data).body == body


@given(st.text(st.characters(exclude_characters="\0", codec="utf-8")))
def test_cleaning_twice_changes_nothing(text: str) -> None:
    once = clean_text(text)
    assert clean_text(once) == once


@given(st.binary(max_size=300))
def test_any_bytes_give_one_item(data: bytes) -> None:
    (item,) = read("text", data)
    assert isinstance(item, RawArticle | Rejected)
