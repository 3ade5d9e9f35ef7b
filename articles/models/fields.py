"""A column type that sorts alike on every database."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import models

if TYPE_CHECKING:
    from django.db.backends.base.base import BaseDatabaseWrapper


class CodePointField(models.CharField[str, str]):
    """Short text, compared code point by code point.

    SQLite compares that way by itself; PostgreSQL would follow the locale of
    the cluster, and lists would come in another order.
    """

    def db_parameters(self, connection: BaseDatabaseWrapper) -> Any:
        parameters = super().db_parameters(connection)
        if connection.vendor == "postgresql":
            parameters["collation"] = "C"
        return parameters
