"""Where a place of one text stands in another: for facts of a corrected article."""

from __future__ import annotations

import re
from bisect import bisect_right
from difflib import SequenceMatcher
from itertools import takewhile
from typing import TYPE_CHECKING

from articles.extraction.types import Span
from articles.models import DateExpression, Mention, Quote
from articles.services.facts import is_reviewed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from articles.models import Article, ArticleVersion
    from articles.models.facts import Fact

    Shift = Callable[[Span], Span | None]

_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_WORD = re.compile(r"\w+|\W+")


def shift_between(old: str, new: str) -> Shift:
    """How places move from ``old`` to ``new``.

    The texts are compared line by line, and changed lines word by word. The
    answer for a span is the span with the same characters in ``new``, in the
    same order among all such spans, or None where the edit touched it.
    """
    blocks = _equal_blocks(old, new)
    starts = [start for start, _, _ in blocks]

    def shift(span: Span) -> Span | None:
        index = bisect_right(starts, span.start) - 1
        if index < 0:
            return None
        start, length, moved = blocks[index]
        if span.end > start + length:
            return None
        return Span(span.start + moved, span.end + moved)

    return shift


def _equal_blocks(old: str, new: str) -> list[tuple[int, int, int]]:
    """Equal stretches as (start in old, length, distance moved), neighbours joined."""
    blocks: list[tuple[int, int, int]] = []
    # Most corrections touch one place; what is equal around it is found at once,
    # and also where difflib, which skips very common words, would find nothing.
    head = _shared(old, new)
    tail = _shared(reversed(old[head:]), reversed(new[head:]))
    if head:
        _add(blocks, 0, head, 0)
    _compare(blocks, old[head : len(old) - tail], new[head : len(new) - tail], head)
    if tail:
        _add(blocks, len(old) - tail, tail, len(new) - len(old))
    return blocks


def _shared(one: Iterable[str], other: Iterable[str]) -> int:
    """How many characters two texts have in common at their beginning."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _compare(blocks: list[tuple[int, int, int]], old: str, new: str, at: int) -> None:
    for kind, o1, o2, n1, n2 in _opcodes(_LINE, old, new):
        if kind == "equal":
            _add(blocks, at + o1, o2 - o1, n1 - o1)
        elif kind == "replace":
            for word_kind, p1, p2, q1, _ in _opcodes(_WORD, old[o1:o2], new[n1:n2]):
                if word_kind == "equal":
                    _add(blocks, at + o1 + p1, p2 - p1, (n1 + q1) - (o1 + p1))


def _opcodes(unit: re.Pattern[str], old: str, new: str) -> list[tuple[str, int, int, int, int]]:
    """The edit steps of difflib over units of text, in characters."""
    old_units, new_units = unit.findall(old), unit.findall(new)
    old_at, new_at = _offsets(old_units), _offsets(new_units)
    matcher = SequenceMatcher(None, old_units, new_units)
    return [
        (kind, old_at[i1], old_at[i2], new_at[j1], new_at[j2])
        for kind, i1, i2, j1, j2 in matcher.get_opcodes()
    ]


def _offsets(units: list[str]) -> list[int]:
    offsets = [0]
    for unit in units:
        offsets.append(offsets[-1] + len(unit))
    return offsets


def _add(blocks: list[tuple[int, int, int]], start: int, length: int, moved: int) -> None:
    if blocks:
        last_start, last_length, last_moved = blocks[-1]
        if last_start + last_length == start and last_moved == moved:
            blocks[-1] = (last_start, last_length + length, moved)
            return
    blocks.append((start, length, moved))


def shift_facts(article: Article, replaced: ArticleVersion) -> None:
    """Move the facts of an article from the body of ``replaced`` to its new one.

    A fact whose words the edit touched cannot move: a reviewed one stays with
    the version it stands in, another is removed (the next extraction finds
    what there is).
    """
    shift = shift_between(replaced.body, article.body)
    for model in (Quote, Mention, DateExpression):
        rows = list(model._default_manager.filter(article=article, earlier_version=None))
        # Out of the way first: a moved fact may come to where another one stood.
        model._default_manager.filter(pk__in=[row.pk for row in rows]).update(
            earlier_version=replaced
        )
        for row in rows:
            moved = shift(Span(row.start, row.end))
            if moved is not None:
                _move(row, moved, shift)
                row.save()
            elif not is_reviewed(row):
                row.delete()


def _move(row: Fact, moved: Span, shift: Shift) -> None:
    distance = moved.start - row.start
    row.start, row.end = moved.start, moved.end
    if row.found_start is not None and row.found_end is not None:
        found = shift(Span(row.found_start, row.found_end))
        row.found_start, row.found_end = (found.start, found.end) if found else (None, None)
    if isinstance(row, Quote):
        row.segments = [[start + distance, end + distance] for start, end in row.segments]
        for part in ("speaker", "cue"):
            _move_part(row, part, shift)


def _move_part(row: Quote, part: str, shift: Shift) -> None:
    start, end = getattr(row, f"{part}_start"), getattr(row, f"{part}_end")
    if start is None or end is None:
        return
    moved = shift(Span(start, end))
    setattr(row, f"{part}_start", moved.start if moved else None)
    setattr(row, f"{part}_end", moved.end if moved else None)
