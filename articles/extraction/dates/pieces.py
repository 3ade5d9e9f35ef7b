"""The pieces that the patterns of date expressions are put together from.

Patterns run over ``plain(text)``, which has the same offsets as the text. No
part repeats without bound, so the time is linear in the length of the text.
"""

from __future__ import annotations

from articles.extraction.dates.vocabulary import (
    CARDINALS,
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
SPOKEN = (
    rf"(?:{words(name for name in CARDINALS if name.endswith('ty'))}"
    rf"(?:[- ]{words(list(CARDINALS)[:9])})?|{words(list(CARDINALS)[:19])})"
)
DIGITS = r"\d{1,4}(?:,\d{3})?(?:\.\d)?(?!\d|,\d|\.\d)"
NUMBER = (
    rf"(?:\d{{1,2}}[ -]1/2|{DIGITS}|a hundred|(?:a|{SPOKEN})[- ]thousand"
    rf"|(?:(?:{SPOKEN})[- ])?hundred(?: and)?(?:[ -](?:{SPOKEN}))?|{SPOKEN})"
    rf"(?:{S}and(?:{S}a)?{S}half)?"
)
COUNT = (
    rf"(?:(?:a{S})?couple(?:{S}of)?|a{S}few|a{S}dozen|an{S}additional|a{S}single|another"
    rf"|several|few|many|some|half{S}an?|a{S}number{S}of|(?:dozens|scores|hundreds|thousands){S}of"
    rf"|{NUMBER}|an?(?:{S}half)?)"
)
YEAR = r"(?:1\d{3}|20\d\d)(?![\d%]|[.,:]\d|/(?!\d\d(?![\d/]))\d|-(?!(?:1\d|20)\d\d(?!\d))\d{3})"
MONTH_NAME = (
    rf"(?:{words(name for name in MONTHS if _is_whole(name))}"
    rf"|{words(name for name in MONTHS if not _is_whole(name))}\.?)(?!\w)"
)
WEEKDAY_NAME = words(name for name in WEEKDAYS if name.endswith("day"))
WEEKDAY = (
    rf"(?:{WEEKDAY_NAME}|{words(name for name in WEEKDAYS if not name.endswith('day'))}\.?)(?!\w)"
)
WHOLE_MONTH = words(name for name in MONTHS if _is_whole(name))
NTH = r"(?:first|second|third|fourth|last|1st|2nd|3rd|4th)"
DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?![\d%]|[.,:]\d|[-/]\d{3})\b"
ORDINAL = rf"(?:\d{{1,2}}(?:st|nd|rd|th)|(?:{words(ORDINALS)}))"
SEASON = rf"(?:{words(SEASONS)})"
PART = r"(?:morning|afternoon|evening|night)"
UNIT = r"(?:second|minute|hour|day|week|fortnight|month|quarter|year|decade|century|centurie)"
CALENDAR_UNIT = r"(?:day|week|fortnight|month|quarter|year|decade|century)"
LAST = (
    rf"(?:last|next|previous|following|coming|current|same|latest|prior|this{S}(?:past|coming|same)"
    rf"|that{S}same|the{S}same|this|that)"
)
ZONE = (
    r"(?:gmt|utc|[ecmp][sd]t|[ecmp]t|bst|cest|cet|ist|jst|zulu|(?:eastern|central|mountain|pacific"
    r"|local|greenwich{S}mean)(?:{S}(?:standard|daylight))?(?:{S}time)?)\b"
).replace("{S}", S)
AMPM = r"(?:[ap]\.m\.?|[ap]m\b)"
HOUR_WORD = words(list(CARDINALS)[:12])
CLOCK = (
    rf"(?:(?P<hour>[01]?\d|2[0-4])(?:[:.](?P<minute>[0-5]\d)(?!\d))?(?::(?P<sec>[0-5]\d))?"
    rf"{S}?(?P<ampm>{AMPM})|(?P<hour24>[01]?\d|2[0-4]):(?P<minute24>[0-5]\d)(?!:?\d)"
    rf"(?:{S}?(?:hrs|hours|h)\b)?|(?P<military>[0-2]\d[0-5]\d)(?={S}?(?:gmt|utc|bst|cest|cet|hrs|hours|zulu)\b)"
    rf"(?:{S}?(?:hrs|hours)\b)?|(?P<oclock>\d{{1,2}}|{HOUR_WORD})"
    rf"(?:{S}o'clock(?:{S}(?P<ampm2>{AMPM}))?(?:{S}in{S}the{S}(?P<part1>{PART}))?"
    rf"|{S}in{S}the{S}(?P<part2>{PART}))|(?P<named>noon|midday|midnight))"
    rf"(?:{S}(?P<zone>{ZONE}))?"
)
RELATIVE_YEAR = rf"(?P<rel>{LAST})(?:{S}year)"
WITH_YEAR = (
    rf"(?:(?:,?{S}?|-)(?:of{S}|in{S})?(?P<year>{YEAR})|,?{S}(?:of{S})?(?:the{S})?{RELATIVE_YEAR}\b)"
)
MONTH_DAY = (
    rf"(?:(?P<month>{MONTH_NAME}){S}?(?:the{S})?(?P<day>{DAY}|{words(ORDINALS)}\b)"
    rf"|(?:the{S})?(?P<day2>{DAY}|{ORDINAL}){H}(?:of{S}|day{S}of{S})?(?P<month2>{MONTH_NAME}))"
)
JOINED = rf"{S}?(?:-|to|and|or|through|until){S}?"
PAIR_YEAR = (
    rf"(?:(?={JOINED}(?:the{S})?(?:{DAY}{S}{MONTH_NAME}|(?:{MONTH_NAME}{S})?{DAY})"
    rf",?{S}(?P<pairyear>{YEAR})))?"
)
FULL_DATE = rf"(?:(?P<wd>{WEEKDAY}),?{S}(?:the{S})?)?{MONTH_DAY}(?:{WITH_YEAR}|{PAIR_YEAR})"
DAY_WORD = (
    rf"(?:{FULL_DATE}|(?P<deictic>today|tomorrow|yesterday)"
    rf"|(?:(?P<wdrel>last|next|this){S})?(?P<wd2>{WEEKDAY}))"
)
BEHIND_THE = r"(?:(?<=the )|(?<=mid-)|(?<=early )|(?<=late )|(?<=ties and )|(?<=0s and ))"
