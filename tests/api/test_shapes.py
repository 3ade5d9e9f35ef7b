"""Rows made straight from the database are what the serializers make of model instances."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from rest_framework.renderers import JSONRenderer
from rest_framework.utils import json

from articles.api.highlights import HIGHLIGHTS
from articles.api.identity_views import MATCHES, MERGES, MergeViewSet, PossibleMatchViewSet
from articles.api.person_views import ABOUT, NAMING, PEOPLE, SAID, PersonViewSet
from articles.api.questions import filtered
from articles.api.resources import (
    ARTICLES,
    DATES,
    QUOTES,
    SOURCES,
    ArticleViewSet,
    DateViewSet,
    QuoteViewSet,
    SourceViewSet,
)
from articles.api.serializers import (
    ArticleWithFactsSerializer,
    ListedArticleSerializer,
    ListedQuoteSerializer,
    QuoteSerializer,
)
from articles.extraction.types import QuoteType
from articles.models import Article, Person, PossibleMatch
from articles.services import merging
from tests.api.helpers import printed
from tests.builders import (
    make_article,
    make_date,
    make_mention,
    make_person,
    make_quote,
)

if TYPE_CHECKING:
    from rest_framework.test import APIClient

    from articles.api.questions import Listing

pytestmark = pytest.mark.django_db

LISTS = (SOURCES, ARTICLES, PEOPLE, QUOTES, DATES, MERGES, MATCHES)
VIEWS = {
    "sources": SourceViewSet,
    "articles": ArticleViewSet,
    "people": PersonViewSet,
    "quotes": QuoteViewSet,
    "dates": DateViewSet,
    "merges": MergeViewSet,
    "possible-matches": PossibleMatchViewSet,
}


@pytest.fixture
def world() -> Article:
    """Rows with every field filled, and rows with none that may be empty."""
    ana, tom = (
        make_person(name="Élise “Ana” Reyes", aliases=["Reyes"]),
        make_person(name="Tom Okafor"),
    )
    eva = make_person(name="Eva Lind", wikidata_id="Q12")
    article = printed(3)
    Article.objects.filter(pk=article.pk).update(
        keywords=["harbour", "déjà vu"], modified_at=article.published_at, section="World"
    )
    day = make_date(article=article)
    quote = make_quote(article=article, speaker=ana, speaker_text="Reyes", cue="said", said_on=day)
    make_quote(article=article, text="Nobody", quote_type=QuoteType.INDIRECT, confidence=1.0)
    for text, person in (("The", tom), ("bridge", ana), ("will", tom), ("harbour", eva)):
        make_mention(article=article, text=text, person=person, title="Mayor")
    make_mention(article=printed(5), person=ana, title="mayor")
    make_article(published_at=None, headline="Undated \u2028 “marks” & <b>")
    PossibleMatch.objects.create(
        first=ana, second=eva, evidence=[{"kind": "name", "weight": 1.0, "words": ["é"]}]
    )
    merging.merge(ana, make_person(name="A. Reyes"), by="desk")
    assert quote.mentions.count() == 3
    return article


def oracle(listing: Listing, kind: Any) -> list[dict[str, Any]]:
    """What the serializer makes of all rows, in the order of the list."""
    sign = "-" if listing.default_ordering.startswith("-") else ""
    key = listing.orderings[listing.default_ordering.removeprefix("-")]
    rows = filtered(listing.filters, listing.rows(), {}).order_by(f"{sign}{key}", f"{sign}pk")
    return [plain(kind(row).data) for row in rows]


def plain(data: Any) -> Any:
    return json.loads(JSONRenderer().render(data).decode())


def optional(listing: Listing) -> str:
    names = sorted(listing.optional - {HIGHLIGHTS})
    return f"include={','.join(names)}" if names else ""


def serializer_of(listing: Listing) -> Any:
    """All that a list gives without a search."""
    kinds = {
        ListedArticleSerializer: ArticleWithFactsSerializer,
        ListedQuoteSerializer: QuoteSerializer,
    }
    return kinds.get(listing.serializer, listing.serializer)


@pytest.mark.parametrize("listing", LISTS, ids=lambda listing: listing.name)
def test_lists(api: APIClient, world: Article, listing: Listing) -> None:
    found = api.get(f"/api/v1/{listing.name}/?{optional(listing)}").json()["results"]
    assert found == oracle(listing, serializer_of(listing))
    assert found


@pytest.mark.parametrize("listing", LISTS, ids=lambda listing: listing.name)
def test_every_selection_of_one_field_and_of_all_others(
    api: APIClient, world: Article, listing: Listing
) -> None:
    whole = oracle(listing, serializer_of(listing))
    address = f"/api/v1/{listing.name}/"
    for name in list(whole[0]):
        one = api.get(address, {"fields": name}).json()["results"]
        assert one == [{name: row[name]} for row in whole]
        others = api.get(f"{address}?omit={name}&{optional(listing)}").json()["results"]
        assert others == [{key: row[key] for key in row if key != name} for row in whole]


@pytest.mark.parametrize("listing", LISTS, ids=lambda listing: listing.name)
def test_details(api: APIClient, world: Article, listing: Listing) -> None:
    view = VIEWS[listing.name]
    kind: Any = view.detail_serializer_class or serializer_of(listing)
    for row in listing.rows():
        address = f"/api/v1/{listing.name}/{row.pk}/"
        expected = plain(kind(row).data)
        assert api.get(address).json() == expected
        for name in expected:
            assert api.get(address, {"fields": name}).json() == {name: expected[name]}


@pytest.mark.parametrize(
    ("listing", "address"), [(SAID, "quotes"), (ABOUT, "quotes-about"), (NAMING, "articles")]
)
def test_lists_below_a_person(
    api: APIClient, world: Article, listing: Listing, address: str
) -> None:
    assert listing.scope is not None
    for person in Person.objects.unmerged():
        rows = listing.scope(listing.rows(), person.pk).order_by("-sort_at", "-pk")  # type: ignore[arg-type]
        found = api.get(f"/api/v1/people/{person.pk}/{address}/?{optional(listing)}").json()
        assert found["results"] == [plain(serializer_of(listing)(row).data) for row in rows]


def test_a_detail_can_have_some_of_the_facts_only(api: APIClient, world: Article) -> None:
    whole = api.get(f"/api/v1/articles/{world.pk}/").json()
    some = api.get(f"/api/v1/articles/{world.pk}/?include=quotes").json()
    assert some == {name: whole[name] for name in whole if name not in ("people", "dates")}
