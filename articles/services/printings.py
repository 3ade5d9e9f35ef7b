"""The same quote in many articles, kept together as facts are stored and reviewed."""

from __future__ import annotations

from collections import defaultdict
from contextlib import contextmanager
from typing import TYPE_CHECKING

from articles.linking.copies import quote_key
from articles.models import Article, Printing, Quote
from articles.models.article import UNDATED
from articles.services import bulk

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import datetime


@contextmanager
def printed(articles: Sequence[Article]) -> Iterator[None]:
    """Keep the printings of quotes true over a change of some articles' facts."""
    before = _stored(articles)
    yield
    wanted = _wanted(articles)
    stored = _stored(articles)
    changed = {pk: key for pk, key in wanted.items() if stored.get(pk) != key}
    if outdated := stored.keys() - (wanted.keys() - changed.keys()):
        Printing.objects.filter(quote__in=outdated).delete()
    bulk.insert([Printing(quote_id=pk, key=key) for pk, key in changed.items()])
    touched = {key for pk, key in before.items() if wanted.get(pk) != key}
    if keys := {*touched, *changed.values()}:
        settle(keys)


def _stored(articles: Sequence[Article]) -> dict[int, int]:
    rows = Printing.objects.filter(quote__article__in=articles)
    return dict(rows.values_list("quote", "key"))


def _wanted(articles: Sequence[Article]) -> dict[int, int]:
    """The key of each current quote that is long enough to have one."""
    quotes = Quote.objects.filter(article__in=articles).current()
    keys = {quote.pk: key_of(quote) for quote in quotes.only("start", "text", "segments")}
    return {pk: key for pk, key in keys.items() if key is not None}


def key_of(quote: Quote) -> int | None:
    """By the words spoken, whether or not the cue breaks them."""
    at = quote.start
    return quote_key(" ".join(quote.text[start - at : end - at] for start, end in quote.segments))


def recheck(article: Article) -> None:
    """Choose the leading printings again, since the article has another date."""
    settle(_stored([article]).values())


def settle(keys: Iterable[int]) -> None:
    """Let the first printing of each quote lead."""
    printings: dict[int, list[tuple[datetime, int]]] = defaultdict(list)
    rows = Printing.objects.filter(key__in=keys).values_list("key", "quote__sort_at", "quote")
    for key, sort_at, quote in rows:
        printings[key].append((sort_at, quote))
    all_of_them = {quote for found in printings.values() for _, quote in found}
    leads = {leading_printing(found) for found in printings.values()}
    Printing.objects.filter(quote__in=leads, is_leading=False).update(is_leading=True)
    if follows := all_of_them - leads:
        Printing.objects.filter(quote__in=follows, is_leading=True).update(is_leading=False)


def leading_printing(printings: Iterable[tuple[datetime, int]]) -> int:
    """Of quotes with the times of their articles, the one printed first; undated ones come last."""
    return min(printings, key=lambda one: (one[0] == UNDATED, *one))[1]
