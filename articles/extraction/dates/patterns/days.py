"""Days and months of the calendar, and holidays."""

from __future__ import annotations

from articles.extraction.dates.holidays import HOLIDAYS
from articles.extraction.dates.pieces import (
    DAY,
    FULL_DATE,
    JOINED,
    LAST,
    MONTH_NAME,
    NTH,
    PART,
    SPOKEN,
    WEEKDAY,
    WHOLE_MONTH,
    WITH_YEAR,
    YEAR,
    H,
    S,
)
from articles.extraction.dates.vocabulary import words

SOURCES = {
    "iso": (
        r"(?P<value>\d{4}-\d\d-\d\d)(?:[t ](?P<time>[0-2]\d:[0-5]\d(?::[0-5]\d)?)(?:\.\d{1,6})?"
        r"(?P<zone>z|[+-]\d\d:\d\d)?)?(?![\w-])"
    ),
    "numeric": (
        r"(?P<a>\d{1,2})(?P<sep>[/.-])(?P<b>\d{1,2})(?P=sep)(?P<year>\d{4}|\d{2})(?![\w/-]|[.,]\d)"
    ),
    "year_first": (
        r"(?P<year>\d{4})(?P<sep>[/.])(?P<month>\d\d)(?P=sep)(?P<day>\d\d)(?![\w/-]|[.,]\d)"
    ),
    "nine_eleven": (
        rf"(?:9/11(?![\d/])|sept(?:ember|\.)?{S}11(?={S}(?:terror|attack|hijack|suicide)))"
    ),
    "full_date": rf"(?:(?P<daterel>last|next|this){S})?{FULL_DATE}",
    "month_year": rf"(?P<month>{MONTH_NAME}){WITH_YEAR}",
    "month_spoken_year": rf"(?P<month>{MONTH_NAME}){S}(?P<year>nineteen{H}{SPOKEN})\b",
    "relative_month": (
        rf"(?:(?P<the>the{S})?(?P<rel>{LAST}){S}(?P<month>{MONTH_NAME})|(?P<month2>{MONTH_NAME}){S}last)\b"
    ),
    "month": (
        rf"(?P<month>{WHOLE_MONTH}\b)"
        rf"(?:(?=(?:,{S}{MONTH_NAME}){{0,4}}{JOINED}(?:early{S}|late{S}|mid-)?{MONTH_NAME},?{S}(?:of{S})?(?P<year>{YEAR})))?"
    ),
    "day_of_pair": (
        rf"(?:the{S})?(?P<day>{DAY}|\d{{1,2}}(?=-\d))"
        rf"(?=(?:,{S}{DAY}){{0,6}}{JOINED}(?:the{S})?(?:{DAY}){H}(?:of{S})?"
        rf"(?P<month>{MONTH_NAME})(?:,?{S}(?P<year>{YEAR}))?)"
    ),
    "day_of_month": (
        rf"the{S}(?P<day>\d{{1,2}}(?:st|nd|rd|th))\b(?!{S}century)"
        rf"(?:{S}of{S}(?P<rel>the|this|that|last|next){S}month)?"
    ),
    "weekday_number": (rf"(?P<wd>{WEEKDAY}),?{S}the{S}(?P<day>\d{{1,2}}(?:st|nd|rd|th))\b"),
    "nth_weekday": (
        rf"(?:the{S})?(?P<nth>{NTH}){S}(?P<wd>{WEEKDAY}|weekend){S}(?:of|in){S}"
        rf"(?:(?P<every>every|each){S}(?:(?P<every_month>month)|{MONTH_NAME})"
        rf"|(?:(?P<rel>this|that|last|next|the){S})?(?:month\b|(?P<month>{MONTH_NAME}))"
        rf"(?:,?{S}(?:of{S})?(?P<year>{YEAR}))?)"
    ),
    "holiday": (
        rf"(?:(?P<rel>{LAST}){S})?(?P<name>{words(HOLIDAYS)})\b"
        rf"(?:{S}(?P<long>week|weekend)\b)?(?:{S}(?P<part>{PART})\b)?(?:,?{S}(?:of{S})?(?P<year>{YEAR}))?"
    ),
    "new_year": rf"the{S}new{S}year\b(?!')",
}
