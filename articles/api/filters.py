"""The parameters of the lists: by name, typed, and nothing that is not declared here."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

import django_filters as filters
from django import forms
from django.core.exceptions import ValidationError
from django.utils.dateparse import parse_date, parse_datetime
from django_filters.rest_framework import DjangoFilterBackend

from articles.api.errors import InvalidParameter, unknown_parameter
from articles.choices import ExtractionState, Origin, Status, choices_of
from articles.extraction.folding import fold
from articles.extraction.types import QuoteType, TimexType
from articles.models import Mention

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from rest_framework.request import Request
    from rest_framework.views import APIView

    from articles.querysets import ArticleQuerySet, DateQuerySet, PersonQuerySet, QuoteQuerySet

MAX_ID = 2**63 - 1
MAX_WORDS = 20


class StrictFilterBackend(DjangoFilterBackend):
    """Answers 400 to a parameter that is not declared, given twice or malformed."""

    def get_filterset_kwargs(
        self, request: Request, queryset: QuerySet[Any], view: APIView
    ) -> dict[str, Any]:
        kwargs: dict[str, Any] = super().get_filterset_kwargs(request, queryset, view)
        filterset: type[filters.FilterSet] = self.get_filterset_class(view, queryset)
        refuse_undeclared(request, {*filterset.base_filters, *view.paginator.parameters})  # type: ignore[attr-defined]
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


class SourceFilters(filters.FilterSet):
    name = filters.CharFilter(help_text="Name of the source, as it is given.", max_length=200)
    country = filters.CharFilter(lookup_expr="iexact", help_text="ISO 3166-1 code.", max_length=2)


class ArticleFilters(filters.FilterSet):
    source = source_filter("source__slug")
    section = filters.CharFilter(help_text="Section, as printed.", max_length=200)
    language = filters.CharFilter(help_text="BCP 47 tag, for example en.", max_length=35)
    person = IdFilter(method="by_person", help_text="Id of a person whom the article mentions.")
    published_after = published_after("")
    published_before = published_before("")
    text = WordsFilter(
        method="by_text",
        max_length=500,
        help_text="Words in the headline, standfirst or body; all must occur, in any order.",
    )
    state = filters.ChoiceFilter(choices=ExtractionState.choices, help_text="State of extraction.")

    def by_person(self, rows: ArticleQuerySet, name: str, value: int) -> ArticleQuerySet:
        mentions = Mention.objects.current().filter(person=value)
        return rows.filter(pk__in=mentions.values("article"))

    def by_text(self, rows: ArticleQuerySet, name: str, value: str) -> ArticleQuerySet:
        return rows.matching(value)


class PersonFilters(filters.FilterSet):
    name = WordsFilter(
        method="by_name",
        max_length=200,
        help_text="A name of the person, or the beginning of one; in any case, accents or not.",
    )
    source = filters.CharFilter(
        method="by_source", max_length=200, help_text="Slug of a source that mentions the person."
    )
    min_mentions = IdFilter(
        field_name="mention_count", lookup_expr="gte", help_text="Mentioned at least so often."
    )
    min_quotes = IdFilter(
        field_name="quote_count", lookup_expr="gte", help_text="Quoted at least so often."
    )
    wikidata_id = filters.CharFilter(help_text="For example Q22686.", max_length=20)

    def by_name(self, rows: PersonQuerySet, name: str, value: str) -> PersonQuerySet:
        return rows.named(value)

    def by_source(self, rows: PersonQuerySet, name: str, value: str) -> PersonQuerySet:
        mentions = Mention.objects.current().filter(article__source__slug=value)
        return rows.filter(pk__in=mentions.values("person"))


class FactFilters(filters.FilterSet):
    article = IdFilter(field_name="article_id", help_text="Id of the article.")
    source = source_filter("article__source__slug")
    published_after = published_after("article__")
    published_before = published_before("article__")
    min_confidence = ConfidenceFilter(
        field_name="confidence", lookup_expr="gte", help_text="At least so certain, 0 to 1."
    )
    origin = filters.ChoiceFilter(choices=Origin.choices, help_text="Who found or wrote it.")
    status = filters.ChoiceFilter(
        choices=[choice for choice in Status.choices if choice[0] != Status.REJECTED],
        help_text="Review by an editor; rejected facts are not served.",
    )


class QuoteFilters(FactFilters):
    speaker = IdFilter(field_name="speaker_id", help_text="Id of the person who speaks.")
    about = IdFilter(method="by_about", help_text="Id of a person named in the words.")
    type = filters.ChoiceFilter(
        field_name="quote_type", choices=choices_of(QuoteType), help_text="How words are given."
    )
    text = WordsFilter(
        method="by_text",
        max_length=500,
        help_text="Words in the quote; all must occur, in any order.",
    )

    def by_about(self, rows: QuoteQuerySet, name: str, value: int) -> QuoteQuerySet:
        mentions = Mention.objects.current().filter(person=value, quote__isnull=False)
        return rows.filter(pk__in=mentions.values("quote"))

    def by_text(self, rows: QuoteQuerySet, name: str, value: str) -> QuoteQuerySet:
        return rows.matching(value)


class DateFilters(FactFilters):
    # "from" is a word of Python's own and cannot be assigned to like the others.
    locals()["from"] = DayFilter(
        method="by_start", help_text="The range ends on this day or later."
    )
    to = DayFilter(method="by_end", help_text="The range begins on this day or earlier.")
    on = DayFilter(method="by_day", help_text="The range covers this day.")
    type = filters.ChoiceFilter(
        field_name="timex_type", choices=choices_of(TimexType), help_text="TIMEX3 type."
    )
    person = IdFilter(method="by_person", help_text="Id of a person mentioned in the same article.")

    def by_day(self, rows: DateQuerySet, name: str, value: date) -> DateQuerySet:
        return rows.overlapping(value, value)

    def by_start(self, rows: DateQuerySet, name: str, value: date) -> DateQuerySet:
        return rows.overlapping(value, None)

    def by_end(self, rows: DateQuerySet, name: str, value: date) -> DateQuerySet:
        return rows.overlapping(None, value)

    def by_person(self, rows: DateQuerySet, name: str, value: int) -> DateQuerySet:
        mentions = Mention.objects.current().filter(person=value)
        return rows.filter(article__in=mentions.values("article"))
