"""Requests as they come over the wire, which no client library would send."""

from __future__ import annotations

import json
from contextlib import contextmanager
from io import BytesIO
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import unquote_to_bytes

from django.core import signals
from django.db import close_old_connections

from newsapi.wsgi import application

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

PROBLEM = "application/problem+json"


class Answer(NamedTuple):
    status: int
    headers: Mapping[str, str]
    body: bytes

    def json(self) -> Any:
        return json.loads(self.body)


@contextmanager
def one_connection() -> Iterator[None]:
    """Keep requests from closing the connection that has a test's transaction."""
    both = (signals.request_started, signals.request_finished)
    for signal in both:
        signal.disconnect(close_old_connections)
    yield
    for signal in both:
        signal.connect(close_old_connections)


def send(target: str, *, method: str = "GET", body: bytes | None = None, **headers: str) -> Answer:
    """What the application answers to a request target such as ``//api/v1/x/?a=%00``.

    ``headers`` by name with ``_`` for ``-``, in the characters of Latin-1 that are their bytes.
    """
    path, _, query = target.partition("?")
    environ = {
        "REQUEST_METHOD": method,
        "SCRIPT_NAME": "",
        "PATH_INFO": unquote_to_bytes(path).decode("latin-1"),
        "QUERY_STRING": query.encode().decode("latin-1"),
        "SERVER_NAME": "testserver",
        "SERVER_PORT": "80",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "HTTP_HOST": "testserver",
        "REMOTE_ADDR": "127.0.0.1",
        "wsgi.url_scheme": "http",
        "wsgi.input": BytesIO(body or b""),
        "wsgi.errors": BytesIO(),
    }
    if body is not None:
        environ |= {"CONTENT_LENGTH": str(len(body)), "CONTENT_TYPE": "application/json"}
    for name, value in headers.items():
        key = name.upper()
        environ[key if key in ("CONTENT_LENGTH", "CONTENT_TYPE") else f"HTTP_{key}"] = value
    found: dict[str, Any] = {}

    def start(status: str, headers: list[tuple[str, str]], exc_info: Any = None) -> Any:
        found.update(status=int(status[:3]), headers=dict(headers))

    answer = application(environ, start)
    try:
        content = b"".join(answer)
    finally:
        answer.close()
    return Answer(found["status"], found["headers"], content)
