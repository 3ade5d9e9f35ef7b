"""Gold from what editors have reviewed, and what evaluation makes of it."""

from __future__ import annotations

import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from articles.choices import Origin, Status
from articles.extraction.types import QuoteType
from tests.builders import make_article, make_date, make_mention, make_person, make_quote

pytestmark = pytest.mark.django_db

BODY = (
    "“The bridge will open,” Ana Reyes said on Friday. She called the delay “a scandal”."
    " “Nobody knew,” Tom Okafor said on Monday."
)


def export(*arguments: str) -> list[dict[str, Any]]:
    out = StringIO()
    call_command("export_gold", *arguments, stdout=out, stderr=StringIO())
    return [json.loads(line) for line in out.getvalue().splitlines()]


def test_only_what_is_reviewed_is_gold() -> None:
    article = make_article(body=BODY, headline="Bridge")
    ana = make_person(name="Ana Reyes")
    make_quote(
        article=article, text="The bridge will open", speaker=ana, speaker_text="Ana Reyes",
        cue="said", status=Status.CONFIRMED,
    )  # fmt: skip
    make_quote(
        article=article, text="the delay “a scandal”", speaker=ana, speaker_text="She",
        cue="called", quote_type=QuoteType.MIXED, origin=Origin.EDITED,
    )  # fmt: skip
    waiting = make_quote(article=article, text="Nobody knew")
    make_quote(article=article, text="said on Friday", status=Status.REJECTED)
    make_quote(article=make_article(body="“Well,” he said.", guid="2"), text="Well")
    (line,) = export()
    assert line["id"] == f"{article.source.slug}/{article.guid}"
    assert (line["headline"], line["published"]) == ("Bridge", "2025-05-14")
    direct, mixed = line["quotes"]
    assert (direct["kind"], direct["speaker"]["ref"]) == ("direct", "Ana Reyes")
    assert (direct["cue"]["text"], "confidence" in direct) == ("said", False)
    assert (mixed["kind"], mixed["speaker"]["text"]) == ("mixed", "She")
    (scandal,) = mixed["quoted"]
    assert BODY[scandal["start"] : scandal["end"]] == "a scandal"
    assert line["ignore"] == [[waiting.start, waiting.end]]
    assert len(line["regions"]) == 3


def test_people_are_complete_once_every_mention_is_reviewed() -> None:
    article = make_article(body=BODY)
    ana = make_person(name="Ana Reyes")
    mention = make_mention(article=article, text="Ana Reyes", person=ana, status=Status.CONFIRMED)
    other = make_mention(article=article, text="Tom Okafor", person=make_person(name="Tom Okafor"))
    (line,) = export("people")
    assert line["complete"] is False
    assert [person["entity"] for person in line["people"]] == [str(ana.pk)]
    assert line["people"][0]["mentions"][0]["start"] == mention.start
    other.status = Status.REJECTED
    other.save()
    (line,) = export("people")
    assert line["complete"] is True


def test_dates() -> None:
    article = make_article(body=BODY)
    make_date(article=article, text="Friday", status=Status.CONFIRMED)
    monday = make_date(article=article, text="Monday", value="2025-05-12")
    (line,) = export("dates")
    (date,) = line["dates"]
    assert (date["text"], date["type"], date["value"]) == ("Friday", "DATE", "2025-05-16")
    assert line["ignore"] == [[monday.start, monday.end]]


@pytest.mark.parametrize("kind", ["people", "quotes", "dates"])
def test_what_is_exported_can_be_evaluated(kind: str, tmp_path: Path) -> None:
    article = make_article(body=BODY, headline="Bridge")
    ana = make_person(name="Ana Reyes")
    confirmed: dict[str, Any] = {"article": article, "status": Status.CONFIRMED}
    make_quote(text="The bridge will open", speaker=ana, **confirmed)
    make_mention(text="Ana Reyes", person=ana, **confirmed)
    make_date(text="Friday", **confirmed)
    gold = tmp_path / "gold.jsonl"
    assert export(kind, "--output", str(gold)) == []
    out = StringIO()
    call_command("evaluate", kind, str(gold), "--json", "--errors", stdout=out)
    figures = json.loads(out.getvalue())
    assert figures["texts"] == 1
    # Found again by the pipeline; the quote's speaker stands by name alone.
    assert not [error for error in figures["errors"] if error.startswith(("missed", "speaker"))]


def test_nothing_reviewed_is_an_error_with_its_remedy() -> None:
    make_quote()
    with pytest.raises(CommandError, match="confirm, correct or reject some") as caught:
        export()
    assert caught.value.returncode == 1


def test_a_file_that_cannot_be_written(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="cannot write") as caught:
        export("quotes", "--output", str(tmp_path / "none" / "gold.jsonl"))
    assert caught.value.returncode == 2
