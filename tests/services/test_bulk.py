"""Rows stored in bulk are the rows that one by one would be stored."""

from __future__ import annotations

import pytest
from django.db import DataError, IntegrityError, connection, transaction

from articles.models import Article, DateExpression, Person, PossibleMatch, Quote, Source
from articles.services import bulk
from tests.builders import make_article, make_date, make_person, make_quote

pytestmark = pytest.mark.django_db


def test_rows_come_back_as_they_were() -> None:
    quote, date = make_quote(speaker=make_person()), make_date()
    for row in (quote, date):
        model = type(row)
        before = model.objects.values().get(pk=row.pk)
        copy = model(**{f.attname: getattr(row, f.attname) for f in model._meta.concrete_fields})
        model.objects.filter(pk=row.pk).delete()
        bulk.insert([copy])
        assert model.objects.values().get(pk=row.pk) == before


def test_times_that_the_model_sets_are_set() -> None:
    first, second = make_person(), make_person()
    bulk.insert([PossibleMatch(first=first, second=second)])
    assert PossibleMatch.objects.get().offered_at is not None


def test_rows_without_an_id_get_one() -> None:
    bulk.insert([Source(name=f"Source {n}", slug=f"s{n}") for n in range(3)])
    assert len(set(Source.objects.values_list("pk", flat=True))) == 3
    bulk.insert([])


def test_reserved_ids_are_new_and_ascending() -> None:
    gone = make_person()
    highest = gone.pk
    gone.delete()
    ids = bulk.Ids(Person)
    taken = [*ids.take(2), *ids.take(0), *ids.take(3)]
    assert taken == sorted(set(taken))
    assert min(taken) > highest
    bulk.insert([Person(pk=pk, name=f"P{pk}", folded_name=f"p{pk}") for pk in taken])
    assert make_person().pk > max(taken)


def test_what_the_database_refuses_is_an_error_of_django() -> None:
    article = make_article()
    with pytest.raises(IntegrityError), transaction.atomic():
        bulk.insert([Article(source=article.source, guid=article.guid, body="x")])
    if connection.vendor == "postgresql":
        with pytest.raises(DataError), transaction.atomic():
            bulk.insert([Source(name="x" * 201, slug="x")])


def test_named_fields_are_written_and_no_others() -> None:
    one, other = make_quote(), make_quote()
    for quote in (one, other):
        quote.cue, quote.segments, quote.text = f"said {quote.pk}", [[1, 2]], "not written"
    bulk.update([one, other], ["cue", "segments"])
    for quote in (one, other):
        stored = Quote.objects.get(pk=quote.pk)
        assert (stored.cue, stored.segments) == (f"said {quote.pk}", [[1, 2]])
        assert stored.text != "not written"
    bulk.update([], ["cue"])
    assert DateExpression.objects.count() == 0
