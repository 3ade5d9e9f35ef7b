"""FastAPI over the ORM of SQLAlchemy, with Pydantic models as answers."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Annotated, Any

from fastapi import Depends, FastAPI, HTTPException
from sqlalchemy import create_engine, select
from sqlalchemy.orm import Session, defer, joinedload, selectinload

from benchmarks.api.peers import database, records
from benchmarks.api.peers.tables import Article, Mention, Quote


def _engine() -> Any:
    if database.IS_SQLITE:
        return create_engine(f"sqlite:///{database.sqlite_path()}")
    _, _, rest = database.URL.partition("://")
    options = " ".join(f"-c {name}={value}" for name, value in database.CUSTOM_PLANS.items())
    return create_engine(f"postgresql+psycopg://{rest}", connect_args={"options": options})


engine = _engine()
app = FastAPI(docs_url=None)


def _session() -> Iterator[Session]:
    with Session(engine) as session:
        yield session


Connected = Annotated[Session, Depends(_session)]


class Articles(records.Record):
    results: list[records.Article]


class Quotes(records.Record):
    results: list[records.Quote]


@app.get("/articles/")
def articles(
    session: Connected, section: str, published_after: date, published_before: date
) -> Articles:
    begin, end = database.moments(published_after, published_before)
    rows = session.scalars(
        select(Article)
        .options(joinedload(Article.source), defer(Article.body))
        .where(Article.section == section, Article.sort_at >= begin, Article.sort_at < end)
        .order_by(Article.sort_at.desc(), Article.id.desc())
        .limit(database.PAGE)
    )
    return Articles.model_validate({"results": rows.all()})


@app.get("/quotes/")
def quotes(session: Connected, speaker: int, limit: int = 50, offset: int = 0) -> Quotes:
    rows = session.scalars(
        select(Quote)
        .options(
            joinedload(Quote.article).options(joinedload(Article.source), defer(Article.body)),
            *_of_a_quote(),
        )
        .where(
            Quote.speaker_id == speaker,
            Quote.earlier_version_id.is_(None),
            Quote.status != "rejected",
        )
        .order_by(Quote.sort_at.desc(), Quote.id.desc())
        .limit(limit)
        .offset(offset)
    )
    return Quotes.model_validate({"results": rows.all()})


@app.get("/articles/{pk}/")
def article(session: Connected, pk: int) -> records.ArticleWithFacts:
    row = session.scalars(
        select(Article)
        .options(
            joinedload(Article.source),
            selectinload(Article.mentions).joinedload(Mention.person),
            selectinload(Article.quotes).options(*_of_a_quote()),
            selectinload(Article.dates),
        )
        .where(Article.id == pk)
    ).one_or_none()
    if row is None:
        raise HTTPException(404)
    return records.ArticleWithFacts.model_validate(row)


def _of_a_quote() -> tuple[Any, ...]:
    return (
        joinedload(Quote.speaker),
        joinedload(Quote.said_on),
        selectinload(Quote.mentions).joinedload(Mention.person),
    )
