"""One hash of all that is stored, whatever the ids and whenever it was stored.

Two databases have the same digest if they hold the same sources, articles with
their versions, people, facts, possible matches and merges. Left out are ids,
the times of loading, reading and deciding, where an article was loaded from,
what follows from other columns, and runs. Rows come in the order of natural
keys: an article's is its source and guid, a fact's its place, and a person is
known by all that is said of them and where they appear.
"""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from itertools import islice
from typing import TYPE_CHECKING, Any

from django.db import connection
from django.db.models import F, OuterRef, Subquery
from django.db.models.functions import Collate

from articles.models import (
    Appearance,
    Article,
    ArticleVersion,
    DateExpression,
    Mention,
    Person,
    PersonAlias,
    PersonMerge,
    PossibleMatch,
    Quote,
    Source,
)
from articles.services.snapshot import snapshot

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from django.db.models import Model, QuerySet

_LEFT_OUT = {
    "id", "loaded_at", "loaded_from", "loaded_line", "loaded_record", "extracted_at", "offered_at",
    "decided_at", "merged_at", "undone_at", "search_text", "sort_at", "folded_name", "folded",
    "block",
}  # fmt: skip
_AT_ONCE = 200


def archive_digest() -> str:
    """The SHA-256, as hex digits, of one state of the database."""
    digest = hashlib.sha256()
    with snapshot():
        people = _People()
        sources = _in_order(Source.objects.all(), "slug")
        for part in (
            (_line("source", _values(source)) for source in sources),
            _articles(people),
            people.lines(),
            _sorted(_matches(people)),
            _sorted(_merges(people)),
        ):
            for line in part:
                digest.update(line)
    return digest.hexdigest()


def _line(kind: str, values: Any) -> bytes:
    text = json.dumps([kind, values], sort_keys=True, ensure_ascii=False, default=str)
    return text.encode() + b"\n"


def _values(row: Model, **references: Any) -> dict[str, Any]:
    """The columns of a row that count; references by natural keys instead of ids."""
    fields = row._meta.concrete_fields
    own = {field.name: field for field in fields if not field.is_relation}
    return {
        **{name: getattr(row, name) for name in own if name not in _LEFT_OUT},
        **references,
    }


def _in_order(rows: QuerySet[Any], *names: str) -> QuerySet[Any]:
    """Rows by text columns, code point by code point on every database."""
    collation = "C" if connection.vendor == "postgresql" else "BINARY"
    return rows.order_by(*(Collate(name, collation) for name in names))


def _sorted(lines: Iterable[bytes]) -> list[bytes]:
    """The hashes of lines, in order: a fraction of their size."""
    return sorted(hashlib.sha256(line).digest() for line in lines)


def _batches(ids: Iterable[int]) -> Iterator[list[int]]:
    stream = iter(ids)
    while batch := list(islice(stream, _AT_ONCE)):
        yield batch


def _by(name: str, rows: Iterable[Any]) -> dict[Any, list[Any]]:
    """Rows by the value of a column."""
    found: dict[Any, list[Any]] = defaultdict(list)
    for row in rows:
        found[getattr(row, name)].append(row)
    return found


class _People:
    """What people are known by, whatever their ids."""

    def __init__(self) -> None:
        self.keys: dict[int | None, str] = {None: ""}
        self._merged: dict[int, int] = {}
        for batch in _batches(Person.objects.order_by("pk").values_list("pk", flat=True)):
            self._read(batch)

    def _read(self, batch: list[int]) -> None:
        aliases = _by("person_id", PersonAlias.objects.filter(person__in=batch))
        places = _by("person_id", _appearances(batch))
        rows: Any = Person.objects.filter(pk__in=batch).annotate(
            source=F("described_in__source__slug"), guid=F("described_in__guid")
        )
        for person in rows:
            values = _values(
                person,
                aliases=sorted(alias.name for alias in aliases[person.pk]),
                places=sorted(row.place for row in places[person.pk]),
                described_in=[person.source, person.guid],
            )
            self.keys[person.pk] = hashlib.sha256(_line("person", values)).hexdigest()
            if person.merged_into_id:
                self._merged[person.pk] = person.merged_into_id

    def lines(self) -> Iterator[bytes]:
        keys = self.keys
        yield from sorted(_line("person", key) for key in keys.values())
        yield from sorted(
            _line("merged", [keys[one], keys[other]]) for one, other in self._merged.items()
        )


def _appearances(people: list[int]) -> Iterator[Any]:
    """Appearances of people, each with its ``place``: article, and the first words there."""
    rows: Any = Appearance.objects.filter(person__in=people).annotate(
        mentioned=_first(Mention),
        quoted=_first(Quote),
        source=F("article__source__slug"),
        guid=F("article__guid"),
    )
    for row in rows:
        row.place = (row.source, row.guid, f"{row.mentioned} {row.quoted}")
        yield row


def _first(model: Any) -> Subquery:
    rows = model.objects.filter(appearance=OuterRef("pk"), earlier_version=None)
    return Subquery(rows.order_by("start").values("start")[:1])


def _articles(people: _People) -> Iterator[bytes]:
    ids = _in_order(Article.objects.all(), "source__slug", "guid").values_list("pk", flat=True)
    for batch in _batches(ids.iterator()):
        facts = _Facts(batch, people)
        rows = Article.objects.select_related("source").defer("search_text").in_bulk(batch)
        for pk in batch:
            yield _line("article", _values(rows[pk], source=rows[pk].source.slug))
            yield from facts.lines(pk)


class _Facts:
    """Versions, appearances and facts of some articles."""

    def __init__(self, articles: list[int], people: _People) -> None:
        self._people = people.keys
        versions = list(ArticleVersion.objects.filter(article__in=articles))
        quotes = list(Quote.objects.filter(article__in=articles))
        dates = list(DateExpression.objects.filter(article__in=articles))
        self._numbers: dict[int | None, int] = {row.pk: row.number for row in versions}
        self._quotes: dict[int | None, Any] = {row.pk: (row.start, row.end) for row in quotes}
        self._dates: dict[int | None, Any] = {row.pk: (row.start, row.end) for row in dates}
        self._rows: list[tuple[str, dict[int, list[Any]]]] = [
            (name, _by("article_id", rows))
            for name, rows in (
                ("version", versions),
                ("appearance", Appearance.objects.filter(article__in=articles)),
                ("quote", quotes),
                ("mention", Mention.objects.filter(article__in=articles)),
                ("date", dates),
            )
        ]

    def lines(self, article: int) -> Iterator[bytes]:
        for name, rows in self._rows:
            yield from sorted(
                _line(name, _values(row, **self._references(row))) for row in rows[article]
            )

    def _references(self, row: Any) -> dict[str, Any]:
        if isinstance(row, ArticleVersion):
            return {}
        if isinstance(row, Appearance):
            return {"person": self._people[row.person_id]}
        version = {"earlier_version": self._numbers.get(row.earlier_version_id)}
        if isinstance(row, Quote):
            said_on = self._dates.get(row.said_on_id)
            return version | {"speaker": self._people[row.speaker_id], "said_on": said_on}
        around: dict[str, Any] = {"quote": self._quotes.get(row.quote_id)}
        if isinstance(row, Mention):
            around["person"] = self._people[row.person_id]
        return version | around


def _matches(people: _People) -> Iterator[bytes]:
    for match in PossibleMatch.objects.iterator():
        both = sorted([people.keys[match.first_id], people.keys[match.second_id]])
        yield _line("match", _values(match, people=both))


def _merges(people: _People) -> Iterator[bytes]:
    """What a merge moved is known by ids only: how many they are has to do."""
    for merge in PersonMerge.objects.iterator():
        moved = {name: len(ids) for name, ids in merge.moved.items() if isinstance(ids, list)}
        both = [people.keys[merge.kept_id], people.keys[merge.merged_id]]
        undone = merge.undone_at is not None
        yield _line("merge", _values(merge, people=both, moved=moved, undone=undone))
