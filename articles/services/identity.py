"""Which Person row somebody named in an article is, and what is remembered of it."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from articles.choices import Origin
from articles.extraction.folding import fold
from articles.linking import Decision, Sighting, block, decide, full_name, is_fuller, sure_by_name
from articles.models import Appearance, Article, Mention, Person, PersonAlias, PossibleMatch
from articles.services.candidates import Candidates, known_people

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from articles.extraction.types import Person as FoundPerson

NAME_LENGTH = 200
TITLE_LENGTH = 300
# People of an article, the first, beside whom the others are named.
COMPANIONS = 50
# Titles that do not say who somebody is.
_FORMS_OF_ADDRESS = frozenset("mr mrs ms miss mx sir madam dame lord lady dr prof".split())


def name_key(name: str) -> str:
    """What a name is looked up by: folded, as long as the database keeps it."""
    return fold(name)[:NAME_LENGTH]


def identify(article: Article, found: Sequence[FoundPerson]) -> dict[int, Appearance]:
    """The appearance in an article of each person found there, linked to a Person row.

    Somebody whose mentions are stored already stays who they were. Whoever of
    the others is not clearly somebody known becomes a new person, with those
    who may be meant as possible matches.

    Call it inside ``people.counted``, so that no two articles make one person twice.

    Returns:
        Appearances by the person's id in the extraction.
    """
    appearances = _stored(article, found)
    taken = {appearance.person_id for appearance in appearances.values()}
    new = [person for person in found if person.id not in appearances]
    full = [(person.id, full_name(person.name)) for person in found]
    named = [(number, name) for number, name in full if name][:COMPANIONS]
    sightings = {person.id: _sighting(article, person, named) for person in new}
    for number, row in _rows(_decisions(sightings, taken), sightings).items():
        appearances[number] = Appearance(article=article, person=row)
    _save([(appearances[person.id], _shown(article, person)) for person in found])
    _describe(appearances.values())
    _remember(appearances.values())
    return appearances


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


def _stored(article: Article, found: Iterable[FoundPerson]) -> dict[int, Appearance]:
    """Appearances stored by an earlier extraction, by the places that name the person.

    One whom an editor has named keeps the mentions that are found again.
    """
    mentions = Mention.objects.filter(article=article).present()
    held = {
        (mention.start, mention.end): mention.appearance
        for mention in mentions.select_related("appearance__person")
    }
    appearances: dict[int, Appearance] = {}
    used: set[int] = set()
    for person in found:
        places = ((mention.span.start, mention.span.end) for mention in person.mentions)
        votes = Counter(held[place] for place in places if place in held)
        for appearance, _ in sorted(votes.items(), key=_authority, reverse=True):
            if appearance.pk not in used:
                used.add(appearance.pk)
                appearances[person.id] = appearance
                break
    return appearances


def _authority(vote: tuple[Appearance, int]) -> tuple[bool, int, int]:
    appearance, count = vote
    return appearance.person.origin == Origin.EDITED, count, -appearance.pk


def _sighting(article: Article, person: FoundPerson, named: list[tuple[int, str]]) -> Sighting:
    return Sighting(
        name=person.name,
        titles=person.titles,
        gender=person.gender,
        context=frozenset(person.context),
        companions=frozenset(name for number, name in named if number != person.id),
        source=str(article.source_id),
        section=article.section,
        day=article.published_on,
    )


def _decisions(sightings: Mapping[int, Sighting], taken: set[int]) -> dict[int, Decision]:
    """Who each sighting shows; no two of one article are one person.

    Full names come first, so that a lone name can only be somebody whom no
    full name of the article is.
    """
    taken = set(taken)
    candidates = Candidates(sighting.name for sighting in sightings.values())
    decisions = {}
    for number, sighting in sorted(sightings.items(), key=lambda one: not full_name(one[1].name)):
        names = candidates.of(sighting.name, without=taken)
        decisions[number] = decision = _decide(sighting, names)
        if decision.person is not None:
            taken.add(decision.person)
    return decisions


def _decide(sighting: Sighting, names: dict[int, list[str]]) -> Decision:
    if not names:
        return Decision(None)
    if len(names) == 1:
        ((person, own),) = names.items()
        if sure_by_name(sighting, own):
            return Decision(person)
    return decide(sighting, known_people(names))


def _rows(
    decisions: Mapping[int, Decision], sightings: Mapping[int, Sighting]
) -> dict[int, Person]:
    """The rows decided for, new ones made with their possible matches."""
    known = Person.objects.in_bulk({one.person for one in decisions.values() if one.person})
    rows = {number: known[one.person] for number, one in decisions.items() if one.person}
    for number in sorted(decisions.keys() - rows.keys()):
        name = sightings[number].name
        rows[number] = Person(name=name[:NAME_LENGTH], folded_name=name_key(name))
    Person.objects.bulk_create(row for row in rows.values() if row._state.adding)
    # A new row's id is higher than those of all known before it.
    PossibleMatch.objects.bulk_create(
        PossibleMatch(
            first_id=doubt.person,
            second=rows[number],
            score=doubt.score,
            evidence=[asdict(one) for one in doubt.evidence],
        )
        for number, decision in decisions.items()
        for doubt in decision.doubts
    )
    return rows


def _shown(article: Article, person: FoundPerson) -> dict[str, Any]:
    """What the article shows of a person: the values of an appearance."""
    name = person.name[:NAME_LENGTH]
    counts = Counter(mention.text[:NAME_LENGTH] for mention in person.mentions)
    return {
        "name": name,
        "forms": list(dict.fromkeys((name, *(text for text, _ in counts.most_common())))),
        "titles": [title[:TITLE_LENGTH] for title in person.titles],
        "gender": person.gender.value if person.gender else "",
        "context": list(person.context),
        "sort_at": article.sort_at,
    }


def _save(shown: Iterable[tuple[Appearance, dict[str, Any]]]) -> None:
    new = []
    for appearance, values in shown:
        changed = [name for name, value in values.items() if getattr(appearance, name) != value]
        for name in changed:
            setattr(appearance, name, values[name])
        if appearance._state.adding:
            new.append(appearance)
        elif changed:
            appearance.save(update_fields=changed)
    Appearance.objects.bulk_create(new)


def _describe(appearances: Iterable[Appearance]) -> None:
    """Take over fuller names and the newest titles, unless an editor has set them."""
    for appearance in appearances:
        row = appearance.person
        columns = _fuller_name(row, appearance) + _newer_title(row, appearance)
        if columns:
            row.save(update_fields=columns)


def _fuller_name(row: Person, appearance: Appearance) -> list[str]:
    if row.origin == Origin.EDITED or not is_fuller(appearance.name, row.name):
        return []
    row.name = appearance.name
    row.folded_name = name_key(row.name)
    return ["name", "folded_name"]


def _newer_title(row: Person, appearance: Appearance) -> list[str]:
    titles = telling(appearance.titles)
    older = row.described_at is not None and row.described_at > appearance.sort_at
    if not titles or older or is_described_by_hand(row):
        return []
    row.description = titles[0]
    row.described_at = appearance.sort_at
    row.described_in = appearance.article
    return ["description", "described_at", "described_in"]


def is_described_by_hand(person: Person) -> bool:
    """Whether the description is an editor's or an authority's, not an article's."""
    edited = person.origin == Origin.EDITED and person.described_at is None
    return edited and bool(person.description)


def telling(titles: Iterable[str]) -> list[str]:
    """The titles that say what somebody is."""
    return [title for title in titles if fold(title) not in _FORMS_OF_ADDRESS]


def _remember(appearances: Iterable[Appearance]) -> None:
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
