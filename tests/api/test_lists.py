"""Every list: its pages, its parameters, its cost."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from articles.choices import ExtractionState, Origin, Status
from articles.extraction.types import QuoteType
from articles.models import Quote
from tests.builders import (
    make_article,
    make_date,
    make_mention,
    make_person,
    make_quote,
    make_source,
)

if TYPE_CHECKING:
    from pytest_django import DjangoAssertNumQueries
    from rest_framework.test import APIClient

pytestmark = pytest.mark.django_db

LISTS = ("articles", "people", "quotes", "dates", "sources")


def make_world(number: int) -> None:
    """One more row in each list."""
    article = make_article(source=make_source(name=f"Source {number}"))
    person = make_person(name=f"Ana Reyes {number}")
    quote = make_quote(article=article, speaker=person)
    make_mention(article=article, person=person, quote=quote)
    make_date(article=article)


def url(name: str) -> str:
    return f"/api/v1/{name}/"


@pytest.mark.parametrize("rows", [1, 12])
@pytest.mark.parametrize("name", LISTS)
def test_a_list_is_one_query(
    api: APIClient, name: str, rows: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(rows):
        make_world(number)
    with django_assert_num_queries(1):
        assert len(api.get(url(name)).json()["results"]) == rows


@pytest.mark.parametrize("rows", [1, 6])
def test_an_article_with_all_its_facts_is_one_query(
    api: APIClient, rows: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    words = [f"Name{number}" for number in range(rows)]
    article = make_article(body=" ".join(words))
    for word in words:
        person = make_person(name=word)
        make_quote(article=article, text=word, speaker=person)
        make_mention(article=article, text=word, person=person)
        make_date(article=article, text=word)
    with django_assert_num_queries(1):
        answer = api.get(f"/api/v1/articles/{article.pk}/").json()
    assert len(answer["people"]) == len(answer["quotes"]) == len(answer["dates"]) == rows


def pages(api: APIClient, address: str, link: str = "next") -> list[list[int]]:
    found = []
    following: str | None = address
    while following:
        answer = api.get(following)
        assert answer.status_code == 200, answer.json()
        found.append([row["id"] for row in answer.json()["results"]])
        following = answer.json()[link]
        last = answer
    backwards = []
    back: str | None = last.json()["previous"]
    while back:
        answer = api.get(back)
        backwards.append([row["id"] for row in answer.json()["results"]])
        back = answer.json()["previous"]
    assert backwards == found[-2::-1]
    return found


ORDERINGS = {
    "articles": ("published", "loaded", "id"),
    "people": ("mentions", "quotes", "articles", "name", "id"),
    "quotes": ("published", "confidence", "id"),
    "dates": ("published", "earliest", "id"),
    "sources": ("slug", "id"),
}


@pytest.mark.parametrize("sign", ["", "-"])
@pytest.mark.parametrize(
    ("name", "ordering"), [(name, order) for name in LISTS for order in ORDERINGS[name]]
)
def test_pages_give_every_row_once_forth_and_back(
    api: APIClient, name: str, ordering: str, sign: str
) -> None:
    for number in range(7):
        make_world(number)
    make_article(published_at=None)
    make_date(earliest=None, latest=None, value="PRESENT_REF", article=make_article())
    found = pages(api, f"{url(name)}?page_size=2&ordering={sign}{ordering}")
    rows = [pk for page in found for pk in page]
    whole = api.get(f"{url(name)}?page_size=200&ordering={sign}{ordering}").json()["results"]
    assert rows == [row["id"] for row in whole]
    assert len(rows) == len(set(rows)) >= 7


def test_articles_without_a_date_come_behind_the_dated_ones(api: APIClient) -> None:
    undated, dated = make_article(published_at=None), make_article()
    rows = api.get(url("articles")).json()["results"]
    assert [row["id"] for row in rows] == [dated.pk, undated.pk]
    assert rows[1]["published_at"] is None


def test_the_way_to_the_next_page_has_one_cursor_however_it_was_written(api: APIClient) -> None:
    for number in range(3):
        make_article(headline=f"h {number}")
    first = api.get("/api/v1/articles/?page_size=1").json()
    second = api.get(first["next"].replace("cursor=", "curs%6Fr=")).json()
    third = api.get(second["next"]).json()
    assert len({page["results"][0]["id"] for page in (first, second, third)}) == 3


def test_a_page_neither_repeats_nor_skips_when_rows_come_in(api: APIClient) -> None:
    first = [make_article().pk for _ in range(4)]
    page = api.get(f"{url('articles')}?page_size=2").json()
    make_article()
    rest = api.get(page["next"]).json()
    seen = [row["id"] for row in page["results"] + rest["results"]]
    assert seen == first[::-1]


def test_the_count_is_given_on_demand(api: APIClient) -> None:
    for number in range(3):
        make_world(number)
    answer = api.get(f"{url('quotes')}?count=true&page_size=1").json()
    assert answer["count"] == 3
    assert "count" not in api.get(url("quotes")).json()


def test_links_stand_in_the_header_too(api: APIClient) -> None:
    for number in range(3):
        make_world(number)
    answer = api.get(f"{url('quotes')}?page_size=1")
    assert answer.headers["Link"] == f'<{answer.json()["next"]}>; rel="next"'


@pytest.mark.parametrize("name", [*LISTS, "merges", "possible-matches"])
@pytest.mark.parametrize(
    ("query", "field"),
    [
        ("page_size=0", "page_size"),
        ("page_size=201", "page_size"),
        ("page_size=9999999999999999999999", "page_size"),
        ("page_size=000000000020", "page_size"),
        ("page_size=00000000110000000000000000000000000000", "page_size"),
        ("page_size=x", "page_size"),
        ("page_size=٣", "page_size"),
        ("ordering=nothing", "ordering"),
        ("ordering=--id", "ordering"),
        ("count=maybe", "count"),
        ("cursor=", "cursor"),
        ("cursor=abc", "cursor"),
        ("cursor=" + "x" * 5000, "cursor"),
        ("page_size=2&page_size=3", "page_size"),
        ("nonsense=1", "nonsense"),
        ("format=json", "format"),
    ],
)
def test_a_malformed_parameter_is_named(api: APIClient, name: str, query: str, field: str) -> None:
    answer = api.get(f"{url(name)}?{query}")
    assert answer.status_code == 400
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert [error["field"] for error in answer.json()["errors"]] == [field]


@pytest.mark.parametrize(
    ("name", "query", "nearest"),
    [
        ("quotes", "speker=1", "speaker"),
        ("quotes", "min_confidense=1", "min_confidence"),
        ("articles", "publishd_after=2025-01-01", "published_after"),
        ("people", "nmae=x", "name"),
        ("dates", "form=2025-01-01", "from"),
        ("articles", "pagesize=3", "page_size"),
    ],
)
def test_the_nearest_valid_name_is_offered(
    api: APIClient, name: str, query: str, nearest: str
) -> None:
    answer = api.get(f"{url(name)}?{query}")
    assert answer.status_code == 400
    assert f"did you mean '{nearest}'?" in answer.json()["detail"]


BAD_VALUES: dict[str, dict[str, tuple[str, ...]]] = {
    "articles": {
        "person": ("x", "-1", "1e400", "nan", "99999999999999999999", "%00"),
        "published_after": ("2025-02-30", "0000-01-01", "99999-01-01", "yesterday", "%00"),
        "published_before": ("2025-13-01T00:00Z", "0001-01-01T00:00%2B14:00"),
        "text": ("%00", "...", "w " * 30),
        "source": ("%00", "x" * 300),
        "state": ("none",),
    },
    "people": {"min_mentions": ("x", "-1", "1.5"), "min_quotes": ("1e3",), "name": ("%00", "'")},
    "quotes": {
        "speaker": ("x",),
        "about": ("x", "99999999999999999999"),
        "type": ("spoken",),
        "date_from": ("x", "2025-02-30"),
        "date_to": ("tomorrow",),
        "said_from": ("x",),
        "said_to": ("x",),
        "cue": ("%00",),
        "min_confidence": ("1.1", "-0.1", "nan", "inf", "1e400", "x"),
        "status": ("rejected",),
    },
    "dates": {
        "on": ("2025-02-30", "0000-01-01", "10000-01-01", "x", "05/06/2025", "May 6, 2025"),
        "from": ("x",),
        "to": ("x",),
        "type": ("date",),
        "quote": ("x",),
    },
    "sources": {"country": ("GBR",), "name": ("%00",)},
    "merges": {"person": ("x", "-1", "99999999999999999999")},
    "possible-matches": {"person": ("x", "1.5"), "status": ("waiting",)},
}


@pytest.mark.parametrize(
    ("name", "field", "value"),
    [(n, f, v) for n, fields in BAD_VALUES.items() for f, vs in fields.items() for v in vs],
)
def test_a_value_that_cannot_be_is_refused_by_name(
    api: APIClient, name: str, field: str, value: str
) -> None:
    answer = api.get(f"{url(name)}?{field}={value}")
    assert answer.status_code == 400, answer.json()
    assert {error["field"] for error in answer.json()["errors"]} == {field}


def test_the_cursor_of_another_list_is_refused(api: APIClient) -> None:
    for number in range(3):
        make_world(number)
    cursor = api.get(f"{url('quotes')}?page_size=1").json()["next"].split("cursor=")[1]
    assert api.get(f"{url('dates')}?cursor={cursor}").status_code == 400
    assert api.get(f"{url('quotes')}?ordering=id&cursor={cursor}").status_code == 400


def make_two() -> dict[str, Any]:
    """Two articles that differ in everything that can be asked for."""
    make_person(name="Nobody At All")
    ana = make_person(name="Élise O’Neill-Reyes", aliases=["O'Neill"], wikidata_id="Q1")
    tom = make_person(name="Tom Okafor")
    body = "Élise O’Neill-Reyes said “Tom Okafor lost the ceasefire” on Friday."
    first = make_article(
        body=body, headline="Talks", source=make_source(name="North Wire", country="GB"),
        section="World", language="en",
    )  # fmt: skip
    quote = make_quote(
        article=first, text="Tom Okafor lost the ceasefire", speaker=ana, confidence=0.8
    )
    make_mention(article=first, text="Élise O’Neill-Reyes", person=ana)
    make_mention(article=first, text="Tom Okafor", person=tom)
    friday = make_date(article=first)
    make_date(
        article=first, text="ceasefire", value="2025-03", earliest=date(2025, 3, 1),
        latest=date(2025, 3, 31), quote=quote,
    )  # fmt: skip
    Quote.objects.filter(pk=quote.pk).update(said_on=friday, cue_lemma="say")
    second = make_article(
        body="Nothing happened in 2019, he said.", headline="Quiet", published_at=None,
        source=make_source(name="Courier"), section="Local", language="fr",
        state=ExtractionState.UNSUPPORTED,
    )  # fmt: skip
    indirect = QuoteType.INDIRECT
    make_quote(article=second, text="Nothing happened", quote_type=indirect, confidence=0.3)
    return {"ana": ana, "tom": tom, "first": first, "second": second, "quote": quote}


@pytest.mark.parametrize(
    ("name", "query", "rows"),
    [
        ("articles", "source=north-wire", 1),
        ("articles", "source=none", 0),
        ("articles", "section=World", 1),
        ("articles", "language=fr", 1),
        ("articles", "person={ana}", 1),
        ("articles", "person=987654", 0),
        ("articles", "published_after=2025-05-14", 1),
        ("articles", "published_after=2025-05-15", 0),
        ("quotes", "published_after=2025-05-15", 0),
        ("articles", "published_before=2025-05-14", 1),
        ("articles", "published_before=2025-05-14T09:29:59Z", 0),
        ("articles", "published_after=2025-05-14T11:30:00%2B02:00", 1),
        ("articles", "published_after=2025-05-14T11:30:00+02:00", 1),
        ("articles", "q=elise %22lost the ceasefires%22 -victory", 1),
        ("articles", "text=elise oneill", 1),
        ("articles", "text=CEASEFIRE talks", 1),
        ("articles", "text=cease", 0),
        ("articles", "text=%25", None),
        ("articles", "state=unsupported", 1),
        ("people", "name=elise", 1),
        ("people", "name=ELISE O'NEILL", 1),
        ("people", "name=oneill", 1),
        ("people", "name=oka", 0),
        ("people", "source=north-wire", 2),
        ("people", "min_mentions=1", 2),
        ("people", "min_quotes=1", 1),
        ("people", "wikidata_id=Q1", 1),
        ("quotes", "speaker={ana}", 1),
        ("quotes", "speaker={tom}", 0),
        ("quotes", "about={tom}", 1),
        ("quotes", "about={ana}", 0),
        ("quotes", "speaker={ana}&about={tom}&type=direct&text=Ceasefire lost", 1),
        ("quotes", "q=ceasefire OR truce -won", 1),
        ("quotes", "section=World", 1),
        ("dates", "section=World", 2),
        ("quotes", "speaker_name=oneill", 1),
        ("quotes", "speaker_name=ÉLISE ONEILL reyes", 1),
        ("quotes", "speaker_name=Tom Okafor", 0),
        ("quotes", "speaker_name=nobody", 0),
        ("quotes", "about_name=Tom Okafor", 1),
        ("quotes", "about_name=O'Neill", 0),
        ("quotes", "type=indirect", 1),
        ("quotes", "source=courier", 1),
        ("quotes", "published_after=2025-05-01&published_before=2025-05-31", 1),
        ("quotes", "min_confidence=0.5", 1),
        ("quotes", "article={second}", 1),
        ("quotes", "cue=say", 1),
        ("quotes", "cue=said", 0),
        ("quotes", "date_from=2025-03-31", 1),
        ("quotes", "date_from=2025-04-01", 0),
        ("quotes", "date_to=2025-03-01", 1),
        ("quotes", "date_to=2025-02-28", 0),
        ("quotes", "date_from=2025-03-05&date_to=2025-03-06", 1),
        ("quotes", "date_from=2025-05-16&date_to=2025-05-16", 0),
        ("quotes", "said_from=2025-05-16&said_to=2025-05-16", 1),
        ("quotes", "said_from=2025-05-17", 0),
        ("quotes", "said_to=2025-05-15", 0),
        ("dates", "quote={quote}", 1),
        ("dates", "on=2025-05-16", 1),
        ("dates", "on=2025-05-17", 0),
        ("dates", "from=2025-05-16&to=2025-05-16", 1),
        ("dates", "from=2025-05-17", 0),
        ("dates", "to=2025-02-28", 0),
        ("dates", "type=DATE", 2),
        ("dates", "type=SET", 0),
        ("dates", "article={first}", 2),
        ("dates", "person={tom}", 2),
        ("dates", "person=987654", 0),
        ("sources", "country=gb", 1),
        ("sources", "name=North Wire", 1),
    ],
)
def test_each_filter_finds_what_it_should(
    api: APIClient, name: str, query: str, rows: int | None
) -> None:
    world = make_two()
    address = query.format(**{key: row.pk for key, row in world.items()})
    answer = api.get(f"{url(name)}?{address}")
    if rows is None:
        assert answer.status_code == 400
    else:
        assert len(answer.json()["results"]) == rows, answer.json()


def test_every_filter_is_tried_here() -> None:
    from articles.api import filters

    marks = test_each_filter_finds_what_it_should.pytestmark  # type: ignore[attr-defined]
    tried = {(row[0], part.split("=")[0]) for row in marks[0].args[1] for part in row[1].split("&")}
    kinds: dict[str, Any] = {
        "facts": filters.FactFilters,
        "articles": filters.ArticleFilters,
        "people": filters.PersonFilters,
        "quotes": filters.QuoteFilters,
        "dates": filters.DateFilters,
        "sources": filters.SourceFilters,
    }
    # Shared by both lists of facts and tried on quotes.
    shared = set(kinds["facts"].base_filters)
    declared = {
        (name, field)
        for name, kind in kinds.items()
        for field in kind.base_filters
        if name == "quotes" or (name != "facts" and field not in shared)
    }
    elsewhere = {("quotes", "origin"), ("quotes", "status"), ("articles", "pub_status")}
    elsewhere |= {("articles", "copies"), ("quotes", "copies")}
    assert declared - tried == elsewhere


def test_both_ends_of_the_days_a_quote_names_belong_to_one_date(api: APIClient) -> None:
    article = make_article(body="“We met in January and again in May,” she said.")
    quote = make_quote(article=article, text="We met in January and again in May")
    for text, month in (("January", 1), ("May", 5)):
        days = date(2025, month, 1), date(2025, month, 31)
        make_date(article=article, text=text, earliest=days[0], latest=days[1], quote=quote)
    found = api.get(f"{url('quotes')}?date_from=2025-02-01&date_to=2025-04-30").json()
    assert found["results"] == []


def test_a_quote_tells_when_it_was_said(api: APIClient) -> None:
    friday = make_date()
    make_quote(article=friday.article, said_on=friday)
    (row,) = api.get(url("quotes")).json()["results"]
    assert row["said_on"] == {
        "id": friday.pk,
        "text": "Friday",
        "value": "2025-05-16",
        "earliest": "2025-05-16",
        "latest": "2025-05-16",
    }


@pytest.mark.parametrize(
    "review", [{"origin": Origin.EDITED}, {"status": Status.CONFIRMED}], ids=["origin", "status"]
)
def test_reviewed_facts_can_be_asked_for(api: APIClient, review: dict[str, Any]) -> None:
    ((field, value),) = review.items()
    article = make_article()
    make_quote(article=article, **review)
    make_quote(article=article, text="Nobody will have to wait.")
    answer = api.get(f"{url('quotes')}?{field}={value}").json()
    assert len(answer["results"]) == 1


def test_rejected_facts_are_not_served(api: APIClient) -> None:
    article = make_article()
    quote = make_quote(article=article, status=Status.REJECTED)
    make_date(article=article, status=Status.REJECTED)
    make_mention(article=article, status=Status.REJECTED)
    detail = api.get(f"/api/v1/articles/{article.pk}/").json()
    assert detail["quotes"] == detail["dates"] == detail["people"] == []
    assert api.get(url("quotes")).json()["results"] == []
    assert api.get(f"{url('quotes')}{quote.pk}/").status_code == 404
