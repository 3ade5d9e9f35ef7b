"""Fetching what a user names by its address, and only what has changed since the last time."""

from __future__ import annotations

import ipaddress
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, cast
from urllib.parse import quote, urlsplit, urlunsplit

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.utils import timezone

from articles.models import FetchedUrl
from articles.readers import Fetched, RawArticle, ReadError, Rejected, printable
from articles.readers.base import read_whole
from articles.readers.html import read_page
from articles.services.network import Answer, Policy, get
from newsapi import __version__

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import BinaryIO

    from articles.readers import Item, Limits

_HEADERS = {
    "User-Agent": f"newsapi/{__version__}",
    "Accept": "application/atom+xml, application/rss+xml, application/feed+json, text/html, */*",
}
_SENT_AS_IS = "/%:=&?~+!$,;'@()*[]-._"
_OK, _NOT_MODIFIED = 200, 304


def policy() -> Policy:
    """The limits that the settings give."""
    try:
        allowed = tuple(ipaddress.ip_network(text) for text in settings.FETCH_ALLOW_NETWORKS)
    except ValueError as error:
        raise ImproperlyConfigured(f"FETCH_ALLOW_NETWORKS: {error}, like 10.1.0.0/16.") from error
    return Policy(
        max_bytes=settings.FETCH_MAX_BYTES,
        max_seconds=settings.FETCH_SECONDS,
        max_redirects=settings.FETCH_REDIRECTS,
        allowed=allowed,
    )


class Fetcher:
    """Fetches for one load, and notes for the next what it need not fetch again.

    ``remember`` does so once all is stored: an address of which anything was
    rejected is fetched again the next time.
    """

    def __init__(self, policy: Policy, limits: Limits) -> None:
        self.policy = policy
        self.limits = limits
        self._fetched: dict[str, FetchedUrl] = {}
        self._rejected: set[str] = set()

    @contextmanager
    def fetch(self, url: str) -> Iterator[Fetched | None]:
        """What an address holds; None if the server says that it has not changed.

        Raises:
            ReadError: it cannot be had, may not be had, or the server refuses it.
        """
        address = _plain(url)
        known = FetchedUrl.objects.filter(url=address).first()
        with get(address, _HEADERS | _conditions(known), self.policy) as answer:
            if answer.status == _NOT_MODIFIED and known is not None:
                yield None
                return
            if answer.status != _OK:
                reason = f"the server answered {answer.status}: check the address"
                raise ReadError("fetch_failed", reason)
            yield Fetched(cast("BinaryIO", answer.content), answer.url)
            self._note(url, answer)

    def _note(self, url: str, answer: Answer) -> None:
        self._fetched[url] = FetchedUrl(
            url=_plain(url),
            etag=answer.headers.get("etag", "")[:500],
            last_modified=answer.headers.get("last-modified", "")[:100],
            fetched_at=timezone.now(),
        )

    def rejected(self, rejected: Rejected) -> None:
        """Have the address of a rejected item fetched again the next time."""
        self._rejected.add(rejected.location.path.partition("!")[0])

    def remember(self) -> None:
        """Note what was fetched, now that all of it is stored."""
        rows = {
            row.url: row
            for url, row in self._fetched.items()
            if printable(url) not in self._rejected
        }
        FetchedUrl.objects.bulk_create(
            rows.values(),
            update_conflicts=True,
            unique_fields=["url"],
            update_fields=["etag", "last_modified", "fetched_at"],
        )

    def with_full_texts(self, items: Iterable[Item]) -> Iterator[Item]:
        """Follow the links of entries of which a feed gives no more than a summary.

        A page that was fetched since its entry last changed is left out.
        """
        for item in items:
            if not isinstance(item, RawArticle) or not (item.abridged and item.url):
                yield item
            elif (full := self._full(item)) is not None:
                yield full

    def _full(self, item: RawArticle) -> Item | None:
        try:
            address = _plain(item.url)
            if _is_unchanged(item, FetchedUrl.objects.filter(url=address).first()):
                return None
            with get(address, _HEADERS, self.policy) as answer:
                if answer.status != _OK:
                    raise ReadError("fetch_failed", f"the server answered {answer.status}")
                data = read_whole(cast("BinaryIO", answer.content), self.limits)
                page = read_page(data, item.location, self.limits)
                self._note(item.url, answer)
        except ReadError as error:
            return Rejected(item.location, error.code, f"{item.url[:200]}: {error.reason}")
        return replace(
            item,
            body=page.body,
            standfirst=item.standfirst or " ".join(item.body.split()),
            byline=item.byline or page.byline,
            section=item.section or page.section,
            language=item.language or page.language,
            published_at=item.published_at or page.published_at,
            abridged=False,
        )


def _is_unchanged(item: RawArticle, known: FetchedUrl | None) -> bool:
    """Whether the page of an entry was fetched since the entry last changed."""
    if known is None:
        return False
    changed = item.modified_at
    return changed is None or changed.tzinfo is None or changed <= known.fetched_at


def _conditions(known: FetchedUrl | None) -> dict[str, str]:
    given = {
        "If-None-Match": known.etag if known else "",
        "If-Modified-Since": known.last_modified if known else "",
    }
    return {name: text for name, text in given.items() if text}


def _plain(url: str) -> str:
    """An address without its fragment, in the characters that can be sent, fit to be stored."""
    try:
        parts = urlsplit(url)
        host = parts.netloc if parts.netloc.isascii() else parts.netloc.encode("idna").decode()
        path, query = (quote(part, safe=_SENT_AS_IS) for part in (parts.path, parts.query))
        plain = urlunsplit((parts.scheme, host, path, query, ""))
    except (ValueError, UnicodeError):
        plain = ""
    if not plain or len(plain) > 2000:
        raise ReadError("bad_address", f"{url[:60]!r} is no address: check it")
    return plain
