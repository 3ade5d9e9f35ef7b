"""FastAPI over a pool of asyncpg, with SQL by hand and orjson."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

import asyncpg
from fastapi import FastAPI, Request, Response

from benchmarks.api.peers import by_hand, database, shapes, sql

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Mapping

_STATEMENTS = {name: sql.for_asyncpg(text) for name, text in sql.statements(sqlite=False).items()}


@asynccontextmanager
async def _with_pool(app: FastAPI) -> AsyncIterator[None]:
    settings = {**database.CUSTOM_PLANS, "timezone": "UTC"}
    async with asyncpg.create_pool(database.URL, server_settings=settings) as pool:
        app.state.pool = pool
        yield


app = FastAPI(lifespan=_with_pool, docs_url=None)


async def fetch(connection: Any, name: str, values: Mapping[str, Any]) -> Any:
    statement, names = _STATEMENTS[name]
    return await connection.fetch(statement, *(values[name] for name in names))


@app.get("/articles/")
async def articles(request: Request) -> Response:
    values = by_hand.list_parameters(request.query_params)
    async with app.state.pool.acquire() as connection:
        rows = await fetch(connection, "articles", values)
    return _json(shapes.article_page(rows))


@app.get("/quotes/")
async def quotes(request: Request) -> Response:
    values = by_hand.quote_parameters(request.query_params)
    async with app.state.pool.acquire() as connection:
        rows = await fetch(connection, "quotes", values)
        about = await fetch(connection, "about", by_hand.about_parameters(rows))
    return _json(shapes.quote_page(rows, about))


@app.get("/articles/{pk}/")
async def article(pk: int) -> Response:
    of = {"article": pk}
    async with app.state.pool.acquire() as connection:
        (row,) = await fetch(connection, "article", of)
        mentions = await fetch(connection, "mentions", of)
        said = await fetch(connection, "article_quotes", of)
        dates = await fetch(connection, "dates", of)
    return _json(shapes.article_with_facts(row, mentions, said, dates))


def _json(answer: Any) -> Response:
    return Response(shapes.dumps(answer), media_type="application/json")
