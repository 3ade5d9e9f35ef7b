"""The shape of ``extract/``: the extraction contract, described for OpenAPI."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from articles.api.serializers import SegmentsField
from articles.choices import choices_of
from articles.extraction.types import Factuality, QuoteType, TimexMod, TimexType

QUOTE_TYPES = choices_of(QuoteType)
TIMEX_TYPES = choices_of(TimexType)
_Base = serializers.Serializer[Any]


class ExtractRequestSerializer(_Base):
    """One text; only ``text`` is required."""

    id = serializers.CharField(
        required=False, allow_blank=True, help_text="Comes back in the answer."
    )
    text = serializers.CharField(help_text="All offsets of the answer are into it.")
    headline = serializers.CharField(required=False, allow_blank=True, allow_null=True)
    published_at = serializers.CharField(
        required=False,
        allow_null=True,
        help_text="ISO 8601 day or time; relative dates are read from its day.",
    )
    language = serializers.CharField(
        required=False, allow_null=True, help_text="BCP 47 tag; found out if absent."
    )
    country = serializers.CharField(
        required=False,
        allow_null=True,
        help_text="ISO 3166-1 code of where it was published; 03/04 is read as is usual there.",
    )


class SpanSerializer(_Base):
    start = serializers.IntegerField()
    end = serializers.IntegerField()
    text = serializers.CharField()


class FoundMentionSerializer(SpanSerializer):
    title = serializers.CharField(allow_null=True)
    confidence = serializers.FloatField()


class FoundPersonSerializer(_Base):
    id = serializers.IntegerField(help_text="Number of the person within this text.")
    name = serializers.CharField()
    titles = serializers.ListField(child=serializers.CharField())
    mentions = FoundMentionSerializer(many=True)


class FoundSpeakerSerializer(SpanSerializer):
    person = serializers.IntegerField(allow_null=True)
    name = serializers.CharField(allow_null=True)


class FoundCueSerializer(SpanSerializer):
    lemma = serializers.CharField(allow_null=True, help_text="As in a dictionary: say, point out.")


class FoundSaidOnSerializer(SpanSerializer):
    value = serializers.CharField(help_text="TIMEX3.")
    earliest = serializers.DateField(allow_null=True)
    latest = serializers.DateField(allow_null=True)


class FoundQuoteSerializer(SpanSerializer):
    segments = SegmentsField()
    type = serializers.ChoiceField(choices=QUOTE_TYPES)
    speaker = FoundSpeakerSerializer(allow_null=True)
    cue = FoundCueSerializer(allow_null=True)
    factuality = serializers.ChoiceField(
        choices=choices_of(Factuality),
        help_text="Whether the text says that the words were said; only asserted are stored.",
    )
    said_on = FoundSaidOnSerializer(allow_null=True, help_text="When, if told beside the cue.")
    confidence = serializers.FloatField()


class FoundDateSerializer(SpanSerializer):
    type = serializers.ChoiceField(choices=TIMEX_TYPES)
    value = serializers.CharField()
    mod = serializers.ChoiceField(choices=choices_of(TimexMod), allow_null=True)
    edtf = serializers.CharField(allow_null=True, help_text="ISO 8601-2, where it has a form.")
    range = serializers.IntegerField(
        allow_null=True, help_text="Number that both ends of a range have in this text."
    )
    earliest = serializers.DateField(allow_null=True)
    latest = serializers.DateField(allow_null=True)
    confidence = serializers.FloatField()


class ExtractionSerializer(_Base):
    id = serializers.CharField()
    language = serializers.CharField()
    extractor = serializers.CharField()
    headline = SpanSerializer(allow_null=True)
    byline = SpanSerializer(allow_null=True)
    dateline = SpanSerializer(allow_null=True)
    people = FoundPersonSerializer(many=True)
    quotes = FoundQuoteSerializer(many=True)
    dates = FoundDateSerializer(many=True)
