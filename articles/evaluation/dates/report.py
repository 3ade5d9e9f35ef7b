"""The figures of dates as tables, as JSON, and each error on one line."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from articles.evaluation.dates.places import Judged, JudgedText, judge
from articles.evaluation.scores import Score, Share, calibrate
from articles.evaluation.tables import Table, calibration_table, in_context, percent, percents
from articles.extraction.types import TimexType

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from articles.evaluation.dates.gold import DatesGold, Timex

_PRF = ("P", "R", "F1")
ALL, CALENDAR = "all", "calendar"


@dataclass(frozen=True, slots=True)
class DateScores:
    """Scores by what counts as right (TempEval-3).

    ``strict`` wants both ends to be the same, ``relaxed`` one character in
    common, ``typed`` and ``valued`` the same type or value besides.
    """

    marked: int
    found: int
    strict: Score
    relaxed: Score
    typed: Score
    valued: Score


@dataclass(frozen=True, slots=True)
class DatesReport:
    """What was measured; scores of all, of calendar values, and by type."""

    texts: int
    judged: tuple[JudgedText, ...]
    scores: Mapping[str, DateScores]
    tenths: tuple[Share, ...]

    def as_json(self) -> dict[str, Any]:
        return {
            "texts": self.texts,
            "dates": {
                name: {
                    "marked": scores.marked,
                    "found": scores.found,
                    "strict": scores.strict.as_json(),
                    "relaxed": scores.relaxed.as_json(),
                    "type": scores.typed.as_json(),
                    "value": scores.valued.as_json(),
                }
                for name, scores in self.scores.items()
            },
            "calibration": [share.as_json() for share in self.tenths],
        }

    def tables(self) -> Iterator[Table]:
        columns = [f"{how} {name}" for how in ("strict", "relaxed", "value") for name in _PRF]
        yield Table(
            ("dates", "marked", "found", *columns, "type F1"),
            [_row(name, scores) for name, scores in self.scores.items()],
        )
        yield calibration_table(self.tenths)

    def errors(self) -> Iterator[str]:
        for judged in self.judged:
            yield from _errors(judged)


def evaluate_dates(
    texts: Mapping[str, DatesGold], found: Mapping[str, tuple[Timex, ...]]
) -> DatesReport:
    """Measure what was found in texts; one that ``found`` lacks has no date found in it."""
    judged = [judge(text, found.get(text.id, ())) for text in texts.values()]
    outcomes = (
        (one.timex.confidence, one.valued)
        for text in judged
        for one in text.found
        if one.timex.confidence is not None
    )
    return DatesReport(len(texts), tuple(judged), _score(judged), tuple(calibrate(outcomes)))


def _score(judged: Sequence[JudgedText]) -> dict[str, DateScores]:
    marked: defaultdict[str, list[Judged]] = defaultdict(list)
    found: defaultdict[str, list[Judged]] = defaultdict(list)
    for text in judged:
        for side, rows in ((text.marked, marked), (text.found, found)):
            for one in side:
                for name in _names(one.timex):
                    rows[name].append(one)
    return {
        name: _scores(marked[name], found[name])
        for name in (ALL, CALENDAR, *TimexType)
        if name == ALL or name in marked or name in found
    }


def _names(timex: Timex) -> Iterator[str]:
    yield ALL
    if timex.is_calendar:
        yield CALENDAR
    yield timex.timex_type


def _scores(marked: Sequence[Judged], found: Sequence[Judged]) -> DateScores:
    def score(is_right: Callable[[Judged], bool]) -> Score:
        return Score(sum(map(is_right, found)), len(found), sum(map(is_right, marked)), len(marked))

    return DateScores(
        len(marked),
        len(found),
        strict=score(lambda one: one.strict),
        relaxed=score(lambda one: one.relaxed),
        typed=score(lambda one: one.typed),
        valued=score(lambda one: one.valued),
    )


def _row(name: str, scores: DateScores) -> list[str]:
    sizes = [name, str(scores.marked), str(scores.found)]
    figures = [*percents(scores.strict), *percents(scores.relaxed), *percents(scores.valued)]
    typed = scores.typed
    nothing = not typed.found and not typed.wanted
    return [*sizes, *figures, percent(None if nothing else typed.f1)]


def _errors(judged: JudgedText) -> Iterator[str]:
    gold = judged.gold
    for one in judged.marked:
        place = f"{gold.id}:{one.timex.span.start}  {in_context(gold.text, one.timex.span)}"
        marked = f"{one.timex.timex_type} {one.timex.value}"
        if one.partner is None:
            yield f"{'missed':9}{place}  marked: {marked}"
        elif not (one.valued and one.typed):
            found = f"{one.partner.timex_type} {one.partner.value}"
            yield f"{'value':9}{place}  marked: {marked}, found: {found}"
        elif not one.strict:
            yield f"{'boundary':9}{place}  found: {one.partner.span.of(gold.text)!a}"
    for one in judged.found:
        if one.partner is None:
            timex = one.timex
            place = f"{gold.id}:{timex.span.start}  {in_context(gold.text, timex.span)}"
            yield f"{'false':9}{place}  found: {timex.timex_type} {timex.value}"
