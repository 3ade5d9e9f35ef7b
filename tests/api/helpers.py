"""What tests of people share: addresses, articles of a day, editors and what they are told."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from django.contrib.auth.models import Permission, User
from rest_framework.authtoken.models import Token
from rest_framework.test import APIClient

from articles.models import Article, Person, PersonMerge, PossibleMatch
from tests.builders import make_article

PEOPLE = "/api/v1/people/"
MERGES = "/api/v1/merges/"
MATCHES = "/api/v1/possible-matches/"


def printed(day: int, month: int = 5) -> Article:
    """An article of 2025."""
    moment = datetime(2025, month, day, 9, tzinfo=UTC)
    return make_article(headline=f"News of {moment:%B} {day}", published_at=moment)


def make_user(name: str, *, editor: bool) -> User:
    user = User.objects.create_user(name, password="harbour-42")
    if editor:
        user.user_permissions.add(Permission.objects.get(codename="change_person"))
    return user


def token_of(user: User) -> str:
    key: str = Token.objects.get_or_create(user=user)[0].key
    return key


def client_of(user: User) -> APIClient:
    """Requests with the user's token."""
    client = APIClient()
    client.credentials(HTTP_AUTHORIZATION=f"Token {token_of(user)}")
    return client


def assert_problem(answer: Any, status: int, *fields: str) -> str:
    """The detail of a problem document that names these fields."""
    assert answer.status_code == status, answer.content
    assert answer.headers["Content-Type"] == "application/problem+json"
    body = answer.json()
    assert [error["field"] for error in body.get("errors", [])] == list(fields)
    detail: str = body["detail"]
    return detail


def state() -> list[Any]:
    """All that an editor could have changed."""
    return [
        list(Person.objects.order_by("pk").values()),
        list(PersonMerge.objects.order_by("pk").values()),
        list(PossibleMatch.objects.order_by("pk").values()),
    ]
