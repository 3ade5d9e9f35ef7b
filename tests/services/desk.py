"""A news desk that does at random all that changes what is counted."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, TypeVar

from django.db.models import Model

from articles.choices import Status
from articles.extraction.types import (
    DateExpression,
    Extraction,
    Mention,
    Person,
    Quote,
    QuoteType,
    Span,
    Speaker,
    TimexType,
)
from articles.models import Article, PersonMerge
from articles.models import DateExpression as DateRow
from articles.models import Mention as MentionRow
from articles.models import Person as PersonRow
from articles.models import Quote as QuoteRow
from articles.readers import Location, RawArticle
from articles.services import merging, review
from articles.services.articles import delete_article, edit_article, source_named, store_delivery
from articles.services.delivery import Delivery, digest_of, prepare
from articles.services.store import store_extraction

if TYPE_CHECKING:
    from collections.abc import Sequence
    from random import Random

Row = TypeVar("Row", bound=Model)
NAMES = (
    "Ana Reyes", "Tom Okafor", "Lucía Quintero", "Bo Lindqvist", "Mei Tanaka", "Ravi Menon",
)  # fmt: skip
DAYS = (None, date(2024, 12, 30), date(2024, 12, 31), date(2025, 1, 1), date(2025, 3, 9))
LENGTHS = (1, 1, 3, 7, 31, 400)
RANGES = (
    None,
    *((day, day + timedelta(days=n - 1)) for day in DAYS if day is not None for n in LENGTHS),
)


class Desk:
    """Does one random thing after another; the same ``random`` does the same things."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self.guids = 0

    def work(self) -> None:
        deeds = (
            self.deliver, self.deliver, self.extract, self.extract, self.edit_article,
            self.edit_fact, self.review, self.merge, self.undo, self.split, self.delete,
        )  # fmt: skip
        self.random.choice(deeds)()

    def deliver(self) -> None:
        """A new article, another delivery of one, or the same again."""
        self.guids += 1
        source = source_named(self.random.choice(("Harwick Courier", "Touchline")))
        source.save()
        raw = RawArticle(
            location=Location("desk.jsonl", self.guids),
            body=self._text(),
            headline="News of the day",
            section=self.random.choice(("", "City", "Sport")),
            guid=str(self.random.randint(1, self.guids)),
            published_at=self.random.choice(DAYS),
        )
        delivery = prepare(raw, source, digest_of(raw))
        assert isinstance(delivery, Delivery)
        _, article = store_delivery(source, delivery, raw.location, None)
        if self.random.random() < 0.7:
            self._extract(article)

    def extract(self) -> None:
        if articles := self._some(Article):
            self._extract(articles[0])

    def edit_article(self) -> None:
        for article in self._some(Article):
            article.section = self.random.choice(("City", "Culture"))
            article.published_on = self.random.choice(DAYS[1:])
            edit_article(article, {"section", "published_on"})

    def edit_fact(self) -> None:
        people = self._people()
        if not people:
            return
        for quote in self._some(QuoteRow):
            quote.speaker = self.random.choice((None, *people))
            quote.quote_type = self.random.choice(list(QuoteType)).value
            self._save(quote)
        for mention in self._some(MentionRow):
            mention.person = self.random.choice(people)
            self._save(mention)
        for expression in self._some(DateRow):
            expression.earliest, expression.latest = self.random.choice(RANGES) or (None, None)
            review.save(expression)

    def review(self) -> None:
        model = self.random.choice((QuoteRow, MentionRow, DateRow))
        facts = [row.pk for row in self._some(model, 3)]
        review.set_status(model.objects.filter(pk__in=facts), self.random.choice(list(Status)))

    def merge(self) -> None:
        people = self._people()
        if len(people) > 1:
            merging.merge(*self.random.sample(people, 2), by="desk")

    def undo(self) -> None:
        done = PersonMerge.objects.filter(undone_at=None, kept__merged_into=None)
        if row := done.order_by("-pk").first():
            merging.undo(row, by="desk")

    def split(self) -> None:
        for person in self._people():
            articles = {row.article_id for row in person.appearances.all()}
            if len(articles) > 1:
                leaving = self.random.sample(sorted(articles), len(articles) - 1)
                merging.split(person, leaving, by="desk")
                return

    def delete(self) -> None:
        if self.random.random() < 0.3:
            for article in self._some(Article):
                delete_article(article)

    def _save(self, fact: QuoteRow | MentionRow) -> None:
        review.fit(fact, None)
        review.save(fact)

    def _some(self, model: type[Row], number: int = 1) -> list[Row]:
        """Random rows of a table; the same ones on every database."""
        rows = list(model._default_manager.order_by("pk"))
        return self.random.sample(rows, min(number, len(rows)))

    def _people(self) -> Sequence[PersonRow]:
        return list(PersonRow.objects.unmerged().order_by("pk"))

    def _text(self) -> str:
        names = self.random.sample(NAMES, self.random.randint(1, 4))
        said = [
            f"“{other} met {name} in the harbour,” {name} said on Friday."
            for name, other in zip(names, reversed(names), strict=True)
        ]
        return " ".join(said)

    def _extract(self, article: Article) -> None:
        article.refresh_from_db()
        text = article.body
        store_extraction(
            article,
            Extraction(
                id=str(article.pk),
                language="en",
                extractor=f"desk/{self.random.randint(1, 3)}",
                people=tuple(
                    Person(number, name, mentions)
                    for number, name in enumerate(NAMES)
                    if (mentions := tuple(Mention(place, name) for place in _places(text, name)))
                ),
                quotes=tuple(self._quotes(text)),
                dates=tuple(self._date(place) for place in _places(text, "Friday")),
            ),
        )

    def _quotes(self, text: str) -> list[Quote]:
        quotes = []
        for opening, closing in zip(_places(text, "“"), _places(text, ",”"), strict=True):
            if self.random.random() < 0.2:
                continue
            content = Span(opening.end, closing.start)
            number = self.random.choice([n for n, name in enumerate(NAMES) if name in text])
            speaker = Speaker(opening, "she", number, NAMES[number])
            quotes.append(
                Quote(
                    content,
                    content.of(text),
                    (content,),
                    self.random.choice(list(QuoteType)),
                    self.random.choice((speaker, None)),
                    None,
                    0.9,
                )
            )
        return quotes

    def _date(self, place: Span) -> DateExpression:
        earliest, latest = self.random.choice(RANGES) or (None, None)
        return DateExpression(
            place, "Friday", TimexType.DATE, "XXXX-WXX-5", earliest=earliest, latest=latest
        )


def _places(text: str, part: str) -> list[Span]:
    places = []
    start = text.find(part)
    while start >= 0:
        places.append(Span(start, start + len(part)))
        start = text.find(part, start + 1)
    return places
