"""Durations, and what recurs."""

from __future__ import annotations

from articles.extraction.dates.holidays import HOLIDAYS
from articles.extraction.dates.pieces import (
    CALENDAR_UNIT,
    COUNT,
    MONTH_NAME,
    NUMBER,
    PART,
    SEASON,
    UNIT,
    YEAR,
    H,
    S,
)
from articles.extraction.dates.vocabulary import words

SOURCES = {
    "part_of_month": (
        rf"the{S}(?:first|last|final){S}(?:(?P<count>{NUMBER}){S})?(?P<unit>days?|weeks?)"
        rf"{S}of{S}{MONTH_NAME}(?:,?{S}(?:of{S})?{YEAR})?"
    ),
    "duration": (
        rf"(?:the{S}(?={COUNT}{S}{UNIT}s\b))?"
        rf"(?:(?:the{S}|these{S}|those{S})?(?P<span>past|last|next"
        rf"|first|final|recent|coming|year-earlier"
        rf"|previous|following|latest|same|remaining){S})?(?P<count>{COUNT}|[a-z]{{3,9}}-and-a-half)"
        rf"(?:{S}(?:more|full|whole|straight|consecutive|or{S}so|additional))?{H}(?P<unit>{UNIT}s?)\b"
        rf"(?P<half>{S}and{S}a{S}half)?(?P<two>{S}or{S}two\b)?(?P<old>{H}olds?\b|{S}of{S}age\b)?"
    ),
    "compound_duration": (
        rf"(?P<count>{NUMBER}){S}(?P<unit>years?|hours?|minutes?),?{S}(?:and{S})?"
        rf"(?P<count2>{NUMBER}){S}(?P<unit2>months?|minutes?|seconds?)\b(?!{H}olds?\b)"
    ),
    "past_unit": rf"the{S}past{S}(?P<unit>{CALENDAR_UNIT})\b",
    "vague_plural": (
        rf"(?:(?:(?:the{S})?(?:recent|coming|past|last){S})"
        rf"(?P<unit>hours|days|weeks|months|quarters|years|decades|centuries)"
        rf"|(?:the{S})?(?P<unit2>days|weeks|months|years|decades|centuries){S}ahead"
        rf"|(?P<unit3>months|years|decades|centuries"
        rf"|(?:(?<=for )|(?<=within ))(?:minutes|hours|days|weeks)"
        rf"|(?:minutes|hours)(?={S}(?:before|after)\b)))\b(?!-old)(?!{S}old\b)"
    ),
    "every": (
        rf"(?:every|each|per){S}(?:single{S}|(?P<other>other|second){S})?(?:(?P<count>{NUMBER}|few|couple{S}of){S})?"
        rf"(?P<unit>{UNIT}s?|quarter)\b"
        rf"|(?:once|twice|{NUMBER}{S}times){S}(?:an?|per|every|each){S}(?P<unit2>{UNIT})\b"
    ),
    "every_part": (
        rf"(?:(?:every|each){S}(?:single{S})?(?P<part>{PART}|weekend|{SEASON}|{MONTH_NAME}"
        rf"|{words(HOLIDAYS)})|(?P<plural>weekends|mornings|nights|weekdays))\b"
    ),
    "adverb_set": (
        r"(?P<word>daily|weekly|fortnightly|monthly|annually|yearly|hourly|nightly)\b(?!-)"
    ),
}
