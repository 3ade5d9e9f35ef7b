"""Word lists: one entry a line, ``#`` starts a comment, source and licence on top."""

from functools import cache
from importlib.resources import files


@cache
def load(name: str) -> frozenset[str]:
    """The entries of ``<name>.txt``, as written there.

    Raises:
        FileNotFoundError: there is no such list.
    """
    text = files(__name__).joinpath(f"{name}.txt").read_text(encoding="utf-8")
    entries = (line.partition("#")[0].strip() for line in text.splitlines())
    return frozenset(entry for entry in entries if entry)
