"""Going on with a load that was broken off: what it was asked, and where."""

from __future__ import annotations

import os
from datetime import date
from typing import TYPE_CHECKING, Any

from django.core.management import CommandError
from django.utils import timezone

from articles.choices import ChunkState, RunKind
from articles.models import Run
from articles.readers import parse_published, printable
from articles.services.work import release_dead

if TYPE_CHECKING:
    from collections.abc import Mapping

# What each start of a load says for itself.
_OWN = {
    "dry_run", "rejects", "resume", "workers",
    # Every command has these.
    "stdout", "stderr", "verbosity", "settings", "pythonpath", "traceback", "no_color",
    "force_color", "skip_checks",
}  # fmt: skip


def remembered(options: Mapping[str, Any]) -> dict[str, Any]:
    """The options of a load and the folder it was started in, as its run keeps them."""
    kept = {name: value for name, value in options.items() if name not in _OWN}
    published = kept["published"]
    return {
        **kept,
        "paths": [printable(path) for path in options["paths"]],
        "published": published.isoformat() if isinstance(published, date) else None,
        "folder": printable(os.getcwd()),
    }


def broken_off() -> Run:
    """The newest load that has not ended, and that no worker has in hand.

    Raises:
        CommandError: there is none, or its input is gone.
    """
    release_dead()
    run = Run.objects.filter(kind=RunKind.LOAD, ended_at=None).order_by("-started_at").first()
    if run is None:
        raise CommandError("There is no load that was broken off.", returncode=2)
    in_hand = run.chunks.filter(state=ChunkState.TAKEN, lease_until__gt=timezone.now())
    if in_hand.exists():
        worker = in_hand.values_list("worker", flat=True)[0]
        message = f"The load of {run.started_at:%Y-%m-%d %H:%M} goes on: {worker} works on it."
        raise CommandError(message, returncode=2)
    if "folder" not in run.arguments:
        message = f"The load of {run.started_at:%Y-%m-%d %H:%M} is of an older version"
        raise CommandError(f"{message}: run its command again.", returncode=2)
    if "-" in run.arguments["paths"]:
        message = "The load that was broken off read standard input: give it the same input again"
        raise CommandError(f"{message}, without --resume.", returncode=2)
    return run


def recalled(run: Run) -> dict[str, Any]:
    """The options that a run was started with; its paths as they are seen from here."""
    options = dict(run.arguments)
    folder = options.pop("folder")
    if folder != printable(os.getcwd()):
        options["paths"] = [
            path if "://" in path else os.path.join(folder, path) for path in options["paths"]
        ]
    if options["published"] is not None:
        options["published"] = parse_published(options["published"])
    return options
