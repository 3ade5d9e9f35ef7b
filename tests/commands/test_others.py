"""The way to everything."""

from __future__ import annotations

from io import StringIO
from typing import TYPE_CHECKING

import pytest
from django.core.management import call_command

from tests.builders import make_person, make_quote

if TYPE_CHECKING:
    from rest_framework.test import APIClient

pytestmark = pytest.mark.django_db


def test_the_example_query_has_an_answer(api: APIClient) -> None:
    ana = make_person()
    make_quote(speaker=ana)
    out = StringIO()
    call_command("addresses", "--base", "http://testserver", stdout=out)
    lines = out.getvalue().splitlines()
    assert "what did Ana Reyes say?" in lines[-2]
    address = lines[-1].split("'")[1]
    assert len(api.get(address).json()["results"]) == 1


def test_without_quotes_there_is_no_example() -> None:
    out = StringIO()
    call_command("addresses", stdout=out)
    assert "Try" not in out.getvalue()
