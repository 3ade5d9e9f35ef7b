"""People from authority files: known from then on by name, aliases and Wikidata id."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict
from enum import StrEnum
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import F, Q

from articles.choices import Origin
from articles.extraction.folding import fold
from articles.linking import Evidence, full_name
from articles.linking.evidence import SAME_NAME
from articles.models import Person, PersonAlias, PossibleMatch
from articles.readers import Rejected
from articles.services.identity import add_names, name_key
from articles.services.merging import current
from articles.services.turns import take_turns

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable

    from articles.readers.authority import RawPerson


# People offered as perhaps a new one, those most often mentioned first.
NAMESAKES = 3


class Outcome(StrEnum):
    NEW = "new"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    REJECTED = "rejected"


class AuthorityError(ValueError):
    """Why a person cannot be stored: a stable code, and the reason with its remedy."""

    def __init__(self, code: str, reason: str) -> None:
        super().__init__(reason)
        self.code = code
        self.reason = reason


def load_people(
    items: Iterable[RawPerson | Rejected], *, on_reject: Callable[[Rejected], None]
) -> dict[str, int]:
    """Store people one by one.

    Returns:
        How many were ``seen``, and how many had each ``Outcome``.
    """
    counts = Counter(dict.fromkeys(Outcome, 0))
    for item in items:
        rejected = item if isinstance(item, Rejected) else None
        if not isinstance(item, Rejected):
            try:
                counts[store_person(item)] += 1
            except AuthorityError as error:
                rejected = Rejected(item.location, error.code, error.reason)
        if rejected is not None:
            counts[Outcome.REJECTED] += 1
            on_reject(rejected)
    return {"seen": counts.total(), **{outcome.value: n for outcome, n in counts.items()}}


@transaction.atomic
def store_person(raw: RawPerson) -> Outcome:
    """Make a person known as an authority gives them; who is known already is brought in line.

    What the file says replaces what is stored; what it leaves out stays, and so
    do names that are known already. No run renames or removes the person.

    Raises:
        AuthorityError: it is not clear which person is meant.
    """
    if not fold(raw.name):
        raise AuthorityError("missing_name", "a name needs a letter or a figure: give the name")
    take_turns()
    known = _known(raw)
    person = known or Person()
    before = _settled(person)
    person.name, person.folded_name = raw.name, name_key(raw.name)
    person.wikidata_id = raw.wikidata_id or person.wikidata_id
    person.origin = Origin.EDITED
    if raw.description:
        person.description = raw.description
        person.described_at = person.described_in = None
    changed = _settled(person) != before
    if changed:
        person.save()
    added = add_names(person, [raw.name, *raw.aliases])
    if known is None:
        _offer_namesakes(person)
        return Outcome.NEW
    return Outcome.UPDATED if changed or added else Outcome.UNCHANGED


def _offer_namesakes(person: Person) -> None:
    """Have an editor decide whether people of the same full name are the new one."""
    if not full_name(person.name):
        return
    same = PersonAlias.objects.filter(folded=person.folded_name, person__merged_into=None)
    namesakes = Person.objects.filter(pk__in=same.values("person"), wikidata_id="")
    PossibleMatch.objects.bulk_create(
        PossibleMatch(
            first=other, second=person, evidence=[asdict(Evidence(SAME_NAME, 0.0, (person.name,)))]
        )
        for other in namesakes.exclude(pk=person.pk).order_by("-mention_count", "pk")[:NAMESAKES]
    )


def _settled(person: Person) -> tuple[object, ...]:
    return (
        person.name,
        person.wikidata_id,
        person.origin,
        person.description,
        person.described_at,
        person.described_in_id,
    )


def _known(raw: RawPerson) -> Person | None:
    """Who of the people known is meant: by the id, else by the name, else by an alias."""
    if raw.wikidata_id and (person := _by_id(raw.wikidata_id)):
        return person
    for names in ((raw.name,), raw.aliases):
        people = _by_names(names)
        if len(people) == 1:
            (person,) = people
            is_other = raw.wikidata_id and person.wikidata_id not in ("", raw.wikidata_id)
            return None if is_other else person
        if people and raw.wikidata_id:
            return None
        if people:
            raise AuthorityError(
                "ambiguous_name",
                f"more than one person is known as {' or '.join(names)}: give the wikidata_id",
            )
    return None


def _by_id(wikidata_id: str) -> Person | None:
    rows = Person.objects.filter(wikidata_id=wikidata_id).select_related("merged_into")
    people = {current(row) for row in rows}
    if len(people) > 1:
        raise AuthorityError(
            "ambiguous_id", f"{len(people)} people have the id {wikidata_id}: merge them first"
        )
    person = next(iter(people), None)
    if person and person.wikidata_id not in ("", wikidata_id):
        raise AuthorityError(
            "merged_id",
            f"{wikidata_id} was merged into {person.name} ({person.wikidata_id}): "
            "take that back or leave the line out",
        )
    return person


def _by_names(names: Collection[str]) -> list[Person]:
    """People known by one of these full names, or listed under a lone one; two are enough."""
    full = {name_key(name) for name in names if full_name(name)}
    every = {name_key(name) for name in names}
    aliases = PersonAlias.objects.filter(folded__in=every, person__merged_into=None)
    aliases = aliases.filter(Q(folded__in=full) | Q(person__folded_name=F("folded")))
    return list(Person.objects.filter(pk__in=aliases.values("person"))[:2])
