"""What every operation of the OpenAPI document has."""

from __future__ import annotations

from typing import Any

from drf_spectacular.authentication import BasicScheme, TokenScheme
from drf_spectacular.openapi import AutoSchema

from articles.api.errors import PROBLEM

PROBLEM_SCHEMA = {
    "type": "object",
    "description": "An error (RFC 9457).",
    "required": ["type", "title", "status", "detail", "instance", "code"],
    "properties": {
        "type": {"type": "string"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string"},
        "instance": {"type": "string"},
        "code": {"type": "string"},
        "errors": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["field", "detail"],
                "properties": {"field": {"type": "string"}, "detail": {"type": "string"}},
            },
        },
    },
}


class PasswordScheme(BasicScheme):  # type: ignore[no-untyped-call]
    target_class = "articles.api.editing.PasswordAuthentication"


class KeyScheme(TokenScheme):  # type: ignore[no-untyped-call]
    target_class = "articles.api.editing.KeyAuthentication"


class Schema(AutoSchema):
    """Filters and pages belong to lists; a detail has its id and no more."""

    def get_filter_backends(self) -> list[Any]:
        return super().get_filter_backends() if self._is_list_view() else []


MERGED_SCHEMA = {
    "type": "object",
    "description": "Where somebody went who was merged into another.",
    "required": ["id", "merged_into"],
    "properties": {"id": {"type": "integer"}, "merged_into": {"type": "integer"}},
}
NO_FIELDS = {"application/json": {"type": "object", "additionalProperties": False}}
REDIRECT = {
    "description": "The person was merged into another one.",
    "headers": {
        "Location": {
            "description": "The same address of who the person is now.",
            "schema": {"type": "string", "format": "uri"},
        }
    },
    "content": {"application/json": {"schema": {"$ref": "#/components/schemas/MergedPerson"}}},
}


def document_problems(result: dict[str, Any], generator: Any, **kwargs: Any) -> dict[str, Any]:
    """Add to each operation the errors and redirects it can answer, and that bodies are needed."""
    result["components"]["schemas"] |= {"Problem": PROBLEM_SCHEMA, "MergedPerson": MERGED_SCHEMA}
    reference = {PROBLEM: {"schema": {"$ref": "#/components/schemas/Problem"}}}
    for path, operations in result["paths"].items():
        for method, operation in operations.items():
            responses = operation["responses"]
            for code, description in _errors(path, method, operation).items():
                responses.setdefault(code, {"description": description, "content": reference})
            if "requestBody" in operation:
                # Even one whose fields are all optional has to be declared as JSON.
                operation["requestBody"]["required"] = True
            if path.startswith("/api/v1/people/{id}/"):
                responses["301"] = REDIRECT
    return result


def _errors(path: str, method: str, operation: dict[str, Any]) -> dict[str, str]:
    errors = {"400": "A parameter or field is unknown or malformed."}
    if operation.get("security"):
        errors["401"] = "Say who you are, by token or by name and password."
        errors["403"] = "You may not change people."
        errors["409"] = "What people are now forbids it; `detail` says why."
    if "{" in path:
        errors["404"] = "There is no such row."
    if method in ("post", "patch"):
        errors["413"] = "The body is too large."
        errors["415"] = "The body is not declared as JSON."
    errors["default"] = "Another error."
    return errors
