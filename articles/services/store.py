"""Writing the facts of articles, so that no editor's work is undone.

The rule of corrections: a run adds, updates and removes only rows that are
``extracted`` and ``unreviewed``. A fact found again at its place keeps its id.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone

from articles.choices import ExtractionState
from articles.extraction.types import Extraction, Factuality, Failure, Span
from articles.models import Appearance, Article
from articles.search.stems import indexed
from articles.services import bulk, copies, people
from articles.services.facts import FactBatch
from articles.services.identification import Identities

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from articles.extraction import types
    from articles.services.facts import Changes


# What an extraction writes of an article itself.
_OUTCOME = ["state", "state_reason", "extractor", "extracted_at", "dateline", "language"]


def store_extraction(article: Article, extraction: Extraction) -> None:
    """Make the stored facts of an article those of an extraction of its body."""
    store_extractions([(article, extraction)])


@transaction.atomic
def store_extractions(found: Sequence[tuple[Article, Extraction]]) -> Changes:
    """Make the stored facts of articles those of extractions of their bodies.

    The one place where facts are replaced. Nothing is stored of an article that
    has changed since it was read; it then still waits for extraction.

    Returns:
        How many facts of each kind were added, changed and so on.
    """
    stored = _as_read([article for article, _ in found])
    pairs = [
        (stored[article.pk], extraction) for article, extraction in found if article.pk in stored
    ]
    with people.counted(*stored.values()) as concerned:
        rows = _identify(pairs)
        concerned.update(row.person_id for one in rows.values() for row in one.values())
        changes = FactBatch(pairs).replace(
            {one.pk: _quotes(found, rows[one.pk]) for one, found in pairs},
            {one.pk: _mentions(found.people, rows[one.pk]) for one, found in pairs},
            {one.pk: _dates(found.dates) for one, found in pairs},
        )
    for article, extraction in found:
        if article.pk in stored:
            _describe(article, stored[article.pk], extraction)
    _finish([article for article, _ in found if article.pk in stored])
    return changes


def _identify(
    pairs: Sequence[tuple[Article, Extraction]],
) -> dict[int, dict[int, Appearance]]:
    identities = Identities([(article, extraction.people) for article, extraction in pairs])
    rows = {
        article.pk: identities.identify(article, extraction.people) for article, extraction in pairs
    }
    identities.save()
    return rows


def _describe(article: Article, stored: Article, extraction: Extraction) -> None:
    """Take over what an extraction tells of an article itself, where nobody told it before."""
    dateline = extraction.layout.dateline
    found = {
        "dateline": dateline.of(stored.body)[:200] if dateline else "",
        "language": extraction.language,
    }
    for name, value in found.items():
        known = getattr(stored, name)
        setattr(article, name, known if known or name in stored.edited_fields else value)
    article.extractor = extraction.extractor
    article.state, article.state_reason = ExtractionState.DONE, ""


@transaction.atomic
def store_failure(article: Article, failure: Failure) -> None:
    """Note why an article has no facts; those of an earlier extraction stay."""
    if not _as_read([article]):
        return
    unsupported = failure.code == "unsupported_language"
    article.state = ExtractionState.UNSUPPORTED if unsupported else ExtractionState.FAILED
    article.state_reason = failure.message[:500]
    _finish([article])


def _as_read(articles: Sequence[Article]) -> dict[int, Article]:
    """The rows of articles, locked, that still are what was read."""
    read = {one.pk: (one.body_sha256, one.published_on) for one in articles}
    rows = Article.objects.locked().defer("search_text").filter(pk__in=read).order_by("pk")
    return {row.pk: row for row in rows if (row.body_sha256, row.published_on) == read[row.pk]}


def _finish(articles: Sequence[Article]) -> None:
    for article in articles:
        article.extracted_at = timezone.now()
    bulk.update(articles, _OUTCOME)
    copies.compare(articles)


def _quotes(extraction: Extraction, rows: Mapping[int, Appearance]) -> dict[Span, dict[str, Any]]:
    """What is not said ("she did not say that ...") is no statement of anybody."""
    return {
        quote.span: _quote(quote, extraction.language, rows)
        for quote in extraction.quotes
        if quote.factuality is Factuality.ASSERTED
    }


def _quote(quote: types.Quote, language: str, rows: Mapping[int, Appearance]) -> dict[str, Any]:
    speaker, cue = quote.speaker, quote.cue
    known = speaker is not None and speaker.person is not None
    appearance = rows[speaker.person] if known else None  # type: ignore[union-attr,index]
    return {
        "text": quote.text,
        "search_text": indexed([quote.text], language),
        "segments": [[segment.start, segment.end] for segment in quote.segments],
        "quote_type": quote.quote_type.value,
        "speaker_id": appearance.person_id if appearance else None,
        "appearance_id": appearance.pk if appearance else None,
        "speaker_text": speaker.text if speaker else "",
        "speaker_start": speaker.span.start if speaker else None,
        "speaker_end": speaker.span.end if speaker else None,
        "cue": cue.text if cue else "",
        "cue_start": cue.span.start if cue else None,
        "cue_end": cue.span.end if cue else None,
        "cue_lemma": cue.lemma[:100] if cue else "",
        "confidence": quote.confidence,
    }


def _mentions(
    found: Iterable[types.Person], rows: Mapping[int, Appearance]
) -> dict[Span, dict[str, Any]]:
    return {
        mention.span: {
            "text": mention.text,
            "person_id": rows[person.id].person_id,
            "appearance_id": rows[person.id].pk,
            "title": (mention.title or "")[:300],
            "confidence": mention.confidence,
        }
        for person in found
        for mention in person.mentions
    }


def _dates(dates: Iterable[types.DateExpression]) -> dict[Span, dict[str, Any]]:
    return {
        date.span: {
            "text": date.text,
            "timex_type": date.timex_type.value,
            "value": date.value,
            "mod": date.mod.value if date.mod else "",
            "edtf": date.edtf or "",
            "range_number": date.range_id,
            "earliest": date.earliest,
            "latest": date.latest,
            "confidence": date.confidence,
        }
        for date in dates
    }
