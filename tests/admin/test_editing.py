"""Corrections of facts, people and sources through forms and actions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from django.contrib.admin.models import LogEntry

from articles.choices import Origin, Status
from articles.models import DateExpression, Mention, Person, Quote, Source
from tests.admin.forms import address, errors, submit
from tests.builders import (
    BODY,
    QUOTE,
    make_article,
    make_date,
    make_mention,
    make_person,
    make_quote,
    make_source,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

PARAGRAPHS = "“We shall wait.\n\n“We have time,” said Bo."


class TestFacts:
    @pytest.mark.parametrize("make", [make_quote, make_mention, make_date])
    def test_a_form_sent_as_it_is_shown_changes_nothing(
        self, make: Callable[..., Quote | Mention | DateExpression], desk: Client
    ) -> None:
        fact = make()
        rows = type(fact)._default_manager.filter(pk=fact.pk).values()
        before = rows.get()
        assert submit(desk, fact).status_code == 302
        assert rows.get() == before

    def test_another_speaker(self, desk: Client) -> None:
        quote = make_quote(speaker_text="Reyes", cue="said")
        tom = make_person(name="Tom Okafor")
        assert submit(desk, quote, speaker=tom.pk).status_code == 302
        quote.refresh_from_db()
        assert (quote.speaker, quote.origin) == (tom, Origin.EDITED)
        entry = LogEntry.objects.get()
        assert (entry.object_id, entry.get_change_message()) == (str(quote.pk), "Changed Speaker.")

    def test_line_feeds_that_the_browser_changes_are_no_change(self, desk: Client) -> None:
        article = make_article(body=PARAGRAPHS)
        quote = make_quote(article=article, text="We shall wait.\n\n“We have time")
        submit(desk, quote, text=quote.text.replace("\n", "\r\n"), status=Status.CONFIRMED)
        quote.refresh_from_db()
        assert (quote.origin, quote.status) == (Origin.EXTRACTED, Status.CONFIRMED)

    @pytest.mark.parametrize(
        ("changes", "field"),
        [
            ({"text": "The tunnel will open"}, "text"),
            ({"text": "Nobody will have to wait."}, "text"),
            ({"text": ""}, "text"),
            ({"start": "-1"}, "start"),
            ({"speaker_text": "the chancellor"}, "speaker_text"),
            ({"cue": "whispered"}, "cue"),
            ({"quote_type": "sung"}, "quote_type"),
            ({"speaker": "99999"}, "speaker"),
        ],
    )
    def test_what_does_not_fit_is_an_error_at_its_field(
        self, changes: dict[str, str], field: str, desk: Client
    ) -> None:
        article = make_article()
        quote = make_quote(article=article)
        make_quote(article=article, text="Nobody will have to wait.")
        assert list(errors(submit(desk, quote, **changes))) == [field]

    @pytest.mark.parametrize(
        ("changes", "field"),
        [
            ({"value": "Friday"}, "value"),
            ({"latest": "2025-05-01"}, "latest"),
            ({"earliest": ""}, "earliest"),
            ({"earliest": "soon"}, "earliest"),
        ],
    )
    def test_days_that_do_not_fit(self, changes: dict[str, str], field: str, desk: Client) -> None:
        assert list(errors(submit(desk, make_date(), **changes))) == [field]

    def test_a_mention_of_another_person(self, desk: Client) -> None:
        mention = make_mention()
        ana = make_person(name="Ana Reyes Soto")
        submit(desk, mention, person=ana.pk, title="Mayor")
        mention.refresh_from_db()
        ana.refresh_from_db()
        assert (mention.person, mention.title, ana.mention_count) == (ana, "Mayor", 1)

    @pytest.mark.parametrize(
        ("model", "values"),
        [
            (
                Quote,
                {"text": QUOTE, "quote_type": "direct", "speaker_text": "Reyes", "cue": "said"},
            ),
            (Mention, {"text": "Reyes", "start": BODY.rindex("Reyes")}),
            (DateExpression, {"text": "Friday", "timex_type": "DATE", "value": "2025-05-16"}),
        ],
    )
    def test_a_new_fact(
        self, model: type[Quote | Mention | DateExpression], values: dict[str, Any], desk: Client
    ) -> None:
        article = make_article()
        if model is Mention:
            values = values | {"person": make_person().pk}
        assert desk.get(address(model, "add"), {"article": article.pk}).status_code == 200
        data = {"article": article.pk, "status": "confirmed", **values}
        assert desk.post(address(model, "add"), data).status_code == 302
        fact = model._default_manager.get()
        assert article.body[fact.start : fact.end] == values["text"] == fact.text
        assert fact.start == values.get("start", fact.start)
        assert (fact.origin, fact.status) == (Origin.EDITED, Status.CONFIRMED)
        again = desk.post(address(model, "add"), data)
        assert list(errors(again)) == ["text"]

    @pytest.mark.parametrize("missing", ["article", "text", "quote_type"])
    def test_a_new_fact_without_what_it_needs(self, missing: str, desk: Client) -> None:
        data = {"article": make_article().pk, "text": QUOTE, "quote_type": "direct"}
        del data[missing]
        found = errors(desk.post(address(Quote, "add"), data | {"status": "confirmed"}))
        assert list(found) == [missing]

    @pytest.mark.parametrize(
        ("action", "status"),
        [
            ("confirm", Status.CONFIRMED),
            ("reject", Status.REJECTED),
            ("set_back", Status.UNREVIEWED),
        ],
    )
    def test_actions_set_the_status_and_are_logged(
        self, action: str, status: Status, desk: Client
    ) -> None:
        before = Status.CONFIRMED if status is Status.UNREVIEWED else Status.UNREVIEWED
        ana = make_person()
        quotes = [make_quote(speaker=ana, status=before) for _ in range(2)]
        other = make_quote(status=status)
        chosen = [quote.pk for quote in (*quotes, other)]
        desk.post(address(Quote, "changelist"), {"action": action, "_selected_action": chosen})
        assert set(Quote.objects.values_list("status", flat=True)) == {status}
        ana.refresh_from_db()
        assert ana.quote_count == (0 if status is Status.REJECTED else 2)
        logged = LogEntry.objects.values_list("object_id", flat=True)
        assert set(logged) == {str(quote.pk) for quote in quotes}


class TestPeople:
    def test_name_description_id_and_aliases(self, desk: Client) -> None:
        person = make_person(aliases=["Reyes", "Anna"])
        changes = {
            "name": " Ana  María Reyes ",
            "description": "Mayor of Harwick",
            "wikidata_id": "Q42",
            "names": "Reyes\r\n\r\nMayor Reyes",
        }
        assert submit(desk, person, **changes).status_code == 302
        person.refresh_from_db()
        assert (person.name, person.folded_name) == ("Ana María Reyes", "ana maria reyes")
        assert (person.wikidata_id, person.origin) == ("Q42", Origin.EDITED)
        names = set(person.aliases.values_list("name", flat=True))
        assert names == {"Ana María Reyes", "Reyes", "Mayor Reyes"}

    def test_a_person_sent_as_shown_stays_extracted(self, desk: Client) -> None:
        person = make_person(aliases=["Reyes"])
        assert submit(desk, person).status_code == 302
        person.refresh_from_db()
        assert person.origin == Origin.EXTRACTED

    def test_a_new_person_is_known_by_the_name(self, desk: Client) -> None:
        data = {"name": "Zoë Lund", "description": "", "wikidata_id": "", "names": ""}
        assert desk.post(address(Person, "add"), data).status_code == 302
        assert Person.objects.named("zoe").get().origin == Origin.EDITED

    @pytest.mark.parametrize(
        ("changes", "field"),
        [
            ({"name": "…"}, "name"),
            ({"wikidata_id": "42"}, "wikidata_id"),
            ({"names": "x" * 201}, "names"),
        ],
    )
    def test_what_does_not_fit(self, changes: dict[str, str], field: str, desk: Client) -> None:
        assert list(errors(submit(desk, make_person(), **changes))) == [field]


class TestSources:
    def test_a_new_source_gets_the_slug_that_loading_looks_for(self, desk: Client) -> None:
        data = {"name": "Nordwind  Post", "country": "de", "timezone": "Europe/Berlin"}
        assert desk.post(address(Source, "add"), data).status_code == 302
        source = Source.objects.get()
        assert (source.name, source.slug, source.country) == (
            "Nordwind Post",
            "nordwind-post",
            "DE",
        )

    @pytest.mark.parametrize(
        ("values", "field"),
        [
            ({"name": "harwick COURIER"}, "name"),
            ({"name": "…"}, "name"),
            ({"name": "New", "timezone": "Europe/Harwick"}, "timezone"),
        ],
    )
    def test_what_does_not_fit(self, values: dict[str, str], field: str, desk: Client) -> None:
        make_source(name="Harwick Courier")
        assert list(errors(desk.post(address(Source, "add"), values))) == [field]
