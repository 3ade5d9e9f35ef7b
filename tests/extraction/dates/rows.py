"""Sentences and the date expressions in them: (text, ((words, value), ...)).

The publication day is Tuesday, 20 May 2025, in all of them.
"""

Row = tuple[str, tuple[tuple[str, str], ...]]

DAYS: tuple[Row, ...] = (
    ("The mayor resigned on 4 March 2024.", (("4 March 2024", "2024-03-04"),)),
    ("The mayor resigned on March 4, 2024.", (("March 4, 2024", "2024-03-04"),)),
    ("The mayor resigned on the 4th of March, 2024.", (("the 4th of March, 2024", "2024-03-04"),)),
    ("Sept. 27, 2019, was a long day.", (("Sept. 27, 2019", "2019-09-27"),)),
    ("They met on Friday, May 16, 2025.", (("Friday, May 16, 2025", "2025-05-16"),)),
    ("They met on Tuesday, May 6.", (("Tuesday, May 6", "2025-05-06"),)),
    ("The bridge closed on May 5.", (("May 5", "2025-05-05"),)),
    ("The bridge will reopen on June 3.", (("June 3", "2025-06-03"),)),
    ("The bridge will reopen on Jan. 3.", (("Jan. 3", "2026-01-03"),)),
    ("The bridge closed on Dec. 3.", (("Dec. 3", "2024-12-03"),)),
    ("The vote was held on May 20.", (("May 20", "2025-05-20"),)),
    ("Snow fell on the 12th of January.", (("the 12th of January", "2025-01-12"),)),
    ("The dam broke on 2024-11-30.", (("2024-11-30", "2024-11-30"),)),
    ("Filed: 11/30/2024 in court.", (("11/30/2024", "2024-11-30"),)),
    ("Filed: 30/11/2024 in court.", (("30/11/2024", "2024-11-30"),)),
    ("Filed: 30.11.2024 in court.", (("30.11.2024", "2024-11-30"),)),
    ("Filed: 11/30/98 in court.", (("11/30/98", "1998-11-30"),)),
    ("The talks ran from April 24 to 25.", (("April 24", "2025-04-24"), ("25", "2025-04-25"))),
    (
        "The fair was held on 6-7 January 2016.",
        (("6", "2016-01-06"), ("7 January 2016", "2016-01-07")),
    ),
    (
        "The fair was held on March 5-9, 2018.",
        (("March 5", "2018-03-05"), ("9, 2018", "2018-03-09")),
    ),
    (
        "It was built between January 12 and January 16, 1936.",
        (("January 12", "1936-01-12"), ("January 16, 1936", "1936-01-16")),
    ),
    (
        "They marched on the 28 and 29 August 1918.",
        (("the 28", "1918-08-28"), ("29 August 1918", "1918-08-29")),
    ),
    (
        "He was born in March 1996. On the 21st, he died.",
        (("March 1996", "1996-03"), ("the 21st", "1996-03-21")),
    ),
    ("The team arrives the day after tomorrow.", (("the day after tomorrow", "2025-05-22"),)),
    ("The team arrived the day before yesterday.", (("the day before yesterday", "2025-05-18"),)),
    ("The team arrived yesterday.", (("yesterday", "2025-05-19"),)),
    ("The team arrives tomorrow.", (("tomorrow", "2025-05-21"),)),
    ("The team said today it was ready.", (("today", "2025-05-20"),)),
    ("It was signed in Lima on 31 April 2024.", ()),
    ("It was signed in Lima on February 30.", ()),
)

WEEKDAYS: tuple[Row, ...] = (
    ("The minister resigned on Friday.", (("Friday", "2025-05-16"),)),
    ("The minister resigned Tuesday.", (("Tuesday", "2025-05-20"),)),
    ("The minister will resign on Friday.", (("Friday", "2025-05-23"),)),
    ("The minister is expected to resign on Friday.", (("Friday", "2025-05-23"),)),
    ("The court is scheduled to rule on Thursday.", (("Thursday", "2025-05-22"),)),
    ("The minister said Monday that he would go.", (("Monday", "2025-05-19"),)),
    ("The minister resigned last Friday.", (("last Friday", "2025-05-16"),)),
    ("The minister resigned last Tuesday.", (("last Tuesday", "2025-05-13"),)),
    ("The minister will speak next Thursday.", (("next Thursday", "2025-05-29"),)),
    ("The minister will speak this Thursday.", (("this Thursday", "2025-05-22"),)),
    ("The minister speaks this coming Sunday.", (("this coming Sunday", "2025-05-25"),)),
    ("The minister spoke on Wednesday of last week.", (("Wednesday of last week", "2025-05-14"),)),
    ("Friday's vote was close.", (("Friday", "2025-05-16"),)),
    ("The minister spoke on Friday afternoon.", (("Friday afternoon", "2025-05-16TAF"),)),
    ("The minister spoke late Monday.", (("late Monday", "2025-05-19"),)),
    ("She told the Sunday Times she was ready.", ()),
)

MONTHS: tuple[Row, ...] = (
    ("Prices fell in May 2010.", (("May 2010", "2010-05"),)),
    ("Prices fell in February of 2010.", (("February of 2010", "2010-02"),)),
    ("Prices fell in April.", (("April", "2025-04"),)),
    ("Prices fell in September.", (("September", "2024-09"),)),
    ("Prices will fall in September.", (("September", "2025-09"),)),
    ("Prices will fall in February.", (("February", "2026-02"),)),
    ("Prices fell in early December.", (("early December", "2024-12"),)),
    ("Prices fell in mid-March.", (("mid-March", "2025-03"),)),
    ("Prices fell last July.", (("last July", "2024-07"),)),
    ("Prices will fall next July.", (("next July", "2025-07"),)),
    ("Prices fell in July last year.", (("July last year", "2024-07"),)),
    ("Prices fell in January this year.", (("January this year", "2025-01"),)),
    ("Prices fell at the end of March.", (("the end of March", "2025-03"),)),
    ("Prices fell in May.", (("May", "2025-05"),)),
    ("May said she would stay.", ()),
    ("You may march to the square.", ()),
    ("Thousands joined the Long March to the sea.", ()),
    (
        "Rain fell in April and June 1955.",
        (("April", "1955-04"), ("June 1955", "1955-06")),
    ),
    (
        "Rain fell in January nineteen ninety-seven.",
        (("January nineteen ninety-seven", "1997-01"),),
    ),
)

UNITS: tuple[Row, ...] = (
    ("The bank failed last week.", (("last week", "2025-W20"),)),
    ("The bank failed this week.", (("this week", "2025-W21"),)),
    ("The bank will open next week.", (("next week", "2025-W22"),)),
    ("The bank failed last month.", (("last month", "2025-04"),)),
    ("The bank will open next month.", (("next month", "2025-06"),)),
    ("The bank failed last year.", (("last year", "2024"),)),
    ("The bank failed earlier this year.", (("earlier this year", "2025"),)),
    ("The bank will open later this month.", (("later this month", "2025-05"),)),
    ("The bank failed over the weekend.", (("the weekend", "2025-W20-WE"),)),
    ("The bank failed last weekend.", (("last weekend", "2025-W20-WE"),)),
    ("The bank will open next weekend.", (("next weekend", "2025-W22-WE"),)),
    ("The bank failed last quarter.", (("last quarter", "2025-Q1"),)),
    ("The bank grew in this decade.", (("this decade", "202"),)),
    ("The bank grew in the last century.", (("the last century", "19"),)),
    ("The bank must pay by the end of the year.", (("the end of the year", "2025"),)),
    ("The bank must pay by year-end.", (("year-end", "2025"),)),
    ("The bank must pay by the end of the month.", (("the end of the month", "2025-05"),)),
    ("The hearing is set for the week of June 9.", (("the week of June 9", "2025-W24"),)),
)

DISTANCES: tuple[Row, ...] = (
    ("The bank failed four years ago.", (("four years ago", "2021"),)),
    ("The bank failed two months ago.", (("two months ago", "2025-03"),)),
    ("The bank failed three weeks ago.", (("three weeks ago", "2025-W18"),)),
    ("The bank failed ten days ago.", (("ten days ago", "2025-05-10"),)),
    ("The bank failed a decade ago.", (("a decade ago", "2015"),)),
    ("The bank failed two decades ago.", (("two decades ago", "200"),)),
    ("The bank failed half a century ago.", (("half a century ago", "1975"),)),
    ("The bank failed a year ago.", (("a year ago", "2024"),)),
    ("The bank failed nearly two years ago.", (("nearly two years ago", "2023"),)),
    ("The bank will open two weeks from now.", (("two weeks from now", "2025-W23"),)),
    (
        "He was born on May 22, 1995, and left the following year.",
        (("May 22, 1995", "1995-05-22"), ("the following year", "1996")),
    ),
    (
        "He arrived on 3 June 2010. Two days later, he left.",
        (("3 June 2010", "2010-06-03"), ("Two days later", "2010-06-05")),
    ),
    (
        "He arrived on 3 June 2010. The next day he left.",
        (("3 June 2010", "2010-06-03"), ("The next day", "2010-06-04")),
    ),
    (
        "He arrived on 3 June 2010 and left that day.",
        (("3 June 2010", "2010-06-03"), ("that day", "2010-06-03")),
    ),
    (
        "He arrived in 2010. Two years earlier, he had left.",
        (("2010", "2010"), ("Two years earlier", "2008")),
    ),
    (
        "Sales fell in 1998, from the year before.",
        (("1998", "1998"), ("the year before", "1997")),
    ),
    (
        "He arrived in March 1989; the following month, he left.",
        (("March 1989", "1989-03"), ("the following month", "1989-04")),
    ),
)

QUARTERS: tuple[Row, ...] = (
    ("Profit rose in the third quarter of 2023.", (("the third quarter of 2023", "2023-Q3"),)),
    ("Profit rose in the third quarter.", (("the third quarter", "2024-Q3"),)),
    ("First-quarter profit rose.", (("First-quarter", "2025-Q1"),)),
    ("Profit rose in Q2 2024.", (("Q2 2024", "2024-Q2"),)),
    ("Profit rose in the second half of 2024.", (("the second half of 2024", "2024-H2"),)),
    ("Profit rose in the first half of the year.", (("the first half of the year", "2025-H1"),)),
    ("Profit rose in fiscal 2024.", (("fiscal 2024", "2024"),)),
    ("Profit will rise this fiscal year.", (("this fiscal year", "2025"),)),
    (
        "First-quarter profit rose to 5 million from 4 million a year ago.",
        (("First-quarter", "2025-Q1"), ("a year ago", "2024-Q1")),
    ),
    (
        "First-quarter profit rose from the year-earlier period.",
        (("First-quarter", "2025-Q1"), ("the year-earlier period", "2024-Q1")),
    ),
    (
        "First-quarter profit rose. Sales in the quarter fell.",
        (("First-quarter", "2025-Q1"), ("the quarter", "2025-Q1")),
    ),
    (
        "Profit rose in the year ended June 30, 2024.",
        (("the year", "P1Y"), ("June 30, 2024", "2024-06-30")),
    ),
    ("Three-quarters of the fields were dry.", ()),
)

YEARS: tuple[Row, ...] = (
    ("The law dates from 2022.", (("2022", "2022"),)),
    ("It was built in the 1970s.", (("the 1970s", "197"),)),
    ("It was built in the '80s.", (("the '80s", "198"),)),
    ("It was built in the nineties.", (("the nineties", "199"),)),
    ("It was built in the early 1990s.", (("the early 1990s", "199"),)),
    ("She was in her 30s when she left.", ()),
    ("It was built in the 11th century.", (("the 11th century", "10"),)),
    ("It was built in the twentieth century.", (("the twentieth century", "19"),)),
    ("It was built in 480 BC.", (("480 BC", "BC0480"),)),
    ("It was built in the year two thousand.", (("the year two thousand", "2000"),)),
    ("It was built in nineteen ninety-one.", (("nineteen ninety-one", "1991"),)),
    ("It ran between 2014 and 2016.", (("2014", "2014"), ("2016", "2016"))),
    ("It ran from 2009-2010.", (("2009", "2009"), ("2010", "2010"))),
    ("It ran in 1995-96.", (("1995", "1995"), ("96", "1996"))),
    ("It will last until 2030 or later.", (("2030 or later", "2030"),)),
    ("The city sent 2000 troops.", ()),
    ("The city paid $2024 for it.", ()),
    ("The city has 1,950 lamps.", ()),
)

SEASONS: tuple[Row, ...] = (
    ("It rained last summer.", (("last summer", "2024-SU"),)),
    ("It rained in the summer of 2016.", (("the summer of 2016", "2016-SU"),)),
    ("It rained in summer 2016.", (("summer 2016", "2016-SU"),)),
    ("It will rain next winter.", (("next winter", "2025-WI"),)),
    ("It rained this spring.", (("this spring", "2025-SP"),)),
    ("It rained last fall.", (("last fall", "2024-FA"),)),
    ("The fall of the city shocked them.", ()),
    (
        "It rained in the summer and autumn of 1918.",
        (("the summer", "1918-SU"), ("autumn of 1918", "1918-FA")),
    ),
)

CLOCKS: tuple[Row, ...] = (
    (
        "The vote began on Friday at 10:30 p.m.",
        (("Friday", "2025-05-16"), ("10:30 p.m.", "2025-05-16T22:30")),
    ),
    ("The vote began at 7:15 a.m. Monday.", (("7:15 a.m. Monday", "2025-05-19T07:15"),)),
    ("The vote began at 7 pm on Monday.", (("7 pm", "2025-05-19T19:00"), ("Monday", "2025-05-19"))),
    ("The offer ends at 5 p.m. EST, June 6.", (("5 p.m. EST, June 6", "2025-06-06T17:00"),)),
    ("The vote began at 14:30 GMT.", (("14:30 GMT", "2025-05-20T14:30"),)),
    ("The vote began at 0735 GMT.", (("0735 GMT", "2025-05-20T07:35"),)),
    ("The vote began at noon.", (("noon", "2025-05-20T12:00"),)),
    ("The vote ended at midnight Friday.", (("midnight Friday", "2025-05-16T24:00"),)),
    (
        "The vote began at four o'clock in the afternoon.",
        (("four o'clock in the afternoon", "2025-05-20T16:00"),),
    ),
    ("The vote began at 4 in the morning.", (("4 in the morning", "2025-05-20T04:00"),)),
    ("The vote began this morning.", (("this morning", "2025-05-20TMO"),)),
    ("The vote began last night.", (("last night", "2025-05-19TNI"),)),
    ("The vote begins tonight.", (("tonight", "2025-05-20TNI"),)),
    ("The vote begins tomorrow evening.", (("tomorrow evening", "2025-05-21TEV"),)),
    ("It fell on the night of 20 June 1791.", (("the night of 20 June 1791", "1791-06-20TNI"),)),
    ("Log: 2025-05-16T10:30:00Z ok.", (("2025-05-16T10:30:00Z", "2025-05-16T10:30:00Z"),)),
    ("The home side won 3:2 on penalties.", ()),
)

ROWS = DAYS + WEEKDAYS + MONTHS + UNITS + DISTANCES + QUARTERS + YEARS + SEASONS + CLOCKS
