"""Every error under /api/ is a problem document, whoever made it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from django.db import OperationalError
from django.test import Client

from articles.api.resources import QuoteViewSet
from articles.models import Source

if TYPE_CHECKING:
    from pytest_django import Settings
    from rest_framework.test import APIClient

pytestmark = pytest.mark.django_db


def assert_problem(answer: Any, status: int) -> dict[str, Any]:
    assert answer.status_code == status
    assert answer.headers["Content-Type"] == "application/problem+json"
    body: dict[str, Any] = answer.json()
    assert body["status"] == status
    assert {"type", "title", "status", "detail", "instance", "code"} <= body.keys()
    return body


@pytest.mark.parametrize("debug", [True, False])
@pytest.mark.parametrize("path", ["/api/v1/nothing/", "/api/", "/api", "/api/v2/articles/"])
def test_an_unknown_address(api: APIClient, settings: Settings, path: str, debug: bool) -> None:
    settings.DEBUG = debug
    assert assert_problem(api.get(path), 404)["instance"] == path


def test_an_unknown_address_elsewhere_stays_a_page(api: APIClient) -> None:
    assert api.get("/nothing/").headers["Content-Type"].startswith("text/html")


@pytest.mark.parametrize("debug", [True, False])
def test_a_failure_of_the_server(
    monkeypatch: pytest.MonkeyPatch, settings: Settings, debug: bool
) -> None:
    def fail(*args: Any, **kwargs: Any) -> Any:
        raise RuntimeError("secret detail")

    settings.DEBUG = debug
    monkeypatch.setattr(QuoteViewSet, "list", fail)
    answer = Client(raise_request_exception=False).get("/api/v1/quotes/")
    assert "secret" not in str(assert_problem(answer, 500))


def test_a_method_that_is_not_there(api: APIClient) -> None:
    for method in (api.post, api.put, api.patch, api.delete):
        answer = method("/api/v1/articles/", {}, format="json")
        assert_problem(answer, 405)
        assert "GET" in answer.headers["Allow"]


def test_a_media_type_that_is_not_there(api: APIClient) -> None:
    assert_problem(api.get("/api/v1/articles/", HTTP_ACCEPT="application/xml"), 406)


def test_a_host_that_is_not_ours(api: APIClient) -> None:
    assert_problem(api.get("/api/v1/articles/", HTTP_HOST="evil.example"), 400)


def test_errors_carry_the_security_headers_too(api: APIClient) -> None:
    answer = api.get("/api/v1/nothing/")
    assert "default-src 'self'" in answer.headers["Content-Security-Policy"]
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_health_is_ok_while_the_database_answers(api: APIClient) -> None:
    assert api.get("/api/v1/health/").json() == {"status": "ok"}


def test_health_is_503_when_it_does_not(api: APIClient, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*args: Any) -> bool:
        raise OperationalError("no host db.internal")

    monkeypatch.setattr(type(Source.objects.all()), "exists", fail)
    assert "internal" not in str(assert_problem(api.get("/api/v1/health/"), 503))


def test_the_root_lists_addresses_that_answer(api: APIClient) -> None:
    addresses = api.get("/api/v1/").json()
    resources = {"articles", "people", "quotes", "dates", "sources", "merges", "possible-matches"}
    assert resources | {"extract"} <= addresses.keys()
    for name, address in addresses.items():
        expected = 405 if name == "extract" else 200
        assert api.get(address).status_code == expected, address


@pytest.mark.parametrize("page", ["docs", "redoc", "schema"])
def test_errors_of_pages_that_are_not_json_are_json(api: APIClient, page: str) -> None:
    assert_problem(api.post(f"/api/v1/{page}/", {}, format="json"), 405)
