"""Other names for the fields of an article: ``headline=title``, ``body=content.text``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from articles.readers.base import ReadError

FIELDS = (
    "guid", "url", "headline", "standfirst", "byline", "dateline", "body", "section",
    "keywords", "language", "source", "rights", "published_at", "modified_at", "pub_status",
)  # fmt: skip
# What stands between the entries of a list that becomes one text.
_BETWEEN = {"body": "\n\n", "standfirst": " "}
_LIST_MARKS = re.compile(r"\s*[|;,]\s*")


@dataclass(frozen=True, slots=True)
class FieldMap:
    """Where the fields stand in records of another shape; empty for our own shape.

    With a map, names that are neither ours nor mapped are left aside.
    """

    paths: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def parse(cls, pairs: Iterable[str]) -> FieldMap:
        """Read pairs of the form ``field=name`` or ``field=outer.inner``.

        Raises:
            ValueError: not of that form, an unknown field, or one given twice.
        """
        paths: dict[str, str] = {}
        for pair in pairs:
            name, equals, path = (part.strip() for part in pair.partition("="))
            if not equals or not path:
                raise ValueError(f"{pair!r} is not of the form field=name, like headline=title")
            if name not in FIELDS:
                raise ValueError(f"{name!r} is no field of an article: {', '.join(FIELDS)}")
            if name in paths:
                raise ValueError(f"{name} is mapped twice: keep one")
            paths[name] = path
        return cls(paths)

    def __bool__(self) -> bool:
        return bool(self.paths)

    def apply(self, record: Mapping[str, object]) -> dict[str, object]:
        """Give a record the shape that the fields have.

        Raises:
            ReadError: ``bad_type`` for a value that cannot be that field.
        """
        values = {name: record[name] for name in FIELDS if name in record}
        for name, path in self.paths.items():
            found = list(_find(record, path))
            values.pop(name, None)
            if found:
                values[name] = _as_field(name, found)
        return values


def _find(value: object, path: str) -> Iterator[object]:
    """Yield what a path leads to, in every entry of the lists on its way."""
    if isinstance(value, list):
        for entry in value:
            yield from _find(entry, path)
    elif not path:
        if value is not None:
            yield value
    elif isinstance(value, Mapping):
        # A name with a dot in it is a name first.
        if path in value:
            yield from _find(value[path], "")
            return
        first, _, rest = path.partition(".")
        if first in value:
            yield from _find(value[first], rest)


def _as_field(name: str, found: list[object]) -> object:
    texts = [
        str(value) if isinstance(value, int) and name in ("guid", "keywords") else value
        for value in found
        if not isinstance(value, bool)
    ]
    strings = [text for text in texts if isinstance(text, str)]
    if len(strings) < len(found):
        raise ReadError("bad_type", f"{name} must be a string: map it to another name")
    if name == "keywords":
        return [word for text in strings for word in _LIST_MARKS.split(text) if word]
    return _BETWEEN.get(name, ", ").join(strings)
