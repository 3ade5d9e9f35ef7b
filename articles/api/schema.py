"""What every operation of the OpenAPI document has."""

from __future__ import annotations

from typing import Any

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


class Schema(AutoSchema):
    """Filters and pages belong to lists; a detail has its id and no more."""

    def get_filter_backends(self) -> list[Any]:
        return super().get_filter_backends() if self._is_list_view() else []


def document_problems(result: dict[str, Any], generator: Any, **kwargs: Any) -> dict[str, Any]:
    """Add to each operation the errors that it can answer."""
    result["components"]["schemas"]["Problem"] = PROBLEM_SCHEMA
    reference = {PROBLEM: {"schema": {"$ref": "#/components/schemas/Problem"}}}
    for path, operations in result["paths"].items():
        for method, operation in operations.items():
            errors = {"400": "A parameter or field is unknown or malformed."}
            if "{" in path:
                errors["404"] = "There is no such row."
            if method == "post":
                errors["413"] = "The body is too large."
                errors["415"] = "The body is not declared as JSON."
            errors["default"] = "Another error."
            for code, description in errors.items():
                operation["responses"].setdefault(
                    code, {"description": description, "content": reference}
                )
    return result
