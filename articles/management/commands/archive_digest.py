"""Print the digest of all that is stored."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from articles.management.database import require_tables
from articles.services.archive import archive_digest


class Command(BaseCommand):
    """Exit status: 0, or 4 without a database."""

    help = "Print a hash that two databases share if they hold the same, whatever their ids."

    def handle(self, *args: Any, **options: Any) -> None:
        require_tables()
        self.stdout.write(archive_digest())
