"""Sentences about the arts: the week before Christmas 2025, a Sunday in June 2010, histories."""

from __future__ import annotations

from tests.extraction.dates.notation import Row, day, hour, length, often, on

DECEMBER: tuple[Row, ...] = on(
    "2025-12-18",
    ("The Christmas show sold out.",),
    ("She wore a winter coat and carried a Christmas tree.",),
    ("He bought his Sunday best for the summer school.",),
    ("The gallery opens on Saturday.", day("Saturday", "2025-12-20")),
    ("The gallery opened on Saturday.", day("Saturday", "2025-12-13")),
    ("The gallery closes at Christmas.", day("Christmas", "2025-12-25")),
    ("The gallery will reopen at Easter.", day("Easter", "2026-04-05")),
    ("The gallery was robbed at Easter.", day("Easter", "2025-04-20")),
    ("The gallery has been closed since Easter.", day("Easter", "2025-04-20")),
    ("The gallery will reopen in the new year.", day("the new year", "2026")),
    ("The gallery reopens in the spring.", day("the spring", "2026-SP")),
    ("The gallery reopened in the spring.", day("the spring", "2025-SP")),
    ("The gallery reopens next spring.", day("next spring", "2026-SP")),
    ("The gallery opened this autumn.", day("this autumn", "2025-FA")),
    ("The gallery opened last autumn.", day("last autumn", "2025-FA")),
    ("The gallery was busy last winter.", day("last winter", "2024-WI")),
    ("The gallery will be busy this winter.", day("this winter", "2025-WI")),
    ("The gallery opens at 10 on weekdays and 11 on Sundays.", often("Sundays", "XXXX-WXX-7")),
    ("The gallery opened on Thanksgiving.", day("Thanksgiving", "2025-11-27")),
    ("The gallery was full on Mother's Day.", day("Mother's Day", "2025-05-11")),
    ("The gallery will be full on Shrove Tuesday.", day("Shrove Tuesday", "2026-02-17")),
    ("The gallery was closed on Juneteenth.", day("Juneteenth", "2025-06-19")),
    ("The gallery was closed on Bonfire Night.", day("Bonfire Night", "2025-11-05")),
    (
        "The gallery was closed on Martin Luther King Day 2024.",
        day("Martin Luther King Day 2024", "2024-01-15"),
    ),
    ("The film is out now.", day("now", "PRESENT_REF")),
    ("The film is out tomorrow.", day("tomorrow", "2025-12-19")),
    ("The film is out on Boxing Day.", day("Boxing Day", "2025-12-26")),
    ("The film is out on 9 January.", day("9 January", "2026-01-09")),
    ("The film was out on 9 January.", day("9 January", "2025-01-09")),
    ("The film came out in the 90s.", day("the 90s", "199")),
    ("The film came out in the early 2000s.", day("the early 2000s", "200", "START")),
    ("The film is set in 1930s Berlin.", day("1930s", "193")),
    ("The film is set in the 18th century.", day("the 18th century", "17")),
    (
        "The novel was written at the turn of the century.",
        day("the turn of the century", "20", "START"),
    ),
    ("The novel was written over three decades.", length("three decades", "P30Y")),
    ("The novel was written a century ago.", day("a century ago", "1925")),
    ("The novel was written decades ago.", day("decades ago", "PAST_REF")),
    ("The novel was written half a century ago.", day("half a century ago", "1975")),
    ("The festival is held every summer.", often("every summer", "XXXX-SU")),
    ("The festival is held every Christmas.", often("every Christmas", "XXXX-12-25")),
    ("The festival is held annually.", often("annually", "P1Y")),
    (
        "The festival is held on the last Sunday of each month.",
        often("the last Sunday of each month", "P1M"),
    ),
    (
        "The band plays Monday and Tuesday nights.",
        often("Monday", "XXXX-WXX-1TNI"),
        often("Tuesday nights", "XXXX-WXX-2TNI"),
    ),
    (
        "The band played on the first weekend of May.",
        day("the first weekend of May", "2025-W18-WE"),
    ),
    ("The band played two nights ago.", hour("two nights ago", "2025-12-16TNI")),
    ("The band played the other day.", day("the other day", "PAST_REF")),
    ("The band is better known these days.", day("these days", "PRESENT_REF")),
    (
        "The show runs from 20 December to 10 January.",
        day("20 December", "2025-12-20", None, 1),
        day("10 January", "2026-01-10", None, 1),
    ),
    (
        "The show runs Dec. 20-Jan. 10.",
        day("Dec. 20", "2025-12-20", None, 1),
        day("Jan. 10", "2026-01-10", None, 1),
    ),
    (
        "The museum is open Tuesday to Sunday.",
        day("Tuesday", "2025-12-23", None, 1),
        day("Sunday", "2025-12-28", None, 1),
    ),
    (
        "She lived in Rome from the 1950s until the 1970s.",
        day("the 1950s", "195", None, 1),
        day("the 1970s", "197", None, 1),
    ),
)

JUNE: tuple[Row, ...] = on(
    "2010-06-27",
    ("The poet died on Sunday.", day("Sunday", "2010-06-27")),
    ("The poet died on Saturday.", day("Saturday", "2010-06-26")),
    ("The poet died over the weekend.", day("the weekend", "2010-W25-WE")),
    ("The poet died last weekend.", day("last weekend", "2010-W24-WE")),
    ("The poet reads next weekend.", day("next weekend", "2010-W26-WE")),
    ("The poet was born on 29 February 1932.", day("29 February 1932", "1932-02-29")),
    ("The poet was born ninety years ago.", day("ninety years ago", "1920")),
    ("The poet read this morning.", hour("this morning", "2010-06-27TMO")),
    ("The poet will read tonight at 8.", hour("tonight", "2010-06-27TNI")),
    ("The poet will read at 8 tonight.", hour("8 tonight", "2010-06-27T20:00")),
    ("The poet came here in the summers.",),
    (
        "The poet came in March 1996; that month, she married.",
        day("March 1996", "1996-03"),
        day("that month", "1996-03"),
    ),
    (
        "The poet came in 1996. Later that year, she married.",
        day("1996", "1996"),
        day("Later that year", "1996", "END"),
    ),
    (
        "The poet came on 3 May 1996 and left ten days later.",
        day("3 May 1996", "1996-05-03"),
        day("ten days later", "1996-05-13"),
    ),
)

ROWS = DECEMBER + JUNE
