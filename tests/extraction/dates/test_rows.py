"""What is found in single sentences, and what it means."""

from __future__ import annotations

from datetime import date

import pytest
from spacy.language import Language

from articles.extraction.dates import find_dates
from tests.extraction.dates import rows, rows_lengths

ALL = rows.ROWS + rows_lengths.ROWS
TUESDAY = date(2025, 5, 20)


@pytest.mark.parametrize(("text", "expected"), ALL, ids=[text for text, _ in ALL])
def test_expressions_and_values(
    nlp: Language, text: str, expected: tuple[tuple[str, str], ...]
) -> None:
    found = find_dates(nlp(text), TUESDAY)
    assert tuple((one.text, one.value) for one in found) == expected
