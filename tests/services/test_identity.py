"""Who is who across articles, from the texts to the rows."""

from __future__ import annotations

from datetime import date
from itertools import permutations
from typing import Any

import pytest

from articles.models import Article, Person, PossibleMatch
from articles.readers import Location, RawArticle
from articles.services import merging
from articles.services.extract import extract_article
from articles.services.load import Defaults, Loader
from tests.builders import make_article, make_person

pytestmark = pytest.mark.django_db

BANK = (
    "John Smith, the chairman of Ledwick Bank, said on Monday that savers would keep their "
    "branches. Mr. Smith told shareholders in Ledwick that interest on loans would fall."
)
BANK_AGAIN = (
    "Ledwick Bank will close no branches, its chairman John Smith told savers in Ledwick. "
    "Shareholders had asked Mr. Smith about interest on loans."
)
CLUB = (
    "John Smith scored twice as Bristol Rovers won the cup. Smith, who missed the "
    "league match against Tarn, limped off with an injury after the second goal."
)


def load(*texts: str, **values: Any) -> None:
    """Load articles of one source, one a day, with the guids a0, a1, …"""
    items = [
        RawArticle(
            location=Location("test"), headline=f"Story {number}", body=text, guid=f"a{number}",
            published_at=date(2025, 3, 1 + number), language="en", **values,
        )
        for number, text in enumerate(texts)
    ]  # fmt: skip
    load_items(items)


def load_items(items: list[RawArticle]) -> None:
    loader = Loader(
        Defaults(source="Bristol Courier"),
        on_reject=lambda rejected: pytest.fail(str(rejected)),
        on_extracted=lambda done, total: None,
    )
    loader.load(items, {})


def people() -> dict[str, list[int]]:
    """How many articles name each person, by name."""
    found: dict[str, list[int]] = {}
    for person in Person.objects.order_by("id"):
        found.setdefault(person.name, []).append(person.article_count)
    return found


def test_namesakes_are_two_and_a_possible_match() -> None:
    load(BANK, CLUB, BANK_AGAIN)
    assert people()["John Smith"] == [2, 1]
    match = PossibleMatch.objects.get()
    assert {match.first.name, match.second.name} == {"John Smith"}
    assert {one["kind"] for one in match.evidence} >= {"name", "context"}


def test_the_order_of_the_files_does_not_matter() -> None:
    items = [
        RawArticle(
            location=Location("test"), headline="Story", body=text, guid=f"a{number}",
            published_at=date(2025, 3, 1 + number), language="en",
        )
        for number, text in enumerate((BANK, CLUB, BANK_AGAIN))
    ]  # fmt: skip
    results = set()
    for order in permutations(items):
        Article.objects.all().delete()
        PossibleMatch.objects.all().delete()
        Person.objects.all().delete()
        load_items(list(order))
        named = Article.objects.order_by("guid").values_list("guid", "appearances__person")
        first: dict[int, str] = {}
        results.add(tuple((guid, first.setdefault(person, guid)) for guid, person in named))
    assert len(results) == 1


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_a_lone_family_name_joins_whom_title_and_company_make_clear(order: tuple[int, int]) -> None:
    texts = (
        "Mayor Lucía Quintero opened the Bristol bridge with Tom Okafor. Quintero cut a ribbon.",
        "Mayor Quintero and Tom Okafor walked over the new Bristol bridge.",
    )
    load(*(texts[number] for number in order))
    assert people() == {"Lucía Quintero": [2], "Tom Okafor": [2]}


def test_a_lone_family_name_alone_joins_nobody() -> None:
    load(
        "Mayor Lucía Quintero opened the bridge in Bristol.",
        "The violinist played on as Quintero, 19, of Tarn won the bicycle race.",
    )
    assert people() == {"Lucía Quintero": [1], "Quintero": [1]}


def test_a_spelling_is_offered() -> None:
    load(
        "President Muammar Qadduri spoke in Tarbul. Qadduri rules the oil state of Tarbul.",
        "President Moammar Kadduri of Tarbul rules an oil state. Kadduri spoke.",
    )
    match = PossibleMatch.objects.get()
    assert {match.first.name, match.second.name} == {"Muammar Qadduri", "Moammar Kadduri"}


def test_the_same_text_again_keeps_everybody() -> None:
    load(BANK, CLUB)
    before = set(Article.objects.values_list("guid", "appearances", "appearances__person"))
    for article in Article.objects.all():
        extract_article(article)
    after = set(Article.objects.values_list("guid", "appearances", "appearances__person"))
    assert after == before
    assert PossibleMatch.objects.count() == 1


class TestDecisionsAreRemembered:
    def test_a_merged_name_goes_to_the_kept_person(self) -> None:
        load("Mayor Lucía Quintero opened the bridge in Bristol.")
        kept = Person.objects.get()
        merged = make_person(name="Lucinda Brandt-Quill")
        merging.merge(kept, merged, by="desk")
        article = make_article(body="Lucinda Brandt-Quill sold the bridge.", guid="later")
        extract_article(article)
        assert article.appearances.get().person == kept

    def test_a_split_stays_after_another_extraction(self) -> None:
        text = "Mayor Lucía Quintero opened the bridge in Bristol."
        load(text, f"{text} It rained.")
        person = Person.objects.get()
        article = Article.objects.get(guid="a1")
        new = merging.split(person, [article.pk], by="desk")
        extract_article(article)
        assert article.appearances.get().person == new

    def test_a_rejected_pair_is_not_offered_again(self) -> None:
        load(BANK, CLUB)
        merging.reject(PossibleMatch.objects.get(), by="desk")
        for article in Article.objects.all():
            extract_article(article)
        assert not PossibleMatch.objects.waiting().exists()


def test_titles_describe_a_person_by_the_latest_article() -> None:
    load(
        "Lucía Quintero, the harbour master, opened the bridge.",
        "Mayor Lucía Quintero closed the bridge.",
    )
    person = Person.objects.get()
    assert (person.description, person.described_in) == ("Mayor", Article.objects.get(guid="a1"))
