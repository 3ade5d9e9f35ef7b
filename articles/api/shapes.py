"""Rows of the API made straight from what the database gives, in the shape of a serializer.

Model instances and serializers' fields cost far more than the query itself. So a
serializer is read once for its shape: the columns it needs and how a tuple of
them becomes an object. The serializers stay what describes the answers; a test
holds that both give the same.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Protocol, runtime_checkable

import orjson
from django.db.models import F
from rest_framework import serializers

from articles.functions import Day, Json, Moment

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from django.db.models.expressions import Combinable

    Row = Sequence[Any]
    Field = serializers.Field[Any, Any, Any, Any]


@runtime_checkable
class ColumnField(Protocol):
    """A field of a serializer that says itself which column it is.

    ``path`` leads to the row that it is a field of, ending in ``__`` unless that
    is the row of the list itself. ``value`` gives what makes the API's value of
    the database's.
    """

    def column(self, path: str) -> Combinable: ...

    def value(self, path: str) -> Callable[[Any], Any]: ...


@dataclass(slots=True)
class Shape:
    """Columns, and what becomes of a row of them."""

    names: list[str] = field(default_factory=list)
    columns: list[Combinable] = field(default_factory=list)
    values: list[tuple[str, Callable[[Any], Any]]] = field(default_factory=list)
    inner: list[tuple[str, int, int, Shape]] = field(default_factory=list)

    def build(self, row: Row) -> dict[str, Any]:
        """The object of a row."""
        # Columns of inner objects come behind those that have a name here.
        item = dict(zip(self.names, row))  # noqa: B905
        for name, value in self.values:
            stored = item[name]
            if stored is not None:
                item[name] = value(stored)
        for name, start, stop, shape in self.inner:
            # The column of this name is the id: whether there is an object at all.
            if item[name] is not None:
                item[name] = shape.build(row[start:stop])
        return item


def shape_of(
    serializer: serializers.Serializer[Any], path: str = "", only: Collection[str] | None = None
) -> Shape:
    """What a serializer makes of rows; ``only`` names the fields that are wanted."""
    shape = Shape()
    inner: list[tuple[str, Shape]] = []
    for name, one in serializer.fields.items():
        if only is not None and name not in only:
            continue
        source = path + (one.source or name).replace(".", "__")
        shape.names.append(name)
        if isinstance(one, ColumnField):
            shape.columns.append(one.column(path))
            shape.values.append((name, one.value(path)))
        elif isinstance(one, serializers.Serializer):
            shape.columns.append(F(source))
            inner.append((name, shape_of(one, f"{source}__")))
        else:
            shape.columns.append(_column(one, source))
            if value := _value(one):
                shape.values.append((name, value))
    for name, part in inner:
        start = len(shape.columns)
        shape.columns += part.columns
        shape.inner.append((name, start, len(shape.columns), part))
    return shape


def _column(one: Field, source: str) -> Combinable:
    if isinstance(one, serializers.DateTimeField):
        return Moment(source)
    if isinstance(one, serializers.DateField):
        return Day(source)
    if _is_json(one):
        return Json(source)
    return F(source)


def _value(one: Field) -> Callable[[Any], Any] | None:
    if _is_json(one):
        return orjson.Fragment
    # Inside of a JSON text PostgreSQL writes 1.0 as 1.
    return float if isinstance(one, serializers.FloatField) else None


def _is_json(one: Field) -> bool:
    return isinstance(one, serializers.JSONField | serializers.ListField)
