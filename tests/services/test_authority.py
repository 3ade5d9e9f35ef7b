"""People from authority files: who is known is brought in line, who is not becomes a row."""

from __future__ import annotations

from typing import Any

import pytest

from articles.choices import Origin
from articles.models import Article, Person, PossibleMatch
from articles.readers import Location, Rejected
from articles.readers.authority import RawPerson
from articles.services import merging
from articles.services.articles import delete_article
from articles.services.authority import AuthorityError, Outcome, load_people, store_person
from tests.builders import PUBLISHED, make_article, make_mention, make_person

pytestmark = pytest.mark.django_db


def raw(name: str = "Ana Reyes", **values: Any) -> RawPerson:
    return RawPerson(location=Location("people.csv", line=2), name=name, **values)


def names(person: Person) -> set[str]:
    return set(person.aliases.values_list("name", flat=True))


def test_somebody_new_is_known_by_all_names() -> None:
    record = raw(aliases=("A. Reyes", "Anita Reyes"), wikidata_id="Q42", description="Mayor")
    assert store_person(record) is Outcome.NEW
    person = Person.objects.get()
    assert (person.name, person.folded_name, person.wikidata_id, person.origin) == (
        "Ana Reyes", "ana reyes", "Q42", Origin.EDITED,
    )  # fmt: skip
    assert (person.description, person.described_at) == ("Mayor", None)
    assert names(person) == {"Ana Reyes", "A. Reyes", "Anita Reyes"}
    assert store_person(record) is Outcome.UNCHANGED


def test_whoever_has_the_id_is_brought_in_line() -> None:
    article = make_article()
    person = make_person(
        name="Reyes", wikidata_id="Q42", description="painter", described_at=PUBLISHED,
        described_in=article,
    )  # fmt: skip
    assert store_person(raw(wikidata_id="Q42", description="Mayor")) is Outcome.UPDATED
    person.refresh_from_db()
    assert (person.name, person.description, person.described_in) == ("Ana Reyes", "Mayor", None)
    assert names(person) == {"Reyes", "Ana Reyes"}
    assert store_person(raw(wikidata_id="Q42")) is Outcome.UNCHANGED
    assert store_person(raw(wikidata_id="Q42", aliases=("Anita",))) is Outcome.UPDATED
    person.refresh_from_db()
    assert person.description == "Mayor"


def test_nobody_who_is_in_a_file_goes_with_the_articles() -> None:
    article = make_mention(person=make_person()).article
    assert store_person(raw()) is Outcome.UPDATED
    delete_article(Article.objects.get(pk=article.pk))
    assert Person.objects.get().origin == Origin.EDITED


@pytest.mark.parametrize(
    ("known", "record"),
    [
        ({"name": "ANA RÉYES"}, raw(wikidata_id="Q42")),
        ({"name": "Anita", "aliases": ["Ana Reyes"]}, raw()),
        ({"name": "Anita Reyes"}, raw(aliases=("Reyes", "Anita Reyes"), wikidata_id="Q42")),
        ({"name": "Ana Reyes", "wikidata_id": "Q42"}, raw()),
        ({"name": "Anita"}, raw("Anita")),
    ],
)
def test_one_known_by_a_full_name_is_the_one(known: dict[str, Any], record: RawPerson) -> None:
    person = make_person(**known)
    make_person(name="Tom Okafor", aliases=["Reyes"])
    assert store_person(record) is Outcome.UPDATED
    person.refresh_from_db()
    assert (person.name, person.origin) == (record.name, Origin.EDITED)
    assert store_person(record) is Outcome.UNCHANGED
    assert Person.objects.count() == 2


@pytest.mark.parametrize(
    ("known", "record"),
    [
        ({"name": "Ana Reyes", "wikidata_id": "Q1"}, raw(wikidata_id="Q42")),
        ({"name": "Bo Reyes", "aliases": ["Reyes"]}, raw("Reyes")),
        ({"name": "Bo Reyes", "aliases": ["Reyes"]}, raw(aliases=("Reyes",))),
    ],
)
def test_somebody_else_stays_somebody_else(known: dict[str, Any], record: RawPerson) -> None:
    make_person(**known)
    assert store_person(record) is Outcome.NEW
    assert store_person(record) is Outcome.UNCHANGED
    assert Person.objects.count() == 2


@pytest.mark.parametrize("record", [raw(), raw("A. B. Reyes", aliases=("Ana Reyes",))])
def test_one_of_several_namesakes_is_not_guessed(record: RawPerson) -> None:
    for _ in range(2):
        make_person(name="Ana Reyes")
    with pytest.raises(AuthorityError, match="known as Ana Reyes: give the wikidata_id"):
        store_person(record)
    with_id = raw(record.name, aliases=record.aliases, wikidata_id="Q42")
    assert store_person(with_id) is Outcome.NEW
    assert store_person(with_id) is Outcome.UNCHANGED


def test_whoever_was_merged_is_the_one_who_was_kept() -> None:
    kept, merged = make_person(name="Anita Reyes"), make_person(wikidata_id="Q42")
    merging.merge(kept, merged, by="desk")
    assert store_person(raw(wikidata_id="Q42")) is Outcome.UPDATED
    kept.refresh_from_db()
    assert (kept.name, kept.wikidata_id) == ("Ana Reyes", "Q42")
    assert store_person(raw(wikidata_id="Q42")) is Outcome.UNCHANGED
    assert store_person(raw()) is Outcome.UNCHANGED


def test_an_id_that_is_two_or_another_is_refused() -> None:
    kept = make_person(name="Anita Reyes", wikidata_id="Q1")
    merging.merge(kept, make_person(wikidata_id="Q42"), by="desk")
    with pytest.raises(AuthorityError, match="Q42 was merged into Anita Reyes"):
        store_person(raw(wikidata_id="Q42"))
    make_person(wikidata_id="Q1")
    with pytest.raises(AuthorityError, match="2 people have the id Q1: merge them first"):
        store_person(raw(wikidata_id="Q1"))


def test_a_load_counts_and_tells_what_it_rejects() -> None:
    refused = Rejected(Location("people.csv", line=9), "bad_row", "two fields")
    told: list[Rejected] = []
    people = [raw(), raw(), raw("?!"), raw(description="Mayor")]
    items: list[RawPerson | Rejected] = [*people, refused]
    summary = load_people(items, on_reject=told.append)
    assert summary == {"seen": 5, "new": 1, "updated": 1, "unchanged": 1, "rejected": 2}
    assert [(one.location.line, one.code) for one in told] == [(2, "missing_name"), (9, "bad_row")]


def test_namesakes_without_an_id_are_offered_as_perhaps_the_new_one() -> None:
    first, second = make_person(name="Ana Reyes"), make_person(name="Ana Reyes")
    make_person(name="Ana Reyes", wikidata_id="Q7")
    store_person(raw(wikidata_id="Q8"))
    new = Person.objects.get(wikidata_id="Q8")
    matches = PossibleMatch.objects.waiting()
    assert {(match.first, match.second) for match in matches} == {(first, new), (second, new)}
