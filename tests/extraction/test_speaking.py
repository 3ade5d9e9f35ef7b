"""The time of speaking, in texts read by the whole pipeline."""

from __future__ import annotations

from datetime import date

import pytest

from articles.extraction.pipeline import load_pipeline
from articles.extraction.types import Document, Extraction

# Published on Friday, 16 May 2025.
ROWS = [
    ("“The line will open,” Ana Reyes said on Tuesday.", "on Tuesday|Tuesday", "2025-05-13"),
    ("Ana Reyes said Tuesday that the line would open in June.", "Tuesday", "2025-05-13"),
    ("On Wednesday, Ana Reyes said that the line would open.", "Wednesday", "2025-05-14"),
    ("Ana Reyes told reporters on Thursday that the line was late.", "Thursday", "2025-05-15"),
    ("“We are late,” Ana Reyes said in a statement on Monday.", "Monday", "2025-05-12"),
    ("“We are late,” Ana Reyes told a news conference yesterday.", "yesterday", "2025-05-15"),
    ("In March 2024 Ana Reyes told the council that the line was late.", "March 2024", "2024-03"),
    # What is said about a day is not said on it.
    ("Ana Reyes said the line would open on Tuesday.", None, None),
    ("“The line will open on Tuesday,” Ana Reyes said.", None, None),
    ("Ana Reyes said of the vote on Tuesday that it was a farce.", None, None),
    ("Ana Reyes said that she had waited for three days.", None, None),
]


@pytest.mark.parametrize(("text", "words", "value"), ROWS)
def test_the_day_of_speaking(text: str, words: str | None, value: str | None) -> None:
    document = Document("a", text, published=date(2025, 5, 16))
    extraction = load_pipeline().read(document)
    assert isinstance(extraction, Extraction)
    (quote,) = extraction.quotes
    if words is None:
        assert quote.said_on is None
    else:
        assert quote.said_on in extraction.dates
        assert quote.said_on is not None
        assert quote.said_on.text in words.split("|")
        assert quote.said_on.value == value
