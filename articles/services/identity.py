"""What is known of people and their names, and how an article adds to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articles.choices import Origin
from articles.extraction.folding import fold
from articles.linking import block, is_fuller
from articles.models import Appearance, Article, Person, PersonAlias

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

NAME_LENGTH = 200
TITLE_LENGTH = 300
# What ``describe`` may change.
DESCRIPTION = ["name", "folded_name", "description", "described_at", "described_in"]
# Titles that do not say who somebody is.
_FORMS_OF_ADDRESS = frozenset("mr mrs ms miss mx sir madam dame lord lady dr prof".split())


def name_key(name: str) -> str:
    """What a name is looked up by: folded, as long as the database keeps it."""
    return fold(name)[:NAME_LENGTH]


def appearance_of(article: Article, person: Person) -> Appearance:
    """The appearance that facts get which an editor gives to a person."""
    appearance = Appearance.objects.filter(article=article, person=person).order_by("id").first()
    return appearance or Appearance.objects.create(
        article=article,
        person=person,
        name=person.name,
        forms=[person.name],
        sort_at=article.sort_at,
    )


def describe(appearance: Appearance) -> bool:
    """Take over a fuller name and a newer title; whether there is one.

    What an editor has set stays.
    """
    row = appearance.person
    fuller, newer = _fuller_name(row, appearance), _newer_title(row, appearance)
    return fuller or newer


def _fuller_name(row: Person, appearance: Appearance) -> bool:
    if row.origin == Origin.EDITED or not is_fuller(appearance.name, row.name):
        return False
    row.name = appearance.name
    row.folded_name = name_key(row.name)
    return True


def _newer_title(row: Person, appearance: Appearance) -> bool:
    titles = telling(appearance.titles)
    older = row.described_at is not None and row.described_at > appearance.sort_at
    if not titles or older or is_described_by_hand(row):
        return False
    row.description = titles[0]
    row.described_at = appearance.sort_at
    row.described_in = appearance.article
    return True


def is_described_by_hand(person: Person) -> bool:
    """Whether the description is an editor's or an authority's, not an article's."""
    edited = person.origin == Origin.EDITED and person.described_at is None
    return edited and bool(person.description)


def telling(titles: Iterable[str]) -> list[str]:
    """The titles that say what somebody is."""
    return [title for title in titles if fold(title) not in _FORMS_OF_ADDRESS]


def remember(appearances: Iterable[Appearance]) -> None:
    """Add the forms of names that are new, unless an editor has settled which there are."""
    forms: dict[Person, list[str]] = {}
    for appearance in appearances:
        if appearance.person.origin == Origin.EXTRACTED:
            forms.setdefault(appearance.person, []).extend(appearance.forms)
    _add(forms)


def add_names(person: Person, forms: Iterable[str]) -> list[PersonAlias]:
    """Have a person known by more names; those known already stay as they are written.

    Returns:
        The aliases added.
    """
    return _add({person: forms})


def _add(forms: Mapping[Person, Iterable[str]]) -> list[PersonAlias]:
    aliases = PersonAlias.objects.filter(person__in=forms)
    known = set(aliases.values_list("person_id", "folded"))
    added = {}
    for person, names in forms.items():
        for name in names:
            key = person.pk, name_key(name)
            if key[1] and key not in known and key not in added:
                added[key] = PersonAlias(
                    person=person, name=name[:NAME_LENGTH], folded=key[1], block=block(name)
                )
    return PersonAlias.objects.bulk_create(added.values())
