"""What commands ask of a broker before they begin."""

from django.conf import settings
from django.core.management import CommandError


def require_broker() -> None:
    """Stop with the remedy where no broker is named.

    Raises:
        CommandError: with exit status 2.
    """
    if not settings.BROKER_URL:
        message = "Set BROKER_URL first, for example to redis://localhost:6379/0."
        raise CommandError(message, returncode=2)
