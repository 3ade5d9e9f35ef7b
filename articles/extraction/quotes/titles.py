"""Marks around what nobody says: titles of works and subheadings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articles.extraction.quotes.shapes import Family

if TYPE_CHECKING:
    from collections.abc import Sequence

    from articles.extraction.quotes.page import Page

_LONGEST_TITLE = 8
_LONGEST_SUBHEADING = 8
_ENTITLING = frozenset("titled entitled headlined subtitled captioned nicknamed".split())
_WORKS = frozenset(
    "album autobiography ballad blockbuster book column comedy documentary drama essay film"
    " memoir movie musical novel opera painting paper play podcast poem programme program record"
    " series show single sitcom song thriller track".split()
)
_SMALL_WORD = 4  # shorter words may stand in lower case in a title


def is_title(page: Page, region: int) -> bool:
    """Whether a region is capitalised as a work's or programme's title."""
    words = page.regions[region].inner.of(page.text).split()
    if len(words) > _LONGEST_TITLE:
        return False
    return all(word[0].isupper() or len(word) < _SMALL_WORD for word in words) and (
        words[0][0].isupper() or words[0][0].isdigit()
    )


def is_entitled(page: Page, region: int) -> bool:
    """Whether the words before name a work: "titled", "headlined", "in her new book, ..."."""
    before = page.region_tokens[region][0] - 1
    if before >= 0 and page.lower[before] in _ENTITLING:
        return True
    if before > 0 and page.words[before] == ",":
        before -= 1
    return before >= 0 and page.lower[before] in _WORKS and is_title(page, region)


def is_subheading(page: Page, chain: Sequence[int]) -> bool:
    """Whether a short line alone is in capitals, or in single marks where others are double."""
    region = page.regions[chain[0]]
    paragraph = page.paragraphs[region.paragraph]
    outside = page.text[paragraph.start : region.outer.start]
    outside += page.text[region.outer.end : paragraph.end]
    inner = region.inner.of(page.text)
    return (
        len(chain) == 1
        and not any(c.isalnum() for c in outside)
        and inner.count(" ") < _LONGEST_SUBHEADING
        and (inner.isupper() or (region.family is Family.SINGLE and Family.DOUBLE in page.families))
    )
