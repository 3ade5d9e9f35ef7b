"""Scores of quotes against cases counted by hand."""

from __future__ import annotations

from typing import Any

import pytest

from articles.evaluation.quotes import Found, QuotesReport, evaluate_quotes, read_quotes
from articles.evaluation.quotes.gold import Speaker
from articles.evaluation.quotes.speakers import Form, form_of, is_right
from articles.evaluation.records import FaultError, Record
from articles.extraction.types import QuoteType, Span
from tests.evaluation.builders import place

TEXT = (
    "“The new bridge will open in June,” Mayor Ana Reyes said. She told the council that the"
    " work was “a scandal” for the town. The “Iron Lady” of Harwick feared that it would fail."
    " Tom Okafor, the clerk, denied that the old bridge was safe."
)
OPENING = "The new bridge will open in June"
WORK = "the work was “a scandal” for the town"
FEAR = "it would fail"
DENIAL = "the old bridge was safe"


def line(**fields: Any) -> dict[str, Any]:
    ana = {**place(TEXT, "Mayor Ana Reyes")}
    she = {**place(TEXT, "She"), "ref": "Ana Reyes"}
    scandal = place(TEXT, "a scandal")
    return {
        "id": "a",
        "text": TEXT,
        "quotes": [
            quote(OPENING, "direct", ana, "said"),
            quote(WORK, "mixed", she, "told", quoted=[scandal]),
            quote(FEAR, "indirect", place(TEXT, "The “Iron Lady” of Harwick"), "feared"),
            quote(DENIAL, "indirect", place(TEXT, "Tom Okafor, the clerk"), "denied"),
        ],
        **fields,
    }


def quote(words: str, kind: str, speaker: object, cue: str, **fields: Any) -> dict[str, Any]:
    return {**place(TEXT, words), "kind": kind, "speaker": speaker, "cue": {"text": cue}, **fields}


def span(words: str) -> Span:
    where = place(TEXT, words)
    return Span(where["start"], where["end"])


def found(
    words: str,
    kind: QuoteType,
    speaker: str | None,
    name: str = "",
    confidence: float | None = None,
) -> Found:
    by = Speaker(span(speaker), speaker, name) if speaker else None
    return Found(kind, (span(words),), by, confidence)


def report(*findings: Found, **fields: Any) -> QuotesReport:
    text = read_quotes(Record(line(**fields)), 1)
    return evaluate_quotes({"a": text}, {"a": findings})


ALL = (
    found(OPENING, QuoteType.DIRECT, "Ana Reyes", "Ana Reyes", 0.95),
    found(WORK, QuoteType.MIXED, "She", "Ana Reyes", 0.85),
    found(FEAR, QuoteType.INDIRECT, "Lady"),
    found(DENIAL, QuoteType.INDIRECT, "Tom Okafor", "Tom Okafor", 0.85),
)


def test_all_found_is_all_right() -> None:
    result = report(*ALL)
    segments, contents = result.segments["all"], result.contents["all"]
    assert (segments.marked, segments.found) == (2, 2)
    assert (segments.exact.f1, segments.spoken.f1) == (1.0, 1.0)
    assert (contents.marked, contents.half.f1, contents.most.f1) == (3, 1.0, 1.0)
    assert contents.speakers.value == 1.0
    assert result.pronouns.as_json() == {"part": 1, "whole": 1, "share": 1.0}
    assert [share.whole for share in result.tenths[8:]] == [2, 1]
    assert list(result.errors()) == []
    assert [str(table) for table in result.tables()]


def test_nothing_found() -> None:
    result = evaluate_quotes({"a": read_quotes(Record(line()), 1)}, {})
    assert result.segments["all"].overlap.recall == 0
    assert result.contents["all said"].marked == 2
    kinds = [error.split()[0] for error in result.errors()]
    # What is only feared is no speech that could be missed.
    assert kinds == ["missed"] * 4


def test_figures_by_kind_form_mark_and_source() -> None:
    result = report(*ALL, source="courier")
    assert list(result.segments) == [
        "all", "5 words and more", "kind: direct", "kind: mixed", "speaker: named",
        "speaker: pronoun", "mark: curly", "source: courier",
    ]  # fmt: skip
    assert result.segments["speaker: pronoun"].marked == 1
    assert result.contents["kind: mixed"].marked == 1


def test_a_wrong_speaker_is_a_segment_without_speaker() -> None:
    result = report(found(OPENING, QuoteType.DIRECT, "Tom Okafor", "Tom Okafor", 0.95))
    segments = result.segments["all"]
    assert (segments.overlap.right, segments.spoken.right) == (1, 0)
    assert result.tenths[9].as_json() == {"part": 0, "whole": 1, "share": 0.0}
    assert any(error.startswith("speaker") for error in result.errors())


def test_a_pronoun_that_ends_at_another_person_is_not_resolved() -> None:
    result = report(found(WORK, QuoteType.MIXED, "She", "Tom Okafor"))
    assert result.segments["speaker: pronoun"].spoken.right == 1
    assert result.pronouns.part == 0
    assert any(error.startswith("pronoun") for error in result.errors())


def test_words_in_marks_that_nobody_speaks_are_found_in_vain() -> None:
    result = report(found("Iron Lady", QuoteType.DIRECT, None))
    assert (result.segments["all"].found, result.segments["all"].overlap.right) == (1, 0)
    ignored = report(
        found("Iron Lady", QuoteType.DIRECT, None), ignore=[[place(TEXT, "Iron")["start"], 140]]
    )
    assert ignored.segments["all"].found == 0


def test_four_of_five_words_are_the_same_segment_and_half_the_same_content() -> None:
    result = report(
        found("new bridge will open in June", QuoteType.DIRECT, None),
        found("bridge was safe", QuoteType.INDIRECT, "Okafor"),
    )
    segments, contents = result.segments["all"], result.contents["all"]
    assert (segments.overlap.right, segments.exact.right) == (1, 0)
    assert (contents.half.right, contents.most.right) == (1, 0)


def test_a_paraphrase_found_in_a_direct_quote_is_judged_there() -> None:
    result = report(found(OPENING, QuoteType.MIXED, "Ana Reyes"), regions=[{"inner": [1, 33]}])
    assert result.contents["all"].found == 0
    assert result.segments["all"].overlap.right == 1


def test_words_of_saying_in_any_form_are_speech() -> None:
    rows = [
        quote(FEAR, "indirect", None, cue)
        for cue in ("admitted", "replying", "insists", "her claim", "according to", "denies", ":")
    ]
    for row in rows:
        assert report(quotes=[row]).contents["all said"].marked == 1, row["cue"]
    for cue in ("hoped", "believes", "is afraid", "planning"):
        result = report(quotes=[quote(FEAR, "indirect", None, cue)])
        assert "all said" not in result.contents, cue


@pytest.mark.parametrize(
    ("words", "form"),
    [
        ("Mayor Ana Reyes", Form.NAMED),
        ("Reyes, who leads the council", Form.NAMED),
        ("She", Form.PRONOUN),
        ("the president", Form.DESCRIBED),
        ("a police spokesman", Form.DESCRIBED),
    ],
)
def test_forms_of_speakers(words: str, form: Form) -> None:
    assert form_of(Speaker(None, words, "")) is form
    assert form_of(None) is Form.NONE


@pytest.mark.parametrize(
    ("phrase", "name", "right"),
    [
        ("Ana Reyes, the mayor of Harwick", "Ana Reyes", True),
        ("Ana Reyes, the mayor of Harwick", "the mayor", True),
        ("Ana Reyes, the mayor of Harwick", "Harwick", False),
        ("Ana Reyes and Tom Okafor", "Tom Okafor", True),
        ("Ana Reyes and Tom Okafor", "Reyes", True),
        ("Ana Reyes", "Paul Reyes", False),
        ("Ana Reyes", "A. Reyes", True),
        ("Reyes", "Paul Reyes", True),
        ("a spokesman for the police", "the police", False),
        ("a spokesman for the police", "A police spokesman", True),
        ("Tom Okafor Jr.", "Okafor", True),
        ("the mayor’s", "the mayor", True),
    ],
)
def test_the_right_speaker(phrase: str, name: str, right: bool) -> None:
    marked = Speaker(Span(0, len(phrase)), phrase, "")
    assert is_right(phrase, marked, Speaker(None, name, "")) is right


def test_nobody_is_right_where_nobody_is_marked() -> None:
    somebody = Speaker(None, "Reyes", "")
    assert is_right("", None, None)
    assert not is_right("", None, somebody)
    assert not is_right("Reyes", somebody, None)


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"kind": "spoken"}, "quotes[0].kind is 'spoken': write one of direct, indirect, mixed"),
        ({"spans": [[5, 3]]}, "quotes[0].spans[0] must be [start, end] inside of the text"),
        ({"speaker": "Reyes"}, "quotes[0].speaker must be a JSON object"),
        ({"quoted": [{"start": 1, "end": 5, "coverage": 2}]}, "coverage must be a number from 0"),
    ],
)
def test_a_bad_quote_is_named(change: dict[str, Any], fault: str) -> None:
    gold = line()
    gold["quotes"][0] |= change
    with pytest.raises(FaultError) as caught:
        read_quotes(Record(gold), 1)
    assert fault in str(caught.value)
