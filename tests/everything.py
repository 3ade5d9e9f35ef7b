"""Rows of every kind, as the services leave them."""

from __future__ import annotations

from datetime import UTC, datetime

from articles.choices import ChunkState, RunKind, Status
from articles.models import (
    ArticleVersion,
    Chunk,
    DateExpression,
    FetchedUrl,
    PossibleMatch,
    Quote,
    Reject,
    Run,
)
from articles.services import people
from articles.services.copies import compare
from articles.services.delivery import sha256
from articles.services.merging import merge
from tests.builders import (
    BODY,
    make_article,
    make_date,
    make_mention,
    make_person,
    make_quote,
    make_source,
)

NOW = datetime(2025, 5, 20, 8, 0, 0, 123456, tzinfo=UTC)
OLD_BODY = f"Old. {BODY}"


def make_everything() -> None:
    """Two articles of one text, ``first`` with facts of every kind and an earlier version."""
    other = make_article(
        guid="second", extracted_at=NOW, source=make_source(name="Åland Post", country="FI")
    )
    make_quote(article=other)
    article = make_article(guid="first", extracted_at=NOW, keywords=["bridge", "Élan \U0001f6a2"])
    ana, tom = make_person(aliases=["Reyes"]), make_person(name="Tom Okafor")
    quote = make_quote(article=article, speaker=ana, speaker_text="Reyes", cue="said")
    make_mention(article=article, person=ana)
    make_mention(article=article, person=tom, text="Tom Okafor", title="chair")
    Quote.objects.filter(pk=quote.pk).update(said_on=make_date(article=article))
    old = ArticleVersion.objects.create(
        article=article,
        number=2,
        digest=sha256("old"),
        body=OLD_BODY,
        body_sha256=sha256(OLD_BODY),
        fields={"headline": "Bridge to open"},
        loaded_at=NOW,
    )
    tuesday = make_date(article=article, text="Tuesday", status=Status.CONFIRMED)
    start = OLD_BODY.index("Tuesday")
    with people.counted(article):
        DateExpression.objects.filter(pk=tuesday.pk).update(
            earlier_version=old, start=start, end=start + len("Tuesday")
        )
    merge(ana, make_person(name="Ana Maria Reyes"), by="editor")
    PossibleMatch.objects.create(first=ana, second=tom, score=0.25, evidence=[{"kind": "name"}])
    compare([other, article])
    run = Run.objects.create(
        kind=RunKind.LOAD, arguments={"paths": ["a.jsonl"]}, counts={"seen": 3}, started_at=NOW
    )
    FetchedUrl.objects.create(url="https://www.example.org/feed", etag='"1"', fetched_at=NOW)
    Reject.objects.create(run=run, path="a.jsonl", line=3, code="bad_json", reason="no JSON")
    Chunk.objects.create(
        run=run, number=0, articles=[article.pk], state=ChunkState.READ, result=b"\0\xff"
    )
    Chunk.objects.create(run=run, number=1, articles=[other.pk], state=ChunkState.DONE)
