"""Sentences from the courts; published on Monday, 7 March 2022, unless said otherwise."""

from __future__ import annotations

from tests.extraction.dates.notation import Row, day, hour, length, often, on

MARCH: tuple[Row, ...] = on(
    "2022-03-07",
    ("He was arrested on Monday.", day("Monday", "2022-03-07")),
    ("He was arrested on Friday.", day("Friday", "2022-03-04")),
    ("He appears in court on Friday.", day("Friday", "2022-03-11")),
    ("He is due to appear in court on Friday.", day("Friday", "2022-03-11")),
    ("The judge will rule on Thursday morning.", hour("Thursday morning", "2022-03-10TMO")),
    (
        "A man charged on Saturday will be sentenced on Tuesday.",
        day("Saturday", "2022-03-05"),
        day("Tuesday", "2022-03-08"),
    ),
    ("The trial continues on Wednesday.", day("Wednesday", "2022-03-09")),
    ("The trial, which began in January, continues.", day("January", "2022-01")),
    ("The trial is set for September.", day("September", "2022-09")),
    ("The trial was adjourned until April 4.", day("April 4", "2022-04-04")),
    ("The trial was adjourned until Thursday.", day("Thursday", "2022-03-10")),
    ("He was jailed in November.", day("November", "2021-11")),
    ("He was jailed on November 30.", day("November 30", "2021-11-30")),
    ("He was jailed on 30 November last year.", day("30 November last year", "2021-11-30")),
    (
        "He was jailed in November the year before.",
        day("November", "2021-11"),
        day("the year before", "2020"),
    ),
    ("He was jailed four years ago.", day("four years ago", "2018")),
    ("He was jailed for four years.", length("four years", "P4Y")),
    ("He was jailed a fortnight ago.", day("a fortnight ago", "2022-W08")),
    ("He was jailed two days ago.", day("two days ago", "2022-03-05")),
    ("He was jailed some 20 years ago.", day("some 20 years ago", "2002", "APPROX")),
    ("He was jailed for 18 months and fined.", length("18 months", "P18M")),
    ("He got a six-month sentence.", length("six-month", "P6M")),
    ("He worked the night shift at a mill.",),
    ("He was a night watchman, and took the night bus home.",),
    ("He was found by the night porter.",),
    ("The spring tides washed the body ashore.",),
    (
        "He was last seen on the night of 3 February.",
        hour("the night of 3 February", "2022-02-03TNI"),
    ),
    (
        "He was last seen at 11:40 p.m. on Feb. 3, 2021.",
        hour("11:40 p.m.", "2021-02-03T23:40"),
        day("Feb. 3, 2021", "2021-02-03"),
    ),
    (
        "He was last seen in the early hours of Sunday.",
        hour("the early hours of Sunday", "2022-03-06TMO"),
    ),
    ("He was last seen early on Sunday.", day("early on Sunday", "2022-03-06", "START")),
    ("He was last seen early Sunday.", day("early Sunday", "2022-03-06", "START")),
    (
        "He was last seen late on Sunday night.",
        hour("late on Sunday night", "2022-03-06TNI", "END"),
    ),
    ("He was last seen at half past six.", hour("half past six", "2022-03-07T06:30")),
    (
        "He was last seen at a quarter to nine on Friday evening.",
        hour("a quarter to nine on Friday evening", "2022-03-04T20:45"),
    ),
    ("He was last seen at around 5pm.", hour("around 5pm", "2022-03-07T17:00", "APPROX")),
    (
        "He was last seen at 17:05 on 2 March.",
        hour("17:05", "2022-03-02T17:05"),
        day("2 March", "2022-03-02"),
    ),
    (
        "The call came at 2022-03-05T04:30:00+01:00.",
        hour("2022-03-05T04:30:00+01:00", "2022-03-05T04:30:00+01:00"),
    ),
    ("The call came at 2022-03-05 04:30.", hour("2022-03-05 04:30", "2022-03-05T04:30")),
    ("He reports to police every day.", often("every day", "P1D")),
    ("He reports to police once a week.", often("once a week", "P1W")),
    ("He reports to police every Monday morning.", often("every Monday morning", "XXXX-WXX-1TMO")),
    ("The victim, 17 years old, survived.",),
    ("The victim, an 18-month-old girl, survived.",),
    ("The girl was three months old when she vanished.",),
    ("The man, aged 45, was found guilty.",),
    ("The man turned 40 years of age in jail.",),
    (
        "He was arrested on 5 May 2019 and freed the same day.",
        day("5 May 2019", "2019-05-05"),
        day("the same day", "2019-05-05"),
    ),
    (
        "He was arrested on 5 May 2019. A month later, he fled.",
        day("5 May 2019", "2019-05-05"),
        day("A month later", "2019-06"),
    ),
    (
        "He was arrested on 5 May 2019. The day before, he had fled.",
        day("5 May 2019", "2019-05-05"),
        day("The day before", "2019-05-04"),
    ),
    (
        "He was arrested in May 2019. By the end of that year, he was free.",
        day("May 2019", "2019-05"),
        day("the end of that year", "2019", "END"),
    ),
    (
        "He was arrested on 5 May 2019, and tried the following Monday.",
        day("5 May 2019", "2019-05-05"),
        day("the following Monday", "2019-05-06"),
    ),
    (
        "The offences took place between January 2012 and December 2014.",
        day("January 2012", "2012-01", None, 1),
        day("December 2014", "2014-12", None, 1),
    ),
    (
        "The hearing was moved from Tuesday to Thursday.",
        day("Tuesday", "2022-03-08"),
        day("Thursday", "2022-03-10"),
    ),
    (
        "The court sits from 9 a.m. to 5 p.m.",
        hour("9 a.m.", "2022-03-07T09:00", None, 1),
        hour("5 p.m.", "2022-03-07T17:00", None, 1),
    ),
    (
        "The court is closed May 9-13.",
        day("May 9", "2022-05-09", None, 1),
        day("13", "2022-05-13", None, 1),
    ),
)

UNKNOWN_DAY: tuple[Row, ...] = on(
    "",
    ("He was arrested on Monday.", day("Monday", "XXXX-WXX-1")),
    ("He was arrested on Monday night.", hour("Monday night", "XXXX-WXX-1TNI")),
    ("He was arrested on 5 May.", day("5 May", "XXXX-05-05")),
    ("He was arrested in May.", day("May", "XXXX-05")),
    ("He was arrested yesterday.", day("yesterday", "XXXX-XX-XX")),
    ("He was arrested at 5 p.m.", hour("5 p.m.", "XXXX-XX-XXT17:00")),
    ("He was arrested two days ago.", day("two days ago", "XXXX-XX-XX")),
    ("He was arrested last summer.", day("last summer", "XXXX-SU")),
    ("He was arrested last week.", day("last week", "XXXX-WXX")),
    ("He was arrested in 2010.", day("2010", "2010")),
    (
        "He was arrested in the first half of the year.",
        day("the first half of the year", "XXXX-H1"),
    ),
    ("He was arrested on Monday week.", day("Monday week", "XXXX-WXX-1")),
    (
        "He was arrested in May 2019 and tried the following month.",
        day("May 2019", "2019-05"),
        day("the following month", "2019-06"),
    ),
)

ROWS = MARCH + UNKNOWN_DAY
