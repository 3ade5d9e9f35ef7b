"""A site on a database of its own, with real workers."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.processes.app import NAMES, POISON

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parent.parent.parent
SECONDS_TO_WAIT = 90.0


@dataclass
class Site:
    """Commands, workers and the rows of one database; ``query`` asks it in SQL."""

    folder: Path
    environment: dict[str, str]
    query: Callable[[str], list[Any]]
    workers: list[subprocess.Popen[bytes]] = field(default_factory=list)
    processes: list[subprocess.Popen[str]] = field(default_factory=list)

    def manage(self, *arguments: str, status: int = 0) -> str:
        """Run a command to its end; returns what it printed."""
        process = self.begin(*arguments)
        printed, _ = process.communicate()
        assert process.returncode == status, printed
        return printed

    def begin(self, *arguments: str) -> subprocess.Popen[str]:
        process = subprocess.Popen(
            [sys.executable, "-m", "tests.processes.app", *arguments],
            env=self.environment,
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )
        self.processes.append(process)
        return process

    def write(self, number: int, *, poison: int | None = None) -> str:
        """Write so many articles as a file to load; returns its path."""
        path = self.folder / "articles.jsonl"
        with path.open("w", encoding="utf-8") as file:
            for n in range(number):
                body = f"{NAMES[n % len(NAMES)]} said: “We counted {n} boats.”"
                line = {"guid": f"{n:04}", "headline": "Boats", "body": body}
                if n == poison:
                    line["body"] = POISON
                file.write(json.dumps(line) + "\n")
        return str(path)

    def start_worker(self) -> subprocess.Popen[bytes]:
        name = f"w{len(self.workers)}"
        options = ["--concurrency", "1", "--loglevel", "INFO", "-n", f"{name}@test"]
        command = ["-m", "celery", "-A", "tests.processes.app", "worker", *options]
        with (self.folder / f"{name}.log").open("wb") as log:
            worker = subprocess.Popen(
                [sys.executable, "-W", "ignore", *command],
                env=self.environment,
                cwd=ROOT,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        self.workers.append(worker)
        return worker

    def kill(self, process: subprocess.Popen[Any]) -> None:
        """End a process with all that it has started."""
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()

    def stop(self) -> None:
        processes: list[subprocess.Popen[Any]] = [*self.workers, *self.processes]
        for process in processes:
            if process.poll() is None:
                self.kill(process)

    def logs(self) -> str:
        return "\n".join(log.read_text() for log in sorted(self.folder.glob("w*.log")))

    def reader(self) -> int:
        """The process that reads a chunk at the moment."""
        sql = "SELECT worker FROM articles_chunk WHERE state = 'taken' AND worker <> ''"
        rows: list[Any] = []

        def found() -> bool:
            rows[:] = self.query(sql)
            return bool(rows)

        self.wait_until(found)
        return int(rows[0][0].rpartition(":")[2])

    def wait_until(self, holds: Callable[[], bool]) -> None:
        deadline = time.monotonic() + SECONDS_TO_WAIT
        while not holds():
            assert time.monotonic() < deadline, f"in vain\n{self.logs()}"
            time.sleep(0.1)

    def wait_for_facts(self) -> None:
        ended = "SELECT ended_at FROM articles_run WHERE ended_at IS NOT NULL"
        self.wait_until(lambda: bool(self.query(ended)))

    def count(self, table: str, where: str = "1 = 1") -> int:
        ((number,),) = self.query(f"SELECT count(*) FROM articles_{table} WHERE {where}")
        return int(number)

    def assert_nothing_by_halves(self) -> None:
        """No article has some of its facts and not the others."""
        halves = self.query(
            "SELECT guid FROM articles_article article WHERE"
            " (SELECT count(*) FROM articles_mention WHERE article_id = article.id)"
            " + (SELECT count(*) FROM articles_quote WHERE article_id = article.id)"
            " <> CASE state WHEN 'done' THEN 2 ELSE 0 END"
        )
        assert halves == []

    def facts(self) -> list[Any]:
        """All that a load leaves, without ids and times."""
        return [
            self.query("SELECT guid, digest, state, state_reason, version FROM articles_article"
                       " ORDER BY guid"),
            self.query("SELECT guid, start, text, person.name FROM articles_mention fact"
                       " JOIN articles_article article ON article.id = article_id"
                       " JOIN articles_person person ON person.id = person_id ORDER BY 1, 2"),
            self.query("SELECT guid, start, text, person.name FROM articles_quote fact"
                       " JOIN articles_article article ON article.id = article_id"
                       " JOIN articles_person person ON person.id = speaker_id ORDER BY 1, 2"),
            self.query("SELECT person.name, mention_count, quote_count, article_count, folded"
                       " FROM articles_person person JOIN articles_personalias alias"
                       " ON alias.person_id = person.id ORDER BY 1, 5"),
            self.query("SELECT count(*) FROM articles_appearance"),
        ]  # fmt: skip
