"""Articles, their earlier versions, and who published them."""

from __future__ import annotations

from datetime import UTC, datetime

from django.core.serializers.json import DjangoJSONEncoder
from django.core.validators import validate_unicode_slug
from django.db import models
from django.db.models import F, Q

from articles.choices import ExtractionState, Granularity, choices_of
from articles.models.fields import CodePointField
from articles.querysets import ArticleQuerySet, SourceQuerySet
from articles.readers.base import PubStatus

# Where an article without a publication date stands in a list by date: before
# anything that was ever printed.
UNDATED = datetime(1000, 1, 1, tzinfo=UTC)


class Source(models.Model):
    """A publisher or feed."""

    name = models.CharField(max_length=200, unique=True)
    slug = CodePointField(max_length=200, unique=True, validators=[validate_unicode_slug])
    homepage = models.URLField(max_length=500, blank=True)
    country = models.CharField(
        max_length=2, blank=True, help_text="ISO 3166-1 code, for example GB."
    )
    language = models.CharField(max_length=35, blank=True, help_text="BCP 47 tag, for example en.")
    timezone = models.CharField(
        max_length=64,
        blank=True,
        help_text="IANA name, for example Europe/London; counts for articles loaded from now on.",
    )

    objects = SourceQuerySet.as_manager()

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class Article(models.Model):
    """One article as last delivered, with the corrections of editors.

    ``body`` never changes in place: another text is another ``version``, and
    the one before it is kept as an ``ArticleVersion``.
    """

    source = models.ForeignKey(Source, models.PROTECT, related_name="articles")
    guid = models.CharField(
        max_length=500, help_text="The provider's id, else the canonical URL, else a content hash."
    )
    url = models.CharField(max_length=2000, blank=True)
    headline = models.CharField(max_length=1000)
    standfirst = models.TextField(blank=True)
    byline = models.CharField(max_length=500, blank=True)
    dateline = models.CharField(max_length=200, blank=True)
    section = models.CharField(max_length=200, blank=True)
    keywords = models.JSONField(default=list, blank=True)
    language = models.CharField(max_length=35, blank=True, help_text="BCP 47 tag.")
    rights = models.CharField(
        max_length=2000, blank=True, help_text="Who owns it and what may be done with it."
    )
    pub_status = models.CharField(
        max_length=8,
        choices=choices_of(PubStatus),
        default=PubStatus.USABLE.value,
        help_text="What its provider says may be done with it; only usable articles are listed.",
    )
    published_at = models.DateTimeField(null=True, blank=True)
    published_on = models.DateField(
        null=True,
        blank=True,
        help_text="The day of publication where it was published; relative dates are read from it.",
    )
    published_granularity = models.CharField(max_length=4, choices=Granularity, blank=True)
    modified_at = models.DateTimeField(null=True, blank=True)
    body = models.TextField()
    body_sha256 = models.CharField(max_length=64)
    search_text = models.TextField(
        editable=False, help_text="Stems of headline, standfirst and body."
    )

    version = models.PositiveIntegerField(default=1)
    digest = models.CharField(
        max_length=64, help_text="SHA-256 of the delivery that made this version."
    )
    edited_fields = models.JSONField(
        default=list, blank=True, help_text="Fields an editor has set; deliveries leave them alone."
    )
    run = models.ForeignKey(
        "articles.Run",
        models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="articles",
        help_text="The load that brought this version, or found it still without facts.",
    )
    loaded_from = models.CharField(
        max_length=500, blank=True, help_text="The file, or - for a pipe."
    )
    loaded_line = models.PositiveIntegerField(null=True, blank=True, editable=False)
    loaded_record = models.PositiveIntegerField(null=True, blank=True, editable=False)
    loaded_at = models.DateTimeField()

    state = models.CharField(
        max_length=11, choices=ExtractionState, default=ExtractionState.PENDING
    )
    state_reason = models.CharField(max_length=500, blank=True)
    extractor = models.CharField(max_length=100, blank=True)
    extracted_at = models.DateTimeField(null=True, blank=True)
    # Never null, so that a page of a list continues after any article; in whole seconds.
    sort_at = models.DateTimeField(default=UNDATED, editable=False)

    objects = ArticleQuerySet.as_manager()

    class Meta:
        ordering = ["-sort_at", "-id"]
        constraints = [
            models.UniqueConstraint(fields=["source", "guid"], name="article_guid_unique"),
            # A notice may come before the article that it withdraws, and has no text.
            models.CheckConstraint(
                condition=~Q(body="") | ~Q(pub_status=PubStatus.USABLE.value),
                name="article_body_not_empty",
            ),
        ]
        indexes = [
            models.Index(F("sort_at").desc(), F("id").desc(), name="article_newest"),
            models.Index(fields=["source", "sort_at", "id"], name="article_by_source"),
            models.Index(fields=["section", "sort_at", "id"], name="article_by_section"),
            models.Index(fields=["loaded_at", "id"], name="article_by_loading"),
            models.Index(fields=["state", "id"], name="article_by_state"),
            models.Index(
                fields=["loaded_from"],
                condition=Q(loaded_line=None, loaded_record=None),
                name="article_by_file",
            ),
            models.Index(
                fields=["pub_status", "id"],
                condition=~Q(pub_status=PubStatus.USABLE.value),
                name="article_withdrawn",
            ),
        ]

    def __str__(self) -> str:
        return self.headline or self.guid


class ArticleVersion(models.Model):
    """A delivery that is not the current one: replaced, or older when it came in.

    Numbers count the deliveries in the order they came in.
    """

    article = models.ForeignKey(Article, models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    digest = models.CharField(max_length=64)
    body = models.TextField()
    body_sha256 = models.CharField(max_length=64)
    fields = models.JSONField(
        encoder=DjangoJSONEncoder, help_text="The other fields as they were in this version."
    )
    loaded_at = models.DateTimeField()

    class Meta:
        ordering = ["article", "number"]
        constraints = [
            models.UniqueConstraint(fields=["article", "number"], name="version_number_unique"),
            models.UniqueConstraint(fields=["article", "digest"], name="version_digest_unique"),
        ]

    def __str__(self) -> str:
        return f"version {self.number} of article {self.article_id}"
