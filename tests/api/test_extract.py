"""POST /extract/: the facts of a text, nothing stored."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from pytest_django import Settings
    from rest_framework.test import APIClient

URL = "/api/v1/extract/"
TEXT = "“The bridge will open on Friday,” Mayor Ana Reyes said in Lisbon."


def post(api: APIClient, body: str | bytes, content_type: str = "application/json") -> Any:
    return api.generic("POST", URL, body, content_type=content_type)  # type: ignore[arg-type]


def test_all_facts_come_with_their_places(api: APIClient) -> None:
    answer = api.post(
        URL, {"id": "a1", "text": TEXT, "published_at": "2025-05-14"}, format="json"
    ).json()
    assert answer["id"] == "a1"
    (person,) = answer["people"]
    (quote,) = answer["quotes"]
    (date,) = answer["dates"]
    assert (person["name"], person["titles"]) == ("Ana Reyes", ["Mayor"])
    assert (quote["type"], quote["speaker"]["person"]) == ("direct", person["id"])
    assert (date["value"], date["earliest"]) == ("2025-05-16", "2025-05-16")
    for fact in [*person["mentions"], quote, quote["speaker"], quote["cue"], date]:
        assert TEXT[fact["start"] : fact["end"]] == fact["text"]


def test_without_a_date_a_weekday_stays_one(api: APIClient) -> None:
    (date,) = api.post(URL, {"text": TEXT}, format="json").json()["dates"]
    assert (date["value"], date["earliest"], date["latest"]) == ("XXXX-WXX-5", None, None)


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ('{"headline": "x"}', "text"),
        ('{"text": null}', "text"),
        ('{"text": 5}', "text"),
        ('{"text": ""}', "text"),
        ('{"text": "\\ud800"}', "text"),
        ('{"text": "x", "txet": 1}', "txet"),
        ('{"text": "x", "\\ud800": 1}', "\\ud800"),
        ('{"text": "x", "published_at": "2025-02-30"}', "published_at"),
        ('{"text": "x", "published_at": "May"}', "published_at"),
        ('{"text": "x", "id": {}}', "id"),
        ('{"text": "x", "language": 1}', "language"),
        ('{"text": "Bonjour", "language": "fr"}', "text"),
        ("[]", "body"),
        ("null", "body"),
    ],
)
def test_a_wrong_field_is_named(api: APIClient, body: str, field: str) -> None:
    answer = post(api, body)
    assert answer.status_code == 400, answer.json()
    assert [error["field"] for error in answer.json()["errors"]] == [field]


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b'{"text": ',
        b'{"text": NaN}',
        b'{"text": "a", "text": "b"}',
        b"\xff\xfe",
        b"[" * 100_000,
    ],
)
def test_what_is_not_json_is_refused(api: APIClient, body: bytes) -> None:
    answer = post(api, body)
    assert answer.status_code == 400
    assert answer.headers["Content-Type"] == "application/problem+json"


def test_another_content_type_is_refused(api: APIClient) -> None:
    assert post(api, "text=x", "application/x-www-form-urlencoded").status_code == 415


def test_a_body_over_the_limit_is_refused(api: APIClient, settings: Settings) -> None:
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 100
    answer = api.post(URL, {"text": "x" * 101}, format="json")
    assert answer.status_code == 413
    assert "100 bytes" in answer.json()["detail"]


def test_hostile_but_valid_text_is_answered(api: APIClient) -> None:
    text = "\u202e“\u0000" + "😀👨‍👩‍👧" * 10 + "e\u0301 said."
    assert api.post(URL, {"text": text}, format="json").status_code == 200


def test_a_text_that_is_not_read_has_its_own_code(api: APIClient) -> None:
    answer = api.post(URL, {"text": "Bonjour", "language": "fr"}, format="json")
    assert answer.json()["code"] == "unsupported_language"


def test_a_body_of_unknown_length_is_refused(api: APIClient) -> None:
    answer = api.generic("POST", URL, "", HTTP_TRANSFER_ENCODING="chunked")
    assert answer.status_code == 411
