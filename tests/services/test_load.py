"""What becomes of each item of a load."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any

import pytest

from articles.extraction.types import DateExpression, Extraction, Failure, Span, TimexType
from articles.models import Article, ArticleVersion, Reject, Run, Source
from articles.readers import Location, RawArticle, Rejected
from articles.services.load import Defaults, Facts, Loader

if TYPE_CHECKING:
    from tests.services.conftest import PlannedPipeline

pytestmark = pytest.mark.django_db


def raw(body: str = "The story.", **values: Any) -> RawArticle:
    location = values.pop("location", Location("some.jsonl", line=1))
    return RawArticle(location=location, **{"headline": "A headline", "body": body, **values})


def load(*items: RawArticle | Rejected, **defaults: Any) -> dict[str, int]:
    loader = Loader(
        Defaults(**defaults), on_reject=lambda rejected: None, on_extracted=lambda done, total: None
    )
    summary = loader.load(items, {})
    assert summary["seen"] == sum(n for name, n in summary.items() if name != "seen")
    return {name: n for name, n in summary.items() if n and name != "seen"}


@pytest.fixture(autouse=True)
def pipeline(planned: PlannedPipeline) -> PlannedPipeline:
    return planned


def test_an_item_is_stored_with_all_that_its_reader_found() -> None:
    item = raw(
        guid="id-1", url="https://Example.org/a?utm_source=x#top", section="World",
        keywords=("one", "two"), source="The Courier", language="en-GB",
        published_at=datetime(2025, 5, 20, 0, 30, tzinfo=timezone(timedelta(hours=2))),
    )  # fmt: skip
    assert load(item) == {"new": 1}
    article = Article.objects.get()
    assert (article.source.name, article.source.slug) == ("The Courier", "the-courier")
    assert article.published_at == datetime(2025, 5, 19, 22, 30, tzinfo=UTC)
    assert article.published_on == date(2025, 5, 20)
    assert article.published_granularity == "time"
    assert article.keywords == ["one", "two"]
    assert (article.guid, article.version, article.state) == ("id-1", 1, "done")


def test_a_bare_day_stays_a_day() -> None:
    load(raw(published_at=date(2025, 5, 20)))
    article = Article.objects.get()
    assert article.published_at == datetime(2025, 5, 20, tzinfo=UTC)
    assert (article.published_on, article.published_granularity) == (date(2025, 5, 20), "day")


def test_a_time_in_utc_counts_in_the_zone_of_its_source() -> None:
    Source.objects.create(name="Courier", slug="courier", timezone="America/New_York")
    load(raw(source="courier", published_at=datetime(2025, 5, 20, 2, 0, tzinfo=UTC)))
    assert Article.objects.get().published_on == date(2025, 5, 19)


def test_the_guid_is_the_providers_id_else_the_address_else_a_hash() -> None:
    load(
        raw(guid="id-1", url="https://example.org/1"),
        raw(url="HTTPS://Example.org/2?utm_medium=rss#x", body="Two."),
        raw(body="Three."),
    )
    guids = list(Article.objects.order_by("id").values_list("guid", flat=True))
    assert guids[:2] == ["id-1", "https://example.org/2"]
    assert guids[2].startswith("sha256:")


def test_loading_again_changes_nothing_in_any_order() -> None:
    items = [
        raw(guid="a", body="First."),
        raw(guid="a", body="Second."),
        raw(body="Third."),
        raw(guid="b", published_at=date(2025, 1, 1)),
    ]
    load(*items)
    before = list(Article.objects.order_by("id").values())
    assert load(*items) == {"unchanged": 4}
    assert load(*reversed(items)) == {"unchanged": 4}
    assert list(Article.objects.order_by("id").values()) == before


def test_another_body_makes_a_new_version_and_keeps_the_old() -> None:
    load(raw(guid="a", body="First."))
    assert load(raw(guid="a", body="Second.")) == {"updated": 1}
    article = Article.objects.get()
    assert (article.version, article.body) == (2, "Second.")
    old = ArticleVersion.objects.get()
    assert (old.number, old.body, old.fields["headline"]) == (1, "First.", "A headline")


def test_an_edited_file_without_an_id_is_the_same_article() -> None:
    place = Location("/news/story.txt")
    load(raw("First text.", location=place))
    assert load(raw("Second text.", location=place)) == {"updated": 1}
    assert load(raw("Second text.", location=place)) == {"unchanged": 1}
    assert Article.objects.get().version == 2


def test_another_article_in_the_same_file_is_another_article() -> None:
    place = Location("/news/latest.txt")
    load(raw("First text.", location=place))
    assert load(raw("Other text.", headline="Other", location=place)) == {"new": 1}


def test_two_lines_of_one_headline_are_two_articles() -> None:
    load(raw("Rain.", location=Location("w.jsonl", line=1)))
    assert load(raw("Sun.", location=Location("w.jsonl", line=2))) == {"new": 1}


def test_a_later_delivery_adds_what_was_missing_and_erases_nothing() -> None:
    load(raw(guid="a", section="World"))
    assert load(raw(guid="a"), published=date(2025, 5, 20)) == {"updated": 1}
    assert load(raw(guid="a")) == {"unchanged": 1}
    article = Article.objects.get()
    assert (article.section, article.published_on) == ("World", date(2025, 5, 20))


def test_a_delivery_that_says_it_is_older_only_joins_the_history() -> None:
    new, old = datetime(2025, 2, 1, tzinfo=UTC), datetime(2025, 1, 1, tzinfo=UTC)
    load(raw(guid="a", body="New.", modified_at=new))
    older = raw(guid="a", body="Old.", modified_at=old)
    assert load(older) == {"unchanged": 1}
    assert load(older) == {"unchanged": 1}
    assert Article.objects.get().body == "New."
    assert ArticleVersion.objects.get().body == "Old."
    load(raw(guid="a", body="Newest.", modified_at=datetime(2025, 3, 1, tzinfo=UTC)))
    assert Article.objects.get().version == 3
    versions = ArticleVersion.objects.order_by("number").values_list("number", "body")
    assert list(versions) == [(1, "New."), (2, "Old.")]


def test_deliveries_leave_the_fields_alone_that_an_editor_has_set() -> None:
    load(raw(guid="a"))
    Article.objects.update(headline="Edited", edited_fields=["headline"])
    assert load(raw(guid="a", headline="Delivered again", body="Changed.")) == {"updated": 1}
    article = Article.objects.get()
    assert (article.headline, article.body) == ("Edited", "Changed.")


def test_the_defaults_of_a_load_fill_only_what_is_missing() -> None:
    load(raw("One."), raw("Two.", source="Named"), source="Default")
    assert set(Article.objects.values_list("source__name", flat=True)) == {"Default", "Named"}


def test_an_article_without_a_source_has_the_unknown_one() -> None:
    load(raw())
    assert Article.objects.get().source.slug == "unknown"


def test_the_case_of_a_name_does_not_make_another_source() -> None:
    load(raw("One.", source="North Wire"), raw("Two.", source="NORTH  WIRE"))
    assert Source.objects.count() == 1


@pytest.mark.parametrize(
    ("item", "code"),
    [
        (raw(headline="x" * 1001), "too_long"),
        (raw(guid="x" * 501), "too_long"),
        (raw(url="https://example.org/" + "x" * 2000), "too_long"),
        (raw(published_at=date(900, 1, 1)), "bad_date"),
        (raw("Only one line", headline="", unparsed=True), "missing_headline"),
    ],
)
def test_what_does_not_fit_is_rejected_and_the_rest_is_stored(item: RawArticle, code: str) -> None:
    assert load(item, raw("Good.")) == {"rejected": 1, "new": 1}
    reject = Reject.objects.get()
    assert (reject.code, reject.path, reject.line) == (code, "some.jsonl", 1)
    assert Source.objects.count() == 1


def test_rejects_of_the_reader_are_counted_and_kept_with_their_place() -> None:
    assert load(Rejected(Location("bad.jsonl", line=7), "not_json", "no")) == {"rejected": 1}
    assert str(Reject.objects.get()) == "bad.jsonl:7: no"


def test_a_failed_extraction_counts_as_failed_and_the_article_stays(
    planned: PlannedPipeline,
) -> None:
    planned.plans["Bad."] = Failure("", "too_large", "too large to read")
    assert load(raw("Bad."), raw("Good.")) == {"failed": 1, "new": 1}
    article = Article.objects.get(body="Bad.")
    assert (article.state, article.state_reason) == ("failed", "too large to read")
    assert Reject.objects.get().code == "extraction_failed"


def test_an_article_in_another_language_is_stored_without_facts(planned: PlannedPipeline) -> None:
    planned.plans["Bonjour."] = Failure("", "unsupported_language", "French")
    assert load(raw("Bonjour.")) == {"new": 1}
    assert Article.objects.get().state == "unsupported"


def test_a_rehearsal_counts_alike_and_stores_nothing() -> None:
    loader = Loader(Defaults(), on_reject=lambda r: None, on_extracted=lambda done, total: None)
    summary = loader.rehearse([raw(guid="a"), raw(guid="a"), raw(headline="x" * 2000)])
    assert summary == {
        "seen": 3, "new": 1, "unchanged": 1, "updated": 0, "rejected": 1, "failed": 0,
    }  # fmt: skip
    assert not Article.objects.exists()
    assert not Source.objects.exists()
    assert not Run.objects.exists()


def test_a_run_records_what_was_asked_and_what_came_of_it() -> None:
    load(raw())
    run = Run.objects.get()
    assert run.counts["new"] == 1
    assert run.ended_at is not None


def test_work_left_by_a_broken_load_is_done_by_the_next() -> None:
    load(raw("One."))
    Article.objects.update(state="pending")
    assert load(raw("One.")) == {"unchanged": 1}
    assert Article.objects.get().state == "done"


def test_plain_text_is_split_into_its_parts() -> None:
    text = "Port opens at last\n\nBy Ann Bell\n\nHARWICK (North Wire) - It opened. It was late."
    load(raw(text, headline="", unparsed=True, location=Location("a.txt")))
    article = Article.objects.get()
    assert (article.headline, article.byline) == ("Port opens at last", "Ann Bell")
    assert article.dateline == "HARWICK"
    assert article.body == text


def test_the_date_of_the_day_reaches_the_extraction(planned: PlannedPipeline) -> None:
    load(raw(published_at=date(2025, 5, 20)))
    assert planned.seen[0].published == date(2025, 5, 20)
    assert planned.seen[0].headline == "A headline"


def test_extraction_can_be_left_to_a_later_load(planned: PlannedPipeline) -> None:
    loader = Loader(Defaults(), on_reject=lambda r: None, on_extracted=lambda done, total: None)
    loader.load([raw()], {}, facts=Facts.LATER)
    assert Article.objects.get().state == "pending"
    assert not planned.seen


def test_two_texts_piped_in_under_one_headline_are_two_articles() -> None:
    load(raw("One.", location=Location("-")))
    assert load(raw("Two.", location=Location("-"))) == {"new": 1}


def test_a_zone_set_for_a_source_later_does_not_make_old_deliveries_new() -> None:
    first = raw(guid="a", body="First.", published_at=datetime(2025, 5, 20, 2, tzinfo=UTC))
    load(first, raw(guid="a", body="Second."))
    Source.objects.update(timezone="America/New_York")
    assert load(first) == {"unchanged": 1}
    assert Article.objects.get().body == "Second."


def test_the_language_of_a_new_text_is_found_out_anew(planned: PlannedPipeline) -> None:
    load(raw(guid="a", body="English."))
    load(raw(guid="a", body="Français."))
    assert [document.language for document in planned.seen] == [None, None]


def test_a_source_without_a_letter_in_its_name_is_not_the_unknown_one() -> None:
    load(raw("One.", source="!!!"), raw("Two."), raw("Three.", source="???"))
    assert set(Source.objects.values_list("name", flat=True)) == {"!!!", "unknown", "???"}


def test_facts_that_the_database_refuses_fail_alone(planned: PlannedPipeline) -> None:
    impossible = DateExpression(Span(0, 3), "Bad", TimexType.DATE, "2025", confidence=7.0)
    planned.plans["Bad."] = Extraction("", "en", "planned/1", dates=(impossible,))
    assert load(raw("Bad."), raw("Good.")) == {"failed": 1, "new": 1}
    assert Article.objects.get(body="Good.").state == "done"
    assert "could not be stored" in Article.objects.get(body="Bad.").state_reason
