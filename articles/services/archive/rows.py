"""The tables of an archive, and their rows as JSON."""

from __future__ import annotations

from base64 import b64encode
from datetime import date
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError

from articles.models import (
    Appearance,
    Article,
    ArticleVersion,
    Band,
    Chunk,
    Cluster,
    Copy,
    DateExpression,
    Fingerprint,
    Mention,
    Person,
    PersonAlias,
    PersonMerge,
    PossibleMatch,
    Printing,
    Quote,
    Reject,
    Run,
    Source,
)
from articles.services.archive.errors import ArchiveError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from django.db.models import Model

# Every table of the program, in the order of the file. Users are not among them: the names of
# editors stand in the rows that they decided.
TABLES: dict[str, type[Model]] = {
    model.__name__: model
    for model in (
        Source,
        Article,
        ArticleVersion,
        Person,
        PersonAlias,
        Appearance,
        Quote,
        Mention,
        DateExpression,
        PossibleMatch,
        PersonMerge,
        Cluster,
        Copy,
        Fingerprint,
        Band,
        Printing,
        Run,
        Reject,
        Chunk,
    )
}


def columns(model: type[Model]) -> list[str]:
    return [field.attname for field in model._meta.concrete_fields]


def as_json(value: Any) -> Any:
    """A value of a column as JSON has it."""
    if isinstance(value, date):  # a time too
        return value.isoformat()
    if isinstance(value, bytes | memoryview):
        return b64encode(value).decode()
    return value


def row_from(model: type[Model], values: Mapping[str, Any]) -> Model:
    """An unsaved row with all its columns, the id included.

    Raises:
        ArchiveError: a column is missing, unknown or not of its type.
    """
    fields = {field.attname: field for field in model._meta.concrete_fields}
    if values.keys() != fields.keys():
        odd = ", ".join(sorted(values.keys() ^ fields.keys()))
        raise ArchiveError(f"a row of {model.__name__} has other columns than the table: {odd}")
    try:
        return model(**{name: fields[name].to_python(value) for name, value in values.items()})
    except (ValidationError, ValueError, TypeError) as error:
        place = f"{model.__name__} {values.get('id')}"
        raise ArchiveError(f"{place} has a value that is not of its column: {error}") from error
