"""Are the places found that name people?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from articles.evaluation.people.forms import FORMS
from articles.evaluation.scores import Score, Share, calibrate

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from articles.evaluation.people.gold import Found, PeopleGold
    from articles.extraction.types import Span


@dataclass(frozen=True, slots=True)
class Judged:
    """A place, marked or found, and whether the other side has it.

    ``exact``: with the same start and end; ``overlap``: with a character in common.
    """

    span: Span
    text: str
    exact: bool
    overlap: bool
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class JudgedText:
    """The mentions of one completely marked text, each side in order."""

    gold: PeopleGold
    marked: tuple[Judged, ...]
    found: tuple[Judged, ...]


def in_scope(gold: PeopleGold, found: Iterable[Found]) -> list[Found]:
    return [mention for mention in found if mention.span.overlaps(gold.scope)]


def judge(gold: PeopleGold, found: Iterable[Found]) -> JudgedText:
    """Compare what is marked with what is found; a place found twice counts once."""
    wanted: dict[Span, float | None] = {
        m.span: None for m in gold.mentions if gold.scope.contains(m.span)
    }
    given = {m.span: m.confidence for m in reversed(in_scope(gold, found))}

    def side(spans: dict[Span, float | None], others: Iterable[Span]) -> tuple[Judged, ...]:
        return tuple(
            Judged(
                span,
                span.of(gold.text),
                span in others,
                any(span.overlaps(other) for other in others),
                spans[span],
            )
            for span in sorted(spans)
        )

    return JudgedText(gold, side(wanted, given.keys()), side(given, wanted.keys()))


@dataclass(frozen=True, slots=True)
class MentionScores:
    """How many are marked and found, and the scores by what counts as the same place."""

    marked: int
    found: int
    exact: Score
    overlap: Score


def score_forms(texts: Sequence[JudgedText]) -> dict[str, MentionScores]:
    """Scores of all mentions and of each form of name.

    Precision is that of the names found that have the form, recall that of those marked.
    """
    scores = {}
    for label, has_form in FORMS.items():
        marked = [one for text in texts for one in text.marked if has_form(one.text)]
        found = [one for text in texts for one in text.found if has_form(one.text)]
        sizes = len(marked), len(found)
        exact = _score([one.exact for one in found], [one.exact for one in marked])
        overlap = _score([one.overlap for one in found], [one.overlap for one in marked])
        scores[label] = MentionScores(*sizes, exact, overlap)
    return scores


def _score(found: list[bool], marked: list[bool]) -> Score:
    return Score(sum(found), len(found), sum(marked), len(marked))


def calibration(texts: Sequence[JudgedText]) -> list[Share]:
    """The share found exactly, by tenths of the confidence given."""
    return calibrate(
        (one.confidence, one.exact)
        for text in texts
        for one in text.found
        if one.confidence is not None
    )
