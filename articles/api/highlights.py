"""Where the words of a search stand in what it found."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import orjson
from django.db.models import F, Value
from drf_spectacular.drainage import set_override
from rest_framework import serializers

from articles.functions import Values
from articles.search.highlight import places, snippet

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.db.models.expressions import Combinable

    from articles.extraction.types import Span
    from articles.search.query import Query

    _Field = serializers.Field[Any, Any, Any, Any]
else:
    _Field = serializers.Field

# The optional field that a search fills in.
HIGHLIGHTS = "highlights"

_Base = serializers.Serializer[Any]


def _spans(help_text: str) -> serializers.ListField:
    pair = serializers.ListField(child=serializers.IntegerField(), min_length=2, max_length=2)
    return serializers.ListField(child=pair, help_text=help_text)


class SnippetSerializer(_Base):
    """The piece of the body, or of the quote, in which most of the words stand."""

    start = serializers.IntegerField()
    end = serializers.IntegerField()
    text = serializers.CharField()


class HighlightsSerializer(_Base):
    """Where the words and phrases of `q` stand, each as [start, end] in code points."""

    headline = _spans("In the article's headline.")
    standfirst = _spans("In its standfirst.")
    body = _spans("In its body; of a quote, those in the quote.")
    snippet = SnippetSerializer()


class HighlightsField(_Field):
    """The texts in which a search looks; ``highlighted`` makes of them what is given.

    Args:
        article: the path from the row to its article.
        body: the column that is searched for the body.
        start: the column that says where in the article's body that begins.
    """

    def __init__(self, *, article: str = "", body: str, start: str | None = None) -> None:
        super().__init__(source="*", read_only=True)
        self.article, self.body, self.start = article, body, start
        set_override(self, "field", HighlightsSerializer)

    def column(self, path: str) -> Combinable:
        own = not self.article
        return Values(
            F(f"{path}headline") if own else Value(""),
            F(f"{path}standfirst") if own else Value(""),
            F(f"{path}{self.body}"),
            F(f"{path}{self.start}") if self.start else Value(0),
            F(f"{path}{self.article}language"),
            F(f"{path}{self.article}source__language"),
        )

    def value(self, path: str) -> Callable[[str], Any]:
        return orjson.loads


def highlighted(texts: list[Any], query: Query) -> dict[str, Any]:
    """Where the words of a query stand in the texts of a row."""
    headline, standfirst, body, start, language, of_source = texts
    language = language or of_source
    found = places(body, query, language)
    first, last = snippet(body, found)
    return {
        "headline": _pairs(places(headline, query, language)),
        "standfirst": _pairs(places(standfirst, query, language)),
        "body": _pairs(found, start),
        "snippet": {"start": start + first, "end": start + last, "text": body[first:last]},
    }


def _pairs(spans: tuple[Span, ...], offset: int = 0) -> list[list[int]]:
    return [[span.start + offset, span.end + offset] for span in spans]
