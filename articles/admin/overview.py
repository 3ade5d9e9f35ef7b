"""What an article's page shows of its facts: the text with all of them marked, and tables."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from django.template.loader import render_to_string

from articles.admin.marking import Mark, pieces
from articles.admin.permissions import add_url, change_url, list_url
from articles.models import Article, DateExpression, Mention, Person, Quote

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.db.models import QuerySet

# Rows of each table; the lists have them all.
SHOWN = 100
_KINDS = (Quote, Mention, DateExpression)


def marked_body(article: Article) -> str:
    """The body as HTML, each fact in it a link to its page."""
    marks = [
        *(mark for quote in _quotes(article) for mark in _marks(quote, quote.segments)),
        *(mark for fact in _mentions(article) for mark in _marks(fact)),
        *(mark for fact in _dates(article) for mark in _marks(fact)),
    ]
    return render_to_string(
        "admin/articles/marked_body.html", {"pieces": pieces(article.body, marks)}
    )


def facts_overview(article: Article) -> str:
    """Tables of the people, quotes and dates of an article, and the ways to add some."""
    quotes = _quotes(article).order_by("start")
    dates = _dates(article).order_by("start")
    return render_to_string(
        "admin/articles/facts_overview.html",
        {
            "lists": [
                {
                    "name": model._meta.verbose_name_plural,
                    "kind": model._meta.verbose_name,
                    "count": model._default_manager.filter(article=article).count(),
                    "url": list_url(model, article__id__exact=article.pk),
                    "add_url": add_url(model, article=article.pk),
                }
                for model in _KINDS
            ],
            "people": _people(article),
            "quotes": [(quote, change_url(quote)) for quote in quotes[:SHOWN]],
            "dates": [(date, change_url(date)) for date in dates[:SHOWN]],
            "shown": SHOWN,
        },
    )


def _quotes(article: Article) -> QuerySet[Quote]:
    rows = Quote.objects.filter(article=article, earlier_version=None)
    return rows.select_related("speaker").defer("search_text")


def _mentions(article: Article) -> QuerySet[Mention]:
    return Mention.objects.filter(article=article, earlier_version=None).select_related("person")


def _dates(article: Article) -> QuerySet[DateExpression]:
    return DateExpression.objects.filter(article=article, earlier_version=None)


def _people(article: Article) -> list[dict[str, Any]]:
    mentions = Mention.objects.filter(article=article).present()
    quotes = Quote.objects.filter(article=article, speaker__isnull=False).present()
    named = Counter(mentions.values_list("person_id", flat=True))
    quoted = Counter(quotes.values_list("speaker_id", flat=True))
    most = [pk for pk, _ in (named + quoted).most_common(SHOWN)]
    rows = Person.objects.in_bulk(most)
    return [
        {
            "person": rows[pk],
            "url": change_url(rows[pk]),
            "mentions": named[pk],
            "mentions_url": list_url(Mention, article__id__exact=article.pk, person__id__exact=pk),
            "quotes": quoted[pk],
        }
        for pk in most
    ]


def _marks(fact: Quote | Mention | DateExpression, segments: Any = ()) -> Iterator[Mark]:
    kind = str(fact._meta.model_name)
    for start, end in segments or [(fact.start, fact.end)]:
        yield Mark(
            start, end, kind, f"{kind} {fact.status} {fact.origin}", change_url(fact), _note(fact)
        )


def _note(fact: Quote | Mention | DateExpression) -> str:
    """What a fact says, for the hint that a pointer or a screen reader shows."""
    if isinstance(fact, Quote):
        speaker = fact.speaker.name if fact.speaker else fact.speaker_text or "nobody named"
        content = f"{fact.quote_type} quote: {speaker}"
    elif isinstance(fact, Mention):
        content = f"mention: {fact.person.name}"
    else:
        content = f"date: {fact.value}"
    return f"{content} ({fact.status}, {fact.origin})"
