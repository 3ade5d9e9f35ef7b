"""The SQL that a person would write by hand for each question, on both databases.

Parameters are written ``:name``; ``for_psycopg`` and ``for_asyncpg`` turn them
into what these take.
"""

from __future__ import annotations

import re

from benchmarks.api.peers.database import PAGE

_PARAMETER = re.compile(r"(?<![:\w]):([a-z_]+)")
_SPEAKER_AND_CUE = (
    "speaker_text", "speaker_start", "speaker_end", "cue", "cue_start", "cue_end", "cue_lemma",
)  # fmt: skip
_FACT = ("confidence", "origin", "status", "extractor")
_CURRENT = "earlier_version_id IS NULL AND {0}.status <> 'rejected'"


def statements(
    *, sqlite: bool, times_as_text: bool = False, rows: int = PAGE + 1
) -> dict[str, str]:
    """By name: ``articles``, ``quotes``, ``about``, and those of an article with its facts.

    Times come as the driver has them, or as text, which they always are in SQLite.
    JSON comes as text. Lists have one row more than a page, which tells whether there is another.
    """

    def moment(column: str) -> str:
        if sqlite:
            return f"replace({column}, ' ', 'T') || 'Z'"
        if times_as_text:
            return f"to_char({column} AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')"
        return column

    def json(column: str) -> str:
        return column if sqlite else f"{column}::text"

    article = {
        "id": "a.id",
        "guid": "a.guid",
        "url": "a.url",
        "source_id": "s.id",
        "source_slug": "s.slug",
        "source_name": "s.name",
        **{
            name: f"a.{name}"
            for name in ("headline", "standfirst", "byline", "dateline", "section")
        },
        "keywords": json("a.keywords"),
        "language": "a.language",
        "published_at": moment("a.published_at"),
        "published_on": "a.published_on",
        "published_granularity": "a.published_granularity",
        "modified_at": moment("a.modified_at"),
        **{name: f"a.{name}" for name in ("version", "state", "state_reason", "extractor")},
        "extracted_at": moment("a.extracted_at"),
        "loaded_at": moment("a.loaded_at"),
    }
    quote = {
        "id": "q.id",
        "start": "q.start",
        "end": 'q."end"',
        "text": "q.text",
        "segments": json("q.segments"),
        "quote_type": "q.quote_type",
        "speaker_id": "p.id",
        "speaker_name": "p.name",
        **{name: f"q.{name}" for name in _SPEAKER_AND_CUE},
        "said_on_id": "d.id",
        **{f"said_on_{name}": f"d.{name}" for name in ("text", "value", "earliest", "latest")},
        **{name: f"q.{name}" for name in _FACT},
    }
    quote_tables = """articles_quote q
        LEFT JOIN articles_person p ON p.id = q.speaker_id
        LEFT JOIN articles_dateexpression d ON d.id = q.said_on_id"""
    # SQLite would rather take the index of a column that is NULL nearly everywhere.
    own_index = "+" if sqlite else ""
    of_quotes = "IN (SELECT value FROM json_each(:quotes))" if sqlite else "= ANY(:quotes)"
    return {
        "articles": f"""
            SELECT {_columns(article)}, {moment("a.sort_at")} AS sort_at
            FROM articles_article a JOIN articles_source s ON s.id = a.source_id
            WHERE a.section = :section AND a.sort_at >= :begin AND a.sort_at < :end_before
            ORDER BY a.sort_at DESC, a.id DESC LIMIT {rows}""",
        "quotes": f"""
            SELECT {_columns(quote)}, a.id AS article_id, a.headline,
                {moment("a.published_at")} AS published_at, a.url, s.id AS source_id,
                s.slug AS source_slug, s.name AS source_name, {moment("q.sort_at")} AS sort_at
            FROM {quote_tables}
            JOIN articles_article a ON a.id = q.article_id
            JOIN articles_source s ON s.id = a.source_id
            WHERE q.speaker_id = :speaker AND q.{_CURRENT.format("q")}
            AND (q.sort_at, q.id) < (:before, :before_id)
            ORDER BY q.sort_at DESC, q.id DESC LIMIT {rows}""",
        "about": f"""
            SELECT m.quote_id, p.id, p.name
            FROM articles_mention m JOIN articles_person p ON p.id = m.person_id
            WHERE m.quote_id {of_quotes} AND {own_index}m.{_CURRENT.format("m")}
            ORDER BY m.start""",
        "article": f"""
            SELECT {_columns(article)}, a.body, a.body_sha256
            FROM articles_article a JOIN articles_source s ON s.id = a.source_id
            WHERE a.id = :article""",
        "mentions": f"""
            SELECT p.id, p.name, m.id, m.start, m."end", m.text, m.title, m.quote_id,
                m.confidence, m.origin, m.status, m.extractor
            FROM articles_mention m JOIN articles_person p ON p.id = m.person_id
            WHERE m.article_id = :article AND m.{_CURRENT.format("m")} ORDER BY m.start""",
        "article_quotes": f"""
            SELECT {_columns(quote)} FROM {quote_tables}
            WHERE q.article_id = :article AND q.{_CURRENT.format("q")}
            ORDER BY q.start, q."end" """,
        "dates": f"""
            SELECT e.id, e.start, e."end", e.text, e.timex_type, e.value, e.mod, e.edtf,
                e.range_number, e.earliest, e.latest, e.quote_id, e.confidence, e.origin, e.status,
                e.extractor
            FROM articles_dateexpression e
            WHERE e.article_id = :article AND e.{_CURRENT.format("e")} ORDER BY e.start""",
    }


def _columns(named: dict[str, str]) -> str:
    return ", ".join(f'{expression} AS "{name}"' for name, expression in named.items())


def for_psycopg(statement: str) -> str:
    return _PARAMETER.sub(r"%(\1)s", statement)


def for_asyncpg(statement: str) -> tuple[str, list[str]]:
    """The statement with numbered parameters, and their names in that order."""
    names = list(dict.fromkeys(_PARAMETER.findall(statement)))
    numbered = _PARAMETER.sub(lambda found: f"${names.index(found[1]) + 1}", statement)
    return numbered, names
