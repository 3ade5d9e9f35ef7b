from __future__ import annotations

import contextlib
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.readers import parse_published

PLUS_2 = timezone(timedelta(hours=2))
EST = timezone(timedelta(hours=-5))
NAIVE = datetime(2025, 5, 20, 14, 30)  # noqa: DTZ001 - the zone is not printed


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2025-05-20", date(2025, 5, 20)),
        ("2025/5/3", date(2025, 5, 3)),
        ("20250520", date(2025, 5, 20)),
        ("May 20, 2025", date(2025, 5, 20)),
        ("20 May 2025", date(2025, 5, 20)),
        ("Tuesday, 20th May, 2025", date(2025, 5, 20)),
        ("Sept. 3, 2025", date(2025, 9, 3)),
        (" May  20,\n2025 ", date(2025, 5, 20)),
        ("2024-02-29", date(2024, 2, 29)),
        ("2025-05-20 14:30", NAIVE),
        ("2025-05-20T14:30:00", NAIVE),
        ("20 May 2025, 14:30", NAIVE),
        ("May 20, 2025 at 2:30 pm", NAIVE),
        ("May 20, 2025 2:30 p.m.", NAIVE),
        ("2025-05-20 14:30 +02:00", NAIVE.replace(tzinfo=PLUS_2)),
        ("2025-05-20T14:30:00+0200", NAIVE.replace(tzinfo=PLUS_2)),
        ("2025-05-20T14:30:00.000Z", NAIVE.replace(tzinfo=UTC)),
        ("20250520T143000Z", NAIVE.replace(tzinfo=UTC)),
        ("2025-05-20T14:30:00.123456789Z", NAIVE.replace(tzinfo=UTC, microsecond=123456)),
        ("Tue, 20 May 2025 14:30:00 +0200", NAIVE.replace(tzinfo=PLUS_2)),
        ("Tue, 20 May 2025 14:30:00 GMT", NAIVE.replace(tzinfo=UTC)),
        ("May 20, 2025 2:30 PM EST", NAIVE.replace(tzinfo=EST)),
        ("Tue May 20 14:30:00 2025", NAIVE),
        ("May 20, 2025, 12:00 am", datetime(2025, 5, 20)),  # noqa: DTZ001
        ("May 20, 2025, 12 pm UTC", datetime(2025, 5, 20, 12, tzinfo=UTC)),
    ],
)
def test_dates_of_publication(text: str, expected: datetime | date) -> None:
    value = parse_published(text)
    assert (type(value), value) == (type(expected), expected)
    if isinstance(value, datetime) and isinstance(expected, datetime):
        assert value.utcoffset() == expected.utcoffset()


@pytest.mark.parametrize(
    "text",
    [
        "", "May", "May 2025", "2025", "2025-05", "May 20", "Friday", "next Friday", "yesterday",
        "now", "14:30", "31/12/99", "05/06/2025", "2025-02-30", "2025-13-01", "February 29, 2025",
        "0000-01-01", "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:00-12:00", "2100-01-01",
        "2025-05-20T25:00:00Z", "2016-12-31T23:59:60Z", "2025-05-20T14:30:00+25:00",
        "2025-05-20T14:30:00+02:99", "2025-05-20 14", "May 20, 2025 13:00 pm", "Smarch 3, 2025",
        "2025-05-20 14:30 XYZ", "published May 20, 2025", "May 20, 2025 and more", "2" * 10_000,
        "٢٠٢٥-٠٥-٢٠", "2025-05-20\0",
    ],
)  # fmt: skip
def test_what_is_not_one_day_is_refused_in_one_line(text: str) -> None:
    with pytest.raises(ValueError, match=r"\A[^\n]+\Z"):
        parse_published(text)


OFFSETS = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))


@given(st.datetimes(datetime(1600, 1, 2), datetime(2099, 12, 30), timezones=OFFSETS))  # noqa: DTZ001
def test_iso_round_trip(value: datetime) -> None:
    assert parse_published(value.isoformat()) == value


@given(st.text(max_size=100))
def test_any_text_gives_a_date_or_a_value_error(text: str) -> None:
    with contextlib.suppress(ValueError):
        assert isinstance(parse_published(text), date)
