"""Sentences of political news; published on Thursday, 14 September 2023, unless said otherwise."""

from __future__ import annotations

from tests.extraction.dates.notation import Row, day, hour, length, often, on

COMING_DAYS: tuple[Row, ...] = on(
    "2023-09-14",
    ("The committee meets on Tuesday.", day("Tuesday", "2023-09-19")),
    ("The committee meets again on Monday to discuss the bill.", day("Monday", "2023-09-18")),
    ("The committee met on Tuesday.", day("Tuesday", "2023-09-12")),
    ("Ms Oyelaran flies to Brussels on Sunday.", day("Sunday", "2023-09-17")),
    ("MPs vote on the amendment on Wednesday.", day("Wednesday", "2023-09-20")),
    ("She is to face the voters on Monday.", day("Monday", "2023-09-18")),
    ("The minister has until Friday to reply.", day("Friday", "2023-09-15")),
    ("The party plans to publish its manifesto on Wednesday.", day("Wednesday", "2023-09-20")),
    ("The vote, due on Tuesday, may be delayed.", day("Tuesday", "2023-09-19")),
    ('"We will know on Monday," Ms Brandt said.', day("Monday", "2023-09-18")),
    (
        '"I will meet him on Tuesday," the minister said on Wednesday.',
        day("Tuesday", "2023-09-19"),
        day("Wednesday", "2023-09-13"),
    ),
    ('"We lost on Tuesday because we were lazy," he said.', day("Tuesday", "2023-09-12")),
    ("Parliament returns on Monday week.", day("Monday week", "2023-09-25")),
    ("The speech is expected on Tuesday fortnight.", day("Tuesday fortnight", "2023-10-03")),
    ("The vote will be held a week on Monday.", day("a week on Monday", "2023-09-25")),
    ("The vote will be held a week from Tuesday.", day("a week from Tuesday", "2023-09-26")),
    ("The talks start two weeks from Friday.", day("two weeks from Friday", "2023-09-29")),
    ("The talks broke down a week ago Monday.", day("a week ago Monday", "2023-09-04")),
    ("The talks broke down a week ago today.", day("a week ago today", "2023-09-07")),
    ("The talks resume a week today.", day("a week today", "2023-09-21")),
    ("The talks resume on Friday of next week.", day("Friday of next week", "2023-09-22")),
    ("Ministers spoke on Tuesday last week.", day("Tuesday last week", "2023-09-05")),
    ("The envoy left the Friday before last.", day("the Friday before last", "2023-09-01")),
    ("The envoy left last Thursday.", day("last Thursday", "2023-09-07")),
    ("The envoy leaves next Monday.", day("next Monday", "2023-09-18")),
    ("The envoy will leave this Saturday.", day("this Saturday", "2023-09-16")),
    ("The envoy resigned on Thursday.", day("Thursday", "2023-09-14")),
    ("Thursday's vote was postponed.", day("Thursday", "2023-09-14")),
    ("The ruling party won Sunday's election.", day("Sunday", "2023-09-10")),
    ("The ruling party is expected to win Sunday's election.", day("Sunday", "2023-09-17")),
)

DAYS: tuple[Row, ...] = on(
    "2023-09-14",
    ("Voters go to the polls on 8 October.", day("8 October", "2023-10-08")),
    ("Voters will go to the polls on 15 January.", day("15 January", "2024-01-15")),
    ("Voters went to the polls on 20 November.", day("20 November", "2022-11-20")),
    ("The session ended on July 28.", day("July 28", "2023-07-28")),
    ("The law takes effect on Jan. 1.", day("Jan. 1", "2024-01-01")),
    ("The law took effect on Jan. 1.", day("Jan. 1", "2023-01-01")),
    ("The law takes effect January 1, 2025.", day("January 1, 2025", "2025-01-01")),
    ("He took office on 9 November, a Wednesday.", day("9 November", "2022-11-09")),
    ("She resigned on the 9th.", day("the 9th", "2023-09-09")),
    ("She will resign on the 21st.", day("the 21st", "2023-09-21")),
    ("The deadline is the 30th of September.", day("the 30th of September", "2023-09-30")),
    ("The order was signed on 03/04/2021.", day("03/04/2021", "2021-03-04")),
    ("The order was signed on 2021/04/03.", day("2021/04/03", "2021-04-03")),
    (
        "The order of 25/04/2021 was signed again on 03/05/2021.",
        day("25/04/2021", "2021-04-25"),
        day("03/05/2021", "2021-05-03"),
    ),
    ("He served from 1999 to 2004.", day("1999", "1999", None, 1), day("2004", "2004", None, 1)),
    (
        "The summit runs from Friday to Sunday.",
        day("Friday", "2023-09-15", None, 1),
        day("Sunday", "2023-09-17", None, 1),
    ),
    (
        "She was ill between 3 and 9 August.",
        day("3", "2023-08-03", None, 1),
        day("9 August", "2023-08-09", None, 1),
    ),
    (
        "The inquiry sat from November 2021 through March 2022.",
        day("November 2021", "2021-11", None, 1),
        day("March 2022", "2022-03", None, 1),
    ),
    (
        "The inquiry will sit from November to February.",
        day("November", "2023-11", None, 1),
        day("February", "2024-02", None, 1),
    ),
    (
        "Polls open on Saturday and close on Sunday.",
        day("Saturday", "2023-09-16"),
        day("Sunday", "2023-09-17"),
    ),
) + on(
    "2023-09-14",
    ("The order was signed on 03/04/2021.", day("03/04/2021", "2021-04-03")),
    ("The order was signed on 03.04.21.", day("03.04.21", "2021-04-03")),
    ("Section 3.4.21 of the act was struck out.",),
    country="GB",
)

SPANS: tuple[Row, ...] = on(
    "2023-09-14",
    ("The pact lapsed the week before last.", day("the week before last", "2023-W35")),
    ("The pact lapses the week after next.", day("the week after next", "2023-W39")),
    ("The pact lapsed the year before last.", day("the year before last", "2021")),
    ("The pact lapsed the month before last.", day("the month before last", "2023-07")),
    ("The pact lapsed at the end of last month.", day("the end of last month", "2023-08", "END")),
    ("The pact lapsed early this year.", day("early this year", "2023", "START")),
    ("The pact will lapse later this year.", day("later this year", "2023", "END")),
    ("The pact will run up to 2050.", day("2050", "2050")),
    ("The pact will run until at least 2050.", day("at least 2050", "2050", "ON_OR_AFTER")),
    (
        "Cuts must start no later than March.",
        day("no later than March", "2024-03", "ON_OR_BEFORE"),
    ),
    ("It was signed more than ten years ago.", day("more than ten years ago", "2013", "BEFORE")),
    ("It was signed less than a year ago.", day("less than a year ago", "2022", "AFTER")),
    ("It was signed about a decade ago.", day("about a decade ago", "2013", "APPROX")),
    (
        "She led the party for just over two years.",
        length("just over two years", "P2Y", "MORE_THAN"),
    ),
    ("She led the party for about six months.", length("about six months", "P6M", "APPROX")),
    ("She led the party in the mid-1990s.", day("the mid-1990s", "199", "MID")),
    ("She led the party in the noughties.", day("the noughties", "200")),
    ("The border was drawn in the 1800s.", day("the 1800s", "18")),
    ("The party has governed in recent years.", length("recent years", "PXY")),
    ("The government will fall in the coming weeks.", length("the coming weeks", "PXW")),
    (
        "Cabinet meets every Tuesday and Thursday.",
        often("every Tuesday", "XXXX-WXX-2"),
        often("Thursday", "XXXX-WXX-4"),
    ),
    (
        "The council sits on the first Wednesday of every month.",
        often("the first Wednesday of every month", "P1M"),
    ),
    ("The council sits every other week.", often("every other week", "P2W")),
    ("Elections are held every four years.", often("every four years", "P4Y")),
    ("Leaders meet twice a year.", often("twice a year", "P1Y")),
    ("Leaders meet each September.", often("each September", "XXXX-09")),
    ("The debate starts at 9 p.m. EDT Friday.", hour("9 p.m. EDT Friday", "2023-09-15T21:00")),
    (
        "The debate starts at 7.30 tomorrow evening.",
        hour("7.30 tomorrow evening", "2023-09-15T19:30"),
    ),
    ("The debate began at 8 on Tuesday night.", hour("8 on Tuesday night", "2023-09-12T20:00")),
    ("The hall was empty by 10 last night.", hour("10 last night", "2023-09-13T22:00")),
    (
        "The coup began on Monday. Soldiers seized the palace at 6 a.m. and the radio at noon.",
        day("Monday", "2023-09-11"),
        hour("6 a.m.", "2023-09-11T06:00"),
        hour("noon", "2023-09-11T12:00"),
    ),
)

EMPTY: tuple[Row, ...] = on(
    "2023-09-14",
    ("The 44-year-old senator resigned.",),
    ("He became a senator at the age of 30 years.",),
    ("She is in her 50s and has two-year-old twins.",),
    ("Mr May, 61, said he would not stand.",),
    ("The party won 2,010 votes in the ward.",),
    ("She told the Sunday Herald that she would march.",),
)

ROWS = COMING_DAYS + DAYS + SPANS + EMPTY
