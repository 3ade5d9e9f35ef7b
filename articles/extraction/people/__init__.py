"""Finds the people named in a text: one person per cluster of mentions."""

from __future__ import annotations

from spacy.tokens import Doc

from articles.extraction.people.context import Surroundings
from articles.extraction.people.detect import Found, find_names
from articles.extraction.people.evidence import Context
from articles.extraction.people.resolve import Cluster, Named, cluster_names
from articles.extraction.people.titles import title_before, title_behind
from articles.extraction.types import Layout, Mention, Person, Span

__all__ = ["find_people"]


def find_people(doc: Doc, layout: Layout) -> tuple[Person, ...]:
    """Find the people named in a parsed document.

    Args:
        doc: the whole text with tags and entities (see ``language.parse``).
        layout: where headline, byline and dateline stand: full names in the
            byline count as names, nothing in the dateline does.

    Returns:
        Persons numbered from 0 in order of first appearance. Mentions do not
        overlap, not even between persons.
    """
    context, found = find_names(doc, layout)
    named = [Named(_mention(context, one), one.name) for one in found]
    if layout.dateline is not None:
        dateline = layout.dateline
        named = [one for one in named if not dateline.overlaps(one.mention.span)]
    near = Surroundings(context.words)
    return tuple(_person(number, one, near) for number, one in enumerate(cluster_names(named)))


def _mention(context: Context, found: Found) -> Mention:
    words, text = context.words, context.text
    first, last = found.candidate.first, found.candidate.last
    end = words[last - 1].end
    if words[last - 1].fold in ("jr", "sr") and text[end : end + 1] == ".":
        end += 1
    span = Span(words[first].start, end)
    title = title_before(words, first, text) or title_behind(words, last, text)
    return Mention(span, span.of(text), title, found.confidence)


def _person(number: int, cluster: Cluster, near: Surroundings) -> Person:
    titles = dict.fromkeys(mention.title for mention in cluster.mentions if mention.title)
    return Person(
        id=number,
        name=_fullest([mention.text for mention in cluster.mentions]),
        mentions=tuple(cluster.mentions),
        titles=tuple(titles),
        gender=cluster.gender,
        context=near.of(cluster.mentions),
    )


def _fullest(forms: list[str]) -> str:
    """The form with most words; of equals one not in capitals, with most letters, the first."""
    return max(
        forms,
        key=lambda form: (len(form.split()), not form.isupper(), sum(map(str.isalpha, form))),
    )
