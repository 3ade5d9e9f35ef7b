"""Where an expression may begin: the quick look for its first word misses none."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from articles.extraction.dates.pieces import plain
from articles.extraction.dates.search import _BEFORE, _any, _openers
from tests.extraction.dates.test_phenomena import ROWS
from tests.extraction.dates.test_rows import ALL

TEXTS = [text for text, _ in ALL] + [row.text for row in ROWS]
WORDS = sorted({word for text in TEXTS for word in re.split(r"[ -]", plain(text)) if word})


def assert_none_missed(text: str) -> None:
    may_begin = re.compile(_BEFORE)
    for start in range(len(text)):
        if may_begin.match(text, start) and _any().match(text, start):
            assert _openers().match(text, start), text[start:]


def test_every_expression_begins_with_an_opener() -> None:
    for text in TEXTS:
        assert_none_missed(plain(text))


@given(words=st.lists(st.sampled_from(WORDS), max_size=6))
def test_words_in_any_order(words: list[str]) -> None:
    assert_none_missed(" ".join(words))
