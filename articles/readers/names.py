"""Names of files: which are read, which are passed over, and how they are shown."""

from __future__ import annotations

import os
import re
from pathlib import PurePosixPath

# Files about a collection, which stand beside the articles of almost every one.
_ABOUT_FILES = frozenset(
    {"readme", "license", "licence", "licenses", "licences", "copying", "notice", "changelog"}
)
# What file systems put beside the files of others.
_OF_SYSTEMS = frozenset({"__macosx", "thumbs.db", "desktop.ini"})
_DRIVE = re.compile(r"[A-Za-z]:")


def printable(path: str) -> str:
    """A path as one line that can be shown and stored, with escapes for what cannot."""
    text = os.fsencode(path).decode("utf-8", "backslashreplace")
    return "".join(c if c.isprintable() else ascii(c)[1:-1] for c in text)


def is_passed_over(path: str) -> bool:
    """Whether a path inside a folder or archive is hidden, or is a file about the others."""
    parts = [part for part in path.replace("\\", "/").split("/") if part not in ("", ".", "..")]
    hidden = any(part.startswith(".") or part.lower() in _OF_SYSTEMS for part in parts)
    return hidden or (bool(parts) and PurePosixPath(parts[-1]).stem.lower() in _ABOUT_FILES)


def leads_out(name: str) -> bool:
    """Whether the name of an archive's entry is absolute or climbs above the archive."""
    path = name.replace("\\", "/")
    return path.startswith("/") or bool(_DRIVE.match(path)) or ".." in path.split("/")
