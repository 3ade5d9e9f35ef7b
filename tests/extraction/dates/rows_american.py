"""American police reports, sport, markets, weather and profiles: a Wednesday in May 2019."""

from __future__ import annotations

from tests.extraction.dates.notation import Row, day, hour, length, often, on

MAY: tuple[Row, ...] = on(
    "2019-05-15",
    (
        "The Senate voted Tuesday to confirm him, two days after he withdrew.",
        day("Tuesday", "2019-05-14"),
        length("two days", "P2D"),
    ),
    ("The Senate is likely to vote as early as Thursday.", day("Thursday", "2019-05-16")),
    ("A vote could come as soon as this weekend.", day("this weekend", "2019-W20-WE")),
    (
        "The House will return from recess the week of June 3.",
        day("the week of June 3", "2019-W23"),
    ),
    ("The House returns the week after next.", day("the week after next", "2019-W22")),
    (
        "Court papers filed late Monday show he was paid through 2021.",
        day("late Monday", "2019-05-13", "END"),
        day("2021", "2021"),
    ),
    (
        "He pleaded guilty in February and will be sentenced July 12.",
        day("February", "2019-02"),
        day("July 12", "2019-07-12"),
    ),
    ("The verdict came a day after jurors asked to see the tape.", length("a day", "P1D")),
    (
        "She was arrested Saturday night after a crash earlier that evening.",
        hour("Saturday night", "2019-05-11TNI"),
        hour("earlier that evening", "2019-05-11TEV", "START"),
    ),
    (
        "The shooting occurred about 1:30 a.m. Sunday.",
        hour("about 1:30 a.m. Sunday", "2019-05-12T01:30", "APPROX"),
    ),
    (
        "Police were called at 11:45 p.m. Friday to the 400 block of Oak Street.",
        hour("11:45 p.m. Friday", "2019-05-10T23:45"),
    ),
    (
        "The suspect fled shortly after 9 p.m. and was caught early Monday.",
        hour("9 p.m.", "2019-05-15T21:00"),
        day("early Monday", "2019-05-13", "START"),
    ),
    (
        "The game, originally scheduled for Sunday at 7 p.m. ET, was moved to Monday at 8.",
        day("Sunday", "2019-05-19"),
        hour("7 p.m. ET", "2019-05-19T19:00"),
        day("Monday", "2019-05-20"),
    ),
    (
        "The Hawks beat the Owls 98-91 on Tuesday night to take a 2-1 lead in the series.",
        hour("Tuesday night", "2019-05-14TNI"),
    ),
    ("Game 4 is Thursday night.", hour("Thursday night", "2019-05-16TNI")),
    ("Game 4 is Thursday in Portland.", day("Thursday", "2019-05-16")),
    (
        "He hit .290 in April but is 3-for-30 this month.",
        day("April", "2019-04"),
        day("this month", "2019-05"),
    ),
    ("He last pitched on April 28.", day("April 28", "2019-04-28")),
    (
        "The All-Star, who turned 30 on Monday, missed Friday's game.",
        day("Monday", "2019-05-13"),
        day("Friday", "2019-05-10"),
    ),
    ("Their next meeting is Aug. 9.", day("Aug. 9", "2019-08-09")),
    (
        "He played 12 seasons, from 1994 to 2005.",
        day("1994", "1994", None, 1),
        day("2005", "2005", None, 1),
    ),
    ("He is averaging 24 points this season, up from 19 last season.",),
    ("The company said it expects 2019 revenue of $3 billion.", day("2019", "2019")),
    ("Full-year 2019 earnings will be at the low end.", day("2019", "2019")),
    ("For the year, it expects a profit.", day("the year", "2019")),
    ("For all of 2018, it earned $1 billion.", day("2018", "2018")),
    (
        "In the first three months of the year, it earned $200 million.",
        length("the first three months", "P3M"),
        day("the year", "2019"),
    ),
    (
        "The quarterly dividend of 20 cents is payable June 14 to shareholders of record May 31.",
        day("June 14", "2019-06-14"),
        day("May 31", "2019-05-31"),
    ),
    (
        "Shares have risen 12% since the beginning of the year and 30% in the last 12 months.",
        day("the beginning of the year", "2019", "START"),
        length("the last 12 months", "P12M"),
    ),
    (
        "The 10-year Treasury yield fell to 2.37% late Wednesday.",
        length("10-year", "P10Y"),
        day("late Wednesday", "2019-05-15", "END"),
    ),
    ("Crude for June delivery rose 76 cents.", day("June", "2019-06")),
    (
        "The Labor Department will release April figures on Friday.",
        day("April", "2019-04"),
        day("Friday", "2019-05-17"),
    ),
    (
        "Retail sales fell in April after rising in March.",
        day("April", "2019-04"),
        day("March", "2019-03"),
    ),
    ("Unemployment is at its lowest since December 1969.", day("December 1969", "1969-12")),
    ("Growth in the second quarter is likely to be slower.", day("the second quarter", "2019-Q2")),
    (
        "The central bank next meets on June 18-19.",
        day("June 18", "2019-06-18", None, 1),
        day("19", "2019-06-19", None, 1),
    ),
    (
        "Tariffs will rise to 25% at 12:01 a.m. Friday.",
        hour("12:01 a.m. Friday", "2019-05-17T00:01"),
    ),
    (
        "It was due to expire at midnight on May 31.",
        hour("midnight", "2019-05-31T24:00"),
        day("May 31", "2019-05-31"),
    ),
    (
        "The hurricane season runs from June 1 to Nov. 30.",
        day("June 1", "2019-06-01", None, 1),
        day("Nov. 30", "2019-11-30", None, 1),
    ),
    ("More rain is forecast through the weekend.", day("the weekend", "2019-W20-WE")),
    (
        "Snow fell overnight into Tuesday morning.",
        hour("overnight", "2019-05-14TNI"),
        hour("Tuesday morning", "2019-05-14TMO"),
    ),
    ("Highs on Wednesday will be in the 70s.", day("Wednesday", "2019-05-15")),
    ("Tuesday's high was 80.", day("Tuesday", "2019-05-14")),
    ("Tomorrow night, the moon will be full.", hour("Tomorrow night", "2019-05-16TNI")),
    (
        "The last eclipse was in August 2017; the next is in April 2024.",
        day("August 2017", "2017-08"),
        day("April 2024", "2024-04"),
    ),
    (
        "The spacecraft, launched in the summer of 2011, reached Jupiter on July 4, 2016.",
        day("the summer of 2011", "2011-SU"),
        day("July 4, 2016", "2016-07-04"),
    ),
    (
        "Voting begins Oct. 1, a month before Election Day.",
        day("Oct. 1", "2019-10-01"),
        length("a month", "P1M"),
        day("Election Day", "2019-11-05"),
    ),
    ("The 2020 election is 18 months away.", day("2020", "2020"), length("18 months", "P18M")),
    ("The primary is March 3, 2020.", day("March 3, 2020", "2020-03-03")),
    ("The midterms were held on Nov. 6.", day("Nov. 6", "2018-11-06")),
    ("He announced his candidacy on Valentine's Day.", day("Valentine's Day", "2019-02-14")),
    (
        "He graduated in 1988, spent the next decade in Texas and moved here in the late '90s.",
        day("1988", "1988"),
        day("the next decade", "199"),
        day("the late '90s", "199", "END"),
    ),
    ("In the winter of 1944-45, food ran out.", day("the winter of 1944-45", "1944-WI")),
    (
        "He was president from Jan. 20, 1953, to Jan. 20, 1961.",
        day("Jan. 20, 1953", "1953-01-20", None, 1),
        day("Jan. 20, 1961", "1961-01-20", None, 1),
    ),
    (
        "The dam, completed in 1936, took five years to build.",
        day("1936", "1936"),
        length("five years", "P5Y"),
    ),
    (
        "She died Sunday at 91, her daughter said Wednesday.",
        day("Sunday", "2019-05-12"),
        day("Wednesday", "2019-05-15"),
    ),
    (
        "Services will be held at 11 a.m. Saturday at St. Luke's.",
        hour("11 a.m. Saturday", "2019-05-18T11:00"),
    ),
    ("The album came out 50 years ago this month.", day("50 years ago this month", "1969-05")),
    (
        "On this day in 1940, Churchill became prime minister.",
        day("this day in 1940", "1940-05-15"),
    ),
    ("Fifty years ago today, men walked on the moon.", day("Fifty years ago today", "1969-05-15")),
    ("It's been a year since the fire, and two since the flood.", length("a year", "P1Y")),
    ("He served two tours in the mid-2000s.", day("the mid-2000s", "200", "MID")),
    (
        "The store is open 24 hours a day, seven days a week.",
        length("24 hours", "PT24H"),
        often("a day", "P1D"),
        length("seven days", "P7D"),
        often("a week", "P1W"),
    ),
    (
        "The market is held Saturdays from 8 a.m. to noon.",
        often("Saturdays", "XXXX-WXX-6"),
        hour("8 a.m.", "2019-05-15T08:00", None, 1),
        hour("noon", "2019-05-15T12:00", None, 1),
    ),
    (
        "Classes meet Monday, Wednesday and Friday mornings.",
        often("Monday", "XXXX-WXX-1TMO"),
        often("Wednesday", "XXXX-WXX-3TMO"),
        often("Friday mornings", "XXXX-WXX-5TMO"),
    ),
    ("The magazine appears every two weeks.", often("every two weeks", "P2W")),
    ("He calls his mother every Sunday night.", often("every Sunday night", "XXXX-WXX-7TNI")),
    (
        "The contract expires at the end of June 2022.",
        day("the end of June 2022", "2022-06", "END"),
    ),
    ("The rules take effect 60 days after publication.", length("60 days", "P60D")),
    ("The deal should close by mid-2020.", day("mid-2020", "2020", "MID")),
    ("The deal should close in early 2020.", day("early 2020", "2020", "START")),
    (
        "The deal should close in the first quarter of next year.",
        day("the first quarter of next year", "2020-Q1"),
    ),
    (
        "The merger is expected to be completed later this year or early next year.",
        day("later this year", "2019", "END"),
        day("early next year", "2020", "START"),
    ),
    ("Within the next two weeks, a decision is due.", length("the next two weeks", "P2W")),
    ("In a matter of days, he was gone.",),
    ("He had been mayor for just eight months.", length("eight months", "P8M")),
    ("For the third straight month, sales fell.",),
    ("For three straight months, sales fell.", length("three straight months", "P3M")),
    ("It was his first win in nearly two years.", length("nearly two years", "P2Y", "LESS_THAN")),
    country="US",
)

ROWS = MAY
