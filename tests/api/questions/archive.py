"""A fixed archive, written as marked text: what is asked of it has one answer on every engine.

``{3|Tanaka}`` names person 3; ``{2025-05|May}`` is a date, with its range after it where the
value does not say it; ``[words](3 direct say .8 confirmed)`` is a quote of person 3 (``-``: of
nobody known) with its type, its cue, its confidence and its review.
"""

from __future__ import annotations

import calendar
import re
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any, NamedTuple

from django.apps import apps
from django.core.management.color import no_style
from django.db import connection

from articles.choices import ExtractionState, Granularity, Origin, Status
from articles.extraction.types import QuoteType, TimexType
from articles.models import Article, Person, PersonMerge, PossibleMatch, Quote
from articles.services import merging
from tests.builders import (
    make_article,
    make_date,
    make_mention,
    make_person,
    make_quote,
    make_source,
)

TEXT = Path(__file__).with_name("archive.txt")
SOURCES = ("Harwick Courier", "Touchline", "Élan Quotidien", "The Evening Post", "Wire")
# Dates that tell when a quote was said.
SAID_ON = {11: 13, 21: 19, 82: 81}
COUNTRIES = ("GB", "GB", "FR", "", "US")
LOADED = datetime(2025, 7, 1, tzinfo=UTC)
_MARK = re.compile(r"\[|\]\((?P<said>[^)]*)\)|\{(?P<what>[^|}]*)\||\}")


class Marked(NamedTuple):
    """A marked piece of a text: its place, and what the mark says of it."""

    start: int
    end: int
    words: str
    is_quote: bool


def build() -> None:
    """Store the archive; every id in it is fixed."""
    for number, (name, country) in enumerate(zip(SOURCES, COUNTRIES, strict=True), 1):
        make_source(name=name, pk=number, country=country)
    people: dict[int, Person] = {}
    number = 0
    for part in re.split(r"\n(?=person |article )", TEXT.read_text(encoding="utf-8")):
        kind, _, rest = part.partition(" ")
        if kind == "person":
            person = _person(rest.partition("\n")[0])
            people[person.pk] = person
        elif kind == "article":
            number = _article(rest, people, number)
    for quote, day in SAID_ON.items():
        Quote.objects.filter(pk=quote).update(said_on=day)
    _decide(people)
    # The next rows are numbered behind these.
    models = apps.get_app_config("articles").get_models()
    for statement in connection.ops.sequence_reset_sql(no_style(), list(models)):
        connection.cursor().execute(statement)


def _person(line: str) -> Person:
    pk, name, forms, wikidata_id = (field.strip() for field in line.split("|"))
    aliases = [form.strip() for form in forms.split(";") if form.strip()]
    return make_person(pk=int(pk), name=name, aliases=aliases, wikidata_id=wikidata_id)


def _article(part: str, people: dict[int, Person], facts: int) -> int:
    """Store an article with its facts, numbered on from so many."""
    head, headline, *lines = part.split("\n")
    pk, source, section, language, published, state = (field.strip() for field in head.split("|"))
    text = "\n".join(line for line in lines if not line.startswith("#")).strip()
    body, marks = read_marks(text)
    moment = datetime.fromisoformat(published).replace(tzinfo=UTC) if published else None
    granularity = Granularity.TIME if "T" in published else Granularity.DAY
    article = make_article(
        pk=int(pk),
        guid=f"guid-{pk}",
        source=make_source(name=source),
        section=section,
        language=language,
        headline=headline,
        body=body,
        published_at=moment,
        published_granularity=granularity if published else "",
        state=ExtractionState(state),
        # Not in the order of publication, and some at the same time.
        loaded_at=LOADED + timedelta(minutes=int(pk) * 7 % 10),
    )
    for place, mark in enumerate(marks, facts + 1):
        _fact(article, mark, people, pk=place)
    return facts + len(marks)


def _fact(article: Article, mark: Marked, people: dict[int, Person], pk: int) -> None:
    where: dict[str, Any] = {
        "pk": pk,
        "article": article,
        "start": mark.start,
        "text": article.body[mark.start : mark.end],
    }
    if mark.is_quote:
        speaker, kind, cue, *more = mark.words.split()
        certain = [float(word) for word in more if "." in word]
        make_quote(
            **where,
            speaker=None if speaker == "-" else people[int(speaker)],
            quote_type=QuoteType(kind),
            cue_lemma=cue,
            confidence=certain[0] if certain else 0.9,
            status=next((Status(word) for word in more if word in Status), Status.UNREVIEWED),
            origin=Origin.EDITED if "edited" in more else Origin.EXTRACTED,
        )
    elif mark.words.isdecimal() and len(mark.words) < 3:
        make_mention(**where, person=people[int(mark.words)])
    else:
        make_date(**where, **_meant(mark.words))


def _meant(words: str) -> dict[str, Any]:
    """What a date means: its type, value and range, where it has one."""
    kind, _, value = words.rpartition(" ")
    first, _, last = value.partition("..")
    if kind == "set" or first[0] in "PX":
        timex_type = TimexType.SET if kind else TimexType.DATE
        timex_type = TimexType.DURATION if first[0] == "P" else timex_type
        return {"timex_type": timex_type, "value": value, "earliest": None, "latest": None}
    timex_type = TimexType.TIME if "T" in first else TimexType.DATE
    earliest = _day(first, is_last=False)
    latest = _day(last or first, is_last=True)
    value = f"{first}/{last}" if last else value
    return {"timex_type": timex_type, "value": value, "earliest": earliest, "latest": latest}


def _day(value: str, *, is_last: bool) -> date:
    """The first or the last day of a value."""
    year = int(value[:4].ljust(4, "9" if is_last else "0"))
    first, last = 1, 12
    if "-Q" in value:
        first = int(value[-1]) * 3 - 2
        last = first + 2
    elif len(value) > 4:
        first = last = int(value[5:7])
        if len(value) > 7:
            return date.fromisoformat(value[:10])
    return date(year, last, calendar.monthrange(year, last)[1]) if is_last else date(year, first, 1)


def read_marks(text: str) -> tuple[str, list[Marked]]:
    """A text without its marks, and what they marked, in the order in which it ends."""
    body, marks, at = "", [], 0
    open_marks: list[tuple[int, str]] = []
    for found in _MARK.finditer(text):
        body += text[at : found.start()]
        at = found.end()
        if found[0] == "[" or found["what"] is not None:
            open_marks.append((len(body), found["what"] or ""))
        else:
            start, what = open_marks.pop()
            is_quote = found["said"] is not None
            marks.append(Marked(start, len(body), found["said"] or what, is_quote))
    return body + text[at:], marks


def _decide(people: dict[int, Person]) -> None:
    """What editors have decided, at fixed times: a merge, one that was undone, two pairs."""
    merge = merging.merge(people[2], people[12], by="desk")
    undone = merging.merge(people[1], people[10], by="desk")
    merging.undo(undone, by="night desk")
    for number, one in enumerate((merge, undone), 1):
        PersonMerge.objects.filter(pk=one.pk).update(
            id=number,
            merged_at=LOADED + timedelta(days=number),
            undone_at=LOADED + timedelta(days=9) if one is undone else None,
        )
    for first, second, score in ((2, 9, 1.25), (4, 6, -0.5), (7, 11, 1.25)):
        PossibleMatch.objects.create(
            first=people[first],
            second=people[second],
            score=score,
            evidence=[{"kind": "name", "weight": score, "words": [people[first].name]}],
        )
    merging.reject(PossibleMatch.objects.get(first=4, second=6), by="desk")
    pairs = PossibleMatch.objects.order_by("first", "second").values_list("pk", "decided_by")
    for number, (pk, decided_by) in enumerate(pairs, 1):
        PossibleMatch.objects.filter(pk=pk).update(
            id=1000 + number,
            offered_at=LOADED + timedelta(hours=number),
            decided_at=LOADED + timedelta(days=number) if decided_by else None,
        )
