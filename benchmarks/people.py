"""How well and how fast people are found, beside the bare language model, on this machine.

Run ``python -m benchmarks.people [GOLD...]``, with gold as docs/evaluation.md
describes it; the default is a file of invented articles. All read the same
texts in the same run, in turns; the speed is that of the median round:

- spaCy's small model as it comes, all components: its PERSON entities are the
  mentions, and a surname alone means the longest full name before it;
- the same with nothing but the entity recogniser;
- newsapi: people, quotes and dates, since it finds them in one go.

Places are F1 in percent; "who is who" is B-cubed F1 over all marked mentions
inside their articles, a missed one standing alone.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from articles.evaluation.gold import read_gold
from articles.evaluation.people import Found, PeopleGold, evaluate_people, read_people
from articles.evaluation.records import BadFileError
from articles.evaluation.tables import Table, percent
from articles.extraction.types import Document, Extraction, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from spacy.language import Language

    Predictions = dict[str, tuple[Found, ...]]
    Reader = Callable[[Mapping[str, PeopleGold]], Predictions]

DATA = Path(__file__).parent / "data" / "people.jsonl"


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("gold", nargs="*", type=Path, default=[DATA], metavar="GOLD")
    parser.add_argument("--rounds", type=int, default=3, metavar="N", help="default 3")
    options = parser.parse_args()
    readers = {
        "small model, all components": with_spacy(),
        "small model, entities only": with_spacy("ner"),
        "newsapi": with_pipeline(),
    }
    for path in options.gold:
        try:
            with path.open("rb") as file:
                texts = read_gold(str(path), file, read_people)
        except (OSError, BadFileError) as error:
            sys.exit(str(error))
        words = sum(len(text.text.split()) for text in texts.values())
        print(f"{path.name}: {len(texts)} texts, {words} words")
        print(compare(readers, texts, words, max(1, options.rounds)))


def compare(
    readers: Mapping[str, Reader], texts: Mapping[str, PeopleGold], words: int, rounds: int
) -> Table:
    seconds: dict[str, list[float]] = {name: [] for name in readers}
    found = {}
    first = dict(list(texts.items())[:1])
    for read in readers.values():
        read(first)  # what is loaded on first use is not measured
    for _ in range(rounds):
        for name, read in readers.items():
            begun = time.process_time()
            found[name] = read(texts)
            seconds[name].append(time.process_time() - begun)
    rows = []
    for name, predictions in found.items():
        report = evaluate_people(texts, predictions)
        mentions = report.forms["all"]
        scores = (mentions.exact, mentions.overlap, report.identity.within_all)
        speed = words / statistics.median(seconds[name])
        rows.append((name, *(percent(score.f1) for score in scores), f"{speed:.0f}"))
    columns = ("", "exact F1", "overlap F1", "who is who F1", "words/CPU-s")
    return Table(columns, rows)


def with_spacy(*components: str) -> Reader:
    """Read with the bare model, with the components named or with all."""
    nlp = load_spacy(components)

    def read(texts: Mapping[str, PeopleGold]) -> Predictions:
        docs = nlp.pipe(text.text for text in texts.values())
        return {
            id_: tuple(
                by_surname(
                    (Span(entity.start_char, entity.end_char), entity.text)
                    for entity in doc.ents
                    if entity.label_ == "PERSON"
                )
            )
            for id_, doc in zip(texts, docs, strict=True)
        }

    return read


def load_spacy(components: tuple[str, ...]) -> Language:
    import spacy
    from spacy.util import is_package

    from articles.extraction.language import MODEL_PACKAGES

    package = next(name for name in MODEL_PACKAGES if is_package(name))
    nlp = spacy.load(package)
    if components:
        nlp.select_pipes(enable=list(components))
    return nlp


def by_surname(entities: Iterable[tuple[Span, str]]) -> Iterable[Found]:
    """Take a lone name for the longest full name before it that ends with it."""
    full_names: list[str] = []
    for span, text in entities:
        name = " ".join(text.casefold().split())
        if " " in name:
            full_names.append(name)
        else:
            bearers = [full for full in full_names if full.split()[-1] == name]
            name = max(bearers, key=len, default=name)
        yield Found(span, name)


def with_pipeline() -> Reader:
    from articles.extraction.pipeline import load_pipeline

    pipeline = load_pipeline()

    def read(texts: Mapping[str, PeopleGold]) -> Predictions:
        results = (pipeline.read(document_of(text)) for text in texts.values())
        return {
            result.id: tuple(
                Found(mention.span, str(person.id), mention.confidence)
                for person in result.people
                for mention in person.mentions
            )
            for result in results
            if isinstance(result, Extraction)
        }

    return read


def document_of(text: PeopleGold) -> Document:
    # Only dates are read from the day of publication.
    return Document(text.id, text.text, headline=text.headline or None)


if __name__ == "__main__":
    main()
