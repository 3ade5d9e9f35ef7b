"""Workers, their children and their broker fail; the work is done once all the same."""

from __future__ import annotations

import os
import signal
from typing import TYPE_CHECKING

import redis
from kombu import Connection

if TYPE_CHECKING:
    from tests.processes.servers import Server
    from tests.processes.site import Site

# Three chunks.
ARTICLES = 48


def empty(broker: Server) -> None:
    """Have a broker lose all messages that no worker has yet."""
    if broker.url.startswith("redis"):
        redis.Redis.from_url(broker.url).flushall()
        return
    with Connection(broker.url) as connection:
        connection.SimpleQueue("newsapi").clear()


def assert_complete(site: Site, number: int) -> None:
    """So many articles have their facts, each once, as if nothing had happened."""
    site.assert_nothing_by_halves()
    assert site.count("article", "state = 'done'") == number
    _, mentions, quotes, people, appearances = site.facts()
    assert [len(mentions), len(quotes), *appearances] == [number, number, (number,)]
    assert sum(mentioned for _, mentioned, *_ in people) == number


def test_a_worker_and_the_child_of_another_are_killed(queue_site: Site) -> None:
    queue_site.manage("load_articles", queue_site.write(ARTICLES), "--queue")
    doomed = queue_site.start_worker()
    queue_site.reader()
    queue_site.kill(doomed)
    queue_site.start_worker()
    os.kill(queue_site.reader(), signal.SIGKILL)
    queue_site.wait_for_facts()
    assert_complete(queue_site, ARTICLES)


def test_what_a_worker_brings_after_its_lease_is_refused(queue_site: Site) -> None:
    queue_site.manage("load_articles", queue_site.write(ARTICLES), "--queue")
    queue_site.start_worker()
    late = queue_site.reader()
    os.kill(late, signal.SIGSTOP)
    queue_site.start_worker()
    queue_site.wait_for_facts()
    os.kill(late, signal.SIGCONT)
    queue_site.wait_until(lambda: "given to another worker meanwhile" in queue_site.logs())
    assert_complete(queue_site, ARTICLES)


def test_the_broker_loses_its_messages(queue_site: Site, broker: Server) -> None:
    queue_site.manage("load_articles", queue_site.write(ARTICLES), "--queue")
    empty(broker)
    queue_site.start_worker()
    queue_site.reader()
    empty(broker)
    queue_site.wait_for_facts()
    assert_complete(queue_site, ARTICLES)


def test_one_article_ends_every_worker_that_reads_it(queue_site: Site) -> None:
    queue_site.manage("load_articles", queue_site.write(5, poison=2), "--queue")
    queue_site.start_worker()
    queue_site.wait_for_facts()
    assert_complete(queue_site, 4)
    why = "SELECT guid, state_reason FROM articles_article WHERE state = 'failed'"
    assert queue_site.query(why) == [("0002", "reading it ended the program 3 times")]
    assert queue_site.query("SELECT line, code FROM articles_reject") == [(3, "extraction_failed")]
    assert '"failed": 1' in str(queue_site.query("SELECT counts FROM articles_run")).replace(
        "'", '"'
    )


def test_the_broker_is_away_and_comes_back_empty(queue_site: Site, broker: Server) -> None:
    worker = queue_site.start_worker()
    queue_site.wait_until(lambda: "ready" in queue_site.logs())
    queue_site.manage("load_articles", queue_site.write(ARTICLES), "--queue")
    queue_site.reader()
    broker.kill()
    more = queue_site.write(ARTICLES + 16)
    said = queue_site.manage("load_articles", more, "--queue", status=3)
    assert "The broker does not answer" in said
    assert "Traceback" not in said
    broker.start()
    queue_site.wait_until(lambda: queue_site.count("run", "ended_at IS NULL") == 0)
    assert worker.poll() is None
    assert_complete(queue_site, ARTICLES + 16)
