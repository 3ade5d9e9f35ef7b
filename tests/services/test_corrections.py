"""The rule of corrections: no later extraction undoes what an editor did."""

from __future__ import annotations

import pytest

from articles.choices import Origin, Status
from articles.extraction import types
from articles.extraction.types import QuoteType, Span
from articles.models import Person, Quote
from articles.services import review
from articles.services.store import store_extraction
from tests.builders import BODY, QUOTE, make_article, make_person


def found_quote(text: str, start: int, speaker: str, name: str) -> types.Extraction:
    """An extraction of BODY with one person and one quote of theirs."""
    span = Span(start, start + len(text))
    at = BODY.index(speaker)
    place = Span(at, at + len(speaker))
    return types.Extraction(
        id="1",
        language="en",
        extractor="newsapi-en/next",
        people=(types.Person(0, name, (types.Mention(place, speaker),)),),
        quotes=(
            types.Quote(
                span, text, (span,), QuoteType.DIRECT, types.Speaker(place, speaker, 0, name)
            ),
        ),
    )


@pytest.mark.django_db
@pytest.mark.parametrize("corrected", [{"cue": "said"}, {"text": "bridge will open on Friday"}])
def test_a_correction_survives_the_next_extraction(corrected: dict[str, str]) -> None:
    article = make_article()
    extraction = found_quote(QUOTE, BODY.index(QUOTE), "Ana Reyes", "Ana Reyes")
    store_extraction(article, extraction)
    quote = Quote.objects.get()
    tom = make_person(name="Tom Okafor", origin=Origin.EDITED)
    quote.speaker = tom
    for name, value in corrected.items():
        setattr(quote, name, value)
    review.fit(quote, quote.start)
    review.save(quote)
    after = Quote.objects.filter(pk=quote.pk).values().get()
    store_extraction(article, extraction)
    assert Quote.objects.values().get() == after
    tom.refresh_from_db()
    assert tom.quote_count == 1


@pytest.mark.django_db
def test_a_rejected_quote_does_not_come_back() -> None:
    article = make_article()
    extraction = found_quote(QUOTE, BODY.index(QUOTE), "Ana Reyes", "Ana Reyes")
    store_extraction(article, extraction)
    review.set_status(Quote.objects.all(), Status.REJECTED)
    store_extraction(article, extraction)
    assert Quote.objects.get().status == Status.REJECTED
    assert Person.objects.get().quote_count == 0
