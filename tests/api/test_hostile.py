"""Whatever is sent, the API answers with a document, and never with a failure of its own."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from django.db import transaction

from articles.api.errors import MAX_TARGET
from tests.api.helpers import make_user, token_of
from tests.api.questions.archive import build
from tests.api.test_schema import COMMITTED
from tests.api.wire import PROBLEM, Answer, one_connection, send

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytest_django import DjangoDbBlocker

pytestmark = pytest.mark.django_db

ROOT = "/api/v1"
ARTICLES = f"{ROOT}/articles/"
# A NUL, half a surrogate pair, no UTF-8, marks that change the direction of writing.
UNREADABLE = ("a%00b", "%ED%A0%80", "%FF%FE", "%E2%80%AE")
NUMBERS = ("1" + "0" * 25, "-1", "nan", "1e400", "%D9%A3", "9223372036854775807")
DAYS = ("0000-01-01", "0001-01-01", "9999-12-31", "0001-01-01T00:00%2B14:00")
OPERATORS = ("%22", "NEAR(a*)", "a:b", "%25_%5C'", "%5Ea")
HOSTILE = (*UNREADABLE, *NUMBERS, *DAYS, *OPERATORS, ",".join(map(str, range(1500))))
# Without these the counts are not of anything.
NEEDED = {"quotes/facets": "by=type", "articles/facets": "by=source", "timeline": "of=quotes"}
BODIES = (
    b"", b"null", b"[]", b"1", b"{", b'{"name":NaN}', b'{"name":1e400}', b'{"name":"\\ud800"}',
    b'{"name":"a\\u0000b"}', b'{"name":{"a":"\\ud800"}}', b"[" * 100_000, b'{"a":' * 5_000,
    b'{"name":"a","name":"b"}', b"\xff\xfe", b'\xef\xbb\xbf{"name":"a"}', b"x" * 600_000,
    b'{"person":99999999999999999999}', b'{"person":"2"}', b'{"articles":[1e400]}',
    b'{"articles":[true]}', b'{"published_at":"0001-01-01T00:00:00+14:00","text":"a"}',
    b'{"text":"on Friday","published_at":"9999-12-31T23:59:59-14:00"}', b'{"text":"\\ud800"}',
)  # fmt: skip


@pytest.fixture(scope="module", autouse=True)
def token(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[str]:
    """What an editor sends; there is an archive."""
    with django_db_blocker.unblock(), transaction.atomic(), one_connection():
        build()
        yield token_of(make_user("desk", editor=True))
        transaction.set_rollback(True)


def answer(target: str, **request: Any) -> Answer:
    """An answer that is no failure, and a problem document if it is an error."""
    found = send(target, **request)
    assert found.status < 500, (target[:200], found.body[:300])
    if found.status >= 400:
        assert found.headers["Content-Type"] == PROBLEM, target[:200]
        assert request.get("method") == "HEAD" or found.json()["status"] == found.status
    return found


def parameters() -> list[tuple[str, str]]:
    """Every parameter of every address that is read."""
    paths = yaml.safe_load(COMMITTED.read_text(encoding="utf-8"))["paths"]
    return [
        (path.replace("{id}", "6"), one["name"])
        for path, operations in paths.items()
        for one in operations.get("get", {}).get("parameters", ())
        if one["in"] == "query"
    ]


@pytest.mark.parametrize("path", sorted({path for path, _ in parameters()}))
def test_every_parameter_with_any_value(path: str) -> None:
    needed = NEEDED.get(path.removeprefix(f"{ROOT}/").strip("/"), "")
    for name in (name for of, name in parameters() if of == path):
        others = "" if needed.startswith(f"{name}=") else f"{needed}&"
        for value in HOSTILE:
            answer(f"{path}?{others}{name}={value}")


@pytest.mark.parametrize("name", ["id", "q"])
def test_names_of_parameters(name: str) -> None:
    for given in (f"{name}[]=1", f"{name}[0]=1", f"{name}%00=1", "%ED%A0%80=1", "=1", "a;b=1"):
        assert answer(f"{ARTICLES}?{given}").status == 400
    assert answer(f"{ARTICLES}?q=a&q=b").status == 400
    assert answer(f"{ARTICLES}?{'&' * 1500}").status == 400


@pytest.mark.parametrize("value", ["", "%20", "+", "%09"])
def test_an_empty_value_is_refused_by_name(value: str) -> None:
    for name in ("source", "section", "q", "person", "published_after", "cursor", "fields"):
        problem = answer(f"{ARTICLES}?{name}={value}").json()
        assert [error["field"] for error in problem["errors"]] == [name]


@pytest.mark.parametrize("value", ["1_000", "5.0", "%2B5", "%D9%A3", "%205", "1e1", "0x1"])
def test_numbers_are_written_in_digits(value: str) -> None:
    for address in ("quotes/?speaker=", "people/?min_mentions=", "quotes/facets/?by=type&limit="):
        assert answer(f"{ROOT}/{address}{value}").status == 400
    assert answer(f"{ARTICLES}?page_size={value}").status == 400


@pytest.mark.parametrize("value", ["2025-5-1", "%D9%A2025-05-01", "20250501", "2025-02-29"])
def test_days_are_written_as_iso_8601_has_them(value: str) -> None:
    for address in ("dates/?from=", "quotes/?said_to=", "dates/timeline/?to="):
        assert answer(f"{ROOT}/{address}{value}").status == 400


@pytest.mark.parametrize(
    "path",
    [
        "/api", "/api/v1//articles/", "//api/v1/nothing/", "/api/v1/articles//",
        "/api/v1/Articles/",
        "/api/v1/articles/%00/", "/api/v1/articles/%ED%A0%80/", "/api/v1/articles/%FF/",
        "/api/v1/articles/-1/", "/api/v1/articles/1e3/", "/api/v1/articles/%D9%A1/", "/api/%00",
        "/api/v1/articles/9999999999999999999999/", "/api/v1/articles/999999999999999999/",
        "/api/v1/articles/1%0a/", "/api/v1/articles/%2F/", "/api/v1/people/0/timeline/",
    ],
)  # fmt: skip
def test_addresses_that_are_none(path: str) -> None:
    assert answer(path).status == 404


def test_an_address_without_its_last_slash_is_led_to_it() -> None:
    assert send(f"{ROOT}/articles").headers["Location"] == ARTICLES


@pytest.mark.parametrize("target", [f"{ARTICLES}?q={'a' * 60_000}", f"{ROOT}/{'a' * 60_000}"])
def test_an_address_has_a_greatest_length(target: str) -> None:
    problem = answer(target).json()
    assert problem["status"] == 414
    assert str(MAX_TARGET) in problem["detail"]
    longest = f"{ARTICLES}?q=".ljust(MAX_TARGET + 1, "a")
    assert answer(longest).status == 400


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "TRACE", "CONNECT", "FOO"])
def test_methods_that_are_not_there(method: str) -> None:
    found = answer(ARTICLES, method=method)
    assert found.status == 405
    assert "GET" in found.headers["Allow"]


def test_head_is_get_without_the_body() -> None:
    full, head = send(ARTICLES), send(ARTICLES, method="HEAD")
    assert (head.status, head.body) == (200, b"")
    for name in ("ETag", "Content-Length", "Content-Type", "Link", "Vary"):
        assert head.headers.get(name) == full.headers.get(name)
    assert answer(f"{ROOT}/nothing/", method="HEAD").status == 404


def test_options_tell_the_methods() -> None:
    assert answer(ARTICLES, method="OPTIONS").headers["Allow"] == "GET, HEAD, OPTIONS"


@pytest.mark.parametrize(
    "accept", ["text/html", "application/xml", "nonsense", "\x00", "é/ü", "a" * 60_000, "," * 9_000]
)
def test_media_types_that_are_not_answered(accept: str) -> None:
    for address in ("articles/", "articles/1/", "timeline/?of=quotes", "health/"):
        assert answer(f"{ROOT}/{address}", accept=accept).status == 406


def test_tags_are_compared_as_rfc_9110_has_it() -> None:
    tag = send(ARTICLES).headers["ETag"]
    assert not tag.startswith("W/")
    for given in (tag, f"W/{tag}", "*", f'"a", {tag}', f'W/"b",{tag},"c"'):
        assert send(ARTICLES, if_none_match=given).status == 304
    for given in ('"a"', "nonsense", '"', "W/", tag.strip('"'), '"é"', '"a"' * 9_000, "\x00"):
        assert answer(ARTICLES, if_none_match=given).status == 200
    assert answer(ARTICLES, if_match='"a"').status == 412


@pytest.mark.parametrize(
    "time", ["garbage", "", "0", "Sun, 99 Nov 1994 08:49:37 GMT", "Sun, 06 Nov 99999 08:49:37 GMT"]
)
def test_times_that_are_none_are_ignored(time: str) -> None:
    assert answer(ARTICLES, if_modified_since=time).status == 200
    assert answer(ARTICLES, if_unmodified_since=time).status == 200


def test_ranges_are_not_taken() -> None:
    assert send(ARTICLES, range="bytes=0-10").status == 200


@pytest.mark.parametrize(
    ("accepted", "coding"),
    [
        ("gzip", "gzip"), ("GZIP ; q=1.0", "gzip"), ("br, gzip;q=0.001", "gzip"),
        ("gzip;q=0", None), ("gzip;q=0.000", None), ("identity", None), ("br", None), ("", None),
    ],
)  # fmt: skip
def test_answers_are_compressed_where_that_is_taken(accepted: str, coding: str | None) -> None:
    assert send(ARTICLES, accept_encoding=accepted).headers.get("Content-Encoding") == coding


@pytest.mark.parametrize("host", ["evil.example", "testserver:abc", "a" * 300, "[::1", "t\x00"])
def test_hosts_that_are_not_ours(host: str) -> None:
    assert answer(ARTICLES, host=host).status == 400


@pytest.mark.parametrize(
    ("address", "method"),
    [
        ("extract/", "POST"), ("people/1/", "PATCH"), ("people/1/merge/", "POST"),
        ("people/1/split/", "POST"), ("possible-matches/1004/merge/", "POST"),
    ],
)  # fmt: skip
def test_bodies_of_any_kind(address: str, method: str, token: str) -> None:
    for body in BODIES:
        with transaction.atomic():
            found = answer(
                f"{ROOT}/{address}", method=method, body=body, authorization=f"Token {token}"
            )
            transaction.set_rollback(True)
        if len(body) > 500_000:
            assert found.status == 413


@pytest.mark.parametrize("kind", ["text/plain", "", "multipart/form-data", "nonsense", "a" * 9_000])
def test_bodies_that_are_not_declared_as_json(kind: str) -> None:
    found = answer(f"{ROOT}/extract/", method="POST", body=b'{"text":"a"}', content_type=kind)
    assert found.status == 415


@pytest.mark.parametrize(
    "credentials",
    [
        "Basic", "Basic x", "Basic ====", "Token", "Token a b", "Token \x00", "Token a\x00b",
        "Token é", "Bearer x", "a" * 60_000,
        *(
            f"Basic {base64.b64encode(pair).decode()}"
            for pair in (b"\xff:\xff", b"a\0:b", b"desk:\0", b":", b"desk:\xed\xa0\x80")
        ),
    ],
)  # fmt: skip
def test_credentials_that_are_none(credentials: str) -> None:
    found = answer(
        f"{ROOT}/people/1/", method="PATCH", body=b'{"name":"x"}', authorization=credentials
    )
    assert found.status == 401
    assert found.headers["WWW-Authenticate"].startswith("Token")


def cursor_of(address: str) -> str:
    following: str = send(f"{ROOT}/{address}").json()["next"]
    return following.partition("cursor=")[2].partition("&")[0]


LISTS = (
    "articles/?page_size=1", "articles/?page_size=1&ordering=published",
    "articles/?page_size=1&ordering=-loaded", "articles/?page_size=1&q=bridge&ordering=relevance",
    "articles/?page_size=1&q=bridge", "articles/?page_size=1&q=bridge&ordering=published",
    "articles/?page_size=1&q=bridge&ordering=-id", "quotes/?page_size=1",
    "quotes/?page_size=1&q=ceasefire",
    "quotes/?page_size=1&ordering=confidence", "people/1/quotes/?page_size=1",
    "people/6/quotes/?page_size=1", "people/1/articles/?page_size=1", "people/?page_size=1",
    "people/?page_size=1&ordering=name", "dates/?page_size=1&ordering=earliest",
    "sources/?page_size=1", "merges/?page_size=1",
)  # fmt: skip


@pytest.mark.parametrize("address", LISTS)
def test_a_cursor_is_of_one_list_and_ordering(address: str) -> None:
    cursor = cursor_of(address)
    for other in LISTS:
        expected = 200 if other == address else 400
        assert answer(f"{ROOT}/{other}&cursor={cursor}").status == expected, other


def test_a_cursor_that_was_changed_is_refused() -> None:
    cursor = cursor_of("articles/?page_size=1")
    other = "A" if cursor[5] != "A" else "B"
    forged = base64.urlsafe_b64encode(b"0" * 16 + b"[1,2,false]").decode()
    for given in (
        cursor[:-1], cursor[1:], cursor[:5] + other + cursor[6:], cursor + "A", cursor * 2, forged,
        "null", "%00", "%ED%A0%80", "-1", "a" * 1001,
    ):  # fmt: skip
        assert answer(f"{ARTICLES}?cursor={given}").status == 400


@pytest.mark.parametrize("size", ["0", "-1", "201", "1000000", "9" * 30, "1.5", "all"])
def test_pages_have_a_greatest_size(size: str) -> None:
    assert answer(f"{ARTICLES}?page_size={size}").status == 400


def test_a_page_may_be_of_the_greatest_size() -> None:
    assert len(answer(f"{ARTICLES}?page_size=200").json()["results"]) == 26
