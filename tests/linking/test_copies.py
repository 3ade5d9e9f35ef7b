"""Which texts are one story, and which quotes the same words."""

from __future__ import annotations

import pytest

from articles.linking.copies import SAME_STORY, bands, quote_key, shingles, similarity

STORY = " ".join(
    f"The council heard in its {place} session that line {number} of the tram would cost more."
    for number, place in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth".split()
    )
)


def share(one: str, other: str) -> float:
    return similarity(shingles(one), shingles(other))


def test_punctuation_and_case_do_not_count() -> None:
    assert share(STORY, STORY.upper().replace(".", " –")) == 1


def test_a_story_cut_by_a_third_is_the_same_and_half_of_it_is_not() -> None:
    words = STORY.split()
    assert share(STORY, " ".join(words[: len(words) * 2 // 3])) >= SAME_STORY
    assert share(STORY, " ".join(words[: len(words) * 2 // 5])) < SAME_STORY


def test_reports_with_other_numbers_in_the_same_words_are_different() -> None:
    report = "At {} the ferry left with {} cars and {} people on board, {} of them on bicycles."
    one, other = (
        " ".join(report.format(hour, hour * by, hour * by * 2, by) for hour in range(20))
        for by in (3, 7)
    )
    assert share(one, other) < SAME_STORY


def test_texts_that_are_too_short_share_nothing() -> None:
    assert shingles("Too short a text") == frozenset()
    assert bands(frozenset()) == []
    assert share("Too short", "Too short") == 0


def test_copies_have_bands_in_common_and_others_have_none() -> None:
    longer = f"{STORY} A vote is due on Monday, and the mayor has asked for more time until then."
    other = " ".join(reversed(STORY.split()))
    assert set(bands(shingles(STORY))) & set(bands(shingles(longer)))
    assert not set(bands(shingles(STORY))) & set(bands(shingles(other)))


def test_bands_are_stored_and_so_must_not_change() -> None:
    assert bands(shingles("one two three four five six"))[:2] == [
        5681808825826821909,
        6741921230030273876,
    ]


@pytest.mark.parametrize(
    ("words", "same"),
    [
        ("the bridge will open on friday", True),
        ("The bridge – will open, on Friday!", True),
        ("The bridge will open on Monday", False),
    ],
)
def test_quotes_of_the_same_words_have_one_key(words: str, same: bool) -> None:
    assert (quote_key("“The bridge will open on Friday”") == quote_key(words)) is same


def test_very_short_quotes_have_no_key() -> None:
    assert quote_key("No comment on that today") is None
    assert quote_key("") is None
