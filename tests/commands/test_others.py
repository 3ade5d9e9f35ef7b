"""Extraction again, and the way to everything."""

from __future__ import annotations

import json
from io import StringIO
from typing import TYPE_CHECKING

import pytest
from django.core.management import CommandError, call_command

from articles.choices import ExtractionState
from articles.models import Quote, Run
from tests.builders import make_article, make_person, make_quote

if TYPE_CHECKING:
    from rest_framework.test import APIClient

pytestmark = pytest.mark.django_db


def reextract(*arguments: str) -> dict[str, int]:
    out = StringIO()
    call_command("reextract", *arguments, stdout=out)
    counts: dict[str, int] = json.loads(out.getvalue().splitlines()[-1])
    return counts


def test_stale_articles_are_extracted_again_and_fresh_ones_are_not() -> None:
    make_article(extractor="newsapi-en/0.9")
    assert reextract()["done"] == 1
    assert reextract()["seen"] == 0
    assert reextract("--all")["done"] == 1
    assert Run.objects.filter(kind="extract").count() == 3


def test_only_the_articles_named_are_extracted() -> None:
    first, second = make_article(state=ExtractionState.PENDING), make_article()
    assert reextract(str(second.pk)) == {"seen": 1, "done": 1, "failed": 0, "unsupported": 0}
    assert Quote.objects.filter(article=second).exists()
    assert not Quote.objects.filter(article=first).exists()


def test_an_article_that_is_not_there_is_wrong_usage() -> None:
    with pytest.raises(CommandError, match="no article 987654"):
        reextract("987654")


def test_the_example_query_has_an_answer(api: APIClient) -> None:
    ana = make_person()
    make_quote(speaker=ana)
    out = StringIO()
    call_command("addresses", "--base", "http://testserver", stdout=out)
    lines = out.getvalue().splitlines()
    assert "what did Ana Reyes say?" in lines[-2]
    address = lines[-1].split("'")[1]
    assert len(api.get(address).json()["results"]) == 1


def test_without_quotes_there_is_no_example() -> None:
    out = StringIO()
    call_command("addresses", stdout=out)
    assert "Try" not in out.getvalue()
