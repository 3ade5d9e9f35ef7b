"""Whether stories and quotes that are printed several times are kept together."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from django.db.models import Count, F, Q

from articles.models import Article, Cluster, Copy, Fingerprint, Printing, Quote
from articles.services.copies import leading
from articles.services.printings import key_of, leading_printing
from articles.services.verify.problem import problem, problems

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articles.services.verify.problem import Problem


def check_copies() -> Iterator[Problem]:
    """Clusters have two or more articles, one of which leads, and their sizes are right."""
    here = Count("copies")
    leads = Count("copies", filter=Q(copies__is_leading=True))
    for cluster in Cluster.objects.annotate(here=here, leads=leads).iterator(chunk_size=200):
        if cluster.here < 2 or cluster.size != cluster.here:
            yield problem(cluster, f"size is {cluster.size}, it has {cluster.here} articles")
        if cluster.leads != 1:
            yield problem(cluster, f"{cluster.leads} of its articles lead")
            continue
        copies = Copy.objects.filter(cluster=cluster)
        rows = Article.objects.filter(copy__cluster=cluster).select_related("source")
        right = leading(list(rows.defer("body", "search_text"))).pk
        if not copies.filter(article=right, is_leading=True).exists():
            yield problem(cluster, f"article {right} does not lead, though it came first")
    read = Article.objects.exclude(extracted_at=None).exclude(state="pending")
    unknown = "it was not compared with others: run `manage.py reextract --all`"
    yield from problems(read.filter(fingerprint=None).only("pk"), unknown)
    other = Fingerprint.objects.filter(article__in=read)
    other = other.exclude(body_sha256=F("article__body_sha256"))
    yield from problems(other, "it is that of another text")


def check_printings() -> Iterator[Problem]:
    """Current quotes have the key of their words, and the first of each key leads."""
    quotes = Quote.objects.current().select_related("printing").order_by("pk")
    for quote in quotes.defer("search_text").iterator(chunk_size=500):
        printing = getattr(quote, "printing", None)
        if (printing.key if printing else None) != key_of(quote):
            yield problem(quote, "its printing is not that of its words: run `reextract --all`")
    gone = Printing.objects.exclude(quote__in=Quote.objects.current())
    yield from problems(gone, "it is a printing of no current quote")
    found = defaultdict(list)
    several = Printing.objects.order_by().values("key").annotate(times=Count("pk"))
    keys = several.filter(times__gt=1).values("key")
    alone = Printing.objects.exclude(key__in=keys).filter(is_leading=False)
    yield from problems(alone, "it does not lead, though it is the only printing")
    for printing in Printing.objects.filter(key__in=keys).select_related("quote").iterator():
        found[printing.key].append(printing)
    for printings in found.values():
        first = leading_printing([(one.quote.sort_at, one.pk) for one in printings])
        for one in printings:
            if one.is_leading != (one.pk == first):
                yield problem(one, f"quote {first} is the first printing")
