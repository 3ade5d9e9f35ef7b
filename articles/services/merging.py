"""What editors decide about who is who: merge, take a merge back, split, reject a match.

Facts go with their appearances, so a merge or split is a change of whose an
appearance is. Every decision is kept as a ``PossibleMatch``: a pair that was
decided is not offered again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from articles.choices import MatchStatus, Origin
from articles.models import (
    Appearance,
    Mention,
    Person,
    PersonAlias,
    PersonMerge,
    PossibleMatch,
    Quote,
)
from articles.services.identity import (
    NAME_LENGTH,
    add_names,
    is_described_by_hand,
    name_key,
    telling,
)
from articles.services.summaries import recount_people
from articles.services.turns import take_turns

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable


class IdentityError(ValueError):
    """Why two people cannot be merged, or one not split, in words for the editor."""


@transaction.atomic
def merge(kept: Person, merged: Person, *, by: str) -> PersonMerge:
    """Make two people one: all facts and names of ``merged`` come to ``kept``.

    The row of ``merged`` stays, without facts, and points to ``kept``.

    Raises:
        IdentityError: they are one already.
    """
    take_turns()
    kept, merged = _fresh(kept), _fresh(merged)
    _refuse_merged(kept, merged)
    if kept.pk == merged.pk:
        raise IdentityError("A person cannot be merged with themselves.")
    appearances = list(merged.appearances.values_list("pk", flat=True))
    redirects = list(merged.merged_people.values_list("pk", flat=True))
    names = [merged.name, *merged.aliases.values_list("name", flat=True)]
    added = add_names(kept, names)
    _move(appearances, kept)
    Person.objects.filter(pk__in=[merged.pk, *redirects]).update(merged_into=kept)
    inherited = _inherit_matches(kept, merged)
    _decide(kept, merged, MatchStatus.MERGED, by)
    _refresh([kept, merged])
    moved = {
        "appearances": appearances,
        "aliases": [alias.pk for alias in added],
        "redirects": redirects,
        "matches": inherited,
        "latest_appearance": Appearance.objects.aggregate(Max("pk", default=0))["pk__max"],
    }
    return PersonMerge.objects.create(kept=kept, merged=merged, merged_by=by, moved=moved)


@transaction.atomic
def undo(done: PersonMerge, *, by: str) -> None:
    """Take a merge back: who was merged has their facts, names and id again.

    Appearances that came since go along where only the name of the one who
    was merged is printed there.

    Raises:
        IdentityError: it is undone already, or a later merge must be undone first.
    """
    take_turns()
    done.refresh_from_db()
    kept, merged = done.kept, done.merged
    if done.undone_at is not None:
        raise IdentityError(f"This merge was undone already, by {done.undone_by}.")
    if kept.merged_into is not None:
        raise IdentityError(f"{kept} was merged into {kept.merged_into}: undo that merge first.")
    lent = PersonAlias.objects.filter(pk__in=done.moved["aliases"], person=kept)
    lent_names = set(lent.values_list("folded", flat=True))
    lent.delete()
    back = {*done.moved["appearances"], *_came_since(done)}
    merged.merged_into = None
    merged.save(update_fields=["merged_into"])
    Person.objects.filter(pk__in=done.moved["redirects"], merged_into=kept).update(
        merged_into=merged
    )
    _move(list(kept.appearances.filter(pk__in=back).values_list("pk", flat=True)), merged)
    own = [kept.name, *(form for row in kept.appearances.all() for form in row.forms)]
    add_names(kept, [name for name in own if name_key(name) in lent_names])
    inherited = PossibleMatch.objects.filter(pk__in=done.moved["matches"])
    inherited.exclude(decided_at__gt=done.merged_at).delete()
    _decide(kept, merged, MatchStatus.REJECTED, by)
    _refresh([kept, merged])
    done.undone_by, done.undone_at = by, timezone.now()
    done.save(update_fields=["undone_by", "undone_at"])


@transaction.atomic
def split(person: Person, articles: Collection[int], *, by: str, name: str = "") -> Person:
    """Make those of a person's appearances that stand in some articles another person.

    Args:
        articles: ids; some, but not all, of the articles that name the person.
        name: of the new person; else the fullest form in these articles.

    Returns:
        The new person, whom no run takes away or renames.

    Raises:
        IdentityError: an article does not name the person, or all do that are left.
    """
    take_turns()
    person = _fresh(person)
    leaving = list(person.appearances.filter(article__in=articles))
    unknown = sorted(set(articles) - {row.article_id for row in leaving})
    if unknown or not leaving:
        raise IdentityError(f"{person} does not appear in the articles {unknown}.")
    if len(leaving) == person.appearances.count():
        raise IdentityError("These are all articles of the person: at least one must stay.")
    forms = [form for row in leaving for form in row.forms]
    name = " ".join(name.split())[:NAME_LENGTH] or max(forms, key=lambda form: len(form.split()))
    new = Person.objects.create(name=name, folded_name=name_key(name), origin=Origin.EDITED)
    add_names(new, [name, *forms])
    _move([row.pk for row in leaving], new)
    _forget_names(person)
    _decide(person, new, MatchStatus.REJECTED, by)
    _refresh([person, new])
    return new


@transaction.atomic
def reject(match: PossibleMatch, *, by: str) -> None:
    """Decide that two people are two.

    Raises:
        IdentityError: one of them was merged since.
    """
    take_turns()
    _refuse_merged(_fresh(match.first), _fresh(match.second))
    _decide(match.first, match.second, MatchStatus.REJECTED, by)
    match.refresh_from_db()


def current(person: Person) -> Person:
    """The person, or who they were merged into."""
    return person.merged_into or person


def _fresh(person: Person) -> Person:
    return Person.objects.select_for_update(of=("self",), no_key=True).get(pk=person.pk)


def _refuse_merged(*people: Person) -> None:
    for row in people:
        if row.merged_into_id is not None:
            raise IdentityError(
                f"{row} ({row.pk}) was merged into {row.merged_into_id} already:"
                " undo that merge first."
            )


def _came_since(done: PersonMerge) -> set[int]:
    """The kept person's appearances since a merge that go by a name of the merged one.

    Those that another merge brought are left to that one.
    """
    kept = done.kept
    known = set(kept.aliases.values_list("folded", flat=True))
    others = kept.merges.filter(undone_at=None).exclude(pk=done.pk)
    brought = {
        pk for moved in others.values_list("moved", flat=True) for pk in moved["appearances"]
    }
    since = kept.appearances.filter(pk__gt=done.moved["latest_appearance"]).exclude(pk__in=brought)
    return {row.pk for row in since if not known & {name_key(form) for form in row.forms}}


def _move(appearances: list[int], person: Person) -> None:
    Appearance.objects.filter(pk__in=appearances).update(person=person)
    Mention.objects.filter(appearance__in=appearances).update(person=person)
    Quote.objects.filter(appearance__in=appearances).update(speaker=person)


def _refresh(people: Iterable[Person]) -> None:
    """Bring counts and descriptions of people in line with their facts."""
    people = list(people)
    recount_people([person.pk for person in people])
    for person in people:
        person.refresh_from_db()
        describe_anew(person)


def describe_anew(person: Person) -> None:
    """Describe a person by the latest title that says who they are."""
    if is_described_by_hand(person):
        return
    rows = person.appearances.exclude(titles=[]).select_related("article")
    person.description, person.described_at, person.described_in = "", None, None
    for row in rows.order_by("-sort_at", "-id").iterator(chunk_size=20):
        if titles := telling(row.titles):
            person.description, person.described_at = titles[0], row.sort_at
            person.described_in = row.article
            break
    person.save(update_fields=["description", "described_at", "described_in"])


def _forget_names(person: Person) -> None:
    """Drop names that no article gives the person any more, unless an editor has set them."""
    if person.origin == Origin.EDITED:
        return
    forms = {name_key(form) for row in person.appearances.all() for form in row.forms}
    person.aliases.exclude(folded__in=forms | {person.folded_name}).delete()


def _pair(one: Person, other: Person) -> tuple[Person, Person]:
    """Two people as a possible match has them, the lower id first."""
    return (one, other) if one.pk < other.pk else (other, one)


def _decide(one: Person, other: Person, status: MatchStatus, by: str) -> None:
    first, second = _pair(one, other)
    decided = {"status": status, "decided_by": by, "decided_at": timezone.now()}
    PossibleMatch.objects.update_or_create(first=first, second=second, defaults=decided)


def _inherit_matches(kept: Person, merged: Person) -> list[int]:
    """Who is not the merged one is not the kept one; open questions become the kept one's.

    Returns:
        Ids of the matches made.
    """
    made = []
    for match in PossibleMatch.objects.about(merged).exclude(status=MatchStatus.MERGED):
        other = match.second if match.first_id == merged.pk else match.first
        if other.pk == kept.pk or other.merged_into_id is not None:
            continue
        first, second = _pair(kept, other)
        inherited, is_new = PossibleMatch.objects.get_or_create(
            first=first,
            second=second,
            defaults={
                "score": match.score,
                "evidence": match.evidence,
                "status": match.status,
                "decided_by": match.decided_by,
                "decided_at": match.decided_at,
            },
        )
        if is_new:
            made.append(inherited.pk)
    return made
