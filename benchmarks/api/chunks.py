"""Rows of many articles, made by processes beside the one that writes them."""

from __future__ import annotations

import multiprocessing
import os
from collections import deque
from datetime import datetime
from typing import TYPE_CHECKING, Any

import django

from benchmarks.api.corpus import Corpus

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from django.db.models import Field, Model

    Rows = list[list[Any]]

CHUNK = 1_000  # articles of a transaction


def chunks(corpus: Corpus) -> Iterator[tuple[int, dict[str, Rows]]]:
    """All articles in order: how many there are by then, and new rows by the name of the model."""
    bounds = [
        (start, min(start + CHUNK, corpus.articles)) for start in range(0, corpus.articles, CHUNK)
    ]
    if len(bounds) == 1:
        yield corpus.articles, made(corpus, *bounds[0])
        return
    # Spawned and not forked: a copy of the open connection to the database would break it.
    context = multiprocessing.get_context("spawn")
    shape = (corpus.articles, corpus.seed)
    processes = os.cpu_count() or 1
    with context.Pool(processes, initializer=_set_up, initargs=shape) as pool:
        # No more ahead than keeps all busy: a million articles would not fit into memory.
        ahead = deque(pool.apply_async(_made, [one]) for one in bounds[: 2 * processes])
        for index, (_, end) in enumerate(bounds):
            tables = ahead.popleft().get()
            if following := bounds[index + 2 * processes :][:1]:
                ahead.append(pool.apply_async(_made, following))
            yield end, tables


def made(corpus: Corpus, start: int, end: int) -> dict[str, Rows]:
    """The rows of the articles from ``start`` to before ``end``, as ``in_columns`` has them."""
    from benchmarks.api.rows import story_rows

    tables: dict[type[Model], list[Mapping[str, Any]]] = {}
    for number in range(start, end):
        for model, rows in story_rows(corpus.story(number)).items():
            tables.setdefault(model, []).extend(rows)
    return {model.__name__: in_columns(model, rows) for model, rows in tables.items()}


def columns(model: type[Model]) -> list[Field[Any, Any]]:
    """The fields that are written; the others the database makes itself."""
    return [field for field in model._meta.concrete_fields if not field.generated]


def in_columns(model: type[Model], rows: Iterable[Mapping[str, Any]]) -> Rows:
    """Values as the database has them, in the order of ``columns``.

    What a row does not give has the model's default.
    """
    from django.db import connection
    from django.db.models import DateTimeField

    defaults = []
    moments = []
    for place, field in enumerate(columns(model)):
        value = field.get_db_prep_save(field.get_default(), connection)
        defaults.append((field.attname, value))
        if isinstance(field, DateTimeField):
            moments.append(place)
    adapted = connection.ops.adapt_datetimefield_value
    made = [[row.get(name, default) for name, default in defaults] for row in rows]
    for values in made:
        for place in moments:
            # A default is as the database has it already.
            if isinstance(values[place], datetime):
                values[place] = adapted(values[place])
    return made


_corpus: Corpus


def _set_up(articles: int, seed: int) -> None:
    global _corpus  # noqa: PLW0603 - what a process of the pool works with
    django.setup()
    _corpus = Corpus(articles, seed=seed)


def _made(bounds: tuple[int, int]) -> dict[str, Rows]:
    return made(_corpus, *bounds)
