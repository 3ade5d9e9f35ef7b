"""The database as the peers are told of it: by DATABASE_URL."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime, time, timedelta
from urllib.parse import unquote, urlsplit

PAGE = 50
URL = os.environ.get("DATABASE_URL", "")
IS_SQLITE = URL.startswith("sqlite:")
# A statement that was prepared gets a plan for any values after some runs, which is far slower.
CUSTOM_PLANS = {"plan_cache_mode": "force_custom_plan"}


def sqlite_path(url: str = URL) -> str:
    """The file of ``sqlite:////tmp/name.sqlite3``."""
    return unquote(urlsplit(url).path)[1:]


def django_settings() -> dict[str, object]:
    """What Django has in ``DATABASES``; connections are kept open."""
    if IS_SQLITE:
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": sqlite_path(),
            "CONN_MAX_AGE": None,
        }
    parts = urlsplit(URL)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.path[1:],
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or "",
        "PORT": parts.port or 5432,
        "CONN_MAX_AGE": None,
    }


def moments(first: date, last: date) -> tuple[datetime, datetime]:
    """The first moment of one day and that behind another."""
    begin = datetime.combine(first, time(), UTC)
    end = datetime.combine(last, time(), UTC) + timedelta(days=1)
    return begin, end
