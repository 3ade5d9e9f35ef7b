"""The rule of corrections, and what follows from a change of facts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from articles.choices import Status
from articles.extraction.types import (
    Cue,
    DateExpression,
    Extraction,
    Factuality,
    Layout,
    Mention,
    Person,
    Quote,
    QuoteType,
    Span,
    Speaker,
    TimexType,
)
from articles.models import Article, PersonAlias
from articles.models import DateExpression as DateRow
from articles.models import Mention as MentionRow
from articles.models import Person as PersonRow
from articles.models import Quote as QuoteRow
from articles.readers import Location, RawArticle
from articles.services.articles import delete_article
from articles.services.load import Defaults, Loader
from articles.services.store import store_extraction

if TYPE_CHECKING:
    from tests.services.conftest import PlannedPipeline

pytestmark = pytest.mark.django_db

TEXT = '"Bo Bell will go on Friday," Mayor Ann Carr said. Carr left. Nobody called.'


def span(part: str, nth: int = 0, text: str = TEXT) -> Span:
    start = -1
    for _ in range(nth + 1):
        start = text.index(part, start + 1)
    return Span(start, start + len(part))


def mention(part: str, nth: int = 0, title: str | None = None, text: str = TEXT) -> Mention:
    return Mention(span(part, nth, text), part, title, 0.9)


def extraction(text: str = TEXT, **changes: Any) -> Extraction:
    content = span("Bo Bell will go on Friday,", text=text)
    speaker = Speaker(span("Ann Carr", text=text), "Ann Carr", 1, "Ann Carr")
    facts = Extraction(
        id="1",
        language="en",
        extractor="planned/1",
        people=(
            Person(0, "Bo Bell", (mention("Bo Bell", text=text),)),
            Person(
                1,
                "Ann Carr",
                (mention("Ann Carr", title="Mayor", text=text), mention("Carr", 1, text=text)),
                titles=("Mayor",),
            ),
        ),
        quotes=(
            Quote(
                content, content.of(text), (content,), QuoteType.DIRECT, speaker,
                Cue(span("said", text=text), "said"), 0.95,
            ),
        ),
        dates=(
            DateExpression(
                span("Friday", text=text), "Friday", TimexType.DATE, "2025-05-16",
                earliest=date(2025, 5, 16), latest=date(2025, 5, 16), confidence=0.9,
            ),
        ),
    )  # fmt: skip
    return replace(facts, **changes)


@pytest.fixture
def article(planned: PlannedPipeline) -> Article:
    """An article whose facts are those of ``extraction()``."""
    planned.plans[TEXT] = extraction()
    return deliver(TEXT)


def deliver(body: str) -> Article:
    item = RawArticle(
        location=Location("a.jsonl", line=1), guid="a", headline="Bell goes", body=body,
        published_at=date(2025, 5, 20),
    )  # fmt: skip
    loader = Loader(Defaults(), on_reject=lambda r: None, on_extracted=lambda done, total: None)
    loader.load([item], {})
    return Article.objects.get()


def snapshot() -> dict[str, list[dict[str, Any]]]:
    kinds: Any = (PersonRow, PersonAlias, MentionRow, QuoteRow, DateRow)
    return {kind.__name__: list(kind._default_manager.order_by("id").values()) for kind in kinds}


def test_every_fact_is_stored_with_its_place(article: Article) -> None:
    quote = QuoteRow.objects.get()
    assert article.body[quote.start : quote.end] == quote.text == "Bo Bell will go on Friday,"
    assert quote.segments == [[quote.start, quote.end]]
    assert quote.speaker is not None
    assert (quote.speaker.name, quote.speaker_text, quote.cue) == ("Ann Carr", "Ann Carr", "said")
    assert MentionRow.objects.count() == 3
    assert DateRow.objects.get().earliest == date(2025, 5, 16)


def test_what_is_named_inside_a_quote_is_linked_to_it(article: Article) -> None:
    quote = QuoteRow.objects.get()
    assert MentionRow.objects.get(text="Bo Bell").quote == quote
    assert MentionRow.objects.get(text="Carr").quote is None
    assert DateRow.objects.get().quote == quote


def test_what_was_not_said_is_no_quote(planned: PlannedPipeline) -> None:
    (quote,) = extraction().quotes
    denied = replace(quote, factuality=Factuality.NEGATED)
    planned.plans[TEXT] = extraction(quotes=(denied,))
    deliver(TEXT)
    assert not QuoteRow.objects.exists()
    assert DateRow.objects.get().quote is None


def test_the_time_of_speaking_follows_each_run(article: Article, planned: PlannedPipeline) -> None:
    (quote,), (friday,) = extraction().quotes, extraction().dates
    assert QuoteRow.objects.get().said_on is None
    store_extraction(article, extraction(quotes=(replace(quote, said_on=friday),)))
    assert QuoteRow.objects.get().said_on == DateRow.objects.get()
    store_extraction(article, extraction())
    assert QuoteRow.objects.get().said_on is None


def test_a_reviewed_quote_keeps_its_time_of_speaking(article: Article) -> None:
    (quote,), (friday,) = extraction().quotes, extraction().dates
    store_extraction(article, extraction(quotes=(replace(quote, said_on=friday),)))
    QuoteRow.objects.update(status=Status.CONFIRMED)
    store_extraction(article, extraction())
    assert QuoteRow.objects.get().said_on == DateRow.objects.get()


def test_people_carry_their_counts_names_and_latest_title(article: Article) -> None:
    carr = PersonRow.objects.get(name="Ann Carr")
    assert (carr.mention_count, carr.quote_count, carr.article_count) == (2, 1, 1)
    assert carr.description == "Mayor"
    assert set(carr.aliases.values_list("name", flat=True)) == {"Ann Carr", "Carr"}


def test_a_form_of_address_does_not_describe_anybody(article: Article) -> None:
    carr = replace(extraction().people[1], titles=("Mrs.", "chair of the board"))
    store_extraction(article, extraction(people=(carr,), quotes=()))
    assert PersonRow.objects.get(name="Ann Carr").description == "chair of the board"


def test_the_same_extraction_again_changes_no_row(article: Article) -> None:
    before = snapshot()
    store_extraction(article, extraction())
    assert snapshot() == before


def test_a_fact_found_again_keeps_its_id_and_takes_new_values(article: Article) -> None:
    old = QuoteRow.objects.get()
    quote = replace(extraction().quotes[0], quote_type=QuoteType.MIXED, speaker=None)
    store_extraction(article, extraction(quotes=(quote,)))
    new = QuoteRow.objects.get()
    assert (new.pk, new.quote_type, new.speaker) == (old.pk, "mixed", None)
    assert PersonRow.objects.get(name="Ann Carr").quote_count == 0


def test_a_fact_not_found_again_goes_and_so_do_people_nobody_names(article: Article) -> None:
    store_extraction(article, extraction(people=(), quotes=(), dates=()))
    assert not QuoteRow.objects.exists()
    assert not DateRow.objects.exists()
    assert not PersonRow.objects.exists()


@pytest.mark.parametrize(
    "review", [{"origin": "edited"}, {"status": "confirmed"}, {"status": "rejected"}]
)
def test_no_run_changes_or_removes_what_an_editor_has_reviewed(
    article: Article, review: dict[str, str]
) -> None:
    QuoteRow.objects.update(speaker_text="the mayor", speaker=None, appearance=None, **review)
    DateRow.objects.update(value="2025-05-23", **review)
    before = [reviewed_values(QuoteRow), reviewed_values(DateRow)]
    store_extraction(article, extraction())
    store_extraction(article, extraction(quotes=(), dates=()))
    store_extraction(article, extraction())
    assert [reviewed_values(QuoteRow), reviewed_values(DateRow)] == before


def reviewed_values(kind: type[QuoteRow | DateRow]) -> list[dict[str, Any]]:
    """All columns but the link to a quote, which follows from where the quotes are."""
    rows: Any = kind._default_manager.values()
    return [{name: row[name] for name in row if name != "quote_id"} for row in rows]


def test_a_moved_fact_is_known_at_the_place_where_it_was_found(article: Article) -> None:
    quote = QuoteRow.objects.get()
    part = span("will go")
    QuoteRow.objects.update(
        start=part.start, end=part.end, text="will go", origin="edited",
        found_start=quote.start, found_end=quote.end,
    )  # fmt: skip
    store_extraction(article, extraction())
    assert QuoteRow.objects.get().text == "will go"


def test_a_finding_that_mostly_covers_a_corrected_fact_is_that_fact(article: Article) -> None:
    QuoteRow.objects.update(origin="edited")
    shorter = span("Bo Bell will go on Friday")
    again = replace(
        extraction().quotes[0], span=shorter, text=shorter.of(TEXT), segments=(shorter,)
    )
    store_extraction(article, extraction(quotes=(again,)))
    assert QuoteRow.objects.get().text == "Bo Bell will go on Friday,"


def test_a_rejected_fact_does_not_count(article: Article) -> None:
    with_two = PersonRow.objects.get(name="Ann Carr").mention_count
    MentionRow.objects.filter(text="Carr").update(status="rejected")
    PersonRow.objects.update(mention_count=0, quote_count=0, article_count=0)
    MentionRow.objects.filter(text="Bo Bell").delete()
    store_extraction(article, extraction())
    assert with_two == 2
    assert PersonRow.objects.get(name="Bo Bell").mention_count == 1


def test_one_person_under_one_full_name_across_articles(planned: PlannedPipeline) -> None:
    planned.plans[TEXT] = extraction()
    deliver(TEXT)
    other = "Ann Carr spoke."
    planned.plans[other] = extraction(
        people=(Person(0, "Ann Carr", (mention("Ann Carr", text=other),)),), quotes=(), dates=()
    )
    item = RawArticle(location=Location("b.txt"), headline="Carr", body=other)
    loader = Loader(Defaults(), on_reject=lambda r: None, on_extracted=lambda done, total: None)
    loader.load([item], {})
    assert PersonRow.objects.get(name="Ann Carr").article_count == 2


def test_a_lone_surname_does_not_join_a_full_name_of_another_article(
    planned: PlannedPipeline,
) -> None:
    planned.plans[TEXT] = extraction()
    deliver(TEXT)
    other = "Carr spoke."
    planned.plans[other] = extraction(
        people=(Person(0, "Carr", (mention("Carr", text=other),)),), quotes=(), dates=()
    )
    item = RawArticle(location=Location("b.txt"), headline="Carr", body=other)
    loader = Loader(Defaults(), on_reject=lambda r: None, on_extracted=lambda done, total: None)
    loader.load([item], {})
    assert PersonRow.objects.filter(name="Carr", article_count=1).count() == 1


def test_the_name_of_an_edited_person_stays(article: Article) -> None:
    PersonRow.objects.filter(name="Ann Carr").update(
        description="Mayor of Harwick", described_at=None, origin="edited"
    )
    store_extraction(article, extraction())
    assert PersonRow.objects.get(name="Ann Carr").description == "Mayor of Harwick"


def test_facts_move_with_a_corrected_text_and_keep_their_ids(
    article: Article, planned: PlannedPipeline
) -> None:
    text = "HARWICK - " + TEXT
    planned.plans[text] = extraction(text)
    before = QuoteRow.objects.get()
    edited = MentionRow.objects.get(text="Bo Bell")
    MentionRow.objects.filter(pk=edited.pk).update(origin="edited", title="Deputy")
    deliver(text)
    after = QuoteRow.objects.get()
    assert (after.pk, after.start) == (before.pk, before.start + 10)
    moved = MentionRow.objects.get(pk=edited.pk)
    assert (moved.start, moved.title) == (edited.start + 10, "Deputy")
    assert MentionRow.objects.count() == 3


def test_a_reviewed_fact_whose_words_are_gone_stays_with_the_old_text(
    article: Article, planned: PlannedPipeline
) -> None:
    DateRow.objects.update(status="confirmed")
    text = TEXT.replace("Friday", "Monday")
    planned.plans[text] = extraction(quotes=(), dates=())
    deliver(text)
    kept = DateRow.objects.get()
    assert kept.earlier_version is not None
    assert kept.earlier_version.body[kept.start : kept.end] == kept.text == "Friday"
    assert not DateRow.objects.current().exists()
    assert not QuoteRow.objects.exists()


def test_facts_of_a_text_that_has_changed_since_are_not_stored(article: Article) -> None:
    before = snapshot()
    Article.objects.update(body="Something else.", body_sha256="other", state="pending")
    store_extraction(article, extraction(quotes=()))
    assert snapshot() == before
    assert Article.objects.get().state == "pending"


def test_a_person_found_only_where_an_editor_said_otherwise_is_not_kept(article: Article) -> None:
    MentionRow.objects.filter(text="Bo Bell").update(origin="edited")
    bigger = Mention(span("Bo Bell will"), "Bo Bell will", None, 0.9)
    carr = extraction().people[1]
    store_extraction(
        article, extraction(people=(Person(0, "Bo Bell will", (bigger,)), carr), quotes=())
    )
    assert set(PersonRow.objects.values_list("name", flat=True)) == {"Bo Bell", "Ann Carr"}


def test_a_renamed_person_keeps_the_mentions_found_again(article: Article) -> None:
    carr = PersonRow.objects.get(name="Ann Carr")
    PersonRow.objects.filter(pk=carr.pk).update(
        name="Anna Carr", folded_name="anna carr", origin="edited"
    )
    carr.aliases.all().delete()
    store_extraction(article, extraction())
    assert not PersonRow.objects.filter(name="Ann Carr").exists()
    assert MentionRow.objects.filter(person=carr).count() == 2


def test_a_dateline_that_an_editor_has_emptied_stays_empty(article: Article) -> None:
    Article.objects.update(edited_fields=["dateline"])
    article.refresh_from_db()
    store_extraction(article, extraction(layout=Layout(dateline=span("Carr"))))
    assert Article.objects.get().dateline == ""


def test_where_a_moved_fact_was_found_is_forgotten_with_the_words_there(
    article: Article, planned: PlannedPipeline
) -> None:
    found, part = span('"Bo Bell'), span("Nobody")
    DateRow.objects.update(
        start=part.start, end=part.end, text="Nobody", origin="edited",
        found_start=found.start, found_end=found.end,
    )  # fmt: skip
    text = TEXT.replace('"Bo Bell will', "He will")
    planned.plans[text] = extraction(people=(), quotes=(), dates=())
    deliver(text)
    date_row = DateRow.objects.get()
    assert (date_row.text, date_row.found_start) == ("Nobody", None)


def test_deleting_an_article_removes_people_whom_only_rejected_facts_name(
    article: Article,
) -> None:
    MentionRow.objects.update(status="rejected")
    delete_article(article)
    assert not PersonRow.objects.exists()
