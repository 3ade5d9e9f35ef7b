"""The figures of quotes as tables, as JSON, and each error on one line."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from articles.evaluation.quotes.contents import Content, JudgedContents, judge_contents
from articles.evaluation.quotes.layout import Layout
from articles.evaluation.quotes.segments import JudgedSegments, Segment, judge_segments
from articles.evaluation.scores import Score, Share, calibrate
from articles.evaluation.tables import Table, calibration_table, in_context, percent, percents
from articles.extraction.types import QuoteType

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from articles.evaluation.quotes.gold import Found, QuotesGold, Speaker

_PRF = ("P", "R", "F1")
# Of shorter segments many are no speech but words held at arm's length.
_LONG = 5


@dataclass(frozen=True, slots=True)
class JudgedText:
    gold: QuotesGold
    segments: JudgedSegments
    contents: JudgedContents


@dataclass(frozen=True, slots=True)
class SegmentScores:
    """Scores of segments; ``spoken`` wants the speaker to be right too."""

    marked: int
    found: int
    exact: Score
    overlap: Score
    spoken: Score


@dataclass(frozen=True, slots=True)
class ContentScores:
    """Scores of contents; ``speakers`` is the share of those matched whose speaker is right."""

    marked: int
    found: int
    half: Score
    most: Score
    speakers: Share


@dataclass(frozen=True, slots=True)
class QuotesReport:
    """What was measured; scores by what the quotes have in common."""

    texts: int
    judged: tuple[JudgedText, ...]
    segments: Mapping[str, SegmentScores]
    contents: Mapping[str, ContentScores]
    pronouns: Share
    tenths: tuple[Share, ...]

    def as_json(self) -> dict[str, Any]:
        return {
            "texts": self.texts,
            "segments": {
                name: {
                    "marked": scores.marked,
                    "found": scores.found,
                    "exact": scores.exact.as_json(),
                    "overlap": scores.overlap.as_json(),
                    "with_speaker": scores.spoken.as_json(),
                }
                for name, scores in self.segments.items()
            },
            "contents": {
                name: {
                    "marked": scores.marked,
                    "found": scores.found,
                    "half": scores.half.as_json(),
                    "most": scores.most.as_json(),
                    "speaker_right": scores.speakers.as_json(),
                }
                for name, scores in self.contents.items()
            },
            "pronouns_resolved": self.pronouns.as_json(),
            "calibration": [share.as_json() for share in self.tenths],
        }

    def tables(self) -> Iterator[Table]:
        columns = ("in quotation marks", "marked", "found")
        overlap, spoken = (tuple(f"{how} {name}" for name in _PRF) for how in ("text", "+speaker"))
        yield Table(
            (*columns, *overlap, "exact F1", *spoken),
            [_segments_row(name, scores) for name, scores in self.segments.items()],
        )
        half, most = (tuple(f"{how} {name}" for name in _PRF) for how in ("half", "most"))
        yield Table(
            ("indirect and mixed", "marked", "found", *half, *most, "speaker %"),
            [_contents_row(name, scores) for name, scores in self.contents.items()],
        )
        share = self.pronouns
        yield Table(
            ("pronoun speakers", "n", "of", "%"),
            [("given the right person", str(share.part), str(share.whole), percent(share.value))],
        )
        yield calibration_table(self.tenths)

    def errors(self) -> Iterator[str]:
        for judged in self.judged:
            yield from _errors(judged)


def evaluate_quotes(
    texts: Mapping[str, QuotesGold], found: Mapping[str, tuple[Found, ...]]
) -> QuotesReport:
    """Measure what was found in texts; one that ``found`` lacks has no quote found in it."""
    judged = []
    for text in texts.values():
        layout, given = Layout(text), found.get(text.id, ())
        judged.append(
            JudgedText(text, judge_segments(layout, given), judge_contents(layout, given))
        )
    return QuotesReport(
        texts=len(texts),
        judged=tuple(judged),
        segments=_score_segments(judged),
        contents=_score_contents(judged),
        pronouns=Share.of(p.resolved for text in judged for p in text.segments.pronouns),
        tenths=tuple(calibrate(_outcomes(judged))),
    )


def _outcomes(judged: Iterable[JudgedText]) -> Iterator[tuple[float, bool]]:
    """Confidence of each quote found, and whether words and speaker are right.

    A direct quote counts by its segments, any other by its content.
    """
    for text in judged:
        for one in text.segments.found:
            if one.kind is QuoteType.DIRECT and one.confidence is not None:
                yield one.confidence, one.right
        for other in text.contents.found:
            if other.confidence is not None:
                yield other.confidence, other.right


def _score_segments(judged: Iterable[JudgedText]) -> dict[str, SegmentScores]:
    marked: defaultdict[str, list[Segment]] = defaultdict(list)
    found: defaultdict[str, list[Segment]] = defaultdict(list)
    for text in judged:
        for segments, rows in ((text.segments.marked, marked), (text.segments.found, found)):
            for one in segments:
                for name in _segment_names(one, text.gold.source):
                    rows[name].append(one)
    return {name: _segments(marked[name], found[name]) for name in _in_order(marked, found)}


def _segment_names(one: Segment, source: str) -> Iterator[str]:
    yield "all"
    if one.words >= _LONG:
        yield f"{_LONG} words and more"
    yield f"kind: {one.kind}"
    yield f"speaker: {one.form}"
    yield f"mark: {one.mark}"
    if source:
        yield f"source: {source}"


def _score_contents(judged: Iterable[JudgedText]) -> dict[str, ContentScores]:
    marked: defaultdict[str, list[Content]] = defaultdict(list)
    found: defaultdict[str, list[Content]] = defaultdict(list)
    for text in judged:
        for contents, rows in ((text.contents.marked, marked), (text.contents.found, found)):
            for one in contents:
                for name in _content_names(one, text.gold.source):
                    rows[name].append(one)
    return {name: _contents(marked[name], found[name]) for name in _in_order(marked, found)}


def _content_names(one: Content, source: str) -> Iterator[str]:
    yield "all"
    # What is only thought counts in the first line and in no other.
    if not one.speech:
        return
    yield "all said"
    yield f"kind: {one.kind}"
    yield f"speaker: {one.form}"
    if source:
        yield f"source: {source}"


def _in_order(*rows: Mapping[str, object]) -> list[str]:
    """Names in a fixed order: totals, then group by group."""
    groups = ("all", "all said", f"{_LONG} words", "kind", "speaker", "mark", "source")

    def place(name: str) -> tuple[int, str]:
        return max(number for number, group in enumerate(groups) if name.startswith(group)), name

    return sorted({name for names in rows for name in names}, key=place)


def _segments(marked: list[Segment], found: list[Segment]) -> SegmentScores:
    def score(judge: Callable[[Segment], bool]) -> Score:
        return Score(sum(map(judge, found)), len(found), sum(map(judge, marked)), len(marked))

    return SegmentScores(
        len(marked),
        len(found),
        exact=score(lambda one: one.exact),
        overlap=score(lambda one: one.matched),
        spoken=score(lambda one: one.right),
    )


def _contents(marked: list[Content], found: list[Content]) -> ContentScores:
    def score(judge: Callable[[Content], bool]) -> Score:
        return Score(sum(map(judge, found)), len(found), sum(map(judge, marked)), len(marked))

    return ContentScores(
        len(marked),
        len(found),
        half=score(lambda one: one.matched),
        most=score(lambda one: one.close),
        speakers=Share.of(one.right for one in marked if one.matched),
    )


def _segments_row(name: str, scores: SegmentScores) -> list[str]:
    sizes = [name, str(scores.marked), str(scores.found)]
    return [*sizes, *percents(scores.overlap), percents(scores.exact)[2], *percents(scores.spoken)]


def _contents_row(name: str, scores: ContentScores) -> list[str]:
    sizes = [name, str(scores.marked), str(scores.found)]
    shares = [*percents(scores.half), *percents(scores.most), percent(scores.speakers.value)]
    return [*sizes, *shares]


def _errors(judged: JudgedText) -> Iterator[str]:
    gold = judged.gold
    sides: tuple[tuple[str, Iterable[Segment | Content]], ...] = (
        ("missed", (*judged.segments.marked, *_said(judged.contents.marked))),
        ("false", (*judged.segments.found, *_said(judged.contents.found))),
    )
    for label, rows in sides:
        for one in rows:
            if not one.matched:
                yield _line(label, judged, one)
            elif label == "missed" and not one.right:
                yield f"{_line('speaker', judged, one)}  marked: {_named(one.speaker)}"
    for pronoun in judged.segments.pronouns:
        if not pronoun.resolved:
            context = in_context(gold.text, pronoun.span)
            place = f"{gold.id}:{pronoun.span.start}"
            yield f"{'pronoun':9}{place}  {context}  {pronoun.meant!a}, found: {pronoun.found!a}"


def _said(contents: Iterable[Content]) -> Iterator[Content]:
    return (one for one in contents if one.speech)


def _line(label: str, judged: JudgedText, one: Segment | Content) -> str:
    gold = judged.gold
    return f"{label:9}{gold.id}:{one.span.start}  {one.kind}  {in_context(gold.text, one.span)}"


def _named(speaker: Speaker | None) -> str:
    return ascii(speaker.text) if speaker else "nobody"
