"""What editors do to facts and people: correct, add, confirm, reject; nothing is removed.

A changed fact becomes ``edited`` and no run touches it any more. The first
time it is moved, the place where the extractor found it is kept beside the new
one, so that the extractor's finding does not come back as another fact.
"""

from __future__ import annotations

from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.db import transaction

from articles.choices import Origin, Status
from articles.extraction.types import Span, TimexMod, TimexType
from articles.models import Appearance, Article, DateExpression, Mention, Person, Quote
from articles.models.facts import Fact
from articles.search.stems import indexed
from articles.services.facts import link_to_quotes
from articles.services.identity import NAME_LENGTH, add_names, appearance_of, name_key
from articles.services.merging import current
from articles.services.people import counted
from articles.services.places import follow, nearest
from articles.services.turns import take_turns

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.db.models import QuerySet

# The columns that an editor sets; a change in one of them makes a fact edited.
_CONTENT: dict[type[Fact], tuple[str, ...]] = {
    Quote: ("start", "end", "quote_type", "speaker_id", "speaker_text", "cue"),
    Mention: ("start", "end", "person_id", "title"),
    DateExpression: ("start", "end", "timex_type", "value", "mod", "earliest", "latest"),
}
_NOT_FOUND = "These words do not stand in the article. Copy them from it, letter by letter."


def fit(fact: Fact, start: int | None) -> None:
    """Set on an unsaved fact what follows from the values that an editor gave.

    Call it in the transaction that saves the fact.

    Args:
        fact: with the editor's ``text`` and other values set.
        start: the fact's new place is where its ``text`` occurs nearest to
            this one; None means where it stood, or for a new fact the first
            occurrence.

    Raises:
        ValidationError: by field, in words for the editor.
    """
    article = _locked(fact.article_id)
    former = _stored(fact)
    body = _body(fact, article)
    _fit_span(fact, former, body, start)
    if isinstance(fact, Quote):
        _fit_quote(fact, former, body)
    if isinstance(fact, DateExpression):
        _fit_range(fact, former)


@transaction.atomic
def save(fact: Fact) -> None:
    """Save a fact after ``fit``, with the counts and links that depend on it.

    Raises:
        ValueError: the text does not stand at the fact's place.
    """
    article = _locked(fact.article_id)
    former = _stored(fact)
    if _body(fact, article)[fact.start : fact.end] != fact.text:
        raise ValueError(f"{fact.text!r} does not stand at [{fact.start}, {fact.end})")
    if former is None:
        fact.sort_at = article.sort_at
    if former is None or _content(fact) != _content(former):
        fact.origin = Origin.EDITED
    if former is not None and fact.extractor and fact.found_start is None and _moved(fact, former):
        fact.found_start, fact.found_end = former.start, former.end
    with counted(article):
        if isinstance(fact, Mention):
            fact.person = _now(fact.person_id)
            fact.appearance = _appearance(article, fact.person, fact.appearance_id)
            add_names(fact.person, [fact.text])
        if isinstance(fact, Quote):
            fact.speaker = speaker = _now(fact.speaker_id) if fact.speaker_id else None
            fact.appearance = _appearance(article, speaker, fact.appearance_id) if speaker else None
        fact.save()
        if isinstance(fact, DateExpression) and fact.status == Status.REJECTED:
            _forget_times_of_speaking([fact.pk])
        link_to_quotes(article)


@transaction.atomic
def set_status(facts: QuerySet[Any], status: Status) -> int:
    """Confirm, reject or take back the review of facts of one kind.

    The review of a fact of an earlier version cannot be taken back.

    Returns:
        How many had another status before.
    """
    take_turns()  # before any article is locked: several are, one after the other
    manager = facts.model._default_manager
    rows = facts.exclude(status=status).order_by("article_id", "pk")
    if status == Status.UNREVIEWED:
        # No run looks at earlier versions: unreviewed, a fact of one would stay for ever.
        rows = rows.filter(earlier_version=None)
    changed = 0
    for article_id, group in groupby(list(rows.values_list("article_id", "pk")), itemgetter(0)):
        article = _locked(article_id)
        with counted(article):
            ids = [pk for _, pk in group]
            changed += manager.filter(pk__in=ids).update(status=status)
            if manager.model is DateExpression and status == Status.REJECTED:
                _forget_times_of_speaking(ids)
            link_to_quotes(article)
    return changed


@transaction.atomic
def save_person(person: Person, aliases: Iterable[str]) -> None:
    """Save a person as an editor wants it, known by the name and exactly these aliases.

    A changed description is the editor's from now on, not that of an article.
    """
    take_turns()
    former = Person.objects.filter(pk=person.pk).values_list("description", flat=True).first()
    person.folded_name = name_key(person.name)
    person.origin = Origin.EDITED
    columns = ["name", "folded_name", "origin", "description", "wikidata_id"]
    if person.description != (former or ""):
        person.described_at = person.described_in = None
        columns += ["described_at", "described_in"]
    # The counts may have changed since the form was shown.
    person.save(update_fields=None if person._state.adding else columns)
    wanted = {name_key(name): name[:NAME_LENGTH] for name in (*aliases, person.name)}
    for alias in person.aliases.all():
        name = wanted.pop(alias.folded, None)
        if name is None:
            alias.delete()
        elif name != alias.name:
            alias.name = name
            alias.save()
    add_names(person, wanted.values())


def _forget_times_of_speaking(dates: Iterable[int]) -> None:
    """What is no date is not when something was said either."""
    Quote.objects.filter(said_on__in=dates).update(said_on=None)


def _locked(article_id: int) -> Article:
    return Article.objects.locked().get(pk=article_id)


def _now(person_id: int) -> Person:
    """Who is meant now; the person may have been merged since the form was shown."""
    return current(Person.objects.select_related("merged_into").get(pk=person_id))


def _stored(fact: Fact) -> Any:
    """The fact as it is in the database; None for a new one."""
    return type(fact)._default_manager.filter(pk=fact.pk).first()


def _body(fact: Fact, article: Article) -> str:
    """The text that a fact's offsets count in."""
    return fact.earlier_version.body if fact.earlier_version else article.body


def _content(fact: Fact) -> list[Any]:
    return [getattr(fact, name) for name in _CONTENT[type(fact)]]


def _moved(fact: Fact, former: Fact) -> bool:
    return (fact.start, fact.end) != (former.start, former.end)


def _fit_span(fact: Fact, former: Fact | None, body: str, start: int | None) -> None:
    if former is not None and fact.text == former.text and start in {None, former.start}:
        fact.start, fact.end = former.start, former.end
        return
    near = start if start is not None else former.start if former else 0
    span = nearest(body, fact.text, (near, near))
    if span is None:
        raise ValidationError({"text": _NOT_FOUND})
    fact.start, fact.end = span.start, span.end
    if fact.earlier_version_id is None:
        _refuse_twin(fact)


def _refuse_twin(fact: Fact) -> None:
    twin = (
        type(fact)
        ._default_manager.filter(
            article=fact.article_id, start=fact.start, end=fact.end, earlier_version=None
        )
        .exclude(pk=fact.pk)
        .first()
    )
    if twin is not None:
        kind = fact._meta.verbose_name
        message = (
            f"The {kind} with the number {twin.pk} stands at this place already "
            f"({Status(twin.status).label}). Edit that one, or give the start of another place."
        )
        raise ValidationError({"text": message})


def _fit_quote(quote: Quote, former: Quote | None, body: str) -> None:
    article = quote.article
    quote.search_text = indexed([quote.text], article.language or article.source.language)
    after = Span(quote.start, quote.end)
    if former is None:
        quote.segments = [[after.start, after.end]]
    elif _moved(quote, former):
        quote.segments = follow(former.segments, Span(former.start, former.end), after)
    _fit_part(quote, former, body, "speaker_text", "speaker")
    _fit_part(quote, former, body, "cue", "cue")


def _fit_part(quote: Quote, former: Quote | None, body: str, field: str, part: str) -> None:
    """Find the words for the speaker, or the cue, beside the quote."""
    words = getattr(quote, field)
    same_words = former is not None and getattr(former, field) == words
    if same_words and former is not None and _overlap(quote, former):
        return
    span = nearest(body, words, (quote.start, quote.end), quote.segments)
    if span is None and words and not same_words:
        raise ValidationError({field: _NOT_FOUND})
    setattr(quote, f"{part}_start", span.start if span else None)
    setattr(quote, f"{part}_end", span.end if span else None)


def _overlap(quote: Quote, former: Quote) -> bool:
    return quote.start < former.end and former.start < quote.end


def _fit_range(expression: DateExpression, former: DateExpression | None) -> None:
    """Check the value, and let the days follow it where the editor left them as they were."""
    # Imported late: it comes with the language library, which takes seconds to import.
    from articles.extraction.dates import timex
    from articles.extraction.dates.edtf import to_edtf

    if not timex.is_valid(expression.value):
        message = "Not a TIMEX3 value. Examples: 2025-05-16, 2025-W20, 2025-05, P3D, PRESENT_REF."
        raise ValidationError({"value": message})
    mod = TimexMod(expression.mod) if expression.mod else None
    expression.edtf = to_edtf(TimexType(expression.timex_type), expression.value, mod) or ""
    value = (expression.value, expression.mod)
    days = (expression.earliest, expression.latest)
    days_before = (former.earliest, former.latest) if former else (None, None)
    if days == days_before and (former is None or value != (former.value, former.mod)):
        days = timex.bounds(expression.value, mod) or (None, None)
        expression.earliest, expression.latest = days
    if (days[0] is None) != (days[1] is None):
        missing = "earliest" if days[0] is None else "latest"
        raise ValidationError({missing: "Give both days or neither."})
    if days[0] is not None and days[1] is not None and days[0] > days[1]:
        raise ValidationError({"latest": "The latest day lies before the earliest."})


def _appearance(article: Article, person: Person, present: int | None) -> Appearance:
    """The present appearance if it is the person's, else one that is."""
    kept = Appearance.objects.filter(pk=present, person=person).first() if present else None
    return kept or appearance_of(article, person)
