"""People who are described and not named: "a police spokesman", "his nephew", "the boy"."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from articles.extraction.lexicons import load
from articles.extraction.types import Gender

if TYPE_CHECKING:
    from articles.extraction.quotes.page import Page

_HUMAN_ENDINGS = tuple(
    "er or man woman ist ian ee ant ess person aide official chief mother father wife husband"
    " son friend resident student captain coach boss head judge colleague source guard".split()
)
_NOT_HUMAN = frozenset(
    "paper newspaper letter order chapter poster banner newsletter center computer number"
    " ruling author's parliament statement document government department committee career"
    " matter offer power quarter member's water weather winter summer october november december"
    " september river tower border corner member's factor sector error mirror motor door floor"
    " plan restaurant instant grant want vision person's reason season lesson prison poison"
    " consensus process success address press congress progress business".split()
)
_PLAIN = frozenset("victim witness pupil patient survivor insider toddler teen adult".split())
_NOT_OF_PERSONS = frozenset("ace ch ag con head baby".split())
# What a title beside a name may be shortened to, and how it is said.
_SPELT_OUT = {
    "sen": "senator",
    "gov": "governor",
    "rep": "representative",
    "prof": "professor",
    "dr": "doctor",
    "gen": "general",
    "col": "colonel",
    "capt": "captain",
    "sgt": "sergeant",
    "lt": "lieutenant",
    "maj": "major",
    "cllr": "councillor",
    "supt": "superintendent",
    "insp": "inspector",
    "det": "detective",
    "rev": "reverend",
    "ceo": "executive",
    "pm": "minister",
}


def is_human(page: Page, token: int) -> bool:
    """Whether a common noun means one person, as far as the word shows."""
    if page.tags[token] != "NN":
        return False
    return is_human_noun(page.lower[token])


def is_human_noun(word: str) -> bool:
    """The same of a bare word; names and words in capitals are none."""
    if word in _human_nouns():
        return True
    return word.endswith(_HUMAN_ENDINGS) and word not in _NOT_HUMAN


@cache
def _human_nouns() -> frozenset[str]:
    titles = load("person_titles") | load("titles_of_men") | load("titles_of_women")
    return (titles | _PLAIN) - _NOT_OF_PERSONS


def gender_of_noun(word: str) -> Gender | None:
    female = word in load("titles_of_women") or word.endswith("woman")
    male = word in load("titles_of_men") or (word.endswith("man") and not female)
    if female == male:
        return None
    return Gender.FEMALE if female else Gender.MALE


@cache
def role_of(word: str) -> str:
    """A word of a title in lower case, spelt out: "Sen." is "senator"."""
    bare = word.lower().strip(".,")
    return _SPELT_OUT.get(bare, bare)
