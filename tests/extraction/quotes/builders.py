"""Short ways to find quotes in a text and to write down what is expected."""

from spacy.language import Language

from articles.extraction.language import parse
from articles.extraction.quotes import find_quotes
from articles.extraction.types import Gender, Layout, Mention, Person, Quote, Span

# One quote, as a row of a table shows it: type, content (pieces joined by " | "),
# speaker as printed, cue as printed.
Row = tuple[str, str, str | None, str | None]


def make_people(text: str, people: dict[str, Gender | None]) -> tuple[Person, ...]:
    """People named in full or by their last name alone, wherever the text has them."""
    found = []
    for number, (name, gender) in enumerate(people.items()):
        mentions: list[Mention] = []
        for form in (name, name.split()[-1]):
            start = text.find(form)
            while start >= 0:
                span = Span(start, start + len(form))
                if not any(span.overlaps(mention.span) for mention in mentions):
                    mentions.append(Mention(span, form))
                start = text.find(form, start + 1)
        mentions.sort(key=lambda mention: mention.span)
        found.append(Person(number, name, tuple(mentions), gender=gender))
    return tuple(found)


def quotes_in(
    nlp: Language,
    text: str,
    people: dict[str, Gender | None] | None = None,
    layout: Layout | None = None,
) -> tuple[Quote, ...]:
    return find_quotes(parse(nlp, text), make_people(text, people or {}), layout or Layout())


def rows_in(nlp: Language, text: str) -> list[Row]:
    """The quotes of a text as rows."""
    return [
        (
            quote.quote_type.value,
            " | ".join(segment.of(text) for segment in quote.segments),
            quote.speaker.text if quote.speaker else None,
            quote.cue.text if quote.cue else None,
        )
        for quote in quotes_in(nlp, text)
    ]
