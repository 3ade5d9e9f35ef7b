"""What a page shows of people, so that an editor can tell who they are."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import F, OuterRef, Subquery, Value
from django.db.models.functions import Coalesce, Greatest, Least, Substr

from articles.admin.permissions import change_url, list_url
from articles.models import Appearance, Mention, Quote
from articles.services.identity import telling

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from django.db.models import QuerySet

    from articles.models import Article, Person, PossibleMatch

# Articles shown of each person, and the latest appearances that titles are taken from.
LATEST = 5
TITLED = 100
MOST_TITLES = 8
# Characters of context on either side of a name, in one line.
CONTEXT = 90
_CUT_WORD_BEFORE = re.compile(r"\A\S*\s+")
_CUT_WORD_AFTER = re.compile(r"\s+\S*\Z")
_KINDS = {
    ("name", True): "Their full names agree",
    ("name", False): "A great many people bear this full name",
    ("short name", True): "One name is short for the other",
    ("short name", False): "One name may be short for the other, or for another",
    ("family name", True): "One is only called by the other's family name",
    ("family name", False): "One is only called by a family name that others bear too",
    ("spelling", False): "The names only sound alike",
    ("known", True): "One of them is often in the news",
    ("identified", True): "One of them has a Wikidata id",
    ("titles", True): "Their titles share words",
    ("titles", False): "Their titles are of different fields",
    ("companions", True): "Both are named together with",
    ("context", True): "Articles speak of the same things near their names",
    ("context", False): "Nothing near their names is alike",
    ("section", True): "Both appear in the same section",
    ("section", False): "They appear in other sections",
    ("source", True): "Both appear with the same source",
    ("days", True): "Articles on both came out within three days",
    ("gender", False): "One is written of as a man, the other as a woman",
}


@dataclass(frozen=True, slots=True)
class Sight:
    """A person in one article: the line around the name that is printed first."""

    article: Article
    url: str
    name: str
    titles: list[str]
    before: str
    words: str
    after: str


@dataclass(frozen=True, slots=True)
class Profile:
    """A person as a page shows them beside another."""

    person: Person
    url: str
    aliases: list[str]
    titles: list[str]
    first_on: date | None
    last_on: date | None
    latest: list[Sight]
    mentions_url: str
    quotes_url: str

    @property
    def names(self) -> int:
        """How many names a merge takes along."""
        return len(self.aliases) + 1


@dataclass(frozen=True, slots=True)
class Reason:
    """One piece of evidence in words; it speaks for one person, or against."""

    speaks_for: bool
    weight: float
    words: str
    shared: list[str]


def profile(person: Person) -> Profile:
    """All that tells who somebody is, in a number of queries that does not grow."""
    dated = person.appearances.filter(article__published_on__isnull=False)
    days = dated.values_list("article__published_on", flat=True)
    aliases = person.aliases.exclude(folded=person.folded_name)
    return Profile(
        person=person,
        url=change_url(person),
        aliases=list(aliases.values_list("name", flat=True)),
        titles=_titles(person),
        first_on=days.order_by("sort_at", "id").first(),
        last_on=days.order_by("-sort_at", "-id").first(),
        latest=sights(with_context(person.appearances.all())[:LATEST]),
        mentions_url=list_url(Mention, person__id__exact=person.pk),
        quotes_url=list_url(Quote, speaker__id__exact=person.pk),
    )


def _titles(person: Person) -> list[str]:
    """The titles printed with the name that say what somebody is, the latest first."""
    latest = person.appearances.exclude(titles=[]).values_list("titles", flat=True)[:TITLED]
    found = (title for titles in latest for title in telling(titles))
    return list(dict.fromkeys(found))[:MOST_TITLES]


def with_context(appearances: QuerySet[Appearance]) -> QuerySet[Appearance]:
    """Appearances, latest first, with the text around where the person first stands.

    The database cuts the line out, so that no body is read as a whole.
    """
    here = {"appearance": OuterRef("pk")}
    mention = Mention.objects.present().filter(**here).order_by("start")
    quote = Quote.objects.present().filter(**here, speaker_start__isnull=False)
    quote = quote.order_by("speaker_start")
    start = Coalesce(
        Subquery(mention.values("start")[:1]), Subquery(quote.values("speaker_start")[:1])
    )
    end = Coalesce(Subquery(mention.values("end")[:1]), Subquery(quote.values("speaker_end")[:1]))
    rows = appearances.select_related("article__source").defer(
        "article__body", "article__search_text"
    )
    return (
        rows.annotate(stands=start, ends=end)
        .annotate(
            before=Substr(
                "article__body",
                Greatest(F("stands") - CONTEXT + 1, Value(1)),
                Least(F("stands"), Value(CONTEXT)),
            ),
            words=Substr("article__body", F("stands") + 1, F("ends") - F("stands")),
            after=Substr("article__body", F("ends") + 1, Value(CONTEXT)),
        )
        .order_by("-sort_at", "-id")
    )


def sights(rows: Iterable[Appearance]) -> list[Sight]:
    """Appearances as pages show them; ``rows`` are those of ``with_context``."""
    return [_sight(row) for row in rows]


def _sight(row: Any) -> Sight:
    # Databases differ in what they cut where nothing stands.
    around = (row.before, row.words, row.after) if row.stands is not None else ("", "", "")
    before, words, after = around
    before, after = before.rpartition("\n")[2], after.partition("\n")[0]
    if len(before) == CONTEXT:
        before = "… " + _CUT_WORD_BEFORE.sub("", before)
    if len(after) == CONTEXT:
        after = _CUT_WORD_AFTER.sub("", after) + " …"
    return Sight(
        article=row.article,
        url=change_url(row.article),
        name=row.name,
        titles=row.titles,
        before=before,
        words=words,
        after=after,
    )


def reasons(match: PossibleMatch) -> list[Reason]:
    """The evidence on two people, what speaks for one person first, the strongest first."""
    found = [_reason(**evidence) for evidence in match.evidence]
    return sorted(found, key=lambda reason: (not reason.speaks_for, -abs(reason.weight)))


def _reason(kind: str, weight: float, words: list[str] | tuple[str, ...] = ()) -> Reason:
    speaks_for = weight > 0
    described = _KINDS.get((kind, speaks_for), kind.capitalize())
    return Reason(speaks_for, round(weight, 1), described, list(words))
