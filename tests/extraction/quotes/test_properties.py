"""What holds for the quotes of every text."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language

from articles.extraction.language import parse
from articles.extraction.quotes import find_quotes
from articles.extraction.types import Layout, QuoteType
from tests.extraction.counting import calls_of
from tests.extraction.quotes.builders import quotes_in

PIECES = st.lists(
    st.sampled_from(
        ["“", "”", '"', "'", "said", "Ann Cole", "he", ",", ".", "?", ":", "that", "\n\n", "\n",
         "according to", "adding", "the plan failed", "was told", "—", "claim", "who", "to go"]
    ),
    max_size=25,
)  # fmt: skip


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(pieces=PIECES, glue=st.sampled_from(["", " "]))
def test_every_offset_holds(nlp: Language, pieces: list[str], glue: str) -> None:
    text = glue.join(pieces)
    quotes = quotes_in(nlp, text, {"Ann Cole": None})
    assert [q.span for q in quotes] == sorted(
        (q.span for q in quotes), key=lambda span: (span.start, -span.end)
    )
    assert len({quote.span for quote in quotes}) == len(quotes)
    for quote in quotes:
        assert quote.text == quote.span.of(text)
        assert quote.segments[0].start == quote.span.start
        assert quote.segments[-1].end == quote.span.end
        assert list(quote.segments) == sorted(quote.segments)
        assert 0 <= quote.confidence <= 1
        if quote.speaker:
            assert quote.speaker.text == quote.speaker.span.of(text)
            assert (quote.speaker.person is None) == (quote.speaker.name is None)
        if quote.cue:
            assert quote.cue.text == quote.cue.span.of(text)


@pytest.mark.parametrize(
    "text",
    [
        "It was good, Reyes said.“More",
        "He called it the so“called",
        'He said so."Never',
        "a.“b",
        "“",
    ],
)
def test_a_mark_inside_the_last_word_is_no_quotation(nlp: Language, text: str) -> None:
    assert all(quote.text == quote.span.of(text) for quote in quotes_in(nlp, text))


@pytest.mark.parametrize(
    "piece",
    [
        "“",
        "The man said: “",
        "“a ‘b ",
        "’ c” ",
        "“Yes,” he said, and she added that “no” was it. ",
        "“No.” Ann Cole shrugged.\n\n",
        "Ann Cole, who said “no”, and “yes”, ",
    ],
)
def test_work_grows_with_length_alone(nlp: Language, piece: str) -> None:
    def calls(times: int) -> int:
        doc = parse(nlp, piece * times)
        return calls_of(lambda: find_quotes(doc, (), Layout()))

    calls(10)  # fills the caches
    assert calls(400) < 4.4 * calls(100)


def test_quote_with_a_cue_beside_it_is_surer_than_one_without(nlp: Language) -> None:
    text = 'Ann Cole left. "We are done with all of this for good." It rained.'
    (without,) = quotes_in(nlp, text, {"Ann Cole": None})
    (beside,) = quotes_in(nlp, '"We are done with all of it for good," Ann Cole said.')
    assert beside.quote_type is without.quote_type is QuoteType.DIRECT
    assert beside.confidence > without.confidence


@pytest.mark.parametrize("unit", ["said ", "according to ", '"A," he said. ', "“a ", "A: b\n"])
def test_hostile_repetition_is_read(nlp: Language, unit: str) -> None:
    text = unit * 400
    assert all(quote.text for quote in quotes_in(nlp, text))


@pytest.mark.parametrize(
    "text", ["Ann Cole:", "It rained.\n\nMayor Cole:", "“No,” she said.\n\nCOLE:"]
)
def test_a_text_may_end_with_a_label(nlp: Language, text: str) -> None:
    assert all(quote.span.end <= len(text) for quote in quotes_in(nlp, text, {"Cole": None}))
