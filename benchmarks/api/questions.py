"""The questions that are asked, drawn from what the API says is in the database."""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from random import Random
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlencode, urlsplit

from benchmarks.api.corpus import DAYS, FIRST_DAY, SECTIONS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from benchmarks.api.client import Site

API = "/api/v1"
PAGE = 50
DEEPEST_PAGE = 1_000
# So many of a kind are asked in turns.
OF_A_KIND = 100
DEEP_PAGES = 20
_DAYS_OF_A_LIST = 366
_FEW_ARTICLES = "Too few articles for full pages: generate at least 20000."


class Kind(StrEnum):
    """What everybody is asked."""

    ARTICLES = "article list"
    QUOTES = "quotes, page 1"
    DEEP = "quotes, page 1,000"
    DETAIL = "article"


class Paging(StrEnum):
    """How an implementation is told which page is meant."""

    CURSOR = "cursor"  # taken from the page before
    KEYSET = "keyset"  # the row before
    NUMBER = "number"
    OFFSET = "offset"


@dataclass(frozen=True, slots=True)
class Question:
    """``values`` are those of the parameters, or the id of an article.

    A deep one has its place in all ways in which it can be told: ``page``,
    ``before`` with ``before_id``, and the ``cursor`` of the API.
    """

    values: Mapping[str, Any]

    def path(self, paging: Paging) -> str:
        """Without what the addresses of an implementation begin with."""
        values = dict(self.values)
        if "article" in values:
            return f"/articles/{values['article']}/"
        place = {
            Paging.CURSOR: {"cursor": values.pop("cursor", None)},
            Paging.KEYSET: {
                "before": values.pop("before", None),
                "before_id": values.pop("before_id", None),
            },
        }
        number = values.pop("page", 1)
        place[Paging.NUMBER] = {"page": number if number > 1 else None}
        place[Paging.OFFSET] = {"limit": PAGE, "offset": PAGE * (number - 1)}
        values |= {name: value for name, value in place[paging].items() if value is not None}
        return f"/{'articles' if 'section' in values else 'quotes'}/?{urlencode(values)}"


Questions = dict[Kind, list[Question]]


def draw(site: Site, *, seed: int = 1) -> Questions:
    """Questions of every kind that fill a page, the same ones for the same data."""
    random = Random(seed)
    (newest,) = ask(site, f"{API}/articles/?ordering=-id&page_size=1")["results"]
    articles = [random.randint(1, newest["id"]) for _ in range(OF_A_KIND)]
    speakers = ask(site, f"{API}/people/?ordering=-quotes&page_size={OF_A_KIND}")["results"]
    quoted = [person["id"] for person in speakers if person["quote_count"] > PAGE]
    if not quoted:
        sys.exit(_FEW_ARTICLES)
    return {
        Kind.ARTICLES: _lists(site, random),
        Kind.QUOTES: [Question({"speaker": person}) for person in quoted],
        Kind.DEEP: _deep(site, speakers[0]),
        Kind.DETAIL: [Question({"article": article}) for article in articles],
    }


def ask(site: Site, path: str) -> Any:
    """The answer to a question that has to be answered for anything to be measured."""
    answer = site.get(path)
    if answer.status != 200:
        told = answer.text()[:500].decode(errors="replace")
        sys.exit(f"{path} is answered with status {answer.status}: {told}")
    return json.loads(answer.text())


def _lists(site: Site, random: Random) -> list[Question]:
    """Articles of a section within a year: a full page and more."""
    found = []
    for _ in range(OF_A_KIND):
        first = FIRST_DAY.date() + timedelta(days=random.randrange(DAYS - _DAYS_OF_A_LIST))
        question = Question(
            {
                "section": random.choice(SECTIONS),
                "published_after": f"{first}",
                "published_before": f"{first + timedelta(days=_DAYS_OF_A_LIST - 1)}",
            }
        )
        if ask(site, API + question.path(Paging.CURSOR))["next"]:
            found.append(question)
    if not found:
        sys.exit(_FEW_ARTICLES)
    return found


def _deep(site: Site, speaker: Mapping[str, Any]) -> list[Question]:
    """The pages before and at the thousandth, or the last ones if there are fewer."""
    pages = min(DEEPEST_PAGE, (speaker["quote_count"] - 1) // PAGE)
    found: list[Question] = []
    url = f"{API}/quotes/?speaker={speaker['id']}"
    for number in range(2, pages + 1):
        page = ask(site, url)
        last = page["results"][-1]
        url = API + page["next"].partition(API)[2]
        values = {
            "speaker": speaker["id"],
            "page": number,
            "before": last["article"]["published_at"],
            "before_id": last["id"],
            "cursor": _parameter(url, "cursor"),
        }
        found.append(Question(values))
    if not found:
        sys.exit(_FEW_ARTICLES)
    return found[-DEEP_PAGES:]


def _parameter(url: str, name: str) -> str:
    return parse_qs(urlsplit(url).query)[name][0]
