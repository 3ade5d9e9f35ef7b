"""What may be reached over the network, and how much of it."""

from __future__ import annotations

import gzip
import ipaddress
import socket
import threading
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import pytest

from articles.readers import ReadError
from articles.services.network import Policy, get, public_address
from tests.services.site import POLICY

if TYPE_CHECKING:
    from collections.abc import Iterator
    from http.server import BaseHTTPRequestHandler

    from tests.services.site import Site


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
