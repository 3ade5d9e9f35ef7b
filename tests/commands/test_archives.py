"""Archives by command, and from one kind of database to another."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from articles.management.commands import export_archive as exporting
from articles.management.commands import import_archive as importing
from articles.models import Article
from articles.services.archive.files import read_lines
from tests.everything import make_everything
from tests.services.test_archive import empty

pytestmark = pytest.mark.django_db
ROOT = Path(__file__).parent.parent.parent


def command(*arguments: str) -> str:
    out = StringIO()
    call_command(*arguments, stdout=out)
    return out.getvalue().splitlines()[-1]


def on_sqlite(folder: Path, *arguments: str) -> str:
    """Run a command on a database file of its own."""
    environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    done = subprocess.run(
        [sys.executable, "manage.py", *arguments],
        env={**environment, "DATA_DIR": str(folder)},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_from_this_database_to_sqlite_and_back(tmp_path: Path) -> None:
    there, back = str(tmp_path / "there.jsonl.zst"), str(tmp_path / "back.jsonl.gz")
    make_everything()
    summary = json.loads(command("export_archive", there))
    assert summary["archive_digest"] == command("archive_digest")
    on_sqlite(tmp_path, "migrate", "--verbosity", "0")
    assert json.loads(on_sqlite(tmp_path, "import_archive", there)) == summary
    assert json.loads(on_sqlite(tmp_path, "export_archive", back)) == summary
    empty()
    assert json.loads(command("import_archive", back)) == summary
    assert list(read_lines(Path(back))) == list(read_lines(Path(there)))


def test_wrong_usage(tmp_path: Path) -> None:
    for arguments in (
        ("export_archive", str(tmp_path / "a.json")),
        ("import_archive", str(tmp_path / "missing.jsonl.gz")),
    ):
        with pytest.raises(CommandError) as caught:
            command(*arguments)
        assert caught.value.returncode == 2


def test_a_file_that_cannot_be_written(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match=r"cannot write .*; what stood there stays") as caught:
        command("export_archive", str(tmp_path / "missing" / "a.jsonl.gz"))
    assert caught.value.returncode == 4


def test_an_archive_that_is_not_taken(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl.zst"
    path.write_bytes(b"")
    with pytest.raises(CommandError, match=r"Nothing is stored: .* damaged") as caught:
        command("import_archive", str(path))
    assert caught.value.returncode == 1


def test_interrupted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*arguments: Any) -> None:
        raise KeyboardInterrupt

    path = tmp_path / "a.jsonl.zst"
    monkeypatch.setattr(exporting, "export_archive", interrupt)
    monkeypatch.setattr(importing, "import_archive", interrupt)
    for name in ("export_archive", "import_archive"):
        with pytest.raises(CommandError, match="Interrupted") as caught:
            command(name, str(path))
        assert caught.value.returncode == 3
    assert not Article.objects.exists()
