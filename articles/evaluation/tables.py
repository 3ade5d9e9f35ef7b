"""Figures as tables of plain text, and places in a text on one line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from articles.evaluation.scores import TENTHS, Score, Share

if TYPE_CHECKING:
    from collections.abc import Sequence

    from articles.extraction.types import Span

CONTEXT_CHARACTERS = 50
_GAP = "  "


@dataclass(frozen=True, slots=True)
class Table:
    """Rows begin with a label, which is set to the left; all else is set to the right."""

    columns: Sequence[str]
    rows: Sequence[Sequence[str]]

    def __str__(self) -> str:
        widths = [max(map(len, column)) for column in zip(self.columns, *self.rows, strict=True)]
        return "\n".join(_line(row, widths) for row in (self.columns, *self.rows))


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    label, *cells = row
    padded = (cell.rjust(width) for cell, width in zip(cells, widths[1:], strict=True))
    return _GAP.join([label.ljust(widths[0]), *padded]).rstrip()


def percent(value: float | None) -> str:
    """With one decimal; a dash where there is nothing to measure."""
    return "-" if value is None else f"{100 * value:.1f}"


def percents(score: Score) -> list[str]:
    """Precision, recall and F1; dashes where there is neither anything found nor wanted."""
    if not score.found and not score.wanted:
        return [percent(None)] * 3
    return [percent(score.precision), percent(score.recall), percent(score.f1)]


def calibration_table(tenths: Sequence[Share]) -> Table:
    """What share of the facts given a confidence are right: ideally the confidence."""
    rows = [
        (
            f"{tenth / TENTHS:.1f} to {(tenth + 1) / TENTHS:.1f}",
            str(share.whole),
            percent(share.value),
        )
        for tenth, share in enumerate(tenths)
        if share.whole
    ]
    return Table(("confidence", "n", "right %"), rows)


def in_context(text: str, span: Span) -> str:
    """A place in a text, in brackets between the words around it, on one line."""
    before = text[max(0, span.start - CONTEXT_CHARACTERS) : span.start]
    behind = text[span.end : span.end + CONTEXT_CHARACTERS]
    return " ".join(f"{before}[{span.of(text)}]{behind}".split())
