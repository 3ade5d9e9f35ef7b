"""Vocabularies that only the database knows; the others come from extraction."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models

if TYPE_CHECKING:
    from enum import StrEnum


class ExtractionState(models.TextChoices):
    PENDING = "pending", "waiting for extraction"
    DONE = "done", "extracted"
    FAILED = "failed", "could not be read"
    UNSUPPORTED = "unsupported", "in a language that is not read"


class Origin(models.TextChoices):
    EXTRACTED = "extracted", "found by the program"
    EDITED = "edited", "written or changed by an editor"


class Status(models.TextChoices):
    UNREVIEWED = "unreviewed", "not reviewed"
    CONFIRMED = "confirmed", "confirmed by an editor"
    REJECTED = "rejected", "rejected by an editor"


class MatchStatus(models.TextChoices):
    OPEN = "open", "to be decided"
    MERGED = "merged", "one person"
    REJECTED = "rejected", "two people"


class Granularity(models.TextChoices):
    DAY = "day", "only the day is known"
    TIME = "time", "the time is known"


class RunKind(models.TextChoices):
    LOAD = "load", "load articles"
    EXTRACT = "extract", "extract facts"


class ChunkState(models.TextChoices):
    WAITING = "waiting", "waiting for a worker"
    TAKEN = "taken", "being read"
    READ = "read", "read, not stored yet"
    DONE = "done", "stored"
    SPLIT = "split", "divided into smaller ones"
    FAILED = "failed", "given up"


def choices_of(vocabulary: type[StrEnum]) -> list[tuple[str, str]]:
    """The choices of a model field that takes the values of an enum."""
    return [(member.value, member.value) for member in vocabulary]
