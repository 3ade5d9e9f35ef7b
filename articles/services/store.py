"""Writing the facts of one article, so that no editor's work is undone.

The rule of corrections: a run adds, updates and removes only rows that are
``extracted`` and ``unreviewed``. A fact found again at its place keeps its id.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING, Any, TypeVar

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from articles.choices import ExtractionState, Origin, Status
from articles.extraction.types import Extraction, Factuality, Failure, Span
from articles.models import Appearance, Article, DateExpression, Mention, Quote
from articles.models.facts import Fact
from articles.querysets import padded
from articles.services import people
from articles.services.identity import identify

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from django.db.models import QuerySet

    from articles.extraction import types

    Values = Mapping[str, Any]

Row = TypeVar("Row", bound=Fact)


@transaction.atomic
def store_extraction(article: Article, extraction: Extraction) -> None:
    """Make the stored facts of an article those of an extraction of its body.

    Nothing is stored where the article has changed since it was read; it then
    still waits for extraction.
    """
    stored = _as_read(article)
    if stored is None:
        return
    with people.counted(stored) as concerned:
        rows = identify(stored, extraction.people)
        concerned.update(row.person_id for row in rows.values())
        _upsert(Quote, stored, extraction, _quotes(extraction.quotes, rows))
        _upsert(Mention, stored, extraction, _mentions(extraction.people, rows))
        _upsert(DateExpression, stored, extraction, _dates(extraction.dates))
        link_to_quotes(stored)
        _link_times_of_speaking(stored, extraction.quotes)
    dateline = extraction.layout.dateline
    found = {
        "dateline": dateline.of(stored.body)[:200] if dateline else "",
        "language": extraction.language,
    }
    for name, value in found.items():
        known = getattr(stored, name)
        setattr(article, name, known if known or name in stored.edited_fields else value)
    article.extractor = extraction.extractor
    _finish(article, ExtractionState.DONE)


@transaction.atomic
def store_failure(article: Article, failure: Failure) -> None:
    """Note why an article has no facts; those of an earlier extraction stay."""
    if _as_read(article) is None:
        return
    unsupported = failure.code == "unsupported_language"
    state = ExtractionState.UNSUPPORTED if unsupported else ExtractionState.FAILED
    _finish(article, state, reason=failure.message[:500])


def _as_read(article: Article) -> Article | None:
    """The article's row, locked, if it is still what was read."""
    stored = Article.objects.locked().filter(pk=article.pk).first()
    read = (article.body_sha256, article.published_on)
    if stored is None or (stored.body_sha256, stored.published_on) != read:
        return None
    return stored


def _finish(article: Article, state: ExtractionState, *, reason: str = "") -> None:
    article.state = state
    article.state_reason = reason
    article.extracted_at = timezone.now()
    article.save(
        update_fields=[
            "state", "state_reason", "extractor", "extracted_at", "dateline", "language",
        ]
    )  # fmt: skip


def _quotes(
    quotes: Iterable[types.Quote], rows: Mapping[int, Appearance]
) -> dict[Span, dict[str, Any]]:
    """What is not said ("she did not say that ...") is no statement of anybody."""
    return {
        quote.span: _quote(quote, rows)
        for quote in quotes
        if quote.factuality is Factuality.ASSERTED
    }


def _quote(quote: types.Quote, rows: Mapping[int, Appearance]) -> dict[str, Any]:
    speaker, cue = quote.speaker, quote.cue
    known = speaker is not None and speaker.person is not None
    appearance = rows[speaker.person] if known else None  # type: ignore[union-attr,index]
    return {
        "text": quote.text,
        "search_text": padded(quote.text),
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


def _upsert(
    model: type[Row], article: Article, extraction: Extraction, wanted: Mapping[Span, Values]
) -> None:
    """Bring the extracted, unreviewed rows of one kind to those wanted, by place."""
    existing = list(model._default_manager.filter(article=article, earlier_version=None))
    reviewed = [row for row in existing if is_reviewed(row)]
    free = {Span(row.start, row.end): row for row in existing if not is_reviewed(row)}
    created = []
    changed = []
    for span, values in wanted.items():
        if any(_same_place(span, row) for row in reviewed):
            continue
        complete = {**values, "extractor": extraction.extractor, "sort_at": article.sort_at}
        row = free.pop(span, None)
        if row is None:
            created.append(model(article=article, start=span.start, end=span.end, **complete))
        elif _update(row, complete):
            changed.append(row)
    model._default_manager.filter(pk__in=[row.pk for row in free.values()]).delete()
    model._default_manager.bulk_create(created)
    if changed:
        model._default_manager.bulk_update(changed, _columns(model), batch_size=100)


def is_reviewed(fact: Fact) -> bool:
    """Whether an editor has touched a fact, so that no run may."""
    return fact.origin == Origin.EDITED or fact.status != Status.UNREVIEWED


def _same_place(span: Span, row: Fact) -> bool:
    """Whether a fact found at ``span`` is the one that an editor has reviewed.

    A rejected fact is remembered to the letter. A corrected or confirmed one
    also stands for findings that share at least half of the longer of the two.
    """
    places = [Span(row.start, row.end)]
    if row.found_start is not None and row.found_end is not None:
        places.append(Span(row.found_start, row.found_end))
    if row.status == Status.REJECTED:
        return span in places
    return any(
        2 * (min(span.end, place.end) - max(span.start, place.start)) >= max(len(span), len(place))
        for place in places
    )


def _update(row: Fact, values: Values) -> bool:
    changed = False
    for name, value in values.items():
        if getattr(row, name) != value:
            setattr(row, name, value)
            changed = True
    return changed


def _columns(model: type[Fact]) -> list[str]:
    fixed = {"id", "article", "earlier_version", "found_start", "found_end", "origin", "status"}
    return [f.name for f in model._meta.concrete_fields if f.name not in fixed]


def link_to_quotes(article: Article) -> None:
    """Set for each mention and date the innermost current quote it stands in."""
    enclosing = _enclosing_quote(Quote.objects.filter(article=article).present())
    kinds: tuple[Any, ...] = (Mention, DateExpression)
    for model in kinds:
        facts = model._default_manager.filter(article=article, earlier_version=None)
        changed = []
        for fact in facts.only("start", "end", "quote_id"):
            quote_id = enclosing(Span(fact.start, fact.end))
            if fact.quote_id != quote_id:
                fact.quote_id = quote_id
                changed.append(fact)
        model._default_manager.bulk_update(changed, ["quote"], batch_size=500)


def _link_times_of_speaking(article: Article, quotes: Iterable[types.Quote]) -> None:
    """Set for each quote that no editor has touched the date beside its cue."""
    said = {quote.span: quote.said_on.span for quote in quotes if quote.said_on}
    rows = Quote.objects.filter(article=article, earlier_version=None)
    unlinked = Q(said_on=None, start__in=[span.start for span in said])
    dates = {Span(row.start, row.end): row.pk for row in _current_dates(article)} if said else {}
    changed = []
    for row in rows.filter(unlinked | Q(said_on__isnull=False)):
        place = said.get(Span(row.start, row.end))
        date = dates.get(place) if place else None
        if not is_reviewed(row) and row.said_on_id != date:
            row.said_on_id = date
            changed.append(row)
    Quote.objects.bulk_update(changed, ["said_on"], batch_size=500)


def _current_dates(article: Article) -> QuerySet[DateExpression]:
    return DateExpression.objects.filter(article=article).present().only("start", "end")


def _enclosing_quote(quotes: Iterable[Quote]) -> Callable[[Span], int | None]:
    """Find the id of the innermost quote with a segment around a span."""
    segments = sorted(
        ((start, -end, quote.pk) for quote in quotes for start, end in quote.segments)
    )
    # How far any segment up to here reaches: where this falls short, looking
    # further back is in vain.
    reach = list(accumulate((-end for _, end, _ in segments), max))

    def enclosing(span: Span) -> int | None:
        index = bisect_right(segments, (span.start, 0, 0)) - 1
        while index >= 0 and reach[index] >= span.end:
            _, end, quote_id = segments[index]
            if -end >= span.end:
                return quote_id
            index -= 1
        return None

    return enclosing
