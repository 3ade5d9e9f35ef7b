from __future__ import annotations

import io
import json

import pytest

from articles.readers.base import DEFAULT_LIMITS, RawArticle, ReadError, Rejected
from articles.readers.jsonl import read_jsonl
from articles.readers.mapping import FieldMap

RECORD = {
    "id": 7,
    "title": "A title",
    "content": {"text": ["One.", "Two."], "by": [{"name": "Jane Doe"}, {"name": "John Roe"}]},
    "meta": {"tags": "a, b; c", "day": "2025-05-20"},
    "dotted.name": "World",
    "extra": {"left": "aside"},
}


def test_fields_are_found_by_name_and_by_path() -> None:
    fields = FieldMap.parse(
        [
            "guid=id",
            "headline = title",
            "body=content.text",
            "byline=content.by.name",
            "keywords=meta.tags",
            "section=dotted.name",
            "standfirst=not.there",
        ]
    )
    assert fields.apply(RECORD) == {
        "guid": "7",
        "headline": "A title",
        "body": "One.\n\nTwo.",
        "byline": "Jane Doe, John Roe",
        "keywords": ["a", "b", "c"],
        "section": "World",
    }


def test_our_own_names_count_unless_they_are_mapped_away() -> None:
    record = {"headline": "H", "body": "short", "text": "long"}
    assert FieldMap.parse(["body=text"]).apply(record) == {"headline": "H", "body": "long"}


@pytest.mark.parametrize("value", [True, {"a": 1}, 1.5, 3])
def test_what_cannot_be_a_text_is_rejected(value: object) -> None:
    with pytest.raises(ReadError) as error:
        FieldMap.parse(["headline=title"]).apply({"title": value})
    assert error.value.code == "bad_type"


@pytest.mark.parametrize(
    "pairs", [["headline"], ["headline="], ["titel=title"], ["body=a", "body=b"], ["=a"]]
)
def test_a_map_that_makes_no_sense(pairs: list[str]) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        FieldMap.parse(pairs)


def test_lines_of_another_shape() -> None:
    fields = FieldMap.parse(["headline=title", "body=content.text", "published_at=meta.day"])
    data = f"{json.dumps(RECORD)}\n{json.dumps({'title': 'T'})}\n".encode()
    good, bad = read_jsonl(io.BytesIO(data), "f", DEFAULT_LIMITS, fields)
    assert isinstance(good, RawArticle)
    assert (good.headline, good.body, str(good.published_at)) == (
        "A title",
        "One.\n\nTwo.",
        "2025-05-20",
    )
    assert isinstance(bad, Rejected)
    assert bad.code == "missing_body"
