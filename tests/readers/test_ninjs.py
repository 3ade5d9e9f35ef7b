from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import pytest

from articles.readers.base import PubStatus
from articles.readers.files import read_paths
from tests.readers.builders import one, outcomes, read, reject

VERSION_1 = {
    "uri": "urn:x:1",
    "type": "text",
    "versioncreated": "2025-05-20T16:00:00Z",
    "firstcreated": "2025-05-20T14:30:00Z",
    "byline": "By Jane Doe",
    "headline": "Ferry crews end strike",
    "description_text": "Boats sail again.",
    "body_text": "One. Two.",
    "body_xhtml": "<p>One.</p><p>Two.</p>",
    "language": "en-GB",
    "copyrightholder": "North Wire",
    "copyrightnotice": "Copyright 2025",
    "subject": [{"name": "Transport", "rel": "partOf"}, {"name": "ferries", "rel": "about"}],
    "renditions": {"web": {"href": "https://x.test/1"}},
}
VERSION_2 = {
    "uri": "urn:x:1",
    "type": "text",
    "versioncreated": "2025-05-20T16:00:00Z",
    "firstcreated": "2025-05-20T14:30:00Z",
    "by": "Jane Doe",
    "headlines": [{"role": "short", "value": "Strike"},
                  {"role": "main", "value": "Ferry crews end strike"}],
    "descriptions": [{"role": "summary", "value": "Boats sail again."}],
    "bodies": [{"role": "text", "contenttype": "text/plain", "value": "One. Two."},
               {"role": "main", "contenttype": "text/html", "value": "<p>One.</p><p>Two.</p>"}],
    "language": "en-GB",
    "infosources": [{"name": "North Wire"}],
    "copyrightnotice": "Copyright 2025",
    "subjects": [{"name": "Transport", "rel": "partOf"}, {"name": "ferries", "rel": "about"}],
    "renditions": [{"name": "web", "contenttype": "text/html", "href": "https://x.test/1"}],
}  # fmt: skip
NAMES_OF_3 = {
    "versioncreated": "versionCreated", "firstcreated": "firstCreated",
    "infosources": "infoSources", "copyrightnotice": "copyrightNotice",
    "contenttype": "contentType",
}  # fmt: skip


def in_version_3(value: Any) -> Any:
    if isinstance(value, list):
        return [in_version_3(entry) for entry in value]
    if isinstance(value, dict):
        return {NAMES_OF_3.get(name, name): in_version_3(entry) for name, entry in value.items()}
    return value


def ninjs(**values: object) -> str:
    return json.dumps(VERSION_1 | values)


@pytest.mark.parametrize("record", [VERSION_1, VERSION_2, in_version_3(VERSION_2)])
def test_every_field_in_every_version(record: object) -> None:
    article = one("jsonl", json.dumps(record))
    assert article.headline == "Ferry crews end strike"
    assert (article.body, article.standfirst) == ("One.\n\nTwo.", "Boats sail again.")
    assert (article.byline, article.section) == ("Jane Doe", "Transport")
    assert article.keywords == ("Transport", "ferries")
    assert (article.language, article.source) == ("en-GB", "North Wire")
    assert (article.rights, article.url) == ("Copyright 2025", "https://x.test/1")
    assert article.guid == "urn:x:1"
    assert article.published_at == datetime(2025, 5, 20, 14, 30, tzinfo=UTC)
    assert article.modified_at == datetime(2025, 5, 20, 16, tzinfo=UTC)


@pytest.mark.parametrize(
    "data",
    [
        json.dumps(VERSION_1, indent=2),
        json.dumps(VERSION_1) + "\n" + json.dumps(VERSION_1),
        json.dumps([VERSION_1, VERSION_1], indent=1),
        json.dumps(VERSION_1).replace('", "', '",\n"'),
    ],
)
def test_items_come_alone_in_lines_and_in_arrays(data: str) -> None:
    assert set(outcomes(read("jsonl", data))) == {"ok"}


def test_plain_text_and_a_summary_stand_in_for_marked_up_text() -> None:
    assert one("jsonl", ninjs(body_xhtml="")).body == "One. Two."
    article = one("jsonl", ninjs(body_xhtml="", body_text=""))
    assert (article.body, article.standfirst) == ("Boats sail again.", "")


@pytest.mark.parametrize(
    ("values", "status"),
    [
        ({"pubstatus": "canceled"}, PubStatus.CANCELED),
        ({"pubStatus": "withheld"}, PubStatus.WITHHELD),
        ({"ednote": "Kill: wrong person"}, PubStatus.CANCELED),
        ({"ednote": "Updates with quotes"}, PubStatus.USABLE),
    ],
)
def test_status(values: dict[str, object], status: PubStatus) -> None:
    assert one("jsonl", ninjs(**values)).pub_status is status


def test_a_notice_without_text_withdraws() -> None:
    notice = one("jsonl", '{"uri": "urn:x:1", "pubstatus": "canceled"}')
    assert (notice.guid, notice.body, notice.pub_status) == ("urn:x:1", "", PubStatus.CANCELED)


def test_texts_that_an_item_carries_along_are_articles_and_pictures_are_not() -> None:
    text = VERSION_1 | {"uri": "urn:x:2"}
    picture = {"uri": "urn:x:3", "type": "picture"}
    carried = {"a": text, "b": picture}
    assert outcomes(read("jsonl", ninjs(associations=carried))) == ["ok", "ok"]
    package = {"uri": "urn:x:4", "type": "composite", "associations": [text, picture]}
    assert one("jsonl", json.dumps(package)).guid == "urn:x:2"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (ninjs(type="picture"), "not_an_article"),
        ('{"uri": "urn:x:1", "type": "event", "title": "T"}', "not_an_article"),
        ('{"uri": "urn:x:1"}', "missing_headline"),
        ('{"uri": "urn:x:1", "headline": "H"}', "missing_body"),
        (ninjs(headline=1), "bad_type"),
        (ninjs(versioncreated="soon", firstcreated=None), "bad_date"),
        (ninjs(pubstatus="gone"), "bad_status"),
    ],
)
def test_rejected(data: str, code: str) -> None:
    assert reject("jsonl", data).code == code


def test_a_format_that_is_asked_for(tmp_path: Any) -> None:
    (tmp_path / "a.json").write_text(ninjs())
    assert outcomes(read_paths([str(tmp_path)], format="jsonl")) == ["unknown_field"]
    assert outcomes(read_paths([str(tmp_path)], format="ninjs")) == ["ok"]
