"""Counts under filters: from a table of counts where one has them, else of the newest rows.

``table_for`` alone decides which table answers what.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from django.db.models import OuterRef, Q, Subquery

from articles.api.live import count_live, count_people_live
from articles.extraction.types import QuoteType
from articles.models import Person, PersonCount, PublicationCount, Source
from articles.models.summaries import NO_DAY, Scope
from articles.periods import NESTED, Level, first_day

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from django.db.models import QuerySet

    from articles.api.live import Live
    from articles.count_querysets import PeriodQuerySet

QUOTE_TYPES = tuple(kind.value for kind in QuoteType)
# For each result asked for, how many of the people with the highest totals are looked at first.
HEADS = 20
_PLACES = ("source", "section")
# Where a value is found that no column of its name has.
_PATHS = {
    ("articles", "source"): "source_id",
    ("quotes", "source"): "article__source_id",
    ("quotes", "section"): "article__section",
    ("quotes", "speaker"): "speaker_id",
    ("quotes", "type"): "quote_type",
}
# The columns of ``Person`` that have the sums of all time, by what is counted of whom.
_TOTALS = {
    ("quotes", "speaker"): "quote_count",
    ("quotes", "about"): "about_count",
    ("articles", "person"): "article_count",
}
_OF_SOMEBODY = {*_TOTALS, ("mentions", "person")}
_BOUNDS = ("published_after", "published_before")


@dataclass(frozen=True, slots=True)
class Question:
    """What is counted.

    Attributes:
        of: quotes, articles, mentions or dates.
        used: the filters given, with their values.
        rows: what these filters leave.
    """

    of: str
    used: Mapping[str, Any]
    rows: QuerySet[Any]


@dataclass(frozen=True, slots=True)
class TableOfCounts:
    """Rows of counts that answer a question for any range of days.

    Attributes:
        columns: which together are what is asked for.
        total: for facets by person, the column of ``Person`` with the sum over all time.
        is_total: that sum is of the same columns, not of more.
    """

    model: type[PublicationCount | PersonCount]
    where: Q
    columns: Sequence[str]
    levels: Sequence[Level]
    total: str = ""
    is_total: bool = True


@dataclass(frozen=True, slots=True)
class Facets:
    """Numbers by value, of so many rows; ``complete`` unless there are more rows."""

    numbers: list[tuple[Any, int]]
    counted: int
    complete: bool


@dataclass(frozen=True, slots=True)
class Timeline:
    """Numbers by the first day of a period, in order, of so many rows."""

    undated: int
    numbers: dict[date, int]
    counted: int
    complete: bool


def table_for(question: Question, by: str = "") -> TableOfCounts | None:
    """The table that has the counts of a question, by what a facet divides them by.

    None where filters are used, or divided by, that no table has.
    """
    used = dict(question.used)
    if any(isinstance(used.pop(name, None), datetime) for name in _BOUNDS):
        return None
    columns: Sequence[str] = (question.of,)
    if question.of == "quotes":
        columns = (used.pop("type"),) if "type" in used else QUOTE_TYPES
    if by in ("", "type", *_PLACES) and used.keys() <= set(_PLACES):
        where = _of_places(used, by)
        return TableOfCounts(PublicationCount, where, columns, (Level.DAY, Level.MONTH))
    return _table_of_people(question, used, by, columns)


def _of_places(used: Mapping[str, str], by: str) -> Q:
    """The rows of ``PublicationCount`` that are of some places, or divided by them."""
    by_source, by_section = (name in (*used, by) for name in _PLACES)
    if by_source:
        scope = Scope.BOTH if by_section else Scope.SOURCE
    else:
        scope = Scope.SECTION if by_section else Scope.ALL
    where = Q(scope=scope.value)
    if "section" in used:
        where &= Q(section=used["section"])
    if "source" in used:
        where &= Q(source__in=Source.objects.filter(slug=used["source"]).values("pk"))
    return where


def _table_of_people(
    question: Question, used: Mapping[str, Any], by: str, columns: Sequence[str]
) -> TableOfCounts | None:
    is_total = question.of != "quotes" or columns == QUOTE_TYPES
    if "about" in (by, *used):
        if not is_total:
            return None
        columns = ("about",)
    if not used:
        total = _TOTALS.get((question.of, by))
        if total is None:
            return None
        return TableOfCounts(PersonCount, Q(), columns, NESTED, total, is_total)
    (who, person), *others = used.items()
    if others or (question.of, who) not in _OF_SOMEBODY:
        return None
    if by == "" or (by, who) == ("type", "speaker"):
        return TableOfCounts(PersonCount, Q(person=person), columns, NESTED)
    return None


def timeline(question: Question, by: Level) -> Timeline:
    """Counts by period of publication."""
    table = table_for(question)
    if table is None:
        path = "published_on" if question.of == "articles" else "article__published_on"
        live = count_live(question.rows, path)
        days = ((day and date.fromisoformat(str(day)), number) for day, number in live.numbers)
        return Timeline(*_periods(days, by), live.counted, live.complete)
    rows = _within(table, question, _up_to(by, table.levels))
    sums = (
        (None if day == NO_DAY else day, sum(numbers))
        for day, *numbers in rows.values_list("period", *table.columns)
    )
    undated, periods = _periods(sums, by)
    return Timeline(undated, periods, undated + sum(periods.values()), complete=True)


def person_timeline(
    person: int, first: date | None, last: date | None, by: Level
) -> dict[str, Any]:
    """All that is counted of a person: ``undated``, and by period as ``results``."""
    columns = ("articles", "mentions", "about", *QUOTE_TYPES)
    periods: defaultdict[date, Counter[str]] = defaultdict(Counter)
    rows = PersonCount.objects.within(Q(person=person), first, last, _up_to(by, NESTED))
    for day, *numbers in rows.values_list("period", *columns):
        periods[first_day(by, day)].update(dict(zip(columns, numbers, strict=True)))
    undated = periods.pop(NO_DAY, Counter())
    return {
        "undated": _of_person(undated),
        "results": [
            {"period": day.isoformat(), **_of_person(periods[day])} for day in sorted(periods)
        ],
    }


def _of_person(numbers: Counter[str]) -> dict[str, int]:
    quotes = sum(numbers[kind] for kind in QUOTE_TYPES)
    return {name: numbers[name] for name in ("articles", "mentions", "about")} | {"quotes": quotes}


def _up_to(by: Level, levels: Sequence[Level]) -> Sequence[Level]:
    """The levels of rows that make up periods of one."""
    finest = Level.DAY if by is Level.WEEK else by
    return levels[: NESTED.index(finest) + 1]


def _periods(days: Iterable[tuple[date | None, int]], by: Level) -> tuple[int, dict[date, int]]:
    numbers: Counter[date] = Counter()
    undated = 0
    for day, number in days:
        if day is None:
            undated += number
        else:
            numbers[first_day(by, day)] += number
    return undated, {day: numbers[day] for day in sorted(numbers) if numbers[day]}


def facets(question: Question, by: str, limit: int) -> Facets:
    """Counts by what a facet divides them by, the greatest first, and by value where equal."""
    table = table_for(question, by)
    if table is None:
        live = _live_facets(question, by)
        known = [(value, number) for value, number in live.numbers if value is not None]
        known.sort(key=lambda row: (-row[1], row[0]))
        return Facets(known[:limit], live.counted, live.complete)
    if by == "type":
        numbers = _within(table, question, table.levels).total(table.columns)
        known = sorted(((kind, n) for kind, n in numbers.items() if n), key=lambda row: -row[1])
    elif by in _PLACES:
        column = "source_id" if by == "source" else "section"
        rows = _within(table, question, table.levels)
        known = list(rows.most(column, table.columns)[:limit])
    else:
        known = _people(table, question, limit)
    return Facets(known[:limit], _number(question), complete=True)


def _live_facets(question: Question, by: str) -> Live:
    if by == "person":
        return count_people_live(question.rows, "article_id")
    if by == "about":
        return count_people_live(question.rows, "quote_id")
    return count_live(question.rows, _PATHS.get((question.of, by), by))


def _within(
    table: TableOfCounts, question: Question, levels: Sequence[Level], *, among: Q | None = None
) -> PeriodQuerySet[Any]:
    first, last = (question.used.get(name) for name in _BOUNDS)
    where = table.where if among is None else table.where & among
    return table.model.objects.within(where, first, last, levels)


def _number(question: Question) -> int:
    """Of all rows of a question whose facets a table has: then one has their number too."""
    table = table_for(question)
    assert table is not None
    numbers = _within(table, question, table.levels).total(table.columns)
    return sum(numbers.values())


def _people(table: TableOfCounts, question: Question, limit: int) -> list[tuple[Any, int]]:
    """Those of most, looked for first among those who have most of all time.

    Whoever is not among these has no more than the last of them even in all time.
    That settles it but for short times, of which there are few rows.
    """
    people = Person.objects.filter(**{f"{table.total}__gt": 0}).order_by(f"-{table.total}", "pk")
    if table.is_total and not any(name in question.used for name in _BOUNDS):
        return list(people.values_list("pk", table.total)[:limit])
    # One by one, so that the rows of each are found by the person and not by the period.
    own = _within(table, question, table.levels, among=Q(person=OuterRef("pk")))
    number = own.most("person_id", table.columns).order_by().values_list("count")
    first = HEADS * limit
    rows = list(people.values_list("pk", table.total, Subquery(number))[: first + 1])
    beyond = rows[first][1] if len(rows) > first else 0
    numbers = [(pk, number) for pk, _, number in rows[:first] if number]
    found = sorted(numbers, key=lambda row: (-row[1], row[0]))[:limit]
    if beyond and (len(found) < limit or found[-1][1] <= beyond):
        everybody = _within(table, question, table.levels)
        return list(everybody.most("person_id", table.columns)[:limit])
    return found
