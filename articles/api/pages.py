"""A page of a list as it is answered: rows, and the ways to the pages beside it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote_plus

from articles.api.questions import MOST_COUNTED

if TYPE_CHECKING:
    from articles.api.cursors import Cursor
    from articles.api.questions import Page, PageRequest, Question


def page_of(
    question: Question, asked: PageRequest, address: str, name: str, *, count: bool
) -> tuple[dict[str, Any], str]:
    """The content of a page and its Link header (RFC 8288); ``name`` is what cursors are of."""
    page = question.page(asked)
    if not page.items and not asked.cursor and (followed := question.followed()):
        question = followed
        page = question.page(asked)
    place = f"{name} {asked.ordering}"
    links = {
        "next": _address(address, _following(page, asked), place),
        "previous": _address(address, _preceding(page, asked), place),
    }
    content: dict[str, Any] = _counted(question.count()) if count else {}
    content |= {**links, "results": page.items}
    names = {"next": "next", "previous": "prev"}
    return content, ", ".join(
        f'<{url}>; rel="{names[relation]}"' for relation, url in links.items() if url
    )


def _counted(found: int) -> dict[str, Any]:
    return {"count": min(found, MOST_COUNTED), "count_exact": found <= MOST_COUNTED}


def _following(page: Page, asked: PageRequest) -> Cursor | None:
    if not page.ends or not (asked.back or page.more):
        return None
    return page.ends[-1]


def _preceding(page: Page, asked: PageRequest) -> Cursor | None:
    if not page.ends or asked.cursor is None or (asked.back and not page.more):
        return None
    return replace(page.ends[0], back=True)


def _address(address: str, cursor: Cursor | None, place: str) -> str | None:
    """The address asked for, with another cursor."""
    if cursor is None:
        return None
    path, _, query = address.partition("?")
    kept = [pair for pair in query.split("&") if pair and _name_of(pair) != "cursor"]
    return f"{path}?{'&'.join(sorted([*kept, f'cursor={cursor.encode(place)}']))}"


def _name_of(pair: str) -> str:
    return unquote_plus(pair.partition("=")[0])
