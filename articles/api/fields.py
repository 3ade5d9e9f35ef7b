"""Fields that hold rows of another table, for serializers and for shapes alike."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import orjson
from django.db.models import F, OuterRef
from drf_spectacular.drainage import set_override
from rest_framework import serializers

from articles.api.shapes import Shape, shape_of
from articles.functions import Rows

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.db.models import QuerySet
    from django.db.models.expressions import Combinable

    _Field = serializers.Field[Any, Any, Any, Any]
else:
    _Field = serializers.Field


class RowsField(_Field):
    """The rows that belong to the row this is a field of, in the order of their queryset.

    Args:
        kind: what each of them is.
        rows: all there are.
        owner: the column that has the id of the row they belong to.
    """

    def __init__(
        self,
        kind: type[serializers.Serializer[Any]],
        rows: Callable[[], QuerySet[Any]],
        owner: str,
        **kwargs: Any,
    ) -> None:
        super().__init__(source="*", read_only=True, **kwargs)
        self.kind, self.rows, self.owner = kind, rows, owner
        set_override(self, "field", kind(many=True))

    def to_representation(self, instance: Any) -> Any:
        return self.kind(self.rows().filter(**{self.owner: instance.pk}), many=True).data

    def shape(self) -> Shape:
        return shape_of(self.kind())

    def column(self, path: str) -> Combinable:
        rows = self.rows().filter(**{self.owner: OuterRef(f"{path}pk")})
        return Rows(rows, self.shape().columns)

    def value(self, path: str) -> Callable[[str], Any]:
        build = self.shape().build
        return lambda stored: [build(row) for row in orjson.loads(stored)]


class NamesField(RowsField):
    """One column of the rows that belong to a row: a list of what ``child`` describes."""

    def __init__(
        self,
        name: str,
        rows: Callable[[], QuerySet[Any]],
        owner: str,
        child: serializers.Field[Any, Any, Any, Any] | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(serializers.Serializer, rows, owner, **kwargs)
        self.name = name
        child = child or serializers.CharField()
        set_override(self, "field", serializers.ListField(child=child))

    def to_representation(self, instance: Any) -> list[Any]:
        rows = self.rows().filter(**{self.owner: instance.pk})
        return list(rows.values_list(self.name, flat=True))

    def shape(self) -> Shape:
        return Shape(columns=[F(self.name)])

    def value(self, path: str) -> Callable[[str], Any]:
        return lambda stored: [name for (name,) in orjson.loads(stored)]
