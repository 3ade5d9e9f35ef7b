"""Marked and found quotes, as they stand in JSON."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from articles.evaluation.gold import GoldText, common_fields
from articles.evaluation.records import FaultError
from articles.extraction.types import QuoteType, Span

if TYPE_CHECKING:
    from articles.evaluation.records import Record


@dataclass(frozen=True, slots=True)
class Speaker:
    """Words that say who speaks.

    ``name`` is that of the person meant, where one is known: the gold's ``ref``
    of a pronoun, the name of the person found.
    """

    span: Span | None
    text: str
    name: str


@dataclass(frozen=True, slots=True)
class Piece:
    """Words in quotation marks inside a content.

    ``coverage`` is the share of what stands between the marks that belongs to
    the content: less than half means that something inside was marked.
    """

    span: Span
    coverage: float


@dataclass(frozen=True, slots=True)
class Marked:
    """A quote in the gold; ``pieces`` is None where nobody has marked them."""

    kind: QuoteType
    spans: tuple[Span, ...]
    speaker: Speaker | None
    cue: str
    pieces: tuple[Piece, ...] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotesGold(GoldText):
    """A text with its quotes.

    Attributes:
        source: who printed it, for figures by source; may be empty.
        regions: all that stands in quotation marks, be it speech or not.
        ignored: stretches nobody has judged: what is found there does not count.
    """

    source: str
    quotes: tuple[Marked, ...]
    regions: tuple[Span, ...]
    ignored: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """A quote that was found."""

    kind: QuoteType
    spans: tuple[Span, ...]
    speaker: Speaker | None
    confidence: float | None = None


def read_quotes(record: Record, line: int) -> QuotesGold:
    """Read a line of gold (docs/evaluation.md).

    Raises:
        FaultError: a field is missing, or a place is not in the text.
    """
    common = common_fields(record, line)
    text = common["text"]
    quotes = tuple(_marked(quote, text) for quote in record.records("quotes"))
    if record.has("regions"):
        regions = tuple(region.bounds("inner", text) for region in record.records("regions"))
    else:
        pieces = (piece.span for quote in quotes for piece in quote.pieces or ())
        regions = tuple(sorted(set(pieces)))
    return QuotesGold(
        **common,
        source=record.string("source") if record.has("source") else "",
        quotes=quotes,
        regions=regions,
        ignored=record.spans("ignore", text) if record.has("ignore") else (),
    )


def _marked(quote: Record, text: str) -> Marked:
    kind, spans = _kind(quote), _spans(quote, text)
    pieces: tuple[Piece, ...] | None = None
    if quote.has("quoted"):
        pieces = tuple(
            Piece(
                piece.span(text),
                piece.probability("coverage") if piece.has("coverage") else 1.0,
            )
            for piece in quote.records("quoted")
        )
    elif kind is QuoteType.DIRECT:
        pieces = tuple(Piece(span, 1.0) for span in spans)
    cue = quote.record("cue").string("text") if quote.has("cue") else ""
    return Marked(kind, spans, _speaker(quote, text, "ref"), cue, pieces)


def read_found(record: Record, text: str) -> tuple[Found, ...]:
    """Read the quotes that ``manage.py extract`` writes.

    Raises:
        FaultError: as ``read_quotes``.
    """
    return tuple(_found(quote, text) for quote in record.records("quotes"))


def _found(quote: Record, text: str) -> Found:
    return Found(
        kind=_kind(quote),
        spans=_spans(quote, text),
        speaker=_speaker(quote, text, "name"),
        confidence=quote.probability("confidence") if quote.has("confidence") else None,
    )


def _kind(quote: Record) -> QuoteType:
    name = "kind" if quote.has("kind") else "type"
    value = quote.string(name)
    try:
        return QuoteType(value)
    except ValueError as error:
        known = ", ".join(QuoteType)
        raise FaultError(f"{quote.path(name)} is {value!a}: write one of {known}") from error


def _spans(quote: Record, text: str) -> tuple[Span, ...]:
    whole = quote.span(text)
    for name in ("segments", "spans"):
        if quote.has(name):
            return quote.spans(name, text) or (whole,)
    return (whole,)


def _speaker(quote: Record, text: str, name: str) -> Speaker | None:
    if not quote.has("speaker"):
        return None
    speaker = quote.record("speaker")
    return Speaker(
        span=speaker.span(text) if speaker.has("start") else None,
        text=speaker.string("text") if speaker.has("text") else "",
        name=speaker.string(name) if speaker.has(name) else "",
    )
