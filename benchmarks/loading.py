"""How fast articles are stored, extracted and found unchanged, on this machine.

Run ``python -m benchmarks.loading [--articles N]``. It loads the demo articles,
each as often as it takes and under another id each time, into a new SQLite
database that is removed afterwards, or into an empty one named by DATABASE_URL.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import sys
import tempfile
import time
from itertools import cycle, islice
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

SEEDS = Path(__file__).parent.parent / "seeds"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=200)
    number = parser.parse_args().articles
    with tempfile.TemporaryDirectory() as folder:
        os.environ["DATA_DIR"] = folder
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsapi.settings")
        import django

        django.setup()
        measure(number, Path(folder))


def measure(number: int, folder: Path) -> None:
    from django.core.management import call_command

    from articles.models import Article
    from articles.readers import read_paths
    from articles.services import extract
    from articles.services.load import Defaults, Loader

    call_command("migrate", verbosity=0)
    if Article.objects.exists():
        sys.exit("DATABASE_URL names a database that is in use: name an empty one")
    path = folder / "articles.jsonl"
    words = write_articles(number, path)

    def load(*, facts: bool) -> None:
        loader = Loader(Defaults(), on_reject=print, on_extracted=lambda done, total: None)
        loader.load(read_paths([str(path)]), {}, extract=facts)

    extract.pipeline()
    report("store", number, words, lambda: load(facts=False))
    report("extract", number, words, lambda: load(facts=True))
    report("again, unchanged", number, words, lambda: load(facts=True))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"peak memory of the process: {peak} MB")


def write_articles(number: int, path: Path) -> int:
    """Write so many articles as JSONL; returns their words in all."""
    from articles.readers import RawArticle, read_paths
    from articles.services.delivery import complete

    seeds = [complete(item) for item in read_paths([str(SEEDS)]) if isinstance(item, RawArticle)]
    articles = [seed for seed in seeds if isinstance(seed, RawArticle)]
    words = 0
    with path.open("w", encoding="utf-8") as file:
        for index, seed in enumerate(islice(cycle(articles), number)):
            line = {"guid": f"id-{index}", "headline": seed.headline, "body": seed.body}
            published = str(seed.published_at) if seed.published_at else None
            line |= {"source": seed.source, "published_at": published} if published else {}
            file.write(json.dumps(line) + "\n")
            words += len(seed.body.split())
    return words


def report(step: str, number: int, words: int, work: Callable[[], None]) -> None:
    wall, cpu = time.perf_counter(), time.process_time()
    work()
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    print(
        f"{step:18}{number / wall:8.1f} articles/s{words / wall:10.0f} words/s"
        f"{words / cpu:10.0f} words/CPU-s"
    )


if __name__ == "__main__":
    main()
