"""Typed readers of environment variables; a wrong value stops the start and is named."""

from __future__ import annotations

import os
import secrets
import tempfile
from typing import TYPE_CHECKING, Any

import environ
from django.core.exceptions import ImproperlyConfigured

if TYPE_CHECKING:
    from pathlib import Path

_env = environ.Env()

_TRUE = {"1", "true", "yes", "on"}
_FALSE = {"0", "false", "no", "off", ""}


def text(name: str, default: str) -> str:
    return str(_env.str(name, default=default))


def flag(name: str, *, default: bool) -> bool:
    value = text(name, "1" if default else "0").strip().lower()
    if value not in _TRUE | _FALSE:
        raise ImproperlyConfigured(f"{name} must be one of true, false, 1, 0; it is {value!r}.")
    return value in _TRUE


def number(name: str, default: int, *, minimum: int = 0) -> int:
    value = text(name, str(default))
    if not value.isdecimal() or int(value) < minimum:
        raise ImproperlyConfigured(
            f"{name} must be a whole number from {minimum}; it is {value!r}."
        )
    return int(value)


def words(name: str, default: list[str]) -> list[str]:
    """A comma-separated list."""
    return [word.strip() for word in text(name, ",".join(default)).split(",") if word.strip()]


def database(name: str, default: str) -> dict[str, Any]:
    """A database address such as ``postgres://user:secret@host:5432/name``."""
    try:
        config: dict[str, Any] = dict(_env.db_url(name, default=default))
    except environ.ImproperlyConfigured as error:
        raise ImproperlyConfigured(f"{name} is not a database address: {error}") from error
    return config


def secret_key(name: str, file: Path) -> str:
    """The secret from the variable, else from ``file``, which is made on first use.

    Several servers of one site must share the variable; a single machine
    needs nothing.
    """
    if key := text(name, ""):
        return key
    try:
        if not file.exists():
            _make_key(file)
        return file.read_text(encoding="ascii")
    except OSError as error:
        raise ImproperlyConfigured(f"Set {name}: {file} cannot be used ({error}).") from error


def _make_key(file: Path) -> None:
    """Write a new key; of several processes that start at once, the first one's counts."""
    descriptor, draft = tempfile.mkstemp(dir=file.parent)  # readable by its owner only
    with os.fdopen(descriptor, "w", encoding="ascii") as stream:
        stream.write(secrets.token_urlsafe(50))
    try:
        os.link(draft, file)
    except FileExistsError:
        pass
    finally:
        os.unlink(draft)
