"""Loading: every item of the input becomes an article, is known already, or is rejected."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone

from articles.choices import ExtractionState, RunKind
from articles.models import Article, Reject, Run
from articles.readers import Location, RawArticle, Rejected
from articles.services import delivery as deliveries
from articles.services.articles import Outcome, source_of, store_delivery
from articles.services.pool import work_off
from articles.services.work import plan

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date, datetime


@dataclass(slots=True)
class Summary:
    """Counts of outcomes; every item seen has exactly one."""

    counts: dict[Outcome, int] = field(default_factory=lambda: dict.fromkeys(Outcome, 0))

    def add(self, outcome: Outcome) -> None:
        self.counts[outcome] += 1

    def move(self, before: Outcome, after: Outcome) -> None:
        self.counts[before] -= 1
        self.counts[after] += 1

    def as_dict(self) -> dict[str, int]:
        return {"seen": sum(self.counts.values()), **{k.value: n for k, n in self.counts.items()}}


@dataclass(frozen=True, slots=True, kw_only=True)
class Defaults:
    """What to take where an item does not say it itself."""

    source: str = ""
    published: datetime | date | None = None


class Loader:
    """One load: stores items one by one, then extracts what is pending.

    Args:
        on_reject: called with each item that is not taken.
        on_extracted: called with the number of articles extracted and to do.
        workers: how many read articles at a time.
    """

    def __init__(
        self,
        defaults: Defaults,
        *,
        on_reject: Callable[[Rejected], None],
        on_extracted: Callable[[int, int], None],
        workers: int = 1,
    ) -> None:
        self.workers = workers
        self.defaults = defaults
        self.on_reject = on_reject
        self.on_extracted = on_extracted
        self.summary = Summary()
        self._touched: dict[int, tuple[Outcome, Location]] = {}

    def load(
        self,
        items: Iterable[RawArticle | Rejected],
        arguments: dict[str, Any],
        *,
        extract: bool = True,
    ) -> Summary:
        """Store the items and extract whatever is pending then.

        Args:
            arguments: what was asked, for the record of the run.
            extract: False leaves the articles pending for a later load.
        """
        run = Run.objects.create(kind=RunKind.LOAD, arguments=arguments, started_at=timezone.now())
        self._store(items, run)
        if extract:
            plan(run, Article.objects.all())
            work_off(
                self.workers,
                on_stored=partial(self._extracted, run),
                on_progress=self.on_extracted,
            )
        run.counts = self.summary.as_dict()
        run.ended_at = timezone.now()
        run.save()
        return self.summary

    def rehearse(self, items: Iterable[RawArticle | Rejected]) -> Summary:
        """Do all of a load but the extraction, and undo it."""
        with transaction.atomic():
            self._store(items, run=None)
            transaction.set_rollback(True)
        return self.summary

    def _store(self, items: Iterable[RawArticle | Rejected], run: Run | None) -> None:
        for item in items:
            result = self._store_one(item)
            if isinstance(result, Rejected):
                self.summary.add(Outcome.REJECTED)
                self._reject(result, run)
                continue
            outcome, article = result
            self.summary.add(outcome)
            if outcome is not Outcome.UNCHANGED:
                self._touched.setdefault(article.pk, (outcome, item.location))

    def _store_one(self, item: RawArticle | Rejected) -> Rejected | tuple[Outcome, Article]:
        if isinstance(item, Rejected):
            return item
        published = self.defaults.published if item.published_at is None else item.published_at
        delivered = replace(item, published_at=published)
        raw = deliveries.complete(delivered)
        if isinstance(raw, Rejected):
            return raw
        with transaction.atomic():
            source = source_of(raw, self.defaults.source)
            delivery = deliveries.prepare(raw, source, deliveries.digest_of(delivered))
            if isinstance(delivery, Rejected):
                transaction.set_rollback(True)  # no source row for a rejected item
                return delivery
            return store_delivery(source, delivery, raw.location)

    def _extracted(self, run: Run, article: Article) -> None:
        if article.state != ExtractionState.FAILED or article.pk not in self._touched:
            return
        outcome, location = self._touched.pop(article.pk)
        self.summary.move(outcome, Outcome.FAILED)
        self._reject(Rejected(location, "extraction_failed", article.state_reason), run)

    def _reject(self, rejected: Rejected, run: Run | None) -> None:
        self.on_reject(rejected)
        if run is not None:
            Reject.objects.create(
                run=run,
                path=rejected.location.path[-1000:],
                line=rejected.location.line,
                record=rejected.location.record,
                code=rejected.code,
                reason=rejected.reason,
            )
