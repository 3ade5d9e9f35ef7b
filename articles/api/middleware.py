"""What holds for every request under /api/, and what the admin needs and the API is spared."""

from __future__ import annotations

import logging
import time
from typing import TYPE_CHECKING, Any, cast

from csp.constants import HEADER
from csp.middleware import CSPMiddleware
from django.conf import settings
from django.contrib.auth.middleware import AuthenticationMiddleware
from django.contrib.messages.middleware import MessageMiddleware
from django.contrib.sessions.middleware import SessionMiddleware
from django.db import DatabaseError, OperationalError, connection
from whitenoise.middleware import WhiteNoiseMiddleware

from articles.api.errors import MAX_TARGET, PROBLEM, plain_problem

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponse
    from django.http.response import HttpResponseBase

logger = logging.getLogger(__name__)

# After so many of its instructions, some milliseconds, SQLite asks whether time is up.
_INSTRUCTIONS = 100_000
# To think of plans for several processes takes longer than most reads do; and whatever is
# asked has an index that is better than to read a whole table.
_FOR_READS = {"max_parallel_workers_per_gather": "0", "enable_seqscan": "off"}
# What a browser may do with an answer that is no page: nothing.
_NOTHING = "default-src 'none'; frame-ancestors 'none'"


def is_of_the_api(path: str) -> bool:
    return path.lstrip("/").partition("/")[0] == "api"


class ProblemJsonMiddleware:
    """Turns an error page that Django itself made into a problem document.

    Outermost of all, so that it also sees what other middleware refuses. What a
    reader asks the database for too long is cancelled there.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        of_the_api = is_of_the_api(request.path)
        target = len(request.path) + len(request.META.get("QUERY_STRING", ""))
        if of_the_api and target > MAX_TARGET:
            detail = f"The address has {target} characters; {MAX_TARGET} at most are taken."
            return plain_problem(request, 414, detail=detail)
        reads = of_the_api and request.method in ("GET", "HEAD")
        with connection.execute_wrapper(_limit(settings.QUERY_SECONDS if reads else 0)):
            response = self.get_response(request)
        _lift_limit()
        is_error = response.status_code >= 400 and of_the_api
        if not is_error or response.headers.get("Content-Type") == PROBLEM:
            return response
        answer = plain_problem(request, response.status_code)
        for name, value in response.headers.items():
            if not name.startswith("Content-Type") and name != "Content-Length":
                answer.headers[name] = value
        return answer

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Say that the database did not answer, or not in time."""
        if not isinstance(error, DatabaseError) or not is_of_the_api(request.path):
            return None
        if _is_cancelled(error):
            detail = (
                f"The question took the database more than {settings.QUERY_SECONDS} seconds and "
                "was cancelled. Ask for less: a shorter time, one source, rarer words."
            )
            return plain_problem(request, 503, detail=detail, code="query_timeout")
        logger.error("The database does not answer %s", request.path, exc_info=error)
        answer = plain_problem(request, 503, detail="The database does not answer; try again soon.")
        answer.headers["Retry-After"] = "5"
        return answer


def _limit(seconds: int) -> Callable[..., Any]:
    """A wrapper of queries that has the database cancel those that take longer; 0: none."""

    def execute(run: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
        raw = cast("Any", connection.connection)
        if connection.vendor == "sqlite":
            until = time.monotonic() + seconds
            late = (lambda: time.monotonic() > until) if seconds else None
            raw.set_progress_handler(late, _INSTRUCTIONS)
        else:
            _limit_postgresql(raw, seconds)
        return run(sql, params, many, context)

    return execute


def _limit_postgresql(raw: Any, seconds: int) -> None:
    # What is set within a transaction is gone if that is rolled back, so it is set each time.
    within = connection.in_atomic_block
    if getattr(raw, "statement_seconds", 0) != seconds or (seconds and within):
        own = {name: value if seconds else "DEFAULT" for name, value in _FOR_READS.items()}
        chosen = {"statement_timeout": seconds * 1000, **own}
        raw.execute("; ".join(f"SET {name} = {value}" for name, value in chosen.items()))
        raw.statement_seconds = None if within else seconds


def _lift_limit() -> None:
    """Let SQLite work on for whatever else uses the connection; PostgreSQL is told then."""
    if connection.vendor == "sqlite" and connection.connection is not None:
        connection.connection.set_progress_handler(None, 0)


def _is_cancelled(error: DatabaseError) -> bool:
    # 57014: query_canceled.
    sqlstate = getattr(error.__cause__, "sqlstate", None)
    return isinstance(error, OperationalError) and (
        sqlstate == "57014" or str(error) == "interrupted"
    )


class _BesideTheApi:
    """Leaves requests to the API alone: it knows no sessions and has no pages."""

    get_response: Callable[[HttpRequest], Any]

    def __call__(self, request: HttpRequest) -> Any:
        if is_of_the_api(request.path):
            return self.get_response(request)
        return super().__call__(request)  # type: ignore[misc] # of what it is mixed into


class BesideSessions(_BesideTheApi, SessionMiddleware):
    pass


class BesideAuthentication(_BesideTheApi, AuthenticationMiddleware):
    pass


class BesideMessages(_BesideTheApi, MessageMiddleware):
    pass


class BesideStaticFiles(_BesideTheApi, WhiteNoiseMiddleware):  # type: ignore[misc] # untyped
    pass


class ContentSecurityPolicyMiddleware(CSPMiddleware):
    """The policy of pages; what is no page gets the strictest there is."""

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> Any:
        if response.headers.get("Content-Type", "").startswith("application/"):
            response.headers[HEADER] = _NOTHING
            return response
        return super().process_response(request, response)
