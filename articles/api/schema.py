"""What every operation of the OpenAPI document has."""

from __future__ import annotations

from typing import Any

from drf_spectacular.authentication import BasicScheme, TokenScheme
from drf_spectacular.contrib.django_filters import DjangoFilterExtension
from drf_spectacular.openapi import AutoSchema

from articles.api.errors import MAX_TARGET, PROBLEM
from articles.api.values import MomentField, WholeNumberField

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


_MOMENT = [{"type": "string", "format": "date"}, {"type": "string", "format": "date-time"}]


class StrictFilterExtension(DjangoFilterExtension):  # type: ignore[no-untyped-call]
    """Adds the limits that the fields of filters have."""

    target_class = "articles.api.parameters.StrictFilterBackend"
    priority = 1

    def resolve_filter_field(self, *args: Any) -> list[dict[str, Any]]:
        *_, one = args
        parameters: list[dict[str, Any]] = super().resolve_filter_field(*args)  # type: ignore[no-untyped-call]
        for parameter in parameters:
            parameter["schema"] |= _limits(one.field, parameter["schema"])
            if isinstance(one.field, MomentField):
                parameter["schema"] = {"anyOf": _MOMENT}
        return parameters


def _limits(field: Any, schema: dict[str, Any]) -> dict[str, Any]:
    """Members of a schema; of a text, at least one character that is no space."""
    limits: dict[str, Any] = {}
    if isinstance(field, WholeNumberField):
        limits["type"] = "integer"
    if schema.get("type") in ("integer", "number"):
        limits |= {"minimum": field.min_value, "maximum": field.max_value}
    elif schema.get("type") == "string" and not schema.keys() & {"enum", "format"}:
        limits |= {"minLength": 1, "pattern": r"\S"}
        if getattr(field, "max_length", None):
            limits["maxLength"] = field.max_length
    return limits


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


# What an answer has that is kept and can be asked for again.
KEPT_HEADERS = {
    "ETag": "A strong tag of the very bytes, for `If-None-Match`.",
    "Last-Modified": "Since when the answer has been so, for `If-Modified-Since`.",
    "Cache-Control": "`no-cache`: keep it, but ask whether it is still so.",
    "Vary": "Which headers of the request it depends on.",
}
LINK = "The pages beside this one, as `next` and `prev` (RFC 8288); absent where there is none."
RETRY = "After how many seconds to ask again; absent where the question took too long."


def document_problems(result: dict[str, Any], generator: Any, **kwargs: Any) -> dict[str, Any]:
    """Add to each operation the errors and redirects it can answer, and that bodies are needed."""
    result["components"]["schemas"] |= {"Problem": PROBLEM_SCHEMA, "MergedPerson": MERGED_SCHEMA}
    reference = {PROBLEM: {"schema": {"$ref": "#/components/schemas/Problem"}}}
    for path, operations in result["paths"].items():
        for method, operation in operations.items():
            responses = operation["responses"]
            for code, description in _errors(path, method, operation).items():
                responses.setdefault(code, {"description": description, "content": reference})
            responses["503"]["headers"] = _headers({"Retry-After": RETRY})
            if "requestBody" in operation:
                # Even one whose fields are all optional has to be declared as JSON.
                operation["requestBody"]["required"] = True
                body = _schema(operation["requestBody"], result)
                body["additionalProperties"] = False
                if method == "patch":
                    body["minProperties"] = 1
            if _takes(operation, "fields"):
                _document_selection(operation, result)
            if path.startswith("/api/v1/people/{id}/"):
                responses["301"] = REDIRECT
    return result


def _document_selection(operation: dict[str, Any], result: dict[str, Any]) -> None:
    """Say of an answer whose fields can be chosen that any may be absent, and that it is kept."""
    answer = operation["responses"]["200"]
    row = _schema(answer, result)
    headers = KEPT_HEADERS
    if "results" in row.get("properties", {}):
        row = _resolved(row["properties"]["results"]["items"], result)
        headers = headers | {"Link": LINK}
    row.pop("required", None)
    answer["headers"] = _headers(headers)
    not_modified = {"description": "As it was when the tag or time of the request was given."}
    operation["responses"]["304"] = not_modified | {"headers": _headers(KEPT_HEADERS)}


def _takes(operation: dict[str, Any], name: str) -> bool:
    return any(one["name"] == name for one in operation.get("parameters", ()))


def _schema(content: dict[str, Any], result: dict[str, Any]) -> dict[str, Any]:
    """The schema of a body of JSON."""
    return _resolved(content["content"]["application/json"]["schema"], result)


def _resolved(schema: dict[str, Any], result: dict[str, Any]) -> dict[str, Any]:
    name = schema.get("$ref", "").rpartition("/")[2]
    found: dict[str, Any] = result["components"]["schemas"][name] if name else schema
    return found


def _headers(words: dict[str, str]) -> dict[str, Any]:
    return {
        name: {"description": description, "schema": {"type": "string"}}
        for name, description in words.items()
    }


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
    if method == "get":
        errors["406"] = "The answer is JSON, which `Accept` does not take."
        errors["412"] = "What `If-Match` or `If-Unmodified-Since` asks for is not so."
    errors["414"] = f"The address has more than {MAX_TARGET} characters."
    errors["503"] = "The database does not answer, or not in time."
    errors["default"] = "Another error."
    return errors
