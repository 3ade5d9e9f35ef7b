"""The one way from a text to its facts: parse, then each step in order."""

from __future__ import annotations

import logging
import re
from functools import cache
from threading import Lock
from typing import TYPE_CHECKING

from py3langid.langid import MODEL_FILE, LanguageIdentifier

from articles.extraction.dates import find_dates
from articles.extraction.language import load_model, parse
from articles.extraction.layout import find_layout
from articles.extraction.people import find_people
from articles.extraction.quotes import find_quotes
from articles.extraction.speaking import with_time_of_speaking
from articles.extraction.types import Document, Extraction, Failure

if TYPE_CHECKING:
    from spacy.language import Language

EXTRACTOR = "newsapi-en/1.0"
LANGUAGE = "en"
# Above these a text is refused: the parse would need gigabytes. A long book has
# a fifth of either; a text of nothing but signs has a token for each.
MAX_CHARACTERS = 5_000_000
MAX_TOKENS = 1_500_000
# The detector guesses wildly on a few words and on tables of names: below these
# a text is taken to be English.
MIN_DETECTABLE = 200
MIN_CERTAINTY = 0.85
DETECTED_CHARACTERS = 5_000


_TOKEN = re.compile(r"\w+|[^\w\s]")
logger = logging.getLogger(__name__)


class Pipeline:
    """Finds the facts of documents with one loaded model; threads take turns at it."""

    def __init__(self, nlp: Language) -> None:
        self.nlp = nlp
        # A memory zone frees the strings that every other user of the model has.
        self._turn = Lock()

    def read(self, document: Document) -> Extraction | Failure:
        """Read a document; one that cannot be read gives a ``Failure``, never an exception."""
        if failure := refuse(document):
            return failure
        try:
            return self._read(document)
        except Exception as error:  # whatever one text does must not stop the others
            logger.exception("document %s could not be read", document.id)
            message = f"the text could not be read ({type(error).__name__}: {error})"
            return Failure(document.id, "failed", message)

    def _read(self, document: Document) -> Extraction:
        with self._turn, self.nlp.memory_zone():
            doc = parse(self.nlp, document.text)
            layout = find_layout(document.text, headline=document.headline)
            people = find_people(doc, layout)
            quotes = find_quotes(doc, people, layout)
            dates = find_dates(doc, document.published, document.country)
            return Extraction(
                id=document.id,
                language=LANGUAGE,
                extractor=EXTRACTOR,
                layout=layout,
                people=people,
                quotes=with_time_of_speaking(doc, quotes, dates),
                dates=dates,
            )


_loading = Lock()


def load_pipeline(model: str = "") -> Pipeline:
    """The pipeline of this process; ``model`` as for ``load_model``."""
    with _loading:
        return _pipeline(model)


@cache
def _pipeline(model: str) -> Pipeline:
    return Pipeline(load_model(model))


def refuse(document: Document) -> Failure | None:
    """Why a document is not read, if it is not."""
    text = document.text
    if not text.strip():
        return Failure(document.id, "empty", "the text is empty")
    if len(text) > MAX_CHARACTERS:
        message = f"the text has {len(text)} characters; the most is {MAX_CHARACTERS}: split it"
        return Failure(document.id, "too_large", message)
    if len(text) > MAX_TOKENS and sum(1 for _ in _TOKEN.finditer(text)) > MAX_TOKENS:
        message = f"the text has more than {MAX_TOKENS} words and signs: split it"
        return Failure(document.id, "too_large", message)
    language = language_of(document)
    if language != LANGUAGE:
        message = f"the text is in {language!r}; only English ('en') is read"
        return Failure(document.id, "unsupported_language", message)
    return None


def language_of(document: Document) -> str:
    """The primary language subtag: as given, else as detected, else English."""
    if document.language:
        return document.language.replace("_", "-").partition("-")[0].lower()
    sample = document.text[:DETECTED_CHARACTERS]
    if len(sample.strip()) < MIN_DETECTABLE:
        return LANGUAGE
    language, certainty = _detector().classify(sample)
    return str(language) if certainty >= MIN_CERTAINTY else LANGUAGE


@cache
def _detector() -> LanguageIdentifier:
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
