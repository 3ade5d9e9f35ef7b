"""Cursors: a row's place in a list, as a signed text that only its own list takes back."""

from __future__ import annotations

import hmac
from dataclasses import dataclass
from functools import cache
from typing import Any

import orjson
from django.conf import settings
from django.core.signing import b64_decode, b64_encode

from articles.api.errors import InvalidParameter

MAX_LENGTH = 1000
_DIGEST = "sha256"
_SIGNATURE_BYTES = 16


@dataclass(frozen=True, slots=True)
class Cursor:
    """The value that a row is ordered by and its id; ``back`` looks before it."""

    key: Any
    pk: int
    back: bool = False

    def encode(self, listing: str) -> str:
        content = orjson.dumps([self.key, self.pk, self.back])
        return b64_encode(_signature(content, listing) + content).decode()

    @classmethod
    def decode(cls, text: str, listing: str) -> Cursor:
        """Read a cursor.

        Raises:
            InvalidParameter: it is none, or one of another list or ordering.
        """
        if len(text) > MAX_LENGTH:
            raise InvalidParameter("cursor", "Not a cursor: it is too long.")
        try:
            signed = b64_decode(text.encode("ascii"))
        except (ValueError, UnicodeError):
            signed = b""
        signature, content = signed[:_SIGNATURE_BYTES], signed[_SIGNATURE_BYTES:]
        if not hmac.compare_digest(signature, _signature(content, listing)):
            message = "Not a cursor of this list and ordering: take it from 'next' or 'previous'."
            raise InvalidParameter("cursor", message)
        key, pk, back = orjson.loads(content)
        return cls(key, pk, back)


def _signature(content: bytes, listing: str) -> bytes:
    message = b"%s\0%s" % (listing.encode(), content)
    return hmac.digest(_key(settings.SECRET_KEY), message, _DIGEST)[:_SIGNATURE_BYTES]


@cache
def _key(secret: str) -> bytes:
    """A key for cursors alone."""
    return hmac.digest(secret.encode(), b"articles.api.cursors", _DIGEST)
