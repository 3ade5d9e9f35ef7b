"""From the values that a format gives to a clean article; the same rules for every format."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypedDict, cast

from articles.readers.base import Limits, Location, PubStatus, RawArticle, ReadError, too_large
from articles.readers.clean import clean_body, clean_line, clean_text
from articles.readers.dates import parse_published

_BY = re.compile(r"by\s*:?\s+", re.IGNORECASE)
# What desks write over a notice that takes a story back.
_KILL = re.compile(
    r"\W*(?:mandatory\s+|bulletin\s+)?(?:kill|elim(?:ination)?|retract(?:ed|ion)?)\b", re.IGNORECASE
)
_WITHHOLD = re.compile(r"\W*with(?:hold|held)\b", re.IGNORECASE)
_STATUS_OF_WORD = {
    "usable": PubStatus.USABLE, "withheld": PubStatus.WITHHELD, "embargoed": PubStatus.WITHHELD,
    "canceled": PubStatus.CANCELED, "cancelled": PubStatus.CANCELED, "killed": PubStatus.CANCELED,
    "retracted": PubStatus.CANCELED,
}  # fmt: skip


class Lines(TypedDict, total=False):
    """Fields of one line, as printed."""

    headline: str
    standfirst: str
    byline: str
    dateline: str
    section: str
    language: str
    source: str
    rights: str
    url: str
    guid: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What a format gives of one article, uncleaned.

    Attributes:
        published: texts of dates, the best first; of ``modified`` only one with
            a time counts.
    """

    lines: Lines
    body: str
    keywords: Iterable[str] = ()
    published: Iterable[str] = ()
    modified: Iterable[str] = ()
    pub_status: PubStatus = PubStatus.USABLE
    abridged: bool = False


def make_article(given: Given, location: Location, limits: Limits) -> RawArticle:
    """Clean and check what a format gives.

    Raises:
        ReadError: something is too large, damaged or missing. A notice that
            withdraws an article needs no text, but says which article it means.
    """
    values = {name: clean_line(str(text), name, limits) for name, text in given.lines.items()}
    values["byline"] = without_by(values.get("byline", ""))
    check_complete(values, given.body, given.pub_status)
    return RawArticle(
        location=location,
        body=clean_body(given.body, limits) if given.body.strip() else "",
        keywords=clean_keywords(given.keywords, limits),
        published_at=_first_date(given.published, "the date of publication"),
        modified_at=_first_time(given.modified),
        pub_status=given.pub_status,
        abridged=given.abridged,
        **cast("Lines", values),
    )


def check_complete(values: Mapping[str, object], body: str, pub_status: PubStatus) -> None:
    """Refuse an article without title or text, and a notice that names no article.

    Raises:
        ReadError: ``missing_headline``, ``missing_body`` or ``missing_guid``.
    """
    if pub_status is not PubStatus.USABLE and not (values.get("guid") or values.get("url")):
        reason = f"it is {pub_status}, but has neither guid nor url: say which article it means"
        raise ReadError("missing_guid", reason)
    if pub_status is not PubStatus.USABLE and not body.strip():
        return
    if not values.get("headline"):
        raise ReadError("missing_headline", "headline is missing or blank: give the title")
    if not body.strip():
        raise ReadError("missing_body", "body is missing or blank: give the article's text")


def without_by(byline: str) -> str:
    match = _BY.match(byline)
    return byline[match.end() :] if match else byline


def status_named(word: str) -> PubStatus:
    """The status of a word or code: "usable", "stat:canceled", ".../pubstatusg2/withheld".

    Raises:
        ReadError: ``bad_status``.
    """
    name = re.split(r"[:/#]", word.strip().rstrip("/"))[-1].lower()
    if name and name not in _STATUS_OF_WORD:
        reason = f"unknown status {name[:40]!r}: write usable, withheld or canceled"
        raise ReadError("bad_status", reason)
    return _STATUS_OF_WORD.get(name, PubStatus.USABLE)


def status_in_note(note: str) -> PubStatus:
    """The status that a note to editors gives: "KILL", "WITHHOLD", "Mandatory kill: …"."""
    if _KILL.match(note):
        return PubStatus.CANCELED
    return PubStatus.WITHHELD if _WITHHOLD.match(note) else PubStatus.USABLE


def clean_keywords(words: Iterable[str], limits: Limits) -> tuple[str, ...]:
    """Each once, blank ones left out."""
    cleaned = (clean_line(word, "keywords", limits) for word in words)
    kept = tuple(dict.fromkeys(word for word in cleaned if word))
    if len(kept) > limits.max_keywords:
        raise ReadError("too_large", too_large("keywords", "entries", limits.max_keywords))
    return kept


def _first_date(texts: Iterable[str], name: str) -> datetime | date | None:
    problem = ""
    for text in texts:
        try:
            if text.strip():
                return parse_published(clean_text(text, name))
        except ValueError as error:
            problem = problem or f"{name}: {error}"
    if problem:
        raise ReadError("bad_date", problem)
    return None


def _first_time(texts: Iterable[str]) -> datetime | None:
    """The first that has a time; a bare day says too little to put versions in order."""
    for text in texts:
        value = _first_date([text], "the date of change")
        if isinstance(value, datetime):
            return value
    return None
