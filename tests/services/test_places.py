"""Where words stand in a text, and segments that follow a changed span."""

from __future__ import annotations

import pytest

from articles.extraction.types import Span
from articles.services.places import follow, nearest

NAMES = "Ann met Annabel. Ann left; Bo and Ann came back."


@pytest.mark.parametrize(
    ("words", "near", "outside", "expected"),
    [
        ("Ann", (0, 0), [], 0),
        ("Ann", (17, 17), [], 17),
        ("Ann", (14, 14), [], 17),
        ("Ann", (6, 6), [], 0),  # nearer stands only a part of Annabel
        ("Ann", (8, 8), [], 8),  # but that is where the editor points
        ("Ann", (40, 40), [], 34),
        ("Ann", (17, 20), [[17, 26]], 34),
        ("Bo", (27, 29), [[20, 40]], 27),  # nowhere else
        ("nnabe", (0, 0), [], 9),
        ("Cleo", (0, 0), [], None),
        ("", (0, 0), [], None),
        (NAMES, (30, 30), [], 0),
        (NAMES + "!", (0, 0), [], None),
    ],
)
def test_words_are_found_nearest_to_where_they_should_be(
    words: str, near: tuple[int, int], outside: list[list[int]], expected: int | None
) -> None:
    found = nearest(NAMES, words, near, outside)
    assert (found.start if found else None) == expected
    assert found is None or found.of(NAMES) == words


@pytest.mark.parametrize(
    ("segments", "after", "expected"),
    [
        ([[10, 50]], Span(10, 60), [[10, 60]]),
        ([[10, 20], [30, 50]], Span(15, 50), [[15, 20], [30, 50]]),
        ([[10, 20], [30, 50]], Span(5, 60), [[5, 20], [30, 60]]),
        ([[10, 20], [30, 50]], Span(10, 25), [[10, 25]]),
        ([[10, 20], [30, 50]], Span(25, 50), [[25, 50]]),
        ([[10, 20], [30, 50]], Span(22, 28), [[22, 28]]),
        ([[10, 20], [30, 50]], Span(70, 90), [[70, 90]]),
        ([[10, 20], [30, 50]], Span(110, 150), [[110, 120], [130, 150]]),
    ],
)
def test_segments_follow_the_span(
    segments: list[list[int]], after: Span, expected: list[list[int]]
) -> None:
    assert follow(segments, Span(10, 50), after) == expected
