"""Whether rows that belong together do, and nothing is left of what is gone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.apps import apps
from django.db import connection
from django.db.models import Exists, F, ForeignKey, OuterRef, Q

from articles.models import Appearance, DateExpression, Mention, Person, Quote
from articles.services.people import unnamed
from articles.services.verify.problem import Problem, problem, problems

if TYPE_CHECKING:
    from collections.abc import Iterator

_FACTS: tuple[Any, ...] = (Quote, Mention, DateExpression)


def check_file() -> Iterator[Problem]:
    """What SQLite itself finds in its file."""
    if connection.vendor != "sqlite":
        return
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA integrity_check")
        for (line,) in cursor.fetchall():
            if line != "ok":
                yield Problem("", None, line)


def check_foreign_keys() -> Iterator[Problem]:
    """Every reference of every table: what it names is there."""
    for model in apps.get_app_config("articles").get_models():
        for field in model._meta.concrete_fields:
            if not isinstance(field, ForeignKey):
                continue
            target: Any = field.related_model
            there = target._default_manager.filter(pk=OuterRef(field.attname))
            rows = model._default_manager.exclude(**{f"{field.attname}": None})
            for row in rows.filter(~Exists(there)).iterator():
                missing = f"{target._meta.object_name} {getattr(row, field.attname)}"
                yield problem(row, f"{field.name} is {missing}, which is not there")


def check_belonging() -> Iterator[Problem]:
    """Facts belong to one article with all that they refer to."""
    for model in _FACTS:
        rows = model._default_manager.exclude(earlier_version=None)
        other = rows.exclude(earlier_version__article=F("article"))
        yield from problems(other, "its earlier version is one of another article")
    for model in (Mention, DateExpression):
        rows = model._default_manager.exclude(quote=None).exclude(quote__article=F("article"))
        yield from problems(rows, "the quote around it is one of another article")
    rows = Quote.objects.exclude(said_on=None).exclude(said_on__article=F("article"))
    yield from problems(rows, "the date it was said on is one of another article")
    rows = Mention.objects.exclude(appearance__article=F("article"), appearance__person=F("person"))
    yield from problems(rows, "its appearance is one of another article or person")
    rows = Quote.objects.exclude(speaker=None).exclude(
        appearance__article=F("article"), appearance__person=F("speaker")
    )
    yield from problems(rows, "its appearance is one of another article or speaker")


def check_orphans() -> Iterator[Problem]:
    """People and appearances that nothing names, and facts of somebody merged."""
    yield from problems(unnamed(Person.objects.all()), "nothing names this person")
    bare = Appearance.objects.filter(mentions=None, quotes=None)
    yield from problems(bare, "no fact belongs to this appearance")
    chained = Person.objects.exclude(merged_into__merged_into=None)
    yield from problems(chained, "it was merged into somebody who was merged too")
    merged = Appearance.objects.filter(~Q(person__merged_into=None))
    yield from problems(merged, "it belongs to somebody merged into another")
