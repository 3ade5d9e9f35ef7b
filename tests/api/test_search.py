"""Searching in the database: the query language, the order of what is found, every write."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from importlib import import_module
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest
from django.apps import apps
from django.db import connection
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from articles import fulltext
from articles.api import statements
from articles.fulltext_tables import SEARCHED
from articles.models import Article, Quote
from articles.models.article import UNDATED
from articles.search.matching import matches
from articles.search.query import QueryError, parse
from articles.search.stems import indexed
from articles.services.articles import edit_article
from tests.builders import PUBLISHED, make_article, make_quote
from tests.search.rows import ROWS

if TYPE_CHECKING:
    from rest_framework.test import APIClient

pytestmark = pytest.mark.django_db

ARTICLES = "/api/v1/articles/"
QUOTES = "/api/v1/quotes/"
on_sqlite = pytest.mark.skipif(connection.vendor != "sqlite", reason="a table of SQLite's")
# The database is the same for all examples; each rolls back what it adds.
in_one_database = settings(
    max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)


def found(api: APIClient, address: str, **parameters: str) -> Any:
    answer = api.get(address, parameters)
    assert answer.status_code == 200, answer.json()
    return [row["id"] for row in answer.json()["results"]]


def test_both_databases_find_what_the_query_language_means(api: APIClient) -> None:
    texts = list(dict.fromkeys(text for _, text, _ in ROWS))
    ids = {text: make_article(headline="h", body=text).pk for text in texts}
    for query, text, is_found in ROWS:
        if is_found is None:
            continue
        answer = found(api, ARTICLES, q=query, page_size="200")
        assert (ids[text] in answer) is is_found, query


@pytest.mark.parametrize("ordering", ["-published", "published", "relevance"])
@pytest.mark.parametrize("rows_a_match", [0, 60])
def test_rare_words_are_found_however_old(
    api: APIClient, monkeypatch: pytest.MonkeyPatch, rows_a_match: int, ordering: str
) -> None:
    monkeypatch.setattr(fulltext, "_ROWS_A_MATCH", rows_a_match)
    monkeypatch.setattr(statements, "_statements", {})
    words = ["harbour", "tram", "tram", "harbour", "tram"]
    made = [
        make_article(
            headline="h", body=f"A {word}.", published_at=PUBLISHED + timedelta(days=day)
        ).pk
        for day, word in enumerate(words)
    ]
    expected = [made[0], made[3]] if ordering == "published" else [made[3], made[0]]
    assert found(api, ARTICLES, q="harbour", ordering=ordering) == expected
    first = api.get(ARTICLES, {"q": "harbour", "ordering": ordering, "page_size": "1"}).json()
    second = api.get(first["next"]).json()
    assert [first["results"][0]["id"], second["results"][0]["id"]] == expected
    assert api.get(second["previous"]).json()["results"] == first["results"]


@pytest.mark.parametrize("address", [ARTICLES, QUOTES])
@pytest.mark.parametrize("name", ["q", "text"])
def test_a_query_that_cannot_be_is_refused_with_the_reason(
    api: APIClient, address: str, name: str
) -> None:
    for query in dict.fromkeys(query for query, _, is_found in ROWS if is_found is None and query):
        answer = api.get(address, {name: query})
        assert answer.status_code == 400, query
        assert answer.json()["errors"][0]["field"] == name
    assert "OR stands between" in api.get(address, {name: "a OR"}).json()["detail"]


def test_quotes_are_searched_by_their_own_words(api: APIClient) -> None:
    quote = make_quote(text="The bridge will open on Friday")
    assert found(api, QUOTES, q='"bridges open" OR bridge -saturday') == [quote.pk]
    assert found(api, QUOTES, q="harbour") == []
    assert found(api, QUOTES, q="bridge", text="friday") == [quote.pk]
    assert found(api, QUOTES, q="bridge", text="saturday") == []


def test_an_article_is_found_by_the_rules_of_its_language(api: APIClient) -> None:
    french = make_article(headline="Les négociations", body="Elle les a continues.", language="fr")
    english = make_article(headline="Sometimes they put it off", body="Nothing is new.")
    assert found(api, ARTICLES, q="negociation continue") == [french.pk]
    assert found(api, ARTICLES, q="putin") == []
    assert found(api, ARTICLES, q="news") == []
    assert found(api, ARTICLES, q="putting") == [english.pk]


def test_no_phrase_runs_from_the_headline_into_the_body(api: APIClient) -> None:
    article = make_article(headline="Bridge opens", body="Friday is the day.")
    assert found(api, ARTICLES, q='"bridge opens" "Friday is"') == [article.pk]
    assert found(api, ARTICLES, q='"opens Friday"') == []


def test_a_very_long_article_is_stored_and_found(api: APIClient) -> None:
    body = "the ship sails " * 6_000 + "to Zanzibar " + " ".join(f"w{n}" for n in range(20_000))
    article = make_article(body=body, language="xx")
    assert found(api, ARTICLES, q='"ship sails" zanzibar w19999') == [article.pk]
    assert found(api, ARTICLES, q='"w19998 w19999"') == []
    assert found(api, ARTICLES, q='"to zanzibar"') == []


@given(
    st.text(st.sampled_from("ab\"'-*():&|!<>\\^{}+ øđOR\0NEAT1é.") | st.characters(), max_size=40)
)
@example('"a" OR -"b')
@example("a\x00b")
@in_one_database
def test_no_text_is_an_error_of_the_engine(text: str) -> None:
    try:
        query = parse(text)
    except QueryError:
        return
    list(fulltext.newest_first(Article.objects.matching(query)))
    list(Article.objects.filter(search_text__matches=query))


WORDS = st.sampled_from(["bridge", "bridges", "old", "U.S.", "l’été", "10", "1e0e", "Путин", "x-y"])
QUERY = st.sampled_from([*'bridge old "old bridge" OR - U.S. ete 10 1e0e x-y "x y" путин'.split()])


@given(
    st.lists(
        st.tuples(
            st.lists(WORDS, min_size=1, max_size=6).map(" ".join), st.sampled_from(["en", "fr"])
        ),
        min_size=1,
        max_size=4,
    ),
    st.lists(QUERY, min_size=1, max_size=5).map(" ".join),
)
@in_one_database
def test_the_database_finds_what_python_finds(texts: list[tuple[str, str]], text: str) -> None:
    try:
        query = parse(text)
    except QueryError:
        return
    Article.objects.all().delete()
    expected = {
        make_article(headline="h", body=body, language=language).pk
        for body, language in texts
        if matches(indexed(["h", "", body], language).split(), query)
    }
    made = [make_article(headline="h", body=body, language=language) for body, language in texts]
    expected |= {row.pk for row in made if matches(row.search_text.split(), query)}
    assert {row.pk for row in Article.objects.matching(query)} == expected
    assert {row.pk for row in Article.objects.filter(search_text__matches=query)} == expected


MOMENTS = [
    None,
    UNDATED + timedelta(days=1),
    datetime(1599, 1, 1, tzinfo=UTC),
    datetime(1969, 12, 31, 23, 59, 59, 999_999, tzinfo=UTC),
    PUBLISHED,
    PUBLISHED.replace(microsecond=999_999),
    PUBLISHED + timedelta(seconds=1),
    datetime(2300, 1, 1, tzinfo=UTC),
]


@pytest.fixture
def in_time() -> list[int]:
    """Articles on a bridge, two of each moment, the newest first."""
    for moment in [*MOMENTS[::2], *MOMENTS[1::2], *MOMENTS]:
        make_article(body="A bridge", published_at=moment)
    make_article(headline="A tunnel", body="A tunnel")
    rows = Article.objects.filter(body="A bridge").order_by("-sort_at", "-id")
    return list(rows.values_list("pk", flat=True))


def test_matches_come_in_the_order_of_the_list(in_time: list[int]) -> None:
    rows = fulltext.newest_first(Article.objects.matching(parse("bridge")))
    assert [row.pk for row in rows] == in_time
    assert [row.pk for row in rows.filter(source__slug="harwick-courier")[:3]] == in_time[:3]


@on_sqlite
def test_sqlite_reads_the_words_in_their_order_and_sorts_nothing() -> None:
    for rows in (
        Article.objects.matching(parse("bridge")).filter(section="a"),
        Quote.objects.matching(parse("bridge")).current().filter(speaker=1),
    ):
        plan = fulltext.newest_first(rows).explain()
        table = rows.model._meta.db_table
        assert plan.index(f"SCAN {fulltext.words_table(table)}") < plan.index(f"SEARCH {table} ")
        assert "TEMP B-TREE" not in plan, plan


@pytest.mark.skipif(connection.vendor != "postgresql", reason="an index of PostgreSQL's")
def test_postgresql_can_look_words_up() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
        cursor.execute("SET LOCAL enable_indexscan = off")
        plan = Article.objects.filter(search_text__matches=parse("bridge")).explain()
    assert "articles_article_search" in plan


def test_every_write_is_found(api: APIClient) -> None:
    article = make_article(headline="Bridge", body="It opens.")
    quote = make_quote(article=article, text="It opens")
    other = make_article(headline="Tunnel", body="A bridge nearby.")
    assert found(api, ARTICLES, q="bridge") == [other.pk, article.pk]
    article.headline = "Ferry"
    edit_article(article, {"headline"})
    assert found(api, ARTICLES, q="bridge") == [other.pk]
    assert found(api, ARTICLES, q="ferry") == [article.pk]
    Article.objects.filter(pk=article.pk).update(sort_at=PUBLISHED - timedelta(days=1))
    Article.objects.filter(pk=article.pk).update(search_text="bridg ø open")
    rows = fulltext.newest_first(Article.objects.matching(parse("bridge")))
    assert [row.pk for row in rows] == [other.pk, article.pk]
    Quote.objects.filter(pk=quote.pk).update(sort_at=PUBLISHED - timedelta(days=1))
    assert found(api, QUOTES, q="opening") == [quote.pk]
    Quote.objects.filter(pk=quote.pk).delete()
    assert found(api, QUOTES, q="opening") == []
    article.delete()
    assert found(api, ARTICLES, q="bridge") == [other.pk]
    _check_words()


def test_the_words_of_quotes_follow_the_language_of_their_article(api: APIClient) -> None:
    article = make_article(body="Elle parle.")
    quote = make_quote(article=article, text="Elle parle")
    assert found(api, QUOTES, q="parler") == []
    article.language = "fr"
    edit_article(article, {"language"})
    assert found(api, QUOTES, q="parler") == [quote.pk]
    _check_words()


def _check_words() -> None:
    """That FTS5 finds nothing wrong in its tables."""
    if connection.vendor == "sqlite":
        for table in SEARCHED:
            words = fulltext.words_table(table)
            connection.cursor().execute(f"INSERT INTO {words} ({words}) VALUES ('integrity-check')")


@on_sqlite
def test_no_migration_has_lost_the_triggers() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        triggers = {name for (name,) in cursor.fetchall()}
    kept = {"insert", "delete", "update", "refuse"}
    wanted = {f"{fulltext.words_table(table)}_{event}" for table in SEARCHED for event in kept}
    # If not: end the migration that changes the table with fulltext_tables.keep_words.
    assert wanted <= triggers


@on_sqlite
def test_an_id_that_has_no_place_is_refused() -> None:
    with pytest.raises(Exception, match="use PostgreSQL"):
        make_article(pk=fulltext.ID_MASK + 1)


def test_what_was_stored_before_is_stored_anew_and_back() -> None:
    migration = import_module("articles.migrations.0011_stems")
    editor = SimpleNamespace(connection=connection)
    article = make_article(headline="Élise’s talks", standfirst="Ended", body="In May")
    quote = make_quote(article=article, text="In May")
    stored = [article.search_text, quote.search_text]

    def now() -> list[str]:
        article.refresh_from_db()
        quote.refresh_from_db()
        return [article.search_text, quote.search_text]

    migration.store_folded(apps, editor)
    assert now() == [" elises talks ended in may ", " in may "]
    moment = PUBLISHED.replace(microsecond=5)
    for model in (Article, Quote):
        model._default_manager.update(sort_at=moment)
    migration.store_stems(apps, editor)
    assert now() == stored
    assert article.sort_at == quote.sort_at == PUBLISHED
    _check_words()


def test_the_best_of_the_newest_come_first(api: APIClient) -> None:
    once = make_article(headline="News", body="Of a bridge " + "and other things " * 50)
    often = make_article(headline="A bridge", body="The bridge is a bridge.")
    twin = make_article(headline="A bridge", body="The bridge is a bridge.")
    make_article(headline="A tunnel", body="The tunnel.")
    assert found(api, ARTICLES, q="bridges", ordering="relevance") == [twin.pk, often.pk, once.pk]


def test_only_the_newest_are_ranked(api: APIClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fulltext, "MOST_RANKED", 2)
    articles = [
        make_article(body="A bridge", published_at=PUBLISHED + timedelta(days=day))
        for day in (2, 0, 1)
    ]
    best = found(api, ARTICLES, q="bridge", ordering="relevance")
    assert best == [articles[0].pk, articles[2].pk]


def test_pages_of_the_best_follow_each_other_forth_and_back(api: APIClient) -> None:
    for number in range(7):
        make_article(headline="News", body="A bridge. " * (number % 3 + 1))
    whole = found(api, ARTICLES, q="bridge", ordering="relevance")
    address: str | None = f"{ARTICLES}?q=bridge&ordering=relevance&page_size=2"
    pages, previous = [], []
    while address:
        answer = api.get(address).json()
        pages.append([row["id"] for row in answer["results"]])
        previous.append(answer["previous"])
        address = answer["next"]
    assert [pk for page in pages for pk in page] == whole
    assert len(whole) == 7
    for back, page in zip(previous[1:], pages, strict=False):
        assert [row["id"] for row in api.get(back).json()["results"]] == page


def test_a_relevance_needs_a_query(api: APIClient) -> None:
    assert api.get(ARTICLES, {"ordering": "relevance"}).status_code == 400
    assert api.get("/api/v1/dates/", {"ordering": "relevance"}).status_code == 400


@pytest.mark.parametrize("ordering", ["published", "-published", "-id", "loaded"])
def test_pages_of_a_search_follow_each_other(
    api: APIClient, in_time: list[int], ordering: str
) -> None:
    address: str | None = f"{ARTICLES}?q=bridge&ordering={ordering}&page_size=3"
    pages = []
    while address:
        answer = api.get(address).json()
        pages += [row["id"] for row in answer["results"]]
        address = answer["next"]
    assert pages == found(api, ARTICLES, q="bridge", ordering=ordering, page_size="200")
    assert sorted(pages) == sorted(in_time)
    if "published" in ordering:
        assert pages == (in_time if ordering.startswith("-") else in_time[::-1])


@pytest.mark.parametrize("ordering", ["relevance", "-published"])
def test_highlights_say_where_the_words_stand(api: APIClient, ordering: str) -> None:
    body = "The mayor spoke. “Bridges will open,” Reyes said of the new bridge. " + "More. " * 60
    article = make_article(headline="New bridge", standfirst="A bridge opens.", body=body)
    quote = make_quote(article=article, text="Bridges will open")
    query = {"q": "bridge opening", "include": "highlights", "ordering": ordering}
    marks = api.get(ARTICLES, query).json()["results"][0]["highlights"]
    assert [article.headline[s:e] for s, e in marks["headline"]] == ["bridge"]
    assert [article.standfirst[s:e] for s, e in marks["standfirst"]] == ["bridge", "opens"]
    assert [body[s:e] for s, e in marks["body"]] == ["Bridges", "open", "bridge"]
    piece = marks["snippet"]
    assert body[piece["start"] : piece["end"]] == piece["text"]
    assert "Bridges will open" in piece["text"]
    assert len(piece["text"]) <= 240
    marks = api.get(QUOTES, query).json()["results"][0]["highlights"]
    assert marks["headline"] == marks["standfirst"] == []
    assert [body[s:e] for s, e in marks["body"]] == ["Bridges", "open"]
    assert marks["snippet"] == {"start": quote.start, "end": quote.end, "text": quote.text}


@pytest.mark.parametrize("address", [ARTICLES, QUOTES])
def test_highlights_are_of_a_search(api: APIClient, address: str) -> None:
    assert "highlights" not in str(api.get(address, {"q": "bridge"}).json())
    answer = api.get(address, {"include": "highlights"})
    assert answer.status_code == 400
    assert answer.json()["errors"][0]["field"] == "include"
