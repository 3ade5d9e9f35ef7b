"""Articles that print one story, kept together as they are stored; nothing is removed for it."""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import timedelta
from typing import TYPE_CHECKING

from django.db.models import Min

from articles.extraction.folding import fold
from articles.linking.copies import SAME_STORY, bands, shingles, similarity
from articles.models import Article, Band, Cluster, Copy, Fingerprint
from articles.models.article import UNDATED
from articles.services import bulk
from articles.services.turns import take_turns

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

# A report that comes every month in the same words is not the same story.
MOST_DAYS = timedelta(days=14)
# Articles compared with one text; those that share most bands with it come first.
COMPARED = 20
# Rows looked at for that, for each text.
_ROWS = 2_000


def compare(articles: Sequence[Article]) -> None:
    """Bring articles whose text is new into the clusters of their copies.

    Call it in the transaction that stores what was found in the texts.
    """
    known = dict(
        Fingerprint.objects.filter(article__in=articles).values_list("article", "body_sha256")
    )
    fresh = {one.pk: one for one in articles if known.get(one.pk) != one.body_sha256}
    if not fresh:
        return
    take_turns()
    for pk in fresh.keys() & known.keys():
        leave(fresh[pk])
    runs = {pk: shingles(one.body) for pk, one in fresh.items()}
    values = {pk: bands(runs[pk]) for pk in fresh}
    bulk.insert([Fingerprint(article=one, body_sha256=one.body_sha256) for one in fresh.values()])
    bulk.insert([Band(article_id=pk, value=value) for pk, own in values.items() for value in own])
    first = _first_of_same_text(fresh.values())
    likely = _likely(values)
    for pk, article in fresh.items():
        others = set(_near(article, runs[pk], likely[pk])) | {first[article.body_sha256]}
        if others - {pk}:
            _unite({pk, *others})


def recheck(article: Article) -> None:
    """Choose the leading article of a cluster again, since what speaks for it has changed."""
    for cluster in Copy.objects.filter(article=article).values_list("cluster", flat=True):
        _settle(cluster)


def leave(article: Article) -> None:
    """Take an article out of its cluster, because its text changes or goes."""
    former = Copy.objects.filter(article=article).values_list("cluster", flat=True).first()
    Copy.objects.filter(article=article).delete()
    Band.objects.filter(article=article).delete()
    Fingerprint.objects.filter(article=article).delete()
    if former is not None:
        _settle(former)


def _first_of_same_text(articles: Iterable[Article]) -> dict[str, int]:
    """By text, the first article that has it: in the cluster of all others that do."""
    texts = [one.body_sha256 for one in articles]
    rows = Fingerprint.objects.filter(body_sha256__in=texts).values_list("body_sha256")
    return dict(rows.annotate(Min("article")))


def _likely(values: Mapping[int, Sequence[int]]) -> dict[int, list[int]]:
    """By article, others that share bands with it, those with most of them first."""
    holders: dict[int, list[int]] = defaultdict(list)
    wanted = {value for own in values.values() for value in own}
    rows = Band.objects.filter(value__in=wanted).order_by("-article")
    for value, holder in rows.values_list("value", "article")[: _ROWS * len(values)]:
        holders[value].append(holder)
    likely = {}
    for pk, own in values.items():
        shared = Counter(holder for value in own for holder in holders[value] if holder != pk)
        likely[pk] = [other for other, _ in shared.most_common(COMPARED)]
    return likely


def _near(article: Article, runs: frozenset[str], likely: Sequence[int]) -> Iterator[int]:
    """Those of about the same days that share enough of the text."""
    if not likely:
        return
    for other in Article.objects.filter(pk__in=likely).only("body", "sort_at"):
        near = _days_apart(article, other) <= MOST_DAYS
        if near and similarity(runs, shingles(other.body)) >= SAME_STORY:
            yield other.pk


def _unite(articles: set[int]) -> None:
    """Make one cluster of articles and of the clusters they are in."""
    found = Copy.objects.filter(article__in=articles)
    clusters = sorted(set(found.values_list("cluster", flat=True)))
    cluster = clusters[0] if clusters else Cluster.objects.create(size=0).pk
    Copy.objects.filter(cluster__in=clusters[1:]).update(cluster=cluster, is_leading=False)
    Cluster.objects.filter(pk__in=clusters[1:]).delete()
    members = set(Copy.objects.filter(cluster=cluster).values_list("article", flat=True))
    Copy.objects.bulk_create(
        Copy(article_id=pk, cluster_id=cluster) for pk in sorted(articles - members)
    )
    _settle(cluster)


def _days_apart(one: Article, other: Article) -> timedelta:
    """Nothing, where one of them is undated."""
    if UNDATED in {one.sort_at, other.sort_at}:
        return timedelta()
    return abs(one.sort_at - other.sort_at)


def _settle(cluster: int) -> None:
    """Set the size of a cluster and its leading article; one article alone is none."""
    copies = list(Copy.objects.filter(cluster=cluster).values_list("article", flat=True))
    if len(copies) < 2:
        Cluster.objects.filter(pk=cluster).delete()
        return
    Cluster.objects.filter(pk=cluster).update(size=len(copies))
    rows = Article.objects.filter(pk__in=copies).select_related("source")
    first = leading(list(rows.only("byline", "dateline", "sort_at", "source__name")))
    # In this order, since no two may lead at once.
    Copy.objects.filter(cluster=cluster).exclude(article=first).update(is_leading=False)
    Copy.objects.filter(cluster=cluster, article=first).update(is_leading=True)


def leading(articles: Sequence[Article]) -> Article:
    """The original of an agency that others name, else the one published first."""
    credited = [one for one in articles if any(_credits(other, one) for other in articles)]
    return min(credited or articles, key=lambda one: (one.sort_at == UNDATED, one.sort_at, one.pk))


def _credits(article: Article, original: Article) -> bool:
    """Whether the byline or dateline of an article names the source of another one."""
    if article.source_id == original.source_id:
        return False
    printed = f" {fold(article.byline)}  {fold(article.dateline)} "
    return f" {fold(original.source.name)} " in printed
