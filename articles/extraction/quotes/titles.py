"""Marks around what nobody says: titles of works and subheadings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articles.extraction.quotes.shapes import Family

if TYPE_CHECKING:
    from collections.abc import Sequence

    from articles.extraction.quotes.page import Page

_LONGEST_TITLE = 8
_LONGEST_SUBHEADING = 8
_SMALL_WORD = 4  # shorter words may stand in lower case in a title


def is_title(page: Page, region: int) -> bool:
    """Whether a region is capitalised as a work's or programme's title."""
    words = page.regions[region].inner.of(page.text).split()
    if len(words) > _LONGEST_TITLE:
        return False
    return all(word[0].isupper() or len(word) < _SMALL_WORD for word in words) and (
        words[0][0].isupper() or words[0][0].isdigit()
    )


def is_subheading(page: Page, chain: Sequence[int]) -> bool:
    """Whether a short single-quoted line stands alone in a text that quotes otherwise."""
    region = page.regions[chain[0]]
    paragraph = page.paragraphs[region.paragraph]
    outside = page.text[paragraph.start : region.outer.start]
    outside += page.text[region.outer.end : paragraph.end]
    return (
        len(chain) == 1
        and region.family is Family.SINGLE
        and not any(c.isalnum() for c in outside)
        and region.inner.of(page.text).count(" ") < _LONGEST_SUBHEADING
        and Family.DOUBLE in page.families
    )
