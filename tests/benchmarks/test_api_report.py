"""What the benchmark of the API says about figures, and how it asks its questions."""

from __future__ import annotations

import socket
import threading

import pytest

from benchmarks.api.answers import differences
from benchmarks.api.client import FailedRequestError, Sample, Site
from benchmarks.api.contest import Figure, Results
from benchmarks.api.growth import Growth, growth_table
from benchmarks.api.implementations import ASYNCPG, DRF, LOOP, NEWSAPI, newsapi
from benchmarks.api.peers import sql
from benchmarks.api.questions import Kind, Paging, Question
from benchmarks.api.report import figures, missed, ratios, report


def figure(rate: float, latencies: list[float] | None = None) -> Figure:
    made = Figure()
    made.add(Sample(1.0, latencies or [1 / rate] * int(rate)))
    return made


def results(**rates: float) -> Results:
    names = {"newsapi": NEWSAPI, "drf": DRF, "asyncpg": ASYNCPG, "loop": LOOP}
    return Results({(Kind.ARTICLES, names[name], 1): figure(rate) for name, rate in rates.items()})


def test_a_rate_is_the_median_of_the_rounds() -> None:
    made = Figure()
    for number in (10, 1000, 20):
        made.add(Sample(2.0, [0.1] * number))
    assert made.rate == 10


def test_percentiles_are_of_all_requests() -> None:
    made = figure(1, [milliseconds / 1000 for milliseconds in range(1, 101)])
    assert made.percentile(0.5) == pytest.approx(0.051)
    assert made.percentile(0.99) == pytest.approx(0.1)


def test_figures_are_shown_in_milliseconds_with_dashes_for_what_was_not_measured() -> None:
    table = figures(results(newsapi=200.0), Kind.ARTICLES, (1, 8))
    assert table.rows == [[NEWSAPI, "200", "5.0", "5.0", "-", "-", "-"]]


def test_ratios_stand_beside_their_targets() -> None:
    measured = results(newsapi=200.0, drf=50.0, asyncpg=250.0, loop=400.0)
    shown = {row[0]: row[2:4] for row in ratios(measured, (1, 8)).rows}
    assert shown == {
        DRF: ["5", "4.00 FAIL"],
        ASYNCPG: ["0.8", "0.80 pass"],
        LOOP: ["0.4", "0.50 pass"],
    }
    assert missed(measured, (1, 8))
    assert not missed(results(newsapi=250.0, drf=50.0), (1,))


def test_failures_are_part_of_the_report() -> None:
    measured = results(newsapi=1.0)
    measured.failures.append("plain DRF: it ended")
    assert "FAILED: plain DRF: it ended" in report(measured, (1,))


def test_growth_is_judged_by_its_factor_and_by_the_slowest_requests() -> None:
    growth = Growth()
    growth.figures = {
        "flat": (figure(100.0), figure(90.0)),
        "growing": (figure(100.0), figure(40.0)),
        "counted": (figure(100.0), figure(40.0)),
        "slow": (figure(4.0), figure(4.0)),
    }
    growth.capped = {"counted"}
    shown = {row[0]: (row[3], row[-1]) for row in growth_table(growth).rows}
    assert shown == {
        "flat": ("1.11", "pass"),
        "growing": ("2.50", "FAIL"),
        "counted": ("2.50", "pass"),
        "slow": ("1.00", "FAIL"),
    }


def test_rows_are_compared_by_id_and_field() -> None:
    own = {"next": None, "results": [{"id": 1, "a": 1, "b": 2}]}
    assert differences(own, [{"id": 2}]).other_rows
    found = differences(own, {"items": [{"id": 1, "a": 1, "b": 3, "c": 4}]})
    assert not found.other_rows
    assert set(found.fields) == {"b"}


@pytest.mark.parametrize(
    ("paging", "path"),
    [
        (Paging.CURSOR, "/quotes/?speaker=7&cursor=abc"),
        (Paging.KEYSET, "/quotes/?speaker=7&before=2020-01-01&before_id=5"),
        (Paging.NUMBER, "/quotes/?speaker=7&page=3"),
        (Paging.OFFSET, "/quotes/?speaker=7&limit=50&offset=100"),
    ],
)
def test_a_page_is_named_as_each_one_takes_it(paging: Paging, path: str) -> None:
    place = {"page": 3, "before": "2020-01-01", "before_id": 5, "cursor": "abc"}
    assert Question({"speaker": 7, **place}).path(paging) == path


def test_parameters_are_written_for_each_driver() -> None:
    statement = "SELECT a::text FROM t WHERE b = :first AND c < :second AND d = :first"
    assert sql.for_psycopg(statement).endswith("b = %(first)s AND c < %(second)s AND d = %(first)s")
    numbered, names = sql.for_asyncpg(statement)
    assert numbered == "SELECT a::text FROM t WHERE b = $1 AND c < $2 AND d = $1"
    assert names == ["first", "second"]


def test_the_server_is_the_one_that_make_run_starts() -> None:
    program, application, *options = newsapi().arguments(8123)
    assert program.endswith("gunicorn")
    assert application == "newsapi.wsgi"
    assert options[:2] == ["--bind", "127.0.0.1:8123"]


@pytest.mark.parametrize(
    ("answer", "body"),
    [
        (b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}", b"{}"),
        (
            b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\n{\r\n1\r\n}\r\n0\r\n\r\n",
            b"{}",
        ),
        (b"HTTP/1.1 304 Not Modified\r\n\r\n", b""),
    ],
)
def test_answers_are_read_to_their_end(answer: bytes, body: bytes) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        serving = threading.Thread(target=_answer, args=(server, [answer]))
        serving.start()
        got = Site(server.getsockname()[1]).get("/")
        serving.join()
    assert got.text() == body


def test_an_answer_of_another_size_than_before_fails() -> None:
    answers = [b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%s" % (n, b"x" * n) for n in (1, 2)]
    _expect_failure(answers, "2 bytes, where there were 1 before")


def test_an_answer_of_another_status_fails() -> None:
    _expect_failure(
        [b"HTTP/1.1 500 No\r\nContent-Length: 4\r\n\r\nlost"], "status 500, not 200: lost"
    )


def test_a_server_that_hangs_up_fails() -> None:
    _expect_failure([b""], "the server hung up")


def test_a_server_that_is_not_there_fails() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    with pytest.raises(FailedRequestError, match="refused"):
        Site(port).get("/")


def _expect_failure(answers: list[bytes], message: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        serving = threading.Thread(target=_answer, args=(server, answers))
        serving.start()
        with pytest.raises(FailedRequestError, match=message):
            Site(server.getsockname()[1]).drive(["/"], connections=1, seconds=5)
        serving.join()


def _answer(server: socket.socket, answers: list[bytes]) -> None:
    """Answer requests on one connection, and hang up."""
    connection, _ = server.accept()
    with connection:
        for answer in answers:
            connection.recv(10_000)
            connection.sendall(answer)
