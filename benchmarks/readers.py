"""How well web pages are read: titles, days of publication and texts, and how fast.

Run ``python -m benchmarks.readers [FOLDER...]``. A folder holds saved pages
(``a.html``), each with the text that a reader would copy (``a.txt``) and a JSON
object (``a.json``) with ``title`` and ``publish_date``, where they are known.
The default is a folder of invented pages.

A title is right if it has the same words, whatever its quotation marks; a day
if it is the day that is given; texts are compared word by word (F1, the mean
over the pages).
"""

from __future__ import annotations

import argparse
import json
import re
import statistics
import sys
import time
from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from articles.readers import DEFAULT_LIMITS, RawArticle, parse_published
from articles.readers.html import read_html

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

DATA = Path(__file__).parent / "data" / "pages"
WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Score:
    """How one page was read; None for what is not known of it."""

    name: str
    title: bool | None
    day: bool | None
    text: float | None
    seconds: float

    @property
    def is_known(self) -> bool:
        return (self.title, self.day, self.text) != (None, None, None)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folders", nargs="*", type=Path, default=[DATA], metavar="FOLDER")
    parser.add_argument("--pages", action="store_true", help="show every page too")
    options = parser.parse_args()
    for folder in options.folders:
        scores = [row for path in sorted(folder.rglob("*.html")) if (row := score(path)).is_known]
        if not scores:
            sys.exit(f"{folder} holds no page with a .txt or .json beside it")
        for row in scores if options.pages else []:
            print(f"{row.name}: title {row.title}, day {row.day}, text {row.text}")
        print(summary(folder, scores))


def score(path: Path) -> Score:
    started = time.perf_counter()
    with path.open("rb") as stream:
        (item,) = read_html(stream, str(path), DEFAULT_LIMITS)
    seconds = time.perf_counter() - started
    found = item if isinstance(item, RawArticle) else RawArticle(location=item.location, body="")
    known = _known(path.with_suffix(".json"))
    title, day = known.get("title"), _day(known.get("publish_date"))
    return Score(
        name=path.name,
        title=None if not title else words(found.headline) == words(title),
        day=None if day is None else _day(found.published_at) == day,
        text=_text_score(found.body, path.with_suffix(".txt")),
        seconds=seconds,
    )


def summary(folder: Path, scores: list[Score]) -> str:
    return (
        f"{folder}: {len(scores)} pages; "
        f"titles {_share(row.title for row in scores)}, "
        f"days {_share(row.day for row in scores)}, "
        f"text F1 {_share(row.text for row in scores)}; "
        f"median {statistics.median(row.seconds for row in scores) * 1000:.0f} ms a page"
    )


def words(text: str) -> list[str]:
    return WORD.findall(text.lower())


def _text_score(found: str, file: Path) -> float | None:
    if not file.exists():
        return None
    gold, read = Counter(words(file.read_text("utf-8"))), Counter(words(found))
    common = (gold & read).total()
    return 2 * common / ((gold.total() + read.total()) or 1)


def _share(values: Iterable[bool | float | None]) -> str:
    known = [float(value) for value in values if value is not None]
    return f"{100 * statistics.mean(known):.1f} % of {len(known)}" if known else "not known"


def _known(file: Path) -> dict[str, Any]:
    known: dict[str, Any] = json.loads(file.read_text("utf-8")) if file.exists() else {}
    return known


def _day(value: str | datetime | date | None) -> date | None:
    if isinstance(value, str):
        value = parse_published(value) if value else None
    return value.date() if isinstance(value, datetime) else value


if __name__ == "__main__":
    main()
