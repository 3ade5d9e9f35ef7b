"""Expressions that count from another day."""

from __future__ import annotations

from articles.extraction.dates.pieces import (
    CALENDAR_UNIT,
    COUNT,
    FULL_DATE,
    LAST,
    MONTH_NAME,
    NUMBER,
    PART,
    SEASON,
    UNIT,
    WEEKDAY,
    WEEKDAY_NAME,
    YEAR,
    H,
    S,
)

# "Two years before that", but not "before that was known".
_THAT = rf"{S}that\b(?!{S}(?:was|were|had|could|would|\w+ed)\b)"

# Behind these "one day" is some time to come, and no length.
_MODAL = (
    r"(?:(?<=will )|(?<=would )|(?<=could )|(?<=may )|(?<=might )|(?<=hopes to )|(?<=hope to ))"
)

SOURCES = {
    "weekday_set": (
        rf"(?:(?:every|each){S}(?:(?:single|other|second){S})?(?P<wd>{WEEKDAY})(?:{S}(?P<part>{PART}))?"
        rf"|(?P<wd2>{WEEKDAY_NAME})"
        rf"(?:s|{S}(?P<part2>{PART})s"
        rf"|(?=(?:,{S}{WEEKDAY}){{0,4}},?{S}(?:and|or){S}{WEEKDAY}{S}(?P<part3>{PART})s\b)))\b"
    ),
    "weekday": (
        rf"(?:(?:the{S})?(?P<rel>{LAST}){S})?(?P<wd>{WEEKDAY})"
        rf"(?:{S}(?:of{S})?(?P<week>last|next|this){S}week\b|{S}(?P<later>week|fortnight)\b(?!-))?"
        r"(?!s\b)"
    ),
    "week_from_day": (
        rf"(?P<count>{COUNT}){S}(?P<unit>weeks?|fortnight)"
        rf"(?:{S}(?P<way>on|from|ago)(?:{S}(?P<rel>last|next|this))?{S}(?P<wd>{WEEKDAY})"
        rf"|{S}(?:(?P<way2>from|ago){S})?(?P<word>today|tomorrow|yesterday))\b(?!s\b)"
    ),
    "before_last": (
        rf"the{S}(?:(?P<unit>{CALENDAR_UNIT}|weekend)|(?P<wd>{WEEKDAY})|(?P<season>{SEASON})"
        rf"|(?P<month>{MONTH_NAME})|(?P<part>night|evening)){S}(?P<way>before{S}last|after{S}next)\b"
        rf"(?!{S}(?:{WEEKDAY}|{MONTH_NAME}|{SEASON}|{UNIT}|{PART}|weekend))"
    ),
    "deictic": rf"(?P<word>today|tomorrow|yesterday|tonight)(?:{S}(?P<part>{PART}))?\b",
    "day_around": rf"the{S}day{S}(?P<side>before{S}yesterday|after{S}tomorrow)\b",
    "relative_part": (
        rf"(?:(?P<rel>(?:the{S})?{LAST}|the){S}(?P<part>{PART}|day{S}?time)"
        rf"|(?P<over>overnight))\b(?!{S}of{S})"
    ),
    "this_in_year": rf"this{S}(?P<unit>day|week|month){S}in{S}(?P<year>{YEAR})",
    "relative_unit": (
        rf"(?P<the>the{S})?(?P<rel>{LAST}){S}(?P<unit>{CALENDAR_UNIT})\b(?!-old)"
        rf"(?!{S}of{S}(?:the|his|her|its|our|their)\b)"
    ),
    "year_ending": (
        rf"the{S}(?:fiscal{S}|financial{S})?year(?={S}(?:end(?:ed|ing)|to(?!{S}date))\b)"
    ),
    "the_unit": (
        rf"the{S}(?:full{S}|whole{S}|entire{S})?(?P<unit>week|month|year|decade|century)\b"
        rf"(?!-)(?!{S}(?:of|before|after|following|later|earlier)\b)"
    ),
    "unit_around": (
        rf"the{S}(?P<unit>day|week|month|year)"
        rf"(?:{S}(?P<way>before|after|earlier|later)(?={S}?[.,;)]|$)|{S}(?P<next>following)\b)"
    ),
    "week_of": rf"the{S}week{S}of{S}{FULL_DATE}",
    "year_end": rf"(?P<unit>year|month)(?:'s)?{H}end\b",
    "relative_weekend": rf"(?:(?:the{S})?(?P<rel>{LAST}|past){S}|the{S})weekend\b",
    "year_ago_quarter": (
        rf"(?:the{S})?(?:comparable{S})?year-(?:ago|earlier)(?:{S}(?P<what>quarter|period))?\b"
        rf"|the{S}quarter{S}a{S}year{S}(?:ago|earlier)\b"
    ),
    "ago": (
        rf"(?:(?P<count>{COUNT}){H})?(?P<unit>{UNIT}s?)(?P<half>{S}and{S}a{S}half)?"
        rf"(?P<or>{S}or{S}(?:so|two)(?={S}(?:ago|later|earlier)\b))?"
        rf"(?:{H}(?P<way>ago|(?:earlier|later)(?!{S}than\b)|hence|previously|prior(?!{S}to\b)"
        rf"|(?:before|after)(?={_THAT}|{S}?(?:[.;)\"]|,(?!{S}(?:during|and|or)\b)|$)))"
        rf"|{S}(?P<now>from{S}(?:now|today)))\b(?:(?:(?<=before)|(?<=after)){_THAT})?"
        rf"(?:{S}(?P<exact>today|tomorrow|yesterday|(?:this|last|next){S}(?:week|month))\b)?"
    ),
    "named_ago": (
        rf"(?P<count>(?:a{S})?couple{S}of|{NUMBER}|(?:a{S})?few|several)"
        rf"{S}(?:(?P<wd>{WEEKDAY_NAME})|(?P<weekend>weekend)|(?P<season>{SEASON}))s{S}ago\b"
    ),
    "parts_ago": rf"(?P<count>{COUNT}){S}(?P<part>morning|afternoon|evening|night)s?{S}ago\b",
    "reference": (
        rf"(?P<present>(?:right{S}|just{S})?now(?!{S}and{S}(?:then|again)\b)|currently|nowadays|present{H}day|at{S}present"
        rf"|at{S}the{S}moment|these{S}days)\b"
        rf"|(?P<past>(?:most{S}|more{S})?recently|the{S}recent{S}past|the{S}other{S}day"
        rf"|lately|(?<=in )(?:the{S}past|those{S}days))\b"
        rf"|(?P<future>the{S}(?:near{S}|foreseeable{S})?future|{_MODAL}one{S}day(?!{S}(?:of|in)\b)"
        rf"|as{S}soon{S}as{S}possible)\b"
    ),
}
