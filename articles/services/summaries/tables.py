"""The tables of counts as SQL sees them, and how each is counted anew from the facts."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from django.db import connection

from articles.models import CoMention, DateCount, Person, PersonCount, PublicationCount
from articles.models.summaries import NO_DAY
from articles.periods import Level

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from django.db.models import Model

_QUOTES = ("direct", "indirect", "mixed")


@dataclass(frozen=True, slots=True)
class Table:
    """A table with the columns that make a row's key and those that are numbers."""

    model: type[Model]
    key: tuple[str, ...]
    counts: tuple[str, ...]

    @property
    def name(self) -> str:
        return self.model._meta.db_table


TABLES = (
    Table(
        PublicationCount,
        ("scope", "level", "period", "source_id", "section"),
        ("articles", "mentions", "dates", *_QUOTES),
    ),
    Table(
        PersonCount, ("person_id", "level", "period"), ("articles", "mentions", "about", *_QUOTES)
    ),
    Table(Person, ("id",), ("article_count", "mention_count", "quote_count", "about_count")),
    Table(CoMention, ("first_id", "second_id"), ("articles",)),
    Table(DateCount, ("level", "period"), ("expressions",)),
)


@cache
def table_of(model: type[Model]) -> Table:
    return next(table for table in TABLES if table.model is model)


@dataclass(frozen=True, slots=True)
class Recount:
    """How some rows of a table are counted anew.

    Attributes:
        stored: the condition that these rows meet.
        query: SELECT of the same rows, with the columns of ``table`` by name.
    """

    table: Table
    stored: str
    query: str
    parameters: tuple[Any, ...] = ()


def recounts(most_named: int, people: Sequence[int] | None = None) -> Iterator[Recount]:
    """All counts, or only those of some people, each of facts or of rows counted before it.

    Args:
        most_named: how many people an article may name for pairs of them to count.
    """
    if people is None:
        yield from _publications()
    yield from _people(people)
    yield _pairs(most_named, people)
    if people is None:
        yield from (_dates(level) for level in Level)


_CURRENT = (
    "{0}earlier_version_id IS NULL AND {0}status <> 'rejected' AND {0}article_id NOT IN"
    " (SELECT id FROM articles_article WHERE pub_status <> 'usable')"
)
_BY_TYPE = ", ".join(
    f"SUM(CASE WHEN quote_type = '{name}' THEN 1 ELSE 0 END) AS {name}" for name in _QUOTES
)
_NO_QUOTES = "0 AS direct, 0 AS indirect, 0 AS mixed"
_PUBLICATIONS_OF_A_DAY = """
SELECT 'both' AS scope, 'day' AS level, COALESCE(published_on, %s) AS period, source_id, section,
    {sums}
FROM articles_article JOIN (
    SELECT id AS article_id, 1 AS articles, 0 AS mentions, 0 AS dates, {no_quotes}
    FROM articles_article WHERE pub_status = 'usable'
    UNION ALL
    SELECT article_id, 0, COUNT(*), 0, 0, 0, 0
    FROM articles_mention WHERE {current} GROUP BY article_id
    UNION ALL
    SELECT article_id, 0, 0, COUNT(*), 0, 0, 0
    FROM articles_dateexpression WHERE {current} GROUP BY article_id
    UNION ALL
    SELECT article_id, 0, 0, 0, {by_type}
    FROM articles_quote WHERE {current} GROUP BY article_id
) AS facts ON id = article_id
GROUP BY published_on, source_id, section
"""
_PUBLICATIONS_OF_A_SCOPE = """
SELECT '{scope}' AS scope, 'day' AS level, period, {source} AS source_id, {section} AS section,
    {sums}
FROM articles_publicationcount WHERE scope = 'both' AND level = 'day'
GROUP BY period, {grouped}
"""
_PUBLICATIONS_OF_A_MONTH = """
SELECT scope, 'month' AS level, {month} AS period, source_id, section, {sums}
FROM articles_publicationcount WHERE level = 'day'
GROUP BY scope, {month}, source_id, section
"""
_PEOPLE_OF_A_DAY = """
SELECT person_id, 'day' AS level, COALESCE(published_on, %s) AS period, {sums}
FROM articles_article JOIN (
    SELECT person_id, m.article_id, 1 AS articles, COUNT(*) AS mentions,
        COUNT(DISTINCT q.id) AS about, {no_quotes}
    FROM articles_mention AS m LEFT JOIN articles_quote AS q ON q.id = m.quote_id AND {current_q}
    WHERE {current_m} AND {of_people} GROUP BY person_id, m.article_id
    UNION ALL
    SELECT speaker_id, article_id, 0, 0, 0, {by_type}
    FROM articles_quote WHERE {current} AND {of_speakers} GROUP BY speaker_id, article_id
) AS facts ON id = article_id
GROUP BY person_id, published_on
"""
_PEOPLE_OF_A_PERIOD = """
SELECT person_id, '{level}' AS level, {period} AS period, {sums}
FROM articles_personcount WHERE level = 'day' AND {of_people} GROUP BY person_id, {period}
"""
_PEOPLE_IN_ALL = """
SELECT p.id, COALESCE(SUM(articles), 0) AS article_count,
    COALESCE(SUM(mentions), 0) AS mention_count,
    COALESCE(SUM(direct + indirect + mixed), 0) AS quote_count,
    COALESCE(SUM(about), 0) AS about_count
FROM articles_person AS p
LEFT JOIN articles_personcount ON person_id = p.id AND level = 'day'
WHERE {of_people} GROUP BY p.id
"""
_PAIRS = """
WITH few AS (
    SELECT article_id FROM articles_mention WHERE {current} AND {of_articles}
    GROUP BY article_id HAVING COUNT(DISTINCT appearance_id) <= {most_named}
), named AS (
    SELECT DISTINCT article_id, person_id FROM articles_mention
    WHERE {current} AND article_id IN (SELECT article_id FROM few)
)
SELECT one.person_id AS first_id, other.person_id AS second_id, COUNT(*) AS articles
FROM named AS one
JOIN named AS other ON other.article_id = one.article_id AND one.person_id < other.person_id
WHERE {of_people} GROUP BY one.person_id, other.person_id
"""
_DATES = """
SELECT '{level}' AS level, {period} AS period, COUNT(*) AS expressions
FROM articles_dateexpression
WHERE {current} AND earliest IS NOT NULL AND {period} = {period_of_latest} GROUP BY {period}
"""
_ARTICLES_OF_PEOPLE = """
article_id IN (SELECT article_id FROM articles_mention WHERE {of_people})
"""


def _publications() -> Iterator[Recount]:
    table = table_of(PublicationCount)
    sums, current = _sums(table), _CURRENT.format("")
    of_a_day = _PUBLICATIONS_OF_A_DAY.format(
        sums=sums, current=current, by_type=_BY_TYPE, no_quotes=_NO_QUOTES
    )
    yield Recount(table, "scope = 'both' AND level = 'day'", of_a_day, (NO_DAY,))
    for scope, source, section, grouped in (
        ("all", "0", "''", "scope"),
        ("source", "source_id", "''", "source_id"),
        ("section", "0", "section", "section"),
    ):
        query = _PUBLICATIONS_OF_A_SCOPE.format(
            scope=scope, source=source, section=section, grouped=grouped, sums=sums
        )
        yield Recount(table, f"scope = '{scope}' AND level = 'day'", query)
    month = _first_day(Level.MONTH, "period")
    yield Recount(table, "level = 'month'", _PUBLICATIONS_OF_A_MONTH.format(month=month, sums=sums))


def _people(people: Sequence[int] | None) -> Iterator[Recount]:
    table = table_of(PersonCount)
    of_people, sums = _among("person_id", people), _sums(table)
    of_a_day = _PEOPLE_OF_A_DAY.format(
        sums=sums,
        no_quotes=_NO_QUOTES,
        by_type=_BY_TYPE,
        current=_CURRENT.format(""),
        current_m=_CURRENT.format("m."),
        current_q=_CURRENT.format("q."),
        of_people=of_people,
        of_speakers=_among("speaker_id", people),
    )
    yield Recount(table, f"level = 'day' AND {of_people}", of_a_day, (NO_DAY,))
    for level in (Level.MONTH, Level.YEAR):
        period = _first_day(level, "period")
        query = _PEOPLE_OF_A_PERIOD.format(
            level=level.value, period=period, sums=sums, of_people=of_people
        )
        yield Recount(table, f"level = '{level}' AND {of_people}", query)
    in_all = _PEOPLE_IN_ALL.format(of_people=_among("p.id", people))
    yield Recount(table_of(Person), _among("id", people), in_all)


def _pairs(most_named: int, people: Sequence[int] | None) -> Recount:
    of_people = "1 = 1"
    of_articles = "1 = 1"
    stored = "1 = 1"
    if people is not None:
        of_people = f"({_among('one.person_id', people)} OR {_among('other.person_id', people)})"
        of_articles = _ARTICLES_OF_PEOPLE.format(of_people=_among("person_id", people))
        stored = f"({_among('first_id', people)} OR {_among('second_id', people)})"
    query = _PAIRS.format(
        current=_CURRENT.format(""),
        most_named=most_named,
        of_articles=of_articles,
        of_people=of_people,
    )
    return Recount(table_of(CoMention), stored, query)


def _dates(level: Level) -> Recount:
    query = _DATES.format(
        level=level.value,
        current=_CURRENT.format(""),
        period=_first_day(level, "earliest"),
        period_of_latest=_first_day(level, "latest"),
    )
    return Recount(table_of(DateCount), f"level = '{level}'", query)


def _sums(table: Table) -> str:
    return ", ".join(f"SUM({column}) AS {column}" for column in table.counts)


def _among(column: str, people: Sequence[int] | None) -> str:
    """A condition on whom a row is about; nobody is left out for None."""
    if people is None:
        return f"{column} IS NOT NULL"
    return f"{column} IN ({', '.join(str(int(person)) for person in people)})"


def _first_day(level: Level, column: str) -> str:
    """SQL for ``periods.first_day``."""
    if level is Level.DAY:
        return column
    if connection.vendor == "postgresql":
        return f"date_trunc('{level}', {column}::timestamp)::date"
    if level is Level.WEEK:
        return f"date({column}, '-6 days', 'weekday 1')"
    return f"date({column}, 'start of {level}')"
