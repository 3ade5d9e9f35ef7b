"""What holds of any text, however it is put together."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from articles.extraction.dates import find_dates
from articles.extraction.dates.timex import bounds, is_valid
from articles.extraction.language import load_model
from articles.extraction.types import DateExpression, TimexType
from tests.extraction.dates.test_phenomena import ROWS
from tests.extraction.dates.test_rows import ALL

TUESDAY = date(2025, 5, 20)
TEXTS = [text for text, _ in ALL] + [row.text for row in ROWS]
ODD = ["0", "0000", "99999", "31", "\n", "\n\n", "İ", "’", "–", "24:61", "13/13/2013", "BC"]
FRAGMENTS = st.sampled_from(
    ODD + sorted({word for text in TEXTS for word in re.split(r"(?<=[-.,]) ?| ", text) if word})
)
PHRASES = st.sampled_from([one.words for row in ROWS for one in row.expected])
JOINTS = st.sampled_from([" to ", "-", " and ", " until ", ", ", " of ", " before ", " ", ". "])
DAYS = st.one_of(st.none(), st.dates())
COUNTRIES = st.sampled_from([None, "GB", "US", "ca", "ZZ"])


def check(text: str, found: tuple[DateExpression, ...]) -> None:
    end = 0
    for one in found:
        assert one.span.start >= end
        end = one.span.end
        assert one.text == one.span.of(text)
        assert one.text.strip() == one.text
        assert is_valid(one.value)
        assert 0 < one.confidence < 1
        check_days(one)
    numbers = [one.range_id for one in found if one.range_id is not None]
    assert set(Counter(numbers).values()) <= {2}
    assert numbers == sorted(numbers)


def check_days(one: DateExpression) -> None:
    assert (one.earliest is None) == (one.latest is None)
    if one.earliest and one.latest:
        assert one.timex_type in {TimexType.DATE, TimexType.TIME}
        assert "X" not in one.value
        whole = bounds(one.value)
        assert whole is not None
        assert whole[0] <= one.earliest <= one.latest <= whole[1]


@settings(max_examples=150, deadline=None)
@given(words=st.lists(FRAGMENTS, max_size=30), published=DAYS, country=COUNTRIES)
def test_words_in_any_order(words: list[str], published: date | None, country: str | None) -> None:
    text = " ".join(words)
    check(text, find_dates(load_model().make_doc(text), published, country))


@settings(max_examples=150, deadline=None)
@given(parts=st.lists(st.tuples(JOINTS, PHRASES), max_size=12), published=DAYS, country=COUNTRIES)
def test_expressions_in_any_order(
    parts: list[tuple[str, str]], published: date | None, country: str | None
) -> None:
    text = "".join(joint + phrase for joint, phrase in parts)
    check(text, find_dates(load_model().make_doc(text), published, country))


@pytest.mark.parametrize(
    "text",
    [
        "on " + "9" * 100_000,
        "," * 100_000,
        "Friday" * 10_000,
        "the " * 20_000 + "end",
        "1914-" * 5_000,
        "twenty-one " * 5_000 + "end",
        "early in the " * 5_000 + "end",
        "from May to " * 5_000 + "June",
        "between 1999 and " * 5_000 + "2000",
        "every Monday and " * 5_000 + "Tuesday",
        "half past " * 5_000 + "six",
        "the quarter ended " * 5_000 + "May",
        "( May 5 " * 5_000 + "end",
    ],
    ids=lambda text: text[:12],
)
def test_hostile_text(nlp: Language, text: str) -> None:
    words = text.split(" ")
    doc = Doc(nlp.vocab, words=words, spaces=[True] * (len(words) - 1) + [False])
    assert doc.text == text
    check(text, find_dates(doc, TUESDAY))
