"""Looking at the beginning of a stream that cannot be rewound."""

from __future__ import annotations

import io
from typing import BinaryIO


class _Rejoined(io.RawIOBase):
    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self._head = memoryview(head)
        # One piece at a time where that can be had: nothing that came before an error is lost.
        self._read = rest.read1 if isinstance(rest, io.BufferedReader) else rest.read

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        if not self._head:
            chunk: bytes | memoryview = self._read(len(buffer))
        else:
            chunk, self._head = self._head[: len(buffer)], self._head[len(buffer) :]
        buffer[: len(chunk)] = chunk
        return len(chunk)


def rejoin(head: bytes, rest: BinaryIO) -> io.BufferedReader:
    """Give a stream that has ``head`` in front of what ``rest`` still holds."""
    return io.BufferedReader(_Rejoined(head, rest))
