"""The counts that people carry, and turns at changing them."""

from __future__ import annotations

from collections import Counter
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.db import connection
from django.db.models import F

from articles.choices import Origin
from articles.models import Appearance, Article, Mention, Person, Quote

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from django.db.models import QuerySet

# Any number that only this lock bears.
_TURNS = 0x6E657773


def take_turns() -> None:
    """Wait until no other transaction changes who is who, and keep others waiting.

    Two articles that name a new person at once would make two rows of one. On
    SQLite, which has one writer at a time, there is nothing to wait for.

    Whoever waits here may have locked one article, never more; and locks of
    articles (``ArticleQuerySet.locked``) let others refer to them, as
    descriptions of people do.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_TURNS])


@dataclass(frozen=True, slots=True)
class _Tally:
    mentions: Counter[int] = field(default_factory=Counter)
    quotes: Counter[int] = field(default_factory=Counter)

    def people(self) -> set[int]:
        return self.mentions.keys() | self.quotes.keys()


def _tally(article: Article) -> _Tally:
    mentions = Mention.objects.filter(article=article).current()
    quotes = Quote.objects.filter(article=article, speaker__isnull=False).current()
    return _Tally(
        Counter(mentions.values_list("person_id", flat=True)),
        Counter(quotes.values_list("speaker_id", flat=True)),
    )


@contextmanager
def counted(article: Article) -> Iterator[set[int]]:
    """Keep the counts of people true over a change of one article's facts.

    Every change of facts happens inside this, in one transaction. Of the people
    that the article named before, or whose ids the caller adds to the set
    given, those are removed that the program made and that nothing names now.
    """
    take_turns()
    concerned = _named(article)
    before = _tally(article)
    yield concerned
    after = _tally(article)
    for person in sorted(before.people() | after.people()):
        mentions = after.mentions[person] - before.mentions[person]
        quotes = after.quotes[person] - before.quotes[person]
        articles = (person in after.mentions) - (person in before.mentions)
        if mentions or quotes or articles:
            Person.objects.filter(pk=person).update(
                mention_count=F("mention_count") + mentions,
                quote_count=F("quote_count") + quotes,
                article_count=F("article_count") + articles,
            )
    Appearance.objects.filter(article=article, mentions=None, quotes=None).delete()
    remove_unnamed(concerned - after.people())


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


def recount(people: Iterable[int]) -> None:
    """Count the facts of people anew."""
    for row in Person.objects.filter(pk__in=people):
        mentions = Mention.objects.filter(person=row).current()
        row.mention_count = mentions.count()
        row.article_count = mentions.values("article").distinct().count()
        row.quote_count = Quote.objects.filter(speaker=row).current().count()
        row.save(update_fields=["mention_count", "article_count", "quote_count"])


def _named(article: Article) -> set[int]:
    """The people of all facts of an article, rejected and outdated ones included."""
    mentions = Mention.objects.filter(article=article).values_list("person_id", flat=True)
    quotes = Quote.objects.filter(article=article, speaker__isnull=False)
    return {*mentions, *quotes.values_list("speaker_id", flat=True)}
