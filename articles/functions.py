"""Functions of the database that the API's rows are made with, alike on both engines.

What the API answers goes from the database to JSON with as little between as can
be: times and days come as the text that JSON has for them, and the rows of
another table (a quote's people, an article's facts) as one text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db.models import Expression, Field, Func, Subquery, TextField

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from django.db.backends.base.base import BaseDatabaseWrapper
    from django.db.models import QuerySet
    from django.db.models.expressions import Combinable
    from django.db.models.sql.compiler import SQLCompiler


class Parameter(Expression):
    """The place of a value that is filled in each time the statement is run.

    ``of`` makes what is filled in of the value that is given under the name.
    """

    def __init__(
        self,
        name: str,
        output_field: Field[Any, Any] | None = None,
        of: Callable[[Any], Any] | None = None,
    ) -> None:
        super().__init__(output_field=output_field)
        self.name, self.of = name, of

    def filled(self, values: Mapping[str, Any]) -> Any:
        value = values[self.name]
        return self.of(value) if self.of else value

    def as_sql(self, compiler: SQLCompiler, connection: BaseDatabaseWrapper) -> tuple[str, Any]:
        return "%s", [self]


class _Text(Func):
    """A column as text, as SQLite keeps it anyway.

    The sign is for Python's driver of SQLite, which would make a day or a time of
    what is plainly a column of that type; an expression it leaves alone.
    """

    arity = 1
    output_field = TextField()
    template = "(%(expressions)s)::text"

    def as_sqlite(
        self, compiler: SQLCompiler, connection: BaseDatabaseWrapper, **context: Any
    ) -> Any:
        return self.as_sql(compiler, connection, template="+%(expressions)s", **context)


class Day(_Text):
    """A day as ISO 8601 has it: ``2025-05-20``."""


class Json(_Text):
    """A JSON value as the text it is."""


class Stored(_Text):
    """A day or a time as a text that compares with the column as the column itself does."""


class Moment(_Text):
    """A time as the API gives it: ``2025-05-20T09:30:00Z``, with a fraction only if it has one."""

    template = (
        "replace(to_char((%(expressions)s) AT TIME ZONE 'UTC', "
        "'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"'), '.000000Z', 'Z')"
    )

    def as_sqlite(
        self, compiler: SQLCompiler, connection: BaseDatabaseWrapper, **context: Any
    ) -> Any:
        template = "(replace(%(expressions)s, ' ', 'T') || 'Z')"
        return self.as_sql(compiler, connection, template=template, **context)


class Rows(Subquery):
    """The rows of another table that belong to a row: a JSON text, an array of arrays.

    The rows are in the order of the queryset.
    """

    output_field = TextField()
    template = (
        "(SELECT COALESCE(json_agg(json_build_array(%(names)s))::text, '[]') FROM (%(subquery)s) r)"
    )

    def __init__(self, rows: QuerySet[Any], columns: Sequence[Combinable]) -> None:
        names = [f"c{place}" for place in range(len(columns))]
        values = rows.annotate(**dict(zip(names, columns, strict=True))).values_list(*names)
        super().__init__(values, names=", ".join(f'r."{name}"' for name in names))

    def as_sqlite(
        self, compiler: SQLCompiler, connection: BaseDatabaseWrapper, **context: Any
    ) -> Any:
        template = "(SELECT json_group_array(json_array(%(names)s)) FROM (%(subquery)s) r)"
        return self.as_sql(compiler, connection, template=template, **context)


class Arrays(Func):
    """JSON texts as one: an array of them."""

    output_field = TextField()
    template = "('[' || %(expressions)s || ']')"
    arg_joiner = " || ',' || "


class Values(Func):
    """Columns as one: a JSON text, an array of them."""

    output_field = TextField()
    template = "json_build_array(%(expressions)s)::text"

    def as_sqlite(
        self, compiler: SQLCompiler, connection: BaseDatabaseWrapper, **context: Any
    ) -> Any:
        return self.as_sql(compiler, connection, template="json_array(%(expressions)s)", **context)
