"""What commands say when the database is not ready."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("command", [["load_articles", "seeds"], ["reextract"]])
@pytest.mark.parametrize(
    ("url", "remedy"),
    [("", "manage.py migrate"), ("postgres://nobody@127.0.0.1:9/none", "DATABASE_URL")],
)
def test_the_remedy_is_named_without_a_traceback(
    tmp_path: Path, command: list[str], url: str, remedy: str
) -> None:
    environment = os.environ | {"DATA_DIR": str(tmp_path), "DATABASE_URL": url}
    if not url:
        del environment["DATABASE_URL"]
    done = subprocess.run(
        [sys.executable, "manage.py", *command],
        env=environment,
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 4
    assert remedy in done.stderr
    assert "Traceback" not in done.stderr
