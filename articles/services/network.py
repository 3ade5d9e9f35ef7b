"""Requests to addresses that a user names, kept off this machine and its network.

A host is resolved once, all its addresses are checked, and the connection goes
to the address that was checked: what a name server says later does not matter.
The same holds for every redirect. Proxies of the environment are not used.
"""

from __future__ import annotations

import ipaddress
import socket
import ssl
import tempfile
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import IO, Any
from urllib.parse import urljoin, urlsplit

from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import HTTPError

from articles.readers import ReadError

Network = ipaddress.IPv4Network | ipaddress.IPv6Network
_Address = ipaddress.IPv4Address | ipaddress.IPv6Address
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
_PIECE = 65_536
_IN_MEMORY = 16_000_000


@dataclass(frozen=True, slots=True)
class Policy:
    """How far a request may go.

    Attributes:
        max_bytes: of an answer, unpacked.
        max_seconds: for one request and its answer, redirects not counted.
        allowed: networks that may be reached though they are not public.
    """

    max_bytes: int
    max_seconds: int
    max_redirects: int
    allowed: tuple[Network, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server sent.

    Attributes:
        content: from its beginning; closed when the request ends.
        url: where it was in the end.
    """

    status: int
    headers: Mapping[str, str]
    content: IO[bytes]
    url: str


@contextmanager
def get(url: str, headers: Mapping[str, str], policy: Policy) -> Iterator[Answer]:
    """Request an address, following redirects.

    Raises:
        ReadError: ``bad_address``, ``private_address``, ``too_many_redirects``,
            ``too_large``, ``fetch_timeout`` or ``fetch_failed``.
    """
    with tempfile.SpooledTemporaryFile(_IN_MEMORY) as content:
        for _ in range(policy.max_redirects + 1):
            content.seek(0)
            content.truncate()
            status, answered = _request(url, headers, content, policy)
            if status not in _REDIRECTS or "location" not in answered:
                content.seek(0)
                yield Answer(status, answered, content, url)
                return
            url = urljoin(url, answered["location"])
    reason = f"more than {policy.max_redirects} redirects: give the last address"
    raise ReadError("too_many_redirects", reason)


def public_address(host: str, port: int, allowed: tuple[Network, ...] = ()) -> str:
    """The address of a host to connect to, none of whose addresses is private.

    Raises:
        ReadError: ``private_address``, or ``fetch_failed`` for an unknown host.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise ReadError("fetch_failed", f"there is no host {host!r}: check the address") from None
    addresses = [str(entry[4][0]).partition("%")[0] for entry in found]
    for address in addresses:
        if not _may_reach(ipaddress.ip_address(address), allowed):
            reason = f"{host} is {address}, which is not public: see FETCH_ALLOW_NETWORKS"
            raise ReadError("private_address", reason)
    return addresses[0]


def _may_reach(address: _Address, allowed: tuple[Network, ...]) -> bool:
    if any(address in network for network in allowed):
        return True
    if isinstance(address, ipaddress.IPv6Address) and (inner := _inner(address)) is not None:
        return _may_reach(inner, allowed)
    return (
        address.is_global
        and not address.is_multicast
        and not address.is_reserved
        and not address.is_unspecified
    )


def _inner(address: ipaddress.IPv6Address) -> _Address | None:
    """The older address that a newer one stands for, or is routed to."""
    if address in _NAT64:
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour or (address.teredo or (None, None))[1]


def _request(
    url: str, headers: Mapping[str, str], content: IO[bytes], policy: Policy
) -> tuple[int, Mapping[str, str]]:
    """Write the answer to ``content``; give its status and headers."""
    connection, target, host = _connection(url, policy)
    deadline = time.monotonic() + policy.max_seconds
    # Limits of single reads do not end a server that sends a byte now and then.
    timer = threading.Timer(policy.max_seconds, _shut, [connection])
    timer.start()
    try:
        connection.request(
            "GET",
            target,
            headers={"Host": host, "Accept-Encoding": "gzip", **headers},
            preload_content=False,
        )
        response = connection.getresponse()
        size = 0
        for piece in response.stream(_PIECE, decode_content=True):
            size += len(piece)
            if size > policy.max_bytes:
                reason = f"the answer has more than {policy.max_bytes:,} bytes: see FETCH_MAX_BYTES"
                raise ReadError("too_large", reason)
            content.write(piece)
        if time.monotonic() >= deadline:
            raise TimeoutError
        return response.status, {name.lower(): text for name, text in response.headers.items()}
    except (HTTPError, OSError, ValueError) as error:
        raise _failure(error, late=time.monotonic() >= deadline, policy=policy) from None
    finally:
        timer.cancel()
        connection.close()


def _failure(error: Exception, *, late: bool, policy: Policy) -> ReadError:
    if late or isinstance(error, TimeoutError):
        reason = f"no whole answer within {policy.max_seconds} seconds: see FETCH_SECONDS"
        return ReadError("fetch_timeout", reason)
    what = " ".join(str(error).split())[:200] or type(error).__name__
    return ReadError("fetch_failed", f"it cannot be fetched ({what}): try again later")


def _connection(url: str, policy: Policy) -> tuple[HTTPConnection, str, str]:
    """A connection to a checked address, not opened yet; the target and host to ask for."""
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port or (443 if parts.scheme == "https" else 80)
    except ValueError:
        parts, host, port = urlsplit(""), None, 0
    if parts.scheme not in ("http", "https") or not host or parts.username is not None:
        reason = f"{url[:100]!r} is no plain http or https address: check it"
        raise ReadError("bad_address", reason)
    address = public_address(host, port, policy.allowed)
    options: dict[str, Any] = {"port": port, "timeout": policy.max_seconds}
    target = f"{parts.path or '/'}{'?' + parts.query if parts.query else ''}"
    if parts.scheme == "http":
        return HTTPConnection(address, **options), target, parts.netloc
    secure = HTTPSConnection(
        address,
        **options,
        ssl_context=ssl.create_default_context(),
        server_hostname=host,
        assert_hostname=host,
    )
    return secure, target, parts.netloc


def _shut(connection: HTTPConnection) -> None:
    if connection.sock is not None:
        try:
            connection.sock.shutdown(socket.SHUT_RDWR)
        except OSError:
            return  # it has ended by itself meanwhile
