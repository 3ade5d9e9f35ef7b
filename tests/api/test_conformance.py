"""The API does what its OpenAPI document says, whatever is sent to it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import schemathesis
from django.db import transaction
from hypothesis import HealthCheck, Phase, settings
from schemathesis.config import SchemathesisConfig
from schemathesis.specs.openapi.checks import positive_data_acceptance

from articles.api.facet_filters import TimelineFilters
from newsapi.wsgi import application
from tests.api.helpers import make_user, token_of
from tests.api.questions.archive import build
from tests.api.wire import one_connection

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytest_django import DjangoDbBlocker

pytestmark = pytest.mark.django_db

DOCUMENT = Path(__file__).parents[2] / "docs" / "openapi.yaml"
EXAMPLES = 15
# Parameters and fields with values that a schema allows and that mean nothing: a cursor that was
# never given, a query or name without a letter, an ordering by relevance without a query, no
# field left, a day there is not, people and articles that are not there; and the parameters of
# a timeline that belong to something else than what it counts.
MEANINGS = frozenset(
    "cursor q text name speaker_name about_name ordering fields omit include published_at "
    "language country person articles aliases keep wikidata_id".split()
) | frozenset(TimelineFilters.base_filters)  # type: ignore[attr-defined]

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
def test_the_document_is_true(case: schemathesis.Case[Any], token: str) -> None:
    with transaction.atomic():
        # Werkzeug's client, unlike real ones, does not read what is compressed.
        headers = {"Authorization": f"Token {token}", "Accept-Encoding": "identity"}
        answer = case.call(headers=headers)
        case.validate_response(answer, headers=headers, excluded_checks=unfit(answer))
        transaction.set_rollback(True)


def unfit(answer: schemathesis.Response) -> list[schemathesis.CheckFunction]:
    """Whether the check that valid data is accepted does not fit, since a meaning is refused."""
    if answer.status_code != 400:
        return []
    refused = {error["field"].partition("[")[0] for error in answer.json().get("errors", ())}
    return [positive_data_acceptance] if refused and refused <= MEANINGS else []
