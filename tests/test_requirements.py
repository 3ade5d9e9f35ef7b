"""The pinned requirements install as they are, whatever is released after them."""

from __future__ import annotations

import re
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parent.parent


def pins(path: Path) -> dict[str, Requirement]:
    """The pins that are for this Python and system."""
    lines = re.findall(r"^[\w.-]+.*==[^\\\n]+", path.read_text(), re.MULTILINE)
    pinned = map(Requirement, lines)
    return {name_of(pin): pin for pin in pinned if not pin.marker or pin.marker.evaluate()}


def name_of(requirement: Requirement) -> str:
    return re.sub(r"[-_.]+", "-", requirement.name).lower()


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_every_extra_that_a_package_asks_for_is_pinned_in_its_own_spelling(name: str) -> None:
    pinned = pins(ROOT / name)
    missing = []
    asked = 0
    for package in pinned:
        for text in metadata.distribution(package).requires or ():
            needed = Requirement(text)
            if not needed.extras or (needed.marker and not needed.marker.evaluate({"extra": ""})):
                continue
            asked += 1
            if not needed.extras <= pinned[name_of(needed)].extras:
                missing.append(f"{package} asks for {needed}")
    assert asked
    assert not missing
