"""Send messages about work that nobody is known to do."""

from __future__ import annotations

import time
from argparse import ArgumentTypeError
from typing import TYPE_CHECKING, Any

from django.core.management.base import BaseCommand, CommandError

from articles.management.broker import require_broker
from articles.management.database import require_tables
from articles.management.stopping import INTERRUPTED, stoppable

if TYPE_CHECKING:
    from argparse import ArgumentParser


def _seconds(text: str) -> int:
    if not text.isdecimal() or not int(text):
        raise ArgumentTypeError("a whole number from 1")
    return int(text)


class Command(BaseCommand):
    """Workers do this by themselves; it is for when none of them runs, or not to wait for them."""

    help = "Send the broker messages about all work that waits, is lost, or was left by a worker."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--every", type=_seconds, metavar="SECONDS", help="go on until interrupted"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        require_tables()
        require_broker()
        from articles.tasks import BrokerError, reconcile

        with stoppable("Run it again to go on."):
            while True:
                try:
                    self.stdout.write(f"{reconcile()} messages sent")
                except BrokerError as error:
                    message = f"The broker does not answer ({error}): check BROKER_URL."
                    if options["every"] is None:
                        raise CommandError(message, returncode=INTERRUPTED) from error
                    self.stderr.write(message)
                if options["every"] is None:
                    return
                time.sleep(options["every"])
