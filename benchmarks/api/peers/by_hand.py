"""The questions answered through any function that runs a statement."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

from benchmarks.api.peers import shapes
from benchmarks.api.peers.database import IS_SQLITE, PAGE, moments

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    Rows = Sequence[Sequence[Any]]
    # Runs the statement of a name.
    Fetch = Callable[[str, Mapping[str, Any]], Rows]


def article_list(fetch: Fetch, query: Mapping[str, str]) -> bytes:
    return shapes.dumps(shapes.article_page(fetch("articles", list_parameters(query))))


def quote_list(fetch: Fetch, query: Mapping[str, str]) -> bytes:
    rows = fetch("quotes", quote_parameters(query))
    about = fetch("about", about_parameters(rows))
    return shapes.dumps(shapes.quote_page(rows, about))


def article_detail(fetch: Fetch, article: int) -> bytes:
    of = {"article": article}
    (row,) = fetch("article", of)
    mentions, quotes, dates = (fetch(name, of) for name in ("mentions", "article_quotes", "dates"))
    return shapes.dumps(shapes.article_with_facts(row, mentions, quotes, dates))


def list_parameters(query: Mapping[str, str]) -> dict[str, Any]:
    begin, end = moments(
        date.fromisoformat(query["published_after"]), date.fromisoformat(query["published_before"])
    )
    return {"section": query["section"], "begin": _stored(begin), "end_before": _stored(end)}


def quote_parameters(query: Mapping[str, str]) -> dict[str, Any]:
    before = datetime.fromisoformat(query.get("before", shapes.FAR))
    return {
        "speaker": int(query["speaker"]),
        "before": _stored(before),
        "before_id": int(query.get("before_id", "0")),
    }


def about_parameters(rows: Rows) -> dict[str, Any]:
    ids = [row[0] for row in rows[:PAGE]]
    return {"quotes": shapes.dumps(ids).decode() if IS_SQLITE else ids}


def _stored(moment: datetime) -> datetime | str:
    """As the database compares it: SQLite has text."""
    return f"{moment.astimezone(UTC):%Y-%m-%d %H:%M:%S}" if IS_SQLITE else moment
