"""Tables of counts, and counting live where there is none for a question."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest

from articles.api import counting, live
from articles.models import Article
from tests.api.archive import (
    ARTICLES,
    BODY,
    NAMES,
    QUOTES,
    TIMELINE,
    answer,
    counts,
    make_archive,
)
from tests.builders import (
    make_article,
    make_mention,
    make_person,
    make_quote,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rest_framework.test import APIClient

pytestmark = pytest.mark.django_db


FILTERS: tuple[dict[str, str], ...] = (
    {},
    {"published_after": "2024-01-01"},
    {"published_before": "2024-12-31"},
    {"published_after": "2023-12-31", "published_before": "2024-02-29"},
    {"published_after": "2025-01-01", "published_before": "2024-01-01"},
)
PLACES: tuple[dict[str, str], ...] = (
    {},
    {"source": "touchline"},
    {"section": "Sport"},
    {"source": "harwick-courier", "section": "City"},
    {"source": "unheard-of"},
)


class TestTables:
    """What a table answers is what counting the rows answers."""

    def both(self, api: APIClient, address: str, query: Mapping[str, Any]) -> dict[str, Any]:
        from_table = answer(api, address, **query)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(counting, "table_for", lambda *_: None)
            assert from_table == answer(api, address, **query), query
        return from_table

    @pytest.mark.parametrize("seed", [1, 2])
    def test_facets(self, api: APIClient, seed: int) -> None:
        people = make_archive(seed)
        filled = 0
        for when in FILTERS:
            for by in ("speaker", "about", "source", "section", "type"):
                filled += len(self.both(api, QUOTES, {"by": by, **when})["results"])
            for by in ("source", "section", "person"):
                filled += len(self.both(api, ARTICLES, {"by": by, **when})["results"])
            for by in ("speaker", "source", "section", "type"):
                filled += len(
                    self.both(api, QUOTES, {"by": by, "type": "mixed", **when})["results"]
                )
            self.both(api, QUOTES, {"by": "type", "speaker": people[0].pk, **when})
            for where in PLACES:
                self.both(api, QUOTES, {"by": "section", **where, **when})
                self.both(api, ARTICLES, {"by": "source", **where, **when})
        assert filled > 50

    @pytest.mark.parametrize("by", ["day", "week", "month", "year"])
    def test_timelines(self, api: APIClient, by: str) -> None:
        people = make_archive(3)
        whom = {"person": people[1].pk}
        filled = 0
        for when in FILTERS:
            queries: list[dict[str, Any]] = [
                {"of": of, **where}
                for of in ("quotes", "articles", "mentions", "dates")
                for where in (PLACES if of == "quotes" else PLACES[:2])
            ]
            queries += [{"of": of, **whom} for of in ("articles", "mentions")]
            queries += [
                {"of": "quotes", "type": "direct"},
                {"of": "quotes", "about": people[2].pk},
                {"of": "quotes", "speaker": people[0].pk},
                {"of": "quotes", "speaker": people[0].pk, "type": "direct"},
            ]
            for query in queries:
                filled += len(self.both(api, TIMELINE, {**query, **when, "by": by})["results"])
        assert filled > 50

    @pytest.mark.parametrize(
        ("address", "query", "is_covered"),
        [
            (QUOTES, {"by": "speaker", "published_after": "2024-01-01"}, True),
            (QUOTES, {"by": "speaker", "published_after": "2024-01-01T00:00Z"}, False),
            (QUOTES, {"by": "speaker", "source": "touchline"}, False),
            (QUOTES, {"by": "speaker", "about": 1}, False),
            (QUOTES, {"by": "about", "type": "direct"}, False),
            (QUOTES, {"by": "about", "speaker": 1}, False),
            (QUOTES, {"by": "source", "min_confidence": 0.5}, False),
            (QUOTES, {"by": "source", "section": "City", "type": "direct"}, True),
            (QUOTES, {"by": "source", "speaker": 1}, False),
            (ARTICLES, {"by": "state"}, False),
            (ARTICLES, {"by": "source", "state": "done"}, False),
            (ARTICLES, {"by": "person", "person": 1}, False),
            (TIMELINE, {"of": "quotes", "about": 1, "type": "direct"}, False),
            (TIMELINE, {"of": "quotes", "about": 1, "speaker": 2}, False),
            (TIMELINE, {"of": "quotes", "speaker": 1, "type": "direct"}, True),
            (TIMELINE, {"of": "dates", "person": 1}, False),
            (TIMELINE, {"of": "dates", "section": "City"}, True),
            (TIMELINE, {"of": "mentions", "person": 1}, True),
            (TIMELINE, {"of": "mentions", "person": 1, "source": "touchline"}, False),
        ],
    )
    def test_one_is_used_where_it_has_what_is_asked(
        self,
        api: APIClient,
        monkeypatch: pytest.MonkeyPatch,
        address: str,
        query: dict[str, Any],
        is_covered: bool,
    ) -> None:
        counted = []
        count = live._count

        def noted(*args: Any) -> live.Live:
            counted.append(args)
            return count(*args)

        monkeypatch.setattr(live, "_count", noted)
        answer(api, address, **query)
        assert bool(counted) != is_covered

    @pytest.mark.parametrize("heads", [0, 1, 100])
    def test_people_of_a_short_time_are_found_behind_those_of_most(
        self, api: APIClient, monkeypatch: pytest.MonkeyPatch, heads: int
    ) -> None:
        monkeypatch.setattr(counting, "HEADS", heads)
        ana, tom, mei = (make_person(name=name) for name in NAMES[:3])
        for number, person in enumerate((ana, ana, ana, tom, tom, mei)):
            moment = datetime(2024 if person != mei else 2025, 3, 1 + number, tzinfo=UTC)
            make_quote(article=make_article(body=BODY, published_at=moment), speaker=person,
                       text="Ana Reyes won,")  # fmt: skip
        found = answer(api, QUOTES, by="speaker", published_after="2025-01-01", limit=1)
        assert counts(found) == [(mei.pk, 1)]
        assert counts(answer(api, QUOTES, by="speaker", limit=2)) == [(ana.pk, 3), (tom.pk, 2)]


class TestLive:
    @pytest.fixture
    def three(self, monkeypatch: pytest.MonkeyPatch) -> list[Article]:
        """More articles than are counted."""
        monkeypatch.setattr(live, "NEWEST", 2)
        return [
            make_article(body=BODY, published_at=datetime(2025, 5, day, tzinfo=UTC), language=tag)
            for day, tag in ((1, "de"), (2, "en"), (3, "en"))
        ]

    def test_the_newest_are_counted_and_the_answer_says_so(
        self, api: APIClient, three: list[Article]
    ) -> None:
        body = answer(api, ARTICLES, by="language")
        assert (counts(body), body["counted"], body["complete"]) == ([("en", 2)], 2, False)
        few = answer(api, ARTICLES, by="language", published_after="2025-05-02T00:00Z")
        assert (counts(few), few["counted"], few["complete"]) == ([("en", 2)], 2, True)

    def test_people_are_counted_once_an_article(self, api: APIClient, three: list[Article]) -> None:
        ana = make_person()
        for article in three:
            make_mention(article=article, person=ana)
        make_mention(article=three[2], person=ana, text="Reyes")
        body = answer(api, ARTICLES, by="person", state="done")
        assert (counts(body), body["complete"]) == ([(ana.pk, 2)], False)

    def test_without_rows_there_are_no_results(self, api: APIClient) -> None:
        body = answer(api, ARTICLES, by="person", state="failed")
        assert body == {"by": "person", "results": [], "counted": 0, "complete": True}

    def test_timelines_have_the_newest(self, api: APIClient, three: list[Article]) -> None:
        body = answer(api, TIMELINE, of="articles", by="day", text="mayor")
        assert [row["period"] for row in body["results"]] == ["2025-05-02", "2025-05-03"]
        assert (body["counted"], body["complete"]) == (2, False)
