"""What was found in the articles of a chunk, from when they are read until they are stored."""

from __future__ import annotations

import hashlib
import zlib
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from pydantic import TypeAdapter

from articles.extraction.types import Extraction, Failure
from articles.services.extract import document_of

if TYPE_CHECKING:
    from articles.models import Article


@dataclass(frozen=True, slots=True)
class Read:
    """What was found in one article of a chunk, or why nothing was.

    ``digest`` is that of what was read: found facts fit no other text.
    """

    digest: str
    extraction: Extraction | None = None
    failure: Failure | None = None

    @classmethod
    def of(cls, article: Article, result: Extraction | Failure) -> Read:
        digest = digest_of(article)
        if isinstance(result, Extraction):
            return cls(digest, extraction=result)
        return cls(digest, failure=result)

    @property
    def result(self) -> Extraction | Failure:
        result = self.extraction or self.failure
        assert result is not None
        return result


def digest_of(article: Article) -> str:
    """SHA-256 of all that extraction reads of an article."""
    document = document_of(article)
    read = (article.body_sha256, document.headline, document.published, document.language)
    return hashlib.sha256(repr((*read, document.country)).encode()).hexdigest()


@cache
def _adapter() -> TypeAdapter[dict[int, Read]]:
    return TypeAdapter(dict[int, Read])


def pack(found: dict[int, Read]) -> bytes:
    return zlib.compress(_adapter().dump_json(found))


def unpack(result: bytes) -> dict[int, Read]:
    return _adapter().validate_json(zlib.decompress(result))
