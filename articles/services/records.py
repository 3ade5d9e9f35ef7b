"""Stored facts of an article in the form that the extraction contract gives them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from articles.models import DateExpression, Mention, Quote

if TYPE_CHECKING:
    from collections.abc import Iterable

    from articles.models.facts import Fact


def people_record(mentions: Iterable[Mention]) -> list[dict[str, Any]]:
    """People by first mention; the id of one is the same in all articles.

    Args:
        mentions: in order, with their people.
    """
    people: dict[int, dict[str, Any]] = {}
    for mention in mentions:
        person = people.setdefault(
            mention.person_id,
            {"id": mention.person_id, "name": mention.person.name, "mentions": []},
        )
        person["mentions"].append({**_place(mention), "title": mention.title})
    return list(people.values())


def quote_record(quote: Quote) -> dict[str, Any]:
    """A quote, with the speaker's row where one is known."""
    return {
        **_place(quote),
        "segments": quote.segments,
        "type": quote.quote_type,
        "speaker": _speaker(quote),
        "cue": _words(quote.cue, quote.cue_start, quote.cue_end),
    }


def date_record(date: DateExpression) -> dict[str, Any]:
    return {
        **_place(date),
        "type": date.timex_type,
        "value": date.value,
        "mod": date.mod or None,
        "range": date.range_number,
    }


def _place(fact: Fact) -> dict[str, Any]:
    return {
        "start": fact.start,
        "end": fact.end,
        "text": fact.text,
        "confidence": fact.confidence,
    }


def _speaker(quote: Quote) -> dict[str, Any] | None:
    """The words for the speaker; of one whom only an editor has named, the name."""
    person = quote.speaker
    words = _words(quote.speaker_text, quote.speaker_start, quote.speaker_end)
    if person is None:
        return words and {"person": None, "name": None, **words}
    return {"person": person.pk, "name": person.name, **(words or {"text": person.name})}


def _words(text: str, start: int | None, end: int | None) -> dict[str, Any] | None:
    if not text:
        return None
    return {"text": text} if start is None else {"start": start, "end": end, "text": text}


def facts_of(kind: str, article_id: int) -> dict[str, Any]:
    """The current facts of one kind: ``people``, ``quotes`` or ``dates``."""
    if kind == "people":
        mentions = Mention.objects.filter(article=article_id).present().in_order()
        return {"people": people_record(mentions)}
    if kind == "quotes":
        quotes = Quote.objects.filter(article=article_id).present().select_related("speaker")
        return {"quotes": [quote_record(quote) for quote in quotes.order_by("start", "end")]}
    dates = DateExpression.objects.filter(article=article_id).present().order_by("start")
    return {"dates": [date_record(date) for date in dates]}
