"""The page of an article: its facts in place, corrections, deletion, extraction."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

import pytest
from django.contrib.admin.models import LogEntry

from articles.choices import ExtractionState, Granularity
from articles.models import Article, Mention, Person, Quote
from articles.services.identity import appearance_of
from tests.admin.forms import address, errors, submit
from tests.builders import (
    make_article,
    make_mention,
    make_person,
    make_quote,
    make_source,
)

if TYPE_CHECKING:
    from django.test import Client

NINE = datetime(2025, 5, 14, 9, 30, tzinfo=UTC)
MIDNIGHT = datetime(2025, 5, 14, tzinfo=UTC)


@pytest.fixture
def extracted(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The articles that are extracted meanwhile, by id."""
    ids = []

    def extract(article: Article) -> None:
        ids.append(article.pk)
        article.state = ExtractionState.DONE
        article.save(update_fields=["state"])

    monkeypatch.setattr("articles.admin.article.extract_article", extract)
    return ids


class TestSearch:
    def test_by_query_guid_and_what_is_no_query(self, desk: Client) -> None:
        article = make_article(guid="urn:bridge", headline="Bridges reopen", body="At last.")
        make_article(guid="urn:ferry", headline="Ferry sails", body="Past the urn: a bridge.")

        def listed(words: str) -> tuple[int, str]:
            answer = desk.get("/admin/articles/article/", {"q": words})
            return answer.context["cl"].result_count, answer.content.decode()

        assert [listed(words)[0] for words in ("bridge -ferry", "bridge", "urn:bridge")] == [
            1,
            2,
            1,
        ]
        assert article.headline in listed("urn:bridge")[1]
        count, page = listed("-bridge")
        assert count == 0
        assert "Search: Only words that must not occur" in page


class TestArticles:
    def test_sent_as_shown_nothing_changes(self, desk: Client, extracted: list[int]) -> None:
        article = make_article(
            keywords=["harbour", "bridge"],
            standfirst="One line.\nAnother.",
            published_at=NINE.replace(microsecond=125_000),
        )
        before = Article.objects.values().get()
        assert submit(desk, article).status_code == 302
        assert Article.objects.values().get() == before
        assert extracted == []

    def test_deliveries_leave_edited_fields_alone(self, desk: Client, extracted: list[int]) -> None:
        article = make_article()
        submit(desk, article, section="Politics", keywords="bridge\r\n harbour  board\r\nbridge")
        article.refresh_from_db()
        assert article.keywords == ["bridge", "harbour board"]
        assert article.edited_fields == ["keywords", "section"]
        assert extracted == []

    def test_another_day_of_publication_has_the_article_read_again(
        self, desk: Client, extracted: list[int], django_capture_on_commit_callbacks: Any
    ) -> None:
        article = make_article()
        with django_capture_on_commit_callbacks(execute=True):
            assert submit(desk, article, published_on="2025-05-15").status_code == 302
        article.refresh_from_db()
        assert article.published_on == date(2025, 5, 15)
        assert extracted == [article.pk]

    def test_facts_are_marked_in_the_text_and_lead_to_their_pages(self, desk: Client) -> None:
        article = make_article(body="Bo <b>spoke</b>: “We wait for Ann,” he said on Friday.")
        quote = make_quote(article=article, text="We wait for Ann")
        mention = make_mention(article=article, text="Ann")
        page = desk.get(address(Article, "change", article.pk)).content.decode()
        assert f'<a href="{address(Quote, "change", quote.pk)}"' in page
        assert f'href="{address(Mention, "change", mention.pk)}" title="mention: Ann (' in page
        assert "Bo &lt;b&gt;spoke&lt;/b&gt;: “<mark" in page

    def test_a_page_with_very_many_facts_needs_no_more_queries(
        self, desk: Client, django_assert_max_num_queries: Any
    ) -> None:
        article = make_article(body="Ann said so. " * 10_000)
        ann = make_person(name="Ann")
        appearance = appearance_of(article, ann)
        Mention.objects.bulk_create(
            Mention(
                article=article, person=ann, appearance=appearance, start=at, end=at + 3, text="Ann"
            )
            for at in range(0, len(article.body), 13)
        )
        with django_assert_max_num_queries(25):
            page = desk.get(address(Article, "change", article.pk))
        assert page.content.count(b'<mark class="fact mention') >= 10_000

    def test_deleting_takes_the_facts_along(self, desk: Client) -> None:
        article = make_article()
        ana = make_person()
        make_mention(article=article, person=ana)
        make_quote(article=article, speaker=ana)
        other = make_quote()
        for pk in (article.pk, other.article.pk):
            answer = desk.post(address(Article, "delete", pk), {"post": "yes"})
            assert answer.status_code == 302
        assert (Article.objects.count(), Quote.objects.count(), Person.objects.count()) == (0, 0, 0)

    def test_deleting_many(self, desk: Client) -> None:
        chosen = [make_mention().article.pk for _ in range(3)]
        data = {"action": "delete_selected", "_selected_action": chosen, "post": "yes"}
        assert desk.post(address(Article, "changelist"), data).status_code == 302
        assert (Article.objects.count(), Person.objects.count()) == (0, 0)

    @pytest.mark.parametrize(("number", "at_once"), [(2, True), (21, False)])
    def test_extracting_again(
        self, number: int, at_once: bool, desk: Client, extracted: list[int]
    ) -> None:
        chosen = [make_article().pk for _ in range(number)]
        data = {"action": "extract_again", "_selected_action": chosen}
        assert desk.post(address(Article, "changelist"), data).status_code == 302
        assert sorted(extracted) == (chosen if at_once else [])
        waiting = Article.objects.filter(state=ExtractionState.PENDING).count()
        assert waiting == (0 if at_once else number)
        assert LogEntry.objects.count() == number


@pytest.mark.parametrize(
    ("values", "changes", "expected"),
    [
        (  # the day follows the time, in the zone of the source
            {},
            {"published_at_0": "2025-05-20", "published_at_1": "23:30:00"},
            (datetime(2025, 5, 20, 23, 30, tzinfo=UTC), date(2025, 5, 21), Granularity.TIME),
        ),
        (  # the time follows the day where it is no more than a day
            {"published_at": MIDNIGHT, "published_granularity": Granularity.DAY},
            {"published_on": "2025-05-20"},
            (datetime(2025, 5, 20, tzinfo=UTC), date(2025, 5, 20), Granularity.DAY),
        ),
        ({}, {"published_on": "2025-05-15"}, (NINE, date(2025, 5, 15), Granularity.TIME)),
        (
            {"published_at": None},
            {"published_on": "2025-05-20"},
            (datetime(2025, 5, 20, tzinfo=UTC), date(2025, 5, 20), Granularity.DAY),
        ),
        ({}, {"published_at_0": "", "published_at_1": ""}, (None, None, "")),
        ({}, {"published_on": ""}, (None, None, "")),
        ({}, {"published_on": "2025-05-20"}, "published_on"),
        ({}, {"published_at_0": "0900-01-01"}, "published_at"),
    ],
)
def test_time_and_day_of_publication_go_together(
    values: dict[str, Any], changes: dict[str, str], expected: object, desk: Client,
    extracted: list[int],
) -> None:  # fmt: skip
    article = make_article(source=make_source(timezone="Europe/London"), **values)
    response = submit(desk, article, **changes)
    if response.status_code == 200:
        assert list(errors(response)) == [expected]
        return
    article.refresh_from_db()
    result = (article.published_at, article.published_on, article.published_granularity)
    assert result == expected
