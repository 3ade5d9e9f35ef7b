"""The command that names what is wrong in the database."""

from __future__ import annotations

import json
from io import StringIO

import pytest
from django.core.management import call_command
from django.utils import timezone

from articles.models import Article, Quote
from articles.services.copies import compare
from articles.services.verify import CHECKS
from tests.builders import make_article, make_quote

pytestmark = pytest.mark.django_db


def verify(*arguments: str) -> list[str]:
    out = StringIO()
    call_command("verify", *arguments, stdout=out)
    return out.getvalue().splitlines()


def verify_damaged(*arguments: str) -> list[str]:
    out = StringIO()
    with pytest.raises(SystemExit) as caught:
        call_command("verify", *arguments, stdout=out)
    assert caught.value.code == 1
    return out.getvalue().splitlines()


def compared_article() -> Article:
    article = make_article(extracted_at=timezone.now())
    compare([article])
    return article


def test_nothing_wrong() -> None:
    make_quote(article=compared_article())
    (summary,) = verify()
    assert json.loads(summary) == dict.fromkeys(CHECKS, 0)


def test_what_is_wrong_is_named_and_counted() -> None:
    quote = make_quote(article=compared_article())
    Quote.objects.update(end=quote.end + 1)
    line, summary = verify_damaged()
    assert line.startswith(f"Quote {quote.pk}: start, end [{quote.start}, {quote.end + 1})")
    assert line.endswith("[places]")
    assert json.loads(summary)["places"] == 1
    line, _ = verify_damaged("--json")
    problem = json.loads(line)
    assert (problem["check"], problem["table"], problem["row"]) == ("places", "Quote", quote.pk)
