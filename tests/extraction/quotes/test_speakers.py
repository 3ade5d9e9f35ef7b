"""Who speaks: names, appositions, pronouns."""

import pytest
from spacy.language import Language

from articles.extraction.language import parse
from articles.extraction.quotes import find_quotes
from articles.extraction.types import Gender, Layout, Mention, Person, Span
from tests.extraction.quotes.builders import quotes_in

PEOPLE = {
    "Ann Cole": Gender.FEMALE,
    "Peter Hall": Gender.MALE,
    "Tom Reed": Gender.MALE,
    "Mia Stone": Gender.FEMALE,
    "Sam Lee": None,
}

# text, then for each quote the speaker as printed and the person meant
ROWS: list[tuple[str, list[tuple[str, str | None]]]] = [
    ("Ann Cole said the talks went well.", [("Ann Cole", "Ann Cole")]),
    ("Ms Cole said the talks went well.", [("Ms Cole", "Ann Cole")]),
    ("The club's lawyer, Ann Cole, said the case was closed.", [("Ann Cole", "Ann Cole")]),
    ("Ann Cole's lawyer said the case was closed.", [("Ann Cole's lawyer", None)]),
    ("A police spokesman said the road was closed.", [("A police spokesman", None)]),
    ("The White House said the road was closed.", [("The White House", None)]),
    # gender
    ("Peter Hall met Ann Cole in Leeds. She said the talks went well.", [("She", "Ann Cole")]),
    ("Peter Hall met Ann Cole in Leeds. He said the talks went well.", [("He", "Peter Hall")]),
    ('Sam Lee won. "I am happy," she said.', [("she", "Sam Lee")]),
    # the subject before the object, the nearer before the farther
    ("Peter Hall met Tom Reed in Leeds. He said the talks went well.", [("He", "Peter Hall")]),
    (
        'Peter Hall spoke first. Tom Reed listened. "We must act," he said.\n\n"Now."',
        [("he", "Tom Reed"), ("he", "Tom Reed")],
    ),
    (
        'Ann Cole told Mia Stone that she was late. "Never again," she said.',
        [("Ann Cole", "Ann Cole"), ("she", "Ann Cole")],
    ),
    # speakers do not name themselves
    (
        "Tom Reed resigned. Peter Hall said it was time. He added that Reed had done well.",
        [("Peter Hall", "Peter Hall"), ("He", "Peter Hall")],
    ),
    ("Peter Hall criticised Tom Reed. He said Hall was wrong.", [("He", "Tom Reed")]),
    (
        'Peter Hall praised Tom Reed. He told Hall: "Thank you."',
        [("He", "Tom Reed")],
    ),
    # someone without a name
    (
        'A police spokesman praised Peter Hall. The spokesman said it was over. "He saved them,"'
        " he said.",
        [("The spokesman", None), ("he", None)],
    ),
    ("They said the bridge was closed. Peter Hall agreed.", [("They", None)]),
    # who, his
    ("Ann Cole, who said she was tired, left.", [("who", "Ann Cole")]),
    (
        '"It was time," said Ann Cole, who led the club. "I am proud," she added.',
        [("Ann Cole", "Ann Cole"), ("she", "Ann Cole")],
    ),
    (
        'Tom Reed\'s wife, Mia Stone, said she knew nothing. "He lied," she said.',
        [("Mia Stone", "Mia Stone"), ("she", "Mia Stone")],
    ),
    (
        "Peter Hall scored twice. His claim that he was tired pleased no one.",
        [("His", "Peter Hall")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_speakers(nlp: Language, text: str, expected: list[tuple[str, str | None]]) -> None:
    speakers = [quote.speaker for quote in quotes_in(nlp, text, PEOPLE)]
    assert [(s.text, s.name) for s in speakers if s] == expected


def test_speaker_gives_the_id_of_the_person(nlp: Language) -> None:
    (quote,) = quotes_in(nlp, "Tom Reed said the talks went well.", PEOPLE)
    assert quote.speaker is not None
    assert quote.speaker.person == list(PEOPLE).index("Tom Reed")


def test_role_of_one_person_names_him(nlp: Language) -> None:
    text = "President Tom Reed flew to Leeds. The president said the talks went well."
    person = Person(7, "Tom Reed", (Mention(Span(10, 18), "Tom Reed"),), titles=("President",))
    (quote,) = find_quotes(parse(nlp, text), (person,), Layout())
    assert quote.speaker is not None
    assert (quote.speaker.text, quote.speaker.person) == ("The president", 7)
