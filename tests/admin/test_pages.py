"""Every page of the admin answers, in a number of queries that does not grow, and escapes."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from django.contrib import admin
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.choices import RunKind, Status
from articles.models import (
    Article,
    ArticleVersion,
    DateExpression,
    Mention,
    Person,
    PersonAlias,
    PersonMerge,
    PossibleMatch,
    Quote,
    Reject,
    Run,
    Source,
)
from articles.services import merging
from tests.admin.forms import address
from tests.builders import (
    BODY,
    make_article,
    make_date,
    make_mention,
    make_person,
    make_quote,
    make_source,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.db.models import Model
    from django.test import Client

MODELS: list[type[Model]] = [
    Source, Article, ArticleVersion, Person, PersonAlias, PossibleMatch, PersonMerge, Quote,
    Mention, DateExpression, Run, Reject,
]  # fmt: skip
SCRIPT = "<script>alert(1)</script>"


def make_everything(name: str = "Ana Reyes") -> None:
    """One row more of every model."""
    count = Article.objects.count()
    article = make_article(source=make_source(name=f"Source {count}"))
    person = make_person(name=name)
    quote = make_quote(article=article, speaker=person, speaker_text="Reyes", cue="said")
    make_mention(article=article, person=person)
    make_date(article=article)
    evidence = [{"kind": "titles", "weight": 1.2, "words": [name]}]
    other = make_person(name=f"{name} Reyes")
    PossibleMatch.objects.create(first=person, second=other, score=0.5, evidence=evidence)
    merging.merge(make_person(name=f"{name} A."), make_person(name=f"{name} B."), by="desk")
    version = ArticleVersion.objects.create(
        article=article, number=1, digest="1", body=BODY, body_sha256="", fields={"byline": name},
        loaded_at=article.loaded_at,
    )  # fmt: skip
    make_quote(article=article, earlier_version=version, status=Status.CONFIRMED, start=quote.start)
    moment = datetime(2025, 5, 14, tzinfo=UTC)
    run = Run.objects.create(kind=RunKind.LOAD, counts={"seen": 1}, started_at=moment)
    Reject.objects.create(run=run, path=f"{name}.txt", line=3, code="missing_body", reason=name)


def test_every_model_of_the_app_has_pages() -> None:
    registered = {model for model in admin.site._registry if model._meta.app_label == "articles"}
    assert registered == set(MODELS)


@pytest.mark.parametrize("model", MODELS)
class TestPages:
    def test_list_search_filters_and_detail_answer(self, model: type[Model], desk: Client) -> None:
        make_everything()
        rows = desk.get(address(model, "changelist"))
        assert rows.status_code == 200
        for parameters in rows.context["cl"].filter_specs:
            for choice in parameters.choices(rows.context["cl"]):
                filtered = desk.get(address(model, "changelist") + choice["query_string"])
                assert filtered.status_code == 200
        for words in ("Reyes", "no such words", "!?", "2025"):
            assert desk.get(address(model, "changelist"), {"q": words}).status_code == 200
        for row in model._default_manager.all():
            page = desk.get(address(model, "change", row.pk))
            assert page.status_code == 200

    def test_a_list_needs_as_many_queries_for_many_rows_as_for_one(
        self, model: type[Model], desk: Client
    ) -> None:
        counts = []
        for rows in (1, 6):
            for number in range(rows):
                make_everything(name=f"Person {rows} {number}")
            with CaptureQueriesContext(
                connection,
            ) as queries:
                assert desk.get(address(model, "changelist")).status_code == 200
            counts.append(len(queries))
        assert counts[0] == counts[1]

    def test_markup_in_the_data_is_shown_as_text(self, model: type[Model], desk: Client) -> None:
        source = make_source(name="Source")
        article = make_article(
            source=source, headline=SCRIPT, body=f"“{SCRIPT}” said {SCRIPT} on {SCRIPT}day."
        )
        person = make_person(name=SCRIPT, description=SCRIPT)
        make_quote(article=article, text=SCRIPT, speaker=person, speaker_text=SCRIPT)
        make_mention(article=article, text=SCRIPT, person=person, start=20)
        make_date(article=article, text=f"{SCRIPT}day", value=SCRIPT)
        evidence = [{"kind": SCRIPT, "weight": 1.2, "words": [SCRIPT]}]
        PossibleMatch.objects.create(first=person, second=make_person(), evidence=evidence)
        merging.merge(person, make_person(name=f"{SCRIPT} B."), by=SCRIPT)
        ArticleVersion.objects.create(
            article=article, number=1, digest="1", body=SCRIPT, body_sha256="",
            fields={"byline": SCRIPT}, loaded_at=article.loaded_at,
        )  # fmt: skip
        run = Run.objects.create(
            kind=RunKind.LOAD, arguments={SCRIPT: SCRIPT}, counts={SCRIPT: 1},
            started_at=article.loaded_at,
        )  # fmt: skip
        Reject.objects.create(run=run, path=SCRIPT, code=SCRIPT, reason=SCRIPT)
        pages = [address(model, "changelist")]
        pages += [address(model, "change", row.pk) for row in model._default_manager.all()]
        for page in pages:
            assert SCRIPT not in desk.get(page).content.decode()

    def test_facts_versions_and_runs_cannot_be_deleted(
        self, model: type[Model], desk: Client
    ) -> None:
        make_everything()
        row = model._default_manager.earliest("pk")
        deletable = model is Article
        answer = desk.get(address(model, "delete", row.pk))
        assert answer.status_code == (200 if deletable else 403)
        form = desk.get(address(model, "changelist")).context["action_form"]
        actions = dict(form.fields["action"].choices) if form else {}
        assert ("delete_selected" in actions) == deletable


@pytest.mark.parametrize("model", MODELS)
def test_one_who_may_only_look_sees_pages_without_forms_and_actions(
    model: type[Model], desk_with: Callable[..., Client]
) -> None:
    make_everything()
    desk = desk_with(f"view_{model._meta.model_name}")
    row = model._default_manager.earliest("pk")
    page = desk.get(address(model, "change", row.pk))
    assert page.status_code == 200
    assert 'name="_save"' not in page.content.decode()
    assert desk.post(address(model, "change", row.pk), {}).status_code == 403
    chosen = {"action": "reject", "_selected_action": [row.pk]}
    desk.post(address(model, "changelist"), chosen)
    assert not Quote.objects.filter(status=Status.REJECTED).exists()


@pytest.mark.parametrize("model", [Article, ArticleVersion, PersonAlias, Run, Reject])
def test_what_only_the_program_makes_cannot_be_added(model: type[Model], desk: Client) -> None:
    assert desk.get(address(model, "add")).status_code == 403


def test_people_and_sources_go_once_nothing_belongs_to_them(desk: Client) -> None:
    person, source = make_person(), make_source(name="Nobody's")
    for row in (person, source):
        answer = desk.post(address(type(row), "delete", row.pk), {"post": "yes"})
        assert answer.status_code == 302
        assert not type(row)._default_manager.filter(pk=row.pk).exists()


@pytest.mark.parametrize(
    ("words", "found"),
    [("ana", 1), ("Reyes", 1), ("álvarez", 1), ("q42", 1), ("yes", 0), ("Q4", 0)],
)
def test_people_are_found_by_the_beginning_of_any_name(
    words: str, found: int, desk: Client
) -> None:
    make_person(name="Ana Reyes", aliases=["Reyes", "Alvarez"], wikidata_id="Q42")
    make_person(name="Tom Okafor")
    rows = desk.get(address(Person, "changelist"), {"q": words}).context["cl"].result_list
    assert len(rows) == found


@pytest.mark.parametrize(
    ("words", "found"),
    [("bridge", 1), ("FRIDAY bridge", 1), ("bri", 0), ("ana re", 1), ("harbour", 0)],
)
def test_quotes_are_found_by_their_words_or_speaker(words: str, found: int, desk: Client) -> None:
    make_quote(speaker=make_person(name="Ana Reyes"))
    rows = desk.get(address(Quote, "changelist"), {"q": words}).context["cl"].result_list
    assert len(rows) == found


@pytest.mark.parametrize(
    ("words", "found"),
    [("harbour board", 1), ("a-1", 1), ("a-", 0), ("https://example.org/1", 1), ("nowhere", 0)],
)
def test_articles_are_found_by_their_words_guid_or_address(
    words: str, found: int, desk: Client
) -> None:
    make_article(guid="a-1", url="https://example.org/1")
    rows = desk.get(address(Article, "changelist"), {"q": words}).context["cl"].result_list
    assert len(rows) == found
