"""Reading the rows of counts."""

from __future__ import annotations

from heapq import merge
from itertools import islice
from typing import TYPE_CHECKING, Any, Self, TypeVar

from django.db import models
from django.db.models import F, Q, Sum

from articles.periods import Level, cover, first_day

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from articles.models import CoMention, DateCount  # noqa: F401 - named in a generic base

Row = TypeVar("Row", bound=models.Model)


class PeriodQuerySet(models.QuerySet[Row]):
    """Counts by period."""

    def within(
        self, where: Q, first: date | None, last: date | None, levels: Sequence[Level]
    ) -> Self:
        """The fewest rows that together are of all days of a range.

        Args:
            where: what else the rows meet.
            first, last: of the days, None is open; only without both are articles counted
                whose day is not known.
            levels: of rows, the finest first.
        """
        from articles.models.summaries import FIRST_DAY, LAST_DAY, NO_DAY

        if first is None and last is None:
            # That all periods come after none has SQLite begin at the level.
            return self.filter(where, level=levels[-1].value, period__gte=NO_DAY)
        condition = Q()
        for stretch in cover(first or FIRST_DAY, last or LAST_DAY, levels):
            period = Q(
                level=stretch.level.value, period__gte=stretch.first, period__lte=stretch.last
            )
            # In every branch: put before them, SQLite would read all rows that meet it.
            condition |= where & period
        return self.filter(condition) if condition else self.none()

    def most(self, name: str, columns: Sequence[str]) -> models.QuerySet[Any, Any]:
        """Sums of columns over all rows of each value of a name: ``(value, sum)``.

        The greatest come first, equal ones by value.
        """
        total = sum((F(column) for column in columns[1:]), F(columns[0]))
        rows = self.order_by().values_list(name).annotate(count=Sum(total))
        return rows.filter(count__gt=0).order_by("-count", name)

    def total(self, columns: Iterable[str]) -> dict[str, int]:
        """The sums of some columns over all rows."""
        return self.aggregate(**{column: Sum(column, default=0) for column in columns})


class DateCountQuerySet(models.QuerySet["DateCount"]):
    def sharing(self, level: Level, first: date | None, last: date | None) -> Self:
        """Periods of a level that share a day with a range; None is open."""
        rows = self.filter(level=level.value)
        if first is not None:
            rows = rows.filter(period__gte=first_day(level, first))
        return rows if last is None else rows.filter(period__lte=last)


class CoMentionQuerySet(models.QuerySet["CoMention"]):
    def halves(self, person: Any, number: int) -> list[models.QuerySet[Any, Any]]:
        """So many people named with one in most articles, of each half of the pairs.

        Pairs are kept once, so each half of them has an index, which the database reads in order.
        Rows are ``(id, name, articles)``; ``person`` is an id or stands for one.
        """
        return [
            self.filter(**{own: person})
            .order_by("-articles", f"{other}_id")
            .values_list(f"{other}_id", f"{other}__name", "articles")[:number]
            for own, other in (("first", "second"), ("second", "first"))
        ]

    def beside(self, person: int, number: int) -> list[tuple[int, str, int]]:
        """So many people named with one in most articles: ``(id, name, articles)``."""
        return most_named(self.halves(person, number), number)


def most_named(
    halves: Iterable[Iterable[tuple[int, str, int]]], number: int
) -> list[tuple[int, str, int]]:
    """The first so many of both halves, each in order."""
    return list(islice(merge(*halves, key=_most_articles), number))


def _most_articles(row: tuple[int, str, int]) -> tuple[int, int]:
    return -row[2], row[0]
