"""Servers and loops as processes: started, waited for, and ended by their own ids."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.api.client import FailedRequestError, Sample, Site
from benchmarks.api.implementations import PEERS_ENVIRONMENT, ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from benchmarks.api.implementations import Implementation
    from benchmarks.api.questions import Question

START = 60.0  # seconds that a server may take to begin to listen
END = 15.0  # and to end


@contextmanager
def serving(implementation: Implementation, url: str) -> Iterator[Site]:
    """Run a server over the database of an address while the block runs.

    Raises:
        FailedRequestError: it does not begin to listen.
    """
    port = free_port()
    environment = {"DATABASE_URL": url, "LOG_LEVEL": "WARNING", **implementation.environment}
    with _running(implementation.arguments(port), environment) as (process, log):
        _wait_for(implementation.name, port, process, log)
        yield Site(port)


@contextmanager
def looping(url: str) -> Iterator[Loop]:
    """Run the loop without HTTP over the database of an address while the block runs."""
    arguments = [str(PEERS_ENVIRONMENT / "bin" / "python"), "-m", "benchmarks.api.peers.loop"]
    with _running(arguments, {"DATABASE_URL": url}, talks=True) as (process, log):
        yield Loop(process, log)


class Loop:
    def __init__(self, process: subprocess.Popen[str], log: Path) -> None:
        self._process = process
        self._log = log

    def drive(self, questions: Sequence[Question], *, seconds: float) -> Sample:
        asked = {"seconds": seconds, "questions": [dict(one.values) for one in questions]}
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(asked) + "\n")
        self._process.stdin.flush()
        line = self._process.stdout.readline()
        if not line:
            raise FailedRequestError(f"the loop ended: {_tail(self._log)}")
        latencies = json.loads(line)["latencies"]
        return Sample(sum(latencies), latencies)


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port: int = server.getsockname()[1]
    return port


@contextmanager
def _running(
    arguments: Sequence[str], environment: Mapping[str, str], *, talks: bool = False
) -> Iterator[tuple[subprocess.Popen[str], Path]]:
    """A process and the file of what it logs; with one that ``talks`` over its pipes."""
    with tempfile.NamedTemporaryFile("w", suffix=".log") as log:
        process = subprocess.Popen(
            arguments,
            cwd=ROOT,
            env=os.environ | environment,
            stdin=subprocess.PIPE if talks else subprocess.DEVNULL,
            stdout=subprocess.PIPE if talks else log,
            stderr=log,
            text=True,
        )
        try:
            yield process, Path(log.name)
        finally:
            process.terminate()
            try:
                process.wait(END)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def _wait_for(name: str, port: int, process: subprocess.Popen[str], log: Path) -> None:
    end = time.monotonic() + START
    while time.monotonic() < end:
        if process.poll() is not None:
            raise FailedRequestError(f"{name} ended: {_tail(log)}")
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise FailedRequestError(f"{name} does not listen after {START:.0f} s: {_tail(log)}")


def _tail(log: Path) -> str:
    return log.read_text(encoding="utf-8", errors="replace")[-1000:]
