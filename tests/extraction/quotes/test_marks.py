"""Pairing of quotation marks: which stretches of a text stand between them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.extraction.quotes.marks import find_regions
from articles.extraction.quotes.paragraphs import find_paragraphs


def regions_in(text: str) -> list[str]:
    return [region.inner.of(text) for region in find_regions(text, find_paragraphs(text))]


ROWS = [
    # straight, curly, wire and mixed double marks
    ('"We won," she said.', ["We won,"]),
    ('She said "no" and "never".', ["no", "never"]),
    ("“We won,” she said.", ["We won,"]),
    ("``We won,'' she said.", ["We won,"]),
    ("''We won,'' she said.", ["We won,"]),
    ('“We won," she said.', ["We won,"]),
    ('He asked:"Why?"and left.', ["Why?"]),
    ('The plan ("a joke") failed.', ["a joke"]),
    ('It was—"at last"—over.', ["at last"]),
    # other languages' marks, as translated copy keeps them
    ("«We won», she said.", ["We won"]),
    ("« We won », she said.", ["We won"]),
    ("»We won«, she said.", ["We won"]),
    ("„We won“, she said.", ["We won"]),
    ("„We won”, she said.", ["We won"]),
    ("He said: „We won.“ Then he left.", ["We won."]),
    # British single marks and apostrophes
    ("'We won,' she said.", ["We won,"]),
    ("‘We won,’ she said.", ["We won,"]),
    ("'We don't know,' she said.", ["We don't know,"]),
    ("‘It’s the players’ money,’ she said.", ["It’s the players’ money,"]),
    ("The players' union said the owners' plan was dead.", []),
    ("It was the '90s and rock 'n' roll was king.", []),
    ("They went huntin' and fishin' all day.", []),
    ("It’s the men’s team, and the ladies’ too.", []),
    ("Khan‘s plan failed.", []),
    ("It was 'the best of times', he said.", ["the best of times"]),
    ("He called it 'unfair' and 'cruel'.", ["unfair", "cruel"]),
    ("She praised the 'boys' of the team.", ["boys"]),
    ("Give 'em hell, he said.", []),
    # marks inside marks
    ("\"He told me 'never' twice,\" she said.", ["He told me 'never' twice,"]),
    ("'He told me \"never\" twice,' she said.", ['He told me "never" twice,']),
    ("“He told me ‘never’ twice,” she said.", ["He told me ‘never’ twice,"]),
    ("“He said “never” to me,” she said.", ["He said “never” to me,"]),
    ("\"She said, 'Never.'\" He left.", ["She said, 'Never.'"]),
    ("\"She said, 'Never.' \" He left.", ["She said, 'Never.'"]),
    ("“It’s ‘the people’s’ party,” he said.", ["It’s ‘the people’s’ party,"]),
    # feet, inches, markup
    ("He is 6'2\" tall and she is 5'4\" tall.", []),
    ('The pipe is 3\'6" long, "more or less".', ["more or less"]),
    ('<a href="x.html" class="b"> He said "no".', ["no"]),
    # a mark too many or too few
    ('""We won,"" she said.', ["We won,"]),
    ("““We won,”” she said.", ["We won,"]),
    ("We won,” she said. “It was close.”", ["We won,", "It was close."]),
    ("“We won, she said.\n\nIt was late.", ["We won,"]),
    ("“We won against them.\n\nIt was late.", ["We won against them."]),
    ("“We won. “It was close.”", ["We won.", "It was close."]),
    ("A stray ” mark means nothing.", []),
    ('"" and " " hold nothing.', []),
    # paragraphs
    ("“We won.\n\n“It was close,” she said.", ["We won.", "It was close,"]),
    ("‘We won.\n\n‘It was close,’ she said.", ["We won.", "It was close,"]),
    ("“We won.\nIt was close,” she said.", ["We won.", "It was close,"]),
]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_regions_between_marks(text: str, expected: list[str]) -> None:
    assert regions_in(text) == expected


def test_open_quotation_goes_on_where_the_next_paragraph_opens_again() -> None:
    text = "He said: “One.\n\n“Two.\n\n“Three,” and left.\n\n“Four.”"
    regions = find_regions(text, find_paragraphs(text))
    assert [region.continues for region in regions] == [False, True, True, False]
    assert [region.closed for region in regions] == [False, False, True, True]


def test_closed_quotation_does_not_go_on() -> None:
    text = "“One.”\n\n“Two.”"
    assert not any(region.continues for region in find_regions(text, find_paragraphs(text)))


@given(st.text(alphabet="ab .,\n\"'“”‘’«»„``5", max_size=80))
def test_regions_are_in_order_and_inside_the_text(text: str) -> None:
    end = 0
    for region in find_regions(text, find_paragraphs(text)):
        assert end <= region.outer.start <= region.inner.start
        assert region.inner.end <= region.outer.end <= len(text)
        assert region.inner.of(text) == region.inner.of(text).strip()
        end = region.outer.end


@pytest.mark.parametrize("unit", ["“", '"', "'", "«", "``", '"a ', " 'a", "“a\n\n", "6'2\" "])
def test_hostile_repetition_is_read(unit: str) -> None:
    text = unit * 20_000
    regions = find_regions(text, find_paragraphs(text))
    assert all(region.inner.of(text) for region in regions)
