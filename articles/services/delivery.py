"""From what a reader gives to the values of an Article."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, fields, replace
from datetime import UTC, date, datetime, time
from functools import cache
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit
from zoneinfo import ZoneInfo

from articles.choices import Granularity
from articles.extraction.layout import find_layout
from articles.models import Article
from articles.models.article import UNDATED
from articles.readers import RawArticle, Rejected
from articles.search.stems import indexed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from articles.models import Source

_TEXT_FIELDS = (
    "url", "headline", "standfirst", "byline", "dateline", "section", "language", "rights", "body",
)  # fmt: skip
ANONYMOUS = "sha256:"
_ENCODER = json.JSONEncoder(sort_keys=True, default=str, ensure_ascii=False)
# Parameters that tell where a reader came from, not what is read.
_TRACKING = ("utm_", "fbclid", "gclid", "mc_cid", "mc_eid")


@dataclass(frozen=True, slots=True)
class Delivery:
    """The values that one delivery gives an article; blank ones are left out.

    A notice that withdraws an article gives its status, and nothing of its own headline.

    Attributes:
        digest: SHA-256 over what the reader gave; whatever becomes of it here,
            the same delivery has the same digest.
        anonymous: the guid is a hash of the content, since the provider gave
            neither an id nor an address.
    """

    guid: str
    values: Mapping[str, Any]
    digest: str
    anonymous: bool


def complete(raw: RawArticle) -> RawArticle | Rejected:
    """Find the parts of a plain text that its reader could not tell apart.

    The body stays the text as printed, headline included, so that facts in the
    headline and the standfirst have a place in it too.
    """
    if not raw.unparsed:
        return raw
    layout = find_layout(raw.body, headline=raw.headline or None, raw=True)
    found: dict[str, Any] = {
        name: " ".join(span.of(raw.body).split())
        for name in ("headline", "standfirst", "byline", "dateline")
        if (span := getattr(layout, name)) and not getattr(raw, name)
    }
    if not (raw.headline or found.get("headline")):
        reason = "no headline: put one on a first line of its own"
        return Rejected(raw.location, "missing_headline", reason)
    if not raw.body[layout.body_start :].strip():
        return Rejected(raw.location, "missing_body", "there is a headline but no story below it")
    return replace(raw, unparsed=False, **found)


def prepare(raw: RawArticle, source: Source, digest: str) -> Delivery | Rejected:
    """Turn a complete article into values for the database."""
    try:
        values = _values(raw, source)
    except (ValueError, OverflowError) as error:
        return Rejected(raw.location, "bad_date", f"{error}: correct or remove the date")
    if problem := _too_long(values):
        return Rejected(raw.location, "too_long", problem)
    identity = identity_of(raw)
    guid = identity or ANONYMOUS + sha256(f"{raw.headline}\n\n{raw.body}")
    if len(guid) > 500:
        reason = f"the guid has {len(guid)} characters; the most is 500: use a shorter id"
        return Rejected(raw.location, "too_long", reason)
    return Delivery(guid, values, digest, anonymous=not identity)


def identity_of(raw: RawArticle) -> str:
    """What an article is known by: the provider's id, else its address; empty without both."""
    return raw.guid or canonical(raw.url)


def _values(raw: RawArticle, source: Source) -> dict[str, Any]:
    values: dict[str, Any] = {"pub_status": raw.pub_status.value}
    if raw.body:
        values |= {name: getattr(raw, name) for name in _TEXT_FIELDS}
        values["keywords"] = list(raw.keywords)
        if raw.published_at is not None:
            values |= publication(raw.published_at, source)
    if raw.modified_at is not None:
        values["modified_at"] = _aware(raw.modified_at, source).astimezone(UTC)
    return {name: value for name, value in values.items() if value not in ("", [])}


def publication(published: datetime | date, source: Source) -> dict[str, Any]:
    """The three fields that say when an article was published.

    The day is that of the zone the time is printed in; a time in UTC, which
    feeds give for convenience, counts in the source's own zone if it is known.

    Raises:
        ValueError: before ``UNDATED``, so not a date of print.
        OverflowError: the time in UTC would leave the calendar.
    """
    if isinstance(published, datetime):
        printed = _aware(published, source)
        if source.timezone and not printed.utcoffset():
            printed = printed.astimezone(ZoneInfo(source.timezone))
        moment, day, granularity = printed.astimezone(UTC), printed.date(), Granularity.TIME
    else:
        day, granularity = published, Granularity.DAY
        moment = datetime.combine(day, time(), UTC)
    if moment <= UNDATED:
        raise ValueError(f"no article was published on {day}")
    return {
        "published_at": moment,
        "published_on": day,
        "published_granularity": granularity.value,
    }


def _aware(moment: datetime, source: Source) -> datetime:
    if moment.tzinfo is not None:
        return moment
    return moment.replace(tzinfo=ZoneInfo(source.timezone) if source.timezone else UTC)


def derived(values: Mapping[str, Any], source: Source) -> dict[str, Any]:
    """The columns that follow from an article's values."""
    parts = [values.get(name, "") for name in ("headline", "standfirst", "body")]
    return {
        "body_sha256": sha256(values.get("body", "")),
        "search_text": indexed(parts, values.get("language") or source.language),
        "sort_at": (values.get("published_at") or UNDATED).replace(microsecond=0),
    }


def _too_long(values: Mapping[str, Any]) -> str:
    for name, limit in _limits().items():
        value = values.get(name, "")
        if len(value) > limit:
            return f"{name} has {len(value)} characters; the most is {limit}: shorten it"
    return ""


@cache
def _limits() -> dict[str, int]:
    """The most characters that the database takes of each text field."""
    fields = (field for field in Article._meta.concrete_fields if field.name in _TEXT_FIELDS)
    return {field.name: field.max_length for field in fields if field.max_length}


def canonical(url: str) -> str:
    """An address without what does not change the page: fragment, tracking, case of the host."""
    if not url:
        return ""
    try:
        parts = urlsplit(url.strip())
        query = [
            (name, value)
            for name, value in parse_qsl(parts.query, keep_blank_values=True)
            if not name.lower().startswith(_TRACKING)
        ]
    except ValueError:
        return url.strip()
    return urlunsplit(
        (parts.scheme.lower(), parts.netloc.lower(), parts.path or "/", urlencode(query), "")
    )


_FIELDS = tuple(field.name for field in fields(RawArticle))


def digest_of(raw: RawArticle) -> str:
    """SHA-256 over an article as its reader gave it, wherever it stood."""
    values = {name: getattr(raw, name) for name in _FIELDS} | {"location": None}
    return sha256(_ENCODER.encode(values))


def sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
