"""Loading: every item of the input becomes an article, is known already, or is rejected."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone

from articles.choices import RunKind
from articles.models import Article, Reject, Run
from articles.readers import Rejected
from articles.services.articles import Outcome
from articles.services.batches import Defaults, batches, store_batch
from articles.services.planning import plan
from articles.services.pool import work_off
from articles.services.runs import close, failures

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from articles.readers import Item

__all__ = ["Defaults", "Facts", "Loader", "Summary"]


class Facts(StrEnum):
    """When the facts of the articles of a load are to be found."""

    NOW = "now"
    QUEUED = "queued"  # by workers elsewhere: the chunks are made, and that is all
    LATER = "later"  # by another load


@dataclass(slots=True)
class Summary:
    """Counts of outcomes; every item seen has exactly one."""

    counts: dict[Outcome, int] = field(default_factory=lambda: dict.fromkeys(Outcome, 0))

    def add(self, outcome: Outcome) -> None:
        self.counts[outcome] += 1

    def move(self, before: Outcome, after: Outcome, number: int) -> None:
        """Count items otherwise, as many of them as there are."""
        moved = min(number, self.counts[before])
        self.counts[before] -= moved
        self.counts[after] += moved

    def as_dict(self) -> dict[str, int]:
        return {"seen": sum(self.counts.values()), **{k.value: n for k, n in self.counts.items()}}


class Loader:
    """One load: stores items batch by batch, then has the facts found of what is pending.

    Args:
        on_reject: called with each item that is not taken, or whose facts were not found.
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

    def load(
        self,
        items: Iterable[Item],
        arguments: dict[str, Any],
        *,
        facts: Facts = Facts.NOW,
        run: Run | None = None,
    ) -> dict[str, int]:
        """Store the items, and have the facts found of whatever is pending then.

        Args:
            arguments: what was asked, for the record of the run.
            run: one that was broken off, to go on with; the items are its own, from the first.

        Returns:
            How many items were seen, and how many had each outcome.
        """
        if run is None:
            now = timezone.now()
            run = Run.objects.create(kind=RunKind.LOAD, arguments=arguments, started_at=now)
            self._store(items, run)
        else:
            self._store_again(items, run)
        if facts is not Facts.LATER:
            plan(run, Article.objects.all())
        run.counts = self.summary.as_dict()
        run.save(update_fields=["counts"])
        if facts is Facts.NOW:
            reports = failures(run)

            def progress(done: int, total: int) -> None:
                for rejected in reports.new():
                    self.on_reject(rejected)
                self.on_extracted(done, total)

            work_off(self.workers, on_progress=progress)
        counts = close(run)
        # In the order of the outcomes, which a database does not keep.
        return {name: counts[name] for name in self.summary.as_dict()}

    def _store_again(self, items: Iterable[Item], run: Run) -> None:
        """Store the items of a run that was broken off, counted as if it had not been."""
        # Without counts no worker takes the run for stored; what was rejected will be again.
        Run.objects.filter(pk=run.pk).update(counts={})
        run.rejects.filter(article=None).delete()
        stored = _stored_by(run)
        self._store(items, run)
        for outcome, number in stored.items():
            self.summary.move(Outcome.UNCHANGED, outcome, number)

    def rehearse(self, items: Iterable[Item]) -> dict[str, int]:
        """Do all of a load but the extraction, and undo it."""
        with transaction.atomic():
            self._store(items, run=None)
            transaction.set_rollback(True)
        return self.summary.as_dict()

    def _store(self, items: Iterable[Item], run: Run | None) -> None:
        for batch in batches(items):
            rejected = []
            for outcome in store_batch(batch, self.defaults, run):
                if isinstance(outcome, Rejected):
                    self.summary.add(Outcome.REJECTED)
                    self.on_reject(outcome)
                    rejected.append(outcome)
                else:
                    self.summary.add(outcome)
            if run is not None:
                Reject.objects.bulk_create(_row(one, run) for one in rejected)


def _stored_by(run: Run) -> dict[Outcome, int]:
    """The articles that a run has stored already: loading it anew finds them unchanged."""
    here = run.articles.filter(loaded_at__gte=run.started_at)
    return {
        Outcome.NEW: here.filter(version=1).count(),
        Outcome.UPDATED: here.filter(version__gt=1).count(),
    }


def _row(rejected: Rejected, run: Run) -> Reject:
    return Reject(
        run=run,
        path=rejected.location.path[-1000:],
        line=rejected.location.line,
        record=rejected.location.record,
        code=rejected.code,
        reason=rejected.reason,
    )
