from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.extraction.layout import find_layout
from articles.extraction.types import Layout

STORY = "The ferry left the harbour on Tuesday with a hundred passengers, the operator said.\n"

REST = "Sources: Doe to quit\n\n" + STORY


def parts(text: str, layout: Layout) -> dict[str, str]:
    spans = {
        "headline": layout.headline,
        "standfirst": layout.standfirst,
        "byline": layout.byline,
        "dateline": layout.dateline,
    }
    return {name: span.of(text) for name, span in spans.items() if span}


@pytest.mark.parametrize(
    ("top", "expected"),
    [
        (
            "Ferry leaves after a week of storms\n\n",
            {"headline": "Ferry leaves after a week of storms"},
        ),
        ("FERRY - CREWS RETURN TO WORK.\n\n", {"headline": "FERRY - CREWS RETURN TO WORK."}),
        (
            "Ferry Crews Return To Work After Strike.\n\n",
            {"headline": "Ferry Crews Return To Work After Strike."},
        ),
        (
            "Crews end strike, return to work in northern ports.\n\n",
            {"headline": "Crews end strike, return to work in northern ports."},
        ),
        (
            "Will the ferries ever run on time again?\n\n",
            {"headline": "Will the ferries ever run on time again?"},
        ),
        (
            "Minister rejects claims: “We did nothing wrong”\n\n",
            {"headline": "Minister rejects claims: “We did nothing wrong”"},
        ),
        (
            "Ferry crews end strike Friday, January 3, 2014\n\n",
            {"headline": "Ferry crews end strike"},
        ),
        ("Ferry crews end strike\n", {"headline": "Ferry crews end strike"}),
        (
            "Crews end strike;\nPort reopens after a week.\n\n",
            {"headline": "Crews end strike", "standfirst": "Port reopens after a week."},
        ),
        (
            "Ferry crews end strike\n\nUnion and port agree on pay.\n\nBy Jane Doe\n\n",
            {
                "headline": "Ferry crews end strike",
                "standfirst": "Union and port agree on pay.",
                "byline": "Jane Doe",
            },
        ),
        (
            "Ferry crews end strike\nBy Jane Doe\nUnion and port agree on pay.\nOSLO:\n",
            {
                "headline": "Ferry crews end strike",
                "standfirst": "Union and port agree on pay.",
                "byline": "Jane Doe",
                "dateline": "OSLO",
            },
        ),
        (
            "Ferry crews end strike\n\nJane Doe\n\nOSLO 1999-03-02\n\n",
            {"headline": "Ferry crews end strike", "byline": "Jane Doe", "dateline": "OSLO"},
        ),
        (
            "Tuesday, March 2, 1999\n\nFerry crews end strike\n\n",
            {"headline": "Ferry crews end strike"},
        ),
        (
            "By Jane Doe\n\nFerry crews end strike\n\n",
            {"headline": "Ferry crews end strike", "byline": "Jane Doe"},
        ),
        (
            "Ferry crews end strike\n\nPublished 2 March 1999, 10:30 am GMT\n\n",
            {"headline": "Ferry crews end strike"},
        ),
        (
            "Crews are back at work, the long strike is over: Doe on port talks Speaking of a long"
            " and bitter week, Jane Doe said she was relieved.\n\nOslo:\n\n",
            {
                "headline": "Crews are back at work, the long strike is over: Doe on port talks",
                "standfirst": "Speaking of a long and bitter week, Jane Doe said she was relieved.",
                "dateline": "Oslo",
            },
        ),
        (
            "Storm Kills Five In Coastal Towns A powerful storm hit the coast on Monday.\n\n"
            "Oslo:\n\n",
            {
                "headline": "Storm Kills Five In Coastal Towns",
                "standfirst": "A powerful storm hit the coast on Monday.",
                "dateline": "Oslo",
            },
        ),
        (
            "Ferry crews end strike\nBy Jane Doe\nAssociated Press\n2 March 1999\n\n",
            {"headline": "Ferry crews end strike", "byline": "Jane Doe"},
        ),
        (
            "Strike of ferry crews ends after port talks The crews of all northern ferries go back"
            " to work on Monday.\n\nBy Jane Doe\n\n",
            {
                "headline": "Strike of ferry crews ends after port talks",
                "standfirst": "The crews of all northern ferries go back to work on Monday.",
                "byline": "Jane Doe",
            },
        ),
        (
            "Doe hails end of the strike after talks Jane Doe said the crews of all ferries would"
            " go back to work on Monday.\n\nOSLO:\n\n",
            {
                "headline": "Doe hails end of the strike after talks",
                "standfirst": "Jane Doe said the crews of all ferries would go back to work"
                " on Monday.",
                "dateline": "OSLO",
            },
        ),
    ],
)
def test_parts_on_lines_of_their_own(top: str, expected: dict[str, str]) -> None:
    text = top + STORY
    layout = find_layout(text)
    assert parts(text, layout) == expected
    assert text[layout.body_start :] == STORY


@pytest.mark.parametrize(
    "text",
    [
        STORY,
        STORY + "\n" + STORY,
        "  \n" + STORY,
        "The mayor resigned on Friday after a long inquiry into the sale of the port.\n\n" + STORY,
        "Acme Corp. said it agreed to buy the port of Oslo for $11 million.\n\n" + STORY,
        "Australia will play a long\nseries of games at home this\nsummer, the board said.\n",
        "By Monday the storm had passed and the port was open again.\n\n" + STORY,
        "She said: “We will go.” He agreed. They left.\n\n" + STORY,
        "12345\n\n" + STORY,
    ],
)
def test_a_plain_story_has_no_parts(text: str) -> None:
    layout = find_layout(text)
    assert parts(text, layout) == {}
    assert layout.body_start == len(text) - len(text.lstrip())


@pytest.mark.parametrize(
    "text", ["", " \n ", "Crews end strike", "OSLO:", "By Jane Doe\n", "A title\n\nOSLO:\n"]
)
def test_a_text_of_nothing_but_parts_has_none(text: str) -> None:
    assert parts(text, find_layout(text)) == {}


@pytest.mark.parametrize(
    ("text", "headline", "is_known"),
    [
        ("Ferry crews\nend  strike\n\n" + STORY, "Ferry crews end strike", True),
        ("\n Ferry crews end strike \n" + STORY, "Ferry crews end strike", True),
        ("Ferry crews end strike\n\n" + STORY, "Ferry crews", False),
        ("Ferry crews end strike\n\n" + STORY, "Something else", False),
        ("Ferry crews end strike\n\n" + STORY, "Ferry crews end strike and more", False),
        (STORY, "The ferry left", False),
        (
            "Ferry crews end strike at last The crews go back to work.\n\nOslo:\n" + STORY,
            "Ferry crews end strike at last",
            True,
        ),
    ],
)
def test_a_known_headline_is_marked_and_no_other(text: str, headline: str, is_known: bool) -> None:
    layout = find_layout(text, headline=headline)
    found = layout.headline
    assert (found is not None) is is_known
    if found:
        assert found.of(text).split() == headline.split()
        assert text[layout.body_start :] == STORY


@pytest.mark.parametrize(
    ("text", "headline", "body"),
    [
        (
            "The mayor has resigned over the port.\n\n" + STORY,
            "The mayor has resigned over the port.",
            STORY,
        ),
        (
            "Jane Doe Corp. is sold. It was time.\n\n" + STORY,
            "Jane Doe Corp. is sold. It was time.",
            STORY,
        ),
        ("First part. Second part. " * 40 + "\n\n" + STORY, "First part.", None),
        ("Doe Inc. sold a port. It said so.", "Doe Inc. sold a port.", None),
        ("Talks go on\nSources: Doe to quit\n\n" + STORY, "Talks go on", REST),
        ("OSLO (AP) — Doe sold a port. It said so.", "Doe sold a port.", None),
        (
            "OSLO:\n\nDoe sold a port. It said so.",
            "Doe sold a port.",
            "Doe sold a port. It said so.",
        ),
    ],
)
def test_a_raw_file_always_has_a_headline(text: str, headline: str, body: str | None) -> None:
    layout = find_layout(text, raw=True)
    assert parts(text, layout)["headline"] == headline
    assert text[layout.body_start :] == (text if body is None else body)


def test_a_raw_file_of_one_sentence_is_all_body() -> None:
    assert find_layout("The mayor has resigned.", raw=True) == Layout()


PIECES = st.sampled_from(
    [
        "By ",
        "Jane Doe",
        "OSLO",
        "Oslo:",
        " (AP) ",
        "— ",
        "- ",
        "_",
        "\n",
        "\n\n",
        ". ",
        ";",
        "”",
        "“",
        "The ",
        "May 5, 2021",
        "talks ",
        "\u2028",
        "\ufeff",
        "é",
        "A" * 30,
        "1999-03-02",
        ":",
        ",",
        " ",
    ]
)


@given(st.lists(PIECES, max_size=30).map("".join) | st.text(max_size=200), st.booleans())
def test_spans_are_in_the_text_and_apart(text: str, raw: bool) -> None:
    layout = find_layout(text, raw=raw)
    spans = [layout.headline, layout.standfirst, layout.byline, layout.dateline]
    found = [span for span in spans if span]
    assert 0 <= layout.body_start <= len(text)
    for span in found:
        assert span.end <= len(text)
        assert span.of(text) == span.of(text).strip()
        assert not any(span.overlaps(other) for other in found if other is not span)


@pytest.mark.parametrize(
    "unit", ["“", "x", "By ", "OSLO, ", "A. ", "(AP) ", "said Talking the ", "\n"]
)
def test_only_the_top_of_a_long_text_is_looked_at(unit: str) -> None:
    text = unit * (1_000_000 // len(unit))
    layout = find_layout(text + "\n\n" + STORY, raw=True)
    assert layout.body_start <= len(text) + 2
