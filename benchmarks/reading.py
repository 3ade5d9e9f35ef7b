"""What the benchmarks of people, quotes and dates share: gold, and readers that take turns."""

from __future__ import annotations

import argparse
import statistics
import sys
import time
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from articles.evaluation.gold import GoldText, read_gold
from articles.evaluation.records import BadFileError
from articles.extraction.types import Document, Extraction

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from spacy.language import Language

    from articles.evaluation.records import Record

DATA = Path(__file__).parent / "data"
Gold = TypeVar("Gold", bound=GoldText)
Fact = TypeVar("Fact")


def options_of(description: str | None, default: Path) -> argparse.Namespace:
    """Gold files and the number of rounds, from the command line."""
    parser = argparse.ArgumentParser(
        description=description, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("gold", nargs="*", type=Path, default=[default], metavar="GOLD")
    parser.add_argument("--rounds", type=int, default=3, metavar="N", help="default 3")
    options = parser.parse_args()
    options.rounds = max(1, options.rounds)
    return options


def gold_texts(
    paths: Iterable[Path], parse: Callable[[Record, int], Gold]
) -> Iterator[tuple[str, dict[str, Gold]]]:
    """The name of each file and its texts by id; a bad file ends the program."""
    for path in paths:
        try:
            with path.open("rb") as file:
                texts = read_gold(str(path), file, parse)
        except (OSError, BadFileError) as error:
            sys.exit(str(error))
        yield path.name, texts


def words_of(texts: Mapping[str, GoldText]) -> int:
    return sum(len(text.text.split()) for text in texts.values())


def in_turns(
    readers: Mapping[str, Callable[[Mapping[str, Gold]], dict[str, tuple[Fact, ...]]]],
    texts: Mapping[str, Gold],
    rounds: int,
) -> dict[str, tuple[dict[str, tuple[Fact, ...]], float]]:
    """What each reader finds in all texts, and its CPU seconds in the median round."""
    found: dict[str, dict[str, tuple[Fact, ...]]] = {}
    seconds: dict[str, list[float]] = {name: [] for name in readers}
    first = dict(list(texts.items())[:1])
    for read in readers.values():
        read(first)  # what is loaded on first use is not measured
    for _ in range(rounds):
        for name, read in readers.items():
            begun = time.process_time()
            found[name] = read(texts)
            seconds[name].append(time.process_time() - begun)
    return {name: (found[name], statistics.median(seconds[name])) for name in readers}


def with_pipeline(
    facts: Callable[[Extraction], Iterable[Fact]],
) -> Callable[[Mapping[str, Gold]], dict[str, tuple[Fact, ...]]]:
    """Read with the whole pipeline of the project, and take some facts of what it finds."""
    from articles.extraction.pipeline import load_pipeline

    pipeline = load_pipeline()

    def read(texts: Mapping[str, Gold]) -> dict[str, tuple[Fact, ...]]:
        results = map(pipeline.read, map(document_of, texts.values()))
        return {one.id: tuple(facts(one)) for one in results if isinstance(one, Extraction)}

    return read


def document_of(text: GoldText) -> Document:
    return Document(text.id, text.text, headline=text.headline or None, published=day_of(text))


def day_of(text: GoldText) -> date | None:
    published = text.published
    return published.date() if isinstance(published, datetime) else published


def load_spacy(components: tuple[str, ...] = ()) -> Language:
    """The bare model, with the components named or with all."""
    import spacy
    from spacy.util import is_package

    from articles.extraction.language import MODEL_PACKAGES

    package = next(name for name in MODEL_PACKAGES if is_package(name))
    nlp = spacy.load(package)
    if components:
        nlp.select_pipes(enable=list(components))
    return nlp
