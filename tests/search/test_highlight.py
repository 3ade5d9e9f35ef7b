"""What is marked in a text, the piece of it that is shown, and how well it fits."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.extraction.folding import fold
from articles.search.highlight import places, snippet
from articles.search.query import QueryError, parse
from articles.search.relevance import score
from articles.search.stems import indexed, variants
from articles.search.words import words

TEXT = "Talks on the U.S. bridge: “No talk, no bridges,” said Zoë O’Neill. The old bridge stays."


@pytest.mark.parametrize(
    ("query", "marked"),
    [
        ("talked", ["Talks", "talk"]),
        ("U.S.", ["U.S"]),
        ("oneill OR zoe", ["Zoë", "O’Neill"]),
        ('"zoe oneill"', ["Zoë O’Neill"]),
        ('"old bridge" OR "bridge stays"', ["old bridge stays"]),
        ('"old bridge" bridge', ["bridge", "bridges", "old bridge"]),
        ("talk -bridge", ["Talks", "talk"]),
        ("ferry", []),
    ],
)
def test_words_and_phrases_are_marked_where_they_stand(query: str, marked: list[str]) -> None:
    found = places(TEXT, parse(query), "en")
    assert [span.of(TEXT) for span in found] == marked


def test_a_text_is_marked_by_the_rules_of_its_language() -> None:
    text = "Putin put off the negotiations"
    assert [span.of(text) for span in places(text, parse("Putin"), "en")] == ["Putin"]
    assert [span.of(text) for span in places(text, parse("put"), "ca")] == ["Putin", "put"]


@given(
    st.text(st.sampled_from("ab é\u0301’-.½ß\n"), max_size=60),
    st.text(st.sampled_from('ab é’-"½'), min_size=1, max_size=12),
    st.sampled_from(["en", "fr", "xx"]),
)
def test_what_is_marked_is_whole_words_of_the_query(text: str, query: str, language: str) -> None:
    try:
        asked = parse(query)
    except QueryError:
        return
    starts = {start for start, _, _ in words(text)}
    ends = {end for _, end, _ in words(text)}
    wanted = {
        token
        for group in asked.groups
        for term in group
        for word in term.words
        for (token,) in variants((word,))
    }
    last = 0
    for span in places(text, asked, language):
        assert span.start in starts
        assert span.end in ends
        assert span.start >= last
        last = span.end
        assert set(indexed([span.of(text)], language).split()) <= wanted


def shown(text: str, query: str, width: int) -> str:
    start, end = snippet(text, places(text, parse(query), "en"), width)
    return text[start:end]


@pytest.mark.parametrize(
    ("query", "width", "piece"),
    [
        ("ferry", 9, "Talks on"),
        ("ferry", 8, "Talks on"),
        ("ferry", 500, TEXT),
        ("stays", 12, "stays."),
        ("talk", 4, "Talks"),
        ("oneill", 20, "Zoë O’Neill. The"),
        ('"old bridge stays"', 3, "old bridge stays"),
        ("bridge", 30, "bridge: “No talk, no bridges"),
    ],
)
def test_the_piece_shown_is_where_the_words_are(query: str, width: int, piece: str) -> None:
    assert shown(TEXT, query, width) == piece


def test_a_word_longer_than_the_piece_is_cut() -> None:
    assert shown("a" * 300, "b", 240) == "a" * 240


@given(st.text(st.sampled_from("ab  \n"), max_size=80), st.integers(1, 40))
def test_a_piece_is_within_its_width_and_at_borders_of_words(text: str, width: int) -> None:
    found = places(text, parse("b"), "en")
    start, end = snippet(text, found, width)
    assert 0 <= start <= end <= len(text)
    assert end - start <= max(width, *(len(span) for span in found)) if found else width
    assert text[start:end] == text[start:end].strip()
    assert not start or text[start - 1].isspace()
    if found:
        assert any(start <= span.start and span.end <= end for span in found)
        assert end == len(text) or text[end].isspace()


def test_a_text_fits_better_with_more_of_the_words_in_less_text_and_in_the_headline() -> None:
    filler = "of a town far from here " * 20
    texts = [
        indexed(["Bridge reopens", filler], "en"),
        indexed(["The news", f"bridge {filler} bridge"], "en"),
        indexed(["The news", f"bridge {filler}"], "en"),
        indexed(["The news", f"bridge {filler} {filler}"], "en"),
        indexed(["The news", filler], "en"),
    ]
    scores = [score(text, parse("bridges")) for text in texts]
    assert scores == sorted(set(scores), reverse=True)
    assert scores[-1] == 0
    assert all(score(text, parse("bridges")) < 1 for text in texts)


def test_each_group_counts_by_itself_and_phrases_count_where_they_stand() -> None:
    text = indexed(["old bridge, new bridge"], "en")
    both = score(text, parse("old bridge"))
    assert both == pytest.approx(score(text, parse("old")) + score(text, parse("bridge")), abs=1e-5)
    assert score(text, parse('"new old"')) == 0
    assert score(text, parse('"new bridge" OR "old bridge"')) == score(text, parse("bridge"))


def test_the_fold_of_a_marked_word_is_the_folded_query() -> None:
    text = "Straße, STRASSE, strasse"
    assert {fold(span.of(text)) for span in places(text, parse("straße"), "en")} == {"strasse"}
