"""The tables as models of SQLAlchemy."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import JSON, DateTime, ForeignKey
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship
from sqlalchemy.types import TypeDecorator


class Moment(TypeDecorator[datetime]):
    """A time in UTC, which SQLite does not say."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_result_value(self, value: datetime | None, dialect: Any) -> datetime | None:
        return value if value is None or value.tzinfo else value.replace(tzinfo=UTC)


class Base(DeclarativeBase):
    type_annotation_map = {datetime: Moment, list[Any]: JSON}


class Source(Base):
    __tablename__ = "articles_source"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    slug: Mapped[str]


class Person(Base):
    __tablename__ = "articles_person"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]


class Article(Base):
    __tablename__ = "articles_article"
    id: Mapped[int] = mapped_column(primary_key=True)
    source_id: Mapped[int] = mapped_column(ForeignKey("articles_source.id"))
    guid: Mapped[str]
    url: Mapped[str]
    headline: Mapped[str]
    standfirst: Mapped[str]
    byline: Mapped[str]
    dateline: Mapped[str]
    section: Mapped[str]
    keywords: Mapped[list[Any]]
    language: Mapped[str]
    published_at: Mapped[datetime | None]
    published_on: Mapped[date | None]
    published_granularity: Mapped[str]
    modified_at: Mapped[datetime | None]
    body: Mapped[str]
    body_sha256: Mapped[str]
    version: Mapped[int]
    loaded_at: Mapped[datetime]
    state: Mapped[str]
    state_reason: Mapped[str]
    extractor: Mapped[str]
    extracted_at: Mapped[datetime | None]
    sort_at: Mapped[datetime]
    source: Mapped[Source] = relationship()
    mentions: Mapped[list[Mention]] = relationship(
        order_by="Mention.start",
        primaryjoin="and_(Mention.article_id == Article.id, "
        "Mention.earlier_version_id.is_(None), Mention.status != 'rejected')",
    )
    quotes: Mapped[list[Quote]] = relationship(
        order_by="Quote.start, Quote.end",
        primaryjoin="and_(Quote.article_id == Article.id, "
        "Quote.earlier_version_id.is_(None), Quote.status != 'rejected')",
        back_populates="article",
    )
    dates: Mapped[list[DateExpression]] = relationship(
        order_by="DateExpression.start",
        primaryjoin="and_(DateExpression.article_id == Article.id, "
        "DateExpression.earlier_version_id.is_(None), DateExpression.status != 'rejected')",
    )


class Fact:
    id: Mapped[int] = mapped_column(primary_key=True)
    article_id: Mapped[int] = mapped_column(ForeignKey("articles_article.id"))
    earlier_version_id: Mapped[int | None]
    start: Mapped[int]
    end: Mapped[int]
    text: Mapped[str]
    confidence: Mapped[float]
    origin: Mapped[str]
    status: Mapped[str]
    extractor: Mapped[str]
    sort_at: Mapped[datetime]


class DateExpression(Fact, Base):
    __tablename__ = "articles_dateexpression"
    timex_type: Mapped[str]
    value: Mapped[str]
    mod: Mapped[str]
    edtf: Mapped[str]
    range_number: Mapped[int | None]
    earliest: Mapped[date | None]
    latest: Mapped[date | None]
    quote_id: Mapped[int | None]


class Quote(Fact, Base):
    __tablename__ = "articles_quote"
    segments: Mapped[list[Any]]
    quote_type: Mapped[str]
    speaker_id: Mapped[int | None] = mapped_column(ForeignKey("articles_person.id"))
    speaker_text: Mapped[str]
    speaker_start: Mapped[int | None]
    speaker_end: Mapped[int | None]
    cue: Mapped[str]
    cue_start: Mapped[int | None]
    cue_end: Mapped[int | None]
    cue_lemma: Mapped[str]
    said_on_id: Mapped[int | None] = mapped_column(ForeignKey("articles_dateexpression.id"))
    article: Mapped[Article] = relationship(back_populates="quotes")
    speaker: Mapped[Person | None] = relationship()
    said_on: Mapped[DateExpression | None] = relationship()
    mentions: Mapped[list[Mention]] = relationship(
        order_by="Mention.start",
        # Not IS NULL, for which SQLite would take the index of that column.
        primaryjoin="and_(Mention.quote_id == Quote.id, "
        "func.coalesce(Mention.earlier_version_id, 0) == 0, Mention.status != 'rejected')",
    )


class Mention(Fact, Base):
    __tablename__ = "articles_mention"
    person_id: Mapped[int] = mapped_column(ForeignKey("articles_person.id"))
    title: Mapped[str]
    quote_id: Mapped[int | None] = mapped_column(ForeignKey("articles_quote.id"))
    person: Mapped[Person] = relationship()
