"""An HTTP client that costs little: plain sockets kept open, one request at a time on each."""

from __future__ import annotations

import re
import selectors
import socket
import time
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
    """What one drive gave: answers within it, its length, and the latency of each, in seconds."""

    seconds: float
    latencies: list[float] = field(default_factory=list)
    # The first answer to each request that had none before.
    first_answers: dict[str, Answer] = field(default_factory=dict)

    @property
    def per_second(self) -> float:
        return len(self.latencies) / self.seconds


class Site:
    """One server, whose answers to a path must always be of one size."""

    def __init__(self, port: int, *, headers: Mapping[str, str] | None = None) -> None:
        self.port = port
        self._extra = "".join(f"{name}: {value}\r\n" for name, value in (headers or {}).items())
        self._sizes: dict[str, int] = {}

    def get(self, path: str) -> Answer:
        """One answer, whatever its status."""
        with _connect(self.port) as connection:
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
        sample = Sample(seconds)
        requests = cycle([(path, self._request(path)) for path in paths])
        with selectors.DefaultSelector() as selector:
            lines = [_Line(self.port, requests) for _ in range(connections)]
            end = time.perf_counter() + seconds
            for line in lines:
                selector.register(line.socket, selectors.EVENT_READ, line)
                line.ask()
            waiting = connections
            while waiting:
                events = selector.select(TIMEOUT)
                if not events:
                    raise FailedRequestError(f"{lines[0].path}: no answer in {TIMEOUT:.0f} s")
                for key, _ in events:
                    line = key.data
                    answer = line.receive()
                    if answer is None:
                        continue
                    now = time.perf_counter()
                    self._check(line.path, answer, status, sample)
                    if now > end:
                        waiting -= 1
                        selector.unregister(line.socket)
                        line.socket.close()
                    else:
                        sample.latencies.append(now - line.asked_at)
                        line.ask()
        return sample

    def _check(self, path: str, answer: Answer, status: int, sample: Sample) -> None:
        if answer.status != status:
            told = answer.body[:300].decode(errors="replace")
            raise FailedRequestError(f"{path}: status {answer.status}, not {status}: {told}")
        size = len(answer.body)
        known = self._sizes.get(path)
        if known is None:
            self._sizes[path] = size
            sample.first_answers[path] = answer
        elif known != size:
            raise FailedRequestError(f"{path}: {size} bytes, where there were {known} before")

    def _request(self, path: str) -> bytes:
        head = f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{self.port}\r\n"
        return f"{head}Accept: application/json\r\n{self._extra}\r\n".encode("ascii")


class _Line:
    """One connection and what is under way on it."""

    def __init__(self, port: int, requests: Iterator[tuple[str, bytes]]) -> None:
        self.socket = _connect(port)
        self.requests = requests
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
