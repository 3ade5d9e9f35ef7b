"""Runs over the API: what was asked, how far it is, what was not taken."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.utils import timezone

from articles.choices import ChunkState, RunKind
from articles.models import Chunk, Reject, Run
from tests.api.helpers import assert_problem
from tests.builders import make_article

if TYPE_CHECKING:
    from pytest_django import DjangoAssertNumQueries
    from rest_framework.test import APIClient

pytestmark = pytest.mark.django_db
RUNS = "/api/v1/runs/"
SECOND = timedelta(seconds=1)


def make_run(**values: Any) -> Run:
    values = {"kind": RunKind.LOAD, "started_at": timezone.now(), **values}
    return Run.objects.create(**values)


def make_chunks(run: Run) -> None:
    """Three chunks of two articles stored in 4 seconds, two to do, one that was split."""
    now = timezone.now()
    taken: dict[str, Any] = {"lease_until": now + 60 * SECOND, "worker": "here:1"}
    chunks: list[dict[str, Any]] = [
        {"state": ChunkState.DONE, "stored_at": now - 4 * SECOND},
        {"state": ChunkState.DONE, "stored_at": now - 2 * SECOND},
        {"state": ChunkState.FAILED, "stored_at": now},
        {"state": ChunkState.TAKEN, **taken},
        {"state": ChunkState.WAITING},
        {"state": ChunkState.SPLIT},
    ]
    for number, values in enumerate(chunks):
        Chunk.objects.create(run=run, number=2 * number, articles=[1, 2], **values)


def test_a_run_that_has_ended(api: APIClient) -> None:
    start = timezone.now() - 20 * SECOND
    run = make_run(
        arguments={"paths": ["a.jsonl"]},
        counts={"seen": 50, "new": 49, "rejected": 1},
        started_at=start,
        ended_at=start + 10 * SECOND,
    )
    Reject.objects.create(run=run, path="a.jsonl", line=3, code="bad_json", reason="no JSON")
    (found,) = api.get(RUNS).json()["results"]
    assert found == api.get(f"{RUNS}{run.pk}/").json()
    times = {"started_at", "ended_at"}
    assert {name: value for name, value in found.items() if name not in times} == {
        "id": run.pk,
        "kind": "load",
        "arguments": {"paths": ["a.jsonl"]},
        "counts": {"seen": 50, "new": 49, "rejected": 1},
        "changes": {},
        "rejects": 1,
        "articles_per_second": 5.0,
        "progress": None,
    }


def test_a_run_that_goes_on(api: APIClient) -> None:
    run = make_run()
    make_chunks(run)
    found = api.get(f"{RUNS}{run.pk}/").json()
    assert found["articles_per_second"] is None
    assert found["progress"] == {
        "planned": 10,
        "done": 6,
        "workers": 1,
        # Four articles in the four seconds between the first chunk and the last.
        "articles_per_second": 1.0,
        "seconds_left": 4,
    }


def test_a_run_that_nobody_works_on_has_no_time_left(api: APIClient) -> None:
    run = make_run()
    make_chunks(run)
    Chunk.objects.filter(state=ChunkState.TAKEN).update(lease_until=timezone.now() - SECOND)
    progress = api.get(f"{RUNS}{run.pk}/").json()["progress"]
    assert (progress["workers"], progress["seconds_left"]) == (0, None)


def test_a_run_that_stores_articles_has_nothing_planned(api: APIClient) -> None:
    run = make_run()
    progress = api.get(f"{RUNS}{run.pk}/").json()["progress"]
    assert (progress["planned"], progress["articles_per_second"]) == (0, None)


def test_runs_by_kind_and_end(api: APIClient) -> None:
    load, extract = make_run(), make_run(kind=RunKind.EXTRACT, ended_at=timezone.now())

    def found(query: str) -> list[int]:
        return [run["id"] for run in api.get(f"{RUNS}?{query}").json()["results"]]

    assert found("") == [extract.pk, load.pk]
    assert found("kind=load") == [load.pk]
    assert found("ended=true") == [extract.pk]
    assert found("ended=false") == [load.pk]
    assert found("ordering=started") == [load.pk, extract.pk]


@pytest.mark.parametrize("number", [1, 10])
def test_a_list_needs_four_queries_however_many_runs(
    api: APIClient, number: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(number):
        make_chunks(make_run())
    # Which runs, the runs, their chunks, their rejects.
    with django_assert_num_queries(4):
        assert len(api.get(RUNS).json()["results"]) == number


def test_rejects_of_a_run(api: APIClient) -> None:
    run, other = make_run(), make_run()
    article = make_article()
    for line, code in enumerate(("bad_json", "bad_date", "bad_json"), 1):
        Reject.objects.create(run=run, path="a.jsonl", line=line, code=code, reason="why")
    Reject.objects.create(run=run, article=article, path="b", code="extraction_failed", reason="x")
    Reject.objects.create(run=other, path="c", code="bad_json", reason="why")
    rows = api.get(f"{RUNS}{run.pk}/rejects/?count=true").json()
    assert rows["count"] == 4
    assert rows["results"][-1]["article"] == article.pk
    assert {**rows["results"][1], "id": 0} == {
        "id": 0, "path": "a.jsonl", "line": 2, "record": None, "code": "bad_date",
        "reason": "why", "article": None,
    }  # fmt: skip
    bad = api.get(f"{RUNS}{run.pk}/rejects/?code=bad_json&page_size=1").json()
    assert [row["line"] for row in bad["results"]] == [1]
    assert [row["line"] for row in api.get(bad["next"]).json()["results"]] == [3]


def test_there_is_no_such_run(api: APIClient) -> None:
    for path in ("987654/", "987654/rejects/"):
        assert_problem(api.get(RUNS + path), 404)
    assert_problem(api.get(f"{RUNS}?kinds=load"), 400, "kinds")
    assert_problem(api.get(f"{RUNS}?kind=other"), 400, "kind")
    assert_problem(api.post(RUNS, {}, format="json"), 405)
