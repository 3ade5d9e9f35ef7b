"""Messages between machines; each carries the id of a chunk and nothing more."""

from __future__ import annotations

import logging

from django.db import DatabaseError, InterfaceError, connections
from kombu.exceptions import OperationalError

from articles.services import queue
from newsapi.celery import app

logger = logging.getLogger(__name__)


class BrokerError(Exception):
    """The broker does not answer; nothing is lost, and the messages can be sent later."""


@app.task
def read_chunk(chunk: int) -> None:
    queue.do(chunk)


def reconcile() -> int:
    """Send messages about all chunks that need one.

    Returns:
        How many were sent.

    Raises:
        BrokerError: the others are to be sent later.
    """
    chunks = queue.due()
    for place, chunk in enumerate(chunks):
        try:
            read_chunk.delay(chunk)
        except OperationalError as error:
            queue.not_sent(chunks[place:])
            raise BrokerError(str(error)) from error
    return len(chunks)


def reconcile_quietly() -> None:
    """For the timer of a worker, which must go on whatever is away for now."""
    try:
        if sent := reconcile():
            logger.info("sent messages about %s chunks", sent)
    except (BrokerError, DatabaseError, InterfaceError) as error:
        logger.warning("work cannot be sent now: %s", error)
    finally:
        # Processes that are forked from this one must not share its connection.
        connections.close_all()
