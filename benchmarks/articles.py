"""Invented articles in any number, for measuring: no two alike, the same ones every time."""

from __future__ import annotations

import json
import random
from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

FIRST = "Ana Tom Lucía Bo Mira Ivo Greta Omar Nell Pavel Ines Hugo Dara Sven Yara Colm".split()
FAMILY_STARTS = "Rey Oka Quin Bell San Hal Mor Tre Vas Lind Cor Pem Ash Dun Fair Wes".split()
FAMILY_ENDS = "es for tero ham doval gren ton vane quez qvist win berton by more child ley".split()
TITLES = "Mayor,Councillor,Professor,Inspector,Doctor,Judge,Captain,Minister".split(",")
PLACES = "Harwick Osterby Dunmore Velling Santa-Rosa Kilbrae Ashford-Cross Northmere".split()
THINGS = "the harbour,the bridge,a new school,the night train,the old mill,the water tax".split(",")
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
SENTENCES = (
    "“We will not wait another year for {thing},” {title} {name} said on {day}.",
    "{name} told the council in {place} that {thing} had cost too much since last year.",
    "{family} said that “nobody in {place} was asked” about {thing}.",
    "The plan for {thing} was drawn up in {place} two months ago and has changed twice.",
    "Residents gathered near {thing} on {day} morning, and some stayed until the evening.",
    "According to {name}, work on {thing} will begin next {day}.",
    "A report published in {year} had called {thing} the most important matter in {place}.",
    "{title} {name} and {other} met in {place} to speak about {thing} and the budget.",
)
PARAGRAPHS = 12
SENTENCES_A_PARAGRAPH = 2
SOURCES = 8


def articles(number: int) -> Iterator[dict[str, str]]:
    """So many articles as lines of JSONL have them, about 330 words each."""
    for index in range(number):
        chance = random.Random(index)
        body = "\n\n".join(_paragraph(chance) for _ in range(PARAGRAPHS))
        thing, place = chance.choice(THINGS), chance.choice(PLACES)
        day = date(2020, 1, 1) + timedelta(days=index % 1800)
        yield {
            "guid": f"id-{index}",
            "headline": f"{place} argues about {thing}",
            "body": body,
            "source": f"Gazette {index % SOURCES}",
            "section": chance.choice(("World", "Local", "Sport")),
            "published_at": day.isoformat(),
        }


def lines(number: int) -> Iterator[bytes]:
    for article in articles(number):
        yield json.dumps(article, ensure_ascii=False).encode() + b"\n"


def _paragraph(chance: random.Random) -> str:
    return " ".join(_sentence(chance) for _ in range(SENTENCES_A_PARAGRAPH))


def _sentence(chance: random.Random) -> str:
    name, other = _name(chance), _name(chance)
    return chance.choice(SENTENCES).format(
        name=name,
        family=name.split()[1],
        other=other,
        title=chance.choice(TITLES),
        place=chance.choice(PLACES),
        thing=chance.choice(THINGS),
        day=chance.choice(DAYS),
        year=chance.randint(1990, 2019),
    )


def _name(chance: random.Random) -> str:
    family = chance.choice(FAMILY_STARTS) + chance.choice(FAMILY_ENDS)
    return f"{chance.choice(FIRST)} {family}"
