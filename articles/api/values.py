"""How the values of parameters are written, as fields of forms."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.dateparse import parse_date, parse_datetime

from articles.extraction.folding import fold
from articles.search.query import Query, QueryError, parse

# As they are written in a query, in the digits of ASCII.
_WHOLE = re.compile("-?[0-9]+")
_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]+)?")
_DAY = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")


class NameField(forms.CharField):
    """A name or the beginning of one, in any case and with or without accents."""

    def clean(self, value: Any) -> str:
        text: str = super().clean(value)
        if text and not fold(text):
            raise ValidationError("There is no word in it.")
        return text


class QueryField(forms.CharField):
    """Words to look for, as the query language has them."""

    def clean(self, value: Any) -> Query | None:
        text: str = super().clean(value)
        try:
            return parse(text) if text else None
        except QueryError as error:
            raise ValidationError(str(error)) from error


class MomentField(forms.CharField):
    """A day or a time; a time without a zone is in UTC, as published times are given."""

    def clean(self, value: Any) -> date | datetime | None:
        text: str = super().clean(value)
        # A plus sign that a client left unescaped arrives as a space.
        text = text.replace(" ", "+") if "T" in text else text
        try:
            return (parse_date(text) or _utc(parse_datetime(text))) if text else None
        except (ValueError, OverflowError) as error:
            raise ValidationError("Not a date (2025-05-20) or time (2025-05-20T12:30Z).") from error


def _utc(moment: datetime | None) -> datetime:
    if moment is None:
        raise ValueError("not a time")
    return moment.replace(tzinfo=moment.tzinfo or UTC).astimezone(UTC)


class WholeNumberField(forms.IntegerField):
    """Digits, where Python would also take "1_000", "1.0" and those of other scripts."""

    def to_python(self, value: Any) -> Any:
        return super().to_python(_written(_WHOLE, value, self))


class NumberField(forms.FloatField):
    """A number as JSON has it."""

    def to_python(self, value: Any) -> Any:
        return super().to_python(_written(_NUMBER, value, self))


class DayField(forms.DateField):
    """A day as ISO 8601 has it, and in no other form."""

    def to_python(self, value: Any) -> Any:
        return super().to_python(_written(_DAY, value, self))


def _written(form: re.Pattern[str], value: Any, field: forms.Field) -> Any:
    if value and not form.fullmatch(value):
        raise ValidationError(field.error_messages["invalid"], code="invalid")
    return value


class CountryField(forms.CharField):
    def clean(self, value: Any) -> str:
        return str(super().clean(value)).upper()


class FlagField(forms.Field):
    """Either true or false."""

    def clean(self, value: Any) -> bool | None:
        if value is None:
            return None
        if value not in ("true", "false"):
            raise ValidationError("Either true or false.")
        return bool(value == "true")
