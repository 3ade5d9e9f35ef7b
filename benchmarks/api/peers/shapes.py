"""From rows of ``sql`` to the JSON that the API answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import orjson

from benchmarks.api.peers.database import PAGE

if TYPE_CHECKING:
    from collections.abc import Sequence

    Row = Sequence[Any]

# Behind every row of a list.
FAR = "9999-12-31T00:00:00Z"


def dumps(answer: Any) -> bytes:
    return orjson.dumps(answer, option=orjson.OPT_UTC_Z)


def article_page(rows: Sequence[Row]) -> dict[str, Any]:
    return {"next": _behind(rows), "results": [_article(row) for row in rows[:PAGE]]}


def quote_page(rows: Sequence[Row], about: Sequence[Row]) -> dict[str, Any]:
    named = _by_quote(about)
    results = []
    for row in rows[:PAGE]:
        quote = _quote(row, named)
        quote["article"] = {
            "id": row[24],
            "headline": row[25],
            "published_at": row[26],
            "url": row[27],
        }
        quote["source"] = {"id": row[28], "slug": row[29], "name": row[30]}
        results.append(quote)
    return {"next": _behind(rows), "results": results}


def article_with_facts(
    row: Row, mentions: Sequence[Row], quotes: Sequence[Row], dates: Sequence[Row]
) -> dict[str, Any]:
    people: dict[int, dict[str, Any]] = {}
    for mention in mentions:
        person = people.setdefault(
            mention[0], {"id": mention[0], "name": mention[1], "mentions": []}
        )
        person["mentions"].append(_mention(mention))
    named = _by_quote([(mention[7], mention[0], mention[1]) for mention in mentions])
    article = _article(row)
    article["body"] = row[23]
    article["body_sha256"] = row[24]
    article["people"] = list(people.values())
    article["quotes"] = [_quote(quote, named) for quote in quotes]
    article["dates"] = [_date(date) for date in dates]
    return article


def _behind(rows: Sequence[Row]) -> dict[str, Any] | None:
    """Where the next page begins, if there is one."""
    if len(rows) <= PAGE:
        return None
    last = rows[PAGE - 1]
    return {"before": last[-1], "before_id": last[0]}


def _by_quote(about: Sequence[Row]) -> dict[int, list[dict[str, Any]]]:
    named: dict[int, dict[int, dict[str, Any]]] = {}
    for quote, person, name in about:
        if quote is not None:
            named.setdefault(quote, {})[person] = {"id": person, "name": name}
    return {quote: list(people.values()) for quote, people in named.items()}


def _article(row: Row) -> dict[str, Any]:
    return {
        "id": row[0],
        "guid": row[1],
        "url": row[2],
        "source": {"id": row[3], "slug": row[4], "name": row[5]},
        "headline": row[6],
        "standfirst": row[7],
        "byline": row[8],
        "dateline": row[9],
        "section": row[10],
        "keywords": orjson.Fragment(row[11]),
        "language": row[12],
        "published_at": row[13],
        "published_on": row[14],
        "published_granularity": row[15],
        "modified_at": row[16],
        "version": row[17],
        "state": row[18],
        "state_reason": row[19],
        "extractor": row[20],
        "extracted_at": row[21],
        "loaded_at": row[22],
    }


def _quote(row: Row, named: dict[int, list[dict[str, Any]]]) -> dict[str, Any]:
    said_on = None
    if row[15] is not None:
        said_on = {
            "id": row[15],
            "text": row[16],
            "value": row[17],
            "earliest": row[18],
            "latest": row[19],
        }
    return {
        "id": row[0],
        "start": row[1],
        "end": row[2],
        "text": row[3],
        "segments": orjson.Fragment(row[4]),
        "quote_type": row[5],
        "speaker": None if row[6] is None else {"id": row[6], "name": row[7]},
        "speaker_text": row[8],
        "speaker_start": row[9],
        "speaker_end": row[10],
        "cue": row[11],
        "cue_start": row[12],
        "cue_end": row[13],
        "cue_lemma": row[14],
        "said_on": said_on,
        "about": named.get(row[0], []),
        "confidence": row[20],
        "origin": row[21],
        "status": row[22],
        "extractor": row[23],
    }


def _mention(row: Row) -> dict[str, Any]:
    return {
        "id": row[2],
        "start": row[3],
        "end": row[4],
        "text": row[5],
        "title": row[6],
        "quote": row[7],
        "confidence": row[8],
        "origin": row[9],
        "status": row[10],
        "extractor": row[11],
    }


def _date(row: Row) -> dict[str, Any]:
    return {
        "id": row[0],
        "start": row[1],
        "end": row[2],
        "text": row[3],
        "timex_type": row[4],
        "value": row[5],
        "mod": row[6],
        "edtf": row[7],
        "range": row[8],
        "earliest": row[9],
        "latest": row[10],
        "quote": row[11],
        "confidence": row[12],
        "origin": row[13],
        "status": row[14],
        "extractor": row[15],
    }
