"""Work that messages of a broker ask for; the database says what is to be done."""

from __future__ import annotations

import logging
from datetime import timedelta
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from articles.choices import ChunkState
from articles.models import Chunk
from articles.models.run import OPEN
from articles.services import work
from articles.services.pool import pass_over

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

logger = logging.getLogger(__name__)
# No more messages than this are with a broker at a time.
MESSAGES_AHEAD = 1000


def do(chunk: int) -> None:
    """Read a chunk if nobody else does, and store whatever is read and next in order.

    Any message about a chunk may come late, twice or out of order.
    """
    taken = work.take(f"queue/{work.worker_name()}", only=chunk)
    if taken is not None:
        try:
            work.deliver(taken, work.read(taken))
        except work.SupersededError as error:
            logger.warning("%s was given to another worker meanwhile", error)
    # Waiting for one's turn: whoever stores now may have looked before this one was read.
    while work.store_next(pass_over, wait=True) is not None:
        pass


@transaction.atomic
def due() -> list[int]:
    """Chunks about which a message is to be sent, the first ones first; they count as sent.

    Those are chunks that nobody reads and of which no message went out for the
    time of a lease: new ones, those whose worker is gone or whose message was
    lost, and the next one to be stored if it has been read.
    """
    now = timezone.now()
    long_ago = now - timedelta(seconds=settings.NEWSAPI_LEASE_SECONDS)
    waiting = Chunk.objects.filter(state=ChunkState.WAITING, sent_at__gte=long_ago)
    free = MESSAGES_AHEAD - waiting[:MESSAGES_AHEAD].count()
    unsent = Q(sent_at=None) | Q(sent_at__lt=long_ago)
    rows = Chunk.objects.filter(unsent & _of_nobody(now)).order_by("run", "number")
    found = list(rows.values_list("pk", flat=True)[: max(free, 0)])
    Chunk.objects.filter(pk__in=found).update(sent_at=now)
    return found


def _of_nobody(now: datetime) -> Q:
    first = Chunk.objects.filter(state__in=OPEN).order_by("run", "number").first()
    to_store = Q(pk=first.pk) if first is not None and first.state == ChunkState.READ else Q()
    to_read = Q(state=ChunkState.WAITING) | Q(state=ChunkState.TAKEN, lease_until__lt=now)
    return to_read | to_store if to_store else to_read


def not_sent(chunks: Iterable[int]) -> None:
    """Have messages about chunks sent at the next opportunity."""
    Chunk.objects.filter(pk__in=chunks).update(sent_at=None)
