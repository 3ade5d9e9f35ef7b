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

from typing import TYPE_CHECKING

from articles.evaluation.people import Found, PeopleGold, evaluate_people, read_people
from articles.evaluation.tables import Table, percent
from articles.extraction.types import Span
from benchmarks.reading import (
    DATA,
    gold_texts,
    in_turns,
    load_spacy,
    options_of,
    with_pipeline,
    words_of,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from articles.extraction.types import Extraction

    Predictions = dict[str, tuple[Found, ...]]
    Reader = Callable[[Mapping[str, PeopleGold]], Predictions]


def main() -> None:
    options = options_of(__doc__, DATA / "people.jsonl")
    readers: dict[str, Reader] = {
        "small model, all components": with_spacy(),
        "small model, entities only": with_spacy("ner"),
        "newsapi": with_pipeline(mentions),
    }
    for name, texts in gold_texts(options.gold, read_people):
        print(f"{name}: {len(texts)} texts, {words_of(texts)} words")
        print(compare(readers, texts, options.rounds))


def compare(readers: Mapping[str, Reader], texts: Mapping[str, PeopleGold], rounds: int) -> Table:
    rows = []
    for name, (found, seconds) in in_turns(readers, texts, rounds).items():
        report = evaluate_people(texts, found)
        mentions = report.forms["all"]
        scores = (mentions.exact, mentions.overlap, report.identity.within_all)
        speed = words_of(texts) / seconds
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


def mentions(extraction: Extraction) -> Iterator[Found]:
    for person in extraction.people:
        for mention in person.mentions:
            yield Found(mention.span, str(person.id), mention.confidence)


if __name__ == "__main__":
    main()
