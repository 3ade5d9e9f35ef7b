"""Article rows: made, found again, replaced by a newer version, corrected by editors."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.text import slugify

from articles.choices import ExtractionState
from articles.models import (
    Appearance,
    Article,
    ArticleVersion,
    DateExpression,
    Mention,
    Quote,
    Source,
)
from articles.search.stems import indexed
from articles.services import copies, people, printings, summaries
from articles.services import delivery as deliveries
from articles.services.reanchor import shift_facts
from articles.services.turns import take_turns

if TYPE_CHECKING:
    from collections.abc import Mapping

    from articles.models import Run
    from articles.readers import Location
    from articles.services.delivery import Delivery

UNKNOWN_SOURCE = "unknown"
# Fields whose change gives other facts.
_READ_BY_EXTRACTION = {"body", "headline", "language", "published_on"}
_PUBLICATION = {"published_at", "published_on", "published_granularity"}
# Fields that tell which of several copies is the original.
_SPEAKING_FOR_THE_ORIGINAL = {"published_at", "byline", "dateline"}
_KEPT_OF_A_VERSION = (
    "url", "headline", "standfirst", "byline", "dateline", "section", "keywords", "language",
    "published_at", "published_on", "published_granularity", "modified_at",
)  # fmt: skip


class Outcome(StrEnum):
    """What became of one item of a load."""

    NEW = "new"
    UNCHANGED = "unchanged"
    UPDATED = "updated"
    REJECTED = "rejected"
    FAILED = "failed"


def source_named(name: str) -> Source:
    """The source of a name, present or former, in any case; not saved where there is none."""
    name = " ".join(name.split())[:200] or UNKNOWN_SOURCE
    # A name without a letter still is a name.
    slug = slugify(name, allow_unicode=True)[:200] or f"source-{deliveries.sha256(name)[:8]}"
    # A source that an editor has renamed keeps its slug.
    found = Source.objects.filter(name=name).first() or Source.objects.filter(slug=slug).first()
    return found or Source(slug=slug, name=name)


@transaction.atomic
def store_delivery(
    source: Source, delivery: Delivery, location: Location, run: Run | None
) -> tuple[Outcome, Article]:
    """Store one delivery of an article.

    The same delivery again changes nothing, whatever came in between; one that
    says it is older than what is stored only joins the history. A field that a
    delivery leaves blank, or that an editor has set, stays as it is.
    """
    article = _find(source, delivery, location)
    if article is None:
        take_turns()  # before the row is there: others may wait for it, and for their turn
        article = new_article(source, delivery, location, run)
        article.save()
        summaries.add(summaries.contribution_of_new([article]))
        return Outcome.NEW, article
    if _seen(article, delivery):
        return Outcome.UNCHANGED, article
    if _is_older(article, delivery):
        older = ArticleVersion(number=_next_number(article), loaded_at=timezone.now())
        _keep(older, article, delivery.values, delivery.digest)
        return Outcome.UNCHANGED, article
    changes = {
        name: value
        for name, value in delivery.values.items()
        if name not in article.edited_fields and value != getattr(article, name)
    }
    if "body" in changes and "language" not in article.edited_fields:
        # What the language of the former text was found to be says nothing here.
        changes["language"] = delivery.values.get("language", "")
    if not changes:
        return Outcome.UNCHANGED, article
    article.run = run
    _stand_at(article, location)
    _replace(article, changes, delivery.digest)
    return Outcome.UPDATED, article


def _find(source: Source, delivery: Delivery, location: Location) -> Article | None:
    rows = Article.objects.locked()
    article = rows.filter(source=source, guid=delivery.guid).first()
    if article is not None or not delivery.anonymous:
        return article
    return _edited_file(source, delivery, location)


def _edited_file(source: Source, delivery: Delivery, location: Location) -> Article | None:
    """The article that the same file held before somebody edited the file.

    Only for files that are one item without an id: an anonymous article whose
    headline or body is still the same.
    """
    if not is_whole_file(location):
        return None
    rows = Article.objects.locked().filter(
        source=source,
        loaded_from=path_of(location),
        loaded_line=None,
        loaded_record=None,
        guid__startswith=deliveries.ANONYMOUS,
    )
    values = delivery.values
    return next(
        (
            row
            for row in rows.order_by("-id")
            if row.headline == values["headline"] or row.body == values["body"]
        ),
        None,
    )


def is_whole_file(location: Location) -> bool:
    """Whether a file holds one article and no more."""
    return location.line is None and location.record is None and location.path != "-"


def path_of(location: Location) -> str:
    """The path that an article keeps: the end of a long one."""
    path = location.path
    return (str(Path(path).absolute()) if is_whole_file(location) else path)[-500:]


def new_article(source: Source, delivery: Delivery, location: Location, run: Run | None) -> Article:
    """The row of an article delivered for the first time, not saved yet."""
    article = Article(
        source=source,
        guid=delivery.guid,
        digest=delivery.digest,
        run=run,
        loaded_at=timezone.now(),
        **delivery.values,
        **deliveries.derived(delivery.values, source),
    )
    _stand_at(article, location)
    return article


def _stand_at(article: Article, location: Location) -> None:
    article.loaded_from = path_of(location)
    article.loaded_line, article.loaded_record = location.line, location.record


def _seen(article: Article, delivery: Delivery) -> bool:
    digest = delivery.digest
    return article.digest == digest or article.versions.filter(digest=digest).exists()


def _is_older(article: Article, delivery: Delivery) -> bool:
    modified = delivery.values.get("modified_at")
    return bool(modified and article.modified_at and modified < article.modified_at)


def _replace(article: Article, changes: Mapping[str, Any], digest: str) -> None:
    """Make a new version of an article and move its facts to the new text."""
    number = _next_number(article)
    values = {name: getattr(article, name) for name in ("body", *_KEPT_OF_A_VERSION)}
    replaced = ArticleVersion(number=article.version, loaded_at=article.loaded_at)
    _keep(replaced, article, values, article.digest)
    for name, value in changes.items():
        setattr(article, name, value)
    article.version = number
    article.digest = digest
    article.loaded_at = timezone.now()
    with people.counted(article):
        _refresh(article, changes)
        if "body" in changes:
            shift_facts(article, replaced)


def _refresh(article: Article, changes: Mapping[str, Any]) -> None:
    """Save an article with what follows from its changed fields."""
    names = ("headline", "standfirst", "body", "language", "published_at")
    values = {name: getattr(article, name) for name in names}
    for name, value in deliveries.derived(values, article.source).items():
        setattr(article, name, value)
    if _READ_BY_EXTRACTION & changes.keys():
        article.state = ExtractionState.PENDING
    article.save()
    if "published_at" in changes:
        for model in (Quote, Mention, DateExpression, Appearance):
            model._default_manager.filter(article=article).update(sort_at=article.sort_at)
        printings.recheck(article)
    if _SPEAKING_FOR_THE_ORIGINAL & changes.keys():
        copies.recheck(article)
    if "language" in changes:
        _stem_quotes(article)


def _stem_quotes(article: Article) -> None:
    """Store the words of an article's quotes by the rules of its language."""
    quotes = list(Quote.objects.filter(article=article))
    for quote in quotes:
        quote.search_text = indexed([quote.text], article.language or article.source.language)
    Quote.objects.bulk_update(quotes, ["search_text"], batch_size=100)


def _next_number(article: Article) -> int:
    kept: int = article.versions.aggregate(Max("number", default=0))["number__max"]
    return max(kept, article.version) + 1


def _keep(
    version: ArticleVersion, article: Article, values: Mapping[str, Any], digest: str
) -> None:
    version.article = article
    version.digest = digest
    version.body = values["body"]
    version.body_sha256 = deliveries.sha256(version.body)
    version.fields = {name: values.get(name) for name in _KEPT_OF_A_VERSION}
    version.save()


@transaction.atomic
def edit_article(article: Article, names: set[str]) -> None:
    """Save an editor's changes of the named fields, and keep deliveries off them."""
    changes = {name: getattr(article, name) for name in names}
    if names & _PUBLICATION:
        changes |= {name: getattr(article, name) for name in _PUBLICATION}
    _lock(article)
    for name, value in changes.items():
        setattr(article, name, value)
    article.edited_fields = sorted({*article.edited_fields, *changes})
    with people.counted(article):
        _refresh(article, changes)


@transaction.atomic
def delete_article(article: Article) -> None:
    """Remove an article with its facts, and the people whom nothing else names."""
    _lock(article)
    with people.counted(article):
        for model in (Mention, DateExpression, Quote):
            model._default_manager.filter(article=article).delete()
        copies.leave(article)
        Appearance.objects.filter(article=article).delete()
        Article.objects.filter(pk=article.pk).delete()


def _lock(article: Article) -> None:
    """Keep others from changing an article until the transaction ends, and read it anew."""
    article.refresh_from_db(from_queryset=Article.objects.locked())
