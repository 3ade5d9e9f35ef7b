"""Progress where there is no terminal: lines, the first at once."""

from __future__ import annotations

import pytest

from articles.management import progress
from articles.management.progress import ProgressReport


class Clock:
    now = 100.0

    def monotonic(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(progress, "time", clock)
    return clock


def test_lines_say_what_is_done_how_fast_and_how_long_it_will_take(
    clock: Clock, capsys: pytest.CaptureFixture[str]
) -> None:
    with ProgressReport() as report:
        report("storing", 1)
        clock.now += 2
        report("storing", 2)
        report("extracting", 0, 100)
        clock.now += 4
        report("extracting", 10, 100)
        clock.now += 1
        report("extracting", 20, 100)
        clock.now += 1
        report("extracting", 100, 100)
    assert capsys.readouterr().err.splitlines() == [
        "storing: 1",
        "extracting: 0 of 100",
        "extracting: 20 of 100, 4.0/s, 0:00:20 left",
        "extracting: 100 of 100, 16.7/s",
    ]
