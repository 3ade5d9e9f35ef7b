"""Turns without a cue in a talk between two: ``"When?" said Ann. / "On Tuesday."``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articles.extraction.quotes.dialogue import DIALOGUE_DASHES
from articles.extraction.quotes.statements import Manner, Statement
from articles.extraction.types import QuoteType

if TYPE_CHECKING:
    from collections.abc import Sequence

    from articles.extraction.quotes.page import Page
    from articles.extraction.quotes.phrases import Phrase

_LONGEST_TURN = 200  # characters of a paragraph
_AROUND = 3  # marks and full stops beside the words of a turn


def other_speaker(
    page: Page, statement: Statement, done: Sequence[Statement], coming: Sequence[Statement]
) -> Phrase | None:
    """Who does not speak in the paragraph before, if this one is the next turn of a talk.

    A paragraph in quotation marks after somebody's own mostly goes on with the
    same speaker. It is the other's turn behind a question or where it asks
    one, and where several such paragraphs stand in a row.

    Args:
        done: the statements before, with their speakers.
        coming: those right behind, the next first.
    """
    if not done or not _is_turn(page, statement, whole=True):
        return None
    last, here = done[-1], _paragraph(page, statement)
    if _paragraph(page, last) != here - 1 or not _is_turn(page, last):
        return None
    in_row = [s for s in coming[:1] if _follows(page, s, here + 1)]
    turns = _asks(page, last) or _asks(page, statement) or last.manner is Manner.ALTERNATING
    if not (turns or in_row or _is_dashed(page, statement)):
        return None
    before = done[-2] if len(done) > 1 else None
    if before and _paragraph(page, before) == here - 2 and _is_turn(page, before):
        return before.speaker if _differ(page, last, before) else None
    return _who_answers(page, last, here, coming)


def _follows(page: Page, statement: Statement, paragraph: int) -> bool:
    return (
        statement.manner is Manner.NONE
        and _paragraph(page, statement) == paragraph
        and _is_turn(page, statement, whole=True)
    )


def _who_answers(
    page: Page, last: Statement, here: int, coming: Sequence[Statement]
) -> Phrase | None:
    """The next one who is named as speaking in a turn of the same side."""
    if not _asks(page, last):
        return None
    for distance, statement in enumerate(coming, start=1):
        if _paragraph(page, statement) != here + distance or not _is_turn(page, statement):
            return None
        if statement.speaker:
            ours = distance % 2 == 0 and _differ(page, last, statement)
            return statement.speaker if ours else None
    return None


def _is_dashed(page: Page, statement: Statement) -> bool:
    """Whether a dash opens the paragraph: each such dash is another's turn."""
    return page.text[page.paragraphs[_paragraph(page, statement)].start] in DIALOGUE_DASHES


def _paragraph(page: Page, statement: Statement) -> int:
    return page.paragraph[page.token_at(statement.start)]


def _is_turn(page: Page, statement: Statement, *, whole: bool = False) -> bool:
    """Whether a short paragraph opens with the quote; if ``whole``, it is nothing else."""
    paragraph = page.paragraphs[_paragraph(page, statement)]
    return (
        statement.quote_type is QuoteType.DIRECT
        and len(paragraph) <= _LONGEST_TURN
        and statement.start - paragraph.start <= _AROUND
        and not (whole and paragraph.end - statement.end > _AROUND)
    )


def _differ(page: Page, one: Statement, other: Statement) -> bool:
    if one.speaker is None or other.speaker is None:
        return False
    return page.words[one.speaker.head].lower() != page.words[other.speaker.head].lower()


def _asks(page: Page, statement: Statement) -> bool:
    return page.text[statement.end - 1] == "?"
