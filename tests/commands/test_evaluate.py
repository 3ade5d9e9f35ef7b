"""The evaluate command, from gold to figures, with the real pipeline and linker."""

from __future__ import annotations

import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.db import OperationalError, connection
from django.db.backends.base.creation import BaseDatabaseCreation

from articles.management.commands import evaluate
from articles.models import Article
from tests.builders import make_article
from tests.evaluation.builders import gold_line

pytestmark = pytest.mark.django_db

FIRST = "Mayor Lucía Quintero met Tom Okafor in Harwick. Quintero left early."
SECOND = "The bridge is open, Lucía Quintero said on Monday."
GERMAN = "Der Bürgermeister hat gestern gesagt, dass die Brücke im Mai eröffnet werden soll. " * 4


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    return write(
        tmp_path / "gold.jsonl",
        gold_line(FIRST, {"ana": ["Lucía Quintero"], "tom": ["Tom Okafor"]}, id="one"),
        gold_line(SECOND, {"ana": ["Lucía Quintero"]}, id="two", published="2025-05-19"),
    )


def write(path: Path, *lines: dict[str, Any]) -> Path:
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return path


def run(*arguments: object) -> str:
    out = StringIO()
    call_command("evaluate", "people", *map(str, arguments), stdout=out)
    return out.getvalue()


def status(*arguments: object) -> tuple[int, str]:
    with pytest.raises(CommandError) as caught:
        run(*arguments)
    return caught.value.returncode, str(caught.value)


def test_figures_are_those_of_the_database_and_leave_it_alone(gold: Path) -> None:
    kept = make_article()
    name = settings.DATABASES["default"]["NAME"]
    users = connection.settings_dict["NAME"]
    figures = json.loads(run(gold, "--json"))
    assert figures["texts"] == 2
    assert figures["mentions"]["all"]["marked"] == 3
    # Every name is found, and the second "Reyes", which the gold leaves out.
    assert figures["mentions"]["all"]["found"] == 4
    assert figures["mentions"]["all"]["exact"]["recall"] == 1.0
    assert figures["across"]["joined"] == {"part": 1, "whole": 1, "share": 1.0}
    assert "errors" not in figures
    assert list(Article.objects.all()) == [kept]
    assert (settings.DATABASES["default"]["NAME"], connection.settings_dict["NAME"]) == (
        name,
        users,
    )


def test_tables_and_errors(gold: Path) -> None:
    lines = run(gold, "--errors").splitlines()
    assert lines[0].startswith("false    one:")
    assert "[Quintero] left early." in lines[0]
    for label in ("mentions ", "one-word names", "confidence", "B-cubed within", "one person"):
        assert any(line.startswith(label) for line in lines)


def test_what_was_found_is_written_and_measured_again(gold: Path, tmp_path: Path) -> None:
    output = tmp_path / "found.jsonl"
    figures = run(gold, "--json", "--output", output)
    records = [json.loads(line) for line in output.read_text(encoding="utf-8").splitlines()]
    assert [record["id"] for record in records] == ["one", "two"]
    ids = [{person["name"]: person["id"] for person in record["people"]} for record in records]
    assert ids[0]["Lucía Quintero"] == ids[1]["Lucía Quintero"] != ids[0]["Tom Okafor"]
    assert records[0]["people"][0]["mentions"][0]["title"] == "Mayor"
    assert run(gold, "--json", "--predictions", output) == figures


def test_a_text_that_cannot_be_read_counts_as_missed(tmp_path: Path) -> None:
    path = write(tmp_path / "gold.jsonl", gold_line(GERMAN, {"x": ["Bürgermeister"]}))
    out = StringIO()
    with pytest.raises(SystemExit) as caught:
        call_command("evaluate", "people", str(path), "--json", stdout=out)
    assert caught.value.code == 1
    figures = json.loads(out.getvalue())
    assert (figures["mentions"]["all"]["marked"], figures["mentions"]["all"]["found"]) == (1, 0)


def test_the_database_goes_even_after_an_exception(
    gold: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = []

    def fail(kind: str, article_id: int) -> dict[str, Any]:
        made.append(connection.settings_dict["NAME"])
        raise RuntimeError("broken")

    monkeypatch.setattr(evaluate, "facts_of", fail)
    users = connection.settings_dict["NAME"]
    with pytest.raises(RuntimeError, match="broken"):
        run(gold)
    assert made != [users]
    assert not Path(made[0]).exists()
    assert connection.settings_dict["NAME"] == users
    assert not Article.objects.exists()


@pytest.mark.parametrize(
    ("refusal", "remedy"),
    [
        (OperationalError("no such server\n(details)"), "(no such server): check DATABASE_URL"),
        (SystemExit(2), "let the user of DATABASE_URL create databases"),
    ],
)
def test_without_a_database_the_remedy_is_given(
    gold: Path, monkeypatch: pytest.MonkeyPatch, refusal: BaseException, remedy: str
) -> None:
    def refuse(*args: object, **options: object) -> None:
        raise refusal

    monkeypatch.setattr(BaseDatabaseCreation, "create_test_db", refuse)
    users = connection.settings_dict["NAME"]
    code, message = status(gold)
    assert (code, remedy in message) == (4, True)
    assert connection.settings_dict["NAME"] == users


def test_bad_gold_is_named_and_nothing_is_measured(gold: Path) -> None:
    with gold.open("a", encoding="utf-8") as file:
        file.write('{"id": "three", "text": "Nobody."}\n')
    assert status(gold) == (1, f"{gold}, line 3: people is missing: add it")


def test_bad_predictions_are_named(gold: Path, tmp_path: Path) -> None:
    bad = {"id": "one", "people": [{"id": 1, "mentions": [{"start": 0, "end": 999}]}]}
    code, message = status(gold, "--predictions", write(tmp_path / "bad.jsonl", bad))
    assert code == 1
    assert "bad.jsonl, line 1: people[0].mentions[0] is at 0-999, outside" in message
    twice: dict[str, Any] = {"id": "one", "people": []}
    code, message = status(gold, "--predictions", write(tmp_path / "bad.jsonl", twice, twice))
    assert (code, "stands there twice" in message) == (1, True)


def test_predictions_for_other_texts_do_not_count(gold: Path, tmp_path: Path) -> None:
    other = write(tmp_path / "other.jsonl", {"id": "elsewhere", "people": []})
    figures = json.loads(run(gold, "--json", "--predictions", other))
    assert figures["mentions"]["all"]["found"] == 0


def test_files_that_cannot_be_used(gold: Path, tmp_path: Path) -> None:
    assert status(tmp_path / "none.jsonl")[0] == 2
    assert status(gold, "--predictions", tmp_path)[0] == 2
    assert status(gold, "--output", tmp_path)[0] == 2


def test_an_unknown_kind_is_wrong_usage() -> None:
    with pytest.raises(CommandError, match="invalid choice"):
        call_command("evaluate", "places", "gold.jsonl")
