"""Noun phrases that may name a speaker, read off the parse and, where it fails, off the order."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from articles.extraction.quotes.page import TITLE_ABBREVIATIONS

if TYPE_CHECKING:
    from articles.extraction.quotes.page import Page

NOMINAL_TAGS = frozenset(("NN", "NNS", "NNP", "NNPS", "PRP", "WP", "DT", "CD", "PRP$", "WDT", "FW"))
NAME_TAGS = frozenset(("NNP", "NNPS"))
FINITE = ("VBD", "VBZ", "VBP", "MD")
_INSIDE_TAGS = NOMINAL_TAGS | {"JJ", "JJR", "JJS", "POS", "HYPH", "VBN", "VBG"}
_PRONOUN_TAGS = frozenset(("PRP", "WP", "WDT"))
_TAIL_PREPOSITIONS = frozenset(("of", "for", "at", "from", "with", "in", "on", "to", "near", "by"))
_LONGEST_TAIL = 12
_SUFFIXES = frozenset(("jr", "jr.", "sr", "sr.", "ii", "iii", "iv"))
TIMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday tonight"
    " tomorrow week month year morning afternoon evening night weekend day".split()
)
_FARTHEST = 30
_CLOCK_WORDS = frozenset("am pm a.m. p.m. gmt bst et est cet : . - – —".split())


@dataclass(frozen=True, slots=True)
class Phrase:
    """Tokens from ``first`` to ``last`` inclusive, with the word that heads them."""

    first: int
    last: int
    head: int


def phrase_of(page: Page, head: int) -> Phrase:
    """The noun phrase of a head, as a reader would name the speaker.

    It ends before the first comma, relative clause or bracket; a phrase headed
    by a common noun keeps a short "of ..." or "for ..." behind it.
    """
    sentence = page.sentence[head]
    first = head
    lowest = max(page.left_edges[head], page.sentence_tokens[sentence][0])
    while first > lowest and _belongs_before(page, first - 1, head):
        first -= 1
    while first < head and page.tags[first] in {"CC", "IN", "RB", ",", ":", "HYPH", "POS"}:
        first += 1
    last = _last(page, head)
    phrase = Phrase(first, last, last if page.tags[head] in NAME_TAGS else head)
    return without_clock(page, phrase)


def _belongs_before(page: Page, token: int, head: int) -> bool:
    if not page.is_outside(token) or page.sentence[token] != page.sentence[head]:
        return False
    if page.words[token] in {",", ";", "-", "–", "—", ":", "(", ")"} or page.words[token].isspace():
        return page.words[token] == "-" and page.tags[token] == "HYPH"
    return True


def _last(page: Page, head: int) -> int:
    end = page.sentence_tokens[page.sentence[head]][1]
    last = head
    if page.lower[head] in TITLE_ABBREVIATIONS and page.words[min(head + 1, end - 1)] == ".":
        run = phrase_behind(page, head + 1, end)
        return run.last if run else head
    if last + 1 < end and page.lower[last + 1] in _SUFFIXES:
        return last + 1
    if page.tags[head] in NAME_TAGS | _PRONOUN_TAGS or last + 1 >= end:
        return last
    limit = min(page.right_edges[head], head + _LONGEST_TAIL, end - 1)
    if page.lower[last + 1] not in _TAIL_PREPOSITIONS or page.heads[last + 1] != head:
        return last
    while last < limit and _belongs_behind(page, last + 1):
        last += 1
    while last > head and page.tags[last] not in NOMINAL_TAGS:
        last -= 1
    return last


def _belongs_behind(page: Page, token: int) -> bool:
    tag = page.tags[token]
    return (
        page.is_outside(token)
        and not tag.startswith(("VB", "W", ",", ":", "-", ".", "MD"))
        and not page.words[token].isspace()
    )


_CLOCK = re.compile(r"\d{1,2}(?:[:.]\d{2})?(?:\s?[ap]\.?m\.?)?\Z", re.IGNORECASE)


def without_clock(page: Page, phrase: Phrase) -> Phrase:
    """The phrase without the time in front of it: "16:30 Cllr Smith" on a live page."""
    first = phrase.first
    if page.paragraph_tokens[page.paragraph[first]][0] != first:
        return phrase
    while first < phrase.head and is_time(page, first):
        first += 1
    return replace(phrase, first=first)


def is_time(page: Page, token: int) -> bool:
    """Whether a word belongs to the time of day in front of an entry: "11:05 -"."""
    word = page.lower[token]
    return bool(_CLOCK.match(word)) or word in _CLOCK_WORDS


def phrase_before(page: Page, token: int, lowest: int) -> Phrase | None:
    """The nearest noun phrase that ends before a token, found by tags alone."""
    for i in range(token - 1, max(lowest, token - _FARTHEST) - 1, -1):
        if not page.is_outside(i):
            return None
        if is_speakerlike(page, i):
            return _run(page, i, lowest, token)
    return None


def phrase_behind(page: Page, token: int, limit: int) -> Phrase | None:
    """The noun phrase that starts right behind a token, found by tags alone."""
    head = None
    for i in range(token + 1, min(limit, token + _FARTHEST)):
        if not page.is_outside(i) or not _may_be_inside(page, i):
            break
        if is_speakerlike(page, i):
            head = i
    return None if head is None else _run(page, head, token + 1, limit)


def _may_be_inside(page: Page, token: int) -> bool:
    if page.words[token] == ".":
        return page.lower[token - 1] in TITLE_ABBREVIATIONS
    return page.tags[token] in _INSIDE_TAGS


def _run(page: Page, head: int, lowest: int, limit: int) -> Phrase:
    first = head
    while (
        page.tags[head] not in _PRONOUN_TAGS
        and first > lowest
        and page.is_outside(first - 1)
        and page.tags[first - 1] in _INSIDE_TAGS - _PRONOUN_TAGS
    ):
        first -= 1
    last = head
    if head + 1 < limit and page.lower[head + 1] in _SUFFIXES:
        last += 1
    return without_clock(page, Phrase(first, last, head))


def is_speakerlike(page: Page, token: int) -> bool:
    """Whether a word can head the phrase for a speaker, as far as its tag tells."""
    tag = page.tags[token]
    if tag in {"DT", "CD", "PRP$", "WDT", "FW"}:
        return False
    return tag in NOMINAL_TAGS and page.lower[token] not in TIMES
