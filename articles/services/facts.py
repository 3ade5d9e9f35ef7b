"""Bringing the stored facts of a batch of articles to what was found in them."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from articles.choices import Origin, Status
from articles.extraction.types import Span
from articles.models import DateExpression, Mention, Quote
from articles.services import bulk

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from articles.extraction import types
    from articles.models import Article
    from articles.models.facts import Fact

    Values = Mapping[str, Any]
    # By article and place.
    Wanted = Mapping[int, Mapping[Span, Values]]
    # By kind of fact, then by what became of them.
    Changes = dict[str, dict[str, int]]

KINDS: tuple[type[Fact], ...] = (Quote, Mention, DateExpression)
# Columns that are set anew without the fact being another.
_FOLLOWING = {"extractor", "sort_at", "appearance_id", "quote_id"}


class FactBatch:
    """The facts of some articles: those stored, those wanted, and the way from one to the other.

    Only ``extracted`` and ``unreviewed`` rows are added, changed and removed; one
    found again at its place keeps its id.

    Args:
        found: the articles, locked, and what was found in each.
    """

    def __init__(self, found: Sequence[tuple[Article, types.Extraction]]) -> None:
        self._found = {article.pk: (article, extraction) for article, extraction in found}

    def replace(self, quotes: Wanted, mentions: Wanted, dates: Wanted) -> Changes:
        """Make the facts of the articles those wanted."""
        quote_rows, mention_rows, date_rows = (
            self._changes(model, wanted)
            for model, wanted in ((Quote, quotes), (Mention, mentions), (DateExpression, dates))
        )
        for rows in (quote_rows, mention_rows, date_rows):
            rows.give_ids()
        for article, (_, extraction) in self._found.items():
            enclosing = enclosing_quote(quote_rows.current(article))
            for rows in (mention_rows, date_rows):
                for row in rows.of[article]:
                    rows.set(row, "quote_id", enclosing(Span(row.start, row.end)))
            self._link_times_of_speaking(article, extraction, quote_rows, date_rows)
        for rows in (quote_rows, mention_rows, date_rows):
            rows.remove()
        # Quotes name dates and dates name quotes: the database looks at the end of the transaction.
        for rows in (quote_rows, mention_rows, date_rows):
            rows.save()
        return {
            "people": mention_rows.changes(),
            "quotes": quote_rows.changes(),
            "dates": date_rows.changes(),
        }

    def _changes(self, model: type[Fact], wanted: Wanted) -> _Rows:
        rows = _Rows(model)
        existing = defaultdict(list)
        for row in model._default_manager.filter(article__in=self._found, earlier_version=None):
            existing[row.article_id].append(row)
        for pk, (article, extraction) in self._found.items():
            common = {"extractor": extraction.extractor, "sort_at": article.sort_at}
            rows.bring(article, existing[pk], wanted[pk], common)
        return rows

    def _link_times_of_speaking(
        self, article: int, extraction: types.Extraction, quotes: _Rows, dates: _Rows
    ) -> None:
        """Set for each quote that no editor has touched the date beside its cue."""
        said = {quote.span: quote.said_on.span for quote in extraction.quotes if quote.said_on}
        ids = {Span(row.start, row.end): row.pk for row in dates.current(article)}
        for row in quotes.of[article]:
            if not is_reviewed(row):
                place = said.get(Span(row.start, row.end))
                quotes.set(row, "said_on_id", ids.get(place) if place else None)


class _Rows:
    """Rows of one kind of fact: ``of`` each article, as they are to be."""

    def __init__(self, model: type[Fact]) -> None:
        self._model = model
        self.of: dict[int, list[Any]] = defaultdict(list)
        self._created: list[Fact] = []
        self._changed: dict[int, Fact] = {}
        # Those of which more is another than who found it and the quote around it.
        self._corrected: set[int] = set()
        self._reviewed: set[int] = set()
        self._removed: list[int] = []

    def bring(
        self,
        article: Article,
        existing: Iterable[Fact],
        wanted: Mapping[Span, Values],
        common: Values,
    ) -> None:
        """Bring the extracted, unreviewed rows of an article to those wanted, by place."""
        reviewed, free = [], {}
        for row in existing:
            if is_reviewed(row):
                reviewed.append(row)
            else:
                free[Span(row.start, row.end)] = row
        self.of[article.pk] += reviewed
        self._reviewed |= {row.pk for row in reviewed}
        for span, values in wanted.items():
            if any(_same_place(span, row) for row in reviewed):
                continue
            complete = {**values, **common}
            found = free.pop(span, None)
            if found is None:
                found = self._model(article=article, start=span.start, end=span.end, **complete)
                self._created.append(found)
            else:
                for name, value in complete.items():
                    self.set(found, name, value)
            self.of[article.pk].append(found)
        self._removed += [row.pk for row in free.values()]

    def set(self, row: Fact, name: str, value: object) -> None:
        if getattr(row, name) != value:
            setattr(row, name, value)
            if not row._state.adding:
                self._changed[row.pk] = row
                if name not in _FOLLOWING:
                    self._corrected.add(row.pk)

    def current(self, article: int) -> list[Any]:
        return [row for row in self.of[article] if row.status != Status.REJECTED]

    def changes(self) -> dict[str, int]:
        """How many facts were added, changed, removed, kept, and left alone."""
        changed = len(self._corrected - self._reviewed)
        found = sum(len(rows) for rows in self.of.values()) - len(self._reviewed)
        return {
            "added": len(self._created),
            "changed": changed,
            "removed": len(self._removed),
            "kept": found - len(self._created) - changed,
            "reviewed": len(self._reviewed),
        }

    def give_ids(self) -> None:
        ids = bulk.Ids(self._model).take(len(self._created))
        for row, identifier in zip(self._created, ids, strict=True):
            row.pk = identifier

    def remove(self) -> None:
        if self._removed:
            self._model._default_manager.filter(pk__in=self._removed).delete()

    def save(self) -> None:
        bulk.insert(self._created)
        bulk.update(list(self._changed.values()), _columns(self._model))


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


def _columns(model: type[Fact]) -> list[str]:
    fixed = {"id", "article", "earlier_version", "found_start", "found_end", "origin", "status"}
    return [f.name for f in model._meta.concrete_fields if f.name not in fixed]


def link_to_quotes(article: Article) -> None:
    """Set for each stored mention and date the innermost current quote it stands in."""
    enclosing = enclosing_quote(Quote.objects.filter(article=article).current())
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


def enclosing_quote(quotes: Iterable[Quote]) -> Callable[[Span], int | None]:
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
