"""How much longer each question takes on a database ten times as large."""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING

from articles.evaluation.tables import Table
from benchmarks.api import implementations
from benchmarks.api.client import FailedRequestError
from benchmarks.api.contest import WARM_UP, Figure, progress
from benchmarks.api.own import Own, own_questions
from benchmarks.api.questions import Kind, draw
from benchmarks.api.servers import serving
from benchmarks.api.targets import LONGEST, MOST_GROWTH

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from benchmarks.api.client import Site

NO_LIMIT = "capped"


class Growth:
    """Figures by question: of the small database, and of the large one."""

    def __init__(self) -> None:
        self.figures: dict[str, tuple[Figure, Figure]] = {}
        self.capped: set[str] = set()
        self.failures: list[str] = []


def grow(small: str, large: str, *, rounds: int, seconds: float) -> Growth:
    """Ask both databases the same kinds of questions in turns, one request at a time."""
    growth = Growth()
    with ExitStack() as stack:
        newsapi = implementations.newsapi()
        sites = [stack.enter_context(serving(newsapi, url)) for url in (small, large)]
        asked = [asked_of(site) for site in sites]
        for name in [name for name in asked[0] if _warm(name, sites, asked, growth)]:
            growth.figures[name] = Figure(), Figure()
            if asked[0][name].capped:
                growth.capped.add(name)
        for number in range(rounds):
            progress(f"round {number + 1} of {rounds}")
            for name, figures in growth.figures.items():
                for site, questions, figure in zip(sites, asked, figures, strict=True):
                    paths = questions[name].paths
                    figure.add(site.drive(paths, connections=1, seconds=seconds))
    return growth


def asked_of(site: Site) -> dict[str, Own]:
    """All questions by name: those that others are asked too, and those of the API alone."""
    newsapi = implementations.newsapi()
    questions = draw(site)
    lists = [
        Own(kind, [newsapi.address(question) for question in questions[kind]]) for kind in Kind
    ]
    return {own.name: own for own in (*lists, *own_questions(questions))}


def _warm(
    name: str, sites: Sequence[Site], asked: Sequence[Mapping[str, Own]], growth: Growth
) -> bool:
    for site, questions in zip(sites, asked, strict=True):
        try:
            site.drive(questions[name].paths, connections=1, seconds=WARM_UP)
        except FailedRequestError as error:
            growth.failures.append(f"{name}: {error}")
            return False
    return True


def growth_table(growth: Growth) -> Table:
    """Medians on both, their factor, and the slowest hundredth on the large one."""
    rows = []
    for name, (small, large) in growth.figures.items():
        factor = large.percentile(0.5) / small.percentile(0.5)
        slowest = large.percentile(0.99)
        limit = NO_LIMIT if name in growth.capped else f"{MOST_GROWTH:g}"
        fits = (name in growth.capped or factor <= MOST_GROWTH) and slowest <= LONGEST
        rows.append(
            [
                name,
                f"{1000 * small.percentile(0.5):.1f}",
                f"{1000 * large.percentile(0.5):.1f}",
                f"{factor:.2f}",
                limit,
                f"{1000 * slowest:.1f}",
                "pass" if fits else "FAIL",
            ]
        )
    return Table(
        ("", "p50 ms, small", "p50 ms, large", "factor", "at most", "p99 ms, large", ""), rows
    )
