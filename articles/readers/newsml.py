"""NewsML-G2: news items alone or in a message, their text as NITF, XHTML or plain text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import cast
from urllib.parse import urlsplit

from lxml import etree

from articles.readers.articles import Given, Lines, make_article, status_in_note, status_named
from articles.readers.base import Item, Limits, Location, PubStatus, RawArticle, ReadError
from articles.readers.markup import local_name, paragraphs, text_of_html
from articles.readers.nitf import Nitf

_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
# What a message carries besides news items, and what it is in words.
_OTHER_ITEMS = {
    "packageitem": "a package", "knowledgeitem": "a knowledge item", "conceptitem": "a concept",
    "planningitem": "a planning item", "catalogitem": "a catalogue",
}  # fmt: skip
# Roots of XHTML, whole or a part; others, like those of SportsML, hold no running text.
_DOCUMENTS = frozenset({"html", "body", "article", "section", "div", "p"})
_VOCABULARY = "http://cv.iptc.org/newscodes/"
_NO_TEXT = ReadError("missing_body", "it has no text in it, at most a link: send the text inline")


def read_newsml(root: etree._Element, location_path: str, limits: Limits) -> Iterator[Item]:
    """Yield the article of every news item, and why each other item is left out."""
    items = list(_items(root))
    if not items:
        reason = "the message has no items: leave it out"
        yield ReadError("empty", reason).rejected(Location(location_path))
    alone = len(items) == 1 and items[0] is root
    for number, item in enumerate(items, 1):
        location = Location(location_path, record=None if alone else number)
        try:
            yield _article(NewsItem(item), location, limits)
        except ReadError as error:
            yield error.rejected(location)


def _items(root: etree._Element) -> Iterator[etree._Element]:
    if local_name(root) != "newsmessage":
        yield root
        return
    for item_set in root.iterchildren("{*}itemSet"):
        yield from item_set.iterchildren(tag=etree.Element)


def _article(item: NewsItem, location: Location, limits: Limits) -> RawArticle:
    if (name := local_name(item.root)) != "newsitem":
        what = _OTHER_ITEMS.get(name, f"<{name[:40]}>")
        raise ReadError("not_an_article", f"{item.guid[:80]!r} is {what}: leave it out")
    status = item.status()
    if status is PubStatus.USABLE and item.item_class() not in ("", "text", "composite"):
        reason = f"{item.guid[:80]!r} is of class {item.item_class()[:40]}, not text: leave it out"
        raise ReadError("not_an_article", reason)
    body = item.body(limits)
    if status is PubStatus.USABLE and not body:
        raise _NO_TEXT
    embargo = item.embargo()
    given = Given(
        lines=item.lines(),
        body=body,
        keywords=item.keywords(),
        published=[embargo or "", *item.dates("firstCreated", "contentCreated", "versionCreated")],
        modified=item.dates("versionCreated"),
        # An embargo without an end is lifted by the next version.
        pub_status=PubStatus.WITHHELD if embargo == "" and status is PubStatus.USABLE else status,
    )
    return make_article(given, location, limits)


@dataclass(frozen=True, slots=True)
class NewsItem:
    """One item of NewsML-G2, in whatever namespace its version has."""

    root: etree._Element

    @property
    def guid(self) -> str:
        return self.root.get("guid", "").strip()

    def item_class(self) -> str:
        return _code(self.first("itemMeta/itemClass"))

    def status(self) -> PubStatus:
        given = status_named(_code(self.first("itemMeta/pubStatus")))
        notes = (status_in_note(note) for note in self.texts("itemMeta/edNote"))
        return next((s for s in (given, *notes) if s is not PubStatus.USABLE), given)

    def embargo(self) -> str | None:
        """When the item may be published; empty for "until further notice"."""
        node = self.first("itemMeta/embargoed")
        return None if node is None else (node.text or "").strip()

    def lines(self) -> Lines:
        inline = self.nitf()
        printed = inline.lines() if inline else Lines()
        meta = Lines(
            headline=_first(self.main("contentMeta/headline")),
            standfirst=_first(self.main("contentMeta/description")),
            byline=_first(self.texts("contentMeta/by")),
            dateline=_first(self.texts("contentMeta/dateline")),
            section=_first(self.names("itemMeta/service")),
            language=self.language(),
            source=self.source(),
            rights=" ".join(
                self.texts("rightsInfo/copyrightNotice") or self.texts("rightsInfo/usageTerms")
            ),
            url=self.url(),
            guid=self.guid,
        )
        given = {name: text for name, text in meta.items() if text}
        lines = cast("Lines", {**printed, **given})
        lines["byline"] = lines.get("byline") or ", ".join(self.names("contentMeta/creator"))
        lines["headline"] = lines.get("headline") or _first(self.texts("contentMeta/slugline"))
        return lines

    def nitf(self) -> Nitf | None:
        """The NITF document inside."""
        found = self.first("contentSet/inlineXML/nitf")
        return None if found is None else Nitf(found)

    def body(self, limits: Limits) -> str:
        """The text of the first rendition that has one, NITF before others."""
        if (nitf := self.nitf()) and (text := nitf.body()):
            return text
        for document in self.all("contentSet/inlineXML/*"):
            if local_name(document) not in _DOCUMENTS:
                continue
            body = next(document.iter("{*}body"), document)
            if text := "\n\n".join(paragraphs(body)):
                return text
        for data in self.all("contentSet/inlineData"):
            text, kind = (
                "".join(str(part) for part in data.itertext()),
                data.get("contenttype", "").lower(),
            )
            is_text = kind.startswith("text/") or "html" in kind or not kind
            if is_text and not data.get("encoding") and text.strip():
                return text_of_html(text, limits) if "html" in kind else text
        return ""

    def keywords(self) -> list[str]:
        words = self.texts("contentMeta/keyword")
        return words + self.names("contentMeta/subject")

    def language(self) -> str:
        tags = [node.get("tag", "") for node in self.all("contentMeta/language")]
        return _first([tag for tag in tags if tag]) or self.root.get(_LANGUAGE, "")

    def source(self) -> str:
        """The provider, by name if it has one, else who holds the rights."""
        provider = self.first("itemMeta/provider")
        names = self.names("itemMeta/provider") + self.names("rightsInfo/copyrightHolder")
        if names or provider is None:
            return _first(names)
        code = provider.get("literal") or provider.get("qcode", "").rpartition(":")[2]
        address = provider.get("uri", "")
        if address.startswith(_VOCABULARY):
            return code or address.rpartition("/")[2]
        return code or (urlsplit(address).hostname or "").removeprefix("www.")

    def url(self) -> str:
        for link in self.all("itemMeta/link"):
            if link.get("contenttype", "").startswith("text/html") and link.get("href"):
                return link.get("href", "")
        return ""

    def dates(self, *names: str) -> list[str]:
        places = (f"{meta}/{name}" for name in names for meta in ("itemMeta", "contentMeta"))
        return [text for place in places for text in self.texts(place)]

    def main(self, path: str) -> list[str]:
        """Texts without a role first: the others are variants of them."""
        nodes = sorted(self.all(path), key=lambda node: "role" in node.attrib)
        return [text for node in nodes if (text := _text(node))]

    def texts(self, path: str) -> list[str]:
        return [text for node in self.all(path) if (text := _text(node))]

    def names(self, path: str) -> list[str]:
        """The first name of each concept that a path leads to."""
        found = (next(node.iterchildren("{*}name"), None) for node in self.all(path))
        return [text for name in found if name is not None and (text := _text(name))]

    def first(self, path: str) -> etree._Element | None:
        return next(iter(self.all(path)), None)

    def all(self, path: str) -> list[etree._Element]:
        return self.root.findall(
            "/".join(name if name == "*" else f"{{*}}{name}" for name in path.split("/"))
        )


def _code(node: etree._Element | None) -> str:
    """The last part of a code: "canceled" of ``stat:canceled`` or ``.../pubstatusg2/canceled``."""
    if node is None:
        return ""
    given = node.get("qcode") or node.get("uri") or ""
    return given.rstrip("/").replace(":", "/").rsplit("/", 1)[-1].lower()


def _text(node: etree._Element) -> str:
    return " ".join(" ".join(paragraphs(node)).split())


def _first(texts: Iterable[str]) -> str:
    return next(iter(texts), "")
