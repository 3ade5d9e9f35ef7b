"""Recorded questions to a fixed archive: the same answers on SQLite and on PostgreSQL.

Each line of ``questions/*.jsonl`` is a question with its answer: ``ask`` one address, or
``walk`` all pages of a list, forth and back. To add one, write a line without an answer, run
``RECORD_ANSWERS=1 pytest tests/api/test_questions.py``, and read what was recorded.
"""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, urlsplit

import pytest
from django.db import transaction

from articles.api import facet_filters
from articles.api.identity_views import MATCHES, MERGES
from articles.api.person_views import PEOPLE
from articles.api.resources import ARTICLES, DATES, QUOTES, SOURCES
from tests.api.questions.archive import build

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytest_django import DjangoDbBlocker
    from rest_framework.test import APIClient

    from articles.api.questions import Listing

pytestmark = pytest.mark.django_db

FOLDER = Path(__file__).with_name("questions")
ROOT = "/api/v1/"
FILES = sorted(FOLDER.glob("*.jsonl"))
RECORDING = os.environ.get("RECORD_ANSWERS") == "1"


def read(file: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]


QUESTIONS = [(file, line) for file in FILES for line in read(file)]


@pytest.fixture(scope="module")
def archive(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Built once for all questions, which change nothing."""
    with django_db_blocker.unblock(), transaction.atomic():
        build()
        yield
        transaction.set_rollback(True)


def ask(api: APIClient, address: str) -> dict[str, Any]:
    """The status and content of an answer, and where else it points."""
    response = api.get(ROOT + address)
    found = {"status": response.status_code, "answer": response.json()}
    headers = {
        name: response.headers[name] for name in ("Link", "Location") if name in response.headers
    }
    found |= {"headers": headers} if headers else {}
    plain: dict[str, Any] = json.loads(normalised(json.dumps(found)))
    return plain


def normalised(text: str) -> str:
    """Without the host, and without cursors, which the server's secret key signs."""
    return re.sub(r"(?<=cursor=)[\w%-]+", "…", text.replace("http://testserver", ""))


def walk(api: APIClient, address: str) -> dict[str, Any]:
    """The ids of each page from the first to the last; going back gives the same."""
    pages: list[list[int]] = []
    url, last = ROOT + address, ""
    while url:
        page = api.get(url).json()
        pages.append([row["id"] for row in page["results"]])
        last, url = url, page["next"]
    back: list[list[int]] = []
    while last:
        page = api.get(last).json()
        back.append([row["id"] for row in page["results"]])
        last = page["previous"]
    assert back[::-1] == pages
    return {"pages": pages}


def answer(api: APIClient, question: dict[str, Any]) -> dict[str, Any]:
    if "walk" in question:
        return walk(api, question["walk"])
    return ask(api, question["ask"])


@pytest.mark.skipif(RECORDING, reason="answers are recorded")
@pytest.mark.usefixtures("archive")
@pytest.mark.parametrize(
    "question", [line for _, line in QUESTIONS], ids=lambda line: line.get("ask") or line["walk"]
)
def test_the_answer_is_the_recorded_one(api: APIClient, question: dict[str, Any]) -> None:
    found = answer(api, question)
    recorded = {name: value for name, value in question.items() if name not in ("ask", "walk")}
    assert found == recorded


@pytest.mark.skipif(not RECORDING, reason="records answers, with RECORD_ANSWERS=1")
@pytest.mark.usefixtures("archive")
@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_record(api: APIClient, file: Path) -> None:
    lines = []
    for question in read(file):
        asked = {name: question[name] for name in ("ask", "walk") if name in question}
        lines.append(json.dumps(asked | answer(api, question), ensure_ascii=False))
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")


ASKED = [line.get("ask") or line["walk"] for _, line in QUESTIONS]
ANSWERED = {line["ask"] for _, line in QUESTIONS if line.get("status") == 200}
WALKED = {line["walk"] for _, line in QUESTIONS if "walk" in line}
COUNTED = {
    "quotes/facets": facet_filters.QuoteFacetFilters,
    "articles/facets": facet_filters.ArticleFacetFilters,
    "timeline": facet_filters.TimelineFilters,
    "dates/timeline": facet_filters.MeantTimelineFilters,
}


def test_no_question_is_asked_twice() -> None:
    assert len(set(ASKED)) == len(ASKED)


@pytest.mark.parametrize("listing", [ARTICLES, QUOTES, DATES, SOURCES, PEOPLE, MERGES, MATCHES])
def test_every_filter_is_asked_with_an_answer_and_every_order_is_walked(listing: Listing) -> None:
    address = f"{listing.name}/"
    assert asked_of(address, ANSWERED) >= set(listing.filters.base_filters)
    orders = {
        name for url in WALKED if url.startswith(address) for name in of_name("ordering", url)
    }
    assert orders >= set(listing.orderings)


@pytest.mark.parametrize("name", COUNTED)
def test_every_filter_of_counts_is_asked_with_an_answer(name: str) -> None:
    assert asked_of(f"{name}/", ANSWERED) >= {"by", *COUNTED[name].base_filters}  # type: ignore[attr-defined]


def asked_of(address: str, asked: set[str]) -> set[str]:
    return {name for url in asked if url.startswith(f"{address}?") for name in names(url)}


def names(url: str) -> set[str]:
    return {name for name, _ in parse_qsl(urlsplit(url).query, keep_blank_values=True)}


def of_name(name: str, url: str) -> set[str]:
    pairs = parse_qsl(urlsplit(url).query)
    return {value.removeprefix("-") for key, value in pairs if key == name}
