"""The parameters of the lists: by name, typed, and nothing that is not declared here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import django_filters as filters
from django.db.models import Q

from articles.api.parameters import (
    ConfidenceFilter,
    CopiesFilter,
    CountryFilter,
    DayFilter,
    IdFilter,
    KnownAsFilter,
    MatchStatusFilter,
    NameFilter,
    PersonFilter,
    PubStatusFilter,
    QueryFilter,
    SourceFilter,
    published_after,
    published_before,
)
from articles.choices import ExtractionState, MatchStatus, Origin, Status, choices_of
from articles.extraction.types import QuoteType, TimexType
from articles.models import Mention

if TYPE_CHECKING:
    from datetime import date

    from django.db.models import QuerySet

    from articles.models import ArticleVersion, PersonMerge
    from articles.querysets import (
        ArticleQuerySet,
        DateQuerySet,
        PersonQuerySet,
        PossibleMatchQuerySet,
        QuoteQuerySet,
    )


class SourceFilters(filters.FilterSet):
    name = filters.CharFilter(help_text="Name of the source, as it is given.", max_length=200)
    country = CountryFilter(help_text="ISO 3166-1 code.", max_length=2)


class ArticleFilters(filters.FilterSet):
    source = SourceFilter("source")
    section = filters.CharFilter(help_text="Section, as printed.", max_length=200)
    language = filters.CharFilter(help_text="BCP 47 tag, for example en.", max_length=35)
    person = PersonFilter(method="by_person", help_text="Id of a person whom the article mentions.")
    published_after = published_after("")
    published_before = published_before("")
    q = QueryFilter("A query over headline, standfirst and body.")
    text = QueryFilter("The same as `q`.")
    copies = CopiesFilter(
        help_text="leading: one article for all that print the same story; all if not given."
    )
    state = filters.ChoiceFilter(choices=ExtractionState.choices, help_text="State of extraction.")
    pub_status = PubStatusFilter(
        help_text="What the provider says may be done with it; usable if not given, any for all."
    )

    def by_person(self, rows: ArticleQuerySet, name: str, value: int) -> ArticleQuerySet:
        return rows.mentioning(value)


class VersionFilters(filters.FilterSet):
    number = IdFilter(help_text="Number of the version.")


def of_article(rows: QuerySet[ArticleVersion], article: Any) -> QuerySet[ArticleVersion]:
    return rows.filter(article=article)


class PersonFilters(filters.FilterSet):
    def filter_queryset(self, queryset: PersonQuerySet) -> Any:
        return super().filter_queryset(queryset.served())

    name = NameFilter(
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


class MergeFilters(filters.FilterSet):
    person = IdFilter(
        method="by_person",
        help_text="Id of a person who was kept or merged; merges since then are not followed.",
    )

    def by_person(
        self, rows: QuerySet[PersonMerge], name: str, value: int
    ) -> QuerySet[PersonMerge]:
        return rows.filter(Q(kept=value) | Q(merged=value))


class MatchFilters(filters.FilterSet):
    person = PersonFilter(method="by_person", help_text="Id of one of the two people.")
    status = MatchStatusFilter(
        choices=MatchStatus.choices,
        help_text="What was decided; open if not given. An open pair one of whom was merged "
        "into somebody else since is not listed.",
    )

    def by_person(
        self, rows: PossibleMatchQuerySet, name: str, value: int
    ) -> PossibleMatchQuerySet:
        return rows.about(value)


class FactFilters(filters.FilterSet):
    article = IdFilter(field_name="article_id", help_text="Id of the article.")
    source = SourceFilter("article__source")
    section = filters.CharFilter(
        field_name="article__section", help_text="Section of the article.", max_length=200
    )
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
    speaker = PersonFilter(field_name="speaker_id", help_text="Id of the person who speaks.")
    speaker_name = KnownAsFilter(
        method="by_speaker_name",
        max_length=200,
        help_text="Any name of the person who speaks, in full; in any case, accents or not.",
    )
    about = PersonFilter(method="by_about", help_text="Id of a person named in the words.")
    about_name = KnownAsFilter(
        method="by_about_name",
        max_length=200,
        help_text="Any name of a person named in the words, in full.",
    )
    type = filters.ChoiceFilter(
        field_name="quote_type", choices=choices_of(QuoteType), help_text="How words are given."
    )
    q = QueryFilter("A query over the words of the quote.")
    text = QueryFilter("The same as `q`.")
    cue = filters.CharFilter(
        field_name="cue_lemma", max_length=100, help_text="The cue as in a dictionary: say, deny."
    )
    date_from = DayFilter(
        method="by_days", help_text="The words name a day or period that ends on this day or later."
    )
    date_to = DayFilter(
        method="by_days",
        help_text="The words name a day or period that begins on this day or earlier; with "
        "`date_from` it is the same one.",
    )
    copies = CopiesFilter(
        help_text="leading: one printing of a quote that several articles print; all if not given."
    )
    said_from = DayFilter(
        method="by_time", help_text="Said on this day or later, as the article tells."
    )
    said_to = DayFilter(
        method="by_time", help_text="Said on this day or earlier, as the article tells."
    )

    def by_days(self, rows: QuoteQuerySet, name: str, value: date) -> QuoteQuerySet:
        """The two ends make one condition, which the first given of them adds."""
        given = self.form.cleaned_data
        if name == "date_to" and given["date_from"]:
            return rows
        return rows.about_days(given["date_from"], given["date_to"])

    def by_time(self, rows: QuoteQuerySet, name: str, value: date) -> QuoteQuerySet:
        is_first = name == "said_from"
        return rows.said_within(value, None) if is_first else rows.said_within(None, value)

    def by_speaker_name(self, rows: QuoteQuerySet, name: str, value: Any) -> QuoteQuerySet:
        return rows.of_speaker(value)

    def by_about_name(self, rows: QuoteQuerySet, name: str, value: Any) -> QuoteQuerySet:
        return rows.about(value)

    def by_about(self, rows: QuoteQuerySet, name: str, value: int) -> QuoteQuerySet:
        return rows.about(value)


class DateFilters(FactFilters):
    # "from" is a word of Python's own and cannot be assigned to like the others.
    locals()["from"] = DayFilter(
        method="by_start", help_text="The range ends on this day or later."
    )
    to = DayFilter(method="by_end", help_text="The range begins on this day or earlier.")
    on = DayFilter(method="by_day", help_text="The range covers this day.")
    quote = IdFilter(field_name="quote_id", help_text="Id of a quote whose words name the date.")
    type = filters.ChoiceFilter(
        field_name="timex_type", choices=choices_of(TimexType), help_text="TIMEX3 type."
    )
    person = PersonFilter(
        method="by_person", help_text="Id of a person mentioned in the same article."
    )

    def by_day(self, rows: DateQuerySet, name: str, value: date) -> DateQuerySet:
        return rows.overlapping(value, value)

    def by_start(self, rows: DateQuerySet, name: str, value: date) -> DateQuerySet:
        return rows.overlapping(value, None)

    def by_end(self, rows: DateQuerySet, name: str, value: date) -> DateQuerySet:
        return rows.overlapping(None, value)

    def by_person(self, rows: DateQuerySet, name: str, value: int) -> DateQuerySet:
        mentions = Mention.objects.current().filter(person=value)
        return rows.filter(article__in=mentions.values("article"))
