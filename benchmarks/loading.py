"""How fast articles are stored, read and found unchanged, and in how much memory.

Run ``python -m benchmarks.loading [--articles N] [--megabytes M]``. It loads
invented articles into a new SQLite database that is removed afterwards, or into
an empty one named by DATABASE_URL, which is emptied again. With ``--megabytes``
so much is also piped in, to see that memory does not grow with the input.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING
from unittest.mock import patch

from benchmarks.articles import lines

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from articles.extraction.types import Document

ROOT = Path(__file__).parent.parent


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=400, help="to read with the pipeline")
    parser.add_argument("--stored", type=int, default=10_000, help="to store alone")
    parser.add_argument("--megabytes", type=int, default=0, help="to pipe in")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["DATA_DIR"] = folder
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsapi.settings")
        import django

        django.setup()
        prepare()
        # First what starts other processes: they are said to need the memory of this one.
        measure_loading(write(options.articles, Path(folder)), options.articles)
        if options.megabytes:
            measure_memory(options.megabytes)
            empty()
        measure_storing(write(options.stored, Path(folder)))
        measure_share(write(options.articles, Path(folder)))
        empty()


def prepare() -> None:
    from django.core.management import call_command

    from articles.models import Article

    call_command("migrate", verbosity=0)
    if Article.objects.exists():
        sys.exit("DATABASE_URL names a database that is in use: name an empty one")


def empty() -> None:
    from django.core.management import call_command

    call_command("flush", verbosity=0, interactive=False)


def write(number: int, folder: Path) -> Path:
    path = folder / "articles.jsonl"
    with path.open("wb") as file:
        file.writelines(lines(number))
    return path


def measure_storing(path: Path) -> None:
    """Storing alone beside the database's own way to take the same rows."""
    from articles.models import Article, Source
    from articles.readers import read_paths
    from articles.services import bulk
    from articles.services.load import Defaults, Facts, Loader

    loader = Loader(Defaults(), on_reject=print, on_extracted=lambda done, total: None)
    loaded = seconds(lambda: loader.load(read_paths([str(path)]), {}, facts=Facts.LATER))
    rows = list(Article.objects.all())
    sources = list(Source.objects.all())
    empty()
    bulk.insert(sources)
    for row in rows:
        row.run = None
    records = bulk.records(rows)
    bare = seconds(lambda: bulk.insert_records(Article, records))
    empty()
    print(f"storing alone        {len(rows) / loaded:8.0f} articles/s")
    print(f"the bare rows        {len(rows) / bare:8.0f} articles/s")
    print(f"share                {bare / loaded:8.0%}   (goal: 60%)")


def measure_loading(path: Path, number: int) -> None:
    """Loading with one worker and with two, and again."""
    one = load(path, "--workers", "1")
    empty()
    two = load(path, "--workers", "2")
    again = load(path, "--workers", "2")
    empty()
    print(f"one worker           {number / one.seconds:8.1f} articles/s")
    print(f"two workers          {number / two.seconds:8.1f} articles/s")
    print(f"times                {one.seconds / two.seconds:8.2f}   (goal: 1.8)")
    print(f"again, unchanged     {two.seconds / again.seconds:8.1f} times as fast   (goal: 20)")
    print(f"largest process      {two.megabytes:8.0f} MB   (goal: under 400)")
    print(f"first line after     {two.first_line:8.1f} s   (goal: 5)")


def measure_share(path: Path) -> None:
    """How much of the time of the processor is spent in the language pipeline."""
    from articles.readers import read_paths
    from articles.services import extract
    from articles.services.load import Defaults, Loader

    extract.pipeline()
    inside = 0.0

    def timed(document: Document) -> object:
        nonlocal inside
        since = time.process_time()
        try:
            return extract.read_document(document)
        finally:
            inside += time.process_time() - since

    loader = Loader(Defaults(), on_reject=print, on_extracted=lambda done, total: None)
    since = time.process_time()
    with patch("articles.services.work.read_document", timed):
        loader.load(read_paths([str(path)]), {})
    whole = time.process_time() - since
    print(f"in the pipeline      {inside / whole:8.0%} of the processor's time   (goal: 90%)")


def measure_memory(megabytes: int) -> None:
    """Piping in much more than there is memory to spare."""
    size = sum(len(line) for line in lines(100)) / 100
    number = int(megabytes * 1e6 / size)
    result = load(None, "--no-extract", stdin=lines(number))
    print(f"{megabytes} MB piped in: {result.megabytes:.0f} MB of memory   (goal: under 300)")


@dataclass(frozen=True, slots=True)
class Result:
    """What one load took; ``megabytes`` is the peak of its largest process."""

    seconds: float
    megabytes: float
    first_line: float


def load(path: Path | None, *options: str, stdin: Iterable[bytes] = ()) -> Result:
    command = [sys.executable, "manage.py", "load_articles", str(path or "-"), *options]
    since = time.perf_counter()
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.DEVNULL, "stderr": subprocess.PIPE}
    process = subprocess.Popen(command, cwd=ROOT, **pipes)  # type: ignore[call-overload]
    first_lines: list[float] = []

    def listen() -> None:
        if process.stderr.readline():
            first_lines.append(time.perf_counter() - since)
        process.stderr.read()

    listener = threading.Thread(target=listen)
    listener.start()
    # Line by line, so that a load that ends early ends this as well.
    feed = iter(stdin)
    while some := b"".join(islice(feed, 100)):
        process.stdin.write(some)
    process.stdin.close()
    _, status, usage = os.wait4(process.pid, 0)
    listener.join()
    if status:
        sys.exit(f"load_articles ended with {os.waitstatus_to_exitcode(status)}")
    took = time.perf_counter() - since
    return Result(took, usage.ru_maxrss / 1024, first_lines[0] if first_lines else took)


def seconds(work: Callable[[], object]) -> float:
    since = time.perf_counter()
    work()
    return time.perf_counter() - since


if __name__ == "__main__":
    main()
