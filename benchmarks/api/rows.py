"""Invented articles as rows, with what the project's services would write beside them."""

from __future__ import annotations

import json
from datetime import timedelta
from functools import cache
from typing import TYPE_CHECKING, Any

from articles.choices import ExtractionState, Granularity
from articles.extraction.dates.edtf import to_edtf
from articles.extraction.dates.timex import bounds
from articles.extraction.folding import fold
from articles.extraction.types import QuoteType
from articles.linking import block
from articles.models import (
    Appearance,
    Article,
    DateExpression,
    Mention,
    Person,
    PersonAlias,
    Quote,
    Source,
)
from articles.search.stems import indexed
from articles.services.delivery import sha256
from benchmarks.api.corpus import DATES, PEOPLE, QUOTES, SOURCES
from benchmarks.api.words import person_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from django.db.models import Model

    from benchmarks.api.corpus import Dated, Named, Said, Story

    Values = Mapping[str, Any]

# In the order in which rows refer to each other.
MODELS: tuple[type[Model], ...] = (
    Source, Person, PersonAlias, Article, Appearance, Quote, Mention, DateExpression,
)  # fmt: skip
EXTRACTOR = "newsapi-en/1.0"
_CONFIDENCE = 0.9
_AN_HOUR = timedelta(hours=1)


def source_rows() -> Iterator[Values]:
    for index, name in enumerate(SOURCES):
        yield {"id": index + 1, "name": name, "slug": name.lower().replace(" ", "-")}


def person_rows(people: int) -> Iterator[Values]:
    """The counts are those of people whom nothing names yet."""
    for rank in range(people):
        name = person_name(rank)
        yield {"id": rank + 1, "name": name, "folded_name": fold(name)}


def alias_rows(people: int) -> Iterator[Values]:
    for rank in range(people):
        name = person_name(rank)
        folded = fold(name)
        yield {
            "id": rank + 1,
            "person_id": rank + 1,
            "name": name,
            "folded": folded,
            "block": block(name),
        }


def story_rows(story: Story) -> dict[type[Model], Sequence[Values]]:
    """The rows of one article; their ids follow from its number."""
    return {
        Article: [_article(story)],
        Appearance: [_appearance(story, index) for index in range(PEOPLE)],
        Quote: [_quote(story, index) for index in range(QUOTES)],
        Mention: [_mention(story, index) for index in range(PEOPLE)],
        DateExpression: [_date(story, index) for index in range(DATES)],
    }


def _article(story: Story) -> Values:
    guid = f"story-{story.number + 1}"
    slug = "-".join(story.headline.lower().split())
    return {
        "id": story.number + 1,
        "source_id": story.source + 1,
        "guid": guid,
        "url": f"https://news.example/{story.published_at:%Y/%m/%d}/{slug}",
        "headline": story.headline,
        "standfirst": story.standfirst,
        "section": story.section,
        "keywords": json.dumps(story.keywords),
        "language": "en",
        "published_at": story.published_at,
        "published_on": story.published_at.date(),
        "published_granularity": Granularity.TIME.value,
        "body": story.body,
        "body_sha256": sha256(story.body),
        "search_text": indexed([story.headline, story.standfirst, story.body], "en"),
        "digest": sha256(guid),
        "loaded_at": story.published_at + _AN_HOUR,
        "state": ExtractionState.DONE.value,
        "extractor": EXTRACTOR,
        "extracted_at": story.published_at + _AN_HOUR,
        "sort_at": story.published_at,
    }


def _appearance(story: Story, index: int) -> Values:
    named = story.people[index]
    return {
        "id": PEOPLE * story.number + index + 1,
        "article_id": story.number + 1,
        "person_id": named.rank + 1,
        "name": named.place.text,
        "forms": json.dumps([named.place.text]),
        "titles": json.dumps([named.title] if named.title else []),
        "context": json.dumps(story.keywords),
        "sort_at": story.published_at,
    }


def _fact(story: Story, row: int, place: Any) -> dict[str, Any]:
    return {
        "id": row + 1,
        "article_id": story.number + 1,
        "start": place.start,
        "end": place.end,
        "text": place.text,
        "confidence": _CONFIDENCE,
        "extractor": EXTRACTOR,
        "sort_at": story.published_at,
    }


def _quote(story: Story, index: int) -> Values:
    quote: Said = story.quotes[index]
    quote_type = QuoteType.INDIRECT if quote.indirect else QuoteType.DIRECT
    appears = [named.rank for named in story.people].index(quote.rank)
    return {
        **_fact(story, QUOTES * story.number + index, quote.place),
        "segments": json.dumps([[quote.place.start, quote.place.end]]),
        "quote_type": quote_type.value,
        "speaker_id": quote.rank + 1,
        "appearance_id": PEOPLE * story.number + appears + 1,
        "speaker_text": quote.speaker.text,
        "speaker_start": quote.speaker.start,
        "speaker_end": quote.speaker.end,
        "cue": quote.cue.text,
        "cue_start": quote.cue.start,
        "cue_end": quote.cue.end,
        "cue_lemma": quote.lemma,
        "said_on_id": None if quote.said_on is None else DATES * story.number + quote.said_on + 1,
        "search_text": indexed([quote.place.text], "en"),
    }


def _mention(story: Story, index: int) -> Values:
    named: Named = story.people[index]
    row = PEOPLE * story.number + index
    return {
        **_fact(story, row, named.place),
        "person_id": named.rank + 1,
        "appearance_id": row + 1,
        "title": named.title,
        "quote_id": _quote_id(story, named.quote),
    }


def _date(story: Story, index: int) -> Values:
    found: Dated = story.dates[index]
    return {
        **_fact(story, DATES * story.number + index, found.place),
        "timex_type": found.timex_type.value,
        "value": found.value,
        **_calendar(found.timex_type, found.value),
        "quote_id": _quote_id(story, found.quote),
    }


def _quote_id(story: Story, index: int | None) -> int | None:
    return None if index is None else QUOTES * story.number + index + 1


@cache
def _calendar(timex_type: Any, value: str) -> dict[str, Any]:
    earliest, latest = bounds(value) or (None, None)
    return {"edtf": to_edtf(timex_type, value) or "", "earliest": earliest, "latest": latest}
