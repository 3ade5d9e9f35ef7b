"""Reading gold: what is right is read, what is wrong is named with its remedy."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from articles.evaluation.gold import read_gold
from articles.evaluation.people import PeopleGold, read_found, read_people
from articles.evaluation.records import BadFileError, FaultError, Record
from tests.evaluation.builders import gold_line

TEXT = "Ana Reyes met Tom Okafor."
DATA = Path(__file__).parents[2] / "benchmarks" / "data" / "people.jsonl"


def read(*lines: object) -> dict[str, PeopleGold]:
    encoded = [line if isinstance(line, bytes) else json.dumps(line).encode() for line in lines]
    return read_gold("gold.jsonl", encoded, read_people)


def line(**fields: Any) -> dict[str, Any]:
    return gold_line(TEXT, {"ana": ["Ana Reyes"]}) | fields


def mention(start: object, end: object, text: str = "Ana Reyes") -> dict[str, Any]:
    return {"entity": "ana", "mentions": [{"start": start, "end": end, "text": text}]}


def test_a_line_is_read() -> None:
    text = read(b"", line(published="2025-05-14", headline="Two meet"))["a"]
    assert (text.line, text.headline, text.published) == (2, "Two meet", date(2025, 5, 14))
    assert [(m.span.of(text.text), m.entity) for m in text.mentions] == [("Ana Reyes", "ana")]
    assert text.complete
    assert text.scope.of(TEXT) == TEXT


@pytest.mark.parametrize(
    ("bad", "fault"),
    [
        (b'{"id": ', "it is not JSON"),
        (b"\xff", "not UTF-8"),
        (["a"], "must be a JSON object"),
        ({"id": "a", "text": TEXT}, "people is missing: add it"),
        ({"text": TEXT, "people": []}, "id is missing: add it"),
        ({"id": "a", "people": []}, "text is missing: add it"),
        (line(text=" "), "text is blank"),
        (line(text=3), "text must be a string"),
        (line(text="Ana\0Reyes"), "text has U+0000 at character 3"),
        (line(text="Ana\ud800Reyes"), "text has U+D800 at character 3"),
        (line(id=True), "id must be a string"),
        (line(published="soon"), "published: "),
        (line(complete="yes"), "complete must be true or false"),
        (line(eval_span=[0, 99]), "eval_span must be [start, end]"),
        (line(people={}), "people must be a list"),
        (line(people=[3]), "people[0] must be a JSON object"),
        (line(people=[{"entity": "ana"}]), "people[0].mentions is missing"),
        (line(people=[mention("0", 9)]), "people[0].mentions[0].start must be a whole number"),
        (line(people=[mention(0, 99)]), "outside of a text of 25 characters"),
        (line(people=[mention(9, 0)]), "outside of a text"),
        (line(people=[mention(1, 10)]), "correct the offsets or the words"),
        (line(people=[mention(0, 9), mention(4, 9, "Reyes")]), "overlap at 0-9 and 4-9"),
    ],
)
def test_a_bad_line_is_named_with_its_fault(bad: object, fault: str) -> None:
    with pytest.raises(BadFileError) as caught:
        read(line(id="good"), bad)
    assert str(caught.value).startswith("gold.jsonl, line 2: ")
    assert fault in str(caught.value)
    assert len(str(caught.value).splitlines()) == 1


def test_every_bad_line_is_named() -> None:
    with pytest.raises(BadFileError) as caught:
        read(b"x", line(), line(), [])
    lines = str(caught.value).splitlines()
    assert [text.split(":")[0][-1] for text in lines] == ["1", "3", "4"]
    assert "stands on line 2 too" in lines[1]


def test_a_file_without_a_text_is_refused() -> None:
    with pytest.raises(BadFileError, match="no text in it"):
        read(b"\n")


def test_findings_are_checked_against_the_text() -> None:
    people = [{"id": 7, "mentions": [{"start": 0, "end": 9, "confidence": 0.5}]}]
    (one,) = read_found(Record({"people": people}), TEXT)
    assert (one.span.of(TEXT), one.person, one.confidence) == ("Ana Reyes", "7", 0.5)
    people[0]["mentions"][0]["confidence"] = 2  # type: ignore[index]
    with pytest.raises(FaultError, match="from 0 to 1"):
        read_found(Record({"people": people}), TEXT)


def test_the_gold_of_the_benchmark_is_sound() -> None:
    with DATA.open("rb") as file:
        texts = read_gold(str(DATA), file, read_people)
    assert len(texts) >= 40
    assert all(text.mentions and text.published for text in texts.values())
