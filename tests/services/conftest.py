"""A pipeline that finds what a test tells it to, so that no model is loaded."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

import pytest

from articles.extraction.types import Document, Extraction, Failure
from articles.services import extract
from tests.services.site import Site


@dataclass
class PlannedPipeline:
    """Answers with the extraction planned for a text, else with an empty one."""

    plans: dict[str, Extraction | Failure] = field(default_factory=dict)
    seen: list[Document] = field(default_factory=list)

    def read(self, document: Document) -> Extraction | Failure:
        self.seen.append(document)
        empty = Extraction(id=document.id, language="en", extractor="planned/1")
        return replace(self.plans.get(document.text, empty), id=document.id)


@pytest.fixture
def planned(monkeypatch: pytest.MonkeyPatch) -> PlannedPipeline:
    pipeline = PlannedPipeline()
    monkeypatch.setattr(extract, "pipeline", lambda: pipeline)
    return pipeline


@pytest.fixture
def site() -> Iterator[Site]:
    site = Site()
    thread = threading.Thread(target=site.server.serve_forever)
    thread.start()
    yield site
    site.server.shutdown()
    site.server.server_close()
    thread.join()
