"""How far runs are, how fast, and how long they will take."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import Count, Func, IntegerField, Max, Min, Q, Sum
from django.utils import timezone

from articles.choices import ChunkState
from articles.models import Chunk, Run
from articles.models.run import OPEN

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.db.backends.base.base import BaseDatabaseWrapper
    from django.db.models.sql.compiler import SQLCompiler


class _Length(Func):
    """How many elements a JSON array has."""

    function = "jsonb_array_length"
    output_field = IntegerField()

    def as_sqlite(
        self, compiler: SQLCompiler, connection: BaseDatabaseWrapper, **context: Any
    ) -> Any:
        return self.as_sql(compiler, connection, function="json_array_length", **context)


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the extraction of a run is that has not ended.

    Attributes:
        planned: articles whose facts are to be found; 0 while articles are stored.
        done: those of them whose facts are stored, or that were given up.
        workers: how many chunks are being read, by workers that were heard of lately.
    """

    planned: int
    done: int
    workers: int
    articles_per_second: float | None
    seconds_left: int | None


def progress_of(runs: Iterable[Run]) -> dict[int, Progress]:
    """The progress of those runs that have not ended, by id."""
    going_on = [run.pk for run in runs if run.ended_at is None]
    found = {run: Progress(0, 0, 0, None, None) for run in going_on}
    if not going_on:
        return found
    articles = Sum(_Length("articles"), default=0)
    still_open = Q(state__in=OPEN)
    rows: Iterable[Any] = (
        Chunk.objects.filter(run__in=going_on)
        .exclude(state=ChunkState.SPLIT)
        .order_by()
        .values("run")
        .annotate(
            planned=articles,
            left=Sum(_Length("articles"), filter=still_open, default=0),
            workers=Count("pk", filter=Q(state="taken", lease_until__gt=timezone.now())),
            begun=Min("stored_at"),
            latest=Max("stored_at"),
            chunks=Count("stored_at"),
        )
    )
    for row in rows:
        found[row["run"]] = _progress(row)
    return found


def _progress(row: dict[str, Any]) -> Progress:
    done = row["planned"] - row["left"]
    pace = None
    if row["chunks"] > 1 and (seconds := (row["latest"] - row["begun"]).total_seconds()):
        # The first chunk was read before the time that is measured.
        pace = done * (1 - 1 / row["chunks"]) / seconds
    seconds_left = round(row["left"] / pace) if pace and row["workers"] else None
    return Progress(row["planned"], done, row["workers"], pace and round(pace, 3), seconds_left)


def throughput(run: Run) -> float | None:
    """Articles a second over the whole of a run that has ended."""
    seen = run.counts.get("seen")
    if run.ended_at is None or seen is None:
        return None
    seconds = (run.ended_at - run.started_at).total_seconds()
    return round(seen / seconds, 3) if seconds > 0 else None
