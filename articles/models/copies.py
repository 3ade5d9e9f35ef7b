"""One story in many articles, and one quote printed in many of them."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from articles.models.article import Article
from articles.models.facts import Quote


class Cluster(models.Model):
    """Two or more articles that print the same story; their rows are ``Copy``."""

    size = models.PositiveIntegerField()

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.size} copies of one story"


class Copy(models.Model):
    """An article of a cluster.

    Leading is the original of an agency, if others name it as theirs, else the
    one published first; it stands for all of them where one of each is wanted.
    """

    article = models.OneToOneField(Article, models.CASCADE, primary_key=True, related_name="copy")
    cluster = models.ForeignKey(Cluster, models.CASCADE, related_name="copies")
    is_leading = models.BooleanField(default=False)

    class Meta:
        verbose_name_plural = "copies"
        ordering = ["cluster", "article"]
        constraints = [
            models.UniqueConstraint(
                fields=["cluster"], condition=Q(is_leading=True), name="copy_one_leading"
            )
        ]

    def __str__(self) -> str:
        return f"article {self.article_id} in cluster {self.cluster_id}"


class Fingerprint(models.Model):
    """What the text of an article is compared by, and which text that was."""

    article = models.OneToOneField(
        Article, models.CASCADE, primary_key=True, related_name="fingerprint"
    )
    body_sha256 = models.CharField(max_length=64)

    class Meta:
        ordering = ["article"]
        indexes = [models.Index(fields=["body_sha256"], name="fingerprint_by_body")]

    def __str__(self) -> str:
        return f"of article {self.article_id}"


class Band(models.Model):
    """A part of the MinHash signature of an article; near copies have some in common."""

    article = models.ForeignKey(Article, models.CASCADE, related_name="bands")
    value = models.BigIntegerField()

    class Meta:
        ordering = ["article", "id"]
        indexes = [models.Index(fields=["value", "article"], name="band_by_value")]

    def __str__(self) -> str:
        return str(self.value)


class Printing(models.Model):
    """A current quote, by its words: all of one ``key`` are one quote, printed several times.

    Leading is the one of the article published first.
    """

    quote = models.OneToOneField(Quote, models.CASCADE, primary_key=True, related_name="printing")
    key = models.BigIntegerField(help_text="Hash of the words, in any case and punctuation.")
    is_leading = models.BooleanField(default=True)

    class Meta:
        ordering = ["key", "quote"]
        indexes = [models.Index(fields=["key", "quote"], name="printing_by_key")]

    def __str__(self) -> str:
        return f"quote {self.quote_id}"
