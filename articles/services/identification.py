"""Which Person row somebody named in an article is, and what is remembered of it."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from articles.choices import Origin
from articles.linking import Decision, Sighting, decide, full_name, sure_by_name
from articles.models import Appearance, Mention, Person, PossibleMatch
from articles.services import bulk
from articles.services.candidates import KnownPeople, Seen
from articles.services.identity import (
    DESCRIPTION,
    NAME_LENGTH,
    TITLE_LENGTH,
    describe,
    name_key,
    remember,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from articles.extraction.types import Person as FoundPerson
    from articles.models import Article

# People of an article, the first, beside whom the others are named.
COMPANIONS = 50
# Behind all appearances that are stored.
_LATER = 2**62
_SHOWN = ["name", "forms", "titles", "gender", "context", "sort_at"]


class Identities:
    """Who is who in a batch of articles.

    ``identify`` its articles one after the other, then ``save``. Do both inside
    ``people.counted``, so that no two articles make one person twice.
    """

    def __init__(self, found: Sequence[tuple[Article, Sequence[FoundPerson]]]) -> None:
        everybody = [(article, person) for article, people in found for person in people]
        self._known = KnownPeople(person.name for _, person in everybody)
        self._held = self._stored_places([article for article, _ in found])
        self._ids = bulk.Ids(Person)
        self._new_people: list[Person] = []
        self._matches: list[PossibleMatch] = []
        self._new: list[Appearance] = []
        self._changed: dict[int, Appearance] = {}
        self._all: list[Appearance] = []
        self._described: dict[int, Person] = {}
        self._order = _LATER
        self._foresee(found)

    def _stored_places(
        self, articles: Sequence[Article]
    ) -> dict[int, dict[tuple[int, int], Appearance]]:
        """Who stands at which place of each article, as stored."""
        mentions = Mention.objects.filter(article__in=articles).current()
        held: dict[int, dict[tuple[int, int], Appearance]] = {}
        appearances: dict[int, Appearance] = {}
        people = self._known.people
        for mention in mentions.select_related("appearance__person"):
            # One object for each row, so that all changes of it come together.
            appearance = appearances.setdefault(mention.appearance_id, mention.appearance)
            appearance.person = people.setdefault(appearance.person_id, appearance.person)
            held.setdefault(mention.article_id, {})[mention.start, mention.end] = appearance
        return held

    def _foresee(self, found: Iterable[tuple[Article, Sequence[FoundPerson]]]) -> None:
        """Read at once whom the articles will be compared with, as far as can be told."""
        likely: set[int] = set()
        for article, people in found:
            for sighting in _sightings(article, people, people).values():
                names = self._known.of(sighting.name, without=())
                if not _is_plain(sighting, names):
                    likely |= names.keys()
        self._known.load_sightings(likely)

    def identify(self, article: Article, found: Sequence[FoundPerson]) -> dict[int, Appearance]:
        """The appearance in an article of each person found there, linked to a Person row.

        Somebody whose mentions are stored already stays who they were. Whoever of
        the others is not clearly somebody known becomes a new person, with those
        who may be meant as possible matches.

        Returns:
            Appearances by the person's id in the extraction; they have their ids
            when they are saved.
        """
        appearances = self._stored(article, found)
        taken = {appearance.person_id for appearance in appearances.values()}
        new = [person for person in found if person.id not in appearances]
        decisions = self._decisions(_sightings(article, new, found), taken)
        names = {person.id: person.name for person in new}
        for number, row in self._rows(decisions, names).items():
            appearances[number] = Appearance(article=article, person=row)
        for person in found:
            self._show(appearances[person.id], _shown(article, person))
            self._all.append(appearances[person.id])
        self._tell(article, [(appearances[one.id], len(one.mentions)) for one in new])
        named = [(one.person_id, one.name) for one in appearances.values()]
        self._known.add_article(article.pk, named)
        return appearances

    def save(self) -> None:
        """Store the people, matches and appearances of the batch."""
        bulk.insert(self._new_people)
        bulk.update(list(self._described.values()), DESCRIPTION)
        PossibleMatch.objects.bulk_create(self._matches)
        ids = bulk.Ids(Appearance).take(len(self._new))
        for appearance, identifier in zip(self._new, ids, strict=True):
            appearance.pk = identifier
        bulk.insert(self._new)
        bulk.update(list(self._changed.values()), _SHOWN)
        remember(self._all)

    def _stored(self, article: Article, found: Iterable[FoundPerson]) -> dict[int, Appearance]:
        """Appearances stored by an earlier extraction, by the places that name the person.

        One whom an editor has named keeps the mentions that are found again.
        """
        held = self._held.get(article.pk, {})
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

    def _decisions(self, sightings: Mapping[int, Sighting], taken: set[int]) -> dict[int, Decision]:
        """Who each sighting shows; no two of one article are one person.

        Full names come first, so that a lone name can only be somebody whom no
        full name of the article is.
        """
        taken = set(taken)
        decisions = {}
        ordered = sorted(sightings.items(), key=lambda one: not full_name(one[1].name))
        for number, sighting in ordered:
            names = self._known.of(sighting.name, without=taken)
            decisions[number] = decision = self._decide(sighting, names)
            if decision.person is not None:
                taken.add(decision.person)
        return decisions

    def _decide(self, sighting: Sighting, names: dict[int, list[str]]) -> Decision:
        if _is_plain(sighting, names):
            return Decision(next(iter(names), None))
        return decide(sighting, self._known.known(names))

    def _rows(
        self, decisions: Mapping[int, Decision], names: Mapping[int, str]
    ) -> dict[int, Person]:
        """The rows decided for, new ones made with their possible matches."""
        decided = {number: one.person for number, one in decisions.items() if one.person}
        self._known.load_people(decided.values())
        rows = {number: self._known.people[person] for number, person in decided.items()}
        strangers = sorted(decisions.keys() - rows.keys())
        for number, identifier in zip(strangers, self._ids.take(len(strangers)), strict=True):
            name = names[number]
            row = Person(pk=identifier, name=name[:NAME_LENGTH], folded_name=name_key(name))
            rows[number] = row
            self._known.add_person(row)
            self._new_people.append(row)
        # A new row's id is higher than those of all known before it.
        self._matches += [
            PossibleMatch(
                first_id=doubt.person,
                second_id=rows[number].pk,
                score=doubt.score,
                evidence=[asdict(one) for one in doubt.evidence],
            )
            for number, decision in decisions.items()
            for doubt in decision.doubts
        ]
        return rows

    def _show(self, appearance: Appearance, values: Mapping[str, Any]) -> None:
        """Note what the article shows of a person, and take over what is news about them."""
        changed = [name for name, value in values.items() if getattr(appearance, name) != value]
        for name in changed:
            setattr(appearance, name, values[name])
        if appearance._state.adding:
            self._new.append(appearance)
        elif changed:
            self._changed[appearance.pk] = appearance
        row = appearance.person
        if describe(appearance) and not row._state.adding:
            self._described[row.pk] = row
        for form in appearance.forms if row.origin == Origin.EXTRACTED else ():
            if key := name_key(form):
                self._known.add_name(row.pk, form[:NAME_LENGTH], key)

    def _tell(self, article: Article, new: Iterable[tuple[Appearance, int]]) -> None:
        """Have the articles that follow know of who is new in this one."""
        for appearance, mentions in new:
            self._order += 1
            seen = Seen(
                appearance.person_id, article.pk, appearance.name, appearance.titles,
                appearance.gender, appearance.context, article.source_id, article.section,
                article.published_on, article.sort_at, self._order,
            )  # fmt: skip
            self._known.add_sighting(seen, mentions)


def _authority(vote: tuple[Appearance, int]) -> tuple[bool, int, int]:
    appearance, count = vote
    return appearance.person.origin == Origin.EDITED, count, -appearance.pk


def _sightings(
    article: Article, wanted: Iterable[FoundPerson], found: Iterable[FoundPerson]
) -> dict[int, Sighting]:
    """What an article shows of those wanted, beside all who were found in it."""
    full = [(person.id, full_name(person.name)) for person in found]
    named = [(number, name) for number, name in full if name][:COMPANIONS]
    return {
        person.id: Sighting(
            name=person.name,
            titles=person.titles,
            gender=person.gender,
            context=frozenset(person.context),
            companions=frozenset(name for number, name in named if number != person.id),
            source=str(article.source_id),
            section=article.section,
            day=article.published_on,
        )
        for person in wanted
    }


def _is_plain(sighting: Sighting, names: Mapping[int, list[str]]) -> bool:
    """Whether a name alone tells who is meant, or that it is nobody known."""
    if len(names) > 1:
        return False
    return all(sure_by_name(sighting, own) for own in names.values())


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
