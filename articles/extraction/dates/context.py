"""What an expression is resolved against: publication day, text so far, tense."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from articles.extraction.dates.direction import Clue, Direction
from articles.extraction.dates.timex import bounds
from articles.extraction.types import TimexMod, TimexType

SURE, LIKELY, PLAUSIBLE, VAGUE = 0.95, 0.9, 0.75, 0.6
# A history names years that it is not about: of books, of earlier wars.
ASIDE_YEARS = 3
ASIDE_DAYS_YEARS = 5
ASIDE_CHARACTERS = 60
# "At noon" and "the end of the year" belong to a date that is mentioned shortly before.
NEAR_CHARACTERS = 200
# "On the morning of" and the like stand before a date that opens its sentence.
OPENING_CHARACTERS = 12
_SENTENCE_END = re.compile(r"[.!?][\"'”’]?\s|\n\n")


@dataclass(frozen=True, slots=True)
class Meaning:
    """What an expression means; ``mod`` of the pattern's prefix is added later."""

    timex_type: TimexType
    value: str
    confidence: float = LIKELY
    mod: TimexMod | None = None


def a_date(value: str, confidence: float = LIKELY, mod: TimexMod | None = None) -> Meaning:
    return Meaning(TimexType.DATE, value, confidence, mod)


@dataclass(slots=True)
class Context:
    """The state of one text while it is read.

    Attributes:
        anchor: the publication day, None if it is not known.
        narrative: the text tells history: what it says is relative to the
            date it mentioned last, not to its publication.
        reference: the first day of the calendar value mentioned last, and where
            its words end.
        mentioned: the same, also of what stands aside of a history, for the
            rest of its sentence.
        last_day: the day mentioned last, where one was mentioned as a day, and
            where its words end.
        start: where the expression that is being resolved starts.
        story_year: the year mentioned last, if no month or day came behind it.
        quarter: year and number of the quarter mentioned last.
        since: the day on which the range begins that the expression ends.
        tense: the direction at the expression that is being resolved.
        rate: whether the expression is the "a year" of "4% a year".
        day_first: whether 03/04 is the third of April; None if nothing tells.
        country: where the text was published, as ISO 3166-1 alpha-2.
    """

    text: str
    anchor: date | None
    narrative: bool = False
    reference: date | None = None
    reference_end: int = 0
    mentioned: date | None = None
    mentioned_end: int = 0
    last_day: date | None = None
    last_day_end: int = 0
    start: int = 0
    story_year: int | None = None
    quarter: tuple[int, int] | None = None
    since: date | None = None
    day_first: bool | None = None
    country: str | None = None
    tense: Callable[[], Clue] = field(default=lambda: Clue(Direction.UNKNOWN))
    rate: Callable[[], bool] = field(default=lambda: False)

    @property
    def now(self) -> date | None:
        """The day that "last month" counts from."""
        if self.narrative and self.reference:
            return self.reference
        return self.anchor

    @property
    def then(self) -> date | None:
        """The day that "the following month" counts from."""
        return self.then_here or self.reference or self.anchor

    @property
    def then_here(self) -> date | None:
        """The date mentioned last in the same sentence."""
        if _SENTENCE_END.search(self.text, self.mentioned_end, self.start):
            return None
        return self.mentioned

    def is_near(self, end: int) -> bool:
        """Whether words that end there stand shortly before, in the same paragraph."""
        between = self.text[end : self.start][: NEAR_CHARACTERS + 1]
        return len(between) <= NEAR_CHARACTERS and "\n\n" not in between

    def remember(self, meaning: Meaning, end: int) -> None:
        """Take note of a resolved value, for those that refer back to it."""
        covered = bounds(meaning.value)
        if covered is None or not meaning.value[:4].isdigit():
            return
        whole_year = len(meaning.value) == 4
        self.mentioned, self.mentioned_end = covered[0], end
        if self.narrative and self._is_aside(covered[0].year, whole_year=whole_year):
            return
        self.reference, self.reference_end = covered[0], end
        self.story_year = covered[0].year if whole_year else None
        if covered[0] == covered[1]:
            self.last_day, self.last_day_end = covered[0], end

    def _is_aside(self, year: int, *, whole_year: bool) -> bool:
        """Whether a date of a history does not move the story to its year.

        It stands in brackets, or lies too far off: a bare year anywhere, a day
        unless it opens its sentence. A bare year that goes back has to open one.
        """
        before = self.text[max(0, self.start - ASIDE_CHARACTERS) : self.start]
        if before.rfind("(") > before.rfind(")"):
            return True
        if self.reference is None:
            return False
        distance = abs(year - self.reference.year)
        opening = max(before.rfind(". "), before.rfind("\n"))
        opens = opening >= 0 and len(before) - opening <= OPENING_CHARACTERS
        if whole_year:
            goes_back = year < self.reference.year
            return distance > ASIDE_YEARS or (goes_back and not opens)
        return distance > ASIDE_DAYS_YEARS and not opens
