"""Sentences of the wire and of results: a Wednesday in September 2024."""

from __future__ import annotations

from tests.extraction.dates.notation import Row, day, hour, length, often, on

SEPTEMBER: tuple[Row, ...] = on(
    "2024-09-11",
    (
        "The minister, appointed three weeks ago, said on Wednesday that talks resume next Monday.",
        day("three weeks ago", "2024-W34"),
        day("Wednesday", "2024-09-11"),
        day("next Monday", "2024-09-16"),
    ),
    ("The factory had closed two years before.", day("two years before", "2022")),
    ("She had filed for divorce six months previously.", day("six months previously", "2024-03")),
    ("The bridge opened a week prior.", day("a week prior", "2024-W36")),
    ("Several years ago the town had two theatres.", day("Several years ago", "PAST_REF")),
    ("A few weeks from now the lake will be dry.", day("A few weeks from now", "FUTURE_REF")),
    ("He came back many months later.", day("many months later", "FUTURE_REF")),
    (
        "The collection dates back more than two thousand years.",
        length("more than two thousand years", "P2000Y", "MORE_THAN"),
    ),
    ("The site is ten thousand years old.",),
    ("They have fished here for hundreds of years.", length("hundreds of years", "PXY")),
    (
        "Storms are expected mid-afternoon Thursday.",
        hour("mid-afternoon Thursday", "2024-09-12TAF", "MID"),
    ),
    ("By mid-morning the queue was a mile long.", hour("mid-morning", "2024-09-11TMO", "MID")),
    (
        "The blast happened in the early hours of Sunday.",
        hour("the early hours of Sunday", "2024-09-08TMO"),
    ),
    (
        "He was found in the early morning hours of Aug. 30.",
        hour("the early morning hours of Aug. 30", "2024-08-30TMO"),
    ),
    ("The pair married last Oct. 23 in Rome.", day("last Oct. 23", "2023-10-23")),
    ("Organisers planned a march through the capital on Saturday.", day("Saturday", "2024-09-14")),
    ("The company has extended its credit line through January.", day("January", "2025-01")),
    ("The trial will run through Nov. 8.", day("Nov. 8", "2024-11-08")),
    ("In the latest quarter, profit fell 3%.", day("the latest quarter", "2024-Q2")),
    (
        "Revenue in next year's first quarter is expected to be flat.",
        day("next year's first quarter", "2025-Q1"),
    ),
    (
        "Revenue in last year's third quarter was $2 billion.",
        day("last year's third quarter", "2023-Q3"),
    ),
    (
        "Profit was $3 million in the year-ago second quarter.",
        day("the year-ago second quarter", "2023-Q2"),
    ),
    ("The firm lost $10m in the same period last year.", day("the same period last year", "2023")),
    (
        "Sales rose 4% in the three months to June.",
        length("the three months", "P3M"),
        day("June", "2024-06"),
    ),
    (
        "Sales rose 4% in the six months through August 31.",
        length("the six months", "P6M"),
        day("August 31", "2024-08-31"),
    ),
    (
        "Inflation slowed to 2.5% in August, from 2.9% in July and 3.7% a year earlier.",
        day("August", "2024-08"),
        day("July", "2024-07"),
        day("a year earlier", "2023"),
    ),
    ("The Fed will cut rates on Sept. 18, traders said.", day("Sept. 18", "2024-09-18")),
    ("The pact expires at the end of next year.", day("the end of next year", "2025", "END")),
    ("She will step down at the end of the month.", day("the end of the month", "2024-09", "END")),
    ("He hopes to return sometime next year.", day("next year", "2025")),
    (
        "It should be finished by the middle of next week.",
        day("the middle of next week", "2024-W38", "MID"),
    ),
    (
        "The museum reopens on the third Sunday of October.",
        day("the third Sunday of October", "2024-10-20"),
    ),
    (
        "The hearing resumes at 10 a.m. on Thursday, Sept. 19.",
        hour("10 a.m.", "2024-09-19T10:00"),
        day("Thursday, Sept. 19", "2024-09-19"),
    ),
    (
        "The train left at 6:45 a.m. ET on Tuesday.",
        hour("6:45 a.m. ET", "2024-09-10T06:45"),
        day("Tuesday", "2024-09-10"),
    ),
    ("Doors open at 7.30pm tonight.", hour("7.30pm tonight", "2024-09-11T19:30")),
    (
        "The quake struck at 3:12 a.m. local time Sunday (1912 GMT Saturday).",
        hour("3:12 a.m. local time Sunday", "2024-09-08T03:12"),
        hour("1912 GMT Saturday", "2024-09-07T19:12"),
    ),
    ("Polls close at 8 p.m. Eastern.", hour("8 p.m. Eastern", "2024-09-11T20:00")),
    ("He was born on the Fourth of July, 1939.", day("the Fourth of July, 1939", "1939-07-04")),
    ("He died on New Year's Day 1953.", day("New Year's Day 1953", "1953-01-01")),
    ("The law takes effect on Jan. 1.", day("Jan. 1", "2025-01-01")),
    ("The law took effect on Jan. 1.", day("Jan. 1", "2024-01-01")),
    (
        "The law takes effect January 1, 2025, and expires Dec. 31, 2029.",
        day("January 1, 2025", "2025-01-01"),
        day("Dec. 31, 2029", "2029-12-31"),
    ),
    (
        "It was the first such ruling in more than a decade.",
        length("more than a decade", "P10Y", "MORE_THAN"),
    ),
    (
        "The 1990s were kind to the city; the early 2000s were not.",
        day("The 1990s", "199"),
        day("the early 2000s", "200", "START"),
    ),
    ("The club was founded in the mid-1880s.", day("the mid-1880s", "188", "MID")),
    ("The house is late 18th-century.", day("late 18th-century", "17", "END")),
    (
        "The chapel was built in the late 12th or early 13th century.",
        day("the late 12th", "11", "END"),
        day("early 13th century", "12", "START"),
    ),
    ("He won three titles in the 2010s.", day("the 2010s", "201")),
    (
        "Spending rose in the first nine months of the fiscal year.",
        length("the first nine months", "P9M"),
        day("the fiscal year", "2024"),
    ),
    ("It is due to be completed in Q1 2026.", day("Q1 2026", "2026-Q1")),
    (
        "He was jailed from 1998 to 2003.",
        day("1998", "1998", None, 1),
        day("2003", "2003", None, 1),
    ),
    (
        "The fair runs Sept. 20-29.",
        day("Sept. 20", "2024-09-20", None, 1),
        day("29", "2024-09-29", None, 1),
    ),
    (
        "The fair runs from Sept. 28 through Oct. 6.",
        day("Sept. 28", "2024-09-28", None, 1),
        day("Oct. 6", "2024-10-06", None, 1),
    ),
    (
        "The show airs Tuesdays and Thursdays.",
        often("Tuesdays", "XXXX-WXX-2"),
        often("Thursdays", "XXXX-WXX-4"),
    ),
    (
        "The group meets on the first Tuesday of every month.",
        often("the first Tuesday of every month", "P1M"),
    ),
    ("The tournament is held every four years.", often("every four years", "P4Y")),
    ("Every other Friday she drives to the coast.", often("Every other Friday", "XXXX-WXX-5")),
    ("The 25-year-old was arrested in the early 2020s.", day("the early 2020s", "202", "START")),
    ("A 24-hour strike hit trains.", length("24-hour", "PT24H")),
    ("The nine-month-long siege ended.", length("nine-month", "P9M")),
    ("Her four-year term ends in 2027.", length("four-year", "P4Y"), day("2027", "2027")),
    ("The 2008 crisis hit hard.", day("2008", "2008")),
    ("The 9/11 attacks killed nearly 3,000 people.", day("9/11", "2001-09-11")),
    (
        "Since the start of the year, 41 people have drowned.",
        day("the start of the year", "2024", "START"),
    ),
    ("So far this year, 41 people have drowned.", day("this year", "2024")),
    ("Earlier in the day, he met the king.",),
    ("Later that day, he met the king.", day("Later that day", "2024-09-11", "END")),
    ("Later the same month, he met the king.", day("Later the same month", "2024-09", "END")),
    ("He met the king later on Tuesday.", day("later on Tuesday", "2024-09-10", "END")),
)

ROWS = SEPTEMBER
