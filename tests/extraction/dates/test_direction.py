"""The tense of the verb that governs an expression."""

from __future__ import annotations

import pytest
from spacy.language import Language

from articles.extraction.dates.direction import Direction, Tense
from articles.extraction.dates.pieces import plain


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("The council voted on Friday.", Direction.PAST),
        ("The council has voted on Friday.", Direction.PAST),
        ("The council was dissolved on Friday.", Direction.PAST),
        ("The plan announced Friday is bold.", Direction.PAST),
        ("The council will vote on Friday.", Direction.FUTURE),
        ("The council would vote on Friday.", Direction.FUTURE),
        ("The council plans to vote on Friday.", Direction.FUTURE),
        ("The council is voting on Friday.", Direction.FUTURE),
        ("The vote is scheduled for Friday.", Direction.FUTURE),
        ("It has been closed since Friday.", Direction.PAST),
        ("She has until Friday to answer.", Direction.FUTURE),
        ("The Friday vote.", Direction.UNKNOWN),
    ],
)
def test_direction(nlp: Language, text: str, direction: Direction) -> None:
    doc = nlp(text)
    assert Tense(doc, plain(text)).at(text.index("Friday")).direction is direction
