"""The answers as Pydantic models, read from rows of either ORM."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any, TypeVar

from pydantic import AliasPath, BaseModel, BeforeValidator, ConfigDict, Field

Item = TypeVar("Item")


def _rows(related: Any) -> Any:
    """Related rows: Django has a manager of them, SQLAlchemy a list."""
    return list(related.all()) if hasattr(related, "all") else related


def _people(mentions: Any) -> list[Any]:
    return list({mention.person_id: mention.person for mention in _rows(mentions)}.values())


def _people_with_mentions(mentions: Any) -> list[dict[str, Any]]:
    people: dict[int, dict[str, Any]] = {}
    for mention in _rows(mentions):
        person = mention.person
        entry = people.setdefault(person.id, {"id": person.id, "name": person.name, "mentions": []})
        entry["mentions"].append(mention)
    return list(people.values())


Rows = Annotated[list[Item], BeforeValidator(_rows)]


class Record(BaseModel):
    model_config = ConfigDict(from_attributes=True)


class Source(Record):
    id: int
    slug: str
    name: str


class Person(Record):
    id: int
    name: str


class ArticleReference(Record):
    id: int
    headline: str
    published_at: datetime | None
    url: str


class Fact(Record):
    id: int
    start: int
    end: int
    text: str
    confidence: float
    origin: str
    status: str
    extractor: str


class SaidOn(Record):
    id: int
    text: str
    value: str
    earliest: date | None
    latest: date | None


class Mention(Fact):
    title: str
    quote: int | None = Field(validation_alias="quote_id")


class PersonInArticle(Person):
    mentions: list[Mention]


class DateInArticle(Fact):
    timex_type: str
    value: str
    mod: str
    edtf: str
    range: int | None = Field(validation_alias="range_number")
    earliest: date | None
    latest: date | None
    quote: int | None = Field(validation_alias="quote_id")


class QuoteInArticle(Fact):
    segments: list[list[int]]
    quote_type: str
    speaker: Person | None
    speaker_text: str
    speaker_start: int | None
    speaker_end: int | None
    cue: str
    cue_start: int | None
    cue_end: int | None
    cue_lemma: str
    said_on: SaidOn | None
    about: Annotated[list[Person], BeforeValidator(_people)] = Field(validation_alias="mentions")


class Quote(QuoteInArticle):
    article: ArticleReference
    source: Source = Field(validation_alias=AliasPath("article", "source"))


class Article(Record):
    id: int
    guid: str
    url: str
    source: Source
    headline: str
    standfirst: str
    byline: str
    dateline: str
    section: str
    keywords: list[str]
    language: str
    published_at: datetime | None
    published_on: date | None
    published_granularity: str
    modified_at: datetime | None
    version: int
    state: str
    state_reason: str
    extractor: str
    extracted_at: datetime | None
    loaded_at: datetime


class ArticleWithFacts(Article):
    body: str
    body_sha256: str
    people: Annotated[list[PersonInArticle], BeforeValidator(_people_with_mentions)] = Field(
        validation_alias="mentions"
    )
    quotes: Rows[QuoteInArticle]
    dates: Rows[DateInArticle]
