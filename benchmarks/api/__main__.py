"""How fast the API answers, beside others and as the data grow; docs/performance.md tells more.

``install`` prepares the environment of the others, ``generate`` fills an empty
database, ``run`` measures all over it, ``grow`` compares two sizes of it.
"""

from __future__ import annotations

import argparse
import json
import os
import signal
import subprocess
import sys
import venv
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.api.client import FailedRequestError
from benchmarks.api.contest import Options, Results, contest
from benchmarks.api.corpus import Corpus
from benchmarks.api.growth import grow, growth_table
from benchmarks.api.implementations import PEERS_ENVIRONMENT
from benchmarks.api.questions import Kind
from benchmarks.api.report import missed, report

if TYPE_CHECKING:
    from collections.abc import Sequence

REQUIREMENTS = Path(__file__).parent / "requirements.txt"


def main(arguments: Sequence[str] | None = None) -> int:
    """The exit status: 1 where a request failed or a target was missed."""
    options = _parser().parse_args(arguments)
    # As Ctrl-C does, so that the servers are ended too.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    try:
        status: int = options.command(options)
    except FailedRequestError as error:
        sys.exit(str(error))
    return status


def install(options: argparse.Namespace) -> int:
    venv.create(PEERS_ENVIRONMENT, with_pip=True)
    pip = [_python(), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    return subprocess.run([*pip, "--requirement", str(REQUIREMENTS)], check=False).returncode


def generate(options: argparse.Namespace) -> int:
    os.environ["DATABASE_URL"] = options.database
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsapi.settings")
    import django

    django.setup()
    from benchmarks.api.fill import fill

    fill(Corpus(options.articles, seed=options.seed))
    return 0


def run(options: argparse.Namespace) -> int:
    if not Path(_python()).exists():
        sys.exit("The others are not installed: python -m benchmarks.api install")
    asked = Options(options.rounds, options.seconds, options.connections, options.only)
    results = contest(options.database, asked)
    print(report(results, options.connections))
    if options.plot:
        _plot(results, options.plot)
    return int(bool(results.failures) or missed(results, options.connections))


def compare_sizes(options: argparse.Namespace) -> int:
    growth = grow(options.small, options.large, rounds=options.rounds, seconds=options.seconds)
    table = growth_table(growth)
    print(table)
    for failure in growth.failures:
        print(f"FAILED: {failure}")
    return int(bool(growth.failures) or any("FAIL" in row for row in table.rows))


def _plot(results: Results, file: str) -> None:
    rates: dict[str, dict[int, dict[str, float]]] = {}
    for (question, name, connections), figure in results.figures.items():
        if question not in set(Kind):
            continue  # nobody to compare with
        rates.setdefault(question, {}).setdefault(connections, {})[name] = figure.rate
    command = [_python(), "-m", "benchmarks.api.plot", file]
    subprocess.run(command, input=json.dumps(rates), text=True, check=True)


def _python() -> str:
    return str(PEERS_ENVIRONMENT / "bin" / "python")


def _numbers(text: str) -> tuple[int, ...]:
    return tuple(int(number) for number in text.split(","))


def _names(text: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in text.split(",") if name.strip())


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.api",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    commands = parser.add_subparsers(required=True)
    one = commands.add_parser("install", help="install the others in benchmarks/.venv")
    one.set_defaults(command=install)
    one = commands.add_parser("generate", help="fill an empty database")
    one.set_defaults(command=generate)
    one.add_argument("--articles", type=int, default=100_000, metavar="N", help="default 100000")
    one.add_argument("--seed", type=int, default=1, metavar="N", help="others give other articles")
    one.add_argument("--database", required=True, metavar="URL")
    one = commands.add_parser("run", help="measure all in turns")
    one.set_defaults(command=run)
    one.add_argument("--database", required=True, metavar="URL")
    _add_times(one)
    one.add_argument(
        "--connections", type=_numbers, default=(1, 8), metavar="N,...", help="default 1,8"
    )
    one.add_argument(
        "--only", type=_names, default=(), metavar="NAME,...", help="parts of names of the others"
    )
    one.add_argument("--plot", metavar="FILE", help="a PNG or SVG of requests per second")
    one = commands.add_parser("grow", help="compare two sizes of the database")
    one.set_defaults(command=compare_sizes)
    one.add_argument("--small", required=True, metavar="URL")
    one.add_argument("--large", required=True, metavar="URL")
    _add_times(one)
    return parser


def _add_times(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--rounds", type=int, default=3, metavar="N", help="default 3")
    parser.add_argument(
        "--seconds", type=float, default=3.0, metavar="S", help="of each measurement; default 3"
    )


if __name__ == "__main__":
    sys.exit(main())
