"""Pairing of quotation marks: the regions of a text that stand between them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from articles.extraction.quotes.shapes import Family, Mark, Shape, find_marks
from articles.extraction.types import Span

_SAYS = r"(?:said|says|added|told|asked|replied|wrote|tweeted)\b"
_CUE_BEHIND_COMMA = re.compile(
    rf"[,!?] (?=(?:(?:[A-Z][\w.’'-]*|[Hh]e|[Ss]he) ){{1,4}}{_SAYS}|{_SAYS} [A-Z])"
)


@dataclass(frozen=True, slots=True)
class Region:
    """Text between quotation marks inside one paragraph; marks within it are not regions.

    ``outer`` covers the marks, ``inner`` the text without them. ``closed`` is
    false where the closing mark is missing. ``continues`` is true where the
    quotation goes on from the paragraph before, which was left open.
    """

    outer: Span
    inner: Span
    family: Family
    paragraph: int
    closed: bool = True
    continues: bool = False


def find_regions(text: str, paragraphs: Sequence[Span]) -> tuple[Region, ...]:
    """Regions in order of appearance; they do not overlap."""
    regions: list[Region] = []
    opens_next = False
    # Backwards, since an open single mark counts only if the next paragraph opens again.
    for number in range(len(paragraphs) - 1, -1, -1):
        found = _pair_paragraph(text, paragraphs[number], number, opens_next)
        opens_next = bool(found) and found[0].outer.start == paragraphs[number].start
        regions.extend(reversed(found))
    regions.reverse()
    return tuple(_linked(regions, paragraphs))


def _linked(regions: list[Region], paragraphs: Sequence[Span]) -> Iterator[Region]:
    before: Region | None = None
    for region in regions:
        continues = (
            before is not None
            and not before.closed
            and before.family is region.family
            and before.paragraph == region.paragraph - 1
            and region.outer.start == paragraphs[region.paragraph].start
            and before.outer.end == paragraphs[before.paragraph].end
        )
        yield replace(region, continues=True) if continues else region
        before = region


def _pair_paragraph(text: str, paragraph: Span, number: int, opens_next: bool) -> list[Region]:
    marks = find_marks(text, paragraph)
    found = [
        region
        for family in (Family.DOUBLE, Family.ANGLED)
        for region in _pair(text, paragraph, [m for m in marks if m.family is family], number)
    ]
    found = _outermost(found)
    if found and not (found[-1].closed or opens_next):
        found[-1] = _before_cue(text, found[-1])
    singles = [m for m in _outside(marks, found) if m.family is Family.SINGLE]
    found += _pair_singles(text, paragraph, singles, number, opens_next)
    return _outermost(found)


def _pair(text: str, paragraph: Span, marks: Sequence[Mark], number: int) -> Iterator[Region]:
    """Pair marks of one family that are never apostrophes."""
    opened: Mark | None = None
    depth = 0
    for position, mark in enumerate(marks):
        if opened is None:
            if mark.shape is not Shape.CLOSE:
                opened = mark
            elif position == 0 and _lacks_opening(text, paragraph, mark):
                yield from _region(text, Span(paragraph.start, mark.end), mark, number, opening=0)
        elif mark.shape is Shape.OPEN and mark.start == opened.end:
            opened = mark
        elif mark.shape is Shape.OPEN:
            if _is_nested(marks, position):
                depth += 1
                continue
            span = Span(opened.start, mark.start)
            yield from _region(text, span, opened, number, closing=0)
            opened = mark
        elif depth:
            depth -= 1
        else:
            span = Span(opened.start, mark.end)
            yield from _region(text, span, opened, number, closing=mark.end - mark.start)
            opened = None
    if opened is not None:
        yield from _region(text, Span(opened.start, paragraph.end), opened, number, closing=0)


def _before_cue(text: str, region: Region) -> Region:
    """A region that never closes, ended where a speaker's name and verb follow a comma."""
    cue = _CUE_BEHIND_COMMA.search(text, region.inner.start, region.inner.end)
    if cue is None:
        return region
    end = cue.start() + 1
    return replace(region, outer=Span(region.outer.start, end), inner=Span(region.inner.start, end))


def _is_nested(marks: Sequence[Mark], position: int) -> bool:
    """Whether a mark opened inside an open region has a closing mark to itself."""
    following = marks[position + 1 : position + 3]
    return len(following) == 2 and all(mark.shape is Shape.CLOSE for mark in following)


def _lacks_opening(text: str, paragraph: Span, mark: Mark) -> bool:
    """Whether a first mark that closes ends a quotation whose opening mark was lost."""
    return mark.start > paragraph.start and text[mark.start - 1] in ",!?"


def _region(
    text: str, span: Span, mark: Mark, number: int, opening: int | None = None, closing: int = 0
) -> Iterator[Region]:
    width = mark.end - mark.start
    start = span.start + (width if opening is None else opening)
    end = span.end - (closing if opening is None else width)
    inner = text[start:end]
    start += len(inner) - len(inner.lstrip())
    end -= len(inner) - len(inner.rstrip())
    if start < end and any(c.isalnum() for c in text[start:end]):
        closed = bool(closing) or opening is not None
        outer = span if closed else Span(span.start, end)
        yield Region(outer, Span(start, end), mark.family, number, closed)


def _pair_singles(
    text: str, paragraph: Span, marks: Iterable[Mark], number: int, opens_next: bool
) -> Iterator[Region]:
    """Pair single marks; one that never closes was an apostrophe.

    A weak closing mark counts only where no certain one follows before the
    next opening.
    """
    opened: Mark | None = None
    weak: Mark | None = None
    for mark in marks:
        if mark.shape is Shape.OPEN:
            if opened and weak:
                span = Span(opened.start, weak.end)
                yield from _region(text, span, opened, number, closing=1)
            opened, weak = mark, None
        elif opened and mark.shape is Shape.WEAK_CLOSE:
            weak = weak or mark
        elif opened:
            span = Span(opened.start, mark.end)
            yield from _region(text, span, opened, number, closing=1)
            opened = weak = None
    if opened and weak:
        yield from _region(text, Span(opened.start, weak.end), opened, number, closing=1)
    elif opened and opens_next:
        yield from _region(text, Span(opened.start, paragraph.end), opened, number)


def _outside(marks: Iterable[Mark], regions: Sequence[Region]) -> Iterator[Mark]:
    """The marks that stand in none of the regions; both are in order."""
    position = 0
    for mark in marks:
        while position < len(regions) and regions[position].outer.end <= mark.start:
            position += 1
        if position == len(regions) or mark.end <= regions[position].outer.start:
            yield mark


def _outermost(regions: list[Region]) -> list[Region]:
    """Regions in order without those inside another one."""
    kept: list[Region] = []
    for region in sorted(regions, key=lambda r: (r.outer.start, -r.outer.end)):
        if not kept or region.outer.start >= kept[-1].outer.end:
            kept.append(region)
    return kept
