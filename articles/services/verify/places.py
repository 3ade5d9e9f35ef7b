"""Whether every fact stands where it says, and in the quote that is around it."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any

from articles.choices import ExtractionState
from articles.extraction.types import Span
from articles.models import Article, ArticleVersion, DateExpression, Mention, Quote
from articles.services.facts import enclosing_quote, is_reviewed
from articles.services.verify.problem import problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.db.models import QuerySet

    from articles.models.facts import Fact
    from articles.services.verify.problem import Problem

# Texts in memory at a time.
AT_ONCE = 200
_FACTS: tuple[type[Fact], ...] = (Quote, Mention, DateExpression)


def check_places() -> Iterator[Problem]:
    """Facts, their segments, speakers and cues, in present texts and in earlier ones."""
    for texts in _batches(Article.objects.only("body")):
        for model in _FACTS:
            rows = model._default_manager.filter(article__in=texts, earlier_version=None)
            for fact in rows.iterator():
                yield from _misplaced(fact, texts[fact.article_id].body)
    for texts in _batches(ArticleVersion.objects.only("body")):
        for model in _FACTS:
            for fact in model._default_manager.filter(earlier_version__in=texts).iterator():
                yield from _misplaced(fact, texts[fact.earlier_version_id].body)
                if not is_reviewed(fact):
                    yield problem(fact, "it stands in an earlier version, and nobody reviewed it")


def _batches(rows: QuerySet[Any]) -> Iterator[dict[Any, Any]]:
    """Rows by id, some at a time."""
    stream = rows.order_by("pk").iterator(chunk_size=AT_ONCE)
    while batch := list(islice(stream, AT_ONCE)):
        yield {row.pk: row for row in batch}


def _misplaced(fact: Fact, body: str) -> Iterator[Problem]:
    yield from _words(fact, body, "", fact.text)
    if isinstance(fact, Quote):
        yield from _words(fact, body, "speaker_", fact.speaker_text)
        yield from _words(fact, body, "cue_", fact.cue)
        yield from _segments(fact)


def _words(fact: Fact, body: str, part: str, words: str) -> Iterator[Problem]:
    """The words of a part of a fact that has a place."""
    start, end = getattr(fact, f"{part}start"), getattr(fact, f"{part}end")
    if start is None and end is None:
        return
    place = f"{part}start, {part}end [{start}, {end}) of article {fact.article_id}"
    if start is None or end is None:
        yield problem(fact, f"{place} lacks one of its ends")
    elif body[start:end] != words:
        yield problem(fact, f"{place} holds {body[start:end]!r:.80}, not {words!r:.80}")


def _segments(quote: Quote) -> Iterator[Problem]:
    try:
        edges = [int(edge) for start, end in quote.segments for edge in (start, end)]
    except (TypeError, ValueError):
        edges = []
    ascending = [quote.start, *edges, quote.end]
    is_empty = any(start == end for start, end in zip(edges[::2], edges[1::2], strict=True))
    if not edges or is_empty or ascending != sorted(ascending):
        span = f"[{quote.start}, {quote.end})"
        yield problem(quote, f"segments {quote.segments!r:.80} are not pieces of {span}, in order")


def check_links() -> Iterator[Problem]:
    """Mentions and dates against the innermost quote around them.

    An article that waits for extraction has the links of its former text.
    """
    for articles in _batches(Article.objects.filter(state=ExtractionState.DONE).only("pk")):
        quotes: dict[int, list[Quote]] = {pk: [] for pk in articles}
        for quote in Quote.objects.filter(article__in=articles).current().iterator():
            quotes[quote.article_id].append(quote)
        around = {pk: enclosing_quote(rows) for pk, rows in quotes.items()}
        for model in (Mention, DateExpression):
            rows: Any = model._default_manager.filter(article__in=articles, earlier_version=None)
            for fact in rows.only("article_id", "start", "end", "quote_id").iterator():
                right = around[fact.article_id](Span(fact.start, fact.end))
                if fact.quote_id != right:
                    reason = f"quote is {fact.quote_id}, the one around it is {right}"
                    yield problem(fact, reason)
