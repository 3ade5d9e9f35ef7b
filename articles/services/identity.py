"""Which Person row somebody named in an article is, and what is remembered of it."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import asdict
from typing import TYPE_CHECKING

from articles.choices import Origin
from articles.extraction.folding import fold
from articles.extraction.types import Gender
from articles.linking import (
    Decision,
    Known,
    Sighting,
    agreement,
    block,
    decide,
    full_name,
)
from articles.models import Appearance, Article, Mention, Person, PersonAlias, PossibleMatch

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from articles.extraction.types import Person as FoundPerson

NAME_LENGTH = 200
TITLE_LENGTH = 300
# People compared with one name, those most often mentioned first; latest appearances of each.
CANDIDATES = 12
ALIASES = 500
COMPARED = 30
# Titles that do not say who somebody is.
_FORMS_OF_ADDRESS = frozenset("mr mrs ms miss mx sir madam dame lord lady dr prof".split())


def identify(article: Article, found: Sequence[FoundPerson]) -> dict[int, Appearance]:
    """The appearance in an article of each person found there, linked to a Person row.

    Somebody whose mentions are stored already stays who they were. Of the
    others full names come first, so that a lone name can only be somebody
    whom no full name of the article is. Whoever is not clearly somebody known
    becomes a new person, with those who may be meant as possible matches.

    Call it inside ``people.counted``, so that no two articles make one person twice.

    Returns:
        Appearances by the person's id in the extraction.
    """
    appearances = _stored(article, found)
    taken = {appearance.person_id for appearance in appearances.values()}
    new = [person for person in found if person.id not in appearances]
    for person in sorted(new, key=lambda one: not full_name(one.name)):
        sighting = _sighting(article, person, found)
        row = _person_of(sighting, taken)
        taken.add(row.pk)
        appearances[person.id] = Appearance(article=article, person=row)
    for person in found:
        appearance = appearances[person.id]
        _update(appearance, person)
        _describe(appearance)
        remember_names(appearance.person, appearance.forms)
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
    mentions = Mention.objects.filter(article=article).current()
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


def _sighting(article: Article, person: FoundPerson, others: Iterable[FoundPerson]) -> Sighting:
    names = (full_name(other.name) for other in others if other.id != person.id)
    return Sighting(
        name=person.name,
        titles=person.titles,
        gender=person.gender,
        context=frozenset(person.context),
        companions=frozenset(name for name in names if name),
        source=str(article.source_id),
        section=article.section,
        day=article.published_on,
    )


def _person_of(sighting: Sighting, taken: set[int]) -> Person:
    """Who is clearly meant, or a new row."""
    names = _candidates(sighting, taken)
    decision = _decide(sighting, names)
    if decision.person is not None:
        return Person.objects.get(pk=decision.person)
    row = Person.objects.create(
        name=sighting.name[:NAME_LENGTH], folded_name=fold(sighting.name)[:NAME_LENGTH]
    )
    # A row's id is higher than those of all known before it.
    PossibleMatch.objects.bulk_create(
        PossibleMatch(
            first_id=doubt.person,
            second=row,
            score=doubt.score,
            evidence=[asdict(one) for one in doubt.evidence],
        )
        for doubt in decision.doubts
    )
    return row


def _candidates(sighting: Sighting, taken: set[int]) -> dict[int, list[str]]:
    """All names of each person who may be meant, by the person's id."""
    aliases = PersonAlias.objects.filter(block=block(sighting.name), person__merged_into=None)
    named: dict[int, list[str]] = defaultdict(list)
    rows = aliases.order_by("-person__mention_count", "person_id", "folded")
    for person, name in rows.values_list("person_id", "name")[:ALIASES]:
        named[person].append(name)
    fitting = {
        person: names
        for person, names in named.items()
        if person not in taken and any(agreement(sighting.name, name) for name in names)
    }
    return dict(list(fitting.items())[:CANDIDATES])


def _decide(sighting: Sighting, names: dict[int, list[str]]) -> Decision:
    return decide(sighting, _known(names)) if names else Decision(None)


def _known(names: dict[int, list[str]]) -> list[Known]:
    rows = {
        person: list(
            Appearance.objects.filter(person=person)
            .select_related("article")
            .only(
                "article__source_id", "article__section", "article__published_on", "person_id",
                "name", "titles", "gender", "context",
            )
            .order_by("-sort_at", "-id")[:COMPARED]
        )
        for person in names
    }  # fmt: skip
    companions = _companions({row.article_id for found in rows.values() for row in found})
    described = dict(Person.objects.filter(pk__in=names).values_list("pk", "description"))
    return [
        Known(
            person,
            tuple(own),
            tuple(_seen(row, companions) for row in rows[person]),
            described.get(person, ""),
        )
        for person, own in names.items()
    ]


def _companions(articles: set[int]) -> dict[int, list[tuple[int, str]]]:
    """The people of each article: their ids and full names."""
    people = defaultdict(list)
    rows = Appearance.objects.filter(article__in=articles)
    for article, person, name in rows.values_list("article_id", "person_id", "name"):
        if full := full_name(name):
            people[article].append((person, full))
    return people


def _seen(row: Appearance, companions: dict[int, list[tuple[int, str]]]) -> Sighting:
    others = companions.get(row.article_id, ())
    return Sighting(
        name=row.name,
        titles=tuple(row.titles),
        gender=Gender(row.gender) if row.gender else None,
        context=frozenset(row.context),
        companions=frozenset(name for person, name in others if person != row.person_id),
        source=str(row.article.source_id),
        section=row.article.section,
        day=row.article.published_on,
    )


def _update(appearance: Appearance, person: FoundPerson) -> None:
    """Store an appearance as the article shows the person."""
    counts = Counter(mention.text[:NAME_LENGTH] for mention in person.mentions)
    appearance.name = person.name[:NAME_LENGTH]
    appearance.forms = list(
        dict.fromkeys((appearance.name, *(text for text, _ in counts.most_common())))
    )
    appearance.titles = [title[:TITLE_LENGTH] for title in person.titles]
    appearance.gender = person.gender.value if person.gender else ""
    appearance.context = list(person.context)
    appearance.sort_at = appearance.article.sort_at
    appearance.save()


def _describe(appearance: Appearance) -> None:
    """Take over a fuller name and the newest title, unless an editor has set them."""
    row = appearance.person
    changed = []
    fuller = len(appearance.name.split()) > len(row.name.split())
    if fuller and row.origin == Origin.EXTRACTED:
        row.name = appearance.name
        row.folded_name = fold(row.name)[:NAME_LENGTH]
        changed += ["name", "folded_name"]
    newest = row.described_at is None or row.described_at <= appearance.sort_at
    titles = telling(appearance.titles)
    if titles and newest and not is_described_by_hand(row):
        row.description = titles[0]
        row.described_at = appearance.sort_at
        row.described_in = appearance.article
        changed += ["description", "described_at", "described_in"]
    if changed:
        row.save(update_fields=changed)


def is_described_by_hand(person: Person) -> bool:
    """Whether the description is an editor's or an authority's, not an article's."""
    edited = person.origin == Origin.EDITED and person.described_at is None
    return edited and bool(person.description)


def telling(titles: Iterable[str]) -> list[str]:
    """The titles that say what somebody is."""
    return [title for title in titles if fold(title) not in _FORMS_OF_ADDRESS]


def remember_names(row: Person, forms: Iterable[str]) -> list[PersonAlias]:
    """Add new forms of a name, unless an editor has settled which there are.

    Returns:
        The aliases added.
    """
    return [] if row.origin == Origin.EDITED else add_names(row, forms)


def add_names(row: Person, forms: Iterable[str]) -> list[PersonAlias]:
    """Have a person known by more names; those known already stay as they are written."""
    names: dict[str, str] = {}
    for form in forms:
        names.setdefault(fold(form)[:NAME_LENGTH], form[:NAME_LENGTH])
    known = set(row.aliases.values_list("folded", flat=True))
    return PersonAlias.objects.bulk_create(
        PersonAlias(person=row, name=name, folded=folded, block=block(name))
        for folded, name in names.items()
        if folded and folded not in known
    )
