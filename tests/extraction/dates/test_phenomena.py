"""What is found in sentences of each kind of news: words, type, value, mod and range."""

from __future__ import annotations

import pytest
from spacy.language import Language

from articles.extraction.dates import find_dates
from tests.extraction.dates import (
    rows_american,
    rows_british,
    rows_business,
    rows_court,
    rows_culture,
    rows_politics,
    rows_sport,
    rows_wire,
)
from tests.extraction.dates.notation import Row, as_expected

GENRES = (
    rows_politics,
    rows_sport,
    rows_business,
    rows_court,
    rows_culture,
    rows_wire,
    rows_british,
    rows_american,
)
ROWS = tuple(row for genre in GENRES for row in genre.ROWS)


def _name(row: Row) -> str:
    return f"{row.published}: {row.text}"


@pytest.mark.parametrize("row", ROWS, ids=_name)
def test_expressions(nlp: Language, row: Row) -> None:
    found = find_dates(nlp(row.text), row.published, row.country)
    assert as_expected(found) == row.expected
