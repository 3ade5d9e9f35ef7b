"""What the extraction layer takes and gives: documents, spans, facts.

Offsets everywhere are Unicode code points into ``Document.text``, half-open
``[start, end)`` (W3C TextPositionSelector), so ``text[start:end]`` is always
the ``text`` that a fact carries. ``confidence`` is a probability, 0 to 1.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class QuoteType(StrEnum):
    """How the words are given (PARC 3)."""

    DIRECT = "direct"  # all of the content stands in quotation marks
    INDIRECT = "indirect"  # a paraphrase: none of it does
    MIXED = "mixed"  # a paraphrase with some words in quotation marks


class Factuality(StrEnum):
    """Whether a text says that the words were said (FactBank)."""

    ASSERTED = "asserted"  # she said that ...
    NEGATED = "negated"  # she did not say that ..., she declined to say whether ...
    HYPOTHETICAL = "hypothetical"  # she would say so if ..., had she said ..., did she say ...?


class TimexType(StrEnum):
    """TIMEX3 ``type`` (TimeML 1.2.1)."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


class TimexMod(StrEnum):
    """TIMEX3 ``mod`` (TimeML 1.2.1)."""

    BEFORE = "BEFORE"
    AFTER = "AFTER"
    ON_OR_BEFORE = "ON_OR_BEFORE"
    ON_OR_AFTER = "ON_OR_AFTER"
    LESS_THAN = "LESS_THAN"
    MORE_THAN = "MORE_THAN"
    EQUAL_OR_LESS = "EQUAL_OR_LESS"
    EQUAL_OR_MORE = "EQUAL_OR_MORE"
    START = "START"
    MID = "MID"
    END = "END"
    APPROX = "APPROX"


class Gender(StrEnum):
    """Grammatical gender as the text shows it, for resolving pronouns."""

    MALE = "male"
    FEMALE = "female"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a text, in code points, half-open."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"not a span: [{self.start}, {self.end})")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Document:
    """One text to read.

    Attributes:
        published: the day of publication where it was published (convert to
            the source's own time zone first); None if it is not known.
        headline: the headline when it is known apart from the text.
        language: BCP 47 tag; None means "find out".
        country: ISO 3166-1 alpha-2 code of where it was published: 03/04 is the
            third of April there, or the fourth of March; None if it is not known.
    """

    id: str
    text: str
    headline: str | None = None
    published: date | None = None
    language: str | None = None
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Layout:
    """Where the parts of a printed article stand in its text.

    ``body_start`` is the first code point of the story itself, behind all
    parts that stand on lines of their own; a dateline on the first line of
    the story ("WASHINGTON (Reuters) - ") does not move it.
    """

    headline: Span | None = None
    standfirst: Span | None = None
    byline: Span | None = None
    dateline: Span | None = None
    body_start: int = 0


@dataclass(frozen=True, slots=True)
class Mention:
    """One place that names a person; ``span`` is the bare name, without title or 's."""

    span: Span
    text: str
    title: str | None = None  # as printed beside the name: "Vice President"
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Person:
    """One person inside one document, under all forms of the name.

    ``name`` is the fullest form found; ``titles`` are in order of appearance;
    ``gender`` is None where neither titles nor names tell it; ``context`` are
    words near the mentions, by which namesakes are told apart: proper names
    capitalised, nouns in lower case, without diacritics.
    """

    id: int
    name: str
    mentions: tuple[Mention, ...]
    titles: tuple[str, ...] = ()
    gender: Gender | None = None
    context: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who is said to speak: the words in the text and, if known, the person.

    ``person`` is a ``Person.id`` of the same document; None for "a police
    spokesman", "the White House" and pronouns that could not be resolved.
    """

    span: Span
    text: str
    person: int | None = None
    name: str | None = None


@dataclass(frozen=True, slots=True)
class Cue:
    """The words that mark speech: "said", "according to".

    ``lemma`` is the form that a dictionary has ("say", "point out"); empty for
    a mark alone, such as the colon behind a speaker's name.
    """

    span: Span
    text: str
    lemma: str = ""


@dataclass(frozen=True, slots=True)
class Quote:
    """Words that a text attributes to a speaker.

    ``span`` runs from the first to the last character of the content without
    the outer quotation marks; ``segments`` are the pieces of content inside
    it, more than one where a cue breaks the quote. ``said_on`` is the time of
    speaking, where the words around the cue tell it: "she said on Friday".
    """

    span: Span
    text: str
    segments: tuple[Span, ...]
    quote_type: QuoteType
    speaker: Speaker | None = None
    cue: Cue | None = None
    confidence: float = 1.0
    factuality: Factuality = Factuality.ASSERTED
    said_on: DateExpression | None = None


@dataclass(frozen=True, slots=True)
class DateExpression:
    """A TIMEX3 expression.

    ``earliest`` and ``latest`` close the range of calendar days that the
    value covers, both inclusive; None where it cannot be pinned down. The two
    ends of "from Monday to Friday" have one ``range_id``, a number inside the
    document. ``edtf`` is the value as ISO 8601-2 writes it, if it has a form for it.
    """

    span: Span
    text: str
    timex_type: TimexType
    value: str
    mod: TimexMod | None = None
    earliest: date | None = None
    latest: date | None = None
    confidence: float = 1.0
    range_id: int | None = None
    edtf: str | None = None


@dataclass(frozen=True, slots=True)
class Extraction:
    """All facts of one document, each kind in order of appearance."""

    id: str
    language: str
    extractor: str
    layout: Layout = field(default_factory=Layout)
    people: tuple[Person, ...] = ()
    quotes: tuple[Quote, ...] = ()
    dates: tuple[DateExpression, ...] = ()


@dataclass(frozen=True, slots=True)
class Failure:
    """A document that could not be read, and why."""

    id: str
    code: str
    message: str
