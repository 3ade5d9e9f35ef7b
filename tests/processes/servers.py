"""Brokers of one's own, on free ports, that are removed afterwards."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import time
from pathlib import Path
from typing import TYPE_CHECKING

from kombu import Connection
from kombu.exceptions import OperationalError

if TYPE_CHECKING:
    from collections.abc import Mapping

SECONDS_TO_START = 120.0
# Debian's own command changes to another user, and loses the settings on the way.
RABBITMQ = Path("/usr/lib/rabbitmq/bin/rabbitmq-server")


class Server:
    """A broker process, which can be killed and come back empty.

    Args:
        command: what starts it in the foreground.
    """

    def __init__(self, url: str, command: list[str], environment: Mapping[str, str]) -> None:
        self.url = url
        self._command = command
        self._environment = {**os.environ, **environment}

    def start(self) -> None:
        self._process = subprocess.Popen(
            self._command,
            env=self._environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        deadline = time.monotonic() + SECONDS_TO_START
        while not self._answers():
            assert self._process.poll() is None, f"{self._command[0]} ended"
            assert time.monotonic() < deadline, f"{self._command[0]} does not answer"
            time.sleep(0.1)

    def _answers(self) -> bool:
        try:
            with Connection(self.url, connect_timeout=5) as connection:
                connection.ensure_connection(max_retries=1, interval_start=0)
        except (OSError, OperationalError):
            return False
        return True

    def kill(self) -> None:
        if self._process.poll() is None:
            os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait()


def redis_server(folder: Path) -> Server | None:
    program = shutil.which("redis-server")
    if program is None:
        return None
    port = free_port()
    options = ["--port", str(port), "--bind", "127.0.0.1", "--save", "", "--dir", str(folder)]
    return Server(f"redis://127.0.0.1:{port}/0", [program, *options], {})


def rabbitmq_server(folder: Path) -> Server | None:
    if not RABBITMQ.exists():
        return None
    port = free_port()
    environment = {
        "HOME": str(folder),
        "RABBITMQ_NODENAME": f"test{port}@localhost",
        "RABBITMQ_NODE_IP_ADDRESS": "127.0.0.1",
        "RABBITMQ_NODE_PORT": str(port),
        "RABBITMQ_DIST_PORT": str(free_port()),
        "RABBITMQ_MNESIA_BASE": str(folder / "data"),
        "RABBITMQ_LOG_BASE": str(folder / "log"),
        "RABBITMQ_ENABLED_PLUGINS_FILE": str(folder / "plugins"),
        "RABBITMQ_PID_FILE": str(folder / "pid"),
        "RABBITMQ_CONFIG_FILE": str(folder / "none"),
    }
    return Server(f"amqp://guest:guest@127.0.0.1:{port}//", [str(RABBITMQ)], environment)


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
        return port
