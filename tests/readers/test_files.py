from __future__ import annotations

import io
import os
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from articles.readers import Limits, RawArticle, Rejected, SourceFile, expand, read_paths
from articles.readers.base import ReadError
from articles.readers.detect import detect_format
from tests.readers.builders import line


@pytest.mark.parametrize(
    ("head", "name", "expected"),
    [
        ('{"headline": "H"}', "a.txt", "json"),
        ("\ufeff \n{", "a", "json"),
        ('[\n {"a": 1}]', "a.txt", "json"),
        ("[Updated] Ferry crews end strike", "a.txt", "text"),
        ("not json", "a.jsonl", "json"),
        ("not json", "a.JSON", "json"),
        ("<!doctype html><html>", "a.txt", "html"),
        ("<!-- saved --> \n<HTML>", "a", "html"),
        ('<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "x"><html>', "a", "html"),
        ("<p>Hello", "a.txt", "html"),
        ('<?xml version="1.0"?><rss version="2.0">', "a.html", "xml"),
        ('<rss version="2.0">', "a.html", "xml"),
        ('<!DOCTYPE nitf SYSTEM "nitf.dtd">', "a.txt", "xml"),
        ('<!DOCTYPE nitf SYSTEM "nitf.dtd"><nitf>', "a.html", "xml"),
        ('<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>', "a", "xml"),
        ("<!-- x --><rdf:RDF>", "a", "xml"),
        ('<?xml version="1.0"?><?xml-stylesheet href="a.xsl"?><html xmlns="x">', "a", "html"),
        ("WARC/1.0\r\nWARC-Type: response", "a", "warc"),
        ("headline,body\nH,B", "a", "table"),
        ("headline\tbody\nH\tB", "a.txt", "table"),
        ("Talks, body of the treaty\n\nBERN", "a.txt", "text"),
        ("anything", "a.csv", "table"),
        ("Hello", "a.html", "html"),
        ("Ferry crews end strike", "a.txt", "text"),
        ("Ferry crews end strike", "a", "text"),
        ("5 < 6, she said", "a.txt", "text"),
        ("", "-", "text"),
    ],
)
def test_format_by_content_then_by_name(head: str, name: str, expected: str) -> None:
    assert detect_format(head.encode(), name) == expected


@pytest.mark.parametrize(
    ("head", "name"),
    [
        (b"\x89PNG\r\n\x1a\n", "a.txt"),
        (b"%PDF-1.7", "a"),
        (b"PK\x03\x04rest", "a.zip"),
        (b"\x1f\x8b\x08", "a.jsonl"),
        (b"a\0\0\0b", "a.txt"),
    ],
)
def test_formats_that_are_not_read(head: bytes, name: str) -> None:
    with pytest.raises(ReadError) as error:
        detect_format(head, name)
    assert error.value.code == "unsupported_format"


def names(items: object, root: Path) -> list[str]:
    assert hasattr(items, "__iter__")
    return [
        os.path.relpath(item.path, root) if isinstance(item, SourceFile) else item.code
        for item in items
    ]


def test_a_folder_is_read_in_order_without_hidden_and_about_files(tmp_path: Path) -> None:
    for name in ("b/2.txt", "b/1.txt", "a.jsonl", ".hidden", ".git/x", "README.md", "b/LICENSE"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    assert names(expand([str(tmp_path)]), tmp_path) == ["a.jsonl", "b/1.txt", "b/2.txt"]
    assert names(expand([str(tmp_path / "README.md")]), tmp_path) == ["README.md"]


def test_links_in_a_circle_and_a_file_named_twice(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x")
    (tmp_path / "loop").symlink_to(tmp_path)
    assert names(expand([str(tmp_path), str(tmp_path / "a.txt")]), tmp_path) == ["a.txt"]


def test_patterns(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "c.html", "[x].txt"):
        (tmp_path / name).write_text("x")
    assert names(expand([str(tmp_path / "?.txt")]), tmp_path) == ["a.txt", "b.txt"]
    assert names(expand([str(tmp_path / "[x].txt")]), tmp_path) == ["[x].txt"]
    assert names(expand([str(tmp_path / "*.pdf")]), tmp_path) == ["unreadable"]


def test_what_is_no_file_is_rejected(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "fifo")
    (tmp_path / "broken").symlink_to(tmp_path / "nowhere")
    paths = [str(tmp_path / "none"), "a\0b", "/dev/null", str(tmp_path / "fifo"), "x" * 5000]
    items = list(read_paths([*paths, str(tmp_path)]))
    assert [item.code for item in items if isinstance(item, Rejected)] == ["unreadable"] * 6
    assert not any("\n" in item.reason for item in items if isinstance(item, Rejected))


def test_a_file_without_rights(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text("x")

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("builtins.open", refuse)
    (item,) = read_paths([str(tmp_path / "a.txt")])
    assert isinstance(item, Rejected)
    assert (item.code, item.reason.split(":")[0]) == ("unreadable", "permission denied")


def test_files_of_all_formats_in_one_call(tmp_path: Path) -> None:
    (tmp_path / "1.jsonl").write_text(f"{line()}\nbad\n")
    (tmp_path / "2.txt").write_text("Title\n\nBody.")
    (tmp_path / "3.html").write_text("<html><body><p>" + "The ferry left on time. " * 5)
    (tmp_path / "4.png").write_bytes(b"\x89PNG\r\n")
    (tmp_path / "5.txt").write_text("")
    items = list(read_paths([str(tmp_path)]))
    assert [item.code if isinstance(item, Rejected) else "ok" for item in items] == [
        "ok", "not_json", "ok", "ok", "unsupported_format", "empty",
    ]  # fmt: skip
    assert str(items[1].location) == f"{tmp_path}/1.jsonl, line 2"


def test_a_format_that_is_asked_for(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(line())
    (item,) = read_paths([str(tmp_path)], format="text")
    assert isinstance(item, RawArticle)
    assert item.unparsed


@pytest.mark.parametrize("data", [b"", line().encode() * 1, b"Title\n\nBody."])
def test_standard_input(data: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(data)))
    (item,) = read_paths(["-"])
    assert item.location.path == "-"
    assert isinstance(item, RawArticle if data else Rejected)


def test_jsonl_is_read_line_by_line(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text((line(body="x" * 1000) + "\n") * 1000)
    items = read_paths([str(path)])
    next(items)
    os.truncate(path, 0)
    assert sum(1 for _ in items) < 200


def test_limits_are_passed_on(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x" * 100)
    (item,) = read_paths([str(tmp_path)], limits=Limits(max_file_bytes=10))
    assert isinstance(item, Rejected)
    assert item.code == "too_large"
