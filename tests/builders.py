"""Rows for tests, true to the rules that the services keep."""

from __future__ import annotations

from datetime import UTC, date, datetime
from itertools import count
from typing import TYPE_CHECKING, Any, TypeVar

from articles.choices import ExtractionState, Granularity, Origin, Status
from articles.extraction.dates.edtf import to_edtf
from articles.extraction.folding import fold
from articles.extraction.types import QuoteType, TimexMod, TimexType
from articles.linking import block
from articles.models import Article, DateExpression, Mention, Person, PersonAlias, Quote, Source
from articles.models.article import UNDATED
from articles.models.facts import Fact
from articles.search.stems import indexed
from articles.services import people, summaries
from articles.services.delivery import sha256
from articles.services.facts import link_to_quotes
from articles.services.identity import appearance_of

if TYPE_CHECKING:
    from collections.abc import Sequence

EXTRACTOR = "newsapi-en/test"
PUBLISHED = datetime(2025, 5, 14, 9, 30, tzinfo=UTC)
# Holds the default text of every fact: QUOTE, MENTION and DATE.
BODY = (
    "Mayor Ana Reyes met the harbour board on Tuesday.\n\n"
    "“The bridge will open on Friday,” Reyes said. “Nobody will have to wait.”\n\n"
    "Tom Okafor, who chairs the board, said that Reyes had kept her word."
)
QUOTE = "The bridge will open on Friday"
MENTION = "Ana Reyes"
DATE = "Friday"

Row = TypeVar("Row", bound=Fact)

_numbers = count(1)


def make_source(*, name: str = "Harwick Courier", **values: Any) -> Source:
    """The source of this name, made where there is none."""
    slug = fold(name).replace(" ", "-")
    source, _ = Source.objects.get_or_create(slug=slug, defaults={"name": name, **values})
    return source


def make_article(
    *,
    body: str = BODY,
    headline: str = "Bridge to open on Friday",
    standfirst: str = "",
    source: Source | None = None,
    guid: str = "",
    published_at: datetime | None = PUBLISHED,
    published_on: date | None = None,
    state: ExtractionState = ExtractionState.DONE,
    language: str = "en",
    **values: Any,
) -> Article:
    """An extracted article without facts; ``published_on`` is the day of ``published_at``."""
    if published_at is not None:
        published_on = published_on or published_at.date()
        values.setdefault("published_granularity", Granularity.TIME)
    digest = sha256(f"{headline}{body}")
    article = Article.objects.create(
        source=source or make_source(),
        guid=guid or f"test-{next(_numbers)}",
        headline=headline,
        standfirst=standfirst,
        body=body,
        body_sha256=sha256(body),
        digest=values.pop("digest", digest),
        search_text=indexed([headline, standfirst, body], language),
        published_at=published_at,
        published_on=published_on,
        sort_at=(published_at or UNDATED).replace(microsecond=0),
        language=language,
        state=state,
        extractor=values.pop("extractor", EXTRACTOR),
        loaded_at=values.pop("loaded_at", PUBLISHED),
        **values,
    )
    summaries.add(summaries.contribution_of_new([article]))
    return article


def make_person(*, name: str = "Ana Reyes", aliases: Sequence[str] = (), **values: Any) -> Person:
    """A person known by ``name`` and ``aliases``; a new row at every call."""
    person = Person.objects.create(name=name, folded_name=fold(name), **values)
    forms = {fold(form): form for form in (name, *aliases)}
    PersonAlias.objects.bulk_create(
        PersonAlias(person=person, name=form, folded=folded, block=block(form))
        for folded, form in forms.items()
    )
    return person


def make_quote(
    *,
    article: Article | None = None,
    text: str = QUOTE,
    start: int | None = None,
    speaker: Person | None = None,
    speaker_text: str = "",
    cue: str = "",
    quote_type: QuoteType = QuoteType.DIRECT,
    segments: Sequence[tuple[int, int]] | None = None,
    origin: Origin = Origin.EXTRACTED,
    status: Status = Status.UNREVIEWED,
    confidence: float = 0.9,
    **values: Any,
) -> Quote:
    """A quote at the first place of ``text``, or at ``start``.

    ``speaker_text`` and ``cue`` are looked for behind the quote, else from the
    beginning of the article.
    """
    article = article or make_article()
    place = _place(article, text, start)
    for name, printed in (("speaker", speaker_text), ("cue", cue)):
        if printed:
            at = article.body.find(printed, place["end"])
            at = article.body.index(printed) if at < 0 else at
            values |= {f"{name}_start": at, f"{name}_end": at + len(printed)}
    quote = Quote(
        **place,
        segments=[list(s) for s in segments or [(place["start"], place["end"])]],
        quote_type=quote_type.value,
        speaker=speaker,
        speaker_text=speaker_text,
        cue=cue,
        search_text=indexed([text], article.language),
        origin=origin,
        status=status,
        confidence=confidence,
        extractor=values.pop("extractor", EXTRACTOR),
        **values,
    )
    return _stored(quote)


def make_mention(
    *,
    article: Article | None = None,
    person: Person | None = None,
    text: str = MENTION,
    start: int | None = None,
    title: str = "",
    origin: Origin = Origin.EXTRACTED,
    status: Status = Status.UNREVIEWED,
    confidence: float = 0.9,
    **values: Any,
) -> Mention:
    """A mention at the first place of ``text``, or at ``start``; of a new person by default."""
    article = article or make_article()
    mention = Mention(
        **_place(article, text, start),
        person=person or make_person(name=text),
        title=title,
        origin=origin,
        status=status,
        confidence=confidence,
        extractor=values.pop("extractor", EXTRACTOR),
        **values,
    )
    return _stored(mention)


def make_date(
    *,
    article: Article | None = None,
    text: str = DATE,
    start: int | None = None,
    timex_type: TimexType = TimexType.DATE,
    value: str = "2025-05-16",
    mod: TimexMod | None = None,
    earliest: date | None = date(2025, 5, 16),
    latest: date | None = date(2025, 5, 16),
    origin: Origin = Origin.EXTRACTED,
    status: Status = Status.UNREVIEWED,
    confidence: float = 0.9,
    **values: Any,
) -> DateExpression:
    """A date at the first place of ``text``, or at ``start``."""
    article = article or make_article()
    expression = DateExpression(
        **_place(article, text, start),
        timex_type=timex_type.value,
        value=value,
        mod=mod.value if mod else "",
        edtf=values.pop("edtf", to_edtf(timex_type, value, mod) or ""),
        earliest=earliest,
        latest=latest,
        origin=origin,
        status=status,
        confidence=confidence,
        extractor=values.pop("extractor", EXTRACTOR),
        **values,
    )
    return _stored(expression)


def _place(article: Article, text: str, start: int | None) -> dict[str, Any]:
    """Where the text stands; ValueError if it does not stand there."""
    start = article.body.index(text, start or 0)
    return {
        "article": article,
        "start": start,
        "end": start + len(text),
        "text": text,
        "sort_at": article.sort_at,
    }


def _stored(fact: Row) -> Row:
    """Save a fact with what the services keep in step: counts of people, links to quotes."""
    with people.counted(fact.article):
        if isinstance(fact, Mention):
            fact.appearance = appearance_of(fact.article, fact.person)
        if isinstance(fact, Quote) and fact.speaker:
            fact.appearance = appearance_of(fact.article, fact.speaker)
        fact.save()
        link_to_quotes(fact.article)
    fact.refresh_from_db()
    return fact
