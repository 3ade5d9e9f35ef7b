"""ninjs, IPTC's news in JSON: versions 1 (``body_text``), 2 (``bodies``) and 3 (camel case)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from articles.readers.articles import Given, Lines, make_article, status_in_note, status_named
from articles.readers.base import Item, Limits, Location, PubStatus, RawArticle, ReadError
from articles.readers.markup import text_of_html

_MARKUP_ROLES = ("xhtml", "html", "richtext")
_OTHER_MEDIA = frozenset({"picture", "audio", "video", "graphic", "animation", "event", "planning"})


def is_ninjs(record: Mapping[str, object]) -> bool:
    """An item has a ``uri``, which our own records have not, and none of our ``body``."""
    return isinstance(record.get("uri"), str) and "body" not in record


def read_ninjs(record: dict[str, object], location: Location, limits: Limits) -> Iterator[Item]:
    """Yield the article of an item, and those of the texts that it carries along."""
    item = _Item(record)
    carried = [_Item(entry) for entry in item.associations() if _Item(entry).has_text()]
    if item.has_text() or item.status() is not PubStatus.USABLE or not carried:
        yield _read(item, location, limits)
    for other in carried:
        yield _read(other, location, limits)


def _read(item: _Item, location: Location, limits: Limits) -> Item:
    try:
        return _article(item, location, limits)
    except ReadError as error:
        return error.rejected(location)


def _article(item: _Item, location: Location, limits: Limits) -> RawArticle:
    status, body = item.status(), item.body(limits)
    kind = item.text("type")
    if kind in _OTHER_MEDIA and status is PubStatus.USABLE:
        reason = f"{item.text('uri')[:80]!r} is of type {kind}, not text: leave it out"
        raise ReadError("not_an_article", reason)
    described = item.described("summary", "standfirst", "text", "main")
    lines = Lines(
        headline=item.headline(),
        standfirst=described if body else "",
        byline=item.text("byline") or item.text("by"),
        section=item.section(),
        language=item.text("language"),
        source=item.source(),
        rights=item.text("copyrightnotice") or item.text("usageterms"),
        url=item.url(),
        guid=item.text("uri"),
    )
    created = [item.text(name) for name in ("firstpublished", "firstcreated", "contentcreated")]
    given = Given(
        lines=lines,
        body=body or described,
        keywords=item.keywords(),
        published=[item.text("embargoed"), *created, item.text("versioncreated")],
        modified=[item.text("versioncreated")],
        pub_status=status,
    )
    return make_article(given, location, limits)


class _Item:
    """One item, its names in the lower case that version 3 left."""

    def __init__(self, record: Mapping[str, object]) -> None:
        self._values = {name.lower(): value for name, value in record.items()}

    def text(self, name: str) -> str:
        value = self._values.get(name)
        if value is None:
            return ""
        if not isinstance(value, str):
            raise ReadError("bad_type", f"{name} must be a string: put it in quotation marks")
        return value

    def entries(self, *names: str) -> Iterator[Mapping[str, object]]:
        """Yield the objects of lists, their names in lower case."""
        for name in names:
            value = self._values.get(name)
            for entry in value if isinstance(value, list) else []:
                if isinstance(entry, dict):
                    yield {key.lower(): inner for key, inner in entry.items()}

    def status(self) -> PubStatus:
        return max(
            status_named(self.text("pubstatus")),
            status_in_note(self.text("ednote")),
            key=lambda status: status is not PubStatus.USABLE,
        )

    def has_text(self) -> bool:
        return bool(list(self.entries("bodies"))) or any(
            name.startswith("body_") and value for name, value in self._values.items()
        )

    def headline(self) -> str:
        main = _main(self.entries("headlines"), "main")
        named = [name for name in self._values if name.startswith("headline_")]
        names = ("headline", "headline_main", *named, "title", "slugline")
        return main or next((text for name in names if (text := self.text(name))), "")

    def body(self, limits: Limits) -> str:
        """Marked-up text before plain text, which often has lost its paragraphs."""
        bodies = self._bodies()
        for role, kind, value in bodies:
            if any(word in f"{role} {kind}" for word in _MARKUP_ROLES) and value.strip():
                return text_of_html(value, limits)
        plain = (value for role, kind, value in bodies if "xml" not in kind and "nitf" not in role)
        return next((value for value in plain if value.strip()), "")

    def _bodies(self) -> list[tuple[str, str, str]]:
        """Role, media type and text of each body."""
        listed = [
            (str(entry.get("role", "")), str(entry.get("contenttype", "")), entry.get("value"))
            for entry in self.entries("bodies")
        ]
        named = [
            (name.removeprefix("body_"), "", value)
            for name, value in self._values.items()
            if name.startswith("body_")
        ]
        return [
            (role.lower(), kind, value)
            for role, kind, value in listed + named
            if isinstance(value, str)
        ]

    def described(self, *roles: str) -> str:
        for role in roles:
            for entry in self.entries("descriptions"):
                if entry.get("role") == role and isinstance(entry.get("value"), str):
                    return str(entry["value"])
        return self.text("description_summary") or self.text("description_text")

    def section(self) -> str:
        listed = [*self.entries("subject", "subjects")]
        parts = [entry for entry in listed if entry.get("rel") in ("partOf", "classifies")]
        return _main(iter(parts), "", key="name")

    def keywords(self) -> list[str]:
        given = self._values.get("keywords")
        words = [word for word in given if isinstance(word, str)] if isinstance(given, list) else []
        subjects = self.entries("subject", "subjects")
        return words + [str(entry["name"]) for entry in subjects if entry.get("name")]

    def source(self) -> str:
        holder = self.text("copyrightholder")
        return _main(self.entries("infosource", "infosources"), "", key="name") or holder

    def url(self) -> str:
        """The address of a rendition that is a page for readers."""
        for entry in (*self._renditions(), *self.entries("renditions")):
            page = entry.get("name") == "web" or entry.get("contenttype") == "text/html"
            if page and isinstance(entry.get("href"), str):
                return str(entry["href"])
        return ""

    def _renditions(self) -> Iterator[Mapping[str, object]]:
        value = self._values.get("renditions")
        for name, entry in value.items() if isinstance(value, dict) else []:
            if isinstance(entry, dict):
                yield {"name": name} | {key.lower(): inner for key, inner in entry.items()}

    def associations(self) -> list[Mapping[str, object]]:
        value = self._values.get("associations")
        entries = list(value.values()) if isinstance(value, dict) else value
        return [entry for entry in entries or [] if isinstance(entry, dict) and "uri" in entry]  # type: ignore[attr-defined]


def _main(entries: Iterator[Mapping[str, object]], role: str, key: str = "value") -> str:
    """The text of the entry with a role, else of the first that has one."""
    texts = [
        (entry.get("role"), text) for entry in entries if isinstance(text := entry.get(key), str)
    ]
    return next((text for given, text in texts if given == role), texts[0][1] if texts else "")
