"""Datelines: the place, and often the day and the agency, in front of a story."""

from __future__ import annotations

import re
from dataclasses import dataclass

from articles.extraction import lexicons
from articles.extraction.layout.lines import Line
from articles.extraction.types import Span

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_DAY = (
    rf"(?:(?:{_WEEKDAY},?\ )?(?:{_MONTH}\ \d{{1,2}}|\d{{1,2}}\ {_MONTH})(?:,?\ \d{{4}})?"
    rf"|\d{{4}}-\d\d-\d\d|{_WEEKDAY})"
)
_FORM = re.compile(
    rf"""
    (?P<place>[^\W\d_][^\n():;!?“”"—–―_]{{1,70}}?)
    (?P<day>,?\ (?i:{_DAY}))?
    (?P<agency>[ ,]{{0,2}}\([^()]{{2,40}}\)(?:\ {_DAY})?|,?\ /[^/]{{2,30}}/)?
    (?P<mark>:|\ ?(?:--|[—–―])|(?:\ |(?<=\)))[_-]|$|(?<=\)))
    (?P<gap>\s{{0,3}})
    (?P<rest>.{{0,40}})
    """,
    re.VERBOSE,
)
_AGENCY = re.compile(
    r"\b(?:AP|AFP|UPI|ANI|PTI|IANS|UNI|TASS|RIA|EFE|ANSA|CNN|BBC|CBS|NBC|ABC|CP|AAP|PA|DPA|dpa|JTA|"
    r"Reuters|REUTERS|Xinhua|Interfax|Kyodo|Yonhap|Bloomberg|Bernama|Anadolu|Associated Press|"
    r"Agence France-Presse|Thomson Reuters|Dow Jones)\b"
)
# "Washington" on a line of its own is a place; these, so printed, are headings.
_LABELS = frozenset(
    """
    abstract advertisement advisory alert analysis answer audio background blog boom breaking by
    byline caption clarification column comment commentary comments conclusion contents
    correction credit day details disclaimer earlier editor editorial exclusive explained
    explainer facts feature file focus gallery graphic headlines highlights how image info
    interview introduction key latest letter letters live location look map media more news no
    note notes opinion overview photo photos picture pictures poll preview previously profile
    question questions quote quotes read related report result results review score scorers
    scores sidebar source sources sports standings statement stories story summary synopsis
    timeline tip tips title top topics trailer transcript update updated updates urgent video
    warning watch weather what when where who why yes
    """.split()
)
_PARTICLES = frozenset(
    "of the and de la del es al el do da dos du le les sur on upon an am der en i bin".split()
)
_MAX_WORDS = 5
_MAX_PARTS = 3


@dataclass(frozen=True, slots=True)
class Dateline:
    """``span`` is the place as printed, ``end`` where the story may begin.

    ``fills_line`` tells whether the line holds nothing else.
    """

    span: Span
    end: int
    fills_line: bool


@dataclass(frozen=True, slots=True)
class _Place:
    is_capital: bool
    is_known: bool
    words: int


def find_dateline(line: Line) -> Dateline | None:
    """Find a dateline at the beginning of a line."""
    match = _FORM.match(line.text)
    if match is None:
        return None
    fills_line = not match["rest"] and line.is_whole
    place = _place(match["place"])
    if place is None:
        return None
    accepted = _stands_alone(match, place) if fills_line else _opens_story(match, place)
    if not accepted:
        return None
    span = Span(line.start, line.start + len(match["place"]))
    return Dateline(span, line.start + match.end("gap"), fills_line)


def _place(text: str) -> _Place | None:
    """Read the name of a place with its regions: "AL-AIN, United Arab Emirates"."""
    parts = [part.split() for part in text.split(",")]
    words = [word for part in parts for word in part]
    if len(parts) > _MAX_PARTS or any(not 0 < len(part) <= _MAX_WORDS for part in parts):
        return None
    if not text[0].isupper() or text[-1] in " ,-'’" or any(char.isdigit() for char in text):
        return None
    if not all(_is_name_word(word) for word in words):
        return None
    if any(word.lower().rstrip(".'s’") in _LABELS for word in parts[0]):
        return None
    city = " ".join(parts[0])
    return _Place(
        is_capital=city.isupper() and len(city) > 2,
        is_known=any(name in lexicons.load("dateline_places") for name in city.lower().split("/")),
        words=len(words),
    )


def _is_name_word(word: str) -> bool:
    return word[0].isupper() or word.lower() in _PARTICLES


def _stands_alone(match: re.Match[str], place: _Place) -> bool:
    if place.is_known:
        return True
    if match["day"] or _is_agency(match["agency"]):
        return place.is_capital or bool(match["agency"])
    if match["mark"] == ":":
        # "Jane Doe:" alone on a line is a speaker in an interview.
        return place.words == 1 or (place.is_capital and place.words == 2)
    return place.is_capital and bool(match["mark"].strip())


def _opens_story(match: re.Match[str], place: _Place) -> bool:
    mark = match["mark"].strip()
    if not _begins_sentence(match["rest"]):
        return False
    if _is_agency(match["agency"]):
        return place.is_capital or place.is_known or bool(mark)
    if not mark or place.is_known:
        return bool(mark)
    if match["agency"] or match["day"] or "," in match["place"]:
        return place.is_capital
    # "PRESS DIGEST - Newspapers of May 3" is printed like "RANGOON - The talks".
    is_apart = match["mark"] + match["gap"] != mark
    return place.is_capital and place.words <= 2 and mark != "-" and is_apart


def _begins_sentence(rest: str) -> bool:
    """Tell "The talks began" from a headline behind its label: "TALKS BEGIN", "Talks Begin"."""
    words = re.findall(r"[^\W\d_][\w.'’-]*", rest)[:6]
    return bool(words) and any(word.islower() for word in words)


def _is_agency(text: str | None) -> bool:
    return bool(text) and _AGENCY.search(text or "") is not None
