"""A parsed text as the quote finder sees it: tokens, paragraphs, quoted regions, sentences."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from articles.extraction.quotes.marks import Region, find_regions
from articles.extraction.quotes.paragraphs import find_paragraphs
from articles.extraction.quotes.shapes import Family
from articles.extraction.types import Layout, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc

OUTSIDE = -1
_FINAL = frozenset((".", "?", "!", "...", "…"))
_FINAL_BEFORE_MARK = frozenset(".?!…")
# Some of these the tokenizer parts from their full stop.
TITLE_ABBREVIATIONS = frozenset(
    "adm brig capt cmdr col cpl det dr fr gen gov hon insp lt maj mr mrs ms pfc pres prof rep rev"
    " sen sgt sr st supt vs no".split()
)
_DATELINE_END = re.compile(r"[^\n–—-]{0,40}(?:--|[–—-])\s")


@dataclass(frozen=True, slots=True)
class Page:
    """Columns over the tokens of a text, and the regions in quotation marks.

    A token's ``region`` is the number of the region that covers it, marks
    included, or ``OUTSIDE``. ``sentence`` numbers the sentences of the
    narration: a quotation inside a sentence does not end it, a quotation
    that closes with a full stop does. Tokens of different paragraphs never
    share a sentence. White space between paragraphs belongs to the one before.
    """

    text: str
    words: tuple[str, ...]
    lower: tuple[str, ...]
    tags: tuple[str, ...]
    deps: tuple[str, ...]
    heads: tuple[int, ...]
    left_edges: tuple[int, ...]
    right_edges: tuple[int, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    entities: tuple[str, ...]
    children: tuple[tuple[int, ...], ...]
    paragraphs: tuple[Span, ...]
    regions: tuple[Region, ...]
    families: frozenset[Family]  # the kinds of marks that enclose regions
    paragraph: tuple[int, ...]
    region: tuple[int, ...]
    sentence: tuple[int, ...]
    sentence_tokens: tuple[tuple[int, int], ...]  # first and one past the last, by sentence
    region_tokens: tuple[tuple[int, int], ...]  # the same, by region, marks included
    paragraph_tokens: tuple[tuple[int, int], ...]

    def span(self, first: int, last: int) -> Span:
        """The characters from one token to another, both inclusive."""
        return Span(self.starts[first], self.ends[last])

    def token_at(self, place: int) -> int:
        """The token that a character belongs to, or the white space in front of it."""
        return bisect_right(self.starts, place) - 1

    def tokens_in(self, span: Span) -> tuple[int, int]:
        """First token that starts in a span, and one past the last."""
        return bisect_left(self.starts, span.start), bisect_left(self.starts, span.end)

    def same_sentence(self, one: int, other: int) -> bool:
        return self.sentence[one] == self.sentence[other]

    def is_outside(self, token: int) -> bool:
        return self.region[token] == OUTSIDE


def read_page(doc: Doc, layout: Layout) -> Page:
    """Lay out a parsed text for the search; linear in its length."""
    paragraphs = find_paragraphs(doc.text)
    starts = tuple(token.idx for token in doc)
    # A mark inside the text's last token can open a region in which no token starts.
    regions = tuple(
        region
        for region in find_regions(doc.text, paragraphs)
        if bisect_left(starts, region.outer.start) < bisect_left(starts, region.outer.end)
    )
    paragraph_tokens = tuple(_range(starts, span) for span in paragraphs)
    region_tokens = tuple(_range(starts, region.outer) for region in regions)
    paragraph = _numbers(len(doc), paragraph_tokens, fill_gaps=True)
    region = _numbers(len(doc), region_tokens)
    sentence = _sentences(doc, paragraph, region, _borders(doc.text, starts, layout))
    heads = tuple(token.head.i for token in doc)
    return Page(
        text=doc.text,
        words=tuple(token.text for token in doc),
        lower=tuple(token.text.lower().replace("’", "'") for token in doc),
        tags=tuple(token.tag_ for token in doc),
        deps=tuple(token.dep_ for token in doc),
        heads=heads,
        left_edges=tuple(token.left_edge.i for token in doc),
        right_edges=tuple(token.right_edge.i for token in doc),
        starts=starts,
        ends=tuple(token.idx + len(token) for token in doc),
        entities=tuple(token.ent_type_ for token in doc),
        children=_children(heads),
        paragraphs=paragraphs,
        regions=regions,
        families=frozenset(region.family for region in regions),
        paragraph=paragraph,
        region=region,
        sentence=sentence,
        sentence_tokens=_ranges(sentence),
        region_tokens=region_tokens,
        paragraph_tokens=paragraph_tokens,
    )


def _range(starts: Sequence[int], span: Span) -> tuple[int, int]:
    return bisect_left(starts, span.start), bisect_left(starts, span.end)


def _numbers(
    size: int, ranges: Sequence[tuple[int, int]], *, fill_gaps: bool = False
) -> tuple[int, ...]:
    numbers = [OUTSIDE] * size
    for number, (first, end) in enumerate(ranges):
        stop = end
        if fill_gaps:
            stop = ranges[number + 1][0] if number + 1 < len(ranges) else size
        numbers[first:stop] = [number] * (stop - first)
    return tuple(numbers)


def _children(heads: Sequence[int]) -> tuple[tuple[int, ...], ...]:
    children: list[list[int]] = [[] for _ in heads]
    for token, head in enumerate(heads):
        if head != token:
            children[head].append(token)
    return tuple(tuple(row) for row in children)


def _borders(text: str, starts: Sequence[int], layout: Layout) -> frozenset[int]:
    """Tokens at which a part of the article starts, whatever the punctuation before."""
    places = [part.end for part in (layout.headline, layout.standfirst, layout.byline) if part]
    if layout.dateline:
        sign = _DATELINE_END.match(text, layout.dateline.end)
        places.append(sign.end() if sign else layout.dateline.end)
    return frozenset(bisect_left(starts, place) for place in places)


def _sentences(
    doc: Doc, paragraph: Sequence[int], region: Sequence[int], borders: frozenset[int]
) -> tuple[int, ...]:
    numbers: list[int] = []
    number = 0
    before = previous = 0  # the last two tokens that are not white space
    for token in doc:
        i = token.i
        if i and (
            paragraph[i] != paragraph[i - 1]
            or i in borders
            or _starts_sentence(doc, region, (previous, before, i))
        ):
            number += 1
        numbers.append(number)
        if not token.is_space:
            previous, before = before, i
    return tuple(numbers)


def _starts_sentence(doc: Doc, region: Sequence[int], last: tuple[int, int, int]) -> bool:
    """Whether the narration starts a sentence at the last of three successive tokens."""
    previous, before, i = last
    text = doc[i].text
    if region[i] != OUTSIDE and region[i] == region[before]:
        return False
    if text.isspace() or text[0].islower() or text in _FINAL:
        return False
    if region[before] != OUTSIDE:
        ended = doc[previous].text.endswith(".")
        return ended and (text[0].isalnum() or region[i] != OUTSIDE)
    if doc[before].text in _FINAL:
        return doc[previous].text.lower() not in TITLE_ABBREVIATIONS
    abbreviated = doc[before].text.rstrip(".").lower() in TITLE_ABBREVIATIONS
    return bool(doc[i].is_sent_start) and (
        doc[before].text[-1] in _FINAL_BEFORE_MARK and not abbreviated
    )


def _ranges(numbers: Sequence[int]) -> tuple[tuple[int, int], ...]:
    ranges: list[tuple[int, int]] = []
    for i, number in enumerate(numbers):
        if number == len(ranges):
            ranges.append((i, i + 1))
        else:
            ranges[number] = (ranges[number][0], i + 1)
    return tuple(ranges)
