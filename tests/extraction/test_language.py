"""The parse covers every text, whatever it is made of."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from articles.extraction.language import BLOCK_CHARACTERS, LONGEST_RUN, blocks, parse

HOSTILE = [
    "",
    " ",
    "\n\n\n",
    "a" * 50_000,
    "," * 20_000,
    "“" * 5_000 + "\n\n" + "”" * 5_000,
    "a." * 5_000,
    "1" * 20_000 + " on",
    "(" * 3_000 + " x",
    "\u202e\u200d😀👨‍👩‍👧" * 200,
    "x " * 300 + "y" * (LONGEST_RUN + 1) + " z",
]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_the_parse_of_hostile_text_is_that_text(nlp: Language, text: str) -> None:
    assert parse(nlp, text).text == text


@settings(max_examples=50, deadline=None)
@given(st.text(max_size=400))
def test_the_parse_of_any_text_is_that_text(nlp: Language, text: str) -> None:
    assert parse(nlp, text).text == text


@given(st.text(st.sampled_from("ab \n"), max_size=300), st.integers(5, 50))
def test_blocks_join_to_the_text_and_are_bounded(text: str, size: int) -> None:
    parts = list(blocks(text, size))
    assert "".join(parts) == text
    assert all(len(part) <= 2 * size for part in parts)


def test_a_long_text_is_cut_between_paragraphs() -> None:
    paragraph = "Nobody came to the meeting. " * 50
    text = "\n\n".join([paragraph] * 40)
    assert len(text) > 2 * BLOCK_CHARACTERS
    assert all(part.endswith("\n\n") for part in list(blocks(text))[:-1])


def test_an_endless_word_leaves_the_words_around_it_as_they_are(nlp: Language) -> None:
    words = [token.text for token in nlp.make_doc("Nobody came. See " + "x" * 450 + " now, Ana.")]
    assert words[:4] == ["Nobody", "came", ".", "See"]
    assert words[-4:] == ["now", ",", "Ana", "."]
    # The last is the space behind it.
    assert [len(word) for word in words[4:-4]] == [200, 200, 50, 1]


def test_no_sentence_runs_across_a_blank_line(nlp: Language) -> None:
    doc = parse(nlp, "Bridge opens at last\n\nThe mayor spoke and then\n\nnobody asked why.")
    assert all("\n\n" not in sentence.text.strip() for sentence in doc.sents)
