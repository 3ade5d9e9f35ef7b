"""The words of a text with what the language model says about each."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from enum import Enum, auto
from itertools import pairwise

from spacy.attrs import ENT_IOB, ENT_TYPE, IDX, TAG
from spacy.tokens import Doc

from articles.extraction.lexicons import load
from articles.extraction.people.names import ABBREVIATIONS
from articles.extraction.types import Span

# A word longer than any name: hostile text, or a URL.
LONGEST_NAME_WORD = 40
# Long words that a line needs before its capitals show it to be a headline.
WORDS_OF_A_HEADLINE = 4
# A heading that stands in one line with its story is at least this long.
CAPITALS_IN_A_ROW = 4

_LETTER = r"(?:[^\W\d_][\u0300-\u036f]*)"
_WORD = re.compile(
    rf"(?:[^\W\d_]\.(?=[^\W\d_]\.|[-\s\]\"”,;:)]|[^\W\d_]))+|{_LETTER}+(?:[’'ʼ`‐‑-]{_LETTER}+)*"
)
# "I'm", "Trump-backed", "Paris-based": not a name, or not only one.
_JOINED_WORD = re.compile(r"[’'](?:m|d|t|ve|re|ll)\Z|-[a-z]{4,}\Z")
_APOSTROPHES = re.compile(r"[’'ʼ`]")
# al-Assad, el-Sisi, d'Estaing
_PREFIXES = frozenset("al el ul ad as an ash at ar ed d de l o".split())
_COUNTRIES = frozenset(
    "U.S. U.N. U.K. E.U. D.C. U.S.A. U.A.E. U.S.S.R. L.A. N.Y. P.M. A.M. N.J. N.H. N.C. N.D. N.M."
    " S.C. S.D. R.I.".split()
)
_POSSESSIVE = re.compile(r"[’'ʼ`][sS]\Z")


class Shape(Enum):
    """How a word is written."""

    LOWER = auto()
    CAPITALISED = auto()
    CAPITALS = auto()
    INITIALS = auto()


class Gap(Enum):
    """What stands between a word and the word before it."""

    NOTHING = auto()
    SPACE = auto()
    COMMA = auto()
    OPENING = auto()  # a quotation mark or bracket opens
    CLOSING = auto()  # a quotation mark or bracket closes
    LINE = auto()
    OTHER = auto()


@dataclass(slots=True)
class Word:
    """One word without possessive ending, in code points of the text.

    ``label`` is the model's entity type, ``entity`` the running number of
    that entity (-1 outside of any).
    """

    start: int
    end: int
    text: str
    fold: str
    shape: Shape
    gap: Gap
    possessive: bool
    label: str
    entity: int
    tag: str
    opens_sentence: bool = False
    headline: bool = False  # in a line whose words are capitalised throughout
    capitals: bool = False  # in a line written in capitals

    @property
    def joined(self) -> bool:
        """Whether the word continues the phrase of the word before it."""
        return self.gap in (Gap.SPACE, Gap.NOTHING)

    @property
    def nameable(self) -> bool:
        return self.shape is not Shape.LOWER


@dataclass(frozen=True, slots=True)
class _Tokens:
    starts: list[int]
    labels: list[str]
    entities: list[int]
    tags: list[str]


def read_words(doc: Doc, headline: Span | None = None) -> list[Word]:
    """Split the text of a parsed document, with a known headline or not, into words."""
    text = doc.text
    tokens = _tokens(doc)
    words: list[Word] = []
    end = 0
    for match in _WORD.finditer(text):
        word = _word(match, text[end : match.start()][:80] if words else "\n", tokens)
        if words and word.gap is Gap.OTHER and _abbreviated(words[-1], text, word.start):
            word.gap = Gap.SPACE
        end = match.end()
        words.append(word)
    words = _split_compounds(words)
    _mark_sentences(words, doc)
    _mark_lines(words)
    if headline is not None:
        _mark_line([word for word in words if headline.start <= word.start < headline.end], 2)
    return words


def _split_compounds(words: list[Word]) -> list[Word]:
    """Split "Lopez-Novak" where Lopez and Novak end names of their own in the text."""
    compounds = [word for word in words if "-" in word.text and word.nameable]
    if not compounds:
        return words
    runs = [_runs_on(before, word) for before, word in pairwise(words)]
    ends = {
        words[at + 1].text
        for at, runs_on in enumerate(runs)
        if runs_on and not any(runs[at + 1 : at + 2])
    }
    split: list[Word] = []
    for at, word in enumerate(words):
        head, _, tail = word.text.partition("-")
        lone = at == 0 or not _runs_on(words[at - 1], word)
        if lone and head in ends and tail in ends and word.text not in ends:
            split += _halves(word, len(head))
        else:
            split.append(word)
    return split


def _halves(word: Word, size: int) -> tuple[Word, Word]:
    """The words before and behind the hyphen at place ``size`` of a word."""
    head, tail = word.text[:size], word.text[size + 1 :]
    middle = word.start + size
    return (
        replace(word, end=middle, text=head, fold=head.casefold(), possessive=False),
        replace(word, start=middle + 1, text=tail, fold=tail.casefold(), gap=Gap.OTHER),
    )


def _runs_on(before: Word, word: Word) -> bool:
    if before.fold in load("common_words"):
        return False
    return before.nameable and not before.possessive and word.joined and word.nameable


def _tokens(doc: Doc) -> _Tokens:
    strings = doc.vocab.strings
    tokens = _Tokens([], [], [], [])
    entity = -1
    for start, tag, kind, iob in doc.to_array([IDX, TAG, ENT_TYPE, ENT_IOB]).tolist():
        entity += iob == 3
        tokens.starts.append(start)
        tokens.labels.append(strings[kind])
        tokens.entities.append(entity if kind else -1)
        tokens.tags.append(strings[tag])
    return tokens


def _word(match: re.Match[str], between: str, tokens: _Tokens) -> Word:
    text = match.group()
    possessive = bool(_POSSESSIVE.search(text))
    if possessive:
        text = text[:-2]
    at = max(bisect_right(tokens.starts, match.start()) - 1, 0)
    return Word(
        start=match.start(),
        end=match.start() + len(text),
        text=text,
        fold=text.casefold(),
        shape=_shape(text),
        gap=_gap(between),
        possessive=possessive,
        label=tokens.labels[at],
        entity=tokens.entities[at],
        tag=tokens.tags[at],
    )


def _shape(text: str) -> Shape:
    if len(text) > LONGEST_NAME_WORD:
        return Shape.LOWER
    if text in _COUNTRIES:
        return Shape.LOWER
    if text.endswith(".") or (len(text) == 1 and text.isupper()):
        return Shape.INITIALS if text[0].isupper() else Shape.LOWER
    if _JOINED_WORD.search(text) and text.rpartition("-")[2] not in load("korean_syllables"):
        return Shape.LOWER
    if text[0].isupper():
        return Shape.CAPITALS if text.isupper() else Shape.CAPITALISED
    head, _, tail = _APOSTROPHES.sub("-", text).partition("-")
    return Shape.CAPITALISED if head in _PREFIXES and tail[:1].isupper() else Shape.LOWER


def _gap(between: str) -> Gap:
    if not between:
        return Gap.NOTHING
    if between.isspace():
        return Gap.LINE if "\n" in between or "\r" in between else Gap.SPACE
    if "\n" in between:
        return Gap.LINE
    if between[-1] in "\"“‘'`«(" and between[0].isspace():
        return Gap.OPENING
    if between[0] in "\"”’'»)" and between[1:].isspace():
        return Gap.CLOSING
    return Gap.COMMA if between.strip() == "," else Gap.OTHER


def _abbreviated(before: Word, text: str, start: int) -> bool:
    return (
        before.fold in ABBREVIATIONS
        and text[before.end] == "."
        and text[before.end + 1 : start].isspace()
        and "\n" not in text[before.end : start]
    )


def _mark_sentences(words: list[Word], doc: Doc) -> None:
    starts = {sentence.start_char for sentence in doc.sents} if len(doc) else set()
    for word in words:
        word.opens_sentence = word.start in starts or word.gap in (Gap.LINE, Gap.OPENING)


def _mark_lines(words: list[Word]) -> None:
    first = 0
    for at in range(1, len(words) + 1):
        if at == len(words) or words[at].gap is Gap.LINE:
            _mark_line(words[first:at])
            first = at


def _mark_capitals(line: list[Word]) -> None:
    """Mark stretches in capitals inside a line that goes on in mixed case."""
    first = 0
    for at in range(1, len(line) + 1):
        if at == len(line) or line[at].shape not in (Shape.CAPITALS, Shape.INITIALS):
            if at - first >= CAPITALS_IN_A_ROW:
                for word in line[first:at]:
                    word.capitals = True
            first = at + 1


def _mark_line(line: list[Word], least: int = WORDS_OF_A_HEADLINE) -> None:
    long = [word for word in line if len(word.text) > 3]
    capitals = sum(word.shape is Shape.CAPITALS for word in long)
    if capitals >= 2 and capitals * 3 >= len(long) * 2:
        for word in line:
            word.capitals = True
    elif len(long) >= least and sum(word.nameable for word in long) * 5 >= len(long) * 4:
        for word in line:
            word.headline = True
    else:
        _mark_capitals(line)
