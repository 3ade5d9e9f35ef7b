"""Articles that their providers take back: out of every list, kept with their history."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import permutations
from typing import TYPE_CHECKING, Any

import pytest

from articles.choices import ExtractionState
from articles.models import Article, Mention, Person, Quote
from articles.readers import PubStatus
from articles.services.articles import edit_article
from tests.builders import make_article, make_date, make_mention, make_person, make_quote
from tests.services.test_load import load, raw

if TYPE_CHECKING:
    from rest_framework.test import APIClient

    from articles.readers import RawArticle
    from tests.services.conftest import PlannedPipeline

pytestmark = pytest.mark.django_db
FIRST, THEN, LATER = (datetime(2025, 5, day, tzinfo=UTC) for day in (1, 2, 3))


@pytest.fixture(autouse=True)
def pipeline(planned: PlannedPipeline) -> PlannedPipeline:
    return planned


def story(**values: Any) -> RawArticle:
    return raw("The story.", guid="g", modified_at=FIRST, rights="Copyright 2025", **values)


def notice(status: PubStatus = PubStatus.CANCELED, **values: Any) -> RawArticle:
    given = {"guid": "g", "modified_at": THEN, "headline": "KILL", **values}
    return raw("", pub_status=status, **given)


def test_a_notice_withdraws_and_changes_nothing_else() -> None:
    load(story())
    assert load(notice()) == {"updated": 1}
    article = Article.objects.get()
    assert (article.pub_status, article.headline, article.body) == (
        "canceled",
        "A headline",
        "The story.",
    )
    assert article.rights == "Copyright 2025"
    kept = article.versions.get()
    assert (kept.fields["pub_status"], kept.body) == ("usable", "The story.")
    assert load(notice(), story()) == {"unchanged": 2}
    assert Article.objects.get().pub_status == "canceled"


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_in_whatever_order_they_come_the_latest_counts(order: tuple[int, ...]) -> None:
    deliveries = [story(), notice(), raw("Put right.", guid="g", modified_at=LATER)]
    load(*(deliveries[place] for place in order))
    article = Article.objects.get()
    assert (article.pub_status, article.body) == ("usable", "Put right.")
    load(*deliveries)
    assert Article.objects.get().pub_status == "usable"


def test_a_notice_that_comes_first_keeps_its_article_out() -> None:
    assert load(notice()) == {"new": 1}
    article = Article.objects.get()
    assert (article.body, article.state) == ("", ExtractionState.DONE)
    assert str(article) == "g"
    assert load(story()) == {"updated": 1}
    article.refresh_from_db()
    assert (article.pub_status, article.headline) == ("canceled", "A headline")
    assert load(story(), notice()) == {"unchanged": 2}


def test_without_times_a_withdrawal_stays() -> None:
    load(raw(guid="g"), notice(modified_at=None), raw("Changed.", guid="g"))
    article = Article.objects.get()
    assert (article.pub_status, article.body) == ("canceled", "The story.")
    assert "Changed." in article.versions.values_list("body", flat=True)


def test_an_article_may_come_withheld_and_be_released() -> None:
    load(story(pub_status=PubStatus.WITHHELD))
    assert Article.objects.get().pub_status == "withheld"
    load(raw("The story.", guid="g", modified_at=THEN))
    assert Article.objects.get().pub_status == "usable"


def test_a_notice_without_a_source_is_about_whoever_has_the_article() -> None:
    load(story(source="North Wire"))
    load(notice())
    assert Article.objects.get().pub_status == "canceled"
    load(story(source="Another"), notice(guid="h"))
    assert sorted(Article.objects.values_list("source__slug", "guid")) == [
        ("another", "g"),
        ("north-wire", "g"),
        ("unknown", "h"),
    ]


@pytest.fixture
def article() -> Article:
    """With a speaker who is named nowhere else, and a date."""
    article = make_article()
    person = make_person(name="Ana Reyes")
    quote = make_quote(article=article, speaker=person)
    make_mention(article=article, person=person)
    make_date(article=article, quote=quote)
    return article


def withdraw(article: Article, status: str = "withheld") -> None:
    article.pub_status = status
    edit_article(article, {"pub_status"})


def ids(api: APIClient, path: str) -> list[int]:
    answer = api.get(f"/api/v1/{path}")
    assert answer.status_code == 200, answer.content
    return [row["id"] for row in answer.json()["results"]]


def test_what_is_withdrawn_is_in_no_list(api: APIClient, article: Article) -> None:
    person = Person.objects.get().pk
    paths = [
        "articles/", "quotes/", "dates/", "people/", "people/?name=ana", "articles/?text=bridge",
        f"quotes/?speaker={person}", f"people/{person}/quotes/", f"people/{person}/articles/",
        f"articles/?person={person}", f"people/?source={article.source.slug}",
    ]  # fmt: skip
    assert all(ids(api, path) for path in paths)
    withdraw(article)
    assert [path for path in paths if ids(api, path)] == []
    withdraw(article, "usable")
    assert all(ids(api, path) for path in paths)


def test_what_is_withdrawn_can_be_asked_for(api: APIClient, article: Article) -> None:
    other = make_article(headline="Another", guid="other")
    withdraw(article)
    assert ids(api, "articles/") == [other.pk]
    assert ids(api, "articles/?pub_status=withheld") == [article.pk]
    assert sorted(ids(api, "articles/?pub_status=any")) == [article.pk, other.pk]
    assert api.get("/api/v1/articles/?pub_status=gone").status_code == 400
    detail = api.get(f"/api/v1/articles/{article.pk}/").json()
    assert (detail["pub_status"], detail["rights"]) == ("withheld", "")
    assert (len(detail["people"]), len(detail["quotes"]), len(detail["dates"])) == (1, 1, 1)


def test_the_counts_of_people_leave_withdrawn_articles_out(article: Article) -> None:
    withdraw(article)
    person = Person.objects.get()
    assert (person.mention_count, person.quote_count, person.article_count) == (0, 0, 0)
    withdraw(article, "usable")
    person.refresh_from_db()
    assert (person.mention_count, person.quote_count, person.article_count) == (1, 1, 1)
    assert Mention.objects.count() == Quote.objects.count() == 1


def test_a_status_that_an_editor_has_set_stays() -> None:
    load(story())
    withdraw(Article.objects.get())
    load(raw("Changed.", guid="g", modified_at=LATER))
    assert Article.objects.get().pub_status == "withheld"
