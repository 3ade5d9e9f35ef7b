"""Publication day, ranges, mods, confidence, and what holds of any text."""

from __future__ import annotations

from datetime import date

import pytest
from spacy.language import Language

from articles.extraction.dates import find_dates
from articles.extraction.dates.timex import is_valid
from articles.extraction.types import DateExpression, TimexMod, TimexType
from tests.extraction.dates import rows, rows_lengths

ALL = rows.ROWS + rows_lengths.ROWS
TUESDAY = date(2025, 5, 20)


def only(nlp: Language, text: str, published: date | None = TUESDAY) -> DateExpression:
    (expression,) = find_dates(nlp(text), published)
    return expression


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The mayor resigned on Friday.", "XXXX-WXX-5"),
        ("The mayor resigned on Friday night.", "XXXX-WXX-5TNI"),
        ("The mayor resigned yesterday.", "XXXX-XX-XX"),
        ("The mayor resigned last night.", "XXXX-XX-XXTNI"),
        ("The mayor resigned last week.", "XXXX-WXX"),
        ("The mayor resigned over the weekend.", "XXXX-WXX-WE"),
        ("The mayor resigned last month.", "XXXX-XX"),
        ("The mayor resigned last year.", "XXXX"),
        ("The mayor resigned in May.", "XXXX-05"),
        ("The mayor resigned last May.", "XXXX-05"),
        ("The mayor resigned on May 5.", "XXXX-05-05"),
        ("The mayor resigned last summer.", "XXXX-SU"),
        ("The mayor resigned at 10:30 p.m.", "XXXX-XX-XXT22:30"),
        ("The mayor resigned at 9 a.m. Monday.", "XXXX-WXX-1T09:00"),
        ("The mayor resigned three years ago.", "XXXX"),
        ("The mayor resigned on Christmas Eve.", "XXXX-12-24"),
        ("Profit rose in the third quarter.", "XXXX-Q3"),
    ],
)
def test_without_a_publication_day_a_relative_value_stays_open(
    nlp: Language, text: str, value: str
) -> None:
    expression = only(nlp, text, published=None)
    assert (expression.value, expression.earliest, expression.latest) == (value, None, None)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It opened in 2022.", "2022"),
        ("It opened in May 2010.", "2010-05"),
        ("It opened on May 5, 2010.", "2010-05-05"),
        ("It opened in the 1970s.", "197"),
    ],
)
def test_without_a_publication_day_an_absolute_value_is_resolved(
    nlp: Language, text: str, value: str
) -> None:
    expression = only(nlp, text, published=None)
    assert expression.value == value
    assert expression.earliest is not None


@pytest.mark.parametrize(
    ("text", "mod", "earliest", "latest"),
    [
        ("It opened on Friday.", None, "2025-05-16", "2025-05-16"),
        ("It opened last week.", None, "2025-05-12", "2025-05-18"),
        ("It opened last weekend.", None, "2025-05-17", "2025-05-18"),
        ("It opened in April.", None, "2025-04-01", "2025-04-30"),
        ("It opened in early April.", "START", "2025-04-01", "2025-04-10"),
        ("It opened in mid-April.", "MID", "2025-04-11", "2025-04-20"),
        ("It opened in late April.", "END", "2025-04-21", "2025-04-30"),
        ("It opened at the beginning of 2021.", "START", "2021-01-01", "2021-05-01"),
        ("It opened at the end of 2021.", "END", "2021-09-02", "2021-12-31"),
        ("It opened in the second quarter of 2021.", None, "2021-04-01", "2021-06-30"),
        ("It opened in the second half of 2021.", None, "2021-07-01", "2021-12-31"),
        ("It opened in the summer of 2021.", None, "2021-06-01", "2021-08-31"),
        ("It opened in the winter of 2021.", None, "2021-12-01", "2022-02-28"),
        ("It opened in the 1990s.", None, "1990-01-01", "1999-12-31"),
        ("It opened in the 19th century.", None, "1800-01-01", "1899-12-31"),
        ("It opened on Friday evening.", None, "2025-05-16", "2025-05-16"),
        ("It opened about four years ago.", "APPROX", "2021-01-01", "2021-12-31"),
        ("It opened more than four years ago.", "BEFORE", None, None),
        ("It stays until 2030 or later.", "ON_OR_AFTER", "2030-01-01", "2030-12-31"),
        ("It stayed for more than four years.", "MORE_THAN", None, None),
        ("It stayed for at least four years.", "EQUAL_OR_MORE", None, None),
        ("It stayed for nearly four years.", "LESS_THAN", None, None),
        ("It is closed now.", None, None, None),
        ("It opens every Friday.", None, None, None),
    ],
)
def test_range_of_days(
    nlp: Language, text: str, mod: str | None, earliest: str | None, latest: str | None
) -> None:
    expression = only(nlp, text)
    assert expression.mod == (mod and TimexMod(mod))
    assert expression.earliest == (date.fromisoformat(earliest) if earliest else None)
    assert expression.latest == (date.fromisoformat(latest) if latest else None)


@pytest.mark.parametrize(
    ("text", "timex_type"),
    [
        ("It opened on Friday.", TimexType.DATE),
        ("It opened on Friday night.", TimexType.TIME),
        ("It opened at 10:30 p.m.", TimexType.TIME),
        ("It stayed for four years.", TimexType.DURATION),
        ("It opens every Friday.", TimexType.SET),
        ("It opens daily.", TimexType.SET),
    ],
)
def test_type(nlp: Language, text: str, timex_type: TimexType) -> None:
    assert only(nlp, text).timex_type is timex_type


def test_an_ambiguous_direction_lowers_the_confidence(nlp: Language) -> None:
    clear = only(nlp, "The court ruled on March 4, 2024.")
    by_tense = only(nlp, "The court ruled on March 4.")
    open_ = only(nlp, "The March 4 ruling.")
    assert clear.confidence > by_tense.confidence > open_.confidence


def test_a_future_date_nearby_beats_a_past_one_a_year_ago(nlp: Language) -> None:
    assert only(nlp, "The firm announced a dividend payable May 28.").value == "2025-05-28"


def test_a_history_counts_from_the_date_mentioned_last(nlp: Language) -> None:
    text = (
        "The siege began on 2 March 1911. In April, the town fell. In 1912, trade revived, "
        "and by October the port was open. The flood of 5 June 1913 ended it. On 9 July, the "
        "last ship left. In 1914, a wall was built. In December, it cracked. The next month, "
        "it fell. In 1916, it was rebuilt."
    )
    values = [one.value for one in find_dates(nlp(text), TUESDAY)]
    assert values == [
        *("1911-03-02", "1911-04", "1912", "1912-10", "1913-06-05", "1913-07-09"),
        *("1914", "1914-12", "1915-01", "1916"),
    ]


def test_news_that_mentions_old_years_still_counts_from_its_publication(nlp: Language) -> None:
    text = "The firm, founded in 1911, bought a rival in 1950 and 1961. It said Monday it was sold."
    assert find_dates(nlp(text), TUESDAY)[-1].value == "2025-05-19"


def test_a_date_runs_across_a_line_break_but_not_across_a_blank_line(nlp: Language) -> None:
    assert only(nlp, "It opened on May\n5, 2010.").value == "2010-05-05"
    assert [one.value for one in find_dates(nlp("Closed in May\n\n2010 was dry."), TUESDAY)] == [
        "2025-05",
        "2010",
    ]


def test_an_empty_text_has_no_dates(nlp: Language) -> None:
    assert find_dates(nlp(""), TUESDAY) == ()


@pytest.mark.parametrize("published", [date.min, date.max, date(1, 3, 1), date(9999, 12, 1)])
def test_the_ends_of_the_calendar_do_not_crash(nlp: Language, published: date) -> None:
    text = ". ".join(row for row, _ in ALL) + " It fell 9000 years ago and 9000 years later."
    for expression in find_dates(nlp.make_doc(text), published):
        assert is_valid(expression.value)
