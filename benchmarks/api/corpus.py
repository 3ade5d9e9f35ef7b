"""Invented articles with their facts: of one number and shape always the same one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from random import Random

from articles.extraction.types import TimexType
from benchmarks.api.words import Zipf, person_name, running_words

PEOPLE, QUOTES, DATES = 6, 4, 5  # of each article
FIRST_DAY = datetime(2016, 1, 1, tzinfo=UTC)
DAYS = 3652
SECTIONS = ("World", "Politics", "Business", "Sport", "Culture", "Science", "Local", "Opinion")
SOURCES = tuple(
    f"{town} {paper}"
    for paper in ("Courier", "Dispatch", "Herald", "Gazette")
    for town in ("Ashmere", "Brindlow", "Carrowick", "Dunmarsh", "Eastholm")
)
TITLES = ("Mayor", "Minister", "Professor", "Judge", "Senator", "Director")
CUES = (("said", "say"), ("added", "add"), ("told reporters", "tell"), ("argued", "argue"))
WORDS = (150, 300)
# Articles come in nearly in the order in which they were printed.
_LATE = timedelta(hours=12)
_NUMBERS = ("two", "three", "four", "five", "six")
_DATE_KINDS = ("weekday", "day", "month", "year", "length")
_SPEAKING = (1.0, 1 / 2, 1 / 3, 1 / 4, 1 / 5, 1 / 6)


@dataclass(frozen=True, slots=True)
class Place:
    """``body[start:end] == text``."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Named:
    """A person, by rank, named at a place; ``quote`` is the number of the quote around it."""

    rank: int
    place: Place
    title: str = ""
    quote: int | None = None


@dataclass(frozen=True, slots=True)
class Said:
    place: Place
    rank: int
    speaker: Place
    cue: Place
    lemma: str
    indirect: bool
    said_on: int | None  # the number of the date beside the cue


@dataclass(frozen=True, slots=True)
class Dated:
    place: Place
    timex_type: TimexType
    value: str
    quote: int | None = None


@dataclass(frozen=True, slots=True)
class Story:
    number: int
    source: int
    section: str
    published_at: datetime
    headline: str
    standfirst: str
    keywords: list[str]
    body: str
    people: list[Named]
    quotes: list[Said]
    dates: list[Dated]


class Corpus:
    """So many articles over ten years, on as many people as that many would name."""

    def __init__(self, articles: int, *, seed: int = 1) -> None:
        self.articles = articles
        self.seed = seed
        self.people = max(10 * PEOPLE, articles // 5)
        self.ranks = Zipf(self.people)
        self.sources = Zipf(len(SOURCES))
        self.sections = Zipf(len(SECTIONS))

    def story(self, number: int) -> Story:
        """The article of a number from 0; later numbers are printed later, or nearly so."""
        random = Random(f"{self.seed}/{number}")
        span = timedelta(days=DAYS) - _LATE
        moment = FIRST_DAY + span * (number / self.articles) + _LATE * random.random()
        published_at = moment.replace(microsecond=0)
        return _Writer(self, random, published_at).story(number)


class _Writer:
    def __init__(self, corpus: Corpus, random: Random, published_at: datetime) -> None:
        self.corpus = corpus
        self.random = random
        self.published_at = published_at
        self.stock = iter(random.choices(running_words(), k=WORDS[1] + 50))
        self.parts: list[str] = []
        self.length = 0
        self.people: list[Named] = []
        self.quotes: list[Said] = []
        self.dates: list[Dated] = []

    def story(self, number: int) -> Story:
        random, corpus = self.random, self.corpus
        ranks = corpus.ranks.distinct(random, PEOPLE)
        # Who is often in the news is also who speaks most.
        speakers = random.choices(ranks, _SPEAKING, k=QUOTES)
        silent = [rank for rank in ranks if rank not in speakers]
        about = silent.pop(0)
        for index, speaker in enumerate(speakers):
            self._filler(2)
            if silent:
                self._narrative(silent.pop(0))
            if index:
                self._period()
            self._quote(index, speaker, about if index == 1 else None)
        for _ in range(DATES - len(self.dates)):
            self._period()
        self._pad_to(random.randint(*WORDS))
        return Story(
            number=number,
            source=corpus.sources.draw(random),
            section=SECTIONS[corpus.sections.draw(random)],
            published_at=self.published_at,
            headline=self._words(random.randint(6, 10)).capitalize(),
            standfirst=f"{self._words(12).capitalize()}.",
            keywords=self._words(3).split(),
            body="".join(self.parts).rstrip(),
            people=self.people,
            quotes=self.quotes,
            dates=self.dates,
        )

    def _add(self, text: str) -> Place:
        place = Place(self.length, self.length + len(text), text)
        self.parts.append(text)
        self.length = place.end
        return place

    def _words(self, number: int) -> str:
        return " ".join(islice(self.stock, number))

    def _filler(self, sentences: int) -> None:
        for _ in range(sentences):
            self._add(f"{self._words(self.random.randint(6, 10)).capitalize()}. ")

    def _pad_to(self, words: int) -> None:
        missing = words - "".join(self.parts).count(" ")
        while missing > 0:
            number = min(missing, self.random.randint(8, 16))
            self._add(f"{self._words(number).capitalize()}. ")
            missing -= number

    def _narrative(self, rank: int) -> None:
        self._name(rank, title=self.random.choice(TITLES))
        self._add(f" {self._words(5)}. ")

    def _name(self, rank: int, *, title: str = "", quote: int | None = None) -> Place:
        if title:
            self._add(f"{title} ")
        place = self._add(person_name(rank))
        self.people.append(Named(rank, place, title, quote))
        return place

    def _quote(self, index: int, rank: int, about: int | None) -> None:
        """One of four: said on a day, about somebody, about a time, in indirect speech."""
        if index == 3:
            self._indirect(rank)
            return
        start = self._add("\n\n“").end
        self._add(f"{self._words(8).capitalize()} ")
        if about is not None:
            self._name(about, quote=index)
            self._add(" ")
        if index == 2:
            self._date(quote=index)
            self._add(" ")
        end = self._add(f"{self._words(6)},").end - 1
        self._add("” ")
        speaker = self._speaker(rank)
        self._add(" ")
        cue, lemma = self._cue()
        said_on = None
        if index == 0:
            self._add(" on ")
            said_on = self._date("weekday")
        self._add(". ")
        place = self._since(start, end)
        self.quotes.append(Said(place, rank, speaker, cue, lemma, False, said_on))

    def _indirect(self, rank: int) -> None:
        self._add("\n\n")
        speaker = self._speaker(rank, "She")
        self._add(" ")
        cue, lemma = self._cue()
        self._add(" that ")
        place = self._add(self._words(14))
        self._add(".\n\n")
        self.quotes.append(Said(place, rank, speaker, cue, lemma, True, None))

    def _since(self, start: int, end: int) -> Place:
        text = "".join(self.parts)
        return Place(start, end, text[start:end])

    def _speaker(self, rank: int, pronoun: str = "she") -> Place:
        """By name the first time."""
        if any(named.rank == rank for named in self.people):
            return self._add(pronoun)
        return self._name(rank)

    def _cue(self) -> tuple[Place, str]:
        cue, lemma = self.random.choice(CUES)
        return self._add(cue), lemma

    def _period(self) -> None:
        if len(self.dates) < DATES:
            self._add(f"{self._words(4).capitalize()} ")
            self._date()
            self._add(f" {self._words(4)}. ")

    def _date(self, kind: str = "", *, quote: int | None = None) -> int:
        """Returns the number of the date."""
        kind = kind or self.random.choices(_DATE_KINDS, (9, 5, 3, 2, 1))[0]
        day = self.published_at.date() + timedelta(days=self.random.randint(-40, 40))
        if kind == "weekday":
            day = self.published_at.date() - timedelta(days=self.random.randint(1, 6))
        text, value = self._printed(kind, day)
        timex_type = TimexType.DURATION if kind == "length" else TimexType.DATE
        self.dates.append(Dated(self._add(text), timex_type, value, quote))
        return len(self.dates) - 1

    def _printed(self, kind: str, day: date) -> tuple[str, str]:
        """How a date stands in the text, and its TIMEX3 value."""
        match kind:
            case "weekday":
                return f"{day:%A}", f"{day}"
            case "day":
                return f"{day.day} {day:%B %Y}", f"{day}"
            case "month":
                return f"{day:%B %Y}", f"{day:%Y-%m}"
            case "year":
                year = day.year - self.random.randint(1, 30)
                return f"{year}", f"{year}"
            case _:
                number = self.random.randrange(len(_NUMBERS))
                return f"{_NUMBERS[number]} weeks", f"P{number + 2}W"
