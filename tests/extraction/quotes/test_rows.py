"""Every row: what is said, by whom, with which cue, asserted or not."""

from collections import Counter

import pytest
from spacy.language import Language

from articles.extraction.language import parse
from articles.extraction.layout import find_layout
from articles.extraction.people import find_people
from articles.extraction.quotes import find_quotes
from tests.extraction.quotes.rows import (
    carried,
    cited,
    factuality,
    fronted,
    marks,
    no_speech,
    places,
    pronouns,
    reports,
    talks,
    turns,
    unnamed,
)
from tests.extraction.quotes.rows.row import Row, Said

MODULES = (
    carried,
    cited,
    factuality,
    fronted,
    marks,
    no_speech,
    places,
    pronouns,
    reports,
    talks,
    turns,
    unnamed,
)
ROWS = [(module.__name__.rpartition(".")[2], row) for module in MODULES for row in module.ROWS]


def said_in(nlp: Language, text: str) -> tuple[Said, ...]:
    doc = parse(nlp, text)
    layout = find_layout(text)
    return tuple(
        Said(
            quote.quote_type.value,
            " | ".join(segment.of(text) for segment in quote.segments),
            quote.speaker.text if quote.speaker else None,
            quote.speaker.name if quote.speaker else None,
            quote.cue.lemma if quote.cue else None,
            quote.factuality.value,
        )
        for quote in find_quotes(doc, find_people(doc, layout), layout)
    )


@pytest.mark.parametrize(
    "row", [pytest.param(row, id=f"{name}-{row.text[:40]}") for name, row in ROWS]
)
def test_row(nlp: Language, row: Row) -> None:
    assert said_in(nlp, row.text) == row.said


def test_rows_span_genres_and_styles() -> None:
    genres = Counter(row.genre for _, row in ROWS)
    styles = Counter(row.style for _, row in ROWS)
    assert len(genres) >= 5
    assert min(genres.values()) >= 15
    assert min(styles.values()) >= 50
    assert len({row.text for _, row in ROWS}) == len(ROWS) >= 150
