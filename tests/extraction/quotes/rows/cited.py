"""Somebody's own phrase worked into a sentence about them, without a word of saying."""

from tests.extraction.quotes.rows.row import (
    AMERICAN,
    BRITISH,
    BUSINESS,
    COURT,
    CULTURE,
    NEWS,
    POLITICS,
    SPORT,
    Row,
    direct,
)

ROWS = (
    Row(
        POLITICS,
        BRITISH,
        "Helen Marsh built her campaign on the “merchants of gloom” in the treasury.",
        (direct("merchants of gloom", "Helen Marsh*", None),),
    ),
    Row(
        BUSINESS,
        AMERICAN,
        'Peter Lang has brushed off the strike as a "quibble" in every interview.',
        (direct("quibble", "Peter Lang*", None),),
    ),
    Row(
        SPORT,
        BRITISH,
        "Maria Ortiz left the pitch early. She never forgave the club its ‘circus of a season’.",
        (direct("circus of a season", "She -> Maria Ortiz", None),),
    ),
    Row(
        CULTURE,
        AMERICAN,
        'Anna Nowak paints what she sees as "weather without a sky" on old doors.',
        (direct("weather without a sky", "Anna Nowak*", None),),
    ),
    # A term, irony or a name: in capitals, one word alone, or with nobody in the sentence.
    Row(POLITICS, BRITISH, "Helen Marsh leads the ‘Clean Rivers Now’ group in parliament."),
    Row(BUSINESS, AMERICAN, 'Peter Lang drove home in his "new" van.'),
    Row(
        COURT,
        BRITISH,
        "The court sits in a “house of cards” of steel and glass.",
    ),
    Row(NEWS, AMERICAN, 'The town has two "bottle banks" behind the station.'),
)
