"""Cues to be looked up by place, and what ties a quotation to one."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from articles.extraction.quotes.cues import SpeechCue
    from articles.extraction.quotes.phrases import Phrase
    from articles.extraction.quotes.statements import Manner


@dataclass(frozen=True, slots=True)
class Link:
    """The cue of a quotation, on which side it stands and who speaks."""

    manner: Manner
    cue: SpeechCue
    speaker: Phrase | None


@dataclass(frozen=True, slots=True)
class CueIndex:
    """The cues of a page in order, to be looked up by token."""

    cues: Sequence[SpeechCue]
    firsts: Sequence[int]

    def between(self, first: int, end: int) -> Sequence[SpeechCue]:
        """Cues whose first token lies in ``[first, end)``."""
        return self.cues[bisect_left(self.firsts, first) : bisect_left(self.firsts, end)]


def index_cues(cues: Sequence[SpeechCue]) -> CueIndex:
    return CueIndex(cues, [cue.first for cue in cues])
