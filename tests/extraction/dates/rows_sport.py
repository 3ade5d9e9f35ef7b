"""Sentences of sports news: a Saturday in August, a Monday between the years."""

from __future__ import annotations

from tests.extraction.dates.notation import Row, day, hour, length, often, on

AUGUST: tuple[Row, ...] = on(
    "2024-08-10",
    ("Rovers play Athletic on Tuesday.", day("Tuesday", "2024-08-13")),
    ("Rovers host Athletic on Wednesday night.", hour("Wednesday night", "2024-08-14TNI")),
    ("Rovers beat Athletic on Wednesday night.", hour("Wednesday night", "2024-08-07TNI")),
    ("Rovers reached the quarter-finals on Friday.", day("Friday", "2024-08-09")),
    ("They scored twice in the first half.",),
    ("They scored 21 points in the fourth quarter and held on.",),
    (
        "The match kicks off at 3 on Sunday afternoon.",
        hour("3 on Sunday afternoon", "2024-08-11T15:00"),
    ),
    (
        "The match kicks off at 7.45pm on Monday.",
        hour("7.45pm", "2024-08-12T19:45"),
        day("Monday", "2024-08-12"),
    ),
    ("The match kicked off at 12.30pm.", hour("12.30pm", "2024-08-10T12:30")),
    ("The race starts at 0900 BST.", hour("0900 BST", "2024-08-10T09:00")),
    ("He broke his leg last winter.", day("last winter", "2023-WI")),
    ("He broke his leg in the spring.", day("the spring", "2024-SP")),
    ("He will return in the spring.", day("the spring", "2025-SP")),
    ("He will return in the autumn.", day("the autumn", "2024-FA")),
    ("She won gold this summer.", day("this summer", "2024-SU")),
    ("She plans to retire next summer.", day("next summer", "2025-SU")),
    ("She retired in the summer of 2012.", day("the summer of 2012", "2012-SU")),
    ("The club was founded in the late 19th century.", day("the late 19th century", "18", "END")),
    ("The club was sold three months ago.", day("three months ago", "2024-05")),
    ("The club was sold the previous month.", day("the previous month", "2024-07")),
    ("The coach left six weeks ago.", day("six weeks ago", "2024-W26")),
    ("The coach leaves in ten days.", length("ten days", "P10D")),
    ("The coach will be out for the next six weeks.", length("the next six weeks", "P6W")),
    ("The coach has been out for the past three weeks.", length("the past three weeks", "P3W")),
    ("The team trains every morning.", often("every morning", "XXXX-XX-XXTMO")),
    (
        "The team trains on Tuesdays and Fridays.",
        often("Tuesdays", "XXXX-WXX-2"),
        often("Fridays", "XXXX-WXX-5"),
    ),
    ("The team trains three times a week.", often("three times a week", "P1W")),
    ("The team trains every weekend.", often("every weekend", "XXXX-WXX-WE")),
    ("Both teams play this weekend.", day("this weekend", "2024-W32-WE")),
    ("Both teams play at the weekend.", day("the weekend", "2024-W32-WE")),
    ("Both teams lost last weekend.", day("last weekend", "2024-W31-WE")),
    (
        "The tournament runs from 12 to 18 August.",
        day("12", "2024-08-12", None, 1),
        day("18 August", "2024-08-18", None, 1),
    ),
    (
        "The season runs from September to May.",
        day("September", "2024-09", None, 1),
        day("May", "2025-05", None, 1),
    ),
    (
        "She won on Thursday and again the following day.",
        day("Thursday", "2024-08-08"),
        day("the following day", "2024-08-09"),
    ),
    (
        "He signed in 2019 and left two years later.",
        day("2019", "2019"),
        day("two years later", "2021"),
    ),
    (
        "He made his debut on 4 May 2019. That night he scored.",
        day("4 May 2019", "2019-05-04"),
        hour("That night", "2019-05-04TNI"),
    ),
)

TURN_OF_YEAR: tuple[Row, ...] = on(
    "2024-12-30",
    ("The derby is on New Year's Day.", day("New Year's Day", "2025-01-01")),
    ("They lost on Boxing Day.", day("Boxing Day", "2024-12-26")),
    ("They last won on Christmas Eve.", day("Christmas Eve", "2024-12-24")),
    ("They will play again on Easter Monday.", day("Easter Monday", "2025-04-21")),
    ("They lost over the weekend.", day("the weekend", "2024-W52-WE")),
    ("They play at the weekend.", day("the weekend", "2025-W01-WE")),
    ("They lost on Saturday.", day("Saturday", "2024-12-28")),
    ("They face a rematch on Saturday.", day("Saturday", "2025-01-04")),
    ("They will play in January.", day("January", "2025-01")),
    ("They signed him in January.", day("January", "2024-01")),
    ("They meet again on January 3.", day("January 3", "2025-01-03")),
    ("They signed him last week.", day("last week", "2024-W52")),
    ("They will sign him this week.", day("this week", "2025-W01")),
    ("They won the cup this year.", day("this year", "2024")),
    ("They hope to win the cup next year.", day("next year", "2025")),
    ("They last won it in the seventies.", day("the seventies", "197")),
    ("They last won it in '98.", day("'98", "1998")),
    ("The squad flew out yesterday evening.", hour("yesterday evening", "2024-12-29TEV")),
    ("The squad flies out at dawn tomorrow.", day("tomorrow", "2024-12-31")),
    (
        "The win ended a five-match losing run that began in late October.",
        day("late October", "2024-10", "END"),
    ),
    ("The ground is open daily.", often("daily", "P1D")),
)

ROWS = AUGUST + TURN_OF_YEAR
