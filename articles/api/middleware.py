"""What holds for every request under /api/."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articles.api.errors import PROBLEM, plain_problem

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponseBase


def is_of_the_api(path: str) -> bool:
    return path.lstrip("/").partition("/")[0] == "api"


class ProblemJsonMiddleware:
    """Turns an error page that Django itself made into a problem document.

    Outermost of all, so that it also sees what other middleware refuses.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        is_error = response.status_code >= 400 and is_of_the_api(request.path)
        if not is_error or response.headers.get("Content-Type") == PROBLEM:
            return response
        answer = plain_problem(request, response.status_code)
        for name, value in response.headers.items():
            if not name.startswith("Content-Type") and name != "Content-Length":
                answer.headers[name] = value
        return answer
