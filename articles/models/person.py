"""People and the names they go by."""

from __future__ import annotations

from django.db import models
from django.db.models import F

from articles.choices import Origin
from articles.models.fields import CodePointField
from articles.querysets import PersonQuerySet


class Person(models.Model):
    """One identity under all forms of the name.

    Somebody merged into another keeps the row as a redirect, without facts.
    The counts are kept by the services in the transaction that changes the
    facts; rejected facts and those of earlier versions do not count.
    """

    name = models.CharField(max_length=200, help_text="The fullest form seen.")
    folded_name = CodePointField(max_length=200, editable=False)
    description = models.CharField(
        max_length=300, blank=True, help_text="Latest title in apposition: US President."
    )
    described_at = models.DateTimeField(
        null=True, editable=False, help_text="When the article was printed that says so."
    )
    described_in = models.ForeignKey(
        "articles.Article",
        models.SET_NULL,
        null=True,
        editable=False,
        related_name="+",
        help_text="That article.",
    )
    wikidata_id = models.CharField(max_length=20, blank=True, help_text="For example Q22686.")
    merged_into = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="merged_people",
        help_text="Who this one was found to be; all facts are there.",
    )
    origin = models.CharField(max_length=9, choices=Origin, default=Origin.EXTRACTED)
    article_count = models.PositiveIntegerField(default=0, editable=False)
    mention_count = models.PositiveIntegerField(default=0, editable=False)
    quote_count = models.PositiveIntegerField(default=0, editable=False)
    about_count = models.PositiveIntegerField(
        default=0, editable=False, help_text="Quotes whose words name the person."
    )

    objects = PersonQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "people"
        ordering = ["folded_name", "id"]
        indexes = [
            models.Index(fields=["folded_name", "id"], name="person_by_name"),
            models.Index(fields=["wikidata_id"], name="person_by_wikidata_id"),
            models.Index(F("mention_count").desc(), F("id").desc(), name="person_by_mentions"),
            models.Index(F("quote_count").desc(), F("id").desc(), name="person_by_quotes"),
            models.Index(F("article_count").desc(), F("id").desc(), name="person_by_articles"),
            models.Index(F("about_count").desc(), F("id").desc(), name="person_by_quotes_about"),
        ]

    def __str__(self) -> str:
        return self.name


class PersonAlias(models.Model):
    """A form of a person's name as printed somewhere, the full one included."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="aliases")
    name = models.CharField(max_length=200)
    folded = CodePointField(max_length=200, editable=False)
    block = CodePointField(
        max_length=64, editable=False, help_text="What names that may be one person's share."
    )

    class Meta:
        verbose_name_plural = "person aliases"
        ordering = ["folded"]
        constraints = [
            models.UniqueConstraint(fields=["person", "folded"], name="alias_unique"),
        ]
        indexes = [
            models.Index(fields=["folded", "person"], name="alias_by_name"),
            models.Index(fields=["block", "person"], name="alias_by_block"),
        ]

    def __str__(self) -> str:
        return self.name
