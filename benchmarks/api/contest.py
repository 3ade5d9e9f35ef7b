"""One run: all implementations over the same data, in turns, round by round."""

from __future__ import annotations

import json
import statistics
import sys
import tempfile
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.api import implementations
from benchmarks.api.answers import differences
from benchmarks.api.client import FailedRequestError
from benchmarks.api.implementations import LOOP, NEWSAPI
from benchmarks.api.own import own_questions, repeated_questions
from benchmarks.api.questions import Kind, draw
from benchmarks.api.servers import looping, serving

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from benchmarks.api.client import Sample, Site
    from benchmarks.api.implementations import Implementation
    from benchmarks.api.own import Own
    from benchmarks.api.questions import Questions
    from benchmarks.api.servers import Loop

WARM_UP = 0.5  # seconds


@dataclass(frozen=True, slots=True)
class Options:
    """``only`` are parts of names of implementations; empty takes all."""

    rounds: int
    seconds: float
    connections: tuple[int, ...]
    only: tuple[str, ...] = ()


@dataclass(slots=True)
class Figure:
    """Requests per second in each round, and all latencies in seconds."""

    rates: list[float] = field(default_factory=list)
    latencies: list[float] = field(default_factory=list)

    def add(self, sample: Sample) -> None:
        self.rates.append(sample.per_second)
        self.latencies += sample.latencies

    @property
    def rate(self) -> float:
        return statistics.median(self.rates)

    def percentile(self, share: float) -> float:
        """The latency that this share of requests does not exceed, in seconds."""
        ordered = sorted(self.latencies)
        return ordered[min(int(share * len(ordered)), len(ordered) - 1)]


@dataclass(slots=True)
class Results:
    """Figures by question, implementation and connections; and what went wrong or differs."""

    figures: dict[tuple[str, str, int], Figure] = field(default_factory=dict)
    failures: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def rate(self, question: str, name: str, connections: int) -> float | None:
        figure = self.figures.get((question, name, connections))
        return figure.rate if figure else None


@dataclass(frozen=True, slots=True)
class Contestant:
    """Whoever answers one kind of question; ``drive`` takes connections and seconds."""

    name: str
    question: str
    connections: tuple[int, ...]
    drive: Callable[[int, float], Sample]


def contest(url: str, options: Options) -> Results:
    """Start all servers, check that they answer alike, and measure them in turns."""
    results = Results()
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        newsapi = implementations.newsapi()
        site = stack.enter_context(serving(newsapi, url))
        progress("looking for questions")
        questions = draw(site)
        answers = {
            kind: site.get(newsapi.address(asked[0])).text() for kind, asked in questions.items()
        }
        bodies = {kind: text.decode() for kind, text in answers.items()}
        others = [implementations.bare(bodies, folder), *implementations.peers(url, folder)]
        contestants = list(_of_server(newsapi, site, questions, options))
        contestants += _own(site, own_questions(questions), options)
        keeping = stack.enter_context(serving(implementations.newsapi(keeping=True), url))
        contestants += _own(keeping, repeated_questions(keeping, questions), options)
        for other in others:
            if not _wanted(other.name, options):
                continue
            progress(f"starting {other.name}")
            try:
                peer = stack.enter_context(serving(other, url))
                results.notes += _compare(other, peer, questions, answers)
            except FailedRequestError as error:
                results.failures.append(f"{other.name}: {error}")
                continue
            contestants += _of_server(other, peer, questions, options)
        if _wanted(LOOP, options):
            loop = stack.enter_context(looping(url))
            contestants += [_of_loop(loop, kind, questions) for kind in Kind]
        _measure(contestants, options, results)
    return results


def _wanted(name: str, options: Options) -> bool:
    return not options.only or any(part.lower() in name.lower() for part in options.only)


def _of_server(
    implementation: Implementation, site: Site, questions: Questions, options: Options
) -> Iterator[Contestant]:
    for kind in Kind:
        if kind in implementation.kinds:
            paths = [implementation.address(question) for question in questions[kind]]
            yield _of_site(implementation.name, kind, site, paths, options)


def _own(site: Site, asked: Sequence[Own], options: Options) -> Iterator[Contestant]:
    for own in asked:
        asking = site.with_headers({"If-None-Match": own.etag}) if own.etag else site
        yield _of_site(NEWSAPI, own.name, asking, own.paths, options, status=own.status)


def _of_site(
    name: str,
    question: str,
    site: Site,
    paths: Sequence[str],
    options: Options,
    *,
    status: int = 200,
) -> Contestant:
    def drive(connections: int, seconds: float) -> Sample:
        return site.drive(paths, connections=connections, seconds=seconds, status=status)

    return Contestant(name, question, options.connections, drive)


def _of_loop(loop: Loop, kind: Kind, questions: Questions) -> Contestant:
    """One at a time by its nature."""
    return Contestant(
        LOOP, kind, (1,), lambda _, seconds: loop.drive(questions[kind], seconds=seconds)
    )


def _compare(
    other: Implementation, peer: Site, questions: Questions, answers: dict[Kind, bytes]
) -> list[str]:
    """What a peer answers otherwise than the API; one that answers other rows is not measured.

    Raises:
        FailedRequestError: the rows are others.
    """
    notes = []
    for kind in sorted(other.kinds):
        path = other.address(questions[kind][0])
        answer = peer.get(path)
        if answer.status != 200:
            told = answer.text()[:300].decode(errors="replace")
            raise FailedRequestError(f"{path}: status {answer.status}: {told}")
        found = differences(json.loads(answers[kind]), json.loads(answer.text()))
        if found.other_rows:
            raise FailedRequestError(f"{path} has other rows than the API")
        if found.fields and not other.flat:
            fields = ", ".join(sorted(found.fields))
            notes.append(f"{other.name} answers otherwise in {kind}: {fields}")
    return notes


def progress(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def _measure(contestants: Sequence[Contestant], options: Options, results: Results) -> None:
    groups: dict[str, list[Contestant]] = {}
    for one in contestants:
        if _warm(one, results):
            groups.setdefault(one.question, []).append(one)
    for number in range(options.rounds):
        progress(f"round {number + 1} of {options.rounds}")
        for group in groups.values():
            # Another one begins each round, so that nobody always follows the same one.
            begins = number % len(group)
            for one, connections in _turns(group[begins:] + group[:begins]):
                key = (one.question, one.name, connections)
                try:
                    sample = one.drive(connections, options.seconds)
                except FailedRequestError as error:
                    results.failures.append(f"{one.name}, {one.question}: {error}")
                else:
                    results.figures.setdefault(key, Figure()).add(sample)


def _turns(group: Sequence[Contestant]) -> Iterator[tuple[Contestant, int]]:
    """All who answer one question, one behind the other, for each number of connections."""
    for connections in sorted({number for one in group for number in one.connections}):
        for one in group:
            if connections in one.connections:
                yield one, connections


def _warm(one: Contestant, results: Results) -> bool:
    try:
        one.drive(max(one.connections), WARM_UP)
    except FailedRequestError as error:
        results.failures.append(f"{one.name}, {one.question}: {error}")
        return False
    return True
