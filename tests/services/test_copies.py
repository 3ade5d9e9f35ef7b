"""Copies of one story and printings of one quote, as they come, change and go."""

from __future__ import annotations

import random
from datetime import UTC, datetime
from itertools import permutations
from typing import Any

import pytest

from articles.choices import Status
from articles.models import Article, Band, Cluster, Copy, Fingerprint, Printing, Quote
from articles.services.articles import delete_article, edit_article
from articles.services.copies import compare
from articles.services.review import set_status
from articles.services.verify import verify
from tests.builders import make_article, make_quote, make_source

pytestmark = pytest.mark.django_db

WORDS = "harbour council bridge ferry vote money baker school winter line tram road mayor".split()


def story(seed: int, sentences: int = 12) -> str:
    """A text of its own for each seed."""
    chance = random.Random(seed)
    return " ".join(
        " ".join(chance.choices(WORDS, k=9)).capitalize() + "." for _ in range(sentences)
    )


def day(number: int) -> datetime:
    return datetime(2025, 5, number, 9, tzinfo=UTC)


def stored(body: str, *, source: str = "Harwick Courier", **values: Any) -> Article:
    values.setdefault("extracted_at", day(20))
    article = make_article(body=body, source=make_source(name=source), **values)
    compare([article])
    return article


def clusters() -> list[set[int]]:
    return [{copy.article_id for copy in cluster.copies.all()} for cluster in Cluster.objects.all()]


def leading() -> Article:
    return Article.objects.get(copy__is_leading=True)


def problems() -> list[str]:
    return [str(problem) for _, problem in verify() if problem]


def test_the_same_text_and_nearly_the_same_text_are_copies() -> None:
    first = stored(story(1), published_at=day(2))
    same = stored(story(1), source="Åland Post", published_at=day(1))
    near = stored(f"{story(1)} {story(7, 2)}", source="Morning Star", published_at=day(3))
    other = stored(story(2))
    assert clusters() == [{first.pk, same.pk, near.pk}]
    assert Cluster.objects.get().size == 3
    assert leading() == same
    assert not Copy.objects.filter(article=other).exists()


def test_short_texts_are_copies_only_to_the_letter() -> None:
    first, same, _ = (stored(body) for body in ("Two words.", "Two words.", "Two words!"))
    assert clusters() == [{first.pk, same.pk}]


def test_a_report_in_the_same_words_much_later_is_no_copy_unless_it_is_the_same_text() -> None:
    stored(story(1), published_at=day(1))
    stored(f"{story(1)} More.", published_at=day(16))
    assert clusters() == []
    undated = stored(f"{story(1)} More.", published_at=None)
    assert undated.pk in clusters()[0]
    stored(story(2), published_at=datetime(2015, 5, 1, tzinfo=UTC))
    stored(story(2), published_at=day(1))
    assert len(clusters()) == 2


def test_the_original_of_an_agency_leads() -> None:
    stored(story(1), published_at=day(1), dateline="HARWICK (Coast Wire)")
    agency = stored(story(1), source="Coast Wire", published_at=day(2))
    stored(story(1), source="Åland Post", published_at=None, byline="By Bo Bell, Coast Wire")
    assert leading() == agency


def test_a_byline_that_names_its_own_paper_is_no_credit() -> None:
    first = stored(story(1), published_at=day(1))
    stored(story(1), source="Åland Post", published_at=day(2), byline="By Bo Bell, Åland Post")
    assert leading() == first


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_the_order_does_not_matter(order: tuple[int, ...]) -> None:
    # The middle one is near to both others, which are far from each other.
    bodies = [story(1, 16), f"{story(1, 16)} {story(2, 8)}", f"{story(1, 10)} {story(2, 8)}"]
    for place in order:
        stored(bodies[place], guid=str(place), published_at=day(1 + place))
    (cluster,) = clusters()
    assert len(cluster) == 3
    assert leading().guid == "0"
    assert problems() == []


def test_texts_of_one_chunk_are_compared_with_each_other() -> None:
    compare([make_article(body=story(1)), make_article(body=story(1)), make_article(body="x")])
    assert [len(cluster) for cluster in clusters()] == [2]


def test_compared_again_nothing_changes() -> None:
    first, second = stored(story(1)), stored(story(1))
    before = list(Band.objects.values_list("pk", flat=True))
    compare([first, second])
    assert clusters() == [{first.pk, second.pk}]
    assert list(Band.objects.values_list("pk", flat=True)) == before


def test_another_text_leaves_its_copies() -> None:
    first, second, third = (stored(story(1), published_at=day(n)) for n in (1, 2, 3))
    first.body, first.body_sha256 = story(2), "0" * 64
    first.save()
    compare([first])
    assert clusters() == [{second.pk, third.pk}]
    assert leading() == second
    assert Fingerprint.objects.get(article=first).body_sha256 == "0" * 64


def test_a_removed_article_leaves_its_copies() -> None:
    first, second, third = (stored(story(1), published_at=day(n)) for n in (1, 2, 3))
    delete_article(first)
    assert clusters() == [{second.pk, third.pk}]
    assert leading() == second
    delete_article(second)
    assert clusters() == []
    assert not Copy.objects.exists()


def test_another_date_or_credit_chooses_the_leading_one_again() -> None:
    first, second = (stored(story(1), published_at=day(n), source=f"S{n}") for n in (1, 2))
    first.published_at = day(3)
    edit_article(first, {"published_at"})
    assert leading() == second
    second.byline = "By Ana Reyes, S1"
    edit_article(second, {"byline"})
    assert leading() == first


SAID = "The bridge will open on Friday at noon"


def said(number: int, text: str = SAID, **values: Any) -> Quote:
    article = make_article(body=f"“{text},” she said. {number}", published_at=day(number))
    return make_quote(article=article, text=text, **values)


def printed_first() -> list[Quote]:
    return list(Quote.objects.filter(printing__is_leading=True).order_by("pk"))


def test_the_first_printing_of_a_quote_leads() -> None:
    third, second = said(3), said(2, SAID.upper())
    other = said(1, "Something else was said before and after it")
    short = said(1, "Yes")
    assert Printing.objects.values("key").distinct().count() == 2
    assert printed_first() == [second, other]
    assert not Printing.objects.filter(quote=short).exists()
    assert not Printing.objects.get(quote=third).is_leading


def test_a_quote_broken_by_its_cue_is_the_same_quote() -> None:
    whole = said(1)
    body = "“The bridge will open,” she said, “on Friday at noon.”"
    start = body.index("The bridge")
    broken = make_quote(
        article=make_article(body=body, published_at=day(2)),
        text=body[start:-2],
        segments=[(start, body.index(",”")), (body.index("on Friday"), len(body) - 2)],
    )
    assert broken.printing.key == whole.printing.key


def test_a_rejected_printing_is_none_and_comes_back_when_it_is_taken_back() -> None:
    first, second = said(1), said(2)
    set_status(Quote.objects.filter(pk=first.pk), Status.REJECTED)
    assert printed_first() == [second]
    assert not Printing.objects.filter(quote=first).exists()
    set_status(Quote.objects.filter(pk=first.pk), Status.CONFIRMED)
    assert printed_first() == [first]


def test_a_removed_article_takes_its_printings() -> None:
    first, second = said(1), said(2)
    delete_article(first.article)
    assert printed_first() == [second]


def test_another_date_chooses_the_leading_printing_again() -> None:
    first, second = said(1), said(2)
    first.article.published_at = day(3)
    edit_article(first.article, {"published_at"})
    assert printed_first() == [second]
    first.article.published_at = None
    edit_article(first.article, {"published_at"})
    assert printed_first() == [second]
