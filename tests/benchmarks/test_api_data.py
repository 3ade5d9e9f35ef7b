"""Invented articles: always the same ones, and as the services would have stored them."""

from __future__ import annotations

import pytest
from django.db import connection

from articles.models import Appearance, Article, DateExpression, Mention, Person, Quote
from articles.models.facts import Fact
from articles.search.stems import indexed
from articles.services import summaries
from articles.services.delivery import sha256
from articles.services.facts import link_to_quotes
from benchmarks.api.corpus import DATES, PEOPLE, QUOTES, WORDS, Corpus
from benchmarks.api.fill import fill
from benchmarks.api.words import person_name

ARTICLES = 50


def test_an_article_is_the_same_whatever_was_made_before_it() -> None:
    in_order = [Corpus(ARTICLES).story(number) for number in range(10)]
    assert Corpus(ARTICLES).story(9) == in_order[9]
    assert Corpus(ARTICLES, seed=2).story(9) != in_order[9]
    assert len({story.body for story in in_order}) == 10


def test_every_article_has_its_number_of_facts_and_words() -> None:
    corpus = Corpus(ARTICLES)
    for number in range(ARTICLES):
        story = corpus.story(number)
        assert (len(story.people), len(story.quotes), len(story.dates)) == (PEOPLE, QUOTES, DATES)
        assert len({named.rank for named in story.people}) == PEOPLE
        assert WORDS[0] <= len(story.body.split()) <= WORDS[1] + 20


def test_few_people_are_in_most_articles_and_most_in_few() -> None:
    corpus = Corpus(2000)
    ranks = [named.rank for number in range(500) for named in corpus.story(number).people]
    assert ranks.count(0) > 4 * ranks.count(10) > 0
    assert len(set(ranks)) > 200


def test_no_two_people_have_one_name() -> None:
    names = {person_name(rank) for rank in range(50_000)}
    assert len(names) == 50_000


@pytest.fixture
def _filled(transactional_db: None) -> None:
    fill(Corpus(ARTICLES))


@pytest.mark.usefixtures("_filled")
class TestFilledDatabase:
    def test_every_fact_stands_where_it_says(self) -> None:
        models: tuple[type[Fact], ...] = (Quote, Mention, DateExpression)
        for model in models:
            facts = list(model._default_manager.select_related("article"))
            assert facts
            for fact in facts:
                assert fact.article.body[fact.start : fact.end] == fact.text
                assert fact.sort_at == fact.article.sort_at
        for quote in Quote.objects.select_related("article"):
            body = quote.article.body
            assert body[quote.speaker_start : quote.speaker_end] == quote.speaker_text
            assert body[quote.cue_start : quote.cue_end] == quote.cue
            assert quote.segments == [[quote.start, quote.end]]

    def test_what_is_derived_is_what_the_services_derive(self) -> None:
        assert list(summaries.differences()) == []
        assert not Person.objects.filter(mention_count=0).exists()
        links = dict(Mention.objects.values_list("pk", "quote"))
        for article in Article.objects.all():
            link_to_quotes(article)
            parts = [article.headline, article.standfirst, article.body]
            assert article.search_text == indexed(parts, "en")
            assert article.body_sha256 == sha256(article.body)
            assert article.sort_at == article.published_at
            # As the database compares it, too.
            assert Article.objects.filter(pk=article.pk, sort_at=article.sort_at).exists()
        assert dict(Mention.objects.values_list("pk", "quote")) == links
        assert any(links.values())

    def test_facts_of_a_person_belong_to_that_persons_appearance(self) -> None:
        assert Appearance.objects.count() == PEOPLE * ARTICLES
        for mention in Mention.objects.select_related("appearance"):
            appearance = mention.appearance
            assert (appearance.article_id, appearance.person_id) == (
                mention.article_id,
                mention.person_id,
            )
        for quote in Quote.objects.select_related("appearance"):
            assert quote.appearance is not None
            assert quote.appearance.person_id == quote.speaker_id

    def test_indexes_and_the_numbering_are_as_they_were(self) -> None:
        with connection.cursor() as cursor:
            found = connection.introspection.get_constraints(cursor, Quote._meta.db_table)
        assert {index.name for index in Quote._meta.indexes} <= found.keys()
        source = Article.objects.first()
        assert source is not None
        source.pk = None
        source.guid = "another"
        source.save()
        assert source.pk > ARTICLES

    def test_a_database_in_use_is_refused(self) -> None:
        with pytest.raises(SystemExit, match="name an empty one"):
            fill(Corpus(ARTICLES))
        assert Article.objects.count() == ARTICLES
