"""Gold and findings of people, by the words that name them."""

from __future__ import annotations

from typing import Any

from articles.evaluation.people import Found, PeopleGold, read_people
from articles.evaluation.records import Record
from articles.extraction.types import Span


def place(text: str, words: str, behind: int = 0) -> dict[str, Any]:
    start = text.index(words, behind)
    return {"start": start, "end": start + len(words), "text": words}


def gold_line(text: str, people: dict[str | None, list[str]], **fields: Any) -> dict[str, Any]:
    """A line of gold; the names of a person are looked for one behind the other."""
    lines = []
    for entity, names in people.items():
        mentions: list[dict[str, Any]] = []
        for name in names:
            mentions.append(place(text, name, mentions[-1]["end"] if mentions else 0))
        lines.append({"entity": entity, "mentions": mentions})
    return {"id": "a", "text": text, "people": lines, **fields}


def gold(text: str, people: dict[str | None, list[str]], **fields: Any) -> PeopleGold:
    return read_people(Record(gold_line(text, people, **fields)), 1)


def found(text: str, words: str, person: str, confidence: float | None = None) -> Found:
    where = place(text, words)
    return Found(Span(where["start"], where["end"]), person, confidence)
