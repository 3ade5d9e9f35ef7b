"""What the words around a candidate say for and against a person's name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from articles.extraction.lexicons import load
from articles.extraction.people.candidates import Candidate, is_given, is_surname, places
from articles.extraction.people.titles import is_role, personal_titles, title_before, title_behind
from articles.extraction.people.words import Gap, Word

if TYPE_CHECKING:
    from articles.extraction.people.evidence import Context

# Family names that more often end the name of a place.
PLACE_ENDINGS = frozenset(
    "park hall hill hills field fields lane wood woods forest green heath house street bridge"
    " castle bay beach grove mount glen court garden gardens".split()
)
# Behind a name at the start of a line: a row of figures, or a score and another team's.
_FIGURES = re.compile(
    r" \d{1,9} +(?:[\d.-]{1,9} +[\d.-]|[^\W\d_][^\d\n]{2,30} \d{1,3}(?:$|\n| \())"
)
_LAST_SCORE = re.compile(r" \d{1,3}(?:$|\n| \()")
_KIN = frozenset(
    "wife husband son daughter brother sister mother father widow partner girlfriend"
    " boyfriend".split()
)
NAMED_THINGS = frozenset(
    "hurricane typhoon cyclone storm ship carrier carriers vessel frigate destroyer cruiser"
    " submarine ferry yacht tanker liner trawler uss hms ss mv racehorse horse gelding"
    " filly".split()
)
_HANDLES = ("@", "#", "/", "_")
_AWAY = frozenset(("in", "at", "near"))
# "the village of X", "the University of X"
_PLACE_NOUNS = frozenset(
    "bay borough cape city county district hamlet island isle lake municipality parish peninsula"
    " port province republic resort suburb town township valley village bank church college"
    " department ministry school university".split()
)
# "X's mayor", "X's harbour"
_CIVIC_NOUNS = frozenset(
    "airport airports beaches borders capital cathedral citizens coastline council councillors"
    " economy harbor harbour hotels inhabitants mayor museums neighbourhoods parliament"
    " population port quayside residents shores skyline streets suburbs waterfront".split()
)
# "Megan's Law", "Parkinson's disease"
_NAMED_AFTER = frozenset(
    "law act disease syndrome palsy day bay wharf creek hospital college cathedral".split()
)
# How strongly words of these kinds speak against a person.
NAMED_THING = -5.0
PLACE_NOUN = -2.5
CIVIC_NOUN = -1.5
NAMED_AFTER = -2.0
THING = -2.0  # "the Mary Ellen, which sank"
HOME_TOWN = -1.5
# What it says for a full name that the text describes the person; half of it for a lone name.
DESCRIBED = 1.6


def surroundings(context: Context, candidate: Candidate) -> float:
    """The evidence around a candidate, on the scale of ``evidence.score``."""
    before, behind = context.around(candidate)
    words = context.words
    head = words[candidate.first]
    total = 0.0
    if in_address(context, candidate):
        total -= 3.0
    if before is not None and head.joined:
        total += _before(words, candidate, before)
    elif before is not None and head.gap is Gap.COMMA and before.fold in _KIN:
        total += 1.2
    if _in_table(context, candidate, opens_line=before is None):
        total -= 1.6
    if behind is not None:
        total += _behind(context, candidate, behind)
    if _described(context, candidate):
        total += DESCRIBED if len(candidate) > 1 else DESCRIBED / 2
    return total


def in_address(context: Context, candidate: Candidate) -> bool:
    """Whether the name is glued to a sign, as in "@name" or "site/name"."""
    start = context.words[candidate.first].start
    return context.text[max(start - 1, 0) : start] in _HANDLES


def _described(context: Context, candidate: Candidate) -> bool:
    """Whether the text says what the person is: "X, a nurse from Leeds,", "X is a nurse"."""
    words, text, last = context.words, context.text, candidate.last
    before = words[candidate.first].gap is Gap.COMMA
    if before and title_before(words, candidate.first, text):
        return True
    if title_behind(words, last, text):
        return True
    clause = words[last : last + 7]
    if len(clause) < 3 or clause[0].fold not in ("is", "was") or clause[1].fold not in ("a", "an"):
        return False
    return any(is_role(word) and word.tag.startswith("NN") for word in clause[2:])


def _in_table(context: Context, candidate: Candidate, *, opens_line: bool) -> bool:
    """Whether scores or figures stand around a name as around the name of a team."""
    end = context.words[candidate.last - 1].end
    if opens_line:
        return bool(_FIGURES.match(context.text, end))
    start = context.words[candidate.first].start
    scored = context.text[max(start - 2, 0) : start - 1].isdigit()
    return scored and bool(_LAST_SCORE.match(context.text, end))


def _before(words: list[Word], candidate: Candidate, before: Word) -> float:
    head, lone = words[candidate.first], len(candidate) == 1
    if before.possessive:
        return 0.0 if lone else 0.4
    if before.fold in NAMED_THINGS:
        return NAMED_THING
    if is_role(before):
        return _behind_role(words, candidate, before)
    if before.fold == "of":
        return _behind_of(words, candidate)
    if before.fold in _AWAY:
        far = lone or words[candidate.last - 1].fold in PLACE_ENDINGS
        return -0.7 * far - 0.5 * (head.fold in places())
    called = lone and is_given(head) and before.fold in ("called", "named")
    return -0.8 if before.fold == "the" else 0.7 * (called or before.fold in load("person_verbs"))


def _behind_role(words: list[Word], candidate: Candidate, before: Word) -> float:
    """What a title says: most before a bare name, nothing on a ship or for "Miss Universe"."""
    lone = len(candidate) == 1
    head = words[candidate.first]
    if candidate.first > 1 and words[candidate.first - 2].fold in NAMED_THINGS:
        return NAMED_THING
    if before.fold == "miss" and head.fold in (places() | {"universe", "world"}):
        return -2.0
    if before.fold in personal_titles() and before.nameable:
        return 2.0
    return 0.9 if lone else 1.5


def _behind_of(words: list[Word], candidate: Candidate) -> float:
    """Whether "the village of" or ", 38, of" stands before a word."""
    at = candidate.first - 2
    if at < 0:
        return 0.0
    if words[at].fold in _PLACE_NOUNS:
        return PLACE_NOUN
    head = words[candidate.first]
    known = is_surname(head) or is_given(head)
    unknown = len(candidate) == 1 and not known
    return HOME_TOWN if unknown and words[at + 1].gap is Gap.OTHER else 0.0


def _behind(context: Context, candidate: Candidate, behind: Word) -> float:
    last = context.words[candidate.last - 1]
    between = context.text[last.end : behind.start]
    if "&" in between:
        return -2.5
    if last.possessive:
        return _owned(candidate, last, behind)
    if behind.joined:
        return 0.7 if behind.fold in load("person_verbs") else 0.4 * (behind.fold == "who")
    if behind.gap is Gap.COMMA and behind.fold in ("who", "which"):
        thing = behind.fold == "which" and _the(context.words, candidate)
        return THING if thing else 0.7 * (behind.fold == "who")
    if len(candidate) == 1:
        label = between.startswith(":") and context.words[candidate.first].gap is Gap.LINE
        return -0.8 if label else _age(between)
    country = "(" in between and behind.text in load("places")
    return 0.8 if country else _age(between)


def _the(words: list[Word], candidate: Candidate) -> bool:
    at = candidate.first
    return at > 0 and words[at].joined and words[at - 1].fold == "the"


def _owned(candidate: Candidate, last: Word, behind: Word) -> float:
    """What it says for a name that this noun stands behind its possessive."""
    if len(candidate) > 1:
        return 0.0
    if behind.fold in _NAMED_AFTER and (behind.nameable or behind.fold in ("disease", "syndrome")):
        return NAMED_AFTER
    return CIVIC_NOUN if behind.fold in _CIVIC_NOUNS and not is_surname(last) else 0.0


def _age(between: str) -> float:
    """Whether ", 45, " stands behind a name."""
    digits = between[:8].strip(" ,()")
    told = between.startswith((", ", " (")) and digits.isdigit() and len(digits) == 2
    return 1.0 if told else 0.0
