"""An editor's work, done in a browser."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import expect

from articles.choices import Origin
from articles.models import PossibleMatch
from articles.services import merging
from tests.builders import make_article, make_date, make_mention, make_person, make_quote

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

MARKUP = "<script>window.ran = 1</script><img src=x onerror='window.ran = 1'>"
UNLABELLED = """() => [...document.querySelectorAll(
    "#content-main input:not([type=hidden]), #content-main select, #content-main textarea"
)].filter(input => !input.labels.length && !input.ariaLabel && input.type != "submit"
    && !input.classList.contains("select2-search__field")).map(input => input.name)"""


@pytest.fixture
def desk(page: Page) -> Page:
    """The page of an editor who is logged in."""
    User.objects.create_superuser("editor", password="only for this test")
    page.goto("/admin/")
    page.get_by_label("Username").fill("editor")
    page.get_by_label("Password").fill("only for this test")
    page.get_by_role("button", name="Log in").click()
    expect(page.get_by_role("heading", name="Articles and their facts")).to_be_visible()
    return page


def test_an_editor_corrects_the_speaker_of_a_quote(desk: Page) -> None:
    article = make_article(headline="Bridge to open")
    ana = make_person(name="Ana Reyes")
    tom = make_person(name="Tom Okafor")
    make_mention(article=article, person=ana)
    make_date(article=article)
    quote = make_quote(article=article, speaker=ana, speaker_text="Reyes", cue="said")

    desk.goto("/admin/articles/article/")
    desk.get_by_role("link", name="Bridge to open").click()
    text = desk.locator(".article-text")
    expect(text.locator("mark.quote")).to_have_text("The bridge will open on ")
    expect(text.locator("mark.dateexpression.in-quote")).to_have_text("Friday")
    text.get_by_role("link", name="The bridge will open on").click()

    desk.locator(".select2-selection").click()
    desk.locator(".select2-search__field").fill("tom")
    desk.get_by_role("option", name="Tom Okafor").click()
    assert desk.evaluate(UNLABELLED) == []
    desk.get_by_role("button", name="Save", exact=True).click()
    expect(desk.locator(".messagelist")).to_contain_text("was changed successfully")

    quote.refresh_from_db()
    assert (quote.speaker, quote.origin) == (tom, Origin.EDITED)
    desk.goto(f"/admin/articles/article/{article.pk}/change/")
    marked = text.locator("mark.quote.edited")
    expect(marked).to_have_text("The bridge will open on ")
    expect(marked.locator("a")).to_have_attribute("title", re.compile("Tom Okafor .*edited"))
    expect(desk.get_by_role("row", name="written or changed by an editor")).to_be_visible()
    assert desk.evaluate(UNLABELLED) == []


def test_an_editor_adds_a_quote_and_learns_what_does_not_fit(desk: Page) -> None:
    article = make_article()
    desk.goto(f"/admin/articles/article/{article.pk}/change/")
    desk.get_by_role("link", name="Add a quote").click()
    desk.get_by_label("Text:", exact=True).fill("Nobody has to wait.")
    desk.get_by_label("Quote type:").select_option("direct")
    desk.get_by_role("button", name="Save", exact=True).click()
    expect(desk.locator(".field-text .errorlist")).to_contain_text("do not stand in the article")
    desk.get_by_label("Text:", exact=True).fill("Nobody will have to wait.")
    desk.get_by_role("button", name="Save and continue editing").click()
    expect(desk.locator(".field-context mark.quote")).to_have_text("Nobody will have to wait.")


def test_an_editor_merges_a_pair_and_takes_it_back(desk: Page) -> None:
    ana = make_person(name="Ana Reyes")
    anna = make_person(name="Anna Reyes")
    for person in (ana, anna):
        make_mention(person=person)
    evidence = [{"kind": "titles", "weight": 1.2, "words": ["mayor"]}]
    PossibleMatch.objects.create(first=ana, second=anna, score=0.5, evidence=evidence)

    desk.goto("/admin/articles/possiblematch/")
    desk.get_by_role("link", name="Ana Reyes / Anna Reyes").click()
    expect(desk.get_by_role("heading", name="Is this one person?")).to_be_visible()
    expect(desk.get_by_role("region", name="Right: Anna Reyes")).to_contain_text(
        "Mayor Ana Reyes met the harbour board"
    )
    expect(desk.get_by_role("row", name="for one person")).to_contain_text("mayor")
    desk.get_by_role("button", name="One person: keep left").press("Enter")
    told = desk.locator(".messagelist")
    expect(told).to_contain_text("Anna Reyes is now Ana Reyes")
    expect(told).to_contain_text("No possible match is left to decide.")
    anna.refresh_from_db()
    assert (anna.merged_into, ana.mentions.count()) == (ana, 2)

    told.get_by_role("link", name="Ana Reyes").click()
    assert desk.evaluate(UNLABELLED) == []
    desk.get_by_role("button", name="Take back: Anna Reyes into Ana Reyes").click()
    expect(told).to_contain_text("Anna Reyes is a person again.")
    anna.refresh_from_db()
    assert (anna.merged_into, anna.mentions.count()) == (None, 1)

    desk.get_by_role("link", name="Merge", exact=True).click()
    desk.locator(".select2-selection").click()
    desk.locator(".select2-search__field").fill("anna")
    desk.get_by_role("option", name="Anna Reyes").click()
    desk.get_by_role("button", name="Compare").click()
    expect(desk.get_by_role("button", name="One person: keep right")).to_be_visible()
    assert desk.evaluate(UNLABELLED) == []
    desk.goto(f"/admin/articles/person/{ana.pk}/split/")
    expect(desk.get_by_role("checkbox", name="Ana Reyes")).to_be_visible()
    assert desk.evaluate(UNLABELLED) == []


def test_markup_in_the_data_is_shown_and_runs_nothing(desk: Page) -> None:
    article = make_article(headline=f"A {MARKUP}", body=f"Ann {MARKUP} said so on Friday.")
    person = make_person(name=MARKUP, description=MARKUP)
    quote = make_quote(article=article, text=MARKUP, speaker=person, speaker_text=MARKUP)
    mention = make_mention(article=article, text=MARKUP, person=person, title=MARKUP)
    evidence = [{"kind": MARKUP, "weight": 1.2, "words": [MARKUP]}]
    match = PossibleMatch.objects.create(
        first=person, second=make_person(name=f"2 {MARKUP}"), evidence=evidence
    )
    done = merging.merge(person, make_person(name=f"3 {MARKUP}"), by=MARKUP)
    for page in (
        "article/", f"article/{article.pk}/change/", f"article/{article.pk}/delete/",
        "person/", f"person/{person.pk}/change/", "personalias/",
        f"person/{person.pk}/merge/?other={match.second_id}", f"person/{person.pk}/split/",
        "possiblematch/", f"possiblematch/{match.pk}/change/", "personmerge/",
        f"personmerge/{done.pk}/change/",
        "quote/", f"quote/{quote.pk}/change/", "mention/", f"mention/{mention.pk}/change/",
    ):  # fmt: skip
        desk.goto(f"/admin/articles/{page}")
        expect(desk.locator("#content")).to_contain_text("<script>window.ran = 1</script>")
        assert desk.evaluate("window.ran") is None
        assert desk.locator("img[src=x]").count() == 0
