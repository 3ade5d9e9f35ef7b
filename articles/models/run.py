"""What was asked of the program, when, and what became of it."""

from django.db import models
from django.db.models import Q

from articles.choices import ChunkState, RunKind
from articles.models.article import Article

# Chunks in these states are not stored yet.
OPEN = (ChunkState.WAITING, ChunkState.TAKEN, ChunkState.READ)


class Run(models.Model):
    """One load or extraction; a run without an end goes on, or was broken off.

    A load has ``counts`` from when all its items are stored, an end from when
    their facts are too.
    """

    kind = models.CharField(max_length=7, choices=RunKind)
    arguments = models.JSONField(default=dict)
    counts = models.JSONField(default=dict)
    changes = models.JSONField(
        default=dict,
        help_text="What a run that extracts again did to the facts: by kind, how many were added, "
        "changed, removed, kept, and left alone since an editor has reviewed them.",
    )
    started_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-started_at", "-id"]

    def __str__(self) -> str:
        return f"{self.kind} {self.started_at:%Y-%m-%d %H:%M}"


class Chunk(models.Model):
    """Some articles of a run, in order, that one worker at a time reads.

    A worker takes a chunk for the length of a lease. Each time it is taken it
    has another ``fence``: what a worker brings that was given up meanwhile
    bears an old one and is refused. ``result`` is what was found, with digests
    of what was read, from when it is read until its turn to be stored.
    """

    run = models.ForeignKey(Run, models.CASCADE, related_name="chunks")
    number = models.PositiveIntegerField(help_text="Place of its first article in the run.")
    articles = models.JSONField(help_text="Ids in the order in which they are stored.")
    state = models.CharField(max_length=7, choices=ChunkState, default=ChunkState.WAITING)
    attempts = models.PositiveSmallIntegerField(default=0)
    fence = models.PositiveIntegerField(default=0)
    worker = models.CharField(max_length=200, blank=True)
    lease_until = models.DateTimeField(null=True, blank=True)
    sent_at = models.DateTimeField(
        null=True, blank=True, help_text="When a message about it last went to a broker."
    )
    result = models.BinaryField(null=True)
    stored_at = models.DateTimeField(null=True, blank=True)
    changes = models.JSONField(default=dict, help_text="As those of the run.")

    class Meta:
        ordering = ["run", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["run", "number"],
                condition=~Q(state=ChunkState.SPLIT),
                name="chunk_number_unique",
            )
        ]
        indexes = [
            models.Index(
                fields=["run", "number"],
                condition=Q(state__in=OPEN),
                name="chunk_open",
            )
        ]

    def __str__(self) -> str:
        return f"chunk {self.number} of run {self.run_id}"


class Reject(models.Model):
    """An item that a run did not take, or one stored whose facts were not found, and why."""

    run = models.ForeignKey(Run, models.CASCADE, related_name="rejects")
    article = models.ForeignKey(
        Article,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="rejects",
        help_text="Where the item is stored, and only its facts are missing.",
    )
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
