"""Datasette over the SQLite file: queries stored in its settings, and its pages of a table."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from benchmarks.api.peers import database, sql

if TYPE_CHECKING:
    from collections.abc import Mapping

_ARTICLE_COLUMNS = (
    "guid", "url", "source_id", "headline", "standfirst", "byline", "dateline", "section",
    "keywords", "language", "published_at", "published_on", "published_granularity",
    "modified_at", "version", "state", "state_reason", "extractor", "extracted_at", "loaded_at",
)  # fmt: skip
_FAR = "9999-12-31 00:00:00"


def settings(name: str) -> dict[str, Any]:
    """What Datasette is started with, for the database of a name."""
    statements = sql.statements(sqlite=True, rows=database.PAGE)
    queries = {
        "article_list": {"sql": statements["articles"]},
        "quote_list": {"sql": statements["quotes"]},
    }
    return {"databases": {name: {"queries": queries}}}


def query_path(name: str, values: Mapping[str, Any]) -> str:
    """A stored query; rows come flat, and without the people whom quotes name."""
    if "section" in values:
        asked = {"section": values["section"], **_between(values)}
        query = "article_list"
    else:
        before = str(values.get("before", _FAR)).replace("T", " ").removesuffix("Z")
        asked = {
            "speaker": values["speaker"],
            "before": before,
            "before_id": values.get("before_id", 0),
        }
        query = "quote_list"
    return f"/{name}/{query}.json?{urlencode({**asked, '_shape': 'array'})}"


def table_path(name: str, values: Mapping[str, Any]) -> str:
    """The table of articles, filtered, without a count."""
    between = _between(values)
    asked = [
        ("section", values["section"]),
        ("sort_at__gte", between["begin"]),
        ("sort_at__lt", between["end_before"]),
        ("_sort_desc", "sort_at"),
        ("_size", str(database.PAGE)),
        ("_shape", "array"),
        ("_nocount", "1"),
        ("_nofacet", "1"),
        *(("_col", column) for column in _ARTICLE_COLUMNS),
    ]
    return f"/{name}/articles_article.json?{urlencode(asked)}"


def _between(values: Mapping[str, Any]) -> dict[str, str]:
    begin, end = database.moments(
        date.fromisoformat(values["published_after"]),
        date.fromisoformat(values["published_before"]),
    )
    return {"begin": f"{begin:%Y-%m-%d %H:%M:%S}", "end_before": f"{end:%Y-%m-%d %H:%M:%S}"}
