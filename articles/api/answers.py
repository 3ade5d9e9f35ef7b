"""Answers as they go over the wire, kept for as long as the data stays the same.

An answer that was asked for before is kept with the state of the database at
that time, as the database itself tells it: so it is given again exactly while no
transaction has changed anything, whoever may have written.
"""

from __future__ import annotations

import gzip
import hashlib
import time
from dataclasses import dataclass
from functools import cached_property
from threading import Lock
from typing import TYPE_CHECKING, Any, cast

import orjson
from cachetools import LRUCache
from django.conf import settings
from django.db import connection
from django.http import HttpResponse
from django.utils.cache import get_conditional_response
from django.utils.http import http_date

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from django.http import HttpRequest
    from django.http.response import HttpResponseBase

JSON = "application/json"
# Shorter bodies grow rather than shrink.
_WORTH_COMPRESSING = 1000
_COMPRESSION = 4
# What an entry costs beside its body.
_OVERHEAD = 1000


@dataclass(frozen=True)
class Answer:
    """A body of JSON; ``since`` is a time, in whole seconds, from when on it has been so."""

    body: bytes
    since: int
    link: str = ""

    @cached_property
    def tag(self) -> str:
        return hashlib.blake2b(self.body, digest_size=15).hexdigest()

    @cached_property
    def compressed(self) -> bytes:
        return gzip.compress(self.body, _COMPRESSION, mtime=0)

    def response(self, request: HttpRequest) -> HttpResponseBase:
        """As the client takes it: in full, compressed, or "not modified"."""
        short = len(self.body) > _WORTH_COMPRESSING and _takes_gzip(request)
        body = self.compressed if short else self.body
        response = HttpResponse(b"" if request.method == "HEAD" else body, content_type=JSON)
        headers = response.headers
        # Bodies that differ have tags that differ: a strong tag is of the very bytes.
        headers["ETag"] = tag = f'"{self.tag}-gzip"' if short else f'"{self.tag}"'
        headers["Last-Modified"] = http_date(self.since)
        headers["Cache-Control"] = "no-cache"
        headers["Vary"] = "Accept, Accept-Encoding"
        headers["Content-Length"] = str(len(body))
        if short:
            headers["Content-Encoding"] = "gzip"
        if self.link:
            headers["Link"] = self.link
        found = get_conditional_response(
            request, etag=tag, last_modified=self.since, response=response
        )
        return found or response


def _takes_gzip(request: HttpRequest) -> bool:
    accepted = request.META.get("HTTP_ACCEPT_ENCODING", "")
    for coding in accepted.split(","):
        name, _, weight = coding.partition(";")
        if name.strip().lower() == "gzip":
            return weight.strip().lower() not in ("q=0", "q=0.0", "q=0.00", "q=0.000")
    return False


@dataclass(frozen=True, slots=True)
class _Kept:
    """An answer and the state of the data it is of; None: it was not asked for."""

    answer: Answer
    state: Hashable = None


_answers: LRUCache[Hashable, _Kept] = LRUCache(
    settings.ANSWER_CACHE_BYTES, getsizeof=lambda kept: _OVERHEAD + len(kept.answer.body)
)
_lock = Lock()


def answered(key: Hashable, make: Callable[[], tuple[Any, str]]) -> Answer:
    """The answer to a question, kept or made anew.

    ``make`` gives what is to become JSON and the Link header; an error that it
    raises is nobody's answer.
    """
    # What this transaction itself has written is not part of the state.
    if connection.in_atomic_block:
        return _made(make, None)
    key = (_reader(), key)
    with _lock:
        kept = _answers.get(key)
    if kept is None:
        # Most questions are asked once: the state is worth a query only the second time.
        answer = _made(make, None)
        _keep(key, _Kept(answer))
        return answer
    # Before the rows are read: if they change in between, the state tells at the next request.
    state = _state()
    if kept.state == state:
        return kept.answer
    answer = _made(make, kept.answer)
    _keep(key, _Kept(answer, state))
    return answer


def _made(make: Callable[[], tuple[Any, str]], before: Answer | None) -> Answer:
    content, link = make()
    body = orjson.dumps(content)
    if before and before.body == body and before.link == link:
        return before
    now = int(time.time())
    # Two answers of one second must not have one time.
    return Answer(body, max(now, before.since + 1) if before else now, link)


def _keep(key: Hashable, kept: _Kept) -> None:
    with _lock:
        try:
            _answers[key] = kept
        except ValueError:
            # Larger than all that may be kept.
            _answers.pop(key, None)


def _reader() -> Hashable:
    """Whose numbering the states follow: SQLite's are each connection's own."""
    if connection.vendor != "sqlite":
        return None
    connection.ensure_connection()
    return cast("Hashable", connection.connection)


def _state() -> Hashable:
    """What differs from before as soon as any transaction has changed anything."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("PRAGMA data_version")
            return *cursor.fetchone(), connection.connection.total_changes
        cursor.execute("SELECT pg_current_snapshot()::text")
        return tuple(cursor.fetchone())
