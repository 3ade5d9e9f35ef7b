"""One pipeline for many threads; one text never stops another."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from articles.extraction import pipeline as module
from articles.extraction.pipeline import load_pipeline
from articles.extraction.types import Document, Extraction, Failure

TEXT = "“The bridge will open on Friday,” Mayor Ana Reyes{} said. Nobody asked Tom Okafor{}."


def test_threads_find_what_one_alone_finds() -> None:
    pipeline = load_pipeline()
    texts = [TEXT.format(chr(97 + n) * 5, chr(98 + n) * 7) for n in range(12)]
    documents = [Document(id=str(n), text=text) for n, text in enumerate(texts)]
    alone = [pipeline.read(document) for document in documents]
    with ThreadPoolExecutor(4) as threads:
        together = list(threads.map(pipeline.read, documents * 2))
    assert together == alone * 2
    assert all(isinstance(result, Extraction) for result in together)


def test_a_text_that_breaks_a_step_fails_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*args: object) -> None:
        raise IndexError("tuple index out of range")

    monkeypatch.setattr(module, "find_quotes", fail)
    result = load_pipeline().read(Document(id="a", text="All is well."))
    assert isinstance(result, Failure)
    assert (result.id, result.code) == ("a", "failed")


@pytest.mark.parametrize(
    ("text", "language", "code"),
    [
        ("", None, "empty"),
        (" \n", None, "empty"),
        ("x" * 5_000_001, None, "too_large"),
        ("Short.", "fr", "unsupported_language"),
        ("Short.", "de-AT", "unsupported_language"),
        ("Le maire a promis vendredi que le pont ouvrirait bientôt. " * 6, None,
         "unsupported_language"),
    ],
)  # fmt: skip
def test_what_is_not_read_says_why(text: str, language: str | None, code: str) -> None:
    result = load_pipeline().read(Document(id="a", text=text, language=language))
    assert isinstance(result, Failure)
    assert result.code == code


@pytest.mark.parametrize("language", [None, "en", "en-GB", "EN_us"])
def test_english_is_read_whatever_it_is_called(language: str | None) -> None:
    result = load_pipeline().read(Document(id="a", text="All is well.", language=language))
    assert isinstance(result, Extraction)
