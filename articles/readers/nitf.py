"""NITF 3.x: an article in XML, alone or inside NewsML-G2."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from articles.readers.articles import Given, Lines, make_article, status_in_note, status_named
from articles.readers.base import Item, Limits, Location, PubStatus, RawArticle, ReadError
from articles.readers.markup import local_name, paragraphs

_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def read_nitf(root: etree._Element, location_path: str, limits: Limits) -> Iterator[Item]:
    """Yield the article, and the notice that another one is withdrawn if it carries one."""
    location = Location(location_path)
    nitf = Nitf(root)
    readers = [_article] if nitf.has_text() or not nitf.other_id() else []
    if nitf.other_id():
        readers.append(_notice)
    for read in readers:
        try:
            yield read(nitf, location, limits)
        except ReadError as error:
            yield error.rejected(location)


def _article(nitf: Nitf, location: Location, limits: Limits) -> RawArticle:
    given = Given(
        lines=nitf.lines(),
        body=nitf.body(),
        keywords=nitf.keywords(),
        published=nitf.dates("date.release", "date.issue") + nitf.other_dates(),
        modified=nitf.dates("date.issue"),
        pub_status=nitf.status(),
    )
    return make_article(given, location, limits)


def _notice(nitf: Nitf, location: Location, limits: Limits) -> RawArticle:
    """The article that the document names as withdrawn (``management-doc-idref``)."""
    lines = Lines(guid=nitf.other_id(), source=nitf.source(), headline=nitf.headline())
    status = status_named(nitf.attribute("docdata", "management-idref-status"))
    given = Given(
        lines=lines,
        body="",
        modified=nitf.dates("date.issue"),
        pub_status=status,
    )
    return make_article(given, location, limits)


@dataclass(frozen=True, slots=True)
class Nitf:
    """A document of any 3.x version, with a namespace or without."""

    root: etree._Element

    def lines(self) -> Lines:
        head = self.first("body.head")
        return Lines(
            headline=self.headline(),
            standfirst=" ".join(self.texts("abstract", head)) or _first(self.texts("hl2", head)),
            byline=", ".join(self.texts("byline", head)),
            dateline=_first(self.texts("dateline", head)),
            section=self.attribute("pubdata", "position.section")
            or self.attribute("tobject.subject", "tobject.subject.type"),
            language=self.language(),
            source=self.source(),
            rights=self.rights(),
            url=self.url(),
            guid=self.attribute("doc-id", "id-string") or self.attribute("du-key", "key"),
        )

    def headline(self) -> str:
        return _first([*self.texts("hl1"), *self.texts("title")])

    def has_text(self) -> bool:
        return bool(self.body())

    def body(self) -> str:
        contents = [
            node
            for node in self.nodes("body.content")
            if (parent := node.getparent()) is not None and local_name(parent) in ("body", "nitf")
        ]
        return "\n\n".join(text for content in contents for text in paragraphs(content))

    def keywords(self) -> list[str]:
        words = [node.get("key") or _text(node) for node in self.nodes("keyword")]
        names = ("tobject.subject.matter", "tobject.subject.type")
        subjects = [node.get(name) for node in self.nodes("tobject.subject") for name in names]
        return [word for word in words or subjects if word]

    def language(self) -> str:
        body = self.first("body")
        of_body = None if body is None else body.get(_LANGUAGE)
        return self.root.get(_LANGUAGE) or of_body or ""

    def source(self) -> str:
        return (
            self.attribute("pubdata", "name")
            or _first(self.texts("distributor"))
            or self.attribute("doc.copyright", "holder")
            or self.attribute("doc-id", "regsrc")
        )

    def rights(self) -> str:
        holder, year = (self.attribute("doc.copyright", name) for name in ("holder", "year"))
        made = " ".join(filter(None, ("Copyright", year, holder))) if holder else ""
        return " ".join(self.texts("rights", self.first("body.head"))) or made

    def url(self) -> str:
        address = self.attribute("pubdata", "ex-ref")
        return address if address.startswith(("http://", "https://")) else ""

    def status(self) -> PubStatus:
        given = status_named(self.attribute("docdata", "management-status"))
        notes = [node.get("info") or "" for node in self.nodes("ed-msg")]
        noted = (status_in_note(note) for note in notes)
        return next((s for s in (given, *noted) if s is not PubStatus.USABLE), given)

    def other_id(self) -> str:
        """The id of another document that this one takes back."""
        status = status_named(self.attribute("docdata", "management-idref-status"))
        other = self.attribute("docdata", "management-doc-idref")
        return "" if status is PubStatus.USABLE else other

    def dates(self, *names: str) -> list[str]:
        return [node.get("norm") or _text(node) for name in names for node in self.nodes(name)]

    def other_dates(self) -> list[str]:
        printed = self.attribute("pubdata", "date.publication")
        return [printed, *(node.get("norm") or "" for node in self.nodes("story.date"))]

    def texts(self, name: str, inside: etree._Element | None = None) -> list[str]:
        found = (_text(node) for node in self.nodes(name, inside))
        return [text for text in found if text]

    def attribute(self, element: str, name: str) -> str:
        return next(
            (value for node in self.nodes(element) if (value := node.get(name))), ""
        ).strip()

    def first(self, name: str) -> etree._Element | None:
        return next(self.nodes(name), None)

    def nodes(self, name: str, inside: etree._Element | None = None) -> Iterator[etree._Element]:
        return (self.root if inside is None else inside).iter(f"{{*}}{name}")


def _text(node: etree._Element) -> str:
    return " ".join(" ".join(paragraphs(node)).split())


def _first(texts: list[str]) -> str:
    return next(iter(texts), "")
