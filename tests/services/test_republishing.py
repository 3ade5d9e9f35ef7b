"""Another day of publication: relative dates are read anew, edited ones stay."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest

from articles.extraction.types import TimexMod
from articles.models import Article, DateExpression
from articles.readers import Location, RawArticle
from articles.services import review
from articles.services.articles import edit_article
from articles.services.extract import extract_article
from articles.services.load import Defaults, Loader

pytestmark = pytest.mark.django_db

BODY = "The bridge opened on Friday. It was begun on 4 March 2021 and named yesterday."
MONDAY, NEXT_MONDAY = date(2025, 5, 19), date(2025, 5, 26)


def load(published: date | None, **values: Any) -> None:
    item = RawArticle(
        location=Location("some.jsonl", line=1), guid="bridge", headline="Bridge", body=BODY,
        language="en", source="Courier", published_at=published, **values,
    )  # fmt: skip
    loader = Loader(Defaults(), on_reject=print, on_extracted=lambda done, total: None)
    summary = loader.load([item], {})
    assert summary["rejected"] == summary["failed"] == 0


def values() -> dict[str, str]:
    return {one.text: one.value for one in DateExpression.objects.order_by("start")}


def test_a_delivery_of_another_day_moves_relative_dates_and_keeps_their_ids() -> None:
    load(MONDAY)
    before = values()
    ids = set(DateExpression.objects.values_list("pk", flat=True))
    load(NEXT_MONDAY)
    assert before == {
        "Friday": "2025-05-16",
        "4 March 2021": "2021-03-04",
        "yesterday": "2025-05-18",
    }
    assert values() == {
        "Friday": "2025-05-23", "4 March 2021": "2021-03-04", "yesterday": "2025-05-25",
    }  # fmt: skip
    friday = DateExpression.objects.get(text="Friday")
    assert (friday.earliest, friday.latest) == (date(2025, 5, 23), date(2025, 5, 23))
    assert set(DateExpression.objects.values_list("pk", flat=True)) == ids


def test_an_edited_date_stays_when_the_day_moves() -> None:
    load(MONDAY)
    friday = DateExpression.objects.get(text="Friday")
    friday.value, friday.mod = "2025-05-09", TimexMod.APPROX
    review.fit(friday, friday.start)
    review.save(friday)
    load(NEXT_MONDAY)
    assert values()["Friday"] == "2025-05-09"
    assert values()["yesterday"] == "2025-05-25"


def test_an_editor_who_corrects_the_time_moves_relative_dates() -> None:
    load(MONDAY)
    article = Article.objects.get()
    article.published_at = datetime(2025, 5, 26, 9, tzinfo=UTC)
    article.published_on = NEXT_MONDAY
    edit_article(article, {"published_at", "published_on"})
    extract_article(Article.objects.get())
    assert values()["Friday"] == "2025-05-23"


def test_an_unknown_day_leaves_relative_dates_open() -> None:
    load(MONDAY)
    article = Article.objects.get()
    article.published_at = article.published_on = None
    article.published_granularity = ""
    edit_article(article, {"published_at", "published_on", "published_granularity"})
    extract_article(Article.objects.get())
    assert values()["Friday"] == "XXXX-WXX-5"
    assert DateExpression.objects.get(text="Friday").earliest is None
    assert values()["4 March 2021"] == "2021-03-04"
