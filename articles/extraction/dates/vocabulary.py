"""The words of the calendar and of numbers, as tables and as pieces of patterns."""

from __future__ import annotations

from collections.abc import Iterable

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb febr",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "monday mon",
            "tuesday tues tue",
            "wednesday wed weds",
            "thursday thurs thur thu",
            "friday fri",
            "saturday sat",
            "sunday sun",
        )
    )
    for name in names.split()
}
SEASONS = {"spring": "SP", "summer": "SU", "fall": "FA", "autumn": "FA", "winter": "WI"}
DAY_PARTS = {
    "morning": "MO",
    "afternoon": "AF",
    "evening": "EV",
    "night": "NI",
    "overnight": "NI",
    "daytime": "DT",
}
UNITS = {
    "second": "S",
    "minute": "M",
    "hour": "H",
    "day": "D",
    "week": "W",
    "fortnight": "W",
    "month": "M",
    "quarter": "Q",
    "year": "Y",
    "decade": "E",
    "century": "C",
    "centurie": "C",
}
CLOCK_UNITS = frozenset({"second", "minute", "hour"})

_ONES = "one two three four five six seven eight nine".split()
_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
CARDINALS = {name: number for number, name in enumerate([*_ONES, *_TEENS], start=1)} | {
    name: number * 10 for number, name in enumerate(_TENS, start=2)
}
_ORDINAL_ONES = "first second third fourth fifth sixth seventh eighth ninth".split()
ORDINALS = (
    {name: number for number, name in enumerate(_ORDINAL_ONES, start=1)}
    | {
        "tenth": 10,
        "eleventh": 11,
        "twelfth": 12,
        "twentieth": 20,
        "thirtieth": 30,
    }
    | {f"{name}th": number for number, name in enumerate(_TEENS[3:], start=13)}
    | {f"twenty-{name}": 20 + number for number, name in enumerate(_ORDINAL_ONES, start=1)}
    | {"thirty-first": 31}
)
DECADES = {
    "twenties": 20,
    "thirties": 30,
    "forties": 40,
    "fifties": 50,
    "sixties": 60,
    "seventies": 70,
    "eighties": 80,
    "nineties": 90,
    "noughties": 0,
}
COUNTS = {
    "a": 1,
    "an": 1,
    "single": 1,
    "a single": 1,
    "half": 0.5,
    "a couple": 2,
    "couple": 2,
    "a dozen": 12,
    "half a": 0.5,
    "half an": 0.5,
    "another": 1,
    "a couple of": 2,
    "couple of": 2,
    "an additional": 1,
}


def words(names: Iterable[str]) -> str:
    """An alternation of words, the longest first."""
    return f"(?:{'|'.join(sorted(names, key=len, reverse=True))})"


def cardinal(text: str) -> float | None:
    """The number that digits or words name: "2 1/2" and "two and a half" are 2.5.

    Returns:
        None for vague counts ("several").
    """
    plain = " ".join(text.replace("-", " ").split())
    if plain in COUNTS:
        return COUNTS[plain]
    for half in (" and a half", " and half", " 1/2"):
        if plain.endswith(half):
            whole = cardinal(plain.removesuffix(half))
            return None if whole is None else whole + 0.5
    if plain[:1].isdigit():
        return float(plain.replace(",", ""))
    return _spelled(plain.split())


def _spelled(parts: list[str]) -> float | None:
    total = 0
    for part in parts:
        if part in CARDINALS:
            total += CARDINALS[part]
        elif part == "hundred":
            total = max(total, 1) * 100
        elif part == "thousand":
            total = max(total, 1) * 1000
        elif part not in {"and", "a"}:
            return None
    return float(total) if total else None


def ordinal(text: str) -> int:
    """The number of an ordinal: "21st", "twenty-first", "28"."""
    digits = "".join(character for character in text if character.isdigit())
    return int(digits) if digits else ORDINALS["-".join(text.split())]
