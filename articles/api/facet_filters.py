"""The parameters of facets and timelines: those of what is counted, and how it is counted."""

from __future__ import annotations

from typing import Any

import django_filters as filters
from drf_spectacular.utils import extend_schema_field

from articles.api.filters import ArticleFilters, DateFilters, FactFilters, QuoteFilters
from articles.api.parameters import DayFilter, PersonFilter
from articles.api.values import WholeNumberField
from articles.extraction.types import QuoteType, TimexType
from articles.periods import Level

MOST = 100
FEW = 20
_LEVELS = [(level.value, level.value) for level in Level]


class HowFilter(filters.ChoiceFilter):
    """How to count; it leaves out no row."""

    def filter(self, qs: Any, value: str) -> Any:
        return qs


@extend_schema_field(
    {
        "type": "integer",
        "minimum": 1,
        "maximum": MOST,
        "default": FEW,
        "description": "How many results at most.",
    }
)
class LimitFilter(filters.NumberFilter):
    """How many results; it leaves out no row that is counted."""

    field_class = WholeNumberField

    def __init__(self) -> None:
        super().__init__(min_value=1, max_value=MOST)

    def filter(self, qs: Any, value: int) -> Any:
        return qs


def by_filter(*names: str) -> HowFilter:
    choices = [(name, name) for name in names]
    return HowFilter(choices=choices, required=True, help_text="What to count by.")


def level_filter() -> HowFilter:
    return HowFilter(
        choices=_LEVELS, help_text="Length of a period, day if not given; weeks begin on Monday."
    )


def section_filter(path: str) -> filters.CharFilter:
    return filters.CharFilter(field_name=path, help_text="Section, as printed.", max_length=200)


class QuoteFacetFilters(QuoteFilters):
    section = section_filter("article__section")
    by = by_filter("speaker", "about", "source", "section", "type")
    limit = LimitFilter()


class ArticleFacetFilters(ArticleFilters):
    by = by_filter("source", "section", "language", "person", "state")
    limit = LimitFilter()


class HowTimeline(filters.FilterSet):
    of = HowFilter(
        choices=[(name, name) for name in ("quotes", "articles", "mentions", "dates")],
        required=True,
        help_text="What to count.",
    )
    by = level_filter()


class QuoteTimelineFilters(HowTimeline, QuoteFilters):
    section = section_filter("article__section")


class ArticleTimelineFilters(HowTimeline, ArticleFilters):
    pass


class MentionTimelineFilters(HowTimeline, FactFilters):
    person = PersonFilter(field_name="person_id", help_text="Id of the person named.")
    section = section_filter("article__section")


class DateTimelineFilters(HowTimeline, DateFilters):
    section = section_filter("article__section")


TIMELINES: dict[str, type[filters.FilterSet]] = {
    "quotes": QuoteTimelineFilters,
    "articles": ArticleTimelineFilters,
    "mentions": MentionTimelineFilters,
    "dates": DateTimelineFilters,
}


class TimelineFilters(  # type: ignore[misc] # it describes, and filters nothing
    DateTimelineFilters, MentionTimelineFilters, ArticleTimelineFilters, QuoteTimelineFilters
):
    """All parameters of timelines; each takes those of the rows that it counts."""

    type = filters.ChoiceFilter(
        choices=[(kind.value, kind.value) for kind in (*QuoteType, *TimexType)],
        help_text="Of quotes: how words are given. Of dates: TIMEX3 type.",
    )
    person = PersonFilter(
        help_text="Id of a person: named by the articles or mentions counted, or in the same "
        "article as the dates."
    )


class PersonTimelineFilters(filters.FilterSet):
    published_after = DayFilter(help_text="Published on this day or later.")
    published_before = DayFilter(help_text="Published on this day or earlier.")
    by = level_filter()


class MeantTimelineFilters(filters.FilterSet):
    by = level_filter()
    # "from" is a word of Python's own and cannot be assigned to like the others.
    locals()["from"] = DayFilter(help_text="Periods that end on this day or later.")
    to = DayFilter(help_text="Periods that begin on this day or earlier.")


class RelatedFilters(filters.FilterSet):
    limit = LimitFilter()
