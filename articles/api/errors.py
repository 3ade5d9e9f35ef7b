"""Every error of the API as ``application/problem+json`` (RFC 9457)."""

from __future__ import annotations

import difflib
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.core.exceptions import PermissionDenied, RequestDataTooBig
from django.http import Http404, HttpRequest, JsonResponse
from rest_framework import exceptions
from rest_framework.renderers import JSONRenderer
from rest_framework.response import Response

from articles.services.merging import IdentityError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from articles.extraction.types import Failure

PROBLEM = "application/problem+json"
# Characters of an address with its query that are taken.
MAX_TARGET = 8000


class InvalidParameter(exceptions.ValidationError):
    """A query parameter that is unknown or has a value it cannot have."""

    def __init__(self, name: str, message: str) -> None:
        super().__init__({name: [message]})


class UnreadableText(InvalidParameter):
    """A text that the extraction does not read, with its own code."""

    def __init__(self, failure: Failure) -> None:
        super().__init__("text", failure.message)
        self.code = failure.code


class LengthRequired(exceptions.APIException):
    status_code = HTTPStatus.LENGTH_REQUIRED
    default_code = "length_required"
    default_detail = "Give the body's length in the header Content-Length."


class BodyTooLarge(exceptions.APIException):
    status_code = HTTPStatus.REQUEST_ENTITY_TOO_LARGE
    default_code = "too_large"

    def __init__(self) -> None:
        limit = settings.DATA_UPLOAD_MAX_MEMORY_SIZE
        super().__init__(f"The body has more than {limit} bytes: send it in parts.")


class Conflict(exceptions.APIException):
    """What people are now forbids what an editor asks for."""

    status_code = HTTPStatus.CONFLICT
    default_code = "conflict"


def unknown_parameter(name: str, known: Iterable[str]) -> InvalidParameter:
    """Name an unknown parameter and the nearest known one."""
    return InvalidParameter(name, unknown("parameter", name, known))


def unknown(kind: str, name: str, known: Iterable[str]) -> str:
    """Words for a name that is not among the known ones."""
    names = sorted(known)
    if not names:
        return f"Unknown {kind}; none is taken here."
    near = difflib.get_close_matches(name, names, n=1, cutoff=0.4)
    hint = f"did you mean {near[0]!r}?" if near else f"known are {', '.join(names)}."
    return f"Unknown {kind}; {hint}"


def problem(
    status: int, detail: str, *, path: str, code: str = "", errors: list[dict[str, str]] | None
) -> dict[str, Any]:
    """The members of a problem document; ``errors`` names each wrong field or parameter."""
    title = HTTPStatus(status).phrase
    body: dict[str, Any] = {
        "type": "about:blank",
        "title": title,
        "status": status,
        "detail": detail,
        "instance": path,
        "code": code or title.lower().replace(" ", "_").replace("-", "_"),
    }
    if errors:
        body["errors"] = errors
    return body


def problem_response(error: Exception, context: dict[str, Any]) -> Response | None:
    """Answer the errors that views raise; others go on and become a 500."""
    if isinstance(error, Http404):
        error = exceptions.NotFound()
    elif isinstance(error, PermissionDenied):
        error = exceptions.PermissionDenied()
    elif isinstance(error, RequestDataTooBig):
        error = BodyTooLarge()
    elif isinstance(error, IdentityError):
        error = Conflict(str(error))
    if not isinstance(error, exceptions.APIException):
        return None
    # Whatever the view renders otherwise, an error is JSON.
    request = context["request"]
    request.accepted_renderer = JSONRenderer()
    request.accepted_media_type = JSONRenderer.media_type
    errors = _errors(error)
    detail = _detail(error, errors)
    headers = {}
    if wait := getattr(error, "wait", None):
        headers["Retry-After"] = str(int(wait))
    if challenge := getattr(error, "auth_header", None):
        headers["WWW-Authenticate"] = challenge
    return Response(
        problem(
            error.status_code,
            detail,
            path=request.path,
            code=getattr(error, "code", error.default_code),
            errors=errors,
        ),
        status=error.status_code,
        headers=headers,
        content_type=PROBLEM,
    )


def _errors(error: exceptions.APIException) -> list[dict[str, str]]:
    if not isinstance(error, exceptions.ValidationError) or not isinstance(error.detail, dict):
        return []
    return [
        # A lone surrogate in the name of an unknown field cannot be written as it is.
        {"field": field.encode("utf-8", "backslashreplace").decode(), "detail": message}
        for name, messages in error.detail.items()
        for field, message in _flat(str(name), messages)
    ]


def _flat(field: str, messages: Any) -> Iterator[tuple[str, str]]:
    """Each message with its field; those about an item of a list with its place."""
    if isinstance(messages, dict):
        for place, inner in messages.items():
            yield from _flat(f"{field}[{place}]", inner)
    elif isinstance(messages, list):
        yield from ((field, str(message)) for message in messages)
    else:
        yield field, str(messages)


def _detail(error: exceptions.APIException, errors: list[dict[str, str]]) -> str:
    if errors:
        return " ".join(f"{entry['field']}: {entry['detail']}" for entry in errors)
    detail = error.detail
    return " ".join(str(part) for part in detail) if isinstance(detail, list) else str(detail)


def plain_problem(
    request: HttpRequest, status: int, *, detail: str = "", code: str = ""
) -> JsonResponse:
    """Answer an error that no view has answered."""
    details = {
        400: "The request could not be understood.",
        404: f"There is nothing at {request.path}; see /api/v1/docs/ for what there is.",
        500: "The server failed to answer; the failure is in its log.",
    }
    detail = detail or details.get(status, HTTPStatus(status).description)
    body = problem(status, detail, path=request.path, code=code, errors=None)
    return JsonResponse(body, status=status, content_type=PROBLEM)
