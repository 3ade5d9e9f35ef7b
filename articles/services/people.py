"""People rows: which one a name means, and the counts they carry."""

from __future__ import annotations

from collections import Counter
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.db.models import F

from articles.choices import Origin
from articles.extraction.folding import fold
from articles.models import Article, Mention, Person, PersonAlias, Quote

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from articles.extraction.types import Person as FoundPerson

NAME_LENGTH = 200
# Titles that do not say who somebody is.
_FORMS_OF_ADDRESS = frozenset("mr mrs ms miss mx sir madam dame lord lady dr prof".split())


def identify(article: Article, found: Iterable[FoundPerson]) -> dict[int, Person]:
    """The Person row of each person of an article, made where there is none.

    A full name, one of two words or more, is looked up among all known names;
    a lone name only among people known by nothing longer. Of namesakes the one
    known first is taken. A person whom an editor has named keeps the mentions
    that are found again, under whatever name.

    Returns:
        Rows by the person's id in the extraction.
    """
    people = {}
    settled = _settled(article)
    for person in found:
        held = (settled.get((m.span.start, m.span.end)) for m in person.mentions)
        row = next((row for row in held if row), None) or _known(person)
        row = row or Person.objects.create(
            name=person.name[:NAME_LENGTH], folded_name=fold(person.name)[:NAME_LENGTH]
        )
        _describe(row, person, article)
        _remember_names(row, person)
        people[person.id] = row
    return people


def _settled(article: Article) -> dict[tuple[int, int], Person]:
    """The people whom editors have named, by the places where this article names them."""
    mentions = Mention.objects.filter(article=article, person__origin=Origin.EDITED).current()
    return {(m.start, m.end): m.person for m in mentions.select_related("person")}


def _known(person: FoundPerson) -> Person | None:
    forms = list(dict.fromkeys(fold(name)[:NAME_LENGTH] for name in _forms(person)))
    full = [form for form in forms if " " in form]
    for form in full:
        if row := Person.objects.filter(aliases__folded=form).order_by("id").first():
            return row
    if full:
        return None
    return Person.objects.filter(folded_name__in=forms).order_by("id").first()


def _forms(person: FoundPerson) -> list[str]:
    """Names from the fullest to the rarest."""
    counts = Counter(mention.text for mention in person.mentions)
    return [person.name, *(text for text, _ in counts.most_common())]


def _describe(row: Person, person: FoundPerson, article: Article) -> None:
    """Take over a fuller name and the newest title, unless an editor has set them."""
    if row.origin == Origin.EDITED:
        return
    changed = []
    if len(person.name.split()) > len(row.name.split()):
        row.name = person.name[:NAME_LENGTH]
        row.folded_name = fold(row.name)[:NAME_LENGTH]
        changed += ["name", "folded_name"]
    newest = row.described_at is None or row.described_at <= article.sort_at
    telling = [title for title in person.titles if fold(title) not in _FORMS_OF_ADDRESS]
    if telling and newest:
        row.description = telling[0][:300]
        row.described_at = article.sort_at
        changed += ["description", "described_at"]
    if changed:
        row.save(update_fields=changed)


def _remember_names(row: Person, person: FoundPerson) -> None:
    """Add new forms of a name, unless an editor has settled which there are."""
    if row.origin == Origin.EDITED:
        return
    names = {fold(name)[:NAME_LENGTH]: name[:NAME_LENGTH] for name in reversed(_forms(person))}
    known = set(row.aliases.values_list("folded", flat=True))
    PersonAlias.objects.bulk_create(
        PersonAlias(person=row, name=name, folded=folded)
        for folded, name in names.items()
        if folded and folded not in known
    )


@dataclass(frozen=True, slots=True)
class _Tally:
    mentions: Counter[int] = field(default_factory=Counter)
    quotes: Counter[int] = field(default_factory=Counter)

    def people(self) -> set[int]:
        return self.mentions.keys() | self.quotes.keys()


def _tally(article: Article) -> _Tally:
    mentions = Mention.objects.filter(article=article).current()
    quotes = Quote.objects.filter(article=article, speaker__isnull=False).current()
    return _Tally(
        Counter(mentions.values_list("person_id", flat=True)),
        Counter(quotes.values_list("speaker_id", flat=True)),
    )


@contextmanager
def counted(article: Article) -> Iterator[set[int]]:
    """Keep the counts of people true over a change of one article's facts.

    Every change of facts happens inside this, in one transaction. Of the people
    that the article named before, or whose ids the caller adds to the set
    given, those are removed that the program made and that nothing names now.
    """
    concerned = _named(article)
    before = _tally(article)
    yield concerned
    after = _tally(article)
    for person in sorted(before.people() | after.people()):
        mentions = after.mentions[person] - before.mentions[person]
        quotes = after.quotes[person] - before.quotes[person]
        articles = (person in after.mentions) - (person in before.mentions)
        if mentions or quotes or articles:
            Person.objects.filter(pk=person).update(
                mention_count=F("mention_count") + mentions,
                quote_count=F("quote_count") + quotes,
                article_count=F("article_count") + articles,
            )
    Person.objects.filter(
        pk__in=concerned - after.people(), origin=Origin.EXTRACTED, mentions=None, quotes=None
    ).delete()


def _named(article: Article) -> set[int]:
    """The people of all facts of an article, rejected and outdated ones included."""
    mentions = Mention.objects.filter(article=article).values_list("person_id", flat=True)
    quotes = Quote.objects.filter(article=article, speaker__isnull=False)
    return {*mentions, *quotes.values_list("speaker_id", flat=True)}
