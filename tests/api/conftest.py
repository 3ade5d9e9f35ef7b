from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.api.helpers import client_of, make_user

if TYPE_CHECKING:
    from rest_framework.test import APIClient


@pytest.fixture
def editor(db: None) -> APIClient:
    """Requests of somebody who may change people."""
    return client_of(make_user("desk", editor=True))
