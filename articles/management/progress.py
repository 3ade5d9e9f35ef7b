"""Progress of long commands: a bar on a terminal, plain lines elsewhere."""

from __future__ import annotations

import time
from datetime import timedelta
from typing import TYPE_CHECKING, Self

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

if TYPE_CHECKING:
    from types import TracebackType

SECONDS_BETWEEN_LINES = 5.0


class ProgressReport:
    """Shows how far the steps of a command are, on standard error.

    Use as a context manager; call with a step's name, what is done, and what
    there is in all (None while that is not known).
    """

    def __init__(self) -> None:
        self.console = Console(stderr=True)
        self._bar = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeRemainingColumn(),
            console=self.console,
        )
        self._step = ""
        self._began = self._last_line = time.monotonic()

    def __enter__(self) -> Self:
        if self.console.is_terminal:
            self._bar.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if self.console.is_terminal:
            self._bar.stop()

    def __call__(self, step: str, done: int, total: int | None = None) -> None:
        first = step != self._step
        if first:
            self._step, self._began, self._done_before = step, time.monotonic(), done
        if self.console.is_terminal:
            if first:
                self._task = self._bar.add_task(step, total=total)
            self._bar.update(self._task, completed=done, total=total)
        elif first or done == total or time.monotonic() - self._last_line >= SECONDS_BETWEEN_LINES:
            self._last_line = time.monotonic()
            self.line(f"{step}: {done}" + self._outlook(done, total))

    def _outlook(self, done: int, total: int | None) -> str:
        """What there is in all, how fast it goes and how long it will take."""
        words = "" if total is None else f" of {total}"
        rate = (done - self._done_before) / max(time.monotonic() - self._began, 0.001)
        if done > self._done_before:
            words += f", {rate:.1f}/s"
            if total is not None and done < total:
                words += f", {timedelta(seconds=round((total - done) / rate))} left"
        return words

    def line(self, text: str) -> None:
        """Write a line without breaking the bar."""
        self.console.print(text, markup=False, highlight=False, soft_wrap=True)
