"""What articles and their facts add to the counts."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from itertools import combinations
from typing import TYPE_CHECKING, Any

from articles.models import (
    Article,
    CoMention,
    DateCount,
    DateExpression,
    Mention,
    Person,
    PersonCount,
    PublicationCount,
    Quote,
)
from articles.models.summaries import NO_DAY, Scope
from articles.periods import NESTED, Level, first_day
from articles.readers.base import PubStatus

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator
    from datetime import date

    from django.db.models import Model

    Key = tuple[Any, ...]

# Numbers by table, key of the row and column.
Counts = Counter["tuple[type[Model], Key, str]"]

# Articles that name more people than this tell nothing of any two of them, and would fill
# ``CoMention`` with lists of names. People are told apart by appearance, whose number no merge
# or split changes.
MOST_NAMED = 50
# A year of publication is read month by month.
PUBLICATION_LEVELS = (Level.DAY, Level.MONTH)


@dataclass(slots=True)
class _Facts:
    """Those of one article that count."""

    mentions: list[tuple[int, int, int | None]] = field(default_factory=list)
    quotes: dict[int, tuple[int | None, str]] = field(default_factory=dict)
    dates: list[tuple[date | None, date | None]] = field(default_factory=list)


def contribution(articles: Collection[int]) -> Counts:
    """What some articles, by their ids, add to the counts as they are stored now."""
    counts: Counts = Counter()
    facts = _read(articles)
    rows = Article.objects.filter(pk__in=articles, pub_status=PubStatus.USABLE.value)
    for pk, source, section, day in rows.values_list("pk", "source_id", "section", "published_on"):
        _count(counts, source, section, day, facts[pk])
    return counts


def contribution_of_new(articles: Iterable[Article]) -> Counts:
    """What articles without facts add to the counts."""
    counts: Counts = Counter()
    for row in articles:
        if row.pub_status == PubStatus.USABLE.value:
            _count(counts, row.source_id, row.section, row.published_on, _Facts())
    return counts


def people_in(counts: Counts) -> set[int]:
    """Whom the counted facts name or quote."""
    return {key[0] for model, key, _ in counts if model is Person}


def _read(articles: Collection[int]) -> defaultdict[int, _Facts]:
    facts: defaultdict[int, _Facts] = defaultdict(_Facts)
    mentions = Mention.objects.filter(article__in=articles).present()
    for article, person, appearance, quote in mentions.values_list(
        "article_id", "person_id", "appearance_id", "quote_id"
    ):
        facts[article].mentions.append((person, appearance, quote))
    quotes = Quote.objects.filter(article__in=articles).present()
    for article, pk, speaker, quote_type in quotes.values_list(
        "article_id", "pk", "speaker_id", "quote_type"
    ):
        facts[article].quotes[pk] = (speaker, quote_type)
    dates = DateExpression.objects.filter(article__in=articles).present()
    for article, earliest, latest in dates.values_list("article_id", "earliest", "latest"):
        facts[article].dates.append((earliest, latest))
    return facts


def _count(counts: Counts, source: int, section: str, day: date | None, facts: _Facts) -> None:
    day = day or NO_DAY
    types = Counter(quote_type for _, quote_type in facts.quotes.values())
    own = Counter(articles=1, mentions=len(facts.mentions), dates=len(facts.dates)) + types
    for level in PUBLICATION_LEVELS:
        period = first_day(level, day)
        for scope, *place in _places(source, section):
            _add(counts, PublicationCount, (scope, level.value, period, *place), own)
    for person, numbers in _by_person(facts).items():
        for level in NESTED:
            _add(counts, PersonCount, (person, level.value, first_day(level, day)), numbers)
        _add(counts, Person, (person,), _totals(numbers))
    for pair in _pairs(facts):
        counts[CoMention, pair, "articles"] += 1
    for meant in _periods_meant(facts):
        counts[DateCount, meant, "expressions"] += 1


def _add(counts: Counts, model: type[Model], key: Key, numbers: Counter[str]) -> None:
    for column, number in numbers.items():
        counts[model, key, column] += number


def _places(source: int, section: str) -> Iterator[tuple[str, int, str]]:
    yield Scope.ALL.value, 0, ""
    yield Scope.SOURCE.value, source, ""
    yield Scope.SECTION.value, 0, section
    yield Scope.BOTH.value, source, section


def _by_person(facts: _Facts) -> dict[int, Counter[str]]:
    numbers: defaultdict[int, Counter[str]] = defaultdict(Counter)
    for person, _, _ in facts.mentions:
        numbers[person]["mentions"] += 1
        numbers[person]["articles"] = 1
    for speaker, quote_type in facts.quotes.values():
        if speaker is not None:
            numbers[speaker][quote_type] += 1
    # A mention may still point to a quote that an editor has confirmed in an earlier text.
    about = {(person, quote) for person, _, quote in facts.mentions if quote in facts.quotes}
    for person, _ in about:
        numbers[person]["about"] += 1
    return numbers


def _totals(numbers: Counter[str]) -> Counter[str]:
    return Counter(
        article_count=numbers["articles"],
        mention_count=numbers["mentions"],
        quote_count=numbers["direct"] + numbers["indirect"] + numbers["mixed"],
        about_count=numbers["about"],
    )


def _pairs(facts: _Facts) -> Iterable[tuple[int, int]]:
    if len({appearance for _, appearance, _ in facts.mentions}) > MOST_NAMED:
        return ()
    return combinations(sorted({person for person, _, _ in facts.mentions}), 2)


def _periods_meant(facts: _Facts) -> Iterator[tuple[str, date]]:
    for earliest, latest in facts.dates:
        if earliest is None or latest is None:
            continue
        for level in Level:
            period = first_day(level, earliest)
            if period == first_day(level, latest):
                yield level.value, period
