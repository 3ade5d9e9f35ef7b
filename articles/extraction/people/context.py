"""The words around a person's name: what tells namesakes apart from article to article."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from itertools import islice
from typing import TYPE_CHECKING

from articles.extraction.people.candidates import common, time_and_people
from articles.extraction.people.names import plain
from articles.extraction.people.words import Shape

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from articles.extraction.people.words import Word
    from articles.extraction.types import Mention

# Words before and behind a name that are taken for its context.
REACH = 25
# Mentions of one person that are looked at, and words of each kind that are kept.
MENTIONS = 12
KEPT = 20


class Surroundings:
    """Gives the context of persons in one document."""

    def __init__(self, words: list[Word]) -> None:
        self._words = words
        self._starts = [word.start for word in words]

    def of(self, mentions: Iterable[Mention]) -> tuple[str, ...]:
        """Words near the mentions: names of all kinds capitalised, nouns in lower case.

        Of each kind at most ``KEPT``, the most frequent first; the person's own
        name is not among them.
        """
        mentions = list(mentions)
        own = {plain(word) for mention in mentions for word in mention.text.split()}
        names: Counter[str] = Counter()
        nouns: Counter[str] = Counter()
        for word in self._near(mentions):
            form = plain(word.text)
            if form in own or len(form) < 3:
                continue
            if _names_something(word):
                names[form.capitalize()] += 1
            elif word.tag in ("NN", "NNS") and word.fold not in common():
                nouns[form] += 1
        return (*_most_frequent(names), *_most_frequent(nouns))

    def _near(self, mentions: list[Mention]) -> Iterator[Word]:
        behind = 0
        for mention in mentions[:MENTIONS]:
            at = bisect_left(self._starts, mention.span.start)
            yield from islice(self._words, max(at - REACH, behind), at + REACH)
            behind = min(at + REACH, len(self._words))


def _names_something(word: Word) -> bool:
    if not word.nameable or word.shape is Shape.INITIALS or word.text in time_and_people():
        return False
    return bool(word.label) or (word.tag in ("NNP", "NNPS") and word.fold not in common())


def _most_frequent(words: Counter[str]) -> list[str]:
    return sorted(sorted(words), key=words.__getitem__, reverse=True)[:KEPT]
