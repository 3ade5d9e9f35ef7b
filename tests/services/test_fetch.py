"""Fetching from the web, and only what has changed."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from django.core.management import CommandError, call_command

from articles.models import Article, FetchedUrl
from articles.readers import Limits, ReadError
from articles.services.fetch import Fetcher
from tests.commands.test_load_articles import load
from tests.readers.test_feeds import TEXT, rss
from tests.readers.test_html import BODY, page
from tests.services.site import LOOPBACK, POLICY

if TYPE_CHECKING:
    from pathlib import Path

    from pytest_django import Settings

    from tests.services.site import Site


@pytest.fixture
def loopback(settings: Settings) -> None:
    settings.FETCH_ALLOW_NETWORKS = [LOOPBACK]


@pytest.mark.django_db
@pytest.mark.usefixtures("loopback")
def test_a_feed_is_followed(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    item = f"{TEXT}<guid>g1</guid>"
    headers = {"ETag": '"1"', "Last-Modified": "Tue, 20 May 2025 12:00:00 GMT"}
    site.replies["/feed"] = (200, headers, rss(item).encode())
    url = site.url("/feed")
    assert load("--fetch", "--no-extract", url) == (0, {"new": 1})
    assert load("--fetch", "--no-extract", url) == (0, {})
    second = site.asked[1][1]
    assert second["if-none-match"] == '"1"'
    assert second["if-modified-since"] == headers["Last-Modified"]
    more = rss(item, item.replace("g1", "g2")).encode()
    site.replies["/feed"] = (200, headers | {"ETag": '"2"'}, more)
    assert load("--fetch", "--no-extract", url) == (0, {"new": 1, "unchanged": 1})
    assert FetchedUrl.objects.get().etag == '"2"'


@pytest.mark.django_db
@pytest.mark.usefixtures("loopback")
def test_what_was_rejected_is_fetched_again(site: Site) -> None:
    headers = {"ETag": '"1"'}
    site.replies["/feed"] = (200, headers, rss(TEXT, "<title>No text</title>").encode())
    for _ in range(2):
        status, summary = load("--fetch", "--no-extract", site.url("/feed"))
        assert (status, summary["rejected"]) == (1, 1)
    assert not FetchedUrl.objects.exists()
    site.replies["/gone"] = (500, {}, b"")
    assert load("--fetch", site.url("/gone")) == (1, {"rejected": 1})


@pytest.mark.django_db
@pytest.mark.usefixtures("loopback")
def test_a_page_has_the_address_it_was_fetched_from(site: Site) -> None:
    site.replies["/page"] = (200, {}, page(body=f"<h1>Ferry</h1>{BODY}").encode())
    assert load("--fetch", "--no-extract", site.url("/page")) == (0, {"new": 1})
    assert Article.objects.get().url == site.url("/page")


@pytest.mark.django_db
@pytest.mark.usefixtures("loopback")
def test_full_texts_are_fetched_if_asked_for_and_once(site: Site) -> None:
    site.replies["/1"] = (200, {}, page(body=f"<h1>Ferry</h1>{BODY}").encode())
    entry = f"{TEXT}<link>{site.url('/1')}</link><pubDate>Tue, 20 May 2025 14:30:00 Z</pubDate>"
    site.replies["/feed"] = (200, {}, rss(entry).encode())
    url = site.url("/feed")
    assert load("--fetch", "--no-extract", url) == (0, {"new": 1})
    assert Article.objects.get().body == "They sail again."
    assert load("--fetch", "--full-text", "--no-extract", url) == (0, {"updated": 1})
    article = Article.objects.get()
    assert article.body.startswith("The ferry left the harbour")
    assert (article.headline, article.standfirst) == ("Ferry crews end strike", "They sail again.")
    assert load("--fetch", "--full-text", "--no-extract", url) == (0, {})
    assert [path for path, _ in site.asked] == ["/feed", "/feed", "/1", "/feed"]


@pytest.mark.django_db
@pytest.mark.usefixtures("loopback")
def test_a_full_text_that_cannot_be_had_is_told_and_tried_again(site: Site) -> None:
    site.replies["/feed"] = (200, {}, rss(f"{TEXT}<link>{site.url('/1')}</link>").encode())
    for _ in range(2):
        assert load("--fetch", "--full-text", site.url("/feed")) == (1, {"rejected": 1})
    assert len(site.asked) == 4


@pytest.mark.django_db
def test_nothing_is_fetched_unless_asked_for(site: Site, tmp_path: Path) -> None:
    rejects = tmp_path / "rejects.jsonl"
    url = site.url("/feed")
    assert load(url, "--rejects", rejects) == (1, {"rejected": 1})
    reject = json.loads(rejects.read_text())
    assert (reject["code"], "--fetch" in reject["reason"]) == ("needs_fetch", True)
    assert load("--fetch", url, "--rejects", rejects) == (1, {"rejected": 1})
    assert json.loads(rejects.read_text())["code"] == "private_address"
    assert site.asked == []


@pytest.mark.django_db
def test_a_network_that_is_none_stops_the_start(settings: Settings) -> None:
    settings.FETCH_ALLOW_NETWORKS = ["10.0.0.1/8"]
    with pytest.raises(CommandError, match="FETCH_ALLOW_NETWORKS"):
        call_command("load_articles", "--fetch", "https://x.test/")


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("url", "sent"),
    [
        ("/straße?q=ä b#part", "/stra%C3%9Fe?q=%C3%A4%20b"),
        ("/a%20b?x=1&y=%2F", "/a%20b?x=1&y=%2F"),
    ],
)
def test_addresses_are_sent_in_ascii(site: Site, url: str, sent: str) -> None:
    with pytest.raises(ReadError), Fetcher(POLICY, Limits()).fetch(site.url(url)):
        pass
    assert site.asked[0][0] == sent
