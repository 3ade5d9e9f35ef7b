"""How long commands end: by themselves, when they are told to stop, when the storage fails."""

from __future__ import annotations

import errno
import signal
from contextlib import contextmanager
from typing import TYPE_CHECKING

from django.core.management import CommandError
from django.db import InterfaceError, InternalError, OperationalError, connection

from articles.management.database import STORAGE_UNAVAILABLE
from articles.services.pool import WorkersError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import FrameType

INTERRUPTED = 3
_NO_SPACE = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


@contextmanager
def stoppable(remedy: str) -> Iterator[None]:
    """Turn an interruption, SIGTERM and a storage that fails into a message and an exit status.

    Args:
        remedy: how to go on, as a sentence.

    Raises:
        CommandError: with exit status 3 if what was done can be gone on with at
            once, 4 if the storage has to be put right first.
    """
    former = signal.signal(signal.SIGTERM, _interrupt)
    try:
        yield
    except KeyboardInterrupt as error:
        message = f"Interrupted; what is stored stays. {remedy}"
        raise CommandError(message, returncode=INTERRUPTED) from error
    except WorkersError as error:
        raise CommandError(f"{error}.", returncode=INTERRUPTED) from error
    except (OperationalError, InterfaceError, InternalError) as error:
        raise _storage_error(str(error), remedy) from error
    except OSError as error:
        if error.errno not in _NO_SPACE:
            raise
        raise _storage_error(str(error), remedy) from error
    finally:
        signal.signal(signal.SIGTERM, former)


def _interrupt(number: int, frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def _storage_error(reason: str, remedy: str) -> CommandError:
    first_line = reason.strip().partition("\n")[0]
    message = (
        f"The storage fails ({first_line}): check {storage()}, its free space and its rights."
        f" What is stored stays. {remedy}"
    )
    return CommandError(message, returncode=STORAGE_UNAVAILABLE)


def storage() -> str:
    """Where the database is, in words and without secrets."""
    values = connection.settings_dict
    if connection.vendor == "sqlite":
        return str(values["NAME"])
    return f"database {values['NAME']} on {values['HOST'] or 'the local socket'}"
