"""Items are put together for the database, and each has its own outcome all the same."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from django.db import DataError

from articles.choices import ExtractionState, RunKind
from articles.models import Article, Run, Source
from articles.readers import Location, RawArticle, Rejected
from articles.services import batches, bulk
from articles.services.articles import Outcome
from articles.services.batches import Defaults, store_batch
from tests.builders import PUBLISHED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.db.models import Model
    from pytest_django import DjangoAssertNumQueries

pytestmark = pytest.mark.django_db


def raw(number: int, **values: Any) -> RawArticle:
    place = values.pop("location", Location("some.jsonl", line=number))
    body = values.pop("body", f"Text {number}.")
    return RawArticle(
        location=place, **{"guid": str(number), "headline": "Headline", "body": body, **values}
    )


def store(*items: RawArticle | Rejected, run: Run | None = None) -> list[Any]:
    return store_batch(items, Defaults(), run)


def test_batches_keep_the_order_and_end_at_their_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batches, "BATCH_ITEMS", 3)
    monkeypatch.setattr(batches, "BATCH_CHARACTERS", 100)
    monkeypatch.setattr(batches, "BATCH_SECONDS", 1000.0)
    items = [raw(n) for n in range(4)] + [raw(4, body="x" * 100), raw(5)]
    found = list(batches.batches(items))
    assert [len(batch) for batch in found] == [3, 2, 1]
    assert [item for batch in found for item in batch] == items


def test_a_slow_input_is_stored_as_it_comes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batches, "BATCH_SECONDS", 0.0)
    assert [len(batch) for batch in batches.batches([raw(1), raw(2)])] == [1, 1]


def test_every_item_has_its_outcome_in_its_place() -> None:
    store(raw(1), raw(2))
    bad = Rejected(Location("x"), "not_json", "no")
    long = raw(7, headline="x" * 2000)
    outcomes = store(raw(3), bad, raw(1), long, raw(3, body="Other."), raw(2, body="New."), raw(3))
    assert outcomes[1] is bad
    assert outcomes[3].code == "too_long"
    assert [outcomes[place] for place in (0, 2, 4, 5, 6)] == [
        Outcome.NEW, Outcome.UNCHANGED, Outcome.UPDATED, Outcome.UPDATED, Outcome.UNCHANGED,
    ]  # fmt: skip


def test_a_batch_takes_few_queries_however_large(
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    items = [raw(n) for n in range(100)]
    for expected in (Outcome.NEW, Outcome.UNCHANGED):
        with django_assert_max_num_queries(15):
            assert set(store(*items)) == {expected}


def test_one_that_the_database_refuses_keeps_no_other_out(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(rows: Sequence[Model]) -> None:
        raise DataError("it does not fit")

    save = Article.save

    def refuse_one(self: Article, **options: Any) -> None:
        if self.guid == "2":
            raise DataError("it does not fit")
        save(self, **options)

    monkeypatch.setattr(bulk, "insert", refuse)
    monkeypatch.setattr(Article, "save", refuse_one)
    outcomes = store(raw(1), raw(2), raw(3))
    assert [outcomes[0], outcomes[2]] == [Outcome.NEW, Outcome.NEW]
    assert (outcomes[1].code, outcomes[1].location.line) == ("not_stored", 2)
    assert Article.objects.count() == 2


def test_no_source_is_made_for_items_that_are_not_taken() -> None:
    store(raw(1, source="Taken"), raw(2, source="Refused", headline="x" * 2000))
    assert list(Source.objects.values_list("name", flat=True)) == ["Taken"]


def test_an_article_knows_the_load_that_waits_for_its_facts() -> None:
    first, second = (Run.objects.create(kind=RunKind.LOAD, started_at=PUBLISHED) for _ in "ab")
    store(raw(1), raw(2), run=first)
    Article.objects.filter(guid="2").update(state=ExtractionState.DONE)
    store(raw(1), raw(2), run=second)
    runs = dict(Article.objects.values_list("guid", "run"))
    assert runs == {"1": second.pk, "2": first.pk}
    article = Article.objects.get(guid="1")
    assert (article.loaded_from, article.loaded_line) == ("some.jsonl", 1)
