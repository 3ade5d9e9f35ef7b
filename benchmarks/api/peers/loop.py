"""The SQL by hand in a loop, without HTTP: what no server can be faster than.

For each line ``{"seconds", "questions"}`` on standard input it answers
the questions in turns for so long, and prints ``{"latencies"}`` in seconds.
"""

from __future__ import annotations

import json
import signal
import sqlite3
import sys
import time
from itertools import cycle
from typing import TYPE_CHECKING, Any

from benchmarks.api.peers import by_hand, database, sql

if TYPE_CHECKING:
    from collections.abc import Mapping

    from benchmarks.api.peers.by_hand import Fetch

LONGEST_ANSWER = 60  # seconds


def main() -> None:
    fetch = connect()
    for line in sys.stdin:
        asked = json.loads(line)
        # Ends the process where a statement hangs: who asked sees the pipe closed.
        signal.alarm(int(asked["seconds"]) + LONGEST_ANSWER)
        latencies = drive(fetch, asked["questions"], asked["seconds"])
        signal.alarm(0)
        print(json.dumps({"latencies": latencies}), flush=True)


def connect() -> Fetch:
    """A function that runs the statement of a name on a connection that stays open."""
    statements = sql.statements(sqlite=database.IS_SQLITE)
    if database.IS_SQLITE:
        file = sqlite3.connect(f"file:{database.sqlite_path()}?mode=ro", uri=True)
        return lambda name, values: file.execute(statements[name], values).fetchall()
    import psycopg

    options = " ".join(f"-c {name}={value}" for name, value in database.CUSTOM_PLANS.items())
    server = psycopg.connect(database.URL, autocommit=True, options=f"{options} -c timezone=UTC")
    texts = {name: sql.for_psycopg(text) for name, text in statements.items()}
    return lambda name, values: server.execute(texts[name].encode(), values).fetchall()


def drive(fetch: Fetch, questions: list[Mapping[str, Any]], seconds: float) -> list[float]:
    latencies = []
    asking = cycle(questions)
    end = time.perf_counter() + seconds
    while (begun := time.perf_counter()) < end:
        answer(fetch, next(asking))
        latencies.append(time.perf_counter() - begun)
    return latencies


def answer(fetch: Fetch, question: Mapping[str, Any]) -> bytes:
    if "article" in question:
        return by_hand.article_detail(fetch, question["article"])
    if "speaker" in question:
        return by_hand.quote_list(fetch, question)
    return by_hand.article_list(fetch, question)


if __name__ == "__main__":
    main()
