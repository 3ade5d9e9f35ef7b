"""Storing what readers give, many items in one transaction."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from django.db import DataError, IntegrityError, connection, transaction

from articles.choices import ExtractionState
from articles.models import Article, Source
from articles.readers import RawArticle, Rejected
from articles.services import bulk, summaries
from articles.services import delivery as deliveries
from articles.services.articles import (
    Outcome,
    is_whole_file,
    new_article,
    path_of,
    source_named,
    store_delivery,
)
from articles.services.turns import take_turns

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date, datetime

    from articles.models import Run
    from articles.readers import Item, Location
    from articles.services.delivery import Delivery

# A transaction holds no more items than this, characters of their bodies, or seconds of reading.
BATCH_ITEMS = 500
BATCH_CHARACTERS = 4_000_000
BATCH_SECONDS = 1.0
# Any number that only this lock bears.
_STORING_ARTICLES = 0x61727469


@dataclass(frozen=True, slots=True, kw_only=True)
class Defaults:
    """What to take where an item does not say it itself."""

    source: str = ""
    published: datetime | date | None = None


@dataclass(frozen=True, slots=True)
class _Prepared:
    """An item as it would be stored."""

    source: Source
    delivery: Delivery
    location: Location

    @property
    def key(self) -> tuple[int, str]:
        return self.source.pk, self.delivery.guid


def batches(items: Iterable[Item]) -> Iterator[list[Item]]:
    """Put items together for one transaction each, in order."""
    batch: list[Item] = []
    characters, since = 0, time.monotonic()
    for item in items:
        batch.append(item)
        characters += len(item.body) if isinstance(item, RawArticle) else 0
        full = len(batch) >= BATCH_ITEMS or characters >= BATCH_CHARACTERS
        if full or time.monotonic() - since >= BATCH_SECONDS:
            yield batch
            batch, characters, since = [], 0, time.monotonic()
    if batch:
        yield batch


def store_batch(
    items: Iterable[Item], defaults: Defaults, run: Run | None
) -> list[Outcome | Rejected]:
    """Store items: what is new in one transaction, what has changed in one each.

    Args:
        run: the load that brings them.

    Returns:
        What became of each item, in order.
    """
    sources: dict[str, Source] = {}
    prepared = [_prepare(item, defaults, sources) for item in items]
    return _Batch(prepared, run).store()


def _prepare(item: Item, defaults: Defaults, sources: dict[str, Source]) -> _Prepared | Rejected:
    if isinstance(item, Rejected):
        return item
    delivered = item
    if item.published_at is None and defaults.published is not None:
        delivered = replace(item, published_at=defaults.published)
    raw = deliveries.complete(delivered)
    if isinstance(raw, Rejected):
        return raw
    name = raw.source or defaults.source
    if name not in sources:
        sources[name] = source_named(name)
    source = sources[name]
    delivery = deliveries.prepare(raw, source, deliveries.digest_of(delivered))
    if isinstance(delivery, Rejected):
        return delivery
    return _Prepared(source, delivery, raw.location)


def _take_turns() -> None:
    """Keep other loads from storing the same article at the same time.

    On SQLite, which has one writer at a time, there is nothing to wait for.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_STORING_ARTICLES])


class _Batch:
    """Items by their places: what is new goes in at once, the rest one by one."""

    def __init__(self, items: list[_Prepared | Rejected], run: Run | None) -> None:
        self._run = run
        self._outcomes: dict[int, Outcome | Rejected] = {
            place: item for place, item in enumerate(items) if isinstance(item, Rejected)
        }
        self._items = {
            place: item for place, item in enumerate(items) if isinstance(item, _Prepared)
        }

    def store(self) -> list[Outcome | Rejected]:
        with transaction.atomic():
            _take_turns()
            self._save_sources()
            self._pass_over_unchanged()
            fresh = self._fresh()
            if self._insert(fresh):
                self._outcomes |= dict.fromkeys(fresh, Outcome.NEW)
        for place, item in self._items.items():
            if place not in self._outcomes:
                self._outcomes[place] = self._store_one(item)
        return [outcome for _, outcome in sorted(self._outcomes.items())]

    def _save_sources(self) -> None:
        """Make the sources that are new: those of items that are stored, and no others."""
        saved: dict[str, Source] = {}
        for place, item in self._items.items():
            if item.source.pk is not None:
                continue
            slug = item.source.slug
            if slug not in saved:
                names = {"name": item.source.name}
                saved[slug], _ = Source.objects.get_or_create(slug=slug, defaults=names)
            self._items[place] = replace(item, source=saved[slug])

    def _pass_over_unchanged(self) -> None:
        rows = Article.objects.filter(
            source__in={item.source.pk for item in self._items.values()},
            guid__in={item.delivery.guid for item in self._items.values()},
        ).values_list("source_id", "guid", "digest", "pk", "state", named=True)
        self._stored = {(row.source_id, row.guid): row for row in rows}
        waiting = []
        for place, item in self._items.items():
            row = self._stored.get(item.key)
            if row is not None and row.digest == item.delivery.digest:
                self._outcomes[place] = Outcome.UNCHANGED
                if row.state == ExtractionState.PENDING:
                    waiting.append(row.pk)
        if waiting:
            Article.objects.filter(pk__in=waiting).update(run=self._run)

    def _fresh(self) -> list[int]:
        """The places of items that can be no article stored, nor any other of the batch."""
        files = self._files_of_anonymous_articles()
        seen: set[tuple[int, str]] = set()
        fresh = []
        for place, item in self._items.items():
            if item.key in seen or item.key in self._stored:
                continue
            seen.add(item.key)
            if item.delivery.anonymous and is_whole_file(item.location):
                path = path_of(item.location)
                if path in files:
                    continue
                files.add(path)
            fresh.append(place)
        return fresh

    def _files_of_anonymous_articles(self) -> set[str]:
        """Files that held an article without an id when they were last loaded."""
        paths = {
            path_of(item.location)
            for item in self._items.values()
            if item.delivery.anonymous and is_whole_file(item.location)
        }
        if not paths:
            return set()
        rows = Article.objects.filter(
            loaded_from__in=paths,
            loaded_line=None,
            loaded_record=None,
            guid__startswith=deliveries.ANONYMOUS,
        )
        return set(rows.values_list("loaded_from", flat=True))

    def _insert(self, fresh: list[int]) -> bool:
        """Whether the database took them all; else none of them is stored."""
        items = [self._items[place] for place in fresh]
        rows = [new_article(item.source, item.delivery, item.location, self._run) for item in items]
        try:
            with transaction.atomic():
                take_turns()  # before the rows are there: others may wait for them, and their turn
                bulk.insert(rows)
                summaries.add(summaries.contribution_of_new(rows))
        except (DataError, IntegrityError):
            return False  # one by one it shows which it is
        return True

    def _store_one(self, item: _Prepared) -> Outcome | Rejected:
        try:
            outcome, _ = store_delivery(item.source, item.delivery, item.location, self._run)
        except DataError as error:
            reason = str(error).partition("\n")[0]
            message = f"the database refuses it ({reason}): correct it"
            return Rejected(item.location, "not_stored", message)
        return outcome
