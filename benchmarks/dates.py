"""How well and how fast dates are found, beside other ways, on this machine.

Run ``python -m benchmarks.dates [GOLD...]`` after ``pip install -r
benchmarks/requirements.txt``, with gold as docs/evaluation.md describes it; the
default is a file of invented articles. All read the same texts in the same run,
in turns; the speed is that of the median round:

- dateparser's ``search_dates``, told the day of publication; it gives words
  without their place, which is looked for from left to right;
- timexy, which knows no day of publication, behind spaCy's tokenizer;
- newsapi's date layer, on texts that are parsed already, as the pipeline has them;
- newsapi: people, quotes and dates, parse and all.

Figures are F1 in percent as in TempEval-3: the same start and end, one character
in common, the right TIMEX3 value besides, and that of values in the calendar.
"""

from __future__ import annotations

import re
import sys
from datetime import datetime
from datetime import time as hour
from typing import TYPE_CHECKING, Any

from articles.evaluation.dates import DatesGold, Timex, evaluate_dates, read_dates
from articles.evaluation.tables import Table, percent
from articles.extraction.types import DateExpression, Span, TimexType
from benchmarks.reading import (
    DATA,
    day_of,
    gold_texts,
    in_turns,
    options_of,
    with_pipeline,
    words_of,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from articles.extraction.types import Extraction

    Predictions = dict[str, tuple[Timex, ...]]
    Reader = Callable[[Mapping[str, DatesGold]], Predictions]

MISSING = "dateparser or timexy is missing: pip install -r benchmarks/requirements.txt"
ARTICLE_WORDS = 300
_TIMEX = re.compile(r'TIMEX3 type="(\w+)" value="([^"]*)"')
_PATTERNS = {"time": "%Y-%m-%dT%H:%M", "day": "%Y-%m-%d", "month": "%Y-%m", "year": "%Y"}


def main() -> None:
    options = options_of(__doc__, DATA / "dates.jsonl")
    for name, texts in gold_texts(options.gold, read_dates):
        marked = sum(len(text.dates) for text in texts.values())
        print(f"{name}: {len(texts)} texts, {words_of(texts)} words, {marked} dates")
        readers: dict[str, Reader] = {
            "dateparser": with_dateparser(),
            "timexy": with_timexy(),
            "newsapi, date layer": with_layer(texts),
            "newsapi, all of it": with_pipeline(dates),
        }
        print(compare(readers, texts, options.rounds))


def compare(readers: Mapping[str, Reader], texts: Mapping[str, DatesGold], rounds: int) -> Table:
    rows = []
    for name, (found, seconds) in in_turns(readers, texts, rounds).items():
        scores = evaluate_dates(texts, found).scores
        all_, calendar = scores["all"], scores.get("calendar")
        in_calendar = calendar.valued.f1 if calendar else None
        figures = [all_.strict.f1, all_.relaxed.f1, all_.valued.f1, in_calendar]
        speed = words_of(texts) / ARTICLE_WORDS / seconds
        rows.append((name, *map(percent, figures), f"{speed:.0f}"))
    columns = ("", "strict F1", "relaxed F1", "value F1", "calendar F1", "articles/CPU-s")
    return Table(columns, rows)


def with_dateparser() -> Reader:
    try:
        from dateparser.date import DateDataParser  # type: ignore[import-untyped,import-not-found,unused-ignore]
        from dateparser.search import search_dates  # type: ignore[import-untyped,import-not-found,unused-ignore]
    except ImportError:
        sys.exit(MISSING)

    def read(texts: Mapping[str, DatesGold]) -> Predictions:
        found = {}
        for id_, text in texts.items():
            settings: dict[str, Any] = {"RETURN_TIME_AS_PERIOD": True}
            if day := day_of(text):
                settings["RELATIVE_BASE"] = datetime.combine(day, hour(12))
            results = search_dates(text.text, languages=["en"], settings=settings) or []
            data = DateDataParser(languages=["en"], settings=settings)
            found[id_] = tuple(_placed(text.text, results, data))
        return found

    return read


def _placed(text: str, results: Iterable[tuple[str, datetime]], data: Any) -> Iterator[Timex]:
    """What ``search_dates`` found, in order, with the unit that the words have."""
    position = 0
    for words, moment in results:
        start = text.find(words, position)
        if start < 0:
            continue
        position = start + len(words)
        period = data.get_date_data(words).period or "day"
        value = moment.strftime(_PATTERNS.get(period, "%Y-%m-%d"))
        kind = TimexType.TIME if period == "time" else TimexType.DATE
        yield Timex(Span(start, position), kind, value)


def with_timexy() -> Reader:
    try:
        import timexy  # type: ignore[import-not-found]  # noqa: F401  # registers its component
    except ImportError:
        sys.exit(MISSING)
    import spacy

    nlp = spacy.blank("en")
    nlp.add_pipe("timexy")

    def read(texts: Mapping[str, DatesGold]) -> Predictions:
        return {id_: tuple(_of_entities(nlp(text.text).ents)) for id_, text in texts.items()}

    return read


def _of_entities(entities: Iterable[Any]) -> Iterator[Timex]:
    for entity in entities:
        if match := _TIMEX.search(entity.kb_id_):
            span = Span(entity.start_char, entity.end_char)
            yield Timex(span, TimexType(match[1]), match[2].removesuffix("T00:00:00"))


def with_layer(texts: Mapping[str, DatesGold]) -> Reader:
    from articles.extraction.dates import find_dates
    from articles.extraction.language import load_model, parse

    nlp = load_model()
    docs = {id_: parse(nlp, text.text) for id_, text in texts.items()}

    def read(texts: Mapping[str, DatesGold]) -> Predictions:
        return {
            id_: tuple(map(_timex, find_dates(docs[id_], day_of(text))))
            for id_, text in texts.items()
        }

    return read


def dates(extraction: Extraction) -> Iterator[Timex]:
    return map(_timex, extraction.dates)


def _timex(expression: DateExpression) -> Timex:
    return Timex(expression.span, expression.timex_type, expression.value, expression.confidence)


if __name__ == "__main__":
    main()
