"""What became of a run: articles whose facts were not found, counts, and its end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import timezone

from articles.choices import RunKind
from articles.models import Article, Reject, Run
from articles.models.run import OPEN
from articles.readers import Location, Rejected

if TYPE_CHECKING:
    from articles.models import Chunk

EXTRACTION_FAILED = "extraction_failed"


def note_failure(article: Article, chunk: Chunk) -> None:
    """Keep on record that no facts were found in an article that was stored.

    It is told to the load that waits for the article, whichever load does the work.
    """
    own = article.run_id if chunk.run.kind == RunKind.LOAD else None
    Reject.objects.create(
        run_id=own or chunk.run_id,
        article=article,
        path=article.loaded_from,
        line=article.loaded_line,
        record=article.loaded_record,
        code=EXTRACTION_FAILED,
        reason=article.state_reason,
    )


class _Failures:
    def __init__(self, run: Run) -> None:
        self._rows = Reject.objects.filter(run=run, article__isnull=False)
        self._last = 0

    def new(self) -> list[Rejected]:
        """Those that came since the last call."""
        rows = list(self._rows.filter(pk__gt=self._last).order_by("pk"))
        self._last = rows[-1].pk if rows else self._last
        return [
            Rejected(Location(row.path, row.line, row.record), row.code, row.reason) for row in rows
        ]


def failures(run: Run) -> _Failures:
    """The articles of a run whose facts were not found, as they come."""
    return _Failures(run)


def close(run: Run) -> dict[str, int]:
    """End a load if all its items are stored and all its chunks too; else nothing changes.

    Returns:
        Its counts; in the end an article whose facts were not found counts as
        failed, whatever it counted as before.
    """
    run.refresh_from_db()
    ended = run.ended_at is not None or run.kind != RunKind.LOAD
    if ended or not run.counts or run.chunks.filter(state__in=OPEN).exists():
        return dict(run.counts)
    failed = Article.objects.filter(rejects__run=run, run=run).distinct()
    here = failed.filter(loaded_at__gte=run.started_at)
    moved = {
        "new": here.filter(version=1).count(),
        "updated": here.filter(version__gt=1).count(),
        "unchanged": failed.filter(loaded_at__lt=run.started_at).count(),
    }
    run.counts |= {outcome: run.counts[outcome] - number for outcome, number in moved.items()}
    run.counts["failed"] += sum(moved.values())
    run.ended_at = timezone.now()
    run.save(update_fields=["counts", "ended_at"])
    return dict(run.counts)
