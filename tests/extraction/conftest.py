"""The language model, loaded once for all extraction tests."""

import pytest
from spacy.language import Language

from articles.extraction.language import load_model


@pytest.fixture(scope="session")
def nlp() -> Language:
    return load_model()
