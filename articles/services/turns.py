"""Turns at changing what articles say and who is who."""

from __future__ import annotations

from django.db import connection

# Any number that only this lock bears.
_TURNS = 0x6E657773


def take_turns() -> None:
    """Wait until no other transaction changes who is who or what is counted.

    Two articles that name a new person at once would make two rows of one. On
    SQLite, which has one writer at a time, there is nothing to wait for.

    Whoever waits here may have locked one article, never more; and locks of
    articles (``ArticleQuerySet.locked``) let others refer to them, as
    descriptions of people do.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_TURNS])
