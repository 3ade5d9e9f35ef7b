"""Folding is quick on most texts and the same on all."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.extraction.folding import fold

LETTERS = str.maketrans(
    {"ø": "o", "đ": "d", "ð": "d", "ł": "l", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"}
)


def slowly(text: str) -> str:
    """The definition, character by character."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(c for c in decomposed if not unicodedata.combining(c)).translate(LETTERS)
    joined = re.sub("['’ʼ‘`´\u00ad\u200b-\u200d\ufeff]", "", bare)
    return re.sub(r"[\W_]+", " ", joined).strip()


@given(st.text(st.one_of(st.characters(codec="utf-8"), st.sampled_from("aé’ _-'“ßŁ\n"))))
def test_any_text_is_folded_as_the_definition_has_it(text: str) -> None:
    assert fold(text) == slowly(text)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Élise  O’Neill-Łuc", "elise oneill luc"),
        ("snake_case, don't", "snake case dont"),
        ("“Straße” 5…", "strasse 5"),
        ("Пётр Ильич", "петр ильич"),
        ("", ""),
    ],
)
def test_examples(text: str, folded: str) -> None:
    assert fold(text) == folded
