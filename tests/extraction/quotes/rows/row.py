"""How a row is written: a text, and each quote that a careful reader finds in it."""

from dataclasses import dataclass
from typing import NamedTuple

POLITICS, SPORT, BUSINESS, COURT, CULTURE, NEWS = (
    "politics",
    "sport",
    "business",
    "court",
    "culture",
    "news",
)
BRITISH, AMERICAN = "British", "American"


@dataclass(frozen=True, slots=True)
class Said:
    """One quote: ``content`` in pieces joined by " | ", the speaker as printed, the person."""

    kind: str
    content: str
    speaker: str | None
    person: str | None
    lemma: str | None
    factuality: str = "asserted"


class Row(NamedTuple):
    genre: str
    style: str
    text: str
    said: tuple[Said, ...] = ()


def _said(kind: str, content: str, speaker: str | None, lemma: str | None, fact: str) -> Said:
    """``speaker`` is "she -> Ann Cole" for the words and the person; "*" means the same."""
    if speaker is None:
        return Said(kind, content, None, None, lemma, fact)
    words, arrow, person = speaker.partition(" -> ")
    if words.endswith("*"):
        words = words[:-1]
        return Said(kind, content, words, words, lemma, fact)
    return Said(kind, content, words, person if arrow else None, lemma, fact)


def direct(
    content: str, speaker: str | None, lemma: str | None = "say", fact: str = "asserted"
) -> Said:
    """Words in quotation marks; ``lemma`` is None without a cue, "" for a mark alone."""
    return _said("direct", content, speaker, lemma, fact)


def indirect(
    content: str, speaker: str | None, lemma: str | None = "say", fact: str = "asserted"
) -> Said:
    return _said("indirect", content, speaker, lemma, fact)


def mixed(
    content: str, speaker: str | None, lemma: str | None = "say", fact: str = "asserted"
) -> Said:
    return _said("mixed", content, speaker, lemma, fact)
