"""Words with their places, and what is stored of them."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from articles.extraction.folding import fold
from articles.search.stems import ORDERED_WORDS, PLACES_OF_A_WORD, indexed, variants
from articles.search.words import words

TEXTS = st.text(st.sampled_from("aZé\u0301ß’'-. \n1½ﬁ´_Ł한ǿ\u00ad") | st.characters(), max_size=40)


@given(TEXTS)
@example("a" * 60 + "’b c")
@example("cafe\u0301, ½ ﷺ x_y")
def test_the_words_are_those_of_folding_and_stand_where_it_says(text: str) -> None:
    found = list(words(text))
    assert [word for _, _, word in found] == fold(text).split()
    places = [(start, end) for start, end, _ in found]
    assert places == sorted(places)
    assert all(word in fold(text[start:end]).split() for start, end, word in found)


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Zoë O’Neill-Łuc", ["Zoë", "O’Neill", "Łuc"]),
        ("‘cafe\u0301’, the U.S.", ["cafe\u0301", "the", "U", "S"]),
        ("½", ["½", "½"]),
        ("x\u00ady z\u00ad.", ["x\u00ady", "z"]),
    ],
)
def test_a_word_has_no_mark_around_it(text: str, places: list[str]) -> None:
    assert [text[start:end] for start, end, _ in words(text)] == places


@pytest.mark.parametrize(
    ("parts", "language", "stored"),
    [
        (["Talks ended"], "en", "talk end"),
        (["Talks ended"], "", "talk end"),
        (["Talks ended"], "en-GB", "talk end"),
        (["Talks ended", "", "Élise’s news"], "EN_us", "talk end ø ø elis news"),
        (["Les négociations"], "fr", "øle ønegoci"),
        (["Mazungumzo 10"], "sw", "ømazungumzo ø10"),
        (["Путин 1e5x"], "en", "đ2c75da6rqlilruf5 đgfstk6a"),
    ],
)
def test_what_is_stored_of_a_text(parts: list[str], language: str, stored: str) -> None:
    assert indexed(parts, language) == stored


def test_english_words_are_asked_for_by_english_rules_and_by_those_of_other_languages() -> None:
    assert variants(("putin",)) == (("putin",), ("øput",), ("øputin",))


@pytest.mark.parametrize("language", ["en", "de", "fi", "ru", "tr", "xx"])
@given(text=TEXTS)
def test_any_word_is_stored_as_one_of_the_forms_that_are_asked_for(
    language: str, text: str
) -> None:
    stored = indexed([text], language).split()
    for word, token in zip(fold(text).split(), stored, strict=True):
        assert (token,) in variants((word,))


def test_a_very_long_text_is_stored_within_what_postgresql_can_hold() -> None:
    names = [f"a{n}" for n in range(200_000)]
    beginning = " ".join(["the", *names[:10], "the"] * 2000)
    stored = indexed([beginning, " ".join(names)], "xx").split()
    counts = Counter(stored)
    assert counts.pop("ø") > 10_000
    assert max(counts.values()) == PLACES_OF_A_WORD
    assert sum(len(token.encode()) for token in counts) + 5 * len(stored) < 1_000_000
    assert len(counts) > 50_000
    # No phrase behind the words whose order is kept.
    assert set(stored[ORDERED_WORDS::2]) == {"ø"}


def test_a_long_text_without_too_many_different_words_keeps_each() -> None:
    words = [f"w{n}" for n in range(30_000)]
    assert set(indexed([" ".join(words)], "xx").split()) - {"ø"} == {f"ø{word}" for word in words}


def test_words_of_any_length_fit() -> None:
    text = " ".join(chr(0x10000 + n) * 300 for n in range(5_000))
    stored = indexed([text], "xx").split()
    assert max(len(token.encode()) for token in stored) < 2_000
    assert sum(len(token.encode()) for token in set(stored)) + 5 * len(stored) < 1_000_000
