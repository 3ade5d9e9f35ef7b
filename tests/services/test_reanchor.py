"""How places move from one text to another."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.extraction.types import Span
from articles.services.reanchor import shift_between

OLD = "The mayor spoke.\n\nShe said the port would open on Friday.\n\nNobody asked why."


def span_of(text: str, part: str, nth: int = 0) -> Span:
    start = -1
    for _ in range(nth + 1):
        start = text.index(part, start + 1)
    return Span(start, start + len(part))


@pytest.mark.parametrize(
    ("new", "part", "expected"),
    [
        (OLD, "the port", "the port"),
        ("A new first line.\n\n" + OLD, "Friday", "Friday"),
        (OLD.replace("The mayor spoke.\n\n", ""), "Friday", "Friday"),
        (OLD.replace("Friday", "Monday"), "Friday", None),
        (OLD.replace("Friday", "Monday"), "the port", "the port"),
        (OLD.replace("the port would", "the old port would"), "the port", None),
        (OLD.replace("the port would", "the old port would"), "Friday", "Friday"),
        ("Something else entirely, 1234567.", "Friday", None),
    ],
)
def test_a_place_moves_with_its_words(new: str, part: str, expected: str | None) -> None:
    moved = shift_between(OLD, new)(span_of(OLD, part))
    assert (moved.of(new) if moved else None) == expected


def test_the_second_of_two_equal_names_stays_the_second() -> None:
    old = "Ann met Bo. Then Ann left."
    new = "On Monday Ann met Bo. Then Ann left."
    moved = shift_between(old, new)(span_of(old, "Ann", 1))
    assert moved == span_of(new, "Ann", 1)


words = st.lists(st.sampled_from(["Ann", "Bo", "said", "so", "\n", ".", " "]), max_size=30)


@given(words, words)
def test_what_moves_reads_the_same_and_keeps_its_order(old: list[str], new: list[str]) -> None:
    old_text, new_text = "".join(old), "".join(new)
    shift = shift_between(old_text, new_text)
    places = [Span(i, j) for i in range(len(old_text)) for j in range(i + 1, i + 6)]
    moved = [(p, m) for p in places if p.end <= len(old_text) and (m := shift(p))]
    assert all(p.of(old_text) == m.of(new_text) for p, m in moved)
    assert [m for _, m in moved] == sorted(m for _, m in moved)
    assert len({m for _, m in moved}) == len(moved)
