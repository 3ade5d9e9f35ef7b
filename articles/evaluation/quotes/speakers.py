"""Is the right one said to speak? Phrases are compared by their heads."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING

from articles.evaluation.quotes.gold import Marked
from articles.evaluation.quotes.words import WORD
from articles.extraction.types import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from articles.evaluation.quotes.gold import Found, Speaker


class Form(StrEnum):
    """What kind of words name a speaker."""

    NAMED = "named"
    DESCRIBED = "described"  # "a police spokesman", "the ministry"
    PRONOUN = "pronoun"
    NONE = "none"


_PRONOUNS = frozenset(
    """
    i me my myself we us our ours you your he him his himself she her hers herself it its itself
    they them their theirs themselves who whom whose which that this these those
    """.split()
)
_TITLES = frozenset(
    """
    a an the mr mrs ms miss mx dr prof sir lord lady dame sen rep gov gen col capt lt sgt rev hon
    senator representative governor president president-elect vice premier chancellor minister prime
    secretary mayor judge justice king queen prince princess pope professor general former new state
    republican democrat democratic labour conservative candidate nominee
    """.split()
)
_EMPTY = frozenset(
    "a an the of and or in for to at on by with from as mr mrs ms dr sen rep gov".split()
)
_SUFFIXES = frozenset("jr sr ii iii iv phd md qc kc mp".split())
# Where the first noun phrase of a longer one ends.
_ENDS = frozenset(
    """
    who whom whose which that where when of at in from for with on to by near about including among
    within during as against behind outside inside across like under after before between around
    over through is was are were
    """.split()
)
_BREAK = re.compile(r"[(\[;—–]|--")
_COMMA = re.compile(r",(?=\s)")
_PARTICIPLE = re.compile(r"[a-z]+(?:ing|ed)")
_NO_APPOSITION = re.compile(
    r"\s*(?:who|which|whose|where|when|in|at|on|during|like|including|though|but|\w+ing)\b",
    re.IGNORECASE,
)
_AGE_OR_SUFFIX = re.compile(r"\s*(?:\d{1,3}|jr\.?|sr\.?|[ivx]+|[rd]-\S.*)?\s*", re.IGNORECASE)


def form_of(speaker: Speaker | None) -> Form:
    if speaker is None:
        return Form.NONE
    if _bare(speaker.text.strip().rstrip(",")) in _PRONOUNS:
        return Form.PRONOUN
    words = WORD.findall(re.split(r"[,(]", speaker.text)[0])
    named = [word for word in words if _bare(word) not in _TITLES]
    return Form.NAMED if named and named[-1][0].isupper() else Form.DESCRIBED


def is_same_speaker(text: str, one: Marked | Found, other: Marked | Found) -> bool:
    """Whether a marked quote and a found one, in either order, have the same speaker."""
    marked, found = (one, other) if isinstance(one, Marked) else (other, one)
    return is_right(text, marked.speaker, found.speaker)


def is_right(text: str, marked: Speaker | None, found: Speaker | None) -> bool:
    """Whether the speaker found is the marked one.

    The phrase found covers a head of the marked one, or a word of the name found
    is such a head, unless two full names share a surname and nothing else. Where
    the gold has nobody, nobody may be found. A pronoun is right as the same word.
    """
    if marked is None or found is None:
        return marked is None and found is None
    heads = [marked.span] if marked.span else []
    if marked.span and form_of(marked) is not Form.PRONOUN:
        heads = list(_heads(text, marked.span))
    if found.span and any(head.overlaps(found.span) for head in heads):
        return True
    if form_of(marked) is Form.PRONOUN:
        return _bare(found.text) == _bare(marked.text)
    wanted = {_bare(head.of(text)) for head in heads} or set(_names(marked.text))
    given = {_bare(word) for word in WORD.findall(found.name or found.text)} - _EMPTY
    return bool(wanted & given) and not _are_namesakes(marked, found)


def is_resolved(marked: Speaker, found: Speaker | None) -> bool:
    """Whether a pronoun was given the person whom the gold says it means."""
    if found is None:
        return False
    words = WORD.findall(marked.name)
    return bool(words) and _bare(words[-1]) in _names(found.name or found.text)


def _are_namesakes(marked: Speaker, found: Speaker) -> bool:
    one, other = _names(marked.text), _names(found.name or found.text)
    return (
        form_of(marked) is Form.NAMED
        and len(one) > 1
        and len(other) > 1
        and one[-1] == other[-1]
        and one[0][0] != other[0][0]
        and not set(one[:-1]) & set(other[:-1])
    )


def _names(phrase: str) -> list[str]:
    words = (_bare(word) for word in WORD.findall(phrase))
    return [word for word in words if word not in _TITLES and word not in _SUFFIXES]


def _bare(word: str) -> str:
    """In small letters, without a possessive ending."""
    return re.sub(r"'s?$", "", word.strip().lower().replace("’", "'")).rstrip(".")


def _heads(text: str, phrase: Span) -> Iterator[Span]:
    """The head words of a phrase, and of the apposition behind its first comma."""
    commas = [found.start() for found in _COMMA.finditer(text, phrase.start, phrase.end)]
    edges = [*commas, phrase.end]
    yield from _heads_of_chunk(text, phrase.start, edges[0])
    for start, end in zip(commas, edges[1:], strict=True):
        part = text[start + 1 : end]
        if _AGE_OR_SUFFIX.fullmatch(part):
            continue
        if not _NO_APPOSITION.match(part):
            yield from _heads_of_chunk(text, start + 1, end)
        return


def _heads_of_chunk(text: str, start: int, end: int) -> Iterator[Span]:
    """The last word of a noun phrase; of each where "and" joins several."""
    group: list[Span] = []
    for span in _chunk(text, start, end):
        if span.of(text).lower() in {"and", "or"} and group:
            yield _head(text, group)
            group = []
        else:
            group.append(span)
    if group:
        yield _head(text, group)


def _chunk(text: str, start: int, end: int) -> list[Span]:
    kept: list[Span] = []
    for found in WORD.finditer(text, start, end):
        word = found.group()
        if kept and (_BREAK.search(text, kept[-1].end, found.start()) or word.lower() in _ENDS):
            break
        if len(kept) > 1 and _PARTICIPLE.fullmatch(word):
            break
        kept.append(Span(*found.span()))
    return kept


def _head(text: str, group: Sequence[Span]) -> Span:
    named = [span for span in group if _bare(span.of(text)) not in _SUFFIXES]
    return named[-1] if named else group[-1]
