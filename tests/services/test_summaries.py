"""Counts kept beside the facts are those of the facts, whatever happens to these."""

from __future__ import annotations

from datetime import UTC, date, datetime
from random import Random
from typing import Any

import pytest

from articles.choices import Status
from articles.models import CoMention, DateCount, Person, PersonCount, PublicationCount
from articles.models.summaries import NO_DAY
from articles.services import merging, review, summaries
from articles.services.articles import delete_article, edit_article
from tests.builders import make_article, make_date, make_mention, make_person, make_quote
from tests.services.desk import Desk

pytestmark = pytest.mark.django_db
TABLES = (PublicationCount, PersonCount, CoMention, DateCount)


def everything() -> list[Any]:
    totals = Person.objects.order_by("pk").values_list(
        "pk", "article_count", "mention_count", "quote_count", "about_count"
    )
    return [*map(list, [table.objects.order_by("pk").values_list() for table in TABLES]), [*totals]]


def wrong() -> list[str]:
    return [f"{found.table} {found.reason}" for found in summaries.differences()]


@pytest.mark.parametrize("seed", range(8))
def test_they_are_those_of_a_recount_after_any_work(seed: int) -> None:
    desk = Desk(Random(seed))
    for _ in range(40):
        desk.work()
    assert wrong() == []
    kept = everything()
    summaries.rebuild()
    assert everything() == kept


class TestPublications:
    def test_an_article_counts_by_source_and_section_and_both(self) -> None:
        article = make_article(section="City")
        make_quote(article=article)
        rows = PublicationCount.objects.filter(level="day").values_list(
            "scope", "source", "section", "articles", "direct"
        )
        assert sorted(rows) == [
            ("all", 0, "", 1, 1),
            ("both", article.source_id, "City", 1, 1),
            ("section", 0, "City", 1, 1),
            ("source", article.source_id, "", 1, 1),
        ]

    def test_an_article_without_a_day_has_a_period_of_its_own(self) -> None:
        make_article(published_at=None)
        assert {row.period for row in PublicationCount.objects.all()} == {NO_DAY}

    def test_another_day_and_section_move_everything(self) -> None:
        article = make_article(section="City")
        make_mention(article=article)
        article.section, article.published_on = "Sport", date(2025, 6, 1)
        edit_article(article, {"section", "published_on"})
        assert {row.period for row in PublicationCount.objects.all()} == {date(2025, 6, 1)}
        assert {row.period for row in PersonCount.objects.filter(level="day")} == {date(2025, 6, 1)}
        assert not PublicationCount.objects.filter(section="City").exists()

    def test_of_an_article_removed_nothing_is_left(self) -> None:
        article = make_article()
        make_quote(article=article, speaker=make_person())
        make_mention(article=article)
        make_date(article=article)
        delete_article(article)
        assert [table.objects.count() for table in TABLES] == [0, 0, 0, 0]


class TestPeople:
    def test_what_is_said_about_somebody_is_counted_once_a_quote(self) -> None:
        article = make_article(body="“Ana Reyes met Ana Reyes,” they said.")
        ana = make_person()
        quote = make_quote(article=article, text="Ana Reyes met Ana Reyes,")
        make_mention(article=article, person=ana)
        make_mention(article=article, person=ana, start=5)
        ana.refresh_from_db()
        assert ana.about_count == 1
        review.set_status(type(quote).objects.filter(pk=quote.pk), Status.REJECTED)
        ana.refresh_from_db()
        assert (ana.about_count, ana.mention_count) == (0, 2)

    def test_periods_are_days_months_and_years(self) -> None:
        make_mention(article=make_article(published_at=datetime(2025, 5, 14, tzinfo=UTC)))
        assert sorted(PersonCount.objects.values_list("level", "period")) == [
            ("day", date(2025, 5, 14)),
            ("month", date(2025, 5, 1)),
            ("year", date(2025, 1, 1)),
        ]


class TestCoMentions:
    BODY = "Ana Reyes met Tom Okafor and Mei Tanaka."

    def people(self) -> list[Person]:
        return [make_person(name=name) for name in ("Ana Reyes", "Tom Okafor", "Mei Tanaka")]

    def test_every_two_people_of_an_article_are_a_pair(self) -> None:
        ana, tom, mei = self.people()
        for _ in range(2):
            article = make_article(body=self.BODY)
            make_mention(article=article, person=tom, text="Tom Okafor")
            make_mention(article=article, person=ana)
        make_mention(article=article, person=mei, text="Mei Tanaka")
        pairs = CoMention.objects.order_by("pk").values_list("first", "second", "articles")
        assert list(pairs) == [
            (ana.pk, tom.pk, 2), (ana.pk, mei.pk, 1), (tom.pk, mei.pk, 1),
        ]  # fmt: skip

    def test_pairs_follow_a_merge_and_its_undoing(self) -> None:
        ana, tom, mei = self.people()
        for other, name in ((tom, "Tom Okafor"), (mei, "Mei Tanaka")):
            article = make_article(body=self.BODY)
            make_mention(article=article, person=ana)
            make_mention(article=article, person=other, text=name)
        before = everything()
        done = merging.merge(tom, mei, by="desk")
        assert [(row.pk, row.articles) for row in CoMention.objects.all()] == [
            ((ana.pk, tom.pk), 2)
        ]
        assert wrong() == []
        merging.undo(done, by="desk")
        assert everything() == before

    @pytest.mark.parametrize("over", [0, 1])
    def test_articles_that_name_very_many_have_no_pairs(self, over: int) -> None:
        names = [f"Person N{number}" for number in range(summaries.MOST_NAMED + over)]
        article = make_article(body=", ".join(names))
        people = [make_person(name=name) for name in names]
        for person in people:
            make_mention(article=article, person=person, text=person.name)
        assert CoMention.objects.exists() != bool(over)
        # Two of them being one person makes the list no shorter.
        merging.merge(people[0], people[1], by="desk")
        assert CoMention.objects.exists() != bool(over)
        assert wrong() == []


class TestDates:
    @pytest.mark.parametrize(
        ("earliest", "latest", "periods"),
        [
            (date(2025, 5, 16), date(2025, 5, 16), {"day", "week", "month", "year"}),
            (date(2025, 5, 12), date(2025, 5, 18), {"week", "month", "year"}),
            (date(2025, 4, 28), date(2025, 5, 4), {"week", "year"}),
            (date(2025, 5, 1), date(2025, 5, 31), {"month", "year"}),
            (date(2024, 12, 30), date(2025, 1, 5), {"week"}),
            (date(2024, 1, 1), date(2025, 12, 31), set()),
            (date(1, 1, 1), date(1, 1, 1), {"day", "week", "month", "year"}),
            (date(9999, 12, 31), date(9999, 12, 31), {"day", "week", "month", "year"}),
            (None, None, set()),
        ],
    )
    def test_a_range_counts_where_it_lies_in_one_period(
        self, earliest: date | None, latest: date | None, periods: set[str]
    ) -> None:
        make_date(earliest=earliest, latest=latest)
        assert set(DateCount.objects.values_list("level", flat=True)) == periods
        assert wrong() == []


def test_every_wrong_number_is_named() -> None:
    mention = make_mention(article=make_article(section="City"))
    make_quote(article=mention.article, speaker=mention.person)
    make_date(article=mention.article)
    Person.objects.filter(pk=mention.person_id).update(mention_count=7)
    PersonCount.objects.filter(level="year").delete()
    DateCount.objects.filter(level="week").update(expressions=3)
    PublicationCount.objects.filter(level="month", scope="section").update(section="Sport")
    found = {(row.table, row.row): row.reason for row in summaries.differences()}
    assert found["Person", mention.person_id] == "mention_count is 7, the facts give 1"
    assert "articles is 0, the facts give 1" in found["PersonCount", None]
    assert "expressions is 3, the facts give 1" in found["DateCount", None]
    assert "period 2025-05-01" in found["PublicationCount", None]
    assert len(wrong()) == 5
    summaries.rebuild()
    assert wrong() == []
