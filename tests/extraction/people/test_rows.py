import pytest
from spacy.language import Language

from articles.extraction.language import parse
from articles.extraction.layout import find_layout
from articles.extraction.people import find_people
from tests.extraction.people import (
    rows_cultures,
    rows_genres,
    rows_identity,
    rows_others,
    rows_titles,
)

ROWS = (
    *rows_cultures.ROWS,
    *rows_titles.ROWS,
    *rows_identity.ROWS,
    *rows_others.ROWS,
    *rows_genres.ROWS,
)


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_people_of_a_text(nlp: Language, text: str, expected: dict[str, list[str]]) -> None:
    people = find_people(parse(nlp, text), find_layout(text))
    found = {
        person.name: [
            f"{mention.title}|{mention.text}" if mention.title else mention.text
            for mention in person.mentions
        ]
        for person in people
    }
    assert found == expected
