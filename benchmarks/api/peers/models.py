"""The tables as Django models of the peers' own, which read them only."""

from django.db import models


class Source(models.Model):
    name = models.CharField(max_length=200)
    slug = models.CharField(max_length=200)

    class Meta:
        managed = False
        db_table = "articles_source"


class Article(models.Model):
    source = models.ForeignKey(Source, models.DO_NOTHING)
    guid = models.CharField(max_length=500)
    url = models.CharField(max_length=2000)
    headline = models.CharField(max_length=1000)
    standfirst = models.TextField()
    byline = models.CharField(max_length=500)
    dateline = models.CharField(max_length=200)
    section = models.CharField(max_length=200)
    keywords = models.JSONField()
    language = models.CharField(max_length=35)
    published_at = models.DateTimeField(null=True)
    published_on = models.DateField(null=True)
    published_granularity = models.CharField(max_length=4)
    modified_at = models.DateTimeField(null=True)
    body = models.TextField()
    body_sha256 = models.CharField(max_length=64)
    version = models.PositiveIntegerField()
    loaded_at = models.DateTimeField()
    state = models.CharField(max_length=11)
    state_reason = models.CharField(max_length=500)
    extractor = models.CharField(max_length=100)
    extracted_at = models.DateTimeField(null=True)
    sort_at = models.DateTimeField()

    class Meta:
        managed = False
        db_table = "articles_article"


class Person(models.Model):
    name = models.CharField(max_length=200)

    class Meta:
        managed = False
        db_table = "articles_person"


class Fact(models.Model):
    earlier_version_id = models.BigIntegerField(null=True)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    text = models.TextField()
    confidence = models.FloatField()
    origin = models.CharField(max_length=9)
    status = models.CharField(max_length=10)
    extractor = models.CharField(max_length=100)
    sort_at = models.DateTimeField()

    class Meta:
        abstract = True


class Quote(Fact):
    article = models.ForeignKey(Article, models.DO_NOTHING, related_name="quotes")
    segments = models.JSONField()
    quote_type = models.CharField(max_length=8)
    speaker = models.ForeignKey(Person, models.DO_NOTHING, null=True)
    speaker_text = models.TextField()
    speaker_start = models.PositiveIntegerField(null=True)
    speaker_end = models.PositiveIntegerField(null=True)
    cue = models.TextField()
    cue_start = models.PositiveIntegerField(null=True)
    cue_end = models.PositiveIntegerField(null=True)
    cue_lemma = models.CharField(max_length=100)
    said_on = models.ForeignKey("DateExpression", models.DO_NOTHING, null=True, related_name="+")

    class Meta:
        managed = False
        db_table = "articles_quote"


class Mention(Fact):
    article = models.ForeignKey(Article, models.DO_NOTHING, related_name="mentions")
    person = models.ForeignKey(Person, models.DO_NOTHING)
    title = models.CharField(max_length=300)
    quote = models.ForeignKey(Quote, models.DO_NOTHING, null=True, related_name="mentions")

    class Meta:
        managed = False
        db_table = "articles_mention"


class DateExpression(Fact):
    article = models.ForeignKey(Article, models.DO_NOTHING, related_name="dates")
    timex_type = models.CharField(max_length=8)
    value = models.CharField(max_length=100)
    mod = models.CharField(max_length=14)
    edtf = models.CharField(max_length=100)
    range_number = models.PositiveIntegerField(null=True)
    earliest = models.DateField(null=True)
    latest = models.DateField(null=True)
    quote = models.ForeignKey(Quote, models.DO_NOTHING, null=True, related_name="dates")

    class Meta:
        managed = False
        db_table = "articles_dateexpression"
