"""The JSON form of documents and extractions, for the command, the API and other programs."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, NoReturn

from articles.extraction.types import Document, Extraction, Failure, Span

if TYPE_CHECKING:
    from collections.abc import Mapping

    from articles.extraction.types import Cue, DateExpression, Mention, Person, Quote, Speaker

FIELDS = ("id", "text", "headline", "published_at", "language", "country")


@dataclass(frozen=True, slots=True)
class ContractError(Exception):
    """What is wrong with a document; ``field`` is empty where it is not one field."""

    field: str
    message: str

    def __str__(self) -> str:
        return f"{self.field}: {self.message}" if self.field else self.message


def load_json(data: bytes) -> object:
    """Read JSON as RFC 8259 has it: UTF-8, no NaN, no name twice.

    Raises:
        ContractError: it is something else, or nested too deeply to read.
    """
    try:
        return json.loads(
            data.decode("utf-8-sig"),
            parse_constant=_refuse_constant,
            object_pairs_hook=_without_doubles,
        )
    except UnicodeDecodeError as error:
        raise ContractError("", f"it is not UTF-8 (byte {error.start})") from error
    except RecursionError as error:
        raise ContractError("", "it is nested too deeply") from error
    except ValueError as error:
        raise ContractError("", f"it is not JSON: {error}") from error


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is not a JSON number")


def _without_doubles(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    result = dict(pairs)
    if len(result) < len(pairs):
        raise ValueError("an object has one name twice")
    return result


def document_from(data: object, *, default_id: str) -> Document:
    """Read ``{"id", "text", "headline"?, "published_at"?, "language"?, "country"?}``.

    Raises:
        ContractError: a field is missing, unknown or of another type.
    """
    if not isinstance(data, dict):
        raise ContractError("", "expected a JSON object with a field 'text'")
    unknown = sorted(data.keys() - set(FIELDS))
    if unknown:
        name = unknown[0].encode("utf-8", "backslashreplace").decode()
        raise ContractError(name, f"unknown field; known are {', '.join(FIELDS)}")
    text = data.get("text")
    if not isinstance(text, str):
        raise ContractError("text", "a string is required")
    _refuse_surrogates("text", text)
    return Document(
        id=_identifier(data.get("id"), default_id),
        text=text,
        headline=_optional(data, "headline"),
        published=_day(_optional(data, "published_at")),
        language=_optional(data, "language"),
        country=_optional(data, "country"),
    )


def _identifier(value: object, default: str) -> str:
    if value is None:
        return default
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise ContractError("id", "a string or a whole number is expected")
    _refuse_surrogates("id", str(value))
    return str(value)


def _optional(data: Mapping[str, Any], name: str) -> str | None:
    value = data.get(name)
    if value is not None and not isinstance(value, str):
        raise ContractError(name, "a string or null is expected")
    if value:
        _refuse_surrogates(name, value)
    return value or None


def _refuse_surrogates(name: str, value: str) -> None:
    try:
        value.encode()
    except UnicodeEncodeError as error:
        message = f"a lone surrogate at character {error.start} is not text: remove it"
        raise ContractError(name, message) from error


def _day(value: str | None) -> date | None:
    """The day as printed: the anchor of relative dates is local to the publisher."""
    if value is None:
        return None
    try:
        return datetime.fromisoformat(value).date()
    except ValueError as error:
        message = f"{value!r} is not an ISO 8601 date or time ({error})"
        raise ContractError("published_at", message) from error


def as_json(text: str, result: Extraction | Failure) -> dict[str, Any]:
    """Write the extraction of ``text``, or ``{"id", "error": {"code", "message"}}``."""
    if isinstance(result, Failure):
        return {"id": result.id, "error": {"code": result.code, "message": result.message}}
    layout = result.layout
    return {
        "id": result.id,
        "language": result.language,
        "extractor": result.extractor,
        "headline": _part(text, layout.headline),
        "byline": _part(text, layout.byline),
        "dateline": _part(text, layout.dateline),
        "people": [_person(person) for person in result.people],
        "quotes": [_quote(quote) for quote in result.quotes],
        "dates": [_date(expression) for expression in result.dates],
    }


def _part(text: str, span: Span | None) -> dict[str, Any] | None:
    return None if span is None else {**_span(span), "text": span.of(text)}


def _span(span: Span) -> dict[str, int]:
    return {"start": span.start, "end": span.end}


def _person(person: Person) -> dict[str, Any]:
    return {
        "id": person.id,
        "name": person.name,
        "titles": list(person.titles),
        "mentions": [_mention(mention) for mention in person.mentions],
    }


def _mention(mention: Mention) -> dict[str, Any]:
    return {
        **_span(mention.span),
        "text": mention.text,
        "title": mention.title,
        "confidence": mention.confidence,
    }


def _quote(quote: Quote) -> dict[str, Any]:
    return {
        **_span(quote.span),
        "text": quote.text,
        "segments": [[segment.start, segment.end] for segment in quote.segments],
        "type": quote.quote_type.value,
        "speaker": _speaker(quote.speaker),
        "cue": _cue(quote.cue),
        "factuality": quote.factuality.value,
        "said_on": _said_on(quote.said_on),
        "confidence": quote.confidence,
    }


def _speaker(speaker: Speaker | None) -> dict[str, Any] | None:
    if speaker is None:
        return None
    return {
        "person": speaker.person,
        "name": speaker.name,
        **_span(speaker.span),
        "text": speaker.text,
    }


def _cue(cue: Cue | None) -> dict[str, Any] | None:
    if cue is None:
        return None
    return {**_span(cue.span), "text": cue.text, "lemma": cue.lemma or None}


def _said_on(expression: DateExpression | None) -> dict[str, Any] | None:
    if expression is None:
        return None
    return {
        **_span(expression.span),
        "text": expression.text,
        "value": expression.value,
        **_days(expression),
    }


def _date(expression: DateExpression) -> dict[str, Any]:
    return {
        **_span(expression.span),
        "text": expression.text,
        "type": expression.timex_type.value,
        "value": expression.value,
        "mod": expression.mod.value if expression.mod else None,
        "edtf": expression.edtf,
        "range": expression.range_id,
        **_days(expression),
        "confidence": expression.confidence,
    }


def _days(expression: DateExpression) -> dict[str, str | None]:
    return {
        "earliest": expression.earliest.isoformat() if expression.earliest else None,
        "latest": expression.latest.isoformat() if expression.latest else None,
    }
