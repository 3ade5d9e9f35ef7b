"""Runs and what they did not take."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django.contrib import admin
from django.template.loader import render_to_string
from django.utils.html import format_html

from articles.admin.permissions import ReadOnlyAdmin, change_url, list_url
from articles.models import Reject, Run
from articles.services.progress import progress_of, throughput

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from django.http import HttpRequest

# Rejects shown on a run's page; the list of rejects has them all.
SHOWN = 100


@admin.register(Run)
class RunAdmin(ReadOnlyAdmin[Run]):
    empty_value_display = "broken off, or still running"
    list_display = ("started_at", "kind", "ended_at", "summary")
    list_filter = ("kind", ("ended_at", admin.EmptyFieldListFilter), "started_at")
    search_fields = ("arguments", "rejects__path")
    search_help_text = "What was asked, or the file of a reject."
    fields = (
        "kind", "started_at", "ended_at", "arguments", "counts", "changes", "pace", "progress",
        "rejects_shown",
    )  # fmt: skip
    readonly_fields = ("pace", "progress", "rejects_shown")

    @admin.display(description="counts")
    def summary(self, run: Run) -> str:
        return ", ".join(f"{name} {number}" for name, number in run.counts.items() if number)

    @admin.display(description="articles a second", empty_value="-")
    def pace(self, run: Run) -> float | None:
        progress = progress_of([run]).get(run.pk)
        return progress.articles_per_second if progress else throughput(run)

    @admin.display(description="how far it is", empty_value="it has ended")
    def progress(self, run: Run) -> str | None:
        progress = progress_of([run]).get(run.pk)
        if progress is None:
            return None
        left = ""
        if progress.seconds_left is not None:
            left = f", {timedelta(seconds=progress.seconds_left)} left"
        return (
            f"{progress.done} of {progress.planned} articles extracted,"
            f" {progress.workers} workers{left}"
        )

    @admin.display(description="rejects")
    def rejects_shown(self, run: Run) -> str:
        return render_to_string(
            "admin/articles/rejects.html",
            {
                "rejects": run.rejects.order_by("id")[:SHOWN],
                "total": run.rejects.count(),
                "all_url": list_url(Reject, run__id__exact=run.pk),
            },
        )


@admin.register(Reject)
class RejectAdmin(ReadOnlyAdmin[Reject]):
    list_display = ("path", "line", "record", "code", "reason", "run_link")
    list_filter = ("code", "run__kind")
    ordering = ("-pk",)
    search_fields = ("path", "reason")
    fields = ("run_link", "path", "line", "record", "code", "reason")
    readonly_fields = ("run_link",)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Reject]:
        return super().get_queryset(request).select_related("run")

    @admin.display(description="run", ordering="run")
    def run_link(self, reject: Reject) -> str:
        return format_html('<a href="{}">{}</a>', change_url(reject.run), reject.run)
