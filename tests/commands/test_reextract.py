"""Facts found again: of which articles, and what is told of it."""

from __future__ import annotations

import json
from datetime import date
from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from articles.choices import ExtractionState, Status
from articles.extraction.types import Failure
from articles.models import Article, DateExpression, Mention, Person, Quote, Run
from articles.services import work
from articles.services.archive import archive_digest
from tests.builders import make_article, make_quote, make_source

pytestmark = pytest.mark.django_db

TALK = (
    "Mayor Ana Reyes spoke on the quay on Tuesday.\n\n"
    "“The bridge will open on Friday,” Reyes said.\n\n"
    "“Nobody will have to wait for a ferry,” said Tom Okafor, who chairs the board.\n\n"
    "“We have waited for eleven years,” Lucía Quintero, a baker, said.\n\n"
    "“It was worth every day of it,” Reyes added."
)


def reextract(*arguments: object) -> dict[str, Any]:
    out = StringIO()
    call_command("reextract", *map(str, arguments), stdout=out)
    summary: dict[str, Any] = json.loads(out.getvalue().splitlines()[-1])
    return summary


def test_stale_articles_are_extracted_again_and_fresh_ones_are_not() -> None:
    make_article(extractor="newsapi-en/0.9")
    assert reextract()["done"] == 1
    assert reextract("--stale")["seen"] == 0
    assert reextract("--all")["done"] == 1
    assert Run.objects.filter(kind="extract").count() == 3


def test_filters_leave_some_of_the_articles() -> None:
    days = [date(2025, 5, day) for day in (1, 2, 3)]
    first, second, third = (
        make_article(published_on=day, published_at=None, extractor="other/1") for day in days
    )
    elsewhere = make_article(source=make_source(name="Elsewhere"), published_on=days[1])
    for arguments, seen in (
        (("--since", "2025-05-02", "--until", "2025-05-02"), {second, elsewhere}),
        (("--source", "elsewhere"), {elsewhere}),
        (("--until", "2025-05-01", "--all"), {first}),
        (("--ids", first.pk, third.pk, "--since", "2025-05-02"), {third}),
    ):
        Article.objects.update(extracted_at=None)
        assert reextract(*arguments)["seen"] == len(seen)
        assert set(Article.objects.exclude(extracted_at=None)) == seen
    # What was extracted is not stale any more; filters leave nothing else.
    assert reextract("--stale", "--until", "2025-05-02")["seen"] == 0


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--ids", 987654), "no article 987654"),
        (("--source", "nobody"), "no source 'nobody'"),
        (("--since", "May"), "a day, for example"),
        (("--stale", "--all"), "not allowed with"),
    ],
)
def test_wrong_usage(arguments: tuple[object, ...], words: str) -> None:
    with pytest.raises(CommandError, match=words):
        reextract(*arguments)


def numbers(summary: dict[str, Any], kind: str) -> tuple[int, ...]:
    names = ("added", "changed", "removed", "kept", "reviewed")
    return tuple(summary["facts"][kind][name] for name in names)


def test_what_became_of_the_facts_is_told() -> None:
    make_article(state=ExtractionState.PENDING, body=TALK)
    found = reextract("--all")
    quotes, people = Quote.objects.count(), Mention.objects.count()
    assert quotes > 2
    assert numbers(found, "quotes") == (quotes, 0, 0, 0, 0)
    assert numbers(found, "people") == (people, 0, 0, 0, 0)
    assert Run.objects.latest("pk").changes == found["facts"]
    assert numbers(reextract("--all"), "quotes") == (0, 0, 0, quotes, 0)
    gone, confirmed, other, *_ = Quote.objects.order_by("start")
    gone.delete()
    Quote.objects.filter(pk=confirmed.pk).update(status=Status.CONFIRMED, cue="muttered")
    Quote.objects.filter(pk=other.pk).update(cue="muttered", extractor="other/1")
    DateExpression.objects.update(extractor="other/1")
    make_quote(article=Article.objects.get(), text="on the quay")
    again = reextract("--all")
    assert numbers(again, "quotes") == (1, 1, 1, quotes - 3, 1)
    # Found by another extractor, but the same facts.
    assert numbers(again, "dates") == (0, 0, 0, DateExpression.objects.count(), 0)
    assert Quote.objects.get(pk=confirmed.pk).cue == "muttered"


def test_a_rehearsal_tells_the_same_and_changes_nothing() -> None:
    for number in range(18):
        make_article(state=ExtractionState.PENDING, guid=str(number), extractor="other/1")
    before = archive_digest()
    told = reextract("--dry-run")
    assert archive_digest() == before
    assert not Run.objects.exists()
    assert not Person.objects.exists()
    assert told == reextract()
    assert numbers(told, "quotes")[0] == Quote.objects.count()


def test_an_article_that_cannot_be_read_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    make_article(state=ExtractionState.FAILED)
    failure = Failure("1", "slow", "it takes too long")
    monkeypatch.setattr(work, "read_document", lambda document: failure)
    with pytest.raises(SystemExit) as caught:
        reextract("--workers", 1)
    assert caught.value.code == 1
