"""Who is who: people in articles, people who may be one, and people made one."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from articles.choices import MatchStatus, choices_of
from articles.extraction.types import Gender
from articles.models.article import UNDATED, Article
from articles.models.person import Person
from articles.querysets import AppearanceQuerySet, PersonMergeQuerySet, PossibleMatchQuerySet


class Appearance(models.Model):
    """One person in one article, as that article shows them.

    What people are told apart by, and what a merge or split moves: all facts
    that name the person there go with it. Two appearances of one person in one
    article are two who were found to be the same.
    """

    article = models.ForeignKey(Article, models.CASCADE, related_name="appearances")
    person = models.ForeignKey(Person, models.PROTECT, related_name="appearances")
    name = models.CharField(max_length=200, help_text="The fullest form in the article.")
    forms = models.JSONField(default=list, help_text="All forms of the name in the article.")
    titles = models.JSONField(default=list, help_text="As printed beside the name.")
    gender = models.CharField(max_length=6, choices=choices_of(Gender), blank=True)
    context = models.JSONField(default=list, help_text="Words near the name.")
    # The article's, repeated here so that the latest appearances need one index.
    sort_at = models.DateTimeField(default=UNDATED, editable=False)

    objects = AppearanceQuerySet.as_manager()

    class Meta:
        ordering = ["-sort_at", "-id"]
        indexes = [models.Index(fields=["person", "sort_at", "id"], name="appearance_by_person")]

    def __str__(self) -> str:
        return f"{self.name} in article {self.article_id}"


class PossibleMatch(models.Model):
    """Two people who may be one: offered to editors, whose decision is kept.

    ``evidence`` is a list of ``{"kind", "weight", "words"}``; a weight above 0
    speaks for one person.
    """

    first = models.ForeignKey(Person, models.CASCADE, related_name="+")
    second = models.ForeignKey(Person, models.CASCADE, related_name="+")
    score = models.FloatField(default=0.0, help_text="The sum of the evidence.")
    evidence = models.JSONField(default=list)
    status = models.CharField(max_length=8, choices=MatchStatus, default=MatchStatus.OPEN)
    offered_at = models.DateTimeField(default=timezone.now, editable=False)
    decided_by = models.CharField(max_length=150, blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)

    objects = PossibleMatchQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "possible matches"
        ordering = ["-score", "-id"]
        constraints = [
            models.UniqueConstraint(fields=["first", "second"], name="match_unique"),
            models.CheckConstraint(condition=Q(first__lt=F("second")), name="match_in_order"),
        ]
        indexes = [
            models.Index(fields=["status", "score", "id"], name="match_by_score"),
            models.Index(fields=["second", "status"], name="match_by_second"),
        ]

    def __str__(self) -> str:
        return f"{self.first} / {self.second}"


class PersonMerge(models.Model):
    """One step in which ``merged`` became ``kept``, and all that takes it back."""

    kept = models.ForeignKey(Person, models.PROTECT, related_name="merges")
    merged = models.ForeignKey(Person, models.PROTECT, related_name="merges_into_others")
    merged_by = models.CharField(max_length=150, blank=True)
    merged_at = models.DateTimeField(default=timezone.now, editable=False)
    undone_by = models.CharField(max_length=150, blank=True)
    undone_at = models.DateTimeField(null=True, blank=True)
    moved = models.JSONField(
        default=dict,
        help_text="Ids of what came to the kept person: appearances, aliases, earlier redirects.",
    )

    objects = PersonMergeQuerySet.as_manager()

    class Meta:
        ordering = ["-merged_at", "-id"]
        constraints = [
            models.CheckConstraint(condition=~Q(kept=F("merged")), name="merge_of_two"),
        ]

    def __str__(self) -> str:
        return f"{self.merged} into {self.kept}"
