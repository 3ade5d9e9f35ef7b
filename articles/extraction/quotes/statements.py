"""What the search passes on before names are put to it: content, cue, phrase of the speaker."""

from dataclasses import dataclass, replace
from enum import Enum, auto

from articles.extraction.quotes.cues import SpeechCue
from articles.extraction.quotes.phrases import Phrase
from articles.extraction.types import QuoteType, Span


class Manner(Enum):
    """How a statement got its speaker."""

    BEHIND = auto()  # "...", X said
    BEFORE = auto()  # X said, "..."
    COLON = auto()  # X: "..."
    CLAUSE = auto()  # X said that ...
    CARRIED = auto()  # from the quotation or report before, in the same paragraph
    CARRIED_OVER = auto()  # from the paragraph before
    ALTERNATING = auto()  # the other one of two who talk by turns
    NEARBY = auto()  # the subject of the sentence before or around
    NONE = auto()


@dataclass(frozen=True, slots=True)
class Statement:
    """Content in pieces, and the words that say who speaks."""

    segments: tuple[Span, ...]
    quote_type: QuoteType
    manner: Manner
    cue: SpeechCue | None = None
    speaker: Phrase | None = None

    @property
    def start(self) -> int:
        return self.segments[0].start

    @property
    def end(self) -> int:
        return self.segments[-1].end

    def said_by(self, speaker: Phrase | None, manner: Manner) -> "Statement":
        return replace(self, speaker=speaker, manner=manner)
