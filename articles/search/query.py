"""The query language: words, "phrases", OR and -minus, and what the engines are asked.

Words stand for themselves in any form, and all must occur, with or without AND between
them. OR joins the words or phrases on both sides of it and binds closer than AND. What has
a minus must not occur. Nothing else means anything: whatever a user types is words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from articles.extraction.folding import fold
from articles.search.stems import variants

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

MAX_CHARACTERS = 500
MAX_WORDS = 20

_QUOTATION_MARKS = str.maketrans("“”„‟", '""""')
# A phrase, which runs to the end where its closing mark is missing, or a run of letters.
_PIECE = re.compile(r'(?P<minus>-?)(?:"(?P<phrase>[^"]*)"?|(?P<word>[^\s"]+))')

_LONE_OR = "OR stands between two words or phrases."


class QueryError(ValueError):
    """A query that asks for nothing, or for too much; the message is for its author."""


@dataclass(frozen=True)
class Term:
    """Folded words that must follow each other; most often one."""

    words: tuple[str, ...]

    @cached_property
    def variants(self) -> tuple[tuple[str, ...], ...]:
        """The tokens of the words in each language."""
        return variants(self.words)


@dataclass(frozen=True, slots=True)
class Query:
    """What a text must hold and must not.

    Attributes:
        groups: at least one term of each must occur; there is at least one group.
        excluded: none of these may occur.
    """

    groups: tuple[tuple[Term, ...], ...]
    excluded: tuple[Term, ...] = ()


def parse(text: str) -> Query:
    """Read a query.

    Raises:
        QueryError: no word to look for, an OR without words on both sides of it, more
            than ``MAX_WORDS`` words or more than ``MAX_CHARACTERS`` characters.
    """
    if len(text) > MAX_CHARACTERS:
        raise QueryError(f"At most {MAX_CHARACTERS} characters.")
    groups: list[tuple[Term, ...]] = []
    excluded: list[Term] = []
    joining = False
    for piece in _PIECE.finditer(text.translate(_QUOTATION_MARKS)):
        term = Term(tuple(fold(piece["phrase"] or piece["word"] or "").split()))
        if piece[0] == "OR":
            if joining or not groups:
                raise QueryError(_LONE_OR)
            joining = True
        elif not term.words or piece[0] == "AND":
            continue
        elif piece["minus"]:
            excluded.append(term)
        elif joining:
            groups[-1] = (*groups[-1], term)
            joining = False
        else:
            groups.append((term,))
    if joining:
        raise QueryError(_LONE_OR)
    _check(groups, excluded)
    return Query(tuple(dict.fromkeys(groups)), tuple(dict.fromkeys(excluded)))


def _check(groups: list[tuple[Term, ...]], excluded: list[Term]) -> None:
    if not groups:
        raise QueryError(
            "Only words that must not occur: add one to look for."
            if excluded
            else "There is no word in it."
        )
    terms = [*excluded, *(term for group in groups for term in group)]
    if sum(len(term.words) for term in terms) > MAX_WORDS:
        raise QueryError(f"At most {MAX_WORDS} words.")


def as_tsquery(query: Query) -> str:
    """The query for PostgreSQL, to be cast to ``tsquery``."""

    def any_of(terms: Iterable[Term]) -> str:
        phrases = (" <-> ".join(f"'{token}'" for token in tokens) for tokens in _ways(terms))
        return " | ".join(f"({phrase})" for phrase in phrases)

    wanted = " & ".join(f"({any_of(group)})" for group in query.groups)
    return f"{wanted} & !({any_of(query.excluded)})" if query.excluded else wanted


def as_fts5(query: Query) -> str:
    """The query for SQLite's ``MATCH``."""

    def any_of(terms: Iterable[Term]) -> str:
        return " OR ".join(f'"{" ".join(tokens)}"' for tokens in _ways(terms))

    wanted = " AND ".join(f"({any_of(group)})" for group in query.groups)
    return f"({wanted}) NOT ({any_of(query.excluded)})" if query.excluded else wanted


def _ways(terms: Iterable[Term]) -> Iterator[tuple[str, ...]]:
    return (tokens for term in terms for tokens in term.variants)
