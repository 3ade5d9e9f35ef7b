"""Reported speech: paraphrases, with or without words in quotation marks."""

import pytest
from spacy.language import Language

from articles.extraction.types import Layout, QuoteType, Span
from tests.extraction.quotes.builders import Row, quotes_in, rows_in

MIXED = [
    ('The vote was described by Cole as "a sham".', 'as "a sham"', "Cole", "described"),
    (
        'Hall, who had waited for two years, called the verdict "a relief".',
        'the verdict "a relief"',
        "Hall",
        "called",
    ),
    (
        'Speaking to reporters, Hall called the talks "a waste of time".',
        'the talks "a waste of time"',
        "Hall",
        "called",
    ),
    (
        'She said the plan was "reckless" and would fail.',
        'the plan was "reckless" and would fail',
        "She",
        "said",
    ),
    ('She added that it was "unfair."', 'that it was "unfair."', "She", "added"),
    (
        'She called the plan "reckless" and "a betrayal."',
        'the plan "reckless" and "a betrayal."',
        "She",
        "called",
    ),
    ('She described him as a "born liar".', 'him as a "born liar"', "She", "described"),
    (
        'She accused the bank of "playing games" with savers.',
        'the bank of "playing games" with savers',
        "She",
        "accused",
    ),
    (
        'The ministry denied that it had "lost" the files.',
        'that it had "lost" the files',
        "The ministry",
        "denied",
    ),
    ('The plan is "unfair," Cole said.', 'The plan is "unfair,"', "Cole", "said"),
    (
        'The singer told the BBC that touring had become "a circus".',
        'that touring had become "a circus"',
        "The singer",
        "told",
    ),
    (
        'The novelist, 71, said she had "no regrets".',
        'she had "no regrets"',
        "The novelist",
        "said",
    ),
    (
        'According to Cole, the bank is "finished".',
        'the bank is "finished"',
        "Cole",
        "According to",
    ),
    (
        'The bank is "finished", according to Cole, a lawyer.',
        'The bank is "finished"',
        "Cole",
        "according to",
    ),
    (
        "In a statement, the club said it was 'deeply sorry'.",
        "it was 'deeply sorry'",
        "the club",
        "said",
    ),
    ("Merkel: bank is 'perfectly sound'", "bank is 'perfectly sound'", "Merkel", ":"),
]

INDIRECT = [
    (
        "Cole said prices rose, and that wages fell.",
        "prices rose, and that wages fell",
        "Cole",
        "said",
    ),
    (
        "Cole said wages fell and it is a shame.",
        "wages fell and it is a shame",
        "Cole",
        "said",
    ),
    (
        "She told the court in a letter, that the money was hers.",
        "that the money was hers",
        "She",
        "told",
    ),
    (
        "The mayor, a friend of Cole, said the road was closed.",
        "the road was closed",
        "The mayor",
        "said",
    ),
    ("Merkel said the bank was sound.", "the bank was sound", "Merkel", "said"),
    ("Merkel said that the bank was sound.", "that the bank was sound", "Merkel", "said"),
    ("The bank, Merkel said, was sound.", "The bank | was sound", "Merkel", "said"),
    ("The bank was sound, Merkel said on Monday.", "The bank was sound", "Merkel", "said"),
    ("According to Merkel, the bank was sound.", "the bank was sound", "Merkel", "According to"),
    (
        "The bank was sound, according to a report by the ministry.",
        "The bank was sound",
        "a report by the ministry",
        "according to",
    ),
    ("The minister promised to cut taxes.", "to cut taxes", "The minister", "promised"),
    ("The minister urged the banks to lend more.", "to lend more", "The minister", "urged"),
    (
        "Her claim that the bank was sound surprised no one.",
        "that the bank was sound",
        "Her",
        "claim",
    ),
    ("The report says prices rose in May.", "prices rose in May", "The report", "says"),
    ("It was announced that the club would close.", "that the club would close", None, "announced"),
    (
        "The club announced that its captain would retire.",
        "that its captain would retire",
        "The club",
        "announced",
    ),
    (
        "Police said a man had been arrested and charged with theft.",
        "a man had been arrested and charged with theft",
        "Police",
        "said",
    ),
    ("Prosecutors allege that Cole lied.", "that Cole lied", "Prosecutors", "allege"),
    ("Tax rises are coming, says Reeves", "Tax rises are coming", "Reeves", "says"),
    ("Rain expected: Met Office", "Rain expected", "Met Office", ":"),
]


@pytest.mark.parametrize(("text", "content", "speaker", "cue"), MIXED)
def test_mixed(nlp: Language, text: str, content: str, speaker: str, cue: str) -> None:
    assert rows_in(nlp, text) == [("mixed", content, speaker, cue)]


@pytest.mark.parametrize(("text", "content", "speaker", "cue"), INDIRECT)
def test_indirect(nlp: Language, text: str, content: str, speaker: str | None, cue: str) -> None:
    assert rows_in(nlp, text) == [("indirect", content, speaker, cue)]


SEVERAL: list[tuple[str, list[Row]]] = [
    (
        "Merkel said that the bank was sound, adding that savers were safe.",
        [
            ("indirect", "that the bank was sound", "Merkel", "said"),
            ("indirect", "that savers were safe", "Merkel", "adding"),
        ],
    ),
    (
        "Williams said she was hurt and added that she would not play.",
        [
            ("indirect", "she was hurt", "Williams", "said"),
            ("indirect", "that she would not play", "Williams", "added"),
        ],
    ),
    (
        "Calling the verdict absurd, Cole said she would appeal.",
        [
            ("indirect", "the verdict absurd", "Cole", "Calling"),
            ("indirect", "she would appeal", "Cole", "said"),
        ],
    ),
    (
        '"No," she said firmly, "we will not," adding that it was "absurd."',
        [
            ("direct", "No, | we will not,", "she", "said"),
            ("mixed", 'that it was "absurd."', "she", "adding"),
        ],
    ),
    (
        "MERKEL: The bank is sound.\nCOLE: Is it really?\nMERKEL: It is.",
        [
            ("indirect", "The bank is sound", "MERKEL", ":"),
            ("indirect", "Is it really?", "COLE", ":"),
            ("indirect", "It is", "MERKEL", ":"),
        ],
    ),
    (
        "Q: Is the bank sound?\nA: I think it is.",
        [
            ("indirect", "Is the bank sound?", "Q", ":"),
            ("indirect", "I think it is", "A", ":"),
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), SEVERAL)
def test_several_statements(nlp: Language, text: str, expected: list[Row]) -> None:
    assert rows_in(nlp, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Photos: The harbour of Lyon",
        "Asked about the deal, Merkel declined to comment.",
        "Merkel fears that the bank is unsound.",
        "Cole hopes to win.",
    ],
)
def test_no_report(nlp: Language, text: str) -> None:
    assert rows_in(nlp, text) == []


def test_dateline_is_no_part_of_what_is_said(nlp: Language) -> None:
    text = "LYON, France (AFP) - The harbour will close, the mayor said on Monday."
    (quote,) = quotes_in(nlp, text, layout=Layout(dateline=Span(0, len("LYON, France"))))
    assert quote.text == "The harbour will close"
    assert quote.quote_type is QuoteType.INDIRECT
