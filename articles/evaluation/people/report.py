"""The figures of people as tables, as JSON, and each error on one line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from articles.evaluation.people.identity import Identity, link, score_identity
from articles.evaluation.people.mentions import (
    JudgedText,
    MentionScores,
    calibration,
    judge,
    score_forms,
)
from articles.evaluation.tables import Table, calibration_table, in_context, percent, percents

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from articles.evaluation.people.gold import Found, PeopleGold
    from articles.evaluation.scores import Score, Share

_PRF = ("P", "R", "F1")


@dataclass(frozen=True, slots=True)
class PeopleReport:
    """What was measured; ``judged`` are the texts marked completely."""

    texts: int
    judged: tuple[JudgedText, ...]
    forms: Mapping[str, MentionScores]
    tenths: tuple[Share, ...]
    identity: Identity

    def as_json(self) -> dict[str, Any]:
        identity = self.identity
        return {
            "texts": self.texts,
            "mentions": {
                form: {
                    "marked": scores.marked,
                    "found": scores.found,
                    "exact": scores.exact.as_json(),
                    "overlap": scores.overlap.as_json(),
                }
                for form, scores in self.forms.items()
            },
            "calibration": [share.as_json() for share in self.tenths],
            "within": {
                "mentions": identity.linked,
                "b_cubed_found": identity.within.as_json(),
                "b_cubed_all": identity.within_all.as_json(),
            },
            "across": {
                "chains": identity.chains,
                "chains_found": identity.chains_found,
                "chains_hard": identity.chains_hard,
                "b_cubed_found": identity.across.as_json(),
                "b_cubed_all": identity.across_all.as_json(),
                "b_cubed_hard": identity.across_hard.as_json(),
                "joined": identity.joined.as_json(),
                "joined_under_different_names": identity.joined_variants.as_json(),
                "wrongly_merged": identity.wrongly_merged.as_json(),
            },
        }

    def tables(self) -> Iterator[Table]:
        columns = ("mentions", "marked", "found")
        exact, overlap = (tuple(f"{how} {name}" for name in _PRF) for how in ("exact", "overlap"))
        yield Table((*columns, *exact, *overlap), [_row(*form) for form in self.forms.items()])
        yield calibration_table(self.tenths)
        identity = self.identity
        yield _b_cubed(
            "B-cubed within an article",
            ("mentions found", identity.within),
            ("all mentions, a missed one alone", identity.within_all),
        )
        if identity.same or identity.namesakes:
            yield _b_cubed(
                "B-cubed across articles",
                ("people of an article, found", identity.across),
                ("all, one missed alone", identity.across_all),
                ("in several articles, or with a namesake", identity.across_hard),
            )
            yield _pairs_table(
                ("one person: joined", identity.joined),
                ("of these, under different names", identity.joined_variants),
                ("two people of one last name: wrongly merged", identity.wrongly_merged),
            )

    def errors(self) -> Iterator[str]:
        """Each error of mentions in its context, then the wrong pairs across articles."""
        for judged in self.judged:
            yield from _mention_errors(judged)
        for pairs, label in ((self.identity.same, "apart"), (self.identity.namesakes, "merged")):
            for pair in pairs:
                if pair.joined == (label == "merged"):
                    one, other = (
                        f"{chain.name} ({chain.document})" for chain in (pair.one, pair.other)
                    )
                    yield f"{label:9}{one} | {other}"


def evaluate_people(
    texts: Mapping[str, PeopleGold], found: Mapping[str, tuple[Found, ...]]
) -> PeopleReport:
    """Measure what was found in texts; one that ``found`` lacks has nobody found in it."""
    judged = [judge(text, found.get(text.id, ())) for text in texts.values() if text.complete]
    links = [one for text in texts.values() for one in link(text, found.get(text.id, ()))]
    return PeopleReport(
        texts=len(texts),
        judged=tuple(judged),
        forms=score_forms(judged),
        tenths=tuple(calibration(judged)),
        identity=score_identity(links),
    )


def _row(form: str, scores: MentionScores) -> list[str]:
    sizes = [str(scores.marked), str(scores.found)]
    return [form, *sizes, *percents(scores.exact), *percents(scores.overlap)]


def _b_cubed(title: str, *rows: tuple[str, Score]) -> Table:
    return Table((title, *_PRF), [(label, *percents(score)) for label, score in rows])


def _pairs_table(*rows: tuple[str, Share]) -> Table:
    cells = [(label, str(s.part), str(s.whole), percent(s.value)) for label, s in rows]
    return Table(("pairs across articles", "n", "of", "%"), cells)


def _mention_errors(judged: JudgedText) -> Iterator[str]:
    """A wrong boundary is one error: it shows what is marked, and what was found instead."""
    gold = judged.gold
    for one in judged.marked:
        if one.exact:
            continue
        label = "boundary" if one.overlap else "missed"
        line = f"{label:9}{gold.id}:{one.span.start}  {in_context(gold.text, one.span)}"
        instead = [other.text for other in judged.found if other.span.overlaps(one.span)]
        yield line + "".join(f"  found: {text!a}" for text in instead)
    for one in judged.found:
        if not one.overlap:
            yield f"{'false':9}{gold.id}:{one.span.start}  {in_context(gold.text, one.span)}"
