"""Counts kept beside the facts, so that what is asked often need not be counted anew.

The services keep them in the transaction that changes the facts, and
``services.summaries`` can count them all again. Rejected facts and those of
earlier versions do not count. A period is known by its first day, where the
article was published; articles whose day is not known have one of their own,
``NO_DAY``, on every level. Rows without counts are not kept. Whom and what rows
are about is no constraint of the database: they follow from facts that have it.
"""

from __future__ import annotations

from datetime import date

from django.db import models
from django.db.models import F, Q

from articles.choices import choices_of
from articles.count_querysets import CoMentionQuerySet, DateCountQuerySet, PeriodQuerySet
from articles.models.article import Source
from articles.models.fields import CodePointField
from articles.models.person import Person
from articles.periods import Level

# Before the day of anything that was ever published, and the first of its week, month and year.
NO_DAY = date.min
FIRST_DAY = date(2, 1, 1)
LAST_DAY = date.max


class Scope(models.TextChoices):
    """Of which articles a row of ``PublicationCount`` is."""

    ALL = "all"
    SOURCE = "source"
    SECTION = "section"
    BOTH = "both", "one section of one source"


class QuoteCounts(models.Model):
    """Quotes by how the words are given."""

    direct = models.IntegerField(default=0)
    indirect = models.IntegerField(default=0)
    mixed = models.IntegerField(default=0)

    class Meta:
        abstract = True


class PublicationCount(QuoteCounts):
    """What was published in a day or month: by all, a source, a section, or both.

    ``source`` is 0 and ``section`` empty where the scope is not by it.
    """

    pk = models.CompositePrimaryKey("scope", "level", "period", "source", "section")
    scope = models.CharField(max_length=7, choices=Scope)
    level = models.CharField(max_length=5, choices=choices_of(Level))
    period = models.DateField()
    source = models.ForeignKey(
        Source, models.DO_NOTHING, db_constraint=False, db_index=False, related_name="+"
    )
    section = CodePointField(max_length=200)
    articles = models.IntegerField(default=0)
    mentions = models.IntegerField(default=0)
    dates = models.IntegerField(default=0)

    objects = PeriodQuerySet["PublicationCount"].as_manager()

    class Meta:
        indexes = [
            models.Index(
                fields=["scope", "source", "section", "level", "period"],
                name="publication_count_by_place",
            )
        ]

    def __str__(self) -> str:
        return f"{self.level} {self.period}"


class PersonCount(QuoteCounts):
    """How often a person was named and quoted in a day, month or year.

    ``articles`` name the person, the quotes are the person's, and ``about``
    counts quotes whose words name the person.
    """

    pk = models.CompositePrimaryKey("person", "level", "period")
    person = models.ForeignKey(
        Person, models.DO_NOTHING, db_constraint=False, db_index=False, related_name="+"
    )
    level = models.CharField(max_length=5, choices=choices_of(Level))
    period = models.DateField()
    articles = models.IntegerField(default=0)
    mentions = models.IntegerField(default=0)
    about = models.IntegerField(default=0)

    objects = PeriodQuerySet["PersonCount"].as_manager()

    class Meta:
        indexes = [models.Index(fields=["level", "period"], name="person_count_by_period")]

    def __str__(self) -> str:
        return f"{self.person_id} in {self.level} {self.period}"


class CoMention(models.Model):
    """How many articles name both of two people, the lower id first.

    Articles that name a great many people say little of any two of them, and do not count.
    """

    pk = models.CompositePrimaryKey("first", "second")
    first = models.ForeignKey(
        Person, models.DO_NOTHING, db_constraint=False, db_index=False, related_name="+"
    )
    second = models.ForeignKey(
        Person, models.DO_NOTHING, db_constraint=False, db_index=False, related_name="+"
    )
    articles = models.IntegerField(default=0)

    objects = CoMentionQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(first__lt=F("second")), name="co_mention_in_order")
        ]
        indexes = [
            models.Index("first", F("articles").desc(), "second", name="co_mention_of_first"),
            models.Index("second", F("articles").desc(), "first", name="co_mention_of_second"),
        ]

    def __str__(self) -> str:
        return f"{self.first_id} and {self.second_id}"


class DateCount(models.Model):
    """How many expressions mean a day, or a range of days within one week, month or year."""

    pk = models.CompositePrimaryKey("level", "period")
    level = models.CharField(max_length=5, choices=choices_of(Level))
    period = models.DateField()
    expressions = models.IntegerField(default=0)

    objects = DateCountQuerySet.as_manager()

    def __str__(self) -> str:
        return f"{self.level} {self.period}"


# All of these follow from other rows: a recount makes them anew.
COUNTS = (PublicationCount, PersonCount, CoMention, DateCount)
