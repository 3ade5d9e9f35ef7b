"""Articles stored at the same time name one new person once."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier, Event

import pytest
from django.db import connection, connections, transaction

from articles.choices import ExtractionState
from articles.extraction.types import Extraction, Mention, Person, Span
from articles.models import Article
from articles.models import Person as PersonRow
from articles.services import merging
from articles.services.store import store_extraction
from tests.builders import make_article, make_mention, make_person

pytestmark = pytest.mark.django_db(transaction=True)
WRITERS = 6


def test_a_description_does_not_wait_for_the_article_it_is_from() -> None:
    """Else one who waits for a turn with the article locked, and one whose turn it is, would."""
    if connection.vendor == "sqlite":
        pytest.skip("SQLite locks no rows")
    mention = make_mention()
    mention.appearance.titles = ["mayor"]
    mention.appearance.save()
    locked, described = Event(), Event()

    def hold() -> bool:
        try:
            with transaction.atomic():
                Article.objects.locked().get(pk=mention.article_id)
                locked.set()
                return described.wait(timeout=10)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(1) as pool:
        holding = pool.submit(hold)
        assert locked.wait(timeout=10)
        merging.merge(mention.person, make_person(name="Anna Reyes"), by="desk")
        described.set()
        assert holding.result()
    mention.person.refresh_from_db()
    assert mention.person.described_in == mention.article


def test_one_row_however_many_write_at_once() -> None:
    if connection.vendor == "sqlite":
        pytest.skip("SQLite has one writer at a time, and tests one connection")
    body = "Lucía Quintero won."
    rows = [make_article(body=body, state=ExtractionState.PENDING) for _ in range(WRITERS)]
    mention = Mention(Span(0, 14), "Lucía Quintero")
    found = Person(id=0, name="Lucía Quintero", mentions=(mention,))
    together = Barrier(WRITERS)

    def write(article: Article) -> None:
        together.wait(timeout=10)
        try:
            extraction = Extraction(
                id=str(article.pk), language="en", extractor="test/1", people=(found,)
            )
            store_extraction(article, extraction)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(WRITERS) as pool:
        list(pool.map(write, rows))
    assert list(PersonRow.objects.values_list("name", "article_count", "mention_count")) == [
        ("Lucía Quintero", WRITERS, WRITERS)
    ]
