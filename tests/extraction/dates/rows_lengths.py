"""Durations, sets, holidays and vague references: (text, ((words, value), ...))."""

from __future__ import annotations

from tests.extraction.dates.rows import Row

DURATIONS: tuple[Row, ...] = (
    ("The strike lasted 90 days.", (("90 days", "P90D"),)),
    ("The strike lasted two and a half years.", (("two and a half years", "P2Y6M"),)),
    ("The strike lasted 2 1/2 years.", (("2 1/2 years", "P2Y6M"),)),
    ("The strike lasted half an hour.", (("half an hour", "PT30M"),)),
    ("The strike lasted a year and a half.", (("a year and a half", "P1Y6M"),)),
    ("The strike lasted a week.", (("a week", "P1W"),)),
    ("The strike lasted sixteen hours.", (("sixteen hours", "PT16H"),)),
    ("The strike lasted more than four hours.", (("more than four hours", "PT4H"),)),
    (
        "Profit rose in the six months to last June.",
        (("the six months", "P6M"), ("last June", "2024-06")),
    ),
    ("A two-week strike began.", (("two-week", "P2W"),)),
    ("The strike lasted two decades.", (("two decades", "P20Y"),)),
    ("The strike lasted for years.", (("years", "PXY"),)),
    ("Strikes were rare in recent years.", (("recent years", "PXY"),)),
    ("The strike lasted several months.", (("several months", "PXM"),)),
    ("The strike lasted a couple of days.", (("a couple of days", "P2D"),)),
    ("They struck twice in the past three weeks.", (("the past three weeks", "P3W"),)),
    ("They will strike in the next two months.", (("the next two months", "P2M"),)),
    (
        "Sales fell in the first nine months of 2024.",
        (("the first nine months", "P9M"), ("2024", "2024")),
    ),
    ("The strike began in the days before the vote.", ()),
    ("The six-year-old boy was found.", ()),
    ("The boy, 14 years old, was found.", ()),
    ("She gave him a second chance.", ()),
    ("They spent twenty-five minutes there.", (("twenty-five minutes", "PT25M"),)),
    ("They spent a hundred years there.", (("a hundred years", "P100Y"),)),
)

SETS: tuple[Row, ...] = (
    ("The council meets every week.", (("every week", "P1W"),)),
    ("The council meets every single week.", (("every single week", "P1W"),)),
    ("The council meets each month.", (("each month", "P1M"),)),
    ("The council meets every two years.", (("every two years", "P2Y"),)),
    ("The council meets every morning.", (("every morning", "XXXX-XX-XXTMO"),)),
    ("The council meets each Thursday.", (("each Thursday", "XXXX-WXX-4"),)),
    ("The council meets on Tuesdays.", (("Tuesdays", "XXXX-WXX-2"),)),
    ("The council meets every Friday night.", (("every Friday night", "XXXX-WXX-5TNI"),)),
    ("The council meets twice a week.", (("twice a week", "P1W"),)),
    ("The council meets daily.", (("daily", "P1D"),)),
    ("The council meets on weekends.", (("weekends", "XXXX-WXX-WE"),)),
    ("The council meets every summer.", (("every summer", "XXXX-SU"),)),
)

HOLIDAYS: tuple[Row, ...] = (
    ("They met on Christmas Day 2021.", (("Christmas Day 2021", "2021-12-25"),)),
    ("They met on Christmas Eve.", (("Christmas Eve", "2024-12-24"),)),
    ("They will meet on Thanksgiving.", (("Thanksgiving", "2025-11-27"),)),
    ("They met on Good Friday.", (("Good Friday", "2025-04-18"),)),
    ("They met on Easter Sunday 2024.", (("Easter Sunday 2024", "2024-03-31"),)),
    ("They will meet on Labor Day.", (("Labor Day", "2025-09-01"),)),
    ("They will meet on the Fourth of July.", (("the Fourth of July", "2025-07-04"),)),
)

REFERENCES: tuple[Row, ...] = (
    ("The firm now has two plants.", (("now", "PRESENT_REF"),)),
    ("The firm currently has two plants.", (("currently", "PRESENT_REF"),)),
    ("The firm recently built two plants.", (("recently", "PAST_REF"),)),
    ("The firm built plants in the past.", (("the past", "PAST_REF"),)),
    ("The firm has plans for the near future.", (("the near future", "FUTURE_REF"),)),
    ("The current chief has already left.", ()),
    ("Her daughter will one day run the firm.", (("one day", "FUTURE_REF"),)),
    ("The repair took one day.", (("one day", "P1D"),)),
    ("It may take a year or two.", (("a year or two", "PXY"),)),
    ("The plant closed a year or two ago.", (("a year or two ago", "PAST_REF"),)),
    ("She left a week or so ago.", (("a week or so ago", "2025-W20"),)),
)

ROWS = DURATIONS + SETS + HOLIDAYS + REFERENCES
