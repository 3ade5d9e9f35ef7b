"""Whether the columns that follow from others do."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from django.db.models import F, Value
from django.db.models.functions import Coalesce, NullIf

from articles.linking import block
from articles.models import (
    Appearance,
    Article,
    ArticleVersion,
    DateExpression,
    Mention,
    Person,
    PersonAlias,
    Quote,
)
from articles.search.stems import indexed
from articles.services.delivery import derived, sha256
from articles.services.identity import name_key
from articles.services.verify.problem import problem, problems

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articles.services.verify.problem import Problem

AT_ONCE = 200
_SHA256 = re.compile(r"[0-9a-f]{64}")


def check_texts() -> Iterator[Problem]:
    """Hashes of bodies and deliveries, and what articles are searched and sorted by."""
    articles = Article.objects.select_related("source").order_by("pk")
    for article in articles.iterator(chunk_size=AT_ONCE):
        values = {
            name: getattr(article, name)
            for name in ("headline", "standfirst", "body", "published_at", "language")
        }
        for name, value in derived(values, article.source).items():
            if getattr(article, name) != value:
                yield problem(article, f"{name} is not that of its text and date")
        yield from _digest(article)
    for version in ArticleVersion.objects.order_by("pk").iterator(chunk_size=AT_ONCE):
        if version.body_sha256 != sha256(version.body):
            yield problem(version, "body_sha256 is not that of its body")
        yield from _digest(version)
    same = ArticleVersion.objects.filter(digest=F("article__digest"))
    yield from problems(same, "it has the digest of the article's present delivery")
    same = ArticleVersion.objects.filter(number=F("article__version"))
    yield from problems(same, "it has the number of the article's present version")


def _digest(row: Article | ArticleVersion) -> Iterator[Problem]:
    if not _SHA256.fullmatch(row.digest):
        yield problem(row, f"digest {row.digest!r:.80} is not a SHA-256")


def check_copies_of_columns() -> Iterator[Problem]:
    """The times of articles repeated in facts, and folded forms of words and names."""
    models: tuple[Any, ...] = (Quote, Mention, DateExpression, Appearance)
    for model in models:
        other = model._default_manager.exclude(sort_at=F("article__sort_at"))
        yield from problems(other.iterator(), "sort_at is not that of its article")
    language = Coalesce(NullIf("article__language", Value("")), "article__source__language")
    for quote in Quote.objects.annotate(language=language).iterator():
        if quote.search_text != indexed([quote.text], quote.language):
            yield problem(quote, "search_text is not that of its text")
    for person in Person.objects.only("name", "folded_name").iterator():
        if person.folded_name != name_key(person.name):
            yield problem(person, "folded_name is not its name, folded")
    for alias in PersonAlias.objects.iterator():
        if (alias.folded, alias.block) != (name_key(alias.name), block(alias.name)):
            yield problem(alias, "folded and block are not those of its name")
