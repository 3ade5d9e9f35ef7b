"""Where the words of a query stand in a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from articles.search.query import Query, Term


def matches(tokens: Sequence[str], query: Query) -> bool:
    """Whether a text stored as these tokens is what a query asks for."""
    found = {group for _, _, group in occurrences(tokens, [*query.groups, query.excluded])}
    return found == set(range(len(query.groups)))


def occurrences(
    tokens: Sequence[str], groups: Iterable[Iterable[Term]]
) -> Iterator[tuple[int, int, int]]:
    """Each place of a term in a text, as ``(first token, behind the last, number of its group)``.

    Takes time linear in the tokens, since a query has few words.
    """
    phrases: dict[str, set[tuple[tuple[str, ...], int]]] = {}
    for number, group in enumerate(groups):
        for phrase in (variant for term in group for variant in term.variants):
            phrases.setdefault(phrase[0], set()).add((phrase, number))
    for first, token in enumerate(tokens):
        for phrase, number in phrases.get(token, ()):
            if tuple(tokens[first : first + len(phrase)]) == phrase:
                yield first, first + len(phrase), number
