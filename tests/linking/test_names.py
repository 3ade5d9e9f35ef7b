"""Which names may be one person's."""

from __future__ import annotations

import pytest

from articles.linking.names import Agreement, Rarity, agreement, block, full_name, is_fuller, rarity

ROWS = [
    ("Ana Reyes", "ana REYES", Agreement.FULL),
    ("Harold J. Okonkwo", "Harold Okonkwo", Agreement.FULL),
    ("Lucía Quintero", "Lucia Quintero", Agreement.FULL),
    ("Robert Voss", "Bob Voss", Agreement.SHORT),
    ("J. P. Voss", "John Paul Voss", Agreement.SHORT),
    ("Maria del Carmen", "Maria del Carmen Ruiz", Agreement.SHORT),
    ("Quintero", "Lucía Quintero", Agreement.LONE),
    ("Beauvoir", "Hélène de Beauvoir", Agreement.LONE),
    ("Oduya", "Oduya", Agreement.SAME_LONE),
    ("Muammar Gaddafi", "Moammar Qaddafi", Agreement.SPELLING),
    ("Mykhaylo Reyes", "Mikhailo Reyes", Agreement.SPELLING),
    ("Volodymyr Hrushko", "Volodimir Hrushko", Agreement.SPELLING),
    ("Ana Reyes", "Tom Reyes", None),
    ("Ana Reyes", "Ana Okafor", None),
    ("Paul Marsh Jr.", "Paul Marsh Sr.", None),
    ("Paul A. Marsh", "Paul B. Marsh", None),
    ("Ana", "Ana Reyes", None),
]


@pytest.mark.parametrize(("one", "other", "expected"), ROWS)
def test_agreement_is_the_same_both_ways(one: str, other: str, expected: Agreement | None) -> None:
    assert agreement(one, other) is expected
    assert agreement(other, one) is expected


@pytest.mark.parametrize(("one", "other", "expected"), ROWS)
def test_names_that_agree_share_a_block(one: str, other: str, expected: Agreement | None) -> None:
    if expected not in (None, Agreement.SHORT):
        assert block(one) == block(other)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("John Smith", Rarity.COMMON),
        ("John Q. Smith", Rarity.USUAL),
        ("Ptolemy Smith", Rarity.USUAL),
        ("Lucía Quintero", Rarity.RARE),
        ("Smith", Rarity.COMMON),
        ("Quintero", Rarity.USUAL),
    ],
)
def test_how_rare_a_name_is(name: str, expected: Rarity) -> None:
    assert rarity(name) is expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Edwin “Buzz” Aldrin", "edwin aldrin"),
        ("Pele", ""),
        ("Xi Jinping", "jinping xi"),
        ("?", ""),
    ],
)
def test_the_full_name_is_given_and_family_name(name: str, expected: str) -> None:
    assert full_name(name) == expected


def test_a_name_without_a_letter_has_a_block() -> None:
    assert block("陈") == "陈"
    assert block("!")


@pytest.mark.parametrize(
    ("name", "present", "expected"),
    [
        ("Lucía Quintero", "Quintero", True),
        ("Lucía M. Quintero", "Lucía Quintero", True),
        ("Lucía Quintero Vega", "L. Quintero", True),
        ("Rebuking Lucía Quintero", "Lucía Quintero", False),
        ("Lucía Quintero", "Lucía Quintero", False),
    ],
)
def test_a_fuller_name_keeps_the_given_name(name: str, present: str, expected: bool) -> None:
    assert is_fuller(name, present) is expected
