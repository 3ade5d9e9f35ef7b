"""Whether the counts that rows carry are those of the rows counted."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from django.db.models import Count

from articles.models import Mention, Person, Quote
from articles.services.verify.problem import problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articles.services.verify.problem import Problem

AT_ONCE = 1000


def check_people_counts() -> Iterator[Problem]:
    """How often people are named and quoted, and in how many articles."""
    stream = Person.objects.order_by("pk").iterator(chunk_size=AT_ONCE)
    while people := list(islice(stream, AT_ONCE)):
        ids = [person.pk for person in people]
        mentions = Mention.objects.current().filter(person__in=ids).order_by().values("person")
        named = {
            row["person"]: (row["mentions"], row["articles"])
            for row in mentions.annotate(
                mentions=Count("pk"), articles=Count("article", distinct=True)
            )
        }
        quotes = Quote.objects.current().filter(speaker__in=ids).order_by().values("speaker")
        quoted = {row["speaker"]: row["quotes"] for row in quotes.annotate(quotes=Count("pk"))}
        for person in people:
            right = (*named.get(person.pk, (0, 0)), quoted.get(person.pk, 0))
            stored = (person.mention_count, person.article_count, person.quote_count)
            if stored != right:
                names = "mention_count, article_count, quote_count"
                yield problem(person, f"{names} are {stored}, the facts give {right}")
