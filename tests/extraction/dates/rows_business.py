"""Sentences of business news: a Friday in November 2019 and a Thursday in February 1996."""

from __future__ import annotations

from tests.extraction.dates.notation import Row, day, hour, length, often, on

NOVEMBER: tuple[Row, ...] = on(
    "2019-11-01",
    ("Profit rose 4% in the third quarter.", day("the third quarter", "2019-Q3")),
    ("Profit will fall in the fourth quarter.", day("the fourth quarter", "2019-Q4")),
    ("Fourth-quarter profit is expected to fall.", day("Fourth-quarter", "2019-Q4")),
    (
        "Third-quarter profit rose to $5 million from $4 million a year earlier.",
        day("Third-quarter", "2019-Q3"),
        day("a year earlier", "2018-Q3"),
    ),
    (
        "Profit rose in the quarter ended Sept. 30 from the year-earlier quarter.",
        day("the quarter", "2019-Q3"),
        day("Sept. 30", "2019-09-30"),
        day("the year-earlier quarter", "2018-Q3"),
    ),
    (
        "Sales fell in the three months ended June 30.",
        length("the three months", "P3M"),
        day("June 30", "2019-06-30"),
    ),
    (
        "For the first nine months, net income was $9 million, against $7 million a year earlier.",
        length("the first nine months", "P9M"),
        day("a year earlier", "2018"),
    ),
    ("Sales grew in Q3 2018.", day("Q3 2018", "2018-Q3")),
    ("Sales grew in Q3.", day("Q3", "2019-Q3")),
    (
        "Sales grew in the second quarter of last year.",
        day("the second quarter of last year", "2018-Q2"),
    ),
    ("Sales grew last quarter.", day("last quarter", "2019-Q3")),
    ("Sales will grow next quarter.", day("next quarter", "2020-Q1")),
    ("Sales are flat in the current quarter.", day("the current quarter", "2019-Q4")),
    ("First-half profit rose.", day("First-half", "2019-H1")),
    ("Profit rose in the first half of 2018.", day("the first half of 2018", "2018-H1")),
    (
        "Profit will rise in the first half of next year.",
        day("the first half of next year", "2020-H1"),
    ),
    ("Profit rose in H1 2019.", day("H1 2019", "2019-H1")),
    ("Revenue rose in fiscal 2018.", day("fiscal 2018", "2018")),
    ("Revenue rose in the 2018 fiscal year.", day("the 2018 fiscal year", "2018")),
    ("Revenue will rise next fiscal year.", day("next fiscal year", "2020")),
    ("Revenue rose in the last financial year.", day("the last financial year", "2018")),
    ("Revenue rose in FY2018.", day("FY2018", "2018")),
    (
        "Revenue rose in the fiscal year ended March 31.",
        length("the fiscal year", "P1Y"),
        day("March 31", "2019-03-31"),
    ),
    ("The plant will close by year-end.", day("year-end", "2019", "END")),
    ("The plant will close at the end of the year.", day("the end of the year", "2019", "END")),
    ("The plant opened in mid-2017.", day("mid-2017", "2017", "MID")),
    ("The plant closed in early August.", day("early August", "2019-08", "START")),
    ("The plant will reopen in early August.", day("early August", "2020-08", "START")),
    (
        "The dividend is payable Dec. 2 to holders of record Nov. 15.",
        day("Dec. 2", "2019-12-02"),
        day("Nov. 15", "2019-11-15"),
    ),
    ("The firm reports earnings on Nov. 12.", day("Nov. 12", "2019-11-12")),
    ("The firm reported earnings on Oct. 12.", day("Oct. 12", "2019-10-12")),
    ("The shares closed at $12 on Thursday.", day("Thursday", "2019-10-31")),
    ("The shares rose 2% on Friday.", day("Friday", "2019-11-01")),
    (
        "The shares were halted at 10:15 a.m. Eastern time on Monday.",
        hour("10:15 a.m. Eastern time", "2019-10-28T10:15"),
        day("Monday", "2019-10-28"),
    ),
    ("Costs rose by 3% a year.", often("a year", "P1Y")),
    ("It pumps 9 million barrels a day.", often("a day", "P1D")),
    ("The smallest rise in a year.", length("a year", "P1Y")),
    ("Wages rose for the sixth month in a row.",),
    ("The bond matures in 30 years.", length("30 years", "P30Y")),
    ("A 30-year bond was sold.", length("30-year", "P30Y")),
    ("The two-and-a-half-year inquiry cost millions.", length("two-and-a-half-year", "P2Y6M")),
    (
        "The loan runs for at least five years.",
        length("at least five years", "P5Y", "EQUAL_OR_MORE"),
    ),
    ("The loan runs for up to five years.", length("up to five years", "P5Y", "EQUAL_OR_LESS")),
    ("The loan ran for nearly five years.", length("nearly five years", "P5Y", "LESS_THAN")),
    ("Output fell over the past 12 months.", length("the past 12 months", "P12M")),
    ("Output fell in the last 24 hours.", length("the last 24 hours", "PT24H")),
    (
        "Output fell between 2014 and 2016.",
        day("2014", "2014", None, 1),
        day("2016", "2016", None, 1),
    ),
    ("Output fell in 2009-2010.", day("2009", "2009", None, 1), day("2010", "2010", None, 1)),
    (
        "Output fell from 4 tonnes in 2014 to 3 tonnes in 2016.",
        day("2014", "2014"),
        day("2016", "2016"),
    ),
    ("The figures are published monthly.", often("monthly", "P1M")),
    ("The firm now employs 500 people.", day("now", "PRESENT_REF")),
    ("The firm recently sold its mill.", day("recently", "PAST_REF")),
)

FEBRUARY: tuple[Row, ...] = on(
    "1996-02-08",
    ("Fourth-quarter profit fell 3%.", day("Fourth-quarter", "1995-Q4")),
    ("Profit fell in the quarter.", day("the quarter", "1995-Q4")),
    ("Profit rose in December.", day("December", "1995-12")),
    ("Profit will rise in December.", day("December", "1996-12")),
    ("The firm was founded in the eighties.", day("the eighties", "198")),
    ("The firm will open in the year 2000.", day("the year 2000", "2000")),
    ("The firm opened last February.", day("last February", "1995-02")),
    ("The firm opens next March.", day("next March", "1996-03")),
    ("The firm opened in March last year.", day("March last year", "1995-03")),
    ("The stock fell overnight.", hour("overnight", "1996-02-07TNI")),
    ("The stock fell yesterday afternoon.", hour("yesterday afternoon", "1996-02-07TAF")),
    ("The fund, set up in June of that year, failed.", day("June of that year", "1996-06")),
)

ROWS = NOVEMBER + FEBRUARY
