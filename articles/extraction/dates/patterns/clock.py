"""Times of day, with and without the day."""

from __future__ import annotations

from articles.extraction.dates.pieces import (
    AMPM,
    CLOCK,
    DAY_WORD,
    HOUR_WORD,
    JOINED,
    LAST,
    PART,
    UNIT,
    S,
)

# A bare number is a time only behind such a word.
_AT = "|".join(
    f"(?<={word} )"
    for word in "at by from until till around about before after since between to and".split()
)
_SPOKEN_HOUR = (
    rf"(?:(?P<minutes>(?:a{S})?(?:half|quarter)|(?:{_AT})(?:five|ten|twenty|twenty-five|\d{{1,2}})"
    rf"(?:{S}minutes)?){S}(?P<side>past|to|after|before){S}(?P<hour3>{HOUR_WORD}|1[0-2]|[1-9])\b"
    rf"(?!{S}(?:per|million|billion|points|{UNIT}))(?:{S}o'clock)?)"
)
_BARE_HOUR = rf"(?:{_AT})(?P<bare>{HOUR_WORD}|1?\d|2[0-3])(?:[:.](?P<bareminute>[0-5]\d))?"
# The other end of "between 02:00 and 03:30 on Sunday".
_PLAIN_CLOCK = rf"\d{{1,2}}(?:[:.][0-5]\d)?(?:{S}?{AMPM})?"
# The part of a day that says which eight is meant: "on Friday night", "this evening".
_DAY_PART = (
    rf"(?:{DAY_WORD}{S}(?P<part>{PART})|(?P<tonight>tonight)"
    rf"|(?P<partrel>{LAST}){S}(?P<relpart>{PART}))\b"
)

SOURCES = {
    "part_of_date": (
        rf"(?:the{S})?(?:(?P<part>{PART})|(?:early|small|wee|(?P<late>late))"
        rf"(?:{S}(?P<hourpart>{PART}))?{S}hours){S}(?:of|on){S}(?:the{S})?{DAY_WORD}"
    ),
    "mid_part": rf"mid-(?P<part>{PART})\b(?:,?{S}(?:on{S})?{DAY_WORD})?",
    "date_part": (
        rf"{DAY_WORD},?{S}(?P<part>{PART})\b(?:{S}(?:of{S})?(?P<week>last|this|next){S}week\b)?"
    ),
    "clock_part": rf"(?:{CLOCK}|{_SPOKEN_HOUR}|{_BARE_HOUR}),?{S}(?:on{S})?{_DAY_PART}",
    "clock_date": rf"{CLOCK},?{S}{DAY_WORD}",
    "clock": (
        rf"(?:{CLOCK}|{_SPOKEN_HOUR})"
        rf"(?:(?=(?:{JOINED}{_PLAIN_CLOCK})?(?:{S}\([^()\n]{{1,20}}\))?,?{S}(?:local{S}time,?{S})?"
        rf"(?:on{S})?{DAY_WORD}))?"
    ),
    "pair_hour": (
        rf"(?:{_AT})(?P<bare>1?\d)(?:[:.](?P<bareminute>[0-5]\d))?(?={S}?(?:-|to|and|until){S}?"
        rf"1?\d(?:[:.][0-5]\d)?{S}?(?P<ampm>[ap]\.?m\b))"
    ),
}
