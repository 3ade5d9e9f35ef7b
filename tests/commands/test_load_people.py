"""The command that loads authority files, and what the linker makes of them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from io import BytesIO, StringIO, TextIOWrapper
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from articles.models import Mention, Person
from articles.services import authority

pytestmark = pytest.mark.django_db

ROOT = Path(__file__).parents[2]
TABLE = """name,aliases,wikidata_id,description
Helena Wieliczko-Strand,Lena Wieliczko|Mayor Wieliczko,Q42,mayor of Harwick
,,Q43,nobody
Tom Okafor,,43,
Tom Okafor,,Q43,
"""
STORY = "A bridge at last\n\n“The bridge will open on Friday,” Lena Wieliczko said.\n"


def load(*arguments: object) -> tuple[int, dict[str, int]]:
    """Exit status and summary of one call."""
    out = StringIO()
    status = 0
    try:
        call_command("load_people", *map(str, arguments), stdout=out)
    except SystemExit as stop:
        status = int(str(stop.code))
    summary: dict[str, int] = json.loads(out.getvalue().splitlines()[-1])
    assert list(summary) == ["seen", "new", "updated", "unchanged", "rejected"]
    return status, {name: number for name, number in summary.items() if number}


def test_good_lines_are_loaded_and_bad_ones_are_told(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    table = tmp_path / "people.csv"
    table.write_text(TABLE, encoding="utf-8")
    assert load(table) == (1, {"seen": 4, "new": 2, "rejected": 2})
    told = capfd.readouterr().err.splitlines()
    assert f"{table}, line 3: name is missing or blank: give the full name [missing_name]" in told
    assert any(line.startswith(f"{table}, line 4: wikidata_id must be") for line in told)
    assert load(table) == (1, {"seen": 4, "unchanged": 2, "rejected": 2})


def test_articles_name_the_people_of_the_file(tmp_path: Path) -> None:
    table, story = tmp_path / "people.csv", tmp_path / "story.txt"
    table.write_text("\n".join(TABLE.splitlines()[:2]), encoding="utf-8")
    story.write_text(STORY, encoding="utf-8")
    assert load(table) == (0, {"seen": 1, "new": 1})
    call_command("load_articles", str(story), stdout=StringIO())
    person = Person.objects.get()
    assert (person.wikidata_id, person.name) == ("Q42", "Helena Wieliczko-Strand")
    assert person.description == "mayor of Harwick"
    assert Mention.objects.get(text="Lena Wieliczko").person == person


def test_whoever_the_articles_name_gets_the_id_of_the_file(tmp_path: Path) -> None:
    table, story = tmp_path / "people.csv", tmp_path / "story.txt"
    table.write_text("\n".join(TABLE.splitlines()[:2]), encoding="utf-8")
    story.write_text(STORY, encoding="utf-8")
    call_command("load_articles", str(story), stdout=StringIO())
    assert load(table) == (0, {"seen": 1, "updated": 1})
    person = Person.objects.get()
    assert (person.wikidata_id, person.mention_count) == ("Q42", 1)


def test_standard_input_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(TABLE.encode())))
    assert load("--format", "csv", "-") == (1, {"seen": 4, "new": 2, "rejected": 2})


def test_an_interrupted_load_says_how_to_go_on(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(authority, "store_person", interrupt)
    table = tmp_path / "people.csv"
    table.write_text(TABLE, encoding="utf-8")
    with pytest.raises(CommandError, match="Run the same command") as stop:
        load(table)
    assert stop.value.returncode == 3


def test_wrong_usage_and_a_database_without_tables_have_their_own_status(tmp_path: Path) -> None:
    environment = os.environ | {"DATA_DIR": str(tmp_path)}
    environment.pop("DATABASE_URL", None)
    for arguments, status, told in (
        ([], 2, "required: FILE"),
        (["-"], 4, "manage.py migrate"),
    ):
        command = [sys.executable, "manage.py", "load_people", *arguments]
        done = subprocess.run(
            command, env=environment, cwd=ROOT, capture_output=True, text=True, check=False
        )
        assert (done.returncode, told in done.stderr) == (status, True)
        assert "Traceback" not in done.stderr
