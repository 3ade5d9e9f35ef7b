"""Years, their parts, decades, centuries and seasons."""

from __future__ import annotations

from articles.extraction.dates.pieces import (
    BEHIND_THE,
    FULL_DATE,
    JOINED,
    LAST,
    MONTH_NAME,
    ORDINAL,
    RELATIVE_YEAR,
    SEASON,
    SPOKEN,
    WITH_YEAR,
    YEAR,
    H,
    S,
)
from articles.extraction.dates.vocabulary import DECADES, words

_ARTICLE = rf"(?:the{S}|its{S})?"
_QUARTER = r"(?P<quarter>first|second|third|fourth|1st|2nd|3rd|4th|final|last)"
_OF_YEAR = rf"(?P<yearrel>{LAST}){S}year's"
_ENDED = rf"(?:{S}that)?{S}end(?:ed|ing|s)(?:{S}on)?{S}"

SOURCES = {
    "quarter": (
        rf"{_ARTICLE}(?:(?:(?P<year1>{YEAR})(?:'s)?|{_OF_YEAR}|(?P<ago>year-(?:ago|earlier))){S})?"
        rf"(?:fiscal[- ])?{_QUARTER}{H}(?:fiscal{S})?"
        rf"quarters?\b(?!-?{S}?finals?\b)"
        rf"(?P<report>(?={S}(?:earnings|results|profits?|sales|revenues?|net|income|loss)))?"
        rf"(?:,?{S}(?:of{S})?(?:fiscal{S})?(?:(?P<year>{YEAR})|(?:the{S})?{RELATIVE_YEAR}))?"
        rf"|(?:(?P<year3>{YEAR}){S})?q(?P<number>[1-4])(?:{S}(?:of{S})?(?P<year2>{YEAR}))?\b"
        rf"|(?P<number2>[1-4])q(?:{S}?(?P<year4>{YEAR})|'?(?P<short>\d\d))?\b"
    ),
    "quarter_of_pair": (
        rf"{_ARTICLE}(?P<quarter>first|second|third)(?=(?:,{S}(?:second|third))?{JOINED}(?:the{S})?"
        rf"(?:second|third|fourth){S}quarters?\b(?:{S}(?:of{S})?(?:(?P<year>{YEAR})|{RELATIVE_YEAR}))?)"
    ),
    "month_quarter": (
        rf"the{S}(?:(?:{MONTH_NAME})-)?(?P<month>march|june|september|december|mar|jun|sept?|dec)"
        rf"{S}quarter\b(?:{S}(?:of{S})?(?:(?P<year>{YEAR})|{RELATIVE_YEAR}))?"
    ),
    "quarter_ended": (
        rf"(?:the|its){S}(?:fiscal{S})?quarter(?={_ENDED}(?:{FULL_DATE}|(?P<bare>{MONTH_NAME})))"
    ),
    "the_quarter": (
        rf"the{S}(?:(?P<latest>latest{S}(?=quarter|period))?(?:quarter\b(?!-?{S}?finals?\b|{S}of\b)"
        rf"|(?<=latest )period\b))"
    ),
    "year_period": rf"the{S}(?P<year>{YEAR}){S}(?P<what>period|quarter)\b",
    "same_period": (
        rf"the{S}(?:same|corresponding|comparable|equivalent){S}(?P<what>period|quarter|month)"
        rf"{S}(?:(?:of|in){S})?(?:(?P<year>{YEAR})|(?:the{S})?(?P<yearrel>last|previous|prior){S}year"
        rf"|(?:a{S}|the{S})?year{S}(?P<ago>ago|earlier|before))\b"
    ),
    "half": (
        rf"(?:the{S})?(?P<half>first|second|last|latter|1st|2nd){S}half{S}of{S}"
        rf"(?:(?P<year>{YEAR})|(?:the{S})?(?:{RELATIVE_YEAR}|year)\b)"
        rf"|{_OF_YEAR}{S}(?P<half2>first|second){S}half\b"
        rf"|h(?P<number>[12])(?:{S}(?:of{S})?|-)(?P<year2>{YEAR})"
        rf"|(?P<year3>{YEAR}){S}h(?P<number2>[12])\b"
    ),
    "bare_half": rf"(?:the{S}|its{S})?(?P<half>first|second){H}half\b(?!{S}of\b)",
    "fiscal_year": (
        rf"(?:the{S})?(?:(?P<rel>{LAST}){S})?(?:(?:fiscal|financial)(?:{S}year)?{S}(?P<year>{YEAR})"
        rf"|(?:fiscal|financial|tax){S}year\b)|(?:the{S})?(?P<year1>{YEAR}){S}(?:fiscal|financial|tax){S}year\b"
        rf"|fy{S}?(?:(?P<year2>{YEAR})|(?P<short>\d\d))\b"
    ),
    "year": (
        rf"(?:the{S}years?{S})?(?P<year>{YEAR})\b(?:{S}(?P<era>bce?|ad|ce)\b)?"
        rf"(?P<beyond>{S}(?:or{S}later|and{S}beyond))?"
    ),
    "short_year": r"(?:(?<=in )|(?<=of )|(?<=since )|(?<=until ))'(?P<digits>\d\d)\b(?!')",
    "era_year": (
        rf"(?:(?P<era>ad){S}(?P<after>\d{{1,4}})|(?:(?:(?P<month>{MONTH_NAME})|(?:the{S})?"
        rf"(?P<season>{SEASON})),?{S}(?:of{S})?)?(?P<before>\d{{1,4}}){S}(?P<bc>bce?))\b"
    ),
    "spoken_year": (
        rf"(?:(?:the{S})?year{S}two{S}thousand(?:{S}(?:and{S})?(?P<more>{SPOKEN}))?"
        rf"|nineteen{H}(?P<year>{SPOKEN}))\b"
    ),
    "decade": (
        rf"(?:the{S})?(?:(?P<year>(?:1\d|20)\d0)'?s"
        rf"|(?:(?<!\w)'|{BEHIND_THE})(?P<short>[1-9]0)'?s"
        rf"|(?:nineteen{H}|{BEHIND_THE})(?P<spoken>{words(DECADES)}))\b"
    ),
    "century": rf"(?:the{S})?(?P<ordinal>{ORDINAL}){H}centur(?:y|ies)\b(?P<era>{S}bce?\b)?",
    "century_of_pair": (
        rf"(?:the{S})?(?P<ordinal>{ORDINAL})(?={JOINED}(?:the{S})?(?:early{S}|late{S}|mid-)?"
        rf"{ORDINAL}{H}centur(?:y|ies)\b(?P<era>{S}bce?\b)?)"
    ),
    "season": (
        rf"(?:(?:the{S})?(?P<rel>{LAST}|past){S}|(?P<the>the{S}))?(?P<season>{SEASON})\b"
        rf"(?:{WITH_YEAR.replace('<rel>', '<yearrel>')}(?:[-/]\d\d(?!\d))?"
        rf"|(?:(?={JOINED}(?:the{S})?(?:early{S})?{SEASON}{S}(?:of{S})?(?P<pairyear>{YEAR})))?)"
    ),
}
