"""What was asked of the program, when, and what became of it."""

from django.db import models

from articles.choices import RunKind


class Run(models.Model):
    """One load or extraction; a run without an end was broken off."""

    kind = models.CharField(max_length=7, choices=RunKind)
    arguments = models.JSONField(default=dict)
    counts = models.JSONField(default=dict)
    started_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-started_at", "-id"]

    def __str__(self) -> str:
        return f"{self.kind} {self.started_at:%Y-%m-%d %H:%M}"


class Reject(models.Model):
    """An item that a run did not take, and why."""

    run = models.ForeignKey(Run, models.CASCADE, related_name="rejects")
    path = models.CharField(max_length=1000)
    line = models.PositiveIntegerField(null=True, blank=True)
    record = models.PositiveIntegerField(null=True, blank=True)
    code = models.CharField(max_length=50)
    reason = models.TextField()

    class Meta:
        ordering = ["run", "id"]

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}" if self.line else self.path
        return f"{place}: {self.reason}"
