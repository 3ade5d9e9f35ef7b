from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from articles.extraction.people import find_people
from articles.extraction.types import Layout
from tests.extraction.counting import calls_of

PIECES = (
    "Maria", "Lopez", "J.", "K.", "van", "der", "bin", "O'Hara", "O’Hara's", "Jr.", "III", "MILLER",
    "said", "President", "Mr.", "Sen.", "the", "of", "London", "U.S.", "and", "Jong-un",
    "😀", "José", "Jose\u0301", "6-3", "“", "”", '"', "(", ")", ",", ".", "\n", "\n\n", "\u00a0",
    "X",
)  # fmt: skip
LABELS = ("", "PERSON", "ORG", "GPE")


@st.composite
def docs(draw: st.DrawFn) -> tuple[list[str], list[bool], list[str]]:
    words = draw(st.lists(st.sampled_from(PIECES), max_size=40))
    spaces = draw(st.lists(st.booleans(), min_size=len(words), max_size=len(words)))
    labels = draw(st.lists(st.sampled_from(LABELS), min_size=len(words), max_size=len(words)))
    return words, spaces, labels


def build(nlp: Language, words: list[str], spaces: list[bool], labels: list[str]) -> Doc:
    ents = [f"B-{label}" if label else "O" for label in labels]
    return Doc(
        nlp.vocab,
        words=words,
        spaces=spaces,
        ents=ents,
        tags=["NNP"] * len(words),
        sent_starts=[at == 0 for at in range(len(words))],
    )


@settings(deadline=None, max_examples=150)
@given(parts=docs())
def test_every_mention_is_exact_and_none_overlap(
    nlp: Language, parts: tuple[list[str], list[bool], list[str]]
) -> None:
    doc = build(nlp, *parts)
    people = find_people(doc, Layout())
    found = sorted(
        (mention for person in people for mention in person.mentions),
        key=lambda mention: mention.span,
    )
    for mention in found:
        assert mention.span.of(doc.text) == mention.text
        assert "\n" not in mention.text
        assert mention.text == mention.text.strip()
        assert not mention.text.endswith(("'s", "’s"))
        assert 0 < mention.confidence <= 1
    for one, other in pairwise(found):
        assert one.span.end <= other.span.start
    firsts = [person.mentions[0].span for person in people]
    assert firsts == sorted(firsts)
    assert [person.id for person in people] == list(range(len(people)))


@pytest.mark.parametrize("text", ["Jong-un", "Lopez-Novak", "Lopez-Novak Lopez-Novak", "-", "A-"])
def test_compounds_at_the_edge_of_a_text(nlp: Language, text: str) -> None:
    words = text.split()
    doc = build(nlp, words, [True] * len(words), [""] * len(words))
    for person in find_people(doc, Layout()):
        for mention in person.mentions:
            assert mention.span.of(doc.text) == mention.text


@pytest.mark.parametrize(
    "piece",
    ["the mayor , Maria Lopez , a nurse and", "Lopez-Novak Maria Lopez Anna Novak", "Bob of the"],
)
def test_work_grows_with_length_alone(nlp: Language, piece: str) -> None:
    def calls(times: int) -> int:
        words = piece.split() * times
        doc = build(nlp, words, [True] * len(words), [""] * len(words))
        return calls_of(lambda: find_people(doc, Layout()))

    calls(10)  # fills the caches
    assert calls(400) < 4.4 * calls(100)


def test_hostile_text_invents_nobody(nlp: Language) -> None:
    size = 2_000
    for word in ("Smith", "X.", "said", "“", "O'", "van", "Maria Lopez,", "1", "President of"):
        words = word.split(" ") * size
        doc = build(nlp, words, [True] * len(words), [""] * len(words))
        assert len(find_people(doc, Layout())) <= 1
