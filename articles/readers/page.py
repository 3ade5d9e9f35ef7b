"""What a page says about its article: JSON-LD, Open Graph, meta and microdata."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from functools import cached_property
from typing import Any

from lxml.html import HtmlElement

from articles.readers.dates import best_date

_ARTICLE_TYPE = re.compile(r"(?:Article|Posting|Report)$")
_MAX_NODES = 10_000
_PUBLISHED_META = (
    "article:published_time", "article:published", "og:published_time", "og:article:published_time",
    "datepublished", "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime",
    "pubdate", "publishdate", "publish-date", "publish_date", "publication_date",
    "publication-date", "publicationdate", "article_date_original", "originalpublicationdate",
    "article.published", "dc.date.issued", "dcterms.issued", "dc.date.created",
    "dcterms.created", "dc.date", "dcterms.date", "date", "bt:pubdate",
)  # fmt: skip
_MODIFIED_META = ("article:modified_time", "og:updated_time", "datemodified", "lastmod",
                  "last-modified", "dcterms.modified")  # fmt: skip
_SEPARATORS = r"\s+[|\u2013\u2014\u00bb\u00b7:-]+\s+|\s*[|\uff5c_]\s*|\s*::\s*"
_LAST_PART = re.compile(rf"^(.*\S)(?:{_SEPARATORS})(\S.*)$", re.DOTALL)
_BY = re.compile(r"^by\s*:?\s+", re.IGNORECASE)
_DATE_CLASS = re.compile(
    r"publish|pubdate|posted|post-date|entry-date|article-?date", re.IGNORECASE
)
_PUBLISHED_WORDS = re.compile(
    r"^(?:first )?(?:published|posted|created)(?: on| at)?:?\s*", re.IGNORECASE
)
_WORDS = re.compile(r"\w+")
_URL_DAY = re.compile(r"/(\d{4})[/-](\d{1,2})[/-](\d{1,2})(?=[/-])")


class Page:
    """One parsed page; every method gives "" or nothing for what it does not say."""

    def __init__(self, tree: HtmlElement) -> None:
        self.tree = tree

    @cached_property
    def _meta(self) -> dict[str, list[str]]:
        """``content`` of meta elements by property, name, itemprop or http-equiv."""
        found: dict[str, list[str]] = {}
        for element in self.tree.iter("meta"):
            content = (element.get("content") or "").strip()
            names = {element.get(key) for key in ("property", "name", "itemprop", "http-equiv")}
            for name in names - {None}:
                if content:
                    found.setdefault(str(name).strip().lower(), []).append(content)
        return found

    @cached_property
    def _article(self) -> dict[str, Any]:
        """The first JSON-LD node that is an article."""
        for node in self._nodes():
            types = node.get("@type")
            names = types if isinstance(types, list) else [types]
            if any(isinstance(name, str) and _ARTICLE_TYPE.search(name) for name in names):
                return node
        return {}

    def _nodes(self) -> Iterator[dict[str, Any]]:
        """Yield the nodes that describe the page, not those of related pages."""
        pending: list[object] = [
            _json(script.text or "")
            for script in self.tree.iter("script")
            if "ld+json" in (script.get("type") or "").lower()
        ]
        for _ in range(_MAX_NODES):
            if not pending:
                return
            value = pending.pop(0)
            if isinstance(value, list):
                pending[:0] = value
            elif isinstance(value, dict):
                yield value
                inner = (value.get(key) for key in ("@graph", "mainEntity", "mainEntityOfPage"))
                pending.extend(entry for entry in inner if isinstance(entry, dict | list))

    def headline(self) -> str:
        """The title as printed, without the name of the site behind it."""
        candidates = [
            self._without_site_name(text)
            for text in (
                _first_text(self._article.get("headline")),
                self._first_meta("og:title"),
                self._itemprop("headline"),
                *self._printed_titles(),
                self._title(),
            )
        ]
        given = next((text for text in candidates if text and not self._is_site(text)), "")
        given = next((text for text in self._headings() if _same_words(text, given)), given)
        stem = given.removesuffix("...").removesuffix("…").rstrip()
        if stem == given:
            return given
        return next((text for text in candidates if text.startswith(stem) and text != given), given)

    def _printed_titles(self) -> list[str]:
        """Headings that the window title repeats, else the first heading."""
        headings = self._headings()
        title = _plain(self._title())
        repeated = [text for text in (*headings, self._first_meta("twitter:title"))
                    if text and _plain(text) in title]  # fmt: skip
        return sorted(repeated, key=len, reverse=True) or headings

    def _headings(self) -> list[str]:
        return [_text(element) for element in self.tree.iter("h1")]

    def _title(self) -> str:
        return next((text for element in self.tree.iter("title") if (text := _text(element))), "")

    def _is_site(self, text: str) -> bool:
        return _plain(text) == _plain(self.site_name())

    def _without_site_name(self, title: str) -> str:
        names = {_plain(name) for name in (self.site_name(), *self._host_names()) if name}
        while match := _LAST_PART.match(title):
            last = _plain(match[2])
            if not any(last == name or name in last.split(" ") for name in names):
                break
            title = match[1]
        return title

    def _host_names(self) -> Iterator[str]:
        host = re.match(r"https?://(?:www\.)?([^/:]+)", self.url())
        if host:
            yield host[1]
            yield host[1].split(".")[0]

    def standfirst(self) -> str:
        """What the page says in short; cut off, it is the beginning of a text, not a summary."""
        given = _first_text(self._article.get("description")) or self._first_meta(
            "og:description", "description"
        )
        text = " ".join(given.split())
        return "" if text.endswith(("...", "…")) else text

    def rights(self) -> str:
        return _first_text(self._article.get("copyrightNotice")) or self._first_meta(
            "dcterms.rights", "dc.rights", "rights", "copyright"
        )

    def byline(self) -> str:
        names = (
            _names(self._article.get("author"))
            or self._all_meta("author", "article:author", "parsely-author")
            or [self._itemprop("author")]
        )
        kept = (_BY.sub("", " ".join(name.split())) for name in names if "://" not in name)
        return ", ".join(dict.fromkeys(name for name in kept if name))

    def section(self) -> str:
        return (
            _first_text(self._article.get("articleSection"))
            or self._first_meta("article:section", "section", "parsely-section")
            or self._itemprop("articleSection")
        )

    def keywords(self) -> list[str]:
        given = self._article.get("keywords")
        texts = [text for text in (given if isinstance(given, list) else [given]) if text]
        words = texts or self._all_meta(
            "news_keywords", "keywords", "article:tag", "og:article:tag"
        )
        split = (
            part.strip() for text in words if isinstance(text, str) for part in text.split(",")
        )
        return list(dict.fromkeys(part for part in split if part))

    def language(self) -> str:
        root = self.tree.getroottree().getroot()
        given = (
            root.get("lang")
            or root.get("xml:lang")
            or _first_text(self._article.get("inLanguage"))
            or self._first_meta("og:locale", "content-language", "language")
        )
        return given.strip().replace("_", "-")

    def url(self) -> str:
        links = (
            link.get("href") or ""
            for link in self.tree.iter("link")
            if "canonical" in (link.get("rel") or "").lower().split()
        )
        page = self._article.get("mainEntityOfPage")
        more = (
            self._first_meta("og:url"),
            _first_text(self._article.get("url")),
            _first_text(page),
        )
        for url in (*links, *more):
            if re.match(r"https?://[^\s/]", url.strip()):
                return url.strip()
        return ""

    def site_name(self) -> str:
        publisher = _names(self._article.get("publisher"))
        return self._first_meta("og:site_name") or next(iter(publisher), "")

    def published_at(self) -> datetime | date | None:
        texts = [
            _first_text(self._article.get("datePublished")),
            *self._all_meta(*_PUBLISHED_META),
            self._itemprop("datePublished"),
            *self._times(),
            *self._printed_dates(),
            "-".join(match.groups()) if (match := _URL_DAY.search(self.url())) else "",
        ]
        return best_date(texts)

    def modified_at(self) -> datetime | None:
        texts = [
            _first_text(self._article.get("dateModified")),
            *self._all_meta(*_MODIFIED_META),
            self._itemprop("dateModified"),
        ]
        value = best_date(texts)
        return value if isinstance(value, datetime) else None

    def _times(self) -> Iterator[str]:
        for element in self.tree.iter("time"):
            yield element.get("datetime") or _text(element)

    def _printed_dates(self) -> Iterator[str]:
        for element in self.tree.iterfind(".//*[@class]"):
            if _DATE_CLASS.search(element.get("class") or ""):
                text = _text(element) if len(element) < 5 else ""
                yield _PUBLISHED_WORDS.sub("", text)

    def _all_meta(self, *names: str) -> list[str]:
        return [text for name in names for text in self._meta.get(name, [])]

    def _first_meta(self, *names: str) -> str:
        return next(iter(self._all_meta(*names)), "")

    def _itemprop(self, name: str) -> str:
        for element in self.tree.iterfind(f".//*[@itemprop='{name}']"):
            text = element.get("content") or element.get("datetime") or _text(element)
            if text.strip():
                return text.strip()
        return ""


def _text(element: HtmlElement) -> str:
    return " ".join(str(element.text_content()).split())


def _json(text: str) -> object:
    """Parse JSON-LD; None for what is not JSON: the page then speaks by other means."""
    try:
        value: object = json.loads(text.strip().removesuffix(";"), strict=False)
    except (ValueError, RecursionError):
        return None
    return value


def _first_text(value: object) -> str:
    """Give a text from the ways in which JSON-LD writes one."""
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("@value") or value.get("name") or value.get("@id")
    return value.strip() if isinstance(value, str) else ""


def _names(value: object) -> list[str]:
    entries: Iterable[object] = value if isinstance(value, list) else [value]
    return [name for entry in entries if (name := _first_text(entry))]


def _same_words(one: str, other: str) -> bool:
    """Whether two texts differ in nothing but their quotation marks, dashes and spaces."""
    return bool(one) and _WORDS.findall(one.lower()) == _WORDS.findall(other.lower())


def _plain(text: str) -> str:
    return " ".join(text.lower().split())
