"""Texts with the facts that editors have confirmed, to measure the extraction on.

Only what somebody has looked at is gold: a fact that is confirmed or edited is
to be found, one that is rejected is not, and where an unreviewed one stands
nothing is right or wrong.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from django.db.models import Exists, OuterRef

from articles.choices import Origin, Status
from articles.extraction.types import QuoteType, Span
from articles.models import Article, DateExpression, Mention, Quote
from articles.models.facts import Fact
from articles.services.facts import is_reviewed
from articles.services.records import date_record, people_record, quote_record

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from django.db.models import QuerySet

Row = TypeVar("Row", bound=Fact)

_MODELS: dict[str, type[Fact]] = {"people": Mention, "quotes": Quote, "dates": DateExpression}
KINDS = tuple(_MODELS)


def gold_lines(kind: str) -> Iterator[dict[str, Any]]:
    """The articles in which somebody has reviewed facts of a kind, as docs/evaluation.md has them.

    Args:
        kind: one of ``KINDS``.
    """
    model = _MODELS[kind]
    own = model._default_manager.filter(article=OuterRef("pk"), earlier_version=None)
    touched = own.filter(origin=Origin.EDITED) | own.exclude(status=Status.UNREVIEWED)
    articles = Article.objects.filter(Exists(touched)).select_related("source").order_by("pk")
    for article in articles.iterator(chunk_size=100):
        yield {**_text(article), **_MARKED[kind](article)}


def _text(article: Article) -> dict[str, Any]:
    line: dict[str, Any] = {"id": f"{article.source.slug}/{article.guid}", "text": article.body}
    if article.headline and article.headline not in article.body:
        line["headline"] = article.headline
    if article.published_on:
        # The day where it was published: a time in UTC may lie on another one.
        line["published"] = article.published_on.isoformat()
    return {**line, "source": article.source.slug}


def _people(article: Article) -> dict[str, Any]:
    mentions = Mention.objects.filter(article=article, earlier_version=None).in_order()
    right, unreviewed = _sides(mentions)
    people = [
        {
            "entity": str(person["id"]),
            "name": person["name"],
            "mentions": [_without_confidence(mention) for mention in person["mentions"]],
        }
        for person in people_record(right)
    ]
    return {"people": people, "complete": not unreviewed}


def _quotes(article: Article) -> dict[str, Any]:
    rows = Quote.objects.filter(article=article, earlier_version=None).select_related("speaker")
    right, unreviewed = _sides(rows.order_by("start", "end"))
    regions = _quoted_regions(article.body)
    return {
        "quotes": [_quote(quote, regions) for quote in right],
        "regions": [{"inner": [region.start, region.end]} for region in regions],
        "ignore": [[quote.start, quote.end] for quote in unreviewed],
    }


def _quote(quote: Quote, regions: Sequence[Span]) -> dict[str, Any]:
    record = _without_confidence(quote_record(quote))
    kind, spans = record.pop("type"), record.pop("segments")
    if speaker := record["speaker"]:
        name = speaker.pop("name")
        del speaker["person"]
        record["speaker"] = {**speaker, **({"ref": name} if name else {})}
    pieces = [Span(*span) for span in spans]
    if kind != QuoteType.DIRECT:
        pieces = list(_common(pieces, regions))
    quoted = [
        {"start": piece.start, "end": piece.end, "coverage": _coverage(piece, regions)}
        for piece in pieces
    ]
    return {**record, "kind": kind, "spans": spans, "quoted": quoted}


def _quoted_regions(body: str) -> list[Span]:
    # Imported late: they come with the language library, which takes seconds to import.
    from articles.extraction.quotes.marks import find_regions
    from articles.extraction.quotes.paragraphs import find_paragraphs

    return [region.inner for region in find_regions(body, find_paragraphs(body))]


def _common(pieces: Sequence[Span], regions: Sequence[Span]) -> Iterator[Span]:
    for piece in pieces:
        for region in regions:
            if piece.overlaps(region):
                yield Span(max(piece.start, region.start), min(piece.end, region.end))


def _coverage(piece: Span, regions: Sequence[Span]) -> float:
    """The share of the region around a piece that belongs to it."""
    around = next((region for region in regions if region.overlaps(piece)), piece)
    shared = min(around.end, piece.end) - max(around.start, piece.start)
    return round(shared / len(around), 2)


def _dates(article: Article) -> dict[str, Any]:
    rows = DateExpression.objects.filter(article=article, earlier_version=None)
    right, unreviewed = _sides(rows.order_by("start"))
    return {
        "dates": [_without_confidence(date_record(date)) for date in right],
        "ignore": [[date.start, date.end] for date in unreviewed],
    }


def _sides(rows: QuerySet[Row]) -> tuple[list[Row], list[Row]]:
    """The facts that are right, and those nobody has looked at; rejected ones are neither."""
    kept = [row for row in rows if row.status != Status.REJECTED]
    return (
        [row for row in kept if is_reviewed(row)],
        [row for row in kept if not is_reviewed(row)],
    )


def _without_confidence(record: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in record.items() if name != "confidence"}


_MARKED: dict[str, Callable[[Article], dict[str, Any]]] = {
    "people": _people,
    "quotes": _quotes,
    "dates": _dates,
}
