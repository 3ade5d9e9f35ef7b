"""Results as tables of plain text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articles.evaluation.tables import Table
from benchmarks.api.implementations import ASYNCPG, LOOP, NEWSAPI
from benchmarks.api.questions import Kind
from benchmarks.api.targets import REPEATED, TARGETS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from benchmarks.api.contest import Results
    from benchmarks.api.targets import Target

NONE = "-"
REPEATED_QUESTIONS = ("asked again", "asked again, not modified")


def report(results: Results, connections: Sequence[int]) -> str:
    """All figures by question, then the targets; empty tables are left out."""
    questions = dict.fromkeys(key[0] for key in results.figures)
    parts = [f"{name}\n{figures(results, name, connections)}" for name in questions]
    parts.append(f"newsapi as a multiple of others\n{ratios(results, connections)}")
    parts += [f"note: {note}" for note in results.notes]
    parts += [f"FAILED: {failure}" for failure in results.failures]
    return "\n\n".join(parts)


def figures(results: Results, question: str, connections: Sequence[int]) -> Table:
    """Requests per second, median and 99th percentile of latency, by implementation."""
    columns = [""]
    for number in connections:
        columns += [f"requests/s ({number})", "p50 ms", "p99 ms"]
    names = dict.fromkeys(key[1] for key in results.figures if key[0] == question)
    rows = []
    for name in names:
        row = [name]
        for number in connections:
            figure = results.figures.get((question, name, number))
            row += (
                [
                    f"{figure.rate:.0f}" if figure.rate >= 10 else f"{figure.rate:.1f}",
                    f"{1000 * figure.percentile(0.5):.1f}",
                    f"{1000 * figure.percentile(0.99):.1f}",
                ]
                if figure
                else [NONE] * 3
            )
        rows.append(row)
    return Table(columns, rows)


def ratios(results: Results, connections: Sequence[int]) -> Table:
    """What the targets are about, with what is asked and whether it is reached."""
    columns = ["", "connections", "target", *Kind]
    rows = []
    for target in TARGETS:
        for number in connections:
            cells = list(_cells(results, target, number))
            if number in target.at_least and set(cells) != {NONE}:
                rows.append([target.other, str(number), f"{target.at_least[number]:g}", *cells])
    for question in REPEATED_QUESTIONS:
        for number in connections:
            ratio = _ratio(results, question, Kind.ARTICLES, ASYNCPG, number)
            if ratio is not None:
                cell = _cell(ratio, REPEATED, number)
                row = [f"{question} / {ASYNCPG}", str(number), "1", cell]
                rows.append(row + [NONE] * (len(Kind) - 1))
    return Table(columns, rows)


def missed(results: Results, connections: Sequence[int]) -> bool:
    """Whether any target was measured and not reached."""
    return any("FAIL" in cell for row in ratios(results, connections).rows for cell in row)


def _cells(results: Results, target: Target, connections: int) -> Iterator[str]:
    for kind in Kind:
        yield _cell(_ratio(results, kind, kind, target.other, connections), target, connections)


def _cell(ratio: float | None, target: Target, connections: int) -> str:
    if ratio is None:
        return NONE
    return f"{ratio:.2f} {'pass' if target.passed(ratio, connections) else 'FAIL'}"


def _ratio(results: Results, own: str, question: str, other: str, connections: int) -> float | None:
    """Of requests per second; the loop without HTTP has one figure for all connections."""
    mine = results.rate(own, NEWSAPI, connections)
    theirs = results.rate(question, other, 1 if other == LOOP else connections)
    return None if mine is None or theirs is None else mine / theirs
