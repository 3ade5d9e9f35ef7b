"""Merging, taking back, splitting: facts and names go along, decisions are kept."""

from __future__ import annotations

import pytest

from articles.choices import MatchStatus
from articles.models import Article, Mention, Person, PersonAlias, PossibleMatch, Quote
from articles.services import merging, review
from articles.services.articles import delete_article
from articles.services.merging import IdentityError
from tests.builders import make_article, make_mention, make_person, make_quote

pytestmark = pytest.mark.django_db


def counts(person: Person) -> tuple[int, int, int]:
    person.refresh_from_db()
    return person.article_count, person.mention_count, person.quote_count


def names(person: Person) -> set[str]:
    return set(person.aliases.values_list("name", flat=True))


@pytest.fixture
def ana() -> Person:
    person = make_person(name="Ana Reyes", aliases=["Reyes"])
    make_mention(person=person)
    make_quote(speaker=person)
    return person


@pytest.fixture
def anna() -> Person:
    person = make_person(name="Anna Reyes")
    article = make_article()
    make_mention(article=article, person=person)
    make_quote(article=article, speaker=person)
    return person


def state() -> dict[str, object]:
    """Whose every fact and name is, and every count."""
    return {
        "mentions": set(Mention.objects.values_list("pk", "person", "appearance__person")),
        "quotes": set(Quote.objects.values_list("pk", "speaker", "appearance__person")),
        "aliases": set(PersonAlias.objects.values_list("person", "name")),
        "people": set(
            Person.objects.values_list(
                "pk", "merged_into", "article_count", "mention_count", "quote_count", "description"
            )
        ),
    }


def test_a_merge_brings_facts_and_names_and_leaves_a_redirect(ana: Person, anna: Person) -> None:
    done = merging.merge(ana, anna, by="desk")
    assert counts(ana) == (2, 2, 2)
    assert counts(anna) == (0, 0, 0)
    assert names(ana) == {"Ana Reyes", "Reyes", "Anna Reyes"}
    assert merging.current(anna) == ana
    assert (done.merged_by, done.undone_at) == ("desk", None)
    assert PossibleMatch.objects.get().status == MatchStatus.MERGED


def test_a_merge_taken_back_leaves_everything_as_it_was(ana: Person, anna: Person) -> None:
    before = state()
    done = merging.merge(ana, anna, by="desk")
    assert state() != before
    merging.undo(done, by="chief")
    assert state() == before
    assert done.undone_by == "chief"
    match = PossibleMatch.objects.get()
    assert (match.status, match.decided_by) == (MatchStatus.REJECTED, "chief")


def test_merges_are_taken_back_one_after_the_other(ana: Person, anna: Person) -> None:
    chief = make_person(name="A. Reyes")
    make_mention(person=chief)
    before = state()
    first = merging.merge(ana, anna, by="desk")
    second = merging.merge(chief, ana, by="desk")
    anna.refresh_from_db()
    assert merging.current(anna) == chief
    with pytest.raises(IdentityError, match="undo that merge first"):
        merging.undo(first, by="desk")
    merging.undo(second, by="desk")
    merging.undo(first, by="desk")
    assert state() == before
    with pytest.raises(IdentityError, match="undone already, by desk"):
        merging.undo(first, by="desk")


def test_facts_that_came_since_go_back_by_their_name(ana: Person, anna: Person) -> None:
    done = merging.merge(ana, anna, by="desk")
    body = "Mayor Anna Reyes opened the fair."
    since = make_mention(article=make_article(body=body), person=ana, text="Anna Reyes")
    since.appearance.forms = ["Anna Reyes"]
    since.appearance.save()
    merging.undo(done, by="desk")
    since.refresh_from_db()
    assert since.person == anna


@pytest.mark.parametrize("same", [True, False])
def test_what_is_one_already_is_not_merged(ana: Person, anna: Person, same: bool) -> None:
    if not same:
        merging.merge(ana, anna, by="desk")
    with pytest.raises(IdentityError):
        merging.merge(ana, ana if same else anna, by="desk")


def test_a_decision_against_the_merged_one_counts_for_the_kept_one(
    ana: Person, anna: Person
) -> None:
    other = make_person(name="Hannah Reyes")
    match = PossibleMatch.objects.create(first=anna, second=other, score=0.5)
    merging.reject(match, by="desk")
    merging.merge(ana, anna, by="desk")
    inherited = PossibleMatch.objects.about(ana).about(other).get()
    assert (inherited.status, inherited.decided_by) == (MatchStatus.REJECTED, "desk")


class TestSplit:
    def test_the_articles_named_become_another_person(self, ana: Person) -> None:
        body = "The painter Ana Reyes has died."
        painter = make_mention(article=make_article(body=body), person=ana, title="painter")
        new = merging.split(ana, [painter.article_id], by="desk")
        painter.refresh_from_db()
        assert painter.person == new
        assert (counts(ana), counts(new)) == ((1, 1, 1), (1, 1, 0))
        assert (new.name, new.origin) == ("Ana Reyes", "edited")
        match = PossibleMatch.objects.get()
        assert (match.status, match.decided_by) == (MatchStatus.REJECTED, "desk")

    def test_a_split_is_taken_back_by_a_merge(self, ana: Person) -> None:
        article = make_mention(person=ana).article
        before = counts(ana)
        merging.merge(ana, merging.split(ana, [article.pk], by="desk"), by="desk")
        assert counts(ana) == before

    def test_something_must_stay_and_something_must_go(self, ana: Person) -> None:
        articles = list(ana.appearances.values_list("article", flat=True))
        with pytest.raises(IdentityError, match="at least one must stay"):
            merging.split(ana, articles, by="desk")
        with pytest.raises(IdentityError, match="does not appear in the articles"):
            merging.split(ana, [make_article().pk], by="desk")


def test_the_description_follows_the_facts(ana: Person, anna: Person) -> None:
    appearance = anna.appearances.get()
    appearance.titles = ["Dr", "harbour master"]
    appearance.save()
    done = merging.merge(ana, anna, by="desk")
    ana.refresh_from_db()
    assert (ana.description, ana.described_in) == ("harbour master", appearance.article)
    merging.undo(done, by="desk")
    ana.refresh_from_db()
    assert (ana.description, ana.described_in) == ("", None)


def test_a_decision_that_comes_too_late_is_refused(ana: Person, anna: Person) -> None:
    other = make_person(name="Hannah Reyes")
    match = PossibleMatch.objects.create(first=anna, second=other)
    merging.merge(ana, anna, by="desk")
    with pytest.raises(IdentityError, match="was merged into"):
        merging.reject(match, by="desk")


def test_somebody_merged_and_taken_back_outlives_their_articles(ana: Person, anna: Person) -> None:
    merging.undo(merging.merge(ana, anna, by="desk"), by="desk")
    for article in Article.objects.all():
        delete_article(article)
    assert set(Person.objects.values_list("name", "mention_count")) == {
        ("Ana Reyes", 0),
        ("Anna Reyes", 0),
    }


def test_facts_given_to_somebody_merged_are_the_kept_ones(ana: Person, anna: Person) -> None:
    merging.merge(ana, anna, by="desk")
    mention, quote = make_mention(), make_quote()
    mention.person = quote.speaker = anna
    review.save(mention)
    review.save(quote)
    assert (mention.person, quote.speaker) == (ana, ana)
    assert counts(anna) == (0, 0, 0)
    assert counts(ana) == (3, 3, 3)
