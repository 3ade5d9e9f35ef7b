"""The families of date expressions as regular expressions.

Patterns run over ``plain(text)``, which has the same offsets as the text; where
several match at one place, the longest wins, then the first. No part repeats
without bound, so the time is linear in the length of the text.
"""

from __future__ import annotations

from articles.extraction.dates.holidays import HOLIDAYS
from articles.extraction.dates.vocabulary import (
    CARDINALS,
    DECADES,
    MONTHS,
    ORDINALS,
    SEASONS,
    WEEKDAYS,
    words,
)

_PLAIN = {ord(letter): letter.lower() for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"} | {
    **dict.fromkeys(map(ord, "\t\r\u00a0\u2009\u202f"), " "),
    **dict.fromkeys(map(ord, "‐‑‒–—−"), "-"),
    **dict.fromkeys(map(ord, "’‘`"), "'"),
}


def plain(text: str) -> str:
    """Lower-case ASCII letters, plain spaces, hyphens and apostrophes; offsets stay."""
    return text.translate(_PLAIN)


def _is_whole(name: str) -> bool:
    """Whether the name of a month is not cut short; short ones are also names and verbs."""
    return name in {"may", "june", "july"} or len(name) > 4


S = r"(?: {1,2}\n? {0,2}|\n {0,2})"
H = rf"(?:-\n?|{S})"
_SPOKEN = (
    rf"(?:{words(name for name in CARDINALS if name.endswith('ty'))}"
    rf"(?:[- ]{words(list(CARDINALS)[:9])})?|{words(list(CARDINALS)[:19])})"
)
_DIGITS = r"\d{1,4}(?:,\d{3})?(?:\.\d)?(?!\d|,\d|\.\d)"
NUMBER = (
    rf"(?:\d{{1,2}}[ -]1/2|{_DIGITS}|a hundred|(?:(?:{_SPOKEN})[- ])?hundred"
    rf"(?: and)?(?:[ -](?:{_SPOKEN}))?|{_SPOKEN})(?:{S}and(?:{S}a)?{S}half)?"
)
COUNT = (
    rf"(?:(?:a{S})?couple(?:{S}of)?|a{S}few|a{S}dozen|an{S}additional|a{S}single|another"
    rf"|several|few|many|some|half{S}an?|a{S}number{S}of|{NUMBER}|an?(?:{S}half)?)"
)
YEAR = r"(?:1\d{3}|20\d\d)(?![\d%]|[.,:/]\d|-(?!(?:1\d|20)\d\d(?!\d))\d{3})"
MONTH_NAME = (
    rf"(?:{words(name for name in MONTHS if _is_whole(name))}"
    rf"|{words(name for name in MONTHS if not _is_whole(name))}\.?)(?!\w)"
)
_WEEKDAY = (
    rf"(?:{words(name for name in WEEKDAYS if name.endswith('day'))}"
    rf"|{words(name for name in WEEKDAYS if not name.endswith('day'))}\.?)(?!\w)"
)
_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?![\d%]|[.,:]\d|[-/]\d{3})\b"
_ORDINAL = rf"(?:\d{{1,2}}(?:st|nd|rd|th)|(?:{words(ORDINALS)}))"
_SEASON = rf"(?:{words(SEASONS)})"
_PART = r"(?:morning|afternoon|evening|night)"
_UNIT = r"(?:second|minute|hour|day|week|fortnight|month|quarter|year|decade|century|centurie)"
_CALENDAR_UNIT = r"(?:day|week|fortnight|month|quarter|year|decade|century)"
_LAST = (
    rf"(?:last|next|previous|following|coming|current|same|latest|prior|this{S}(?:past|coming|same)"
    rf"|that{S}same|the{S}same|this|that)"
)
_ZONE = (
    r"(?:gmt|utc|[ecmp][sd]t|[ecmp]t|bst|cest|cet|ist|jst|zulu|(?:eastern|central|mountain|pacific"
    r"|local|greenwich{S}mean)(?:{S}(?:standard|daylight))?(?:{S}time)?)\b"
).replace("{S}", S)
_AMPM = r"(?:[ap]\.m\.?|[ap]m\b)"
CLOCK = (
    rf"(?:(?P<hour>[01]?\d|2[0-4])(?:[:.](?P<minute>[0-5]\d)(?!\d))?(?::(?P<sec>[0-5]\d))?"
    rf"{S}?(?P<ampm>{_AMPM})|(?P<hour24>[01]?\d|2[0-4]):(?P<minute24>[0-5]\d)(?!:?\d)"
    rf"(?:{S}?(?:hrs|hours|h)\b)?|(?P<military>[0-2]\d[0-5]\d)(?={S}?(?:gmt|utc|hrs|hours|zulu)\b)"
    rf"(?:{S}?(?:hrs|hours)\b)?|(?P<oclock>\d{{1,2}}|{words(list(CARDINALS)[:12])})"
    rf"(?:{S}o'clock(?:{S}(?P<ampm2>{_AMPM}))?(?:{S}in{S}the{S}(?P<part1>{_PART}))?"
    rf"|{S}in{S}the{S}(?P<part2>{_PART}))|(?P<named>noon|midday|midnight))"
    rf"(?:{S}(?P<zone>{_ZONE}))?"
)
_RELATIVE_YEAR = rf"(?P<rel>{_LAST})(?:{S}year)"
_WITH_YEAR = (
    rf"(?:,?{S}?(?:of{S}|in{S})?(?P<year>{YEAR})|,?{S}(?:of{S})?(?:the{S})?{_RELATIVE_YEAR}\b)"
)
_MONTH_DAY = (
    rf"(?:(?P<month>{MONTH_NAME}){S}?(?:the{S})?(?P<day>{_DAY}|{words(ORDINALS)}\b)"
    rf"|(?:the{S})?(?P<day2>{_DAY}|{_ORDINAL}){H}(?:of{S}|day{S}of{S})?(?P<month2>{MONTH_NAME}))"
)
_JOINED = rf"{S}?(?:-|to|and|or|through|until){S}?"
_PAIR_YEAR = (
    rf"(?:(?={_JOINED}(?:the{S})?(?:{_DAY}{S}{MONTH_NAME}|(?:{MONTH_NAME}{S})?{_DAY})"
    rf",?{S}(?P<pairyear>{YEAR})))?"
)
_FULL_DATE = rf"(?:(?P<wd>{_WEEKDAY}),?{S}(?:the{S})?)?{_MONTH_DAY}(?:{_WITH_YEAR}|{_PAIR_YEAR})"
_DAY_WORD = (
    rf"(?:{_FULL_DATE}|(?P<deictic>today|tomorrow|yesterday)"
    rf"|(?:(?P<wdrel>last|next|this){S})?(?P<wd2>{_WEEKDAY}))"
)
_BEHIND_THE = r"(?:(?<=the )|(?<=mid-)|(?<=early )|(?<=late ))"
_ARTICLE = rf"(?:the{S}|its{S})?"
_QUARTER = r"(?P<quarter>first|second|third|fourth|1st|2nd|3rd|4th|final|last)"

SOURCES = {
    "iso": (
        r"(?P<value>\d{4}-\d\d-\d\d)(?:[t ](?P<time>[0-2]\d:[0-5]\d(?::[0-5]\d)?)(?:\.\d{1,6})?"
        r"(?P<zone>z|[+-]\d\d:\d\d)?)?(?![\w-])"
    ),
    "numeric": (
        r"(?P<a>\d{1,2})(?P<sep>[/.-])(?P<b>\d{1,2})(?P=sep)(?P<year>\d{4}|\d{2})(?![\w/-]|[.,]\d)"
    ),
    "full_date": _FULL_DATE,
    "part_of_date": (rf"(?:the{S})?(?P<part>{_PART}){S}(?:of|on){S}(?:the{S})?{_DAY_WORD}"),
    "date_part": rf"{_DAY_WORD},?{S}(?P<part>{_PART})\b",
    "clock_date": rf"{CLOCK},?{S}{_DAY_WORD}",
    "clock": (
        rf"{CLOCK}(?:(?=(?:{S}\([^()\n]{{1,20}}\))?,?{S}(?:local{S}time,?{S})?(?:on{S})?{_DAY_WORD}))?"
    ),
    "month_year": rf"(?P<month>{MONTH_NAME}){_WITH_YEAR}",
    "month_spoken_year": rf"(?P<month>{MONTH_NAME}){S}(?P<year>nineteen{H}{_SPOKEN})\b",
    "relative_month": (
        rf"(?:(?:the{S})?(?P<rel>{_LAST}){S}(?P<month>{MONTH_NAME})|(?P<month2>{MONTH_NAME}){S}last)\b"
    ),
    "month": (
        rf"(?P<month>{words(name for name in MONTHS if _is_whole(name))}\b)"
        rf"(?:(?={_JOINED}(?:early{S}|late{S}|mid-)?{MONTH_NAME},?{S}(?:of{S})?(?P<year>{YEAR})))?"
    ),
    "day_of_pair": (
        rf"(?:the{S})?(?P<day>{_DAY}|\d{{1,2}}(?=-\d))(?={_JOINED}(?:the{S})?(?:{_DAY}){H}(?:of{S})?"
        rf"(?P<month>{MONTH_NAME})(?:,?{S}(?P<year>{YEAR}))?)"
    ),
    "day_of_month": rf"the{S}(?P<day>\d{{1,2}}(?:st|nd|rd|th))\b(?!{S}(?:century|\w))",
    "weekday": (
        rf"(?:(?:the{S})?(?P<rel>{_LAST}){S})?(?P<wd>{_WEEKDAY})"
        rf"(?:{S}(?:of{S})?(?P<week>last|next|this){S}week\b)?(?!s\b)"
    ),
    "weekday_set": (
        rf"(?:(?:every|each){S}(?:single{S})?(?P<wd>{_WEEKDAY})(?:{S}(?P<part>{_PART}))?"
        rf"|(?:on{S})?(?P<wd2>(?:mon|tues|wednes|thurs|fri|satur|sun)day)"
        rf"(?:s|{S}(?P<part2>{_PART})s))\b"
    ),
    "deictic": rf"(?P<word>today|tomorrow|yesterday|tonight)(?:{S}(?P<part>{_PART}))?\b",
    "day_around": rf"the{S}day{S}(?P<side>before{S}yesterday|after{S}tomorrow)\b",
    "relative_part": (
        rf"(?:(?P<rel>(?:the{S})?{_LAST}|the){S}(?P<part>{_PART}|day{S}?time)"
        rf"|(?P<over>overnight))\b(?!{S}of{S})"
    ),
    "relative_unit": rf"(?:the{S})?(?P<rel>{_LAST}){S}(?P<unit>{_CALENDAR_UNIT})\b(?!-old)",
    "year_ending": rf"the{S}(?:fiscal{S})?year(?={S}end(?:ed|ing)\b)",
    "the_unit": (
        rf"the{S}(?:full{S}|whole{S}|entire{S})?(?P<unit>week|month|year|decade|century)\b"
        rf"(?!-)(?!{S}(?:of|before|after|following|later|earlier)\b)"
    ),
    "unit_around": (
        rf"the{S}(?P<unit>day|week|month|year)"
        rf"(?:{S}(?P<way>before|after|earlier|later)(?={S}?[.,;)]|$)|{S}(?P<next>following)\b)"
    ),
    "week_of": rf"the{S}week{S}of{S}{_FULL_DATE}",
    "part_of_month": (
        rf"the{S}(?:first|last|final){S}(?:(?P<count>{NUMBER}){S})?(?P<unit>days?|weeks?)"
        rf"{S}of{S}{MONTH_NAME}(?:,?{S}(?:of{S})?{YEAR})?"
    ),
    "year_end": rf"(?P<unit>year|month)(?:'s)?{H}end\b",
    "relative_weekend": rf"(?:(?:the{S})?(?P<rel>{_LAST}|past){S}|the{S})weekend\b",
    "year_ago_quarter": (
        rf"(?:the{S})?(?:comparable{S})?year-(?:ago|earlier)(?:{S}(?P<what>quarter|period))?\b"
        rf"|the{S}quarter{S}a{S}year{S}(?:ago|earlier)\b"
    ),
    "ago": (
        rf"(?:(?P<count>{COUNT}){H})?(?P<unit>{_UNIT}s?)(?P<half>{S}and{S}a{S}half)?"
        rf"(?:{H}(?P<way>ago|earlier|later|hence)|{S}(?P<now>from{S}(?:now|today)))\b"
    ),
    "quarter": (
        rf"{_ARTICLE}(?:(?P<year1>{YEAR})(?:'s)?{S})?(?:fiscal[- ])?{_QUARTER}{H}(?:fiscal{S})?"
        rf"quarter\b(?:,?{S}(?:of{S})?(?:fiscal{S})?(?:(?P<year>{YEAR})|(?:the{S})?{_RELATIVE_YEAR}))?"
        rf"|(?:(?P<year3>{YEAR}){S})?q(?P<number>[1-4])(?:{S}(?:of{S})?(?P<year2>{YEAR}))?\b"
    ),
    "the_quarter": rf"the{S}(?:(?:latest{S})?quarter|latest{S}period)\b",
    "year_period": rf"the{S}(?P<year>{YEAR}){S}(?P<what>period|quarter)\b",
    "half": (
        rf"(?:the{S})?(?P<half>first|second|last|latter|1st|2nd){S}half{S}of{S}"
        rf"(?:(?P<year>{YEAR})|(?:the{S})?(?:{_RELATIVE_YEAR}|year)\b)"
    ),
    "fiscal_year": (
        rf"(?:the{S})?(?:(?P<rel>{_LAST}){S})?fiscal(?:(?:{S}year)?{S}(?P<year>{YEAR})|{S}year\b)"
    ),
    "year": (
        rf"(?:the{S}years?{S})?(?P<year>{YEAR})\b(?:{S}(?P<era>bce?|ad|ce)\b)?"
        rf"(?P<beyond>{S}(?:or{S}later|and{S}beyond))?"
    ),
    "era_year": rf"(?:(?P<era>ad){S}(?P<after>\d{{1,4}})|(?P<before>\d{{1,4}}){S}(?P<bc>bce?))\b",
    "spoken_year": (
        rf"(?:(?:the{S})?year{S}two{S}thousand(?:{S}(?:and{S})?(?P<more>{_SPOKEN}))?"
        rf"|nineteen{H}(?P<year>{_SPOKEN}))\b"
    ),
    "decade": (
        rf"(?:the{S})?(?:(?P<year>(?:1\d|20)\d0)'?s"
        rf"|(?:(?<!\w)'|{_BEHIND_THE})(?P<short>[1-9]0)'?s"
        rf"|(?:nineteen{H}|{_BEHIND_THE})(?P<spoken>{words(DECADES)}))\b"
    ),
    "century": rf"(?:the{S})?(?P<ordinal>{_ORDINAL}){H}century\b(?P<era>{S}bce?\b)?",
    "season": (
        rf"(?:(?:the{S})?(?P<rel>{_LAST}|past){S}|(?P<the>the{S}))?(?P<season>{_SEASON})\b"
        rf"(?:{_WITH_YEAR.replace('<rel>', '<yearrel>')}"
        rf"|(?:(?={_JOINED}(?:the{S})?(?:early{S})?{_SEASON}{S}(?:of{S})?(?P<pairyear>{YEAR})))?)"
    ),
    "duration": (
        rf"(?:the{S}(?={COUNT}{S}{_UNIT}s\b))?"
        rf"(?:(?:the{S}|these{S}|those{S})?(?P<span>past|last|next"
        rf"|first|final|recent|coming|year-earlier"
        rf"|previous|following|latest|same|remaining){S})?(?P<count>{COUNT})(?:{S}(?:more|full|whole"
        rf"|straight|consecutive|or{S}so|additional))?{H}(?P<unit>{_UNIT}s?)\b"
        rf"(?P<half>{S}and{S}a{S}half)?(?P<old>{S}old\b|-old\b|{S}of{S}age\b)?"
    ),
    "past_unit": rf"the{S}past{S}(?P<unit>{_CALENDAR_UNIT})\b",
    "vague_plural": (
        rf"(?:(?:(?:the{S})?(?:recent|coming|past|last){S})"
        rf"(?P<unit>hours|days|weeks|months|quarters|years|decades|centuries)"
        rf"|(?:the{S})?(?P<unit2>days|weeks|months|years|decades|centuries){S}ahead"
        rf"|(?P<unit3>months|years|decades|centuries))\b(?!-old)(?!{S}old\b)"
    ),
    "every": (
        rf"(?:every|each|per){S}(?:single{S}|other{S})?(?:(?P<count>{NUMBER}){S})?"
        rf"(?P<unit>{_UNIT}s?|quarter)\b"
        rf"|(?:once|twice|{NUMBER}{S}times){S}(?:an?|per|every|each){S}(?P<unit2>{_UNIT})\b"
    ),
    "every_part": (
        rf"(?:(?:every|each){S}(?:single{S})?(?P<part>{_PART}|weekend|{_SEASON}|{MONTH_NAME})"
        rf"|(?P<plural>weekends|mornings|nights|weekdays))\b"
    ),
    "adverb_set": r"(?P<word>daily|weekly|monthly|annually|yearly|hourly|nightly)\b(?!-)",
    "holiday": (
        rf"(?:(?P<rel>{_LAST}){S})?(?P<name>{words(HOLIDAYS)})\b"
        rf"(?P<week>{S}week\b)?(?:{S}(?P<part>{_PART})\b)?(?:,?{S}(?:of{S})?(?P<year>{YEAR}))?"
    ),
    "reference": (
        rf"(?P<present>(?:right{S}|just{S})?now|currently|nowadays|present{H}day|at{S}present"
        rf"|at{S}the{S}moment)\b|(?P<past>(?:most{S}|more{S})?recently|the{S}recent{S}past"
        rf"|lately|(?<=in )the{S}past)\b|(?P<future>the{S}(?:near{S}|foreseeable{S})?future"
        rf"|as{S}soon{S}as{S}possible)\b"
    ),
}
PREFIX = (
    rf"(?:(?:the{S})?(?P<start>early{H}(?:in{S}(?:the{S})?|on{S})?|earlier{S}(?:in{S}(?:the{S})?)?"
    rf"|(?:very{S})?(?:beginning|start|turn|early{S}part|first{S}(?:few{S})?days){S}of{S})"
    rf"|(?:the{S})?(?P<mid>mid(?:dle)?{H}(?:of{S})?)"
    rf"|(?:the{S})?(?P<end>late(?:r)?{H}(?:in{S}(?:the{S})?|on{S})?|(?:very{S})?"
    rf"(?:end|close|latter{S}part|last{S}days){S}of{S})"
    rf"|(?P<approx>(?:about|around|roughly|approximately|nearly{S}exactly|circa){S})"
    rf"|(?P<less>(?:nearly|almost|less{S}than|fewer{S}than|just{S}under){S})"
    rf"|(?P<atmost>(?:no{S}more{S}than|at{S}most|up{S}to|not{S}more{S}than){S})"
    rf"|(?P<atleast>(?:at{S}least|no{S}less{S}than|no{S}fewer{S}than){S})"
    rf"|(?P<more>(?:(?:well{S}|a{S}little{S})?more{S}than|just{S}over|(?<=for )(?:well{S})?over"
    rf"|(?<=after )(?:well{S})?over){S}))"
)
