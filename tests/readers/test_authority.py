from __future__ import annotations

import json
import sys
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from articles.readers.authority import MAX_LINE_BYTES, RawPerson, read_people
from articles.readers.base import Location, Rejected

HEADER = "name,aliases,wikidata_id,description\n"


def read(path: Path, content: str | bytes) -> list[RawPerson | Rejected]:
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return list(read_people([str(path)]))


@pytest.fixture
def table(tmp_path: Path) -> Path:
    return tmp_path / "people.csv"


@pytest.fixture
def lines(tmp_path: Path) -> Path:
    return tmp_path / "people.jsonl"


def rejected(items: list[RawPerson | Rejected]) -> list[tuple[int | None, str]]:
    return [(item.location.line, item.code) for item in items if isinstance(item, Rejected)]


def names(items: list[RawPerson | Rejected]) -> list[str]:
    return [item.name for item in items if isinstance(item, RawPerson)]


def test_both_formats_give_the_same_person(table: Path, lines: Path) -> None:
    row = '"Reyes,  Ana",A. Reyes | Anita || A. Reyes,q42,Mayor of Harwick\n'
    record = {
        "name": "Reyes, Ana",
        "aliases": ["A. Reyes", "Anita"],
        "wikidata_id": "Q42",
        "description": "Mayor of Harwick",
    }
    expected = RawPerson(
        location=Location(str(table), line=2),
        name="Reyes, Ana",
        aliases=("A. Reyes", "Anita"),
        wikidata_id="Q42",
        description="Mayor of Harwick",
    )
    assert read(table, HEADER + row) == [expected]
    (person,) = read(lines, json.dumps(record))
    assert isinstance(person, RawPerson)
    assert (person.name, person.aliases, person.wikidata_id, person.description) == (
        expected.name, expected.aliases, expected.wikidata_id, expected.description,
    )  # fmt: skip


@pytest.mark.parametrize(
    "content",
    ["name\nAna Reyes\n", "\ufeffname\r\nAna Reyes\r\n", "wikidata_id;name\n;Ana Reyes",
     "description\tname\n\tAna Reyes\n\n", '"name"\n\n"Ana Reyes"'],
)  # fmt: skip
def test_tables_come_in_many_shapes(table: Path, content: str) -> None:
    (person,) = read(table, content)
    assert isinstance(person, RawPerson)
    assert (person.name, person.wikidata_id, person.aliases) == ("Ana Reyes", "", ())


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ("", "empty"),
        ("\nname\nAna", "empty"),
        ("name,wikidata\nAna Reyes,Q1\n", "unknown_field"),
        ("name;wikidata\nAna Reyes;Q1\n", "unknown_field"),
        ("aliases\nAna\n", "missing_name"),
        ("name,name\nAna,Ana\n", "duplicate_field"),
    ],
)
def test_a_header_that_does_not_fit_rejects_the_table(table: Path, content: str, code: str) -> None:
    assert rejected(read(table, content)) == [(1, code)]


@pytest.mark.parametrize("content", [HEADER.encode("utf-16"), b"name\xe9\n"])
def test_a_table_in_another_encoding_is_rejected(table: Path, content: bytes) -> None:
    assert rejected(read(table, content)) == [(None, "not_utf8")]


@pytest.mark.parametrize(
    ("row", "code"),
    [
        (b",Ana,Q1,Mayor", "missing_name"),
        (b"Ana Reyes,,22686,", "bad_wikidata_id"),
        (b"Ana Reyes,,Q0,", "bad_wikidata_id"),
        (b"Ana Reyes,,Q" + b"1" * 20 + b",", "bad_wikidata_id"),
        (b"Ana Reyes,,Q1", "bad_row"),
        (b"Ana Reyes,,Q1,Mayor, too", "bad_row"),
        (b"Jos\xe9 Reyes,,Q1,", "not_utf8"),
        (b"A\0na,,,", "nul_character"),
        (b"N" * 201 + b",,,", "too_large"),
        (b"Ana Reyes,,," + b"N" * 301, "too_large"),
        (b"Ana Reyes," + b"a|" * 501 + b",,", "too_large"),
        (b"Ana Reyes,,," + b"N" * 200_000, "not_csv"),
        (b'"Ana" Reyes,,,', "not_csv"),
    ],
)
def test_a_bad_row_costs_itself_alone(table: Path, row: bytes, code: str) -> None:
    content = HEADER.encode() + b"Tom Okafor,,,\n" + row + b"\nIda Voss,,,\n"
    items = read(table, content)
    assert rejected(items) == [(3, code)]
    assert names(items) == ["Tom Okafor", "Ida Voss"]


def test_a_row_over_several_lines_is_counted_by_its_first(table: Path) -> None:
    items = read(table, HEADER + '"Ana\nReyes",,,\n,,,\nIda Voss,,"open\n')
    assert names(items) == ["Ana Reyes"]
    assert rejected(items) == [(4, "missing_name"), (5, "not_csv")]


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ('{"name": "Ana', "not_json"),
        ('{"name": ' + "[" * 100_000, "not_json"),
        ('{"name": ' + "1" * 5000 + "}", "not_json"),
        ("[]", "not_an_object"),
        ("{}", "missing_name"),
        ('{"name": null}', "missing_name"),
        ('{"name": " "}', "missing_name"),
        ('{"name": 1}', "bad_type"),
        ('{"name": "Ana", "aliases": "A. Reyes"}', "bad_type"),
        ('{"name": "Ana", "aliases": [1]}', "bad_type"),
        ('{"name": "Ana", "Wikidata_ID": "Q1"}', "unknown_field"),
        ('{"name": "Ana", "born": "1970"}', "unknown_field"),
        ('{"name": "Ana", "name": "Ida"}', "duplicate_field"),
        ('{"name": "\\ud800"}', "lone_surrogate"),
        ('{"name": "' + "N" * MAX_LINE_BYTES + '"}', "too_large"),
        (b'{"name": "Jos\xe9"}', "not_utf8"),
    ],
)
def test_a_bad_line_costs_itself_alone(lines: Path, line: str | bytes, code: str) -> None:
    bad = line if isinstance(line, bytes) else line.encode()
    items = read(lines, b'{"name": "Tom"}\n\n' + bad + b'\n{"name": "Ida"}\n')
    assert rejected(items) == [(3, code)]
    assert names(items) == ["Tom", "Ida"]


def test_an_id_stands_once_in_a_file(lines: Path) -> None:
    items = read(lines, '{"name": "Ana", "wikidata_id": "Q1"}\n' * 2)
    assert rejected(items) == [(2, "duplicate_id")]
    assert isinstance(items[1], Rejected)
    assert "line 1" in items[1].reason
    assert names(list(read_people([str(lines)]))) == ["Ana"]


def test_an_empty_file_and_one_that_is_not_there_are_rejected(lines: Path) -> None:
    assert rejected(read(lines, "\n \n")) == [(None, "empty")]
    assert rejected(list(read_people(["nowhere.csv"]))) == [(None, "unreadable")]


def test_a_file_that_cannot_be_read_is_rejected(
    lines: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    lines.write_text("{}")
    monkeypatch.setattr("builtins.open", refuse)
    (item,) = read_people([str(lines)])
    assert isinstance(item, Rejected)
    assert (item.code, item.reason) == (
        "unreadable", "permission denied: check the path and its rights",
    )  # fmt: skip


def test_standard_input_is_jsonl_unless_said(monkeypatch: pytest.MonkeyPatch) -> None:
    for data, format_ in ((b'{"name": "Ana"}', "auto"), (b"name\nAna", "csv")):
        monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(data)))
        (item,) = read_people(["-"], format=format_)  # type: ignore[arg-type]
        assert isinstance(item, RawPerson)
        assert (item.name, item.location.path) == ("Ana", "-")
    monkeypatch.setattr(sys, "stdin", None)
    assert rejected(list(read_people(["-"]))) == [(None, "unreadable")]
