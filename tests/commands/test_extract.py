"""The extract command: JSONL in, JSONL out, no database."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
TEXT = "“The bridge will open on Friday,” Mayor Ana Reyes said in Lisbon."


def extract(*lines: bytes, tmp_path: Path) -> tuple[int, list[dict[str, Any]]]:
    """Run the command in its own process, with a database that does not answer."""
    environment = os.environ | {
        "DATABASE_URL": "postgres://nobody@127.0.0.1:9/none",
        "DATA_DIR": str(tmp_path),
    }
    done = subprocess.run(
        [sys.executable, "manage.py", "extract", "-"],
        input=b"\n".join(lines),
        env=environment,
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    return done.returncode, [json.loads(line) for line in done.stdout.splitlines()]


def test_each_line_has_its_answer_in_order(tmp_path: Path) -> None:
    status, answers = extract(
        json.dumps({"id": "a", "text": TEXT, "published_at": "2025-05-14"}).encode(),
        json.dumps({"id": 7, "text": "Nothing was said."}).encode(),
        json.dumps({"text": TEXT}).encode(),
        tmp_path=tmp_path,
    )
    assert status == 0
    assert [answer["id"] for answer in answers] == ["a", "7", "3"]
    first = answers[0]
    assert set(first) == {
        "id", "language", "extractor", "headline", "byline", "dateline",
        "people", "quotes", "dates",
    }  # fmt: skip
    (quote,) = first["quotes"]
    assert set(quote) == {
        "start", "end", "text", "segments", "type", "speaker", "cue", "factuality", "said_on",
        "confidence",
    }  # fmt: skip
    assert set(quote["speaker"]) == {"person", "name", "start", "end", "text"}
    assert TEXT[quote["start"] : quote["end"]] == quote["text"]
    (date,) = first["dates"]
    assert (date["text"], date["type"], date["value"], date["earliest"]) == (
        "Friday", "DATE", "2025-05-16", "2025-05-16",
    )  # fmt: skip


def test_a_bad_line_has_an_error_and_the_rest_go_on(tmp_path: Path) -> None:
    status, answers = extract(
        b"not json",
        b'{"id": "b"}',
        b'{"id": "c", "text": ""}',
        b'{"id": "d", "text": "x", "published_at": "2025-02-30"}',
        b'{"id": "e", "text": "Bonjour", "language": "fr"}',
        b"\xff\xfe",
        b"[" * 100_000,
        b'{"id": "h", "text": "All is well."}',
        b'{"text": "a", "text": "b"}',
        b'{"text": "a", "id": ' + b"1" * 5000 + b"}",
        b'{"text": "a", "\\ud800": 1}',
        b'{"text": "a", "id": "\\ud800"}',
        b'{"id": "\\ud800"}',
        tmp_path=tmp_path,
    )
    assert status == 1
    ids = ["1", "b", "c", "d", "e", "6", "7", "h", "9", "10", "11", "12", "\\ud800"]
    assert [answer["id"] for answer in answers] == ids
    codes = [answer.get("error", {}).get("code") for answer in answers]
    assert codes == [
        "not_json", "bad_document", "empty", "bad_document", "unsupported_language",
        "not_json", "not_json", None, "not_json", "not_json", "bad_document", "bad_document",
        "bad_document",
    ]  # fmt: skip


@pytest.mark.parametrize("argument", ["no-such-file.jsonl", "."])
def test_a_file_that_cannot_be_read_is_wrong_usage(argument: str, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "manage.py", "extract", argument],
        env=os.environ | {"DATA_DIR": str(tmp_path)},
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 2
    assert argument in done.stderr.decode()


def test_a_reader_that_has_enough_is_no_error(tmp_path: Path) -> None:
    line = json.dumps({"text": TEXT})
    done = subprocess.run(
        ["bash", "-c", f"'{sys.executable}' manage.py extract - | true"],
        input="\n".join([line] * 50),
        env=os.environ | {"DATA_DIR": str(tmp_path)},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert "Traceback" not in done.stderr
