"""How a text is cut at the ends of its facts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.admin.marking import Mark, pieces

TEXT = "abcdefghij"


def mark(start: int, end: int, kind: str = "mention") -> Mark:
    return Mark(start, end, kind, kind, f"/{start}-{end}/", "")


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        ([], [("abcdefghij", "", False)]),
        ([mark(0, 10)], [("abcdefghij", "/0-10/", False)]),
        (
            [mark(1, 9, "quote"), mark(3, 5)],
            [
                ("a", "", False),
                ("bc", "/1-9/", True),
                ("de", "/3-5/", True),
                ("fghi", "/1-9/", True),
                ("j", "", False),
            ],
        ),
        (  # of two that overlap, the shorter has the piece in common
            [mark(0, 6), mark(4, 8)],
            [("abcd", "/0-6/", False), ("ef", "/4-8/", False), ("gh", "/4-8/", False),
             ("ij", "", False)],
        ),
        (
            [mark(0, 2, "quote"), mark(2, 4, "quote")],
            [("ab", "/0-2/", True), ("cd", "/2-4/", True), ("efghij", "", False)],
        ),
    ],
)  # fmt: skip
def test_a_piece_belongs_to_the_shortest_fact_around_it(
    marks: list[Mark], expected: list[tuple[str, str, bool]]
) -> None:
    cut = [(p.text, p.mark.url if p.mark else "", p.in_quote) for p in pieces(TEXT, marks)]
    assert cut == expected


spans = st.lists(
    st.tuples(st.integers(0, 9), st.integers(1, 5), st.sampled_from(["quote", "mention"])),
    max_size=8,
)


@given(spans)
def test_pieces_are_the_text_and_agree_with_each_letter(found: list[tuple[int, int, str]]) -> None:
    marks = [mark(s, min(s + n, 10), kind) for s, n, kind in found]
    cut = list(pieces(TEXT, marks))
    assert "".join(piece.text for piece in cut) == TEXT
    at = 0
    for piece in cut:
        around = [m for m in marks if m.start <= at < m.end]
        assert piece.in_quote == any(m.kind == "quote" for m in around)
        assert (piece.mark is None) == (not around)
        if piece.mark:
            assert piece.mark in around
            assert piece.mark.end - piece.mark.start == min(m.end - m.start for m in around)
        at += len(piece.text)
