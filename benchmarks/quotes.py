"""How well and how fast quotes are found, beside other ways, on this machine.

Run ``python -m benchmarks.quotes [GOLD...]`` after ``pip install -r
benchmarks/requirements.txt``, with gold as docs/evaluation.md describes it; the
default is a file of invented articles. All read the same texts in the same run,
in turns; the speed is that of the median round:

- a regular expression: what stands between double quotation marks, said by the
  person whom spaCy's small model names nearest to it;
- textacy's ``direct_quotations``, paragraph by paragraph, which it does better;
- newsapi: people, quotes and dates, since it finds them in one go.

Figures are F1 in percent: words between quotation marks, the same with the
right speaker, and indirect and mixed speech, of which the others find none.
"""

from __future__ import annotations

import re
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from articles.evaluation.quotes import Found, QuotesGold, evaluate_quotes, read_quotes
from articles.evaluation.quotes.gold import Speaker
from articles.evaluation.tables import Table, percent
from articles.extraction.types import QuoteType, Span
from benchmarks.reading import DATA, gold_texts, in_turns, load_spacy, options_of, with_pipeline

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from articles.extraction.types import Extraction

    Predictions = dict[str, tuple[Found, ...]]
    Reader = Callable[[Mapping[str, QuotesGold]], Predictions]

_BETWEEN_MARKS = re.compile(r"[“\"]([^“”\"]+)[”\"]")
_PARAGRAPH = re.compile(r"[^\n]+")


def main() -> None:
    options = options_of(__doc__, DATA / "quotes.jsonl")
    readers: dict[str, Reader] = {
        "regular expression, nearest person": with_expression(),
        "textacy": with_textacy(),
        "newsapi": with_pipeline(quotes),
    }
    for name, texts in gold_texts(options.gold, read_quotes):
        print(f"{name}: {len(texts)} texts")
        print(compare(readers, texts, options.rounds))


def compare(readers: Mapping[str, Reader], texts: Mapping[str, QuotesGold], rounds: int) -> Table:
    rows = []
    for name, (found, seconds) in in_turns(readers, texts, rounds).items():
        report = evaluate_quotes(texts, found)
        segments, contents = report.segments["all"], report.contents.get("all said")
        scores = [segments.overlap.f1, segments.spoken.f1, contents.half.f1 if contents else None]
        rows.append((name, *map(percent, scores), f"{len(texts) / seconds:.1f}"))
    columns = ("", "text F1", "text+speaker F1", "indirect and mixed F1", "articles/CPU-s")
    return Table(columns, rows)


def with_expression() -> Reader:
    nlp = load_spacy(("tok2vec", "ner"))

    def read(texts: Mapping[str, QuotesGold]) -> Predictions:
        docs = nlp.pipe(text.text for text in texts.values())
        return {id_: tuple(nearest(doc)) for id_, doc in zip(texts, docs, strict=True)}

    return read


def nearest(doc: Any) -> Iterator[Found]:
    """Quotations of a parsed text, each said by the person named nearest to it."""
    people = [entity for entity in doc.ents if entity.label_ == "PERSON"]
    for match in _BETWEEN_MARKS.finditer(doc.text):
        start, end = match.span(1)
        outside = [one for one in people if one.end_char <= start or one.start_char >= end]
        speaker = min(
            outside,
            key=lambda one: max(start - one.end_char, one.start_char - end),
            default=None,
        )
        yield Found(QuoteType.DIRECT, (Span(start, end),), speaker and _speaker(speaker, 0))


def with_textacy() -> Reader:
    try:
        from textacy.extract import direct_quotations  # type: ignore[import-not-found]
    except ImportError:
        sys.exit("textacy is missing: pip install -r benchmarks/requirements.txt")
    nlp = load_spacy()

    def read(texts: Mapping[str, QuotesGold]) -> Predictions:
        found = {}
        for id_, text in texts.items():
            quotes: list[Found] = []
            for paragraph in _PARAGRAPH.finditer(text.text):
                doc = nlp(paragraph.group())
                # It gives up on a paragraph in which a mark is missing.
                with suppress(ValueError):
                    quotes += _quotations(direct_quotations(doc), paragraph.start())
            found[id_] = tuple(quotes)
        return found

    return read


def _quotations(triples: Any, offset: int) -> Iterator[Found]:
    """Textacy's triples of speaker, cue and content, which has its marks around it."""
    for speaker, _, content in triples:
        span = Span(offset + content.start_char, offset + content.end_char)
        by = _speaker(speaker[0].doc[speaker[0].i : speaker[-1].i + 1], offset) if speaker else None
        yield Found(QuoteType.DIRECT, (span,), by)


def _speaker(words: Any, offset: int) -> Speaker:
    span = Span(offset + words.start_char, offset + words.end_char)
    return Speaker(span, words.text, words.text)


def quotes(extraction: Extraction) -> Iterator[Found]:
    for quote in extraction.quotes:
        by = quote.speaker
        speaker = Speaker(by.span, by.text, by.name or "") if by else None
        yield Found(quote.quote_type, quote.segments, speaker, quote.confidence)


if __name__ == "__main__":
    main()
