"""When something was said: the dates that belong to the cue and not to the content."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING

from articles.extraction.lexicons import load
from articles.extraction.types import TimexType

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from spacy.tokens import Doc, Token

    from articles.extraction.types import DateExpression, Quote, Span

_MOMENTS = frozenset({TimexType.DATE, TimexType.TIME})
# How a date hangs on a verb, by itself or behind a preposition.
_ADVERBIAL = frozenset("npadvmod advmod prep pobj tmod pcomp nmod compound amod appos dep".split())
_OBJECTS = frozenset("dobj pobj dative".split())
_LONGEST_WAY = 6


def with_time_of_speaking(
    doc: Doc, quotes: Iterable[Quote], dates: Sequence[DateExpression]
) -> tuple[Quote, ...]:
    """The quotes, each with the date that hangs on its cue, if there is one.

    Args:
        doc: the parsed text in which all were found.
        dates: in order of appearance, none over another.
    """
    moments = [date for date in dates if date.timex_type in _MOMENTS]
    starts = [moment.span.start for moment in moments]
    return tuple(replace(quote, said_on=_time_of(doc, quote, moments, starts)) for quote in quotes)


def _time_of(
    doc: Doc, quote: Quote, moments: Sequence[DateExpression], starts: Sequence[int]
) -> DateExpression | None:
    """The nearest date in the cue's sentence that hangs on the cue and stands in no content."""
    if quote.cue is None:
        return None
    cue = doc.char_span(quote.cue.span.start, quote.cue.span.end, alignment_mode="expand")
    if cue is None:
        return None
    sentence = cue.sent
    first = bisect_left(starts, sentence.start_char)
    last = bisect_left(starts, sentence.end_char)
    around = [
        moment
        for moment in moments[first:last]
        if not any(segment.overlaps(moment.span) for segment in quote.segments)
    ]
    around.sort(key=lambda moment: abs(moment.span.start - cue.start_char))
    return next((one for one in around if _hangs_on(doc, one.span, cue.root)), None)


def _hangs_on(doc: Doc, moment: Span, cue: Token) -> bool:
    """Whether a date says when the cue's verb happened.

    From the date up to the verb there are only adverbials, and the occasion or
    the hearers of the speech: "said in a statement on Friday", "told reporters
    on Friday".
    """
    phrase = doc.char_span(moment.start, moment.end, alignment_mode="expand")
    if phrase is None:
        return False
    token = phrase.root
    if token.dep_ not in _ADVERBIAL:
        return False
    occasions = load("speech_occasions")
    for _ in range(_LONGEST_WAY):
        above = token.head
        if above == cue:
            return True
        passed = above.dep_ == "prep" or (above.dep_ in _OBJECTS and _is_among(above, occasions))
        if above == token or not passed:
            return False
        token = above
    return False


def _is_among(noun: Token, nouns: frozenset[str]) -> bool:
    return noun.lower_ in nouns or noun.lower_.removesuffix("s") in nouns
