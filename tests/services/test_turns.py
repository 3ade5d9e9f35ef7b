"""Articles stored at the same time name one new person once."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection, connections

from articles.choices import ExtractionState
from articles.extraction.types import Extraction, Mention, Person, Span
from articles.models import Article
from articles.models import Person as PersonRow
from articles.services.store import store_extraction
from tests.builders import make_article

pytestmark = pytest.mark.django_db(transaction=True)
WRITERS = 6


def test_one_row_however_many_write_at_once() -> None:
    if connection.vendor == "sqlite":
        pytest.skip("SQLite has one writer at a time, and tests one connection")
    body = "Lucía Quintero won."
    rows = [make_article(body=body, state=ExtractionState.PENDING) for _ in range(WRITERS)]
    mention = Mention(Span(0, 14), "Lucía Quintero")
    found = Person(id=0, name="Lucía Quintero", mentions=(mention,))
    together = Barrier(WRITERS)

    def store(article: Article) -> None:
        together.wait(timeout=10)
        try:
            extraction = Extraction(
                id=str(article.pk), language="en", extractor="test/1", people=(found,)
            )
            store_extraction(article, extraction)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(WRITERS) as pool:
        list(pool.map(store, rows))
    assert list(PersonRow.objects.values_list("name", "article_count", "mention_count")) == [
        ("Lucía Quintero", WRITERS, WRITERS)
    ]
