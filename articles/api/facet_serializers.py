"""What facets and timelines answer."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from articles.api.live import NEWEST
from articles.periods import Level

_Base = serializers.Serializer[Any]
_LEVELS = [level.value for level in Level]


class FacetSerializer(_Base):
    id = serializers.IntegerField(required=False, help_text="Of a person; absent for others.")
    value = serializers.CharField(
        required=False,
        help_text="What the filter of this name takes, for a source its slug; absent for people.",
    )
    name = serializers.CharField(help_text="To be shown; empty for articles without a section.")
    count = serializers.IntegerField()


class CountedSerializer(_Base):
    counted = serializers.IntegerField(help_text="Of how many rows these are the counts.")
    complete = serializers.BooleanField(
        help_text=f"Whether all rows were counted; else the newest {NEWEST:,} were."
    )


class FacetsSerializer(CountedSerializer):
    """The most first, by id or value where equal."""

    by = serializers.CharField()
    results = FacetSerializer(many=True)


class PeriodCountSerializer(_Base):
    period = serializers.DateField(help_text="Its first day.")
    count = serializers.IntegerField()


class CountTimelineSerializer(CountedSerializer):
    """Only periods with anything, the earliest first."""

    of = serializers.ChoiceField(choices=["quotes", "articles", "mentions", "dates"])
    by = serializers.ChoiceField(choices=_LEVELS)
    undated = serializers.IntegerField(help_text="Of articles whose day is not known.")
    results = PeriodCountSerializer(many=True)


class MeantTimelineSerializer(_Base):
    """Only periods with anything, the earliest first."""

    by = serializers.ChoiceField(choices=_LEVELS)
    results = PeriodCountSerializer(many=True)
