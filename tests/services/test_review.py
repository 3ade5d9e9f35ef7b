"""What editors do to facts and people, and what it leaves untouched."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.core.exceptions import ValidationError

from articles.choices import Origin, Status
from articles.extraction.types import QuoteType, TimexMod, TimexType
from articles.models import DateExpression, Mention, Person, Quote
from articles.services import review
from tests import builders
from tests.builders import (
    BODY,
    make_article,
    make_date,
    make_mention,
    make_person,
    make_quote,
)


def change(fact: Quote | Mention | DateExpression, start: int | None = None, **values: Any) -> None:
    for name, value in values.items():
        setattr(fact, name, value)
    review.fit(fact, start)
    review.save(fact)
    fact.refresh_from_db()
    assert fact.article.body[fact.start : fact.end] == fact.text


@pytest.mark.django_db
class TestCorrecting:
    def test_a_changed_speaker_makes_a_quote_edited(self) -> None:
        article = make_article()
        ana, tom = make_person(), make_person(name="Tom Okafor", origin=Origin.EDITED)
        make_mention(article=article, person=ana)
        quote = make_quote(article=article, speaker=ana)
        change(quote, speaker=tom)
        assert (quote.origin, quote.status) == (Origin.EDITED, Status.UNREVIEWED)
        assert quote.extractor == builders.EXTRACTOR
        assert quote.found_start is None
        ana.refresh_from_db()
        tom.refresh_from_db()
        assert (ana.quote_count, tom.quote_count, ana.mention_count) == (0, 1, 1)

    def test_a_person_whom_nothing_names_any_more_goes(self) -> None:
        ana, tom = make_person(), make_person(name="Tom Okafor")
        mention = make_mention(person=ana)
        change(mention, person=tom)
        assert not Person.objects.filter(pk=ana.pk).exists()
        tom.refresh_from_db()
        assert (tom.mention_count, tom.article_count) == (1, 1)
        assert set(tom.aliases.values_list("name", flat=True)) == {"Tom Okafor", "Ana Reyes"}

    def test_saving_without_a_change_changes_nothing(self) -> None:
        quote = make_quote(speaker_text="Reyes", cue="said")
        before = Quote.objects.filter(pk=quote.pk).values().get()
        change(quote, start=quote.start)
        assert Quote.objects.filter(pk=quote.pk).values().get() == before

    def test_only_a_status_leaves_the_origin(self) -> None:
        quote = make_quote()
        change(quote, status=Status.CONFIRMED)
        assert (quote.origin, quote.status) == (Origin.EXTRACTED, Status.CONFIRMED)

    def test_the_first_move_keeps_where_the_fact_was_found(self) -> None:
        quote = make_quote()
        found = (quote.start, quote.end)
        change(quote, text="bridge will open")
        change(quote, text="bridge will open on Friday")
        assert (quote.found_start, quote.found_end) == found
        assert quote.segments == [[quote.start, quote.end]]
        assert quote.search_text == "bridg will open on friday"

    def test_the_text_is_looked_for_nearest_to_the_start(self) -> None:
        article = make_article()
        mention = make_mention(article=article)
        last = BODY.rindex("Reyes")
        change(mention, start=last - 2, text="Reyes")
        assert mention.start == last

    def test_words_for_the_speaker_are_found_beside_the_quote(self) -> None:
        quote = make_quote(text="that Reyes had kept her word", quote_type=QuoteType.INDIRECT)
        change(quote, speaker_text="Tom Okafor", cue="said")
        assert (quote.speaker_start, quote.cue_end) == (BODY.index("Tom"), BODY.rindex("said") + 4)
        change(quote, speaker_text="Reyes")
        assert quote.speaker_start == BODY.index("Reyes said")  # not the one inside the quote
        change(quote, speaker_text="", cue="")
        columns = ("speaker_start", "speaker_end", "cue_start", "cue_end")
        assert Quote.objects.values_list(*columns).get() == (None,) * 4

    def test_a_speaker_nobody_changed_stays_where_it_is(self) -> None:
        quote = make_quote(speaker_text="Reyes", speaker_start=0, speaker_end=0)
        place = (quote.speaker_start, quote.speaker_end)
        change(quote, text="The bridge will open")
        assert (quote.speaker_start, quote.speaker_end) == place

    def test_mentions_are_linked_to_a_quote_that_now_holds_them(self) -> None:
        article = make_article()
        mention = make_mention(article=article, text="Reyes", start=BODY.rindex("Reyes"))
        quote = make_quote(article=article, text="had kept her word")
        mention.refresh_from_db()
        assert mention.quote is None
        change(quote, text="that Reyes had kept her word")
        mention.refresh_from_db()
        assert mention.quote == quote

    def test_a_new_fact_is_edited_and_ordered_with_its_article(self) -> None:
        article = make_article()
        quote = Quote(article=article, text="Nobody will have to wait.", quote_type="direct")
        change(quote)
        assert (quote.origin, quote.extractor, quote.confidence) == (Origin.EDITED, "", 1.0)
        assert quote.sort_at == article.sort_at
        change(quote, text="Nobody will have to wait")
        assert quote.found_start is None  # no extractor has found it

    def test_a_fact_of_an_earlier_version_keeps_to_its_text(self) -> None:
        article = make_article(body="Another text altogether.")
        version = article.versions.create(
            number=1, digest="d", body=BODY, body_sha256="", fields={}, loaded_at=article.loaded_at
        )
        quote = Quote(article=article, earlier_version=version, text="bridge", quote_type="direct")
        review.fit(quote, None)
        review.save(quote)
        assert version.body[quote.start : quote.end] == "bridge"

    def test_a_fact_that_was_not_fitted_is_refused(self) -> None:
        quote = make_quote()
        quote.text = "Something else"
        with pytest.raises(ValueError, match="does not stand at"):
            review.save(quote)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"text": "The tunnel will open"}, "text"),
        ({"text": ""}, "text"),
        ({"text": "Nobody will have to wait."}, "text"),  # another quote stands there
        ({"speaker_text": "the chancellor"}, "speaker_text"),
        ({"cue": "whispered"}, "cue"),
    ],
)
def test_a_quote_that_does_not_fit_is_an_error_of_its_field(
    values: dict[str, str], field: str
) -> None:
    article = make_article()
    quote = make_quote(article=article)
    make_quote(article=article, text="Nobody will have to wait.", status=Status.REJECTED)
    for name, value in values.items():
        setattr(quote, name, value)
    with pytest.raises(ValidationError) as caught:
        review.fit(quote, quote.start)
    assert list(caught.value.message_dict) == [field]


MONDAY, FRIDAY = date(2025, 5, 12), date(2025, 5, 16)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"value": "2025-05-12"}, (MONDAY, MONDAY)),
        ({"value": "2025-W20"}, (MONDAY, date(2025, 5, 18))),
        ({"value": "P3D", "timex_type": TimexType.DURATION}, (None, None)),
        ({"value": "2025-05", "mod": TimexMod.START}, (date(2025, 5, 1), date(2025, 5, 10))),
        ({"value": "2025-W20", "latest": date(2025, 5, 18)}, (FRIDAY, date(2025, 5, 18))),
        ({"value": "2025-W20", "earliest": MONDAY}, (MONDAY, FRIDAY)),
        ({"earliest": None, "latest": None}, (None, None)),
        ({"earliest": MONDAY}, (MONDAY, FRIDAY)),
        ({"latest": MONDAY}, "latest"),
        ({"latest": None}, "latest"),
        ({"earliest": None}, "earliest"),
        ({"value": "next Friday"}, "value"),
        ({"value": "2025-02-30"}, "value"),
    ],
)
def test_the_days_of_a_date_follow_its_value_unless_they_are_given(
    values: dict[str, Any], expected: object
) -> None:
    expression = make_date()
    result: object
    try:
        change(expression, **values)
        result = (expression.earliest, expression.latest)
    except ValidationError as error:
        result = next(iter(error.message_dict))
    assert result == expected


@pytest.mark.django_db
def test_the_edtf_of_a_date_follows_its_value() -> None:
    expression = make_date()
    change(expression, value="2025-W20")
    assert expression.edtf == "2025-05-12/2025-05-18"
    change(expression, value="P3D", timex_type=TimexType.DURATION, earliest=None, latest=None)
    assert expression.edtf == ""


@pytest.mark.django_db
@pytest.mark.parametrize("by_form", [True, False])
def test_what_is_no_date_is_no_time_of_speaking(by_form: bool) -> None:
    expression = make_date()
    quote = make_quote(article=expression.article, said_on=expression)
    if by_form:
        change(expression, status=Status.REJECTED)
    else:
        review.set_status(DateExpression.objects.all(), Status.REJECTED)
    quote.refresh_from_db()
    assert quote.said_on is None


@pytest.mark.django_db
def test_a_new_date_has_the_days_of_its_value() -> None:
    expression = DateExpression(
        article=make_article(), text="Friday", timex_type="DATE", value="2025-05-16"
    )
    change(expression)
    assert (expression.earliest, expression.latest) == (FRIDAY, FRIDAY)


@pytest.mark.django_db
class TestStatus:
    def test_rejecting_takes_facts_out_of_counts_and_links(self) -> None:
        article = make_article()
        ana = make_person()
        quote = make_quote(article=article, speaker=ana)
        expression = make_date(article=article)
        mention = make_mention(article=article, person=ana)
        assert expression.quote == quote
        assert review.set_status(Quote.objects.all(), Status.REJECTED) == 1
        assert review.set_status(Quote.objects.all(), Status.REJECTED) == 0
        expression.refresh_from_db()
        ana.refresh_from_db()
        assert expression.quote is None
        assert (ana.quote_count, ana.mention_count, ana.article_count) == (0, 1, 1)
        review.set_status(Mention.objects.filter(pk=mention.pk), Status.REJECTED)
        ana.refresh_from_db()
        assert (ana.mention_count, ana.article_count) == (0, 0)
        review.set_status(Quote.objects.all(), Status.UNREVIEWED)
        expression.refresh_from_db()
        ana.refresh_from_db()
        assert (expression.quote, ana.quote_count) == (quote, 1)

    def test_facts_of_many_articles_at_once(self) -> None:
        dates = [make_date() for _ in range(3)]
        make_date(status=Status.CONFIRMED)
        assert review.set_status(DateExpression.objects.all(), Status.CONFIRMED) == len(dates)
        assert set(DateExpression.objects.values_list("status", "origin")) == {
            (Status.CONFIRMED, Origin.EXTRACTED)
        }


@pytest.mark.django_db
class TestPeople:
    def test_an_edited_person_is_known_by_the_name_and_the_aliases(self) -> None:
        person = make_person(name="Ana Reyes", aliases=["Reyes", "A. Reyes"])
        kept = person.aliases.get(folded="reyes")
        person.name = "Ana María Reyes"
        review.save_person(person, ["REYES", "Mayor Reyes", "Mayor  Reyes", "…"])
        person.refresh_from_db()
        assert (person.folded_name, person.origin) == ("ana maria reyes", Origin.EDITED)
        aliases = dict(person.aliases.values_list("folded", "name"))
        assert aliases.keys() == {"reyes", "mayor reyes", "ana maria reyes"}
        assert aliases["reyes"] == "REYES"
        assert person.aliases.get(folded="reyes").pk == kept.pk

    def test_a_person_that_an_editor_made_stays_without_facts(self) -> None:
        person = Person(name="Zoë Lund")
        review.save_person(person, [])
        quote = make_quote(speaker=person)
        change(quote, speaker=None)
        person.refresh_from_db()
        assert (person.quote_count, person.aliases.get().folded) == (0, "zoe lund")
