"""The OpenAPI document: complete, committed, true."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from django.core.management import call_command
from django.urls import URLResolver, get_resolver

from articles.api import facet_filters, filters, run_views

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
    lists = (
        "articles",
        "people",
        "quotes",
        "dates",
        "sources",
        "merges",
        "possible-matches",
        "runs",
    )
    for name in lists:
        assert {f"/api/v1/{name}/", f"/api/v1/{name}/{{id}}/"} <= described


@pytest.mark.parametrize(
    ("path", "filterset"),
    [
        ("/api/v1/articles/", filters.ArticleFilters),
        ("/api/v1/people/", filters.PersonFilters),
        ("/api/v1/quotes/", filters.QuoteFilters),
        ("/api/v1/dates/", filters.DateFilters),
        ("/api/v1/sources/", filters.SourceFilters),
        ("/api/v1/merges/", filters.MergeFilters),
        ("/api/v1/possible-matches/", filters.MatchFilters),
        ("/api/v1/runs/", run_views.RunFilters),
        ("/api/v1/runs/{id}/rejects/", run_views.RejectFilters),
        ("/api/v1/articles/{id}/copies/", filters.ArticleFilters),
        ("/api/v1/quotes/{id}/printings/", filters.QuoteFilters),
        ("/api/v1/people/{id}/quotes/", filters.QuoteFilters),
        ("/api/v1/people/{id}/quotes-about/", filters.QuoteFilters),
        ("/api/v1/people/{id}/articles/", filters.ArticleFilters),
        ("/api/v1/people/{id}/timeline/", facet_filters.PersonTimelineFilters),
        ("/api/v1/people/{id}/related/", facet_filters.RelatedFilters),
        ("/api/v1/quotes/facets/", facet_filters.QuoteFacetFilters),
        ("/api/v1/articles/facets/", facet_filters.ArticleFacetFilters),
        ("/api/v1/timeline/", facet_filters.TimelineFilters),
        ("/api/v1/dates/timeline/", facet_filters.MeantTimelineFilters),
    ],
)
def test_every_parameter_is_described(schema: dict[str, Any], path: str, filterset: Any) -> None:
    described = schema["paths"][path]["get"]["parameters"]
    parameters = {p["name"]: p for p in described if p["in"] == "query"}
    is_paged = filterset.__module__ in (filters.__name__, run_views.__name__)
    paging = {"cursor", "page_size", "ordering", "count"} if is_paged else set()
    if is_paged and path != "/api/v1/runs/":
        paging |= {"fields", "omit"}
    assert set(parameters) - {"include"} == paging | set(filterset.base_filters)
    assert all(parameter["description"] for parameter in parameters.values())


def test_every_operation_documents_its_errors(schema: dict[str, Any]) -> None:
    for path, operations in schema["paths"].items():
        for operation in operations.values():
            assert "application/problem+json" in operation["responses"]["400"]["content"], path


def test_whoever_writes_says_who_they_are_and_whoever_reads_does_not(
    schema: dict[str, Any],
) -> None:
    operations = {
        (method, path): operation
        for path, found in schema["paths"].items()
        for method, operation in found.items()
    }
    secured = {key for key, operation in operations.items() if operation.get("security")}
    writing = {key for key in operations if key[0] != "get"}
    assert secured == writing - {("post", "/api/v1/extract/")}
    assert len(secured) == 6
    for key in secured:
        assert operations[key]["security"] == [{"tokenAuth": []}, {"basicAuth": []}]
        assert {"400", "401", "403", "404", "409", "415"} <= set(operations[key]["responses"])
        assert operations[key]["requestBody"]["required"], key


def test_every_address_of_a_person_documents_the_redirect(schema: dict[str, Any]) -> None:
    paths = [path for path in schema["paths"] if path.startswith("/api/v1/people/{id}/")]
    assert len(paths) == 8
    for path in paths:
        for operation in schema["paths"][path].values():
            assert "Location" in operation["responses"]["301"]["headers"], path


@pytest.mark.django_db
@pytest.mark.parametrize("page", ["docs", "redoc"])
def test_the_explorers_load_nothing_from_elsewhere(api: APIClient, page: str) -> None:
    html = api.get(f"/api/v1/{page}/").content.decode()
    assert "http://" not in html.replace("http://testserver", "")
    assert "https://" not in html
