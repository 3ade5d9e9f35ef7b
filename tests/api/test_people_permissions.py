"""Who may change people over the API, and how they say who they are."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING, Any

import pytest
from rest_framework.test import APIClient

from articles.models import Person, PersonMerge, PossibleMatch
from articles.services import merging
from tests.api.helpers import (
    MATCHES,
    MERGES,
    PEOPLE,
    assert_problem,
    client_of,
    make_user,
    state,
)
from tests.builders import make_person

if TYPE_CHECKING:
    from pytest_django import DjangoAssertNumQueries

pytestmark = pytest.mark.django_db


@pytest.fixture
def ana() -> Person:
    return make_person(name="Ana Reyes")


@pytest.fixture
def match(ana: Person) -> PossibleMatch:
    return PossibleMatch.objects.create(first=ana, second=make_person(name="Anna Reyes"))


def writing_requests(match: PossibleMatch) -> list[tuple[str, str, Any]]:
    """The method, address and body of each kind of change."""
    ana, anna = match.first, match.second
    done = merging.merge(make_person(name="Eva"), make_person(name="Ewa"), by="desk")
    return [
        ("post", f"{PEOPLE}{ana.pk}/merge/", {"person": anna.pk}),
        ("post", f"{PEOPLE}{ana.pk}/split/", {"articles": [1]}),
        ("patch", f"{PEOPLE}{ana.pk}/", {"name": "A. Reyes"}),
        ("post", f"{MERGES}{done.pk}/undo/", {}),
        ("post", f"{MATCHES}{match.pk}/merge/", {}),
        ("post", f"{MATCHES}{match.pk}/reject/", {}),
    ]


def test_whoever_does_not_say_who_they_are_changes_nothing(
    api: APIClient, match: PossibleMatch
) -> None:
    requests = writing_requests(match)
    before = state()
    for method, address, body in requests:
        answer = getattr(api, method)(address, body, format="json")
        assert_problem(answer, 401)
        assert answer.headers["WWW-Authenticate"] == 'Token, Basic realm="api"'
    assert state() == before


def test_whoever_may_not_change_people_changes_nothing(
    match: PossibleMatch,
) -> None:
    reader = client_of(make_user("reader", editor=False))
    requests = writing_requests(match)
    before = state()
    for method, address, body in requests:
        assert_problem(getattr(reader, method)(address, body, format="json"), 403)
    assert state() == before


@pytest.mark.parametrize(
    "header",
    ["Token nonsense", "Token", "Basic !", "Basic ZGVzazp3cm9uZw==", "Basic ZGVzawA6d3Jvbmc="],
)
def test_a_wrong_token_or_password_is_refused(
    api: APIClient, editor: APIClient, ana: Person, header: str
) -> None:
    answer = api.patch(
        f"{PEOPLE}{ana.pk}/", {"name": "A. Reyes"}, format="json", HTTP_AUTHORIZATION=header
    )
    assert_problem(answer, 401)


def test_name_and_password_will_do(api: APIClient, editor: APIClient, ana: Person) -> None:
    secret = base64.b64encode(b"desk:harbour-42").decode()
    answer = api.patch(
        f"{PEOPLE}{ana.pk}/",
        {"name": "A. Reyes"},
        format="json",
        HTTP_AUTHORIZATION=f"Basic {secret}",
    )
    assert answer.status_code == 200


def test_the_cookie_of_the_admin_will_not(ana: Person) -> None:
    client = APIClient()
    client.force_login(make_user("desk", editor=True))
    answer = client.patch(f"{PEOPLE}{ana.pk}/", {"name": "A. Reyes"}, format="json")
    assert_problem(answer, 401)


@pytest.mark.parametrize("kind", ["application/x-www-form-urlencoded", "text/plain", ""])
def test_a_form_of_another_site_will_not(
    editor: APIClient, match: PossibleMatch, kind: str
) -> None:
    answer = editor.generic("POST", f"{MATCHES}{match.pk}/merge/", "", content_type=kind)
    assert_problem(answer, 415)
    assert not PersonMerge.objects.exists()


@pytest.mark.parametrize("header", [None, "Token nonsense"])
def test_readers_are_not_asked_who_they_are(
    api: APIClient,
    ana: Person,
    match: PossibleMatch,
    django_assert_num_queries: DjangoAssertNumQueries,
    header: str | None,
) -> None:
    if header:
        api.credentials(HTTP_AUTHORIZATION=header)
    with django_assert_num_queries(1):
        assert api.get(PEOPLE).status_code == 200
    for address in (f"{PEOPLE}{ana.pk}/", MERGES, MATCHES):
        assert api.get(address).status_code == 200
