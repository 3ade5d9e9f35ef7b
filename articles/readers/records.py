"""An article as a record with the names of its fields, as JSONL and CSV have it."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from datetime import date, datetime

from articles.readers.articles import check_complete, clean_keywords, status_named
from articles.readers.base import Limits, Location, RawArticle, ReadError, too_large
from articles.readers.clean import clean_body, clean_line, clean_text
from articles.readers.dates import parse_published
from articles.readers.json_values import quoted
from articles.readers.mapping import FIELDS


def article_of(record: object, location: Location, limits: Limits) -> RawArticle:
    """Make an article of a record.

    Raises:
        ReadError: a field is unknown, missing, of another type or too large.
    """
    if not isinstance(record, Mapping):
        raise ReadError("not_an_object", "a line must be one JSON object: {...}")
    check_names(record)
    values = {name: value for name, value in record.items() if value is not None}

    def line(name: str) -> str:
        return clean_line(_text(values, name), name, limits)

    status = status_named(line("pub_status"))
    body = _text(values, "body")
    names = ("headline", "guid", "url")
    check_complete({name: line(name) for name in names}, clean_text(body, "body"), status)
    return RawArticle(
        location=location,
        headline=line("headline"),
        body=clean_body(body, limits) if body.strip() else "",
        standfirst=line("standfirst"),
        byline=line("byline"),
        dateline=line("dateline"),
        section=line("section"),
        keywords=_keywords(values.get("keywords", []), limits),
        language=line("language"),
        source=line("source"),
        rights=line("rights"),
        url=line("url"),
        guid=line("guid"),
        published_at=_date(values, "published_at"),
        modified_at=_modified(values),
        pub_status=status,
    )


def check_names(names: Iterable[object]) -> None:
    """Refuse names that are no field, with the nearest that is one."""
    unknown = next((str(name) for name in names if name not in FIELDS), None)
    if unknown is None:
        return
    near = difflib.get_close_matches(unknown[:60].lower(), FIELDS, n=1)
    remedy = f"did you mean {near[0]}?" if near else f"the fields are {', '.join(FIELDS)}"
    raise ReadError("unknown_field", f"unknown field {quoted(unknown)}: {remedy}")


def _text(values: Mapping[str, object], name: str) -> str:
    value = values.get(name, "")
    if not isinstance(value, str):
        raise ReadError("bad_type", f"{name} must be a string: put it in quotation marks")
    return value


def _keywords(value: object, limits: Limits) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(word, str) for word in value):
        raise ReadError("bad_type", 'keywords must be a list of strings: ["a", "b"]')
    if len(value) > limits.max_keywords:
        raise ReadError("too_large", too_large("keywords", "entries", limits.max_keywords))
    return clean_keywords(value, limits)


def _modified(values: Mapping[str, object]) -> datetime | None:
    value = _date(values, "modified_at")
    if value is None or isinstance(value, datetime):
        return value
    raise ReadError("bad_date", "modified_at must have a time: 2025-05-20T14:30:00+02:00")


def _date(values: Mapping[str, object], name: str) -> datetime | date | None:
    text = clean_text(_text(values, name), name)
    if not text:
        return None
    try:
        return parse_published(text)
    except ValueError as error:
        raise ReadError("bad_date", f"{name}: {error}") from None
