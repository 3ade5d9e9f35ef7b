"""The OpenAPI document: complete, committed, true."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from django.core.management import call_command
from django.urls import URLResolver, get_resolver

from articles.api import filters

if TYPE_CHECKING:
    from rest_framework.test import APIClient

COMMITTED = Path(__file__).parents[2] / "docs" / "openapi.yaml"


@pytest.fixture(scope="module")
def schema(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    file = tmp_path_factory.mktemp("schema") / "openapi.yaml"
    call_command("spectacular", "--validate", "--fail-on-warn", file=str(file))
    document: dict[str, Any] = yaml.safe_load(file.read_text(encoding="utf-8"))
    return document


def test_the_committed_document_is_the_one_in_force(schema: dict[str, Any]) -> None:
    assert yaml.safe_load(COMMITTED.read_text(encoding="utf-8")) == schema, "run `make schema`"


def test_every_address_is_described(schema: dict[str, Any]) -> None:
    routes = {
        f"/api/v1/{route.pattern}"
        for resolver in get_resolver().url_patterns
        if isinstance(resolver, URLResolver) and str(resolver.pattern) == "api/v1/"
        for route in resolver.url_patterns
        if str(route.pattern) not in ("", "schema/", "docs/", "redoc/")
    }
    described = set(schema["paths"])
    assert routes <= described
    for name in ("articles", "people", "quotes", "dates", "sources"):
        assert {f"/api/v1/{name}/", f"/api/v1/{name}/{{id}}/"} <= described


@pytest.mark.parametrize(
    ("path", "filterset"),
    [
        ("/api/v1/articles/", filters.ArticleFilters),
        ("/api/v1/people/", filters.PersonFilters),
        ("/api/v1/quotes/", filters.QuoteFilters),
        ("/api/v1/dates/", filters.DateFilters),
        ("/api/v1/sources/", filters.SourceFilters),
    ],
)
def test_every_parameter_is_described(schema: dict[str, Any], path: str, filterset: Any) -> None:
    parameters = {p["name"]: p for p in schema["paths"][path]["get"]["parameters"]}
    paging = {"cursor", "page_size", "ordering", "count"}
    assert set(parameters) == paging | set(filterset.base_filters)
    assert all(parameter["description"] for parameter in parameters.values())


def test_every_operation_documents_its_errors(schema: dict[str, Any]) -> None:
    for path, operations in schema["paths"].items():
        for operation in operations.values():
            assert "application/problem+json" in operation["responses"]["400"]["content"], path


@pytest.mark.django_db
@pytest.mark.parametrize("page", ["docs", "redoc"])
def test_the_explorers_load_nothing_from_elsewhere(api: APIClient, page: str) -> None:
    html = api.get(f"/api/v1/{page}/").content.decode()
    assert "http://" not in html.replace("http://testserver", "")
    assert "https://" not in html
