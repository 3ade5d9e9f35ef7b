"""What a row of each resource holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from articles.models import Article, ArticleVersion
from articles.services.delivery import sha256
from tests.builders import (
    PUBLISHED,
    make_article,
    make_date,
    make_mention,
    make_person,
    make_quote,
)

if TYPE_CHECKING:
    from rest_framework.test import APIClient

pytestmark = pytest.mark.django_db


@pytest.fixture
def article() -> Article:
    article = make_article(url="https://example.org/bridge", source=None)
    ana = make_person(name="Ana Reyes", aliases=["Reyes"])
    make_quote(article=article, speaker=ana, speaker_text="Reyes", cue="said")
    make_mention(article=article, person=ana, title="Mayor")
    make_mention(article=article, person=ana, text="Reyes", start=20)
    make_date(article=article)
    return article


def test_a_quote_names_its_speaker_its_article_and_where_it_was_printed(
    api: APIClient, article: Article
) -> None:
    (quote,) = api.get("/api/v1/quotes/").json()["results"]
    assert quote == api.get(f"/api/v1/quotes/{quote['id']}/").json()
    assert quote["text"] == article.body[quote["start"] : quote["end"]]
    assert quote["segments"] == [[quote["start"], quote["end"]]]
    assert (quote["speaker"]["name"], quote["speaker_text"]) == ("Ana Reyes", "Reyes")
    assert article.body[quote["speaker_start"] : quote["speaker_end"]] == "Reyes"
    assert article.body[quote["cue_start"] : quote["cue_end"]] == quote["cue"] == "said"
    assert quote["article"] == {
        "id": article.pk,
        "headline": article.headline,
        "published_at": "2025-05-14T09:30:00Z",
        "url": "https://example.org/bridge",
    }
    assert quote["source"]["name"] == "Harwick Courier"
    assert (quote["quote_type"], quote["origin"], quote["status"]) == (
        "direct", "extracted", "unreviewed",
    )  # fmt: skip


def test_a_quote_names_whom_its_words_are_about(api: APIClient) -> None:
    article = make_article(body="Ana said: “Tom and Tom and Eva left.”")
    make_quote(article=article, text="Tom and Tom and Eva left.")
    tom, eva = make_person(name="Tom"), make_person(name="Eva")
    make_mention(article=article, text="Tom", person=tom)
    make_mention(article=article, text="Tom", start=18, person=tom)
    make_mention(article=article, text="Eva", person=eva)
    (quote,) = api.get("/api/v1/quotes/").json()["results"]
    assert quote["about"] == [{"id": tom.pk, "name": "Tom"}, {"id": eva.pk, "name": "Eva"}]


def test_a_date_gives_its_value_and_the_days_it_covers(api: APIClient, article: Article) -> None:
    (date,) = api.get("/api/v1/dates/").json()["results"]
    assert date == api.get(f"/api/v1/dates/{date['id']}/").json()
    assert (date["text"], date["timex_type"], date["value"]) == ("Friday", "DATE", "2025-05-16")
    assert (date["earliest"], date["latest"]) == ("2025-05-16", "2025-05-16")
    assert date["quote"] == api.get("/api/v1/quotes/").json()["results"][0]["id"]
    assert date["article"]["id"] == article.pk


def test_a_person_has_all_names_and_counts(api: APIClient, article: Article) -> None:
    (person,) = api.get("/api/v1/people/").json()["results"]
    detail = api.get(f"/api/v1/people/{person['id']}/").json()
    assert {name: detail[name] for name in person} == person
    assert person["aliases"] == ["Ana Reyes", "Reyes"]
    assert (person["article_count"], person["mention_count"], person["quote_count"]) == (1, 2, 1)


def test_an_article_has_its_body_and_all_its_facts(api: APIClient, article: Article) -> None:
    (row,) = api.get("/api/v1/articles/").json()["results"]
    detail = api.get(f"/api/v1/articles/{article.pk}/").json()
    assert "body" not in row
    assert {name: detail[name] for name in row} == row
    assert detail["body"] == article.body
    (person,) = detail["people"]
    assert person["name"] == "Ana Reyes"
    facts = [*person["mentions"], *detail["quotes"], *detail["dates"]]
    assert len(facts) == 4
    for fact in facts:
        assert detail["body"][fact["start"] : fact["end"]] == fact["text"]


@pytest.mark.parametrize("name", ["articles", "people", "quotes", "dates", "sources"])
@pytest.mark.parametrize("key", ["0", "987654", "9" * 18, "9" * 30, "x", "-1", "1.0", "%00"])
def test_what_is_not_there_is_a_problem_404(api: APIClient, name: str, key: str) -> None:
    answer = api.get(f"/api/v1/{name}/{key}/")
    assert answer.status_code == 404
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert answer.json()["status"] == 404


def test_a_detail_takes_no_parameter(api: APIClient, article: Article) -> None:
    answer = api.get(f"/api/v1/articles/{article.pk}/?speaker=1")
    assert answer.status_code == 400
    assert answer.json()["errors"][0]["field"] == "speaker"


def test_earlier_versions_of_an_article_can_be_read(api: APIClient) -> None:
    article = make_article()
    address = f"/api/v1/articles/{article.pk}/versions/"
    assert api.get(address).json()["results"] == []
    for number in (1, 2):
        ArticleVersion.objects.create(
            article=article,
            number=number,
            digest=str(number),
            body=f"Body {number}",
            body_sha256=sha256(f"Body {number}"),
            fields={"headline": f"Headline {number}"},
            loaded_at=PUBLISHED,
        )
    ArticleVersion.objects.create(
        article=make_article(), number=1, digest="x", body="x", fields={}, loaded_at=PUBLISHED
    )
    rows = api.get(address).json()["results"]
    assert [row["number"] for row in rows] == [2, 1]
    assert rows[0]["article"] == {"headline": "Headline 2"}
    assert "body" not in rows[0]
    first = api.get(address, {"number": "1", "include": "body"}).json()["results"]
    assert [(row["body"], row["body_sha256"]) for row in first] == [("Body 1", sha256("Body 1"))]
    assert api.get("/api/v1/articles/987654/versions/").status_code == 404
