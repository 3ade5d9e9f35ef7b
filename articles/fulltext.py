"""How each database finds and orders the rows that match a query.

PostgreSQL has ``search_vector`` beside ``search_text``, kept by itself. SQLite has an FTS5
table beside the table of the rows, kept by triggers (``fulltext_tables``): its rowids,
called places here, follow the order of publication, so that the newest matches are read
first, and no more of them than a page needs.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from enum import Enum, auto
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar, cast

from django.db import connections, models
from django.db.models import BigIntegerField, Lookup
from django.db.models.expressions import RawSQL
from django.db.models.functions import Coalesce

from articles.functions import Parameter
from articles.search.query import as_fts5, as_tsquery

if TYPE_CHECKING:
    from django.db.backends.base.base import BaseDatabaseWrapper
    from django.db.models.sql.compiler import SQLCompiler

    from articles.search.query import Query

Rows = TypeVar("Rows", bound=models.QuerySet[Any])

# Of a query with more matches, only so many of the newest are put in order of relevance.
MOST_RANKED = 500
# PostgreSQL looks through so many rows for each match that is wanted before it sorts all matches.
_ROWS_A_MATCH = 60

# A place is the seconds since the year 1000, 36 bits from the middle of them, then the id.
ID_BITS = 28
ID_MASK = (1 << ID_BITS) - 1
LAST_SECOND = (1 << 36) - 1
MIDDLE_SECOND = 1 << 35
_FIRST_MOMENT = datetime(1000, 1, 1, tzinfo=UTC)
_LAST_MOMENT = datetime(9999, 12, 31, tzinfo=UTC)
FIRST_UNIX_SECOND = int(_FIRST_MOMENT.timestamp())


def words_table(table: str) -> str:
    """SQLite's table of what is stored of the rows of a table."""
    return f"{table}_words"


@models.TextField.register_lookup
class Matches(Lookup[Any]):
    """``search_text__matches=query`` in any filter, joined or negated."""

    lookup_name = "matches"
    prepare_rhs = False

    def as_postgresql(
        self, compiler: SQLCompiler, connection: BaseDatabaseWrapper
    ) -> tuple[str, list[str]]:
        alias = connection.ops.quote_name(self.lhs.alias)
        return f'{alias}."search_vector" @@ %s::tsquery', [parameter(self.rhs, connection.vendor)]

    def as_sqlite(
        self, compiler: SQLCompiler, connection: BaseDatabaseWrapper
    ) -> tuple[str, list[str]]:
        alias = connection.ops.quote_name(self.lhs.alias)
        words = words_table(self.lhs.target.model._meta.db_table)
        ids = f'SELECT rowid & {ID_MASK} FROM "{words}" WHERE "{words}" MATCH %s'
        return f'{alias}."id" IN ({ids})', [parameter(self.rhs, connection.vendor)]


def parameter(query: Query | Parameter, vendor: str) -> Any:
    """The one value by which a search differs from another in SQL, or the place of it."""
    if isinstance(query, Parameter):
        return Parameter(query.name, of=partial(parameter, vendor=vendor))
    return as_tsquery(query) if vendor == "postgresql" else as_fts5(query)


def matching(rows: Rows, query: Query | Parameter) -> Rows:
    """The rows that match, so that ``newest_first`` is cheap.

    Not for a subquery: that is ``search_text__matches``.
    """
    words = words_table(rows.model._meta.db_table)
    if connections[rows.db].vendor != "sqlite" or words in rows.query.extra_tables:
        return rows.filter(search_text__matches=query)
    # A join in which SQLite begins with the words, and has their order for that of the rows.
    joined = rows.extra(
        tables=[words],
        where=[
            f'"{words}" MATCH %s',
            f'"{rows.model._meta.db_table}"."id" = ("{words}"."rowid" & {ID_MASK})',
        ],
        params=[parameter(query, "sqlite")],
    )
    return cast("Rows", joined)


def place(rows: models.QuerySet[Any]) -> RawSQL | None:
    """On SQLite, what orders rows that come from ``matching`` as they were published.

    None elsewhere: there it is ``(sort_at, id)``.
    """
    words = words_table(rows.model._meta.db_table)
    return (
        RawSQL(f'"{words}"."rowid"', (), BigIntegerField())
        if words in rows.query.extra_tables
        else None
    )


def newest_first(rows: Rows) -> Rows:
    """Rows that come from ``matching``, the last published first, then by id."""
    own = place(rows)
    return rows.order_by("-sort_at", "-id") if own is None else rows.order_by(own.desc())


class Reach(Enum):
    """Among which rows matches are looked for, and in which way."""

    ALL = auto()
    NEAR = auto()  # ``near``: enough for frequent words
    APART = auto()  # all, by the index of words, sorted afterwards


def reaches(rows: models.QuerySet[Any], *, are_few: bool) -> tuple[Reach, ...]:
    """Where to look for matches, one after the other until there are enough.

    PostgreSQL does not know how often words occur together. Where it expects
    more matches than there are, it would look through all rows from the newest
    on; words that are so rare it finds in the index of words faster.

    Args:
        are_few: other conditions leave so few rows that hardly any is near.
    """
    if connections[rows.db].vendor != "postgresql":
        return (Reach.ALL,)
    return (Reach.APART,) if are_few else (Reach.NEAR, Reach.APART)


def near(
    rows: Rows, wanted: int, *, behind: Parameter | None = None, descending: bool = True
) -> Rows:
    """Those rows among which so many matches are, unless the words are rare.

    Args:
        behind: the time from which on they are counted; None counts from the end.
    """
    sign, end = ("-", _FIRST_MOMENT) if descending else ("", _LAST_MOMENT)
    every = rows.model._base_manager.order_by(f"{sign}sort_at")  # noqa: SLF001 - of any model
    if behind:
        every = every.filter(**{"sort_at__lte" if descending else "sort_at__gte": behind})
    number = _ROWS_A_MATCH * wanted
    last = every.values("sort_at")[number : number + 1]
    bound = Coalesce(models.Subquery(last), models.Value(end))
    return rows.filter(**{"sort_at__gte" if descending else "sort_at__lte": bound})


def apart(key: Any) -> Any:
    """What orders rows like a time, but has no index by which they could be looked through."""
    return key + models.Value(timedelta())
