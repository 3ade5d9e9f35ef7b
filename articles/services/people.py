"""Changes of an article's facts, with all that is counted of them."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from articles.choices import Origin
from articles.models import Appearance, Article, Mention, Person, Quote
from articles.services import summaries
from articles.services.printings import printed
from articles.services.turns import take_turns

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from django.db.models import QuerySet


@contextmanager
def counted(*articles: Article) -> Iterator[set[int]]:
    """Keep all counts, and who prints which quote, true over a change of articles and their facts.

    Every change of facts, and of what they are counted by, happens inside this,
    in one transaction; so does the removal of an article. Of the people that the
    articles named before, or whose ids the caller adds to the set given, those
    are removed that the program made and that nothing names now.
    """
    take_turns()
    ids = [article.pk for article in articles]
    concerned = _named(ids)
    before = summaries.contribution(ids)
    with printed(articles):
        yield concerned
    after = summaries.contribution(ids)
    left = concerned - summaries.people_in(after)
    after.subtract(before)
    summaries.add(after)
    Appearance.objects.filter(article__in=ids, mentions=None, quotes=None).delete()
    if left:
        remove_unnamed(left)


def remove_unnamed(people: Iterable[int]) -> None:
    """Remove those people whom the program made, and nothing names or points to now."""
    unnamed(Person.objects.filter(pk__in=people)).delete()


def unnamed(people: QuerySet[Person]) -> QuerySet[Person]:
    """Those whom the program made, and nothing names or points to now.

    Whoever was ever merged stays on record, also where that was taken back.
    """
    return people.filter(
        origin=Origin.EXTRACTED,
        appearances=None,
        merged_into=None,
        merged_people=None,
        merges=None,
        merges_into_others=None,
    )


def _named(articles: Collection[int]) -> set[int]:
    """The people of all facts of some articles, rejected and outdated ones included."""
    mentions = Mention.objects.filter(article__in=articles).values_list("person_id", flat=True)
    quotes = Quote.objects.filter(article__in=articles, speaker__isnull=False)
    return {*mentions, *quotes.values_list("speaker_id", flat=True)}
