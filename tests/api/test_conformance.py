"""The API does what its OpenAPI document says, whatever is sent to it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import schemathesis
from django.db import transaction
from hypothesis import HealthCheck, Phase, settings
from schemathesis.config import SchemathesisConfig

from newsapi.wsgi import application
from tests.api.helpers import make_user, token_of
from tests.api.questions.archive import build
from tests.api.wire import one_connection

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytest_django import DjangoDbBlocker

pytestmark = pytest.mark.django_db

DOCUMENT = Path(__file__).parents[2] / "docs" / "openapi.yaml"
EXAMPLES = 20

schema = schemathesis.openapi.from_path(DOCUMENT, config=SchemathesisConfig(seed=20250520))
schema.app = application
schema.config.update(base_url="http://testserver")


@pytest.fixture(scope="module")
def token(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[str]:
    """What an editor sends; there is an archive."""
    with django_db_blocker.unblock(), transaction.atomic(), one_connection():
        build()
        yield token_of(make_user("desk", editor=True))
        transaction.set_rollback(True)


@schema.parametrize()
@settings(
    max_examples=EXAMPLES,
    derandomize=True,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.explicit, Phase.generate],
)
def test_the_document_is_true(case: schemathesis.Case, token: str) -> None:
    with transaction.atomic():
        case.call_and_validate(headers={"Authorization": f"Token {token}"})
        transaction.set_rollback(True)
