"""Requests of somebody who may change people, and of others."""

from __future__ import annotations

from django.contrib.auth.models import Permission, User
from rest_framework.authtoken.models import Token
from rest_framework.test import APIClient


def make_user(name: str, *, editor: bool) -> User:
    user = User.objects.create_user(name, password="harbour-42")
    if editor:
        user.user_permissions.add(Permission.objects.get(codename="change_person"))
    return user


def client_of(user: User) -> APIClient:
    """Requests with the user's token."""
    client = APIClient()
    token, _ = Token.objects.get_or_create(user=user)
    client.credentials(HTTP_AUTHORIZATION=f"Token {token.key}")
    return client
