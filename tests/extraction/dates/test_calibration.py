"""How sure a value is."""

from __future__ import annotations

from datetime import date

import pytest
from spacy.language import Language

from articles.extraction.dates import find_dates
from articles.extraction.dates.calibration import _DEFAULTS, _MEASURED, confidence_of
from articles.extraction.dates.find import RESOLVERS

TUESDAY = date(2025, 5, 20)


def test_every_measured_family_is_one_that_is_found() -> None:
    assert set(_MEASURED) <= set(RESOLVERS)


@pytest.mark.parametrize("family", RESOLVERS)
def test_a_surer_step_is_no_less_probable(family: str) -> None:
    steps = sorted(_MEASURED.get(family, _DEFAULTS), reverse=True)
    chances = [confidence_of(family, step) for step in steps]
    assert all(0 < chance < 1 for chance in chances)
    assert chances == sorted(chances, reverse=True)


@pytest.mark.parametrize(
    ("surer", "less_sure"),
    [
        ("It closed on March 4, 2024.", "It closed on March 4."),
        ("It closed on March 4.", "The March 4 closure."),
        ("It closed on Friday.", "The Friday closure."),
        ("It closed last summer.", "It closed in the summer."),
        ("It closed at Christmas 2020.", "The Christmas truce."),
        ("It closed on 25/12/2020.", "It closed on 05/12/2020."),
        ("It closed for four years.", "It closed for several years."),
    ],
)
def test_what_may_be_read_two_ways_is_less_sure(nlp: Language, surer: str, less_sure: str) -> None:
    (first,), (second,) = (find_dates(nlp(text), TUESDAY) for text in (surer, less_sure))
    assert first.confidence > second.confidence
