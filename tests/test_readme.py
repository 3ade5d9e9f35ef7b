"""What README.md shows is what the demo answers."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from django.core.management import call_command

if TYPE_CHECKING:
    from rest_framework.test import APIClient

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
# A request, and the answer where one is shown.
SHOWN = re.compile(
    r"\$ curl 'http://127\.0\.0\.1:8000([^']+)'\n```\n(?:```json\n(.*?)\n```)?", re.DOTALL
)


def assert_shown(shown: Any, real: Any) -> None:
    """What is shown is there, though more may be there too."""
    if isinstance(shown, dict):
        for name, value in shown.items():
            assert_shown(value, real[name])
    elif isinstance(shown, list):
        for value, counterpart in zip(shown, real, strict=False):
            assert_shown(value, counterpart)
        assert len(shown) <= len(real)
    else:
        assert shown == real


# Ids in the tour are those of a new database.
@pytest.mark.django_db(transaction=True, reset_sequences=True)
def test_the_tour_gives_the_answers_it_shows(api: APIClient) -> None:
    call_command("load_articles", str(ROOT / "seeds"))
    requests = SHOWN.findall(README)
    assert len(requests) >= 5
    for address, answer in requests:
        real = api.get(address).json()
        assert real.get("results", real), address
        if answer:
            assert_shown(json.loads(answer), real)


def test_every_setting_is_described() -> None:
    source = (ROOT / "newsapi" / "settings.py").read_text(encoding="utf-8")
    names = set(re.findall(r'env\.\w+\(\s*"([A-Z_]+)"', source))
    assert len(names) > 5
    assert all(f"| `{name}` |" in README for name in names), names


def test_every_link_leads_to_a_file() -> None:
    for link in re.findall(r"\]\(([^)#]+)\)", README):
        assert link.startswith("http") or (ROOT / link).exists(), link
