"""Editors who are logged in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.contrib.auth.models import Permission, User
from django.test import Client

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.fixture
def editor(db: None) -> User:
    return User.objects.create_superuser("editor")


@pytest.fixture
def desk(editor: User) -> Client:
    """The admin as one who may do everything sees it."""
    client = Client()
    client.force_login(editor)
    return client


@pytest.fixture
def desk_with(db: None) -> Callable[..., Client]:
    """The admin as one sees it who has only the permissions named, as ``view_quote``."""

    def log_in(*permissions: str) -> Client:
        user = User.objects.create_user("assistant", is_staff=True)
        user.user_permissions.set(Permission.objects.filter(codename__in=permissions))
        client = Client()
        client.force_login(user)
        return client

    return log_in
