"""Is what stands in quotation marks found, and is it given the right speaker?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from articles.evaluation.quotes.gold import Found
from articles.evaluation.quotes.speakers import Form, form_of, is_resolved, is_same_speaker
from articles.evaluation.quotes.words import Pairs, Partner, Words, WordSet, is_mostly
from articles.extraction.types import QuoteType

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from articles.evaluation.quotes.gold import Marked, Speaker
    from articles.evaluation.quotes.layout import Layout
    from articles.extraction.types import Span

# Two segments with this share of words in common are the same one.
SAME = 0.8


@dataclass(frozen=True, slots=True)
class Segment:
    """Words in quotation marks, marked or found, and whether the other side has them.

    Attributes:
        words: how many.
        matched: with ``SAME`` of the words; ``exact``: with the same words.
        right: matched, and the speaker is the same.
    """

    span: Span
    words: int
    kind: QuoteType
    speaker: Speaker | None
    mark: str
    matched: bool
    exact: bool
    right: bool
    confidence: float | None = None

    @property
    def form(self) -> Form:
        return form_of(self.speaker)


@dataclass(frozen=True, slots=True)
class Pronoun:
    """A pronoun that speaks, whom it means, and whether that was found."""

    span: Span
    meant: str
    found: str
    resolved: bool


@dataclass(frozen=True, slots=True)
class JudgedSegments:
    """The segments of one text, each side in the order of its quotes."""

    marked: tuple[Segment, ...]
    found: tuple[Segment, ...]
    pronouns: tuple[Pronoun, ...]


def judge_segments(layout: Layout, found: Iterable[Found]) -> JudgedSegments:
    """Compare the marked segments of a text with those found, one to one."""
    quotes = layout.gold.quotes
    marked = [(quotes[place], words) for place, words in layout.segments()]
    given = list(_given(layout, found))
    pairs = Pairs([words for _, words in marked], [words for _, words in given], least=SAME)
    marked_segments = [
        _segment(layout, side, given, pairs.of_wanted.get(place))
        for place, side in enumerate(marked)
    ]
    found_segments = [
        _segment(layout, side, marked, pairs.of_found.get(place))
        for place, side in enumerate(given)
    ]
    pronouns = [
        pronoun
        for place, partner in pairs.of_wanted.items()
        for pronoun in _pronoun(marked[place][0].speaker, given[partner.place][0].speaker)
    ]
    return JudgedSegments(tuple(marked_segments), tuple(found_segments), tuple(pronouns))


def _segment(
    layout: Layout,
    side: tuple[Marked | Found, WordSet],
    others: Sequence[tuple[Marked | Found, WordSet]],
    partner: Partner | None,
) -> Segment:
    quote, words = side
    return Segment(
        span=layout.words.around(words),
        words=len(words),
        kind=quote.kind,
        speaker=quote.speaker,
        mark=layout.mark(words),
        matched=partner is not None,
        exact=partner is not None and partner.likeness == 1,
        right=partner is not None
        and is_same_speaker(layout.gold.text, quote, others[partner.place][0]),
        confidence=quote.confidence if isinstance(quote, Found) else None,
    )


def _pronoun(marked: Speaker | None, found: Speaker | None) -> Iterator[Pronoun]:
    if marked and marked.span and marked.name and form_of(marked) is Form.PRONOUN:
        name = (found.name or found.text) if found else ""
        yield Pronoun(marked.span, marked.name, name, is_resolved(marked, found))


def _given(layout: Layout, found: Iterable[Found]) -> Iterator[tuple[Found, WordSet]]:
    """The segments of what was found; equal ones count once, preferably with a speaker."""
    segments: dict[WordSet, Found] = {}
    for one in found:
        for words in _pieces(layout.words, layout.regions, layout.region_of, one):
            if is_mostly(words, layout.neutral):
                continue
            known = segments.get(words)
            if known is None or (known.speaker is None and one.speaker):
                segments[words] = one
    return ((one, words) for words, one in segments.items())


def _pieces(
    words: Words, regions: list[WordSet], region_of: Mapping[int, int], found: Found
) -> Iterator[WordSet]:
    """What a quote found has in quotation marks; of a direct one, what has none too."""
    is_direct = found.kind is QuoteType.DIRECT
    inside: dict[int, WordSet] = {}
    outside = []
    for span in found.spans:
        own = words.within(span)
        numbers = sorted({region_of[word] for word in own if word in region_of})
        for number in numbers:
            whole = is_direct and len(numbers) == 1
            part = own if whole else own & regions[number]
            inside[number] = inside.get(number, frozenset()) | part
        if is_direct and own and not numbers:
            outside.append(own)
    yield from inside.values()
    yield from outside
