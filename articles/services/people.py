"""The counts that people carry, and turns at changing them."""

from __future__ import annotations

from collections import Counter
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import connection

from articles.choices import Origin
from articles.models import Appearance, Article, Mention, Person, Quote
from articles.services.printings import printed

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from django.db.models import QuerySet

# Any number that only this lock bears.
_TURNS = 0x6E657773


def take_turns() -> None:
    """Wait until no other transaction changes who is who, and keep others waiting.

    Two articles that name a new person at once would make two rows of one. On
    SQLite, which has one writer at a time, there is nothing to wait for.

    Whoever waits here may have locked articles, in the order of their ids, and
    locks none afterwards; and locks of articles (``ArticleQuerySet.locked``) let
    others refer to them, as descriptions of people do.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_TURNS])


@dataclass(frozen=True, slots=True)
class _Tally:
    """How often people are named in some articles, quoted, and in how many they are named."""

    mentions: Counter[int]
    quotes: Counter[int]
    articles: Counter[int]

    def people(self) -> set[int]:
        return self.mentions.keys() | self.quotes.keys()


def _tally(articles: Collection[Article]) -> _Tally:
    mentions = Mention.objects.filter(article__in=articles).current()
    quotes = Quote.objects.filter(article__in=articles, speaker__isnull=False).current()
    named = Counter(mentions.values_list("person_id", "article_id"))
    return _Tally(
        Counter(person for person, _ in named.elements()),
        Counter(quotes.values_list("speaker_id", flat=True)),
        Counter(person for person, _ in named),
    )


@contextmanager
def counted(*articles: Article) -> Iterator[set[int]]:
    """Keep the counts of people, and who prints which quote, true over a change of facts.

    Every change of facts happens inside this, in one transaction. Of the people
    that the articles named before, or whose ids the caller adds to the set
    given, those are removed that the program made and that nothing names now.
    """
    take_turns()
    concerned = _named(articles)
    before = _tally(articles)
    with printed(articles):
        yield concerned
    after = _tally(articles)
    _add_to_counts(before, after)
    Appearance.objects.filter(article__in=articles, mentions=None, quotes=None).delete()
    if gone := concerned - after.people():
        remove_unnamed(gone)


def _add_to_counts(before: _Tally, after: _Tally) -> None:
    changes = []
    for person in sorted(before.people() | after.people()):
        change = (
            after.mentions[person] - before.mentions[person],
            after.quotes[person] - before.quotes[person],
            after.articles[person] - before.articles[person],
        )
        if any(change):
            changes.append((*change, person))
    if changes:
        with connection.cursor() as cursor:
            cursor.executemany(
                "UPDATE articles_person SET mention_count = mention_count + %s,"
                " quote_count = quote_count + %s, article_count = article_count + %s"
                " WHERE id = %s",
                changes,
            )


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


def _named(articles: Collection[Article]) -> set[int]:
    """The people of all facts of some articles, rejected and outdated ones included."""
    mentions = Mention.objects.filter(article__in=articles).values_list("person_id", flat=True)
    quotes = Quote.objects.filter(article__in=articles, speaker__isnull=False)
    return {*mentions, *quotes.values_list("speaker_id", flat=True)}
