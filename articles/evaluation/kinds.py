"""The kinds of facts that can be evaluated."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from articles.evaluation import dates, people, quotes
from articles.evaluation.gold import GoldText
from articles.evaluation.records import Record
from articles.evaluation.tables import Table


class Report(Protocol):
    """What was measured, in three forms; an error is one line."""

    def as_json(self) -> dict[str, Any]: ...
    def tables(self) -> Iterable[Table]: ...
    def errors(self) -> Iterator[str]: ...


@dataclass(frozen=True, slots=True)
class Kind:
    """How one kind of fact is read and measured.

    Attributes:
        read_gold: a line of a gold file, with its number.
        read_found: what a record says was found in a text.
        evaluate: texts by id, and what was found in them, likewise.
    """

    read_gold: Callable[[Record, int], GoldText]
    read_found: Callable[[Record, str], Any]
    evaluate: Callable[[Mapping[str, Any], Mapping[str, Any]], Report]


KINDS = {
    "people": Kind(people.read_people, people.read_found, people.evaluate_people),
    "quotes": Kind(quotes.read_quotes, quotes.read_found, quotes.evaluate_quotes),
    "dates": Kind(dates.read_dates, dates.read_found, dates.evaluate_dates),
}
