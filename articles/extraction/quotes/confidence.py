"""How sure a quote is: the share of its like that was right on development texts.

Each feature adds to the log-odds. The figures are rounded by hand so that the
deciles come out right; they are no fitted weights.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from articles.extraction.quotes.statements import Manner, Statement
from articles.extraction.quotes.verbs import Frame
from articles.extraction.types import QuoteType

if TYPE_CHECKING:
    from articles.extraction.quotes.cues import SpeechCue
    from articles.extraction.quotes.page import Page
    from articles.extraction.types import Speaker

_DIRECT = {
    Manner.BEHIND: 4.0,
    Manner.BEFORE: 3.0,
    Manner.CLAUSE: 2.5,
    Manner.COLON: 1.9,
    Manner.CARRIED: 2.4,
    Manner.CARRIED_OVER: 0.8,
    Manner.ALTERNATING: 1.0,
    Manner.NEARBY: 0.7,
    Manner.NONE: 1.2,
}
_REPORTED = {QuoteType.MIXED: 2.0, QuoteType.INDIRECT: 1.7}
_NO_SPEAKER = -2.7
_UNNAMED = -0.6  # "a spokesman", "the ministry"
_FEW_WORDS = -0.45  # for each of the two limits that the content does not reach
_WORD_LIMITS = (4, 8)
_APART = -0.5  # speaker and cue do not stand side by side
_BY_FORM = {"VB": -0.8, "VBN": -0.5, "VBG": -0.4}  # "to say", "said by", "saying"
_NO_CLAUSE = -0.3  # content in an object or infinitive


def confidence_of(page: Page, statement: Statement, speaker: Speaker | None) -> float:
    """The probability that content and speaker are both right, 0 to 1."""
    score = _DIRECT[statement.manner]
    if statement.quote_type is not QuoteType.DIRECT:
        score = _REPORTED[statement.quote_type]
    words = sum(segment.of(page.text).count(" ") + 1 for segment in statement.segments)
    score += _FEW_WORDS * sum(words < limit for limit in _WORD_LIMITS)
    score += _of_speaker(page, statement, speaker)
    if statement.cue:
        score += _of_cue(page, statement, statement.cue)
    return round(1 / (1 + math.exp(-score)), 2)


def _of_speaker(page: Page, statement: Statement, speaker: Speaker | None) -> float:
    if speaker is None or statement.speaker is None:
        return _NO_SPEAKER
    is_pronoun = page.tags[statement.speaker.head] in {"PRP", "WP"}
    return 0.0 if speaker.person is not None or is_pronoun else _UNNAMED


def _of_cue(page: Page, statement: Statement, cue: SpeechCue) -> float:
    score = _BY_FORM.get(page.tags[cue.head], 0.0)
    speaker = statement.speaker
    if speaker and min(abs(cue.first - speaker.last), abs(speaker.first - cue.last)) > 1:
        score += _APART
    if statement.manner is Manner.CLAUSE and Frame.CLAUSE not in cue.frame:
        score += _NO_CLAUSE
    return score
