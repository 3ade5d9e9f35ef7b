"""Where paragraphs end."""

import pytest

from articles.extraction.quotes.paragraphs import find_paragraphs

ROWS = [
    ("", []),
    (" \n \n", []),
    ("One.", ["One."]),
    ("One.\nTwo.", ["One.", "Two."]),
    ("One.\n\nTwo.", ["One.", "Two."]),
    ("  One. \n\n\n Two. \n", ["One.", "Two."]),
    ("One.\n \nTwo.", ["One.", "Two."]),
    # lines that end where sentences do are paragraphs even beside blank lines
    ("One.\nTwo.\n\nThree.", ["One.", "Two.", "Three."]),
    # a text wrapped to a width has its paragraphs between blank lines
    (
        "The minister said that\nthe plan was dead and\nburied.\n\nHe left\nthen.",
        ["The minister said that\nthe plan was dead and\nburied.", "He left\nthen."],
    ),
]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_paragraphs(text: str, expected: list[str]) -> None:
    assert [span.of(text) for span in find_paragraphs(text)] == expected
