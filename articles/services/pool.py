"""Working off the open chunks: in this process, or in several of this machine."""

from __future__ import annotations

import logging
import time
from contextlib import contextmanager
from multiprocessing import get_context, parent_process
from typing import TYPE_CHECKING

from django.db import connections

from articles.services import work, worker

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from multiprocessing.context import SpawnProcess

    from articles.models import Article, Chunk

logger = logging.getLogger(__name__)
# Seconds between looks at the database while the workers read.
_PAUSE = 0.2
_MOST_RESTARTS = 10


class WorkersError(Exception):
    """The work cannot be done by processes here, and why."""


def pass_over(article: Article) -> None:
    """Take no notice of an article that has been stored."""


def work_off(
    workers: int,
    *,
    on_progress: Callable[[int, int], None],
    on_stored: Callable[[Article], None] = pass_over,
) -> None:
    """Read and store all open chunks, those that earlier runs left behind first.

    This process stores, and with one worker it also reads; several read in
    processes of their own, and one that dies is replaced.

    Args:
        workers: how many read at a time; never more than there are chunks.
        on_stored: called with each article stored, in order.
        on_progress: called with the number of articles stored and to do.
    """
    work.release_dead()
    progress = _Progress(on_progress)
    processes = min(workers, work.chunks_to_read())
    if processes <= 1:
        _alone(on_stored, progress)
        return
    # Connections must not be shared with the workers.
    connections.close_all()
    with _pool(processes) as pool:
        while (stored := _store(on_stored, progress)) or work.open_chunks():
            pool.keep_up(advanced=stored)
            time.sleep(_PAUSE)


class _Progress:
    def __init__(self, on_progress: Callable[[int, int], None]) -> None:
        self._on_progress = on_progress
        self._total = work.open_articles()
        self._done = 0
        # At once, since the first chunk waits for the language model to be loaded.
        if self._total:
            on_progress(0, self._total)

    def add(self, articles: int) -> None:
        self._done += articles
        self._on_progress(self._done, max(self._total, self._done))


def _alone(on_stored: Callable[[Article], None], progress: _Progress) -> None:
    worker_name = work.worker_name()
    try:
        while _store(on_stored, progress) or work.open_chunks():
            chunk = work.take(worker_name)
            if chunk is None:
                time.sleep(_PAUSE)  # another program has what is left
                continue
            _read(chunk)
    finally:
        work.release(worker_name)


def _store(on_stored: Callable[[Article], None], progress: _Progress) -> bool:
    """Store all that is next and read; returns whether there was any."""
    stored = False
    while (articles := work.store_next(on_stored)) is not None:
        progress.add(articles)
        stored = True
    return stored


def _read(chunk: Chunk) -> None:
    try:
        work.deliver(chunk, work.read(chunk))
    except work.SupersededError as error:
        logger.warning("%s was given to another worker meanwhile", error)


class _Pool:
    """Processes that read chunks."""

    def __init__(self, size: int) -> None:
        self._context = get_context("spawn")
        self._processes = [self._start() for _ in range(size)]
        self._restarts = 0

    def _start(self) -> SpawnProcess:
        process = self._context.Process(target=worker.main, daemon=True)
        process.start()
        return process

    def keep_up(self, *, advanced: bool) -> None:
        """Replace workers that ended or are silent, and give back what they had.

        Args:
            advanced: whether anything was stored since the last call.

        Raises:
            WorkersError: they end again and again before they read anything.
        """
        if advanced:
            self._restarts = 0
        else:
            self._end_silent()
        for place, process in enumerate(self._processes):
            if process.exitcode is None:
                continue
            had = work.release(work.worker_name(process.pid))
            if process.exitcode:
                logger.warning("worker %s ended with %s", process.pid, process.exitcode)
            if work.chunks_to_read():
                # What ends its workers is given up in the end; a worker that ends by itself is not.
                self._restarts += not had
                if self._restarts > _MOST_RESTARTS:
                    raise WorkersError(
                        f"workers end without reading anything (exit status {process.exitcode}):"
                        " try --workers 1 to see why"
                    )
                self._processes[place] = self._start()

    def _end_silent(self) -> None:
        """End workers that have been over one article for longer than a lease."""
        silent = work.silent_workers()
        for process in self._processes:
            if work.worker_name(process.pid) in silent:
                process.kill()
                process.join()

    def stop(self) -> None:
        for process in self._processes:
            process.terminate()
        for process in self._processes:
            process.join()
        work.release_dead()


@contextmanager
def _pool(size: int) -> Iterator[_Pool]:
    pool = _Pool(size)
    try:
        yield pool
    finally:
        pool.stop()


def read_chunks() -> None:
    """Read chunks until there are none, or nobody is left to store them."""
    parent = parent_process()
    for chunk in work.taken_chunks(work.worker_name()):
        _read(chunk)
        if parent is not None and not parent.is_alive():
            return
