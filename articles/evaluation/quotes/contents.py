"""Are indirect and mixed statements found, and given the right speaker?"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from articles.evaluation.quotes.gold import Found
from articles.evaluation.quotes.speakers import Form, form_of, is_same_speaker
from articles.evaluation.quotes.words import WORD, Pairs, Partner, WordSet
from articles.extraction.types import QuoteType

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from articles.evaluation.quotes.gold import Marked, Speaker
    from articles.evaluation.quotes.layout import Layout
    from articles.extraction.types import Span

Quote = TypeVar("Quote", "Marked", "Found")

# Two contents with this share of words in common are the same one, or nearly all of it.
SAME, CLOSE = 0.5, 0.8


@dataclass(frozen=True, slots=True)
class Content:
    """A statement that is not all in quotation marks, and whether the other side has it.

    Attributes:
        speech: it is said; gold that is only thought, feared or planned is not,
            nor is what was found in its place.
        matched, close: with ``SAME`` or ``CLOSE`` of the words.
        right: matched, and the speaker is the same.
    """

    span: Span
    kind: QuoteType
    speaker: Speaker | None
    speech: bool
    matched: bool
    close: bool
    right: bool
    confidence: float | None = None

    @property
    def form(self) -> Form:
        return form_of(self.speaker)


@dataclass(frozen=True, slots=True)
class JudgedContents:
    """The contents of one text; found ones that stand for a direct quote are left out."""

    marked: tuple[Content, ...]
    found: tuple[Content, ...]


def judge_contents(layout: Layout, found: Iterable[Found]) -> JudgedContents:
    """Compare the indirect and mixed quotes of a text with those found, one to one."""
    marked = _reported(layout, layout.gold.quotes)
    given = _reported(layout, found)
    pairs = Pairs([words for _, words in marked], [words for _, words in given], least=SAME)
    direct = _on_direct(layout, given, pairs.of_found)
    marked_contents = [
        _content(layout, side, given, pairs.of_wanted.get(place), speech=_is_speech(side[0]))
        for place, side in enumerate(marked)
    ]
    found_contents = []
    for place, side in enumerate(given):
        partner = pairs.of_found.get(place)
        speech = partner is None or _is_speech(marked[partner.place][0])
        if place not in direct:
            found_contents.append(_content(layout, side, marked, partner, speech=speech))
    return JudgedContents(tuple(marked_contents), tuple(found_contents))


def _content(
    layout: Layout,
    side: tuple[Marked | Found, WordSet],
    others: Sequence[tuple[Marked | Found, WordSet]],
    partner: Partner | None,
    *,
    speech: bool,
) -> Content:
    quote, words = side
    return Content(
        span=layout.words.around(words),
        kind=quote.kind,
        speaker=quote.speaker,
        speech=speech,
        matched=partner is not None,
        close=partner is not None and partner.likeness >= CLOSE,
        right=partner is not None
        and is_same_speaker(layout.gold.text, quote, others[partner.place][0]),
        confidence=quote.confidence if isinstance(quote, Found) else None,
    )


def _reported(layout: Layout, quotes: Iterable[Quote]) -> list[tuple[Quote, WordSet]]:
    rows = (
        (quote, layout.words.within(*quote.spans))
        for quote in quotes
        if quote.kind is not QuoteType.DIRECT
    )
    return [(quote, words) for quote, words in rows if words and not layout.is_ignored(words)]


def _on_direct(
    layout: Layout, given: Sequence[tuple[Found, WordSet]], taken: Collection[int]
) -> set[int]:
    """Places of contents found that stand for a marked direct quote, which are judged there."""
    wanted = [
        layout.words.within(*quote.spans)
        for quote in layout.gold.quotes
        if quote.kind is QuoteType.DIRECT
    ]
    free = [place for place in range(len(given)) if place not in taken]
    pairs = Pairs(wanted, [given[place][1] for place in free], least=SAME)
    return {free[place] for place in pairs.of_found}


_SAYING = frozenset(
    """
    accus accusation acknowledg add address admit advic advis affirm alleg announc announcement
    answer apologi apologis apologiz appeal argu ask assert assur attack attribut blam blast
    boast brag call caution challeng chant chid cit claim clarify comment complain conced
    conclud confess confirm contend continu counter criticis criticism criticiz cry debat declar
    declin decry defend demand denial denounc deny describ disclos discuss dismiss echo elaborat
    email emphasis emphasiz estimat explain express hail highlight hint imply inform insist
    interview invok jok label lament lash letter maintain memo mention messag mock note noted
    notes noting object observ offer pledg point post prais predict proclaim promis pronounc
    propos question quip quot rail read rebut recall recommend recount refer refus reiterat
    reject remark remind repeat reply report respond respons retort reveal ridicul rip said say
    scoff scold shout slam speak speech spoke spoken stat stress suggest talk teas tell testify
    testimon testimony thank threaten told tout tweet urg vow warn word writ wrote yell
    """.split()
)
_ENDING = re.compile(r"(?:ied|ies|ing|ed|es|s|e|ements?|ten|ers?)$")
_PHRASES = ("according to", "put it", "went on", "go on", "goes on", "points to", "pointed to")


def _is_speech(quote: Marked) -> bool:
    """Whether a cue has a word of saying; mixed contents are speech in any case."""
    cue = quote.cue.lower()
    if quote.kind is QuoteType.MIXED or cue.endswith(":"):
        return True
    return any(phrase in cue for phrase in _PHRASES) or any(
        word in _SAYING or bool(_stems(word) & _SAYING) for word in WORD.findall(cue)
    )


def _stems(word: str) -> set[str]:
    """What is left of a word without its ending, a doubled last consonant undone too."""
    found = _ENDING.search(word)
    if found is None or found.start() < 3:
        return set()
    stem = word[: found.start()]
    if found.group() in {"ied", "ies"}:
        return {stem + "y"}
    return {stem, stem[:-1]} if stem[-1] == stem[-2] else {stem}
