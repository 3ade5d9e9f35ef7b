"""Fetching from the web: what may be reached, how much, and only what has changed."""

from __future__ import annotations

import gzip
import ipaddress
import json
import socket
import threading
import time
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any

import pytest
from django.core.management import CommandError, call_command

from articles.models import Article, FetchedUrl
from articles.readers import Limits, ReadError
from articles.services.fetch import Fetcher
from articles.services.network import Policy, get, public_address
from tests.commands.test_load_articles import load
from tests.readers.test_feeds import TEXT, rss
from tests.readers.test_html import BODY, page

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytest_django import Settings

LOOPBACK = "127.0.0.0/8"
POLICY = Policy(
    max_bytes=1000, max_seconds=5, max_redirects=2, allowed=(ipaddress.ip_network(LOOPBACK),)
)
Reply = tuple[int, dict[str, str], bytes]


class Site:
    """A server on this machine that gives what it is told, and notes what it was asked."""

    def __init__(self) -> None:
        self.replies: dict[str, Reply | Callable[[BaseHTTPRequestHandler], None]] = {}
        self.asked: list[tuple[str, dict[str, str]]] = []
        site = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                site.asked.append((self.path, {k.lower(): v for k, v in self.headers.items()}))
                reply = site.replies.get(self.path, (404, {}, b""))
                if callable(reply):
                    reply(self)
                    return
                status, headers, body = reply
                etag = headers.get("ETag")
                if etag and self.headers.get("If-None-Match") == etag:
                    status, body = 304, b""
                self.send_response(status)
                for name, value in {**headers, "Content-Length": str(len(body))}.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: Any) -> None:
                """Keep the output of tests clean."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True

    def url(self, path: str) -> str:
        return f"http://127.0.0.1:{self.server.server_port}{path}"


@pytest.fixture
def site() -> Iterator[Site]:
    site = Site()
    thread = threading.Thread(target=site.server.serve_forever)
    thread.start()
    yield site
    site.server.shutdown()
    site.server.server_close()
    thread.join()


@pytest.fixture
def loopback(settings: Settings) -> None:
    settings.FETCH_ALLOW_NETWORKS = [LOOPBACK]


def refused(url: str, policy: Policy = POLICY) -> str:
    with pytest.raises(ReadError) as error, get(url, {}, policy):
        pass
    assert "\n" not in error.value.reason
    return error.value.code


@contextmanager
def resolving(monkeypatch: pytest.MonkeyPatch, *addresses: str) -> Iterator[None]:
    found = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (text, 80)) for text in addresses]
    with monkeypatch.context() as patch:
        patch.setattr(socket, "getaddrinfo", lambda *_, **__: found)
        yield


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "127.9.9.9", "0.0.0.0", "10.1.2.3", "172.16.0.1", "192.168.1.1",
        "169.254.169.254", "100.64.0.1", "224.0.0.1", "240.0.0.1", "255.255.255.255",
        "192.0.2.1", "::1", "::", "fe80::1", "fe80::1%eth0", "fc00::1", "ff02::1",
        "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::",
        "2002:c0a8:101::",
    ],
)  # fmt: skip
def test_addresses_that_are_not_public_are_refused(
    address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with resolving(monkeypatch, address), pytest.raises(ReadError) as error:
        public_address("x.test", 80)
    assert error.value.code == "private_address"


def test_one_private_address_of_a_host_is_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    with resolving(monkeypatch, "93.184.215.14", "10.0.0.1"), pytest.raises(ReadError):
        public_address("x.test", 80)
    with resolving(monkeypatch, "93.184.215.14", "2606:2800:220:1::1"):
        assert public_address("x.test", 80) == "93.184.215.14"
    with resolving(monkeypatch, "10.0.0.1"):
        assert public_address("x.test", 80, (ipaddress.ip_network("10.0.0.0/24"),)) == "10.0.0.1"


def test_a_name_is_looked_up_once_and_the_checked_address_is_used(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.replies["/"] = (200, {}, b"here")
    answers = iter([["127.0.0.1"], ["10.0.0.1"]])
    lookups: list[str] = []
    real = socket.getaddrinfo

    def look_up(host: str, port: int, *rest: Any, **more: Any) -> Any:
        if host != "rebinding.test":
            return real(host, port, *rest, **more)
        lookups.append(host)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (next(answers)[0], port))]

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    port = site.server.server_port
    with get(f"http://rebinding.test:{port}/", {}, POLICY) as answer:
        assert answer.content.read() == b"here"
    assert lookups == ["rebinding.test"]
    assert site.asked[0][1]["host"] == f"rebinding.test:{port}"


@pytest.mark.parametrize(
    "url",
    ["file:///etc/passwd", "gopher://x.test/", "http:///x", "http://me:secret@x.test/",
     "http://x.test:99999/", "http://[::1", "ftp://x.test/"],
)  # fmt: skip
def test_addresses_that_are_no_plain_ones(url: str) -> None:
    assert refused(url) == "bad_address"


def test_every_redirect_is_checked(site: Site) -> None:
    site.replies |= {
        "/out": (302, {"Location": "http://169.254.169.254/latest"}, b""),
        "/file": (302, {"Location": "file:///etc/passwd"}, b""),
        "/loop": (302, {"Location": "/loop"}, b""),
        "/a": (301, {"Location": "/b"}, b"moved"),
        "/b": (200, {}, b"here"),
    }
    assert refused(site.url("/out")) == "private_address"
    assert refused(site.url("/file")) == "bad_address"
    assert refused(site.url("/loop")) == "too_many_redirects"
    with get(site.url("/a"), {}, POLICY) as answer:
        assert (answer.content.read(), answer.url) == (b"here", site.url("/b"))


def test_an_answer_ends_at_the_limit_however_it_is_packed(site: Site) -> None:
    site.replies["/large"] = (200, {}, b"x" * 1001)
    site.replies["/bomb"] = (200, {"Content-Encoding": "gzip"}, gzip.compress(b"x" * 10_000_000))
    assert refused(site.url("/large")) == "too_large"
    assert refused(site.url("/bomb")) == "too_large"


def test_a_server_that_dawdles_is_left(site: Site) -> None:
    ended = threading.Event()

    def dawdle(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(b"HTTP/1.0 200 OK\r\n")
        while not ended.wait(0.05):
            try:
                handler.wfile.write(b"X-Header: 1\r\n")
            except OSError:
                return

    site.replies["/slow"] = dawdle
    started = time.monotonic()
    assert refused(site.url("/slow"), Policy(1000, 1, 0, POLICY.allowed)) in (
        "fetch_timeout",
        "fetch_failed",
    )
    ended.set()
    assert time.monotonic() - started < 30


def test_servers_and_hosts_that_are_not_there(site: Site) -> None:
    with socket.create_server(("127.0.0.1", 0)) as unused:
        port = unused.getsockname()[1]
    assert refused(f"http://127.0.0.1:{port}/") == "fetch_failed"
    assert refused("http://nowhere.invalid/") == "fetch_failed"


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
