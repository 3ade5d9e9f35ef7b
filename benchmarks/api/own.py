"""Questions that only the API answers, and those that it is asked again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from benchmarks.api.questions import API, Kind, Paging, ask
from benchmarks.api.words import FUNCTION_WORDS, vocabulary

if TYPE_CHECKING:
    from benchmarks.api.client import Site
    from benchmarks.api.questions import Questions

_TWO_WORDS, _COMMON = slice(300, 400), slice(len(FUNCTION_WORDS), len(FUNCTION_WORDS) + 20)
_SPEAKERS = 50


@dataclass(frozen=True, slots=True)
class Own:
    """Paths that are asked in turns.

    Attributes:
        status: what they are answered with.
        etag: sent as ``If-None-Match``.
        capped: takes no longer than a documented cap allows, and may reach that as data grow.
    """

    name: str
    paths: list[str]
    status: int = 200
    etag: str = ""
    capped: bool = False


def own_questions(questions: Questions) -> list[Own]:
    """What is asked of the API alone, about people and lists that were drawn."""
    words = vocabulary()
    pairs = list(zip(words[_TWO_WORDS][::2], words[_TWO_WORDS][1::2], strict=True))
    speakers = [one.values["speaker"] for one in questions[Kind.QUOTES][:_SPEAKERS]]
    counted = [one.path(Paging.CURSOR) + "&count=true" for one in questions[Kind.ARTICLES]]
    return [
        Own("search, newest", [_path("articles", q=" ".join(pair)) for pair in pairs]),
        Own("search, common word", [_path("articles", q=word) for word in words[_COMMON]]),
        Own(
            "search, best match",
            [_path("articles", q=" ".join(pair), ordering="relevance") for pair in pairs],
            capped=True,
        ),
        Own(
            "search in quotes of one",
            [_path("quotes", speaker=one, q=words[100]) for one in speakers],
        ),
        Own("count", [f"{API}{path}" for path in counted], capped=True),
        Own("facets of articles", [_path("articles/facets", by="section")]),
        Own(
            "facets of quotes",
            [_path("quotes/facets", by="source", speaker=one) for one in speakers],
            capped=True,
        ),
        Own(
            "timeline",
            [_path("timeline", of="quotes", by="month", speaker=one) for one in speakers],
        ),
        Own("people beside", [f"{API}/people/{one}/related/" for one in speakers]),
        Own("autocomplete", [_path("people", name=word[:3]) for word in words[_TWO_WORDS]]),
    ]


def repeated_questions(site: Site, questions: Questions) -> list[Own]:
    """One list asked again and again: with its tag, if it has one, and without."""
    path = API + questions[Kind.ARTICLES][0].path(Paging.CURSOR)
    ask(site, path)
    etag = site.get(path).header("etag") or ""
    return [
        Own("asked again", [path]),
        Own("asked again, not modified", [path], status=304, etag=etag),
    ]


def _path(resource: str, **values: str | int) -> str:
    return f"{API}/{resource}/?{urlencode(values)}"
