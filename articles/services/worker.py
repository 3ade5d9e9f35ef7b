"""A worker process: it begins without Django, and so can be spawned by any program."""

from __future__ import annotations

import signal


def main() -> None:
    """Read chunks until there are none."""
    # Ctrl-C goes to the whole group: the parent ends its workers itself.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    import django

    django.setup()
    from articles.services.pool import read_chunks

    read_chunks()
