"""Kinds of query parameters, and a filter backend that takes no others."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

import django_filters as filters
from django import forms
from django.core.exceptions import ValidationError
from django.utils.dateparse import parse_date, parse_datetime
from django_filters.rest_framework import DjangoFilterBackend

from articles.api.errors import InvalidParameter, unknown_parameter
from articles.choices import MatchStatus, choices_of
from articles.extraction.folding import fold
from articles.models import Person
from articles.readers.base import PubStatus

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from rest_framework.request import Request
    from rest_framework.views import APIView

    from articles.querysets import FactQuerySet, PossibleMatchQuerySet

MAX_ID = 2**63 - 1
MAX_WORDS = 20


class StrictFilterBackend(DjangoFilterBackend):
    """Answers 400 to a parameter that is not declared, given twice or malformed."""

    def get_filterset_kwargs(
        self, request: Request, queryset: QuerySet[Any], view: APIView
    ) -> dict[str, Any]:
        kwargs: dict[str, Any] = super().get_filterset_kwargs(request, queryset, view)
        filterset: type[filters.FilterSet] = self.get_filterset_class(view, queryset)
        paging = getattr(getattr(view, "paginator", None), "parameters", ())
        refuse_undeclared(request, {*filterset.base_filters, *paging})  # type: ignore[attr-defined]
        return kwargs


def refuse_undeclared(request: Request, known: set[str]) -> None:
    """Raise for the first parameter that is unknown or given twice."""
    for name, values in request.query_params.lists():
        if name not in known:
            raise unknown_parameter(name, known)
        if len(values) > 1:
            raise InvalidParameter(name, "Given more than once.")


class WordsField(forms.CharField):
    """Words to look for, in any case and with or without accents."""

    def clean(self, value: Any) -> str:
        text: str = super().clean(value)
        words = fold(text).split()
        if text and not words:
            raise ValidationError("There is no word in it.")
        if len(words) > MAX_WORDS:
            raise ValidationError(f"At most {MAX_WORDS} words.")
        return text


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


class DayFilter(filters.DateFilter):
    """A day as ISO 8601 has it, and in no other form."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, input_formats=["%Y-%m-%d"], **kwargs)


class WordsFilter(filters.CharFilter):
    field_class = WordsField


class PublishedFilter(filters.CharFilter):
    """A day is compared with the day where the article was published, a time with the time."""

    field_class = MomentField

    def filter(self, qs: Any, value: date | datetime | None) -> Any:
        if not value:
            return qs
        column = "published_at" if isinstance(value, datetime) else "published_on"
        return qs.filter(**{f"{self.field_name}{column}__{self.lookup_expr}": value})


class IdFilter(filters.NumberFilter):
    """An id, or a count."""

    field_class = forms.IntegerField

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, min_value=0, max_value=MAX_ID, **kwargs)


class PersonField(forms.IntegerField):
    """Who a person's id stands for now, after merges."""

    def clean(self, value: Any) -> int | None:
        person = super().clean(value)
        return None if person is None else Person.objects.current_id(person)


class PersonFilter(IdFilter):
    """The id of a person; that of somebody merged means who they were merged into."""

    field_class = PersonField


class PeriodFilter(filters.ChoiceFilter):
    """Makes counts by period of facts."""

    def filter(self, qs: FactQuerySet[Any], value: str | None) -> Any:
        return qs.per(value or "day")


class MatchStatusFilter(filters.ChoiceFilter):
    """The decision about a pair; those that wait for one by default."""

    def filter(self, qs: PossibleMatchQuerySet, value: str | None) -> Any:
        waiting = value in (None, "", MatchStatus.OPEN)
        return qs.waiting() if waiting else qs.filter(status=value)


class PubStatusFilter(filters.ChoiceFilter):
    """What providers allow; only what they do allow by default."""

    ANY = "any"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        choices = [*choices_of(PubStatus), (self.ANY, "whatever it is")]
        super().__init__(*args, choices=choices, **kwargs)

    def filter(self, qs: Any, value: str | None) -> Any:
        return qs if value == self.ANY else qs.filter(pub_status=value or PubStatus.USABLE.value)


class ConfidenceFilter(filters.NumberFilter):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, min_value=0, max_value=1, **kwargs)


def published_after(path: str) -> PublishedFilter:
    return PublishedFilter(
        field_name=path,
        lookup_expr="gte",
        max_length=40,
        help_text="Published on this day or later; or at this time or later.",
    )


def published_before(path: str) -> PublishedFilter:
    return PublishedFilter(
        field_name=path,
        lookup_expr="lte",
        max_length=40,
        help_text="Published on this day or earlier; or at this time or earlier.",
    )


def source_filter(field: str) -> filters.CharFilter:
    return filters.CharFilter(field_name=field, help_text="Slug of the source.", max_length=200)
