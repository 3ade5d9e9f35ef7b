"""JSON lines read field by field, each fault with its place and its remedy."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from articles.extraction.contract import ContractError, load_json
from articles.extraction.types import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

Parsed = TypeVar("Parsed")
_SHOWN_CHARACTERS = 60


class FaultError(ValueError):
    """What is wrong with a line, and what to do about it."""


class BadFileError(ValueError):
    """One line for each bad line of a file: its place, the fault, the remedy."""


class Record:
    """A JSON object whose fields are checked as they are read.

    ``where`` is its path inside the line, for example ``people[2].mentions[0]``;
    empty for the line itself. Every method raises ``FaultError``.
    """

    def __init__(self, value: object, where: str = "") -> None:
        if not isinstance(value, dict):
            raise FaultError(f"{where or 'a line'} must be a JSON object: {{...}}")
        self._values = value
        self._where = where

    def has(self, name: str) -> bool:
        """Whether there is such a field and it is not null."""
        return self._values.get(name) is not None

    def string(self, name: str) -> str:
        value = self._required(name)
        if not isinstance(value, str):
            raise FaultError(f"{self.path(name)} must be a string: put it in quotation marks")
        for character in ("\0", *_surrogates(value)):
            if character in value:
                raise FaultError(
                    f"{self.path(name)} has U+{ord(character):04X} at character"
                    f" {value.index(character)}, which no database stores: remove it"
                )
        return value

    def identifier(self, name: str) -> str:
        """A string, or a whole number as a string."""
        value = self._required(name)
        if isinstance(value, int) and not isinstance(value, bool):
            return str(value)
        return self.string(name)

    def whole(self, name: str) -> int:
        value = self._required(name)
        if isinstance(value, bool) or not isinstance(value, int):
            raise FaultError(f"{self.path(name)} must be a whole number")
        return value

    def probability(self, name: str) -> float:
        value = self._required(name)
        if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
            raise FaultError(f"{self.path(name)} must be a number from 0 to 1")
        return float(value)

    def flag(self, name: str) -> bool:
        value = self._required(name)
        if not isinstance(value, bool):
            raise FaultError(f"{self.path(name)} must be true or false")
        return value

    def records(self, name: str) -> list[Record]:
        """A list of objects."""
        value = self._list(name)
        return [Record(item, f"{self.path(name)}[{index}]") for index, item in enumerate(value)]

    def record(self, name: str) -> Record:
        """An object."""
        return Record(self._required(name), self.path(name))

    def span(self, text: str) -> Span:
        """``start`` and ``end``, which must lie in ``text`` and hold the ``text`` given, if any."""
        start, end = self.whole("start"), self.whole("end")
        if not 0 <= start < end <= len(text):
            raise FaultError(
                f"{self._where} is at {start}-{end}, outside of a text of {len(text)} characters:"
                " offsets count code points from 0, the end is exclusive"
            )
        if self.has("text") and self.string("text") != text[start:end]:
            raise FaultError(
                f"{self._where} says {_shown(self.string('text'))} but the text has"
                f" {_shown(text[start:end])} at {start}-{end}: correct the offsets or the words"
            )
        return Span(start, end)

    def bounds(self, name: str, text: str) -> Span:
        """A span given as ``[start, end]``."""
        return _bounds(self._required(name), self.path(name), text)

    def spans(self, name: str, text: str) -> tuple[Span, ...]:
        """A list of spans, each given as ``[start, end]``."""
        return tuple(
            _bounds(value, f"{self.path(name)}[{index}]", text)
            for index, value in enumerate(self._list(name))
        )

    def _list(self, name: str) -> list[object]:
        value = self._required(name)
        if not isinstance(value, list):
            raise FaultError(f"{self.path(name)} must be a list: [...]")
        return value

    def _required(self, name: str) -> object:
        if name not in self._values:
            raise FaultError(f"{self.path(name)} is missing: add it")
        return self._values[name]

    def path(self, name: str) -> str:
        """Where a field stands inside the line."""
        return f"{self._where}.{name}" if self._where else name


def _bounds(value: object, path: str, text: str) -> Span:
    match value:
        case [int(start), int(end)] if 0 <= start < end <= len(text):
            return Span(start, end)
    raise FaultError(f"{path} must be [start, end] inside of the text")


def _surrogates(text: str) -> list[str]:
    return [character for character in text if "\ud800" <= character <= "\udfff"][:1]


def _shown(text: str) -> str:
    """Words of a file on one short line."""
    return ascii(text) if len(text) <= _SHOWN_CHARACTERS else ascii(text[:_SHOWN_CHARACTERS]) + "…"


def read_lines(
    path: str, lines: Iterable[bytes], parse: Callable[[Record, int], Parsed]
) -> list[Parsed]:
    """Read a file of JSON lines; blank ones are skipped.

    Args:
        parse: makes something of a record and the number of its line, from 1.

    Raises:
        BadFileError: with every bad line, not only the first.
    """
    parsed, faults = [], []
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            parsed.append(parse(Record(load_json(line)), number))
        except ContractError as error:
            faults.append(f"{path}, line {number}: {error}: correct it")
        except FaultError as fault:
            faults.append(f"{path}, line {number}: {fault}")
    if faults:
        raise BadFileError("\n".join(faults))
    return parsed
