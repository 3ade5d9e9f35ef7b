from __future__ import annotations

import pytest

from articles.extraction.layout import find_layout
from tests.extraction.test_layout import STORY, parts


@pytest.mark.parametrize(
    ("start", "place"),
    [
        ("OSLO (Reuters) - ", "OSLO"),
        ("OSLO, May 5 (AP) — ", "OSLO"),
        ("OSLO, Norway (AP) _ ", "OSLO, Norway"),
        ("OSLO, Norway (AP)_ ", "OSLO, Norway"),
        ("AL-AIN, United Arab Emirates, Dec 6 - ", "AL-AIN, United Arab Emirates"),
        ("ST. LOUIS — ", "ST. LOUIS"),
        ("OAK HILL, N.H. - ", "OAK HILL, N.H."),
        ("OAK HILL, W.Va. -- ", "OAK HILL, W.Va."),
        ("PORT OF SPAIN, Trinidad and Tobago (AP) — ", "PORT OF SPAIN, Trinidad and Tobago"),
        ("LONDON/PARIS, Oct. 12 (Reuters) - ", "LONDON/PARIS"),
        ("Oslo (AFP) – ", "Oslo"),
        ("Oslo – ", "Oslo"),
        ("New Delhi: ", "New Delhi"),
        ("NEW DELHI: ", "NEW DELHI"),
        ("MÜNCHEN, 5 May 2021 (dpa) - ", "MÜNCHEN"),
        ("WASHINGTON \u2015 ", "WASHINGTON"),
        ("N'DJAMENA, Chad, Tuesday (AFP) - ", "N'DJAMENA, Chad"),
    ],
)
def test_a_dateline_in_the_first_line_of_the_story(start: str, place: str) -> None:
    text = "Ferry crews end strike\n\n" + start + STORY
    layout = find_layout(text)
    assert parts(text, layout) == {"headline": "Ferry crews end strike", "dateline": place}
    assert text[layout.body_start :] == start + STORY


@pytest.mark.parametrize(
    "line",
    [
        "Oslo:",
        "OSLO, Norway (AP) _",
        "OSLO 1999-03-02",
        "OSLO, March 2 (Reuters)",
        "Oslo",
        "OSLO —",
    ],
)
def test_a_dateline_on_a_line_of_its_own(line: str) -> None:
    text = f"{line}\n\n{STORY}"
    layout = find_layout(text)
    assert layout.dateline is not None
    assert layout.dateline.of(text).startswith(("Oslo", "OSLO"))
    assert text[layout.body_start :] == STORY


@pytest.mark.parametrize(
    "start",
    [
        "BREAKING: ",
        "UPDATE — ",
        "Editor's note: ",
        "Trump: ",
        "Sen. Jane Doe (D-N.H.) ",
        "NATO said ",
        "Key Points: ",
        "LOOK: Ten Photos That Will Change Your Life. ",
        "PRESS DIGEST - ",
        "FERRY - CREWS RETURN. ",
        "(CNN) — ",
        "In Oslo - ",
        "Jane Doe:\n",
    ],
)
def test_what_only_looks_like_a_dateline(start: str) -> None:
    assert find_layout(start + STORY).dateline is None


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Jane Doe", "Jane Doe"),
        ("By JANE DOE and John Smith", "JANE DOE and John Smith"),
        ("BY JANE DOE", "JANE DOE"),
        ("by Jane van der Doe", "Jane van der Doe"),
        ("By Jane Doe, Political Editor", "Jane Doe, Political Editor"),
        ("By Jane Doe, Associated Press", "Jane Doe"),
        ("By JANE DOE, Associated Press Writer", "JANE DOE"),
        ("By Jane Doe | Reuters", "Jane Doe"),
        ("By Jane Doe, John Smith and Ann Lee", "Jane Doe, John Smith and Ann Lee"),
        ("By J. K. O'Doe-Smith", "J. K. O'Doe-Smith"),
        ("By Jane Doe, May 5, 2021", "Jane Doe"),
        ("BYLINE: Jane Doe.", "Jane Doe"),
        ("Written by Jane Doe", "Jane Doe"),
    ],
)
def test_bylines(line: str, names: str) -> None:
    text = f"Ferry crews end strike\n\n{line}\n\n{STORY}"
    layout = find_layout(text)
    assert parts(text, layout) == {"headline": "Ferry crews end strike", "byline": names}
    assert text[layout.body_start :] == STORY


@pytest.mark.parametrize(
    "line", ["By Friday", "By then it was late", "By the harbour", "Bypass opens at last"]
)
def test_what_only_looks_like_a_byline(line: str) -> None:
    text = f"Ferry crews end strike\n\n{line}\n\n{STORY}"
    assert find_layout(text).byline is None
