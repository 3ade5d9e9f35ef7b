"""Changes of an article's facts, with all that is counted of them."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from articles.choices import Origin
from articles.models import Appearance, Article, Mention, Person, Quote
from articles.services import summaries
from articles.services.turns import take_turns

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


@contextmanager
def counted(article: Article) -> Iterator[set[int]]:
    """Keep all counts true over a change of one article and its facts.

    Every change of facts, and of what they are counted by, happens inside this,
    in one transaction; so does the removal of an article. Of the people that the
    article named before, or whose ids the caller adds to the set given, those
    are removed that the program made and that nothing names now.
    """
    take_turns()
    pk = article.pk
    concerned = _named(pk)
    before = summaries.contribution([pk])
    yield concerned
    after = summaries.contribution([pk])
    left = concerned - summaries.people_in(after)
    after.subtract(before)
    summaries.add(after)
    Appearance.objects.filter(article=pk, mentions=None, quotes=None).delete()
    remove_unnamed(left)


def remove_unnamed(people: Iterable[int]) -> None:
    """Remove those people whom the program made, and nothing names or points to now.

    Whoever was ever merged stays on record, also where that was taken back.
    """
    Person.objects.filter(
        pk__in=people,
        origin=Origin.EXTRACTED,
        appearances=None,
        merged_into=None,
        merged_people=None,
        merges=None,
        merges_into_others=None,
    ).delete()


def _named(article: int) -> set[int]:
    """The people of all facts of an article, rejected and outdated ones included."""
    mentions = Mention.objects.filter(article=article).values_list("person_id", flat=True)
    quotes = Quote.objects.filter(article=article, speaker__isnull=False)
    return {*mentions, *quotes.values_list("speaker_id", flat=True)}
