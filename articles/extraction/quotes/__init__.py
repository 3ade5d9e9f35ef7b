"""Who said what: quotations and reported speech with their speakers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articles.extraction.quotes.attribution import find_statements
from articles.extraction.quotes.confidence import confidence_of
from articles.extraction.quotes.cues import find_cues
from articles.extraction.quotes.factuality import factuality_of
from articles.extraction.quotes.labels import find_label_cues
from articles.extraction.quotes.page import read_page
from articles.extraction.quotes.speakers import resolve_speakers
from articles.extraction.types import Cue, Quote, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from articles.extraction.quotes.page import Page
    from articles.extraction.quotes.statements import Statement
    from articles.extraction.types import Layout, Person, Speaker


def find_quotes(doc: Doc, people: tuple[Person, ...], layout: Layout) -> tuple[Quote, ...]:
    """Find all that is said in a parsed text, and who says it.

    Args:
        doc: the text, parsed by ``articles.extraction.language.parse``.
        people: the people found in the same text.
        layout: the parts of the article.

    Returns:
        Quotes in order of appearance. Content in quotation marks is given
        without the outer marks; ``Speaker.person`` is an id from ``people``.

    Source:
        Content, cue and source as in PARC 3; pairing of marks paragraph by
        paragraph.
    """
    if not len(doc):
        return ()
    page = read_page(doc, layout)
    cues = sorted([*find_cues(page), *find_label_cues(page)], key=lambda cue: cue.first)
    statements = find_statements(page, cues)
    speakers = resolve_speakers(page, people, statements)
    pairs = zip(statements, speakers, strict=True)
    return tuple(_quote(page, statement, speaker) for statement, speaker in pairs)


def _quote(page: Page, statement: Statement, speaker: Speaker | None) -> Quote:
    span = Span(statement.start, statement.end)
    cue = None
    if statement.cue:
        cue_span = page.span(statement.cue.first, statement.cue.last)
        cue = Cue(cue_span, cue_span.of(page.text), statement.cue.lemma)
    return Quote(
        span=span,
        text=span.of(page.text),
        segments=statement.segments,
        quote_type=statement.quote_type,
        speaker=speaker,
        cue=cue,
        confidence=confidence_of(page, statement, speaker),
        factuality=factuality_of(page, statement),
    )
