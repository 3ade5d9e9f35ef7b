"""Facts: each one place in an article, with its confidence and its review."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from articles.choices import Origin, Status, choices_of
from articles.extraction.types import QuoteType, TimexMod, TimexType
from articles.models.article import UNDATED, Article, ArticleVersion
from articles.models.identity import Appearance
from articles.models.person import Person
from articles.querysets import DateQuerySet, MentionQuerySet, QuoteQuerySet


class Fact(models.Model):
    """What all facts have.

    ``body[start:end] == text`` in code points, ``end`` exclusive, where
    ``body`` is that of ``earlier_version`` if set, else the article's.
    ``found_start`` and ``found_end`` keep the place where the extractor found
    a fact that an editor has moved since, so that a later run knows it again.
    """

    article = models.ForeignKey(Article, models.CASCADE, related_name="%(class)ss")
    earlier_version = models.ForeignKey(
        ArticleVersion,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="%(class)ss",
        help_text="The earlier text this reviewed fact stands in; empty for the current one.",
    )
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    text = models.TextField()
    confidence = models.FloatField(default=1.0)
    origin = models.CharField(max_length=9, choices=Origin, default=Origin.EXTRACTED)
    status = models.CharField(max_length=10, choices=Status, default=Status.UNREVIEWED)
    extractor = models.CharField(max_length=100, blank=True)
    found_start = models.PositiveIntegerField(null=True, blank=True, editable=False)
    found_end = models.PositiveIntegerField(null=True, blank=True, editable=False)
    # The article's, repeated here so that lists by date need one index.
    sort_at = models.DateTimeField(default=UNDATED, editable=False)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.text if len(self.text) <= 80 else f"{self.text[:79]}…"


def fact_constraints(kind: str) -> list[models.BaseConstraint]:
    """What the database holds for every kind of fact."""
    return [
        models.CheckConstraint(condition=Q(start__lt=F("end")), name=f"{kind}_span_not_empty"),
        models.CheckConstraint(
            condition=Q(confidence__gte=0.0, confidence__lte=1.0), name=f"{kind}_confidence_0_to_1"
        ),
        models.UniqueConstraint(
            fields=["article", "start", "end"],
            condition=Q(earlier_version=None),
            name=f"{kind}_span_unique",
        ),
    ]


class Quote(Fact):
    """Words that an article attributes to a speaker.

    ``text`` is the content as printed without its outer quotation marks;
    ``segments`` are ``[start, end]`` pairs, several where the cue breaks it.
    """

    segments = models.JSONField(default=list)
    quote_type = models.CharField(max_length=8, choices=choices_of(QuoteType))
    speaker = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="quotes"
    )
    appearance = models.ForeignKey(
        Appearance,
        models.RESTRICT,
        null=True,
        blank=True,
        editable=False,
        related_name="quotes",
        help_text="The speaker in this article.",
    )
    speaker_text = models.TextField(blank=True)
    speaker_start = models.PositiveIntegerField(null=True, blank=True)
    speaker_end = models.PositiveIntegerField(null=True, blank=True)
    cue = models.TextField(blank=True)
    cue_start = models.PositiveIntegerField(null=True, blank=True)
    cue_end = models.PositiveIntegerField(null=True, blank=True)
    cue_lemma = models.CharField(
        max_length=100, blank=True, help_text="The cue as a dictionary has it: say, point out."
    )
    said_on = models.ForeignKey(
        "DateExpression",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="quotes_said",
        help_text="When it was said, where the words around the cue tell it.",
    )
    search_text = models.TextField(editable=False, help_text="Stems of the text.")

    objects = QuoteQuerySet.as_manager()

    class Meta:
        ordering = ["-sort_at", "-id"]
        constraints = [
            *fact_constraints("quote"),
            models.CheckConstraint(
                condition=Q(speaker=None, appearance=None)
                | Q(speaker__isnull=False, appearance__isnull=False),
                name="quote_speaker_appears",
            ),
        ]
        indexes = [
            models.Index(F("sort_at").desc(), F("id").desc(), name="quote_newest"),
            models.Index(fields=["speaker", "sort_at", "id"], name="quote_by_speaker"),
            models.Index(fields=["confidence", "id"], name="quote_by_confidence"),
            models.Index(
                fields=["status", "sort_at", "id"],
                condition=~Q(status=Status.UNREVIEWED.value),
                name="quote_reviewed",
            ),
        ]


class Mention(Fact):
    """One place that names a person; ``title`` as printed beside the name."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="mentions")
    appearance = models.ForeignKey(
        Appearance,
        models.RESTRICT,
        editable=False,
        related_name="mentions",
        help_text="The person in this article.",
    )
    title = models.CharField(max_length=300, blank=True)
    quote = models.ForeignKey(
        Quote,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="mentions",
        help_text="The quote it stands inside: what is said is said about this person.",
    )

    objects = MentionQuerySet.as_manager()

    class Meta:
        ordering = ["article", "start"]
        constraints = fact_constraints("mention")
        indexes = [
            models.Index(fields=["person", "article"], name="mention_by_person"),
            models.Index(fields=["person", "sort_at", "id"], name="mention_by_person_newest"),
            models.Index(
                fields=["person", "quote"],
                condition=Q(quote__isnull=False),
                name="mention_in_quote",
            ),
        ]


class DateExpression(Fact):
    """A TIMEX3 expression; ``earliest`` and ``latest`` are both inclusive.

    The two ends of a range ("from Monday to Friday") have one ``range_number``
    within their article. ``edtf`` follows ``value`` and ``mod``.
    """

    timex_type = models.CharField(max_length=8, choices=choices_of(TimexType))
    value = models.CharField(max_length=100, help_text="TIMEX3, for example 2025-W20.")
    mod = models.CharField(max_length=14, choices=choices_of(TimexMod), blank=True)
    edtf = models.CharField(max_length=100, blank=True, help_text="ISO 8601-2, if it has a form.")
    range_number = models.PositiveIntegerField(null=True, blank=True)
    earliest = models.DateField(null=True, blank=True)
    latest = models.DateField(null=True, blank=True)
    quote = models.ForeignKey(
        Quote,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="dates",
        help_text="The quote it stands inside.",
    )

    objects = DateQuerySet.as_manager()

    class Meta:
        ordering = ["-sort_at", "-id"]
        constraints = [
            *fact_constraints("date"),
            models.CheckConstraint(
                condition=Q(earliest=None, latest=None) | Q(earliest__lte=F("latest")),
                name="date_range_in_order",
            ),
        ]
        indexes = [
            models.Index(F("sort_at").desc(), F("id").desc(), name="date_newest"),
            models.Index(fields=["earliest", "latest", "id"], name="date_by_range"),
            models.Index(
                fields=["earliest", "latest", "quote"],
                condition=Q(quote__isnull=False, earliest__isnull=False),
                name="date_in_quote",
            ),
        ]
