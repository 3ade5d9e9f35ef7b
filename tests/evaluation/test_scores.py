import pytest

from articles.evaluation.scores import Score, Share, b_cubed, calibrate
from articles.evaluation.tables import Table, calibration_table, in_context, percents
from articles.extraction.types import Span


def test_precision_and_recall_are_shares_of_their_own_sides() -> None:
    score = Score(right=1, found=2, hit=2, wanted=8)
    assert (score.precision, score.recall) == (0.5, 0.25)
    assert score.f1 == pytest.approx(1 / 3)


def test_nothing_found_and_nothing_wanted_divide_by_nothing() -> None:
    assert Score(0, 0, 0, 0).as_json() == {"precision": 0.0, "recall": 0.0, "f1": 0.0}
    assert percents(Score(0, 0, 0, 0)) == ["-", "-", "-"]
    assert percents(Score(0, 0, 0, 3)) == ["0.0", "0.0", "0.0"]


def test_b_cubed_of_two_clusters_that_were_thrown_together() -> None:
    """Of three items in one found cluster two belong together."""
    score = b_cubed([("a", 1), ("a", 1), ("b", 1)])
    assert score.precision == pytest.approx((2 / 3 + 2 / 3 + 1 / 3) / 3)
    assert score.recall == 1.0


def test_b_cubed_of_a_cluster_that_was_split() -> None:
    score = b_cubed([("a", 1), ("a", 1), ("a", 2), ("b", 3)])
    assert score.precision == 1.0
    assert score.recall == pytest.approx((2 / 3 + 2 / 3 + 1 / 3 + 1) / 4)


def test_b_cubed_of_nothing() -> None:
    assert b_cubed([]).f1 == 0.0


def test_confidence_falls_into_the_tenth_that_it_begins() -> None:
    tenths = calibrate([(0.0, False), (0.3, True), (0.89, True), (0.9, True), (1.0, False)])
    assert tenths[0] == Share(0, 1)
    assert tenths[3] == Share(1, 1)
    assert tenths[8] == Share(1, 1)
    assert tenths[9] == Share(1, 2)
    assert sum(share.whole for share in tenths) == 5


def test_a_calibration_table_leaves_out_empty_tenths() -> None:
    table = str(calibration_table(calibrate([(0.85, True), (0.85, False)])))
    assert table.splitlines()[1:] == ["0.8 to 0.9  2     50.0"]


def test_labels_stand_left_and_figures_right() -> None:
    assert str(Table(("name", "n"), [("a", "10"), ("bcdef", "5")])) == (
        "name    n\na      10\nbcdef   5"
    )


def test_a_place_is_shown_on_one_line() -> None:
    assert in_context("Then\n\nAna Reyes\nspoke.", Span(6, 15)) == "Then [Ana Reyes] spoke."
