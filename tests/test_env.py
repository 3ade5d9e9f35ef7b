"""Settings from the environment: typed, and a wrong value is named."""

from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from newsapi import env


@pytest.mark.parametrize(("value", "flag"), [("1", True), ("True", True), ("off", False)])
def test_a_flag(monkeypatch: pytest.MonkeyPatch, value: str, flag: bool) -> None:
    monkeypatch.setenv("SOME_FLAG", value)
    assert env.flag("SOME_FLAG", default=not flag) is flag


@pytest.mark.parametrize("value", ["maybe", "2"])
def test_what_is_no_flag_is_refused(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv("SOME_FLAG", value)
    with pytest.raises(ImproperlyConfigured, match="SOME_FLAG"):
        env.flag("SOME_FLAG", default=True)


@pytest.mark.parametrize("value", ["-1", "1.5", "many", "0"])
def test_what_is_no_number_is_refused(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv("SOME_NUMBER", value)
    with pytest.raises(ImproperlyConfigured, match="SOME_NUMBER"):
        env.number("SOME_NUMBER", 5, minimum=1)


def test_words_are_parted_by_commas(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOME_WORDS", "a.example, b.example,")
    assert env.words("SOME_WORDS", []) == ["a.example", "b.example"]


def test_a_database_address(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOME_URL", "postgres://ann:secret@db.example:5433/news")
    config = env.database("SOME_URL", "sqlite:///x")
    assert config["ENGINE"] == "django.db.backends.postgresql"
    assert (config["HOST"], config["PORT"], config["NAME"]) == ("db.example", 5433, "news")


def test_a_key_is_made_once_for_its_owner_only(tmp_path: Path) -> None:
    file = tmp_path / "key"
    key = env.secret_key("NO_SUCH_VARIABLE", file)
    assert env.secret_key("NO_SUCH_VARIABLE", file) == key
    assert len(key) >= 50
    assert file.stat().st_mode & 0o777 == 0o600
    assert list(tmp_path.iterdir()) == [file]


def test_a_key_of_the_environment_comes_first(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("SOME_KEY", "from outside")
    assert env.secret_key("SOME_KEY", tmp_path / "key") == "from outside"


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    with pytest.raises(ImproperlyConfigured, match="NO_SUCH_VARIABLE"):
        env.secret_key("NO_SUCH_VARIABLE", tmp_path / "none" / "key")
