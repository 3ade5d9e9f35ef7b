"""An HTTP client that costs little: plain sockets kept open, one request at a time on each."""

from __future__ import annotations

import re
import selectors
import socket
import time
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from itertools import cycle
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

TIMEOUT = 60.0  # seconds for one answer
_STATUS = re.compile(rb"HTTP/1\.1 (\d{3})")
_LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)
_CHUNKED = re.compile(rb"\r\ntransfer-encoding: *chunked", re.IGNORECASE)
_LAST_CHUNK = b"\r\n0\r\n\r\n"
_RECEIVED_AT_ONCE = 1 << 18


class FailedRequestError(Exception):
    """A request had another answer than it should, or none."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer; ``body`` is as sent, so also with the lengths of chunks in it."""

    status: int
    head: bytes
    body: bytes

    def header(self, name: str) -> str | None:
        found = re.search(rf"\r\n{name}: *([^\r]+)".encode(), self.head, re.IGNORECASE)
        return found[1].decode("latin-1") if found else None

    def text(self) -> bytes:
        return _joined(self.body) if _CHUNKED.search(self.head) else self.body


@dataclass(slots=True)
class Sample:
    """What one drive gave: the time until the last answer, and the latency of each, in seconds."""

    seconds: float = 0.0
    latencies: list[float] = field(default_factory=list)

    @property
    def per_second(self) -> float:
        return len(self.latencies) / self.seconds


class Site:
    """One server, whose answers to a path must always be of one size."""

    def __init__(self, port: int, *, headers: Mapping[str, str] | None = None) -> None:
        self.port = port
        self._extra = "".join(f"{name}: {value}\r\n" for name, value in (headers or {}).items())
        self._sizes: dict[str, int] = {}

    def with_headers(self, headers: Mapping[str, str]) -> Site:
        """The same server, asked with more headers."""
        return Site(self.port, headers=headers)

    def get(self, path: str) -> Answer:
        """One answer, whatever its status."""
        with _failing(path), _connect(self.port) as connection:
            connection.sendall(self._request(path))
            received = bytearray()
            while (answer := _complete(received)) is None:
                data = connection.recv(_RECEIVED_AT_ONCE)
                if not data:
                    raise FailedRequestError(f"{path}: the server hung up")
                received += data
        return answer

    def drive(
        self, paths: Sequence[str], *, connections: int, seconds: float, status: int = 200
    ) -> Sample:
        """Ask in turns for so long, on so many connections, each as soon as it has an answer.

        Raises:
            FailedRequestError: an answer has another status, or another size than before.
        """
        sample = Sample()
        requests = cycle([(path, self._request(path)) for path in paths])
        with (
            _failing(paths[0]),
            ExitStack() as stack,
            selectors.DefaultSelector() as selector,
        ):
            begun = time.perf_counter()
            for _ in range(connections):
                line = _Line(stack.enter_context(_connect(self.port)), requests)
                selector.register(line.socket, selectors.EVENT_READ, line)
                line.ask()
            while selector.get_map():
                events = selector.select(TIMEOUT)
                if not events:
                    raise FailedRequestError(f"{paths[0]}: no answer in {TIMEOUT:.0f} s")
                for key, _ in events:
                    self._take(key.data, sample, begun + seconds, status)
                    if key.data.idle:
                        selector.unregister(key.fileobj)
            sample.seconds = time.perf_counter() - begun
        return sample

    def _take(self, line: _Line, sample: Sample, end: float, status: int) -> None:
        """Take what came on one connection, and ask the next question if there is time."""
        answer = line.receive()
        if answer is None:
            return
        now = time.perf_counter()
        self._check(line.path, answer, status)
        # Those under way at the end count too: few of a slow server's would be left.
        sample.latencies.append(now - line.asked_at)
        line.idle = now > end
        if not line.idle:
            line.ask()

    def _check(self, path: str, answer: Answer, status: int) -> None:
        if answer.status != status:
            told = answer.text()[:200].decode(errors="replace")
            raise FailedRequestError(f"{path}: status {answer.status}, not {status}: {told}")
        size = len(answer.body)
        known = self._sizes.setdefault(path, size)
        if known != size:
            raise FailedRequestError(f"{path}: {size} bytes, where there were {known} before")

    def _request(self, path: str) -> bytes:
        head = f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{self.port}\r\n"
        return f"{head}Accept: application/json\r\n{self._extra}\r\n".encode("ascii")


class _Line:
    """One connection and what is under way on it."""

    def __init__(self, connection: socket.socket, requests: Iterator[tuple[str, bytes]]) -> None:
        self.socket = connection
        self.requests = requests
        self.idle = False
        self.received = bytearray()
        self.path = ""
        self.asked_at = 0.0

    def ask(self) -> None:
        self.path, request = next(self.requests)
        self.received.clear()
        self.asked_at = time.perf_counter()
        self.socket.sendall(request)

    def receive(self) -> Answer | None:
        """Take what has come; the answer, once it is complete."""
        data = self.socket.recv(_RECEIVED_AT_ONCE)
        if not data:
            raise FailedRequestError(f"{self.path}: the server hung up")
        self.received += data
        return _complete(self.received)


@contextmanager
def _failing(path: str) -> Iterator[None]:
    """A connection that is refused, breaks off or stays silent is a failed request."""
    try:
        yield
    except OSError as error:
        raise FailedRequestError(f"{path}: {error}") from error


def _connect(port: int) -> socket.socket:
    connection = socket.create_connection(("127.0.0.1", port), timeout=TIMEOUT)
    connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return connection


def _complete(received: bytearray) -> Answer | None:
    end = received.find(b"\r\n\r\n")
    if end < 0:
        return None
    head = bytes(received[: end + 2])
    body_at = end + 4
    status = _STATUS.match(head)
    if status is None:
        raise FailedRequestError(f"not an answer in HTTP/1.1: {head[:100]!r}")
    if _CHUNKED.search(head):
        # From before the body, since the last chunk may be the only one.
        if not received.endswith(_LAST_CHUNK[2:]) or received.find(_LAST_CHUNK, end + 2) < 0:
            return None
    else:
        length = _LENGTH.search(head)
        if len(received) < body_at + (int(length[1]) if length else 0):
            return None
    return Answer(int(status[1]), head, bytes(received[body_at:]))


def _joined(body: bytes) -> bytes:
    """A body sent in chunks, without their lengths."""
    parts = []
    at = 0
    while size := int(body[at : (line := body.index(b"\r\n", at))].split(b";")[0], 16):
        parts.append(body[line + 2 : line + 2 + size])
        at = line + 2 + size + 2
    return b"".join(parts)
