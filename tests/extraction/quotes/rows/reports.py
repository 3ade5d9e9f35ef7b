"""Indirect and mixed speech: clauses, infinitives, objects, nouns, "according to"."""

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
    indirect,
    mixed,
)

ROWS = (
    Row(
        POLITICS,
        AMERICAN,
        "Maria Ortiz said the toll would rise in May.",
        (indirect("the toll would rise in May", "Maria Ortiz*"),),
    ),
    Row(
        POLITICS,
        BRITISH,
        "Helen Marsh told MPs that the toll would rise, and warned that roads would close.",
        (
            indirect("that the toll would rise", "Helen Marsh*", "tell"),
            indirect("that roads would close", "Helen Marsh*", "warn"),
        ),
    ),
    Row(
        POLITICS,
        BRITISH,
        "Taxes would have to rise, Helen Marsh conceded.",
        (indirect("Taxes would have to rise", "Helen Marsh*", "concede"),),
    ),
    Row(
        POLITICS,
        AMERICAN,
        "The deal, Maria Ortiz said, was off.",
        (indirect("The deal | was off", "Maria Ortiz*"),),
    ),
    Row(
        POLITICS,
        AMERICAN,
        "The city, she said, cannot wait. Maria Ortiz has led it since 2019.",
        (indirect("The city | cannot wait", "she -> Maria Ortiz"),),
    ),
    Row(
        BUSINESS,
        BRITISH,
        "The bank, Peter Lang said on Friday, would cut 400 jobs and close its office in Leeds.",
        (indirect("The bank | would cut 400 jobs and close its office in Leeds", "Peter Lang*"),),
    ),
    Row(
        BUSINESS,
        AMERICAN,
        "Sales will double by 2027, according to Peter Lang.",
        (indirect("Sales will double by 2027", "Peter Lang*", "according to"),),
    ),
    Row(
        BUSINESS,
        AMERICAN,
        "Sales, according to Peter Lang, will double by 2027.",
        (indirect("Sales | will double by 2027", "Peter Lang*", "according to"),),
    ),
    Row(
        BUSINESS,
        BRITISH,
        "Peter Lang’s claim that the bid was too low was rejected by the board.",
        (indirect("that the bid was too low", "Peter Lang*", "claim"),),
    ),
    Row(
        BUSINESS,
        BRITISH,
        "Peter Lang described the offer as ‘derisory’ and urged shareholders to vote against it.",
        (
            mixed("the offer as ‘derisory’", "Peter Lang*", "describe"),
            indirect("to vote against it", "Peter Lang*", "urge"),
        ),
    ),
    Row(
        SPORT,
        BRITISH,
        "David Kerr said he was ‘gutted’ for the fans but proud of his players.",
        (mixed("he was ‘gutted’ for the fans but proud of his players", "David Kerr*"),),
    ),
    Row(
        SPORT,
        BRITISH,
        "David Kerr admitted Rovers had been lucky.",
        (indirect("Rovers had been lucky", "David Kerr*", "admit"),),
    ),
    Row(
        SPORT,
        AMERICAN,
        "Ray Dunn said Monday that his team was hurt.",
        (indirect("that his team was hurt", "Ray Dunn*"),),
    ),
    Row(
        SPORT,
        AMERICAN,
        'Ray Dunn called the referee "blind" and said the league should act.',
        (
            mixed('the referee "blind"', "Ray Dunn*", "call"),
            indirect("the league should act", "Ray Dunn*"),
        ),
    ),
    Row(
        SPORT,
        AMERICAN,
        "Ray Dunn vowed to return.",
        (indirect("to return", "Ray Dunn*", "vow"),),
    ),
    Row(
        COURT,
        BRITISH,
        "Prosecutors said Peter Lang had lied to investors for years.",
        (indirect("Peter Lang had lied to investors for years", "Prosecutors"),),
    ),
    Row(
        COURT,
        BRITISH,
        "The court heard that Peter Lang had spent the money on horses.",
    ),
    Row(
        COURT,
        AMERICAN,
        "Susan Reed testified that Peter Lang paid her in cash.",
        (indirect("that Peter Lang paid her in cash", "Susan Reed*", "testify"),),
    ),
    Row(
        COURT,
        AMERICAN,
        "In her ruling, Judge Susan Reed wrote that the contract was void.",
        (indirect("that the contract was void", "Judge Susan Reed -> Susan Reed", "write"),),
    ),
    Row(
        COURT,
        AMERICAN,
        "The lawsuit alleges that the firm hid the tests.",
        (indirect("that the firm hid the tests", "The lawsuit", "allege"),),
    ),
    Row(
        CULTURE,
        BRITISH,
        "Anna Nowak says that she paints at night because the days are too loud.",
        (indirect("that she paints at night because the days are too loud", "Anna Nowak*"),),
    ),
    Row(
        CULTURE,
        BRITISH,
        "Asked why she left London, Anna Nowak says it was ‘too loud’.",
        (mixed("it was ‘too loud’", "Anna Nowak*"),),
    ),
    Row(
        CULTURE,
        AMERICAN,
        "Anna Nowak dismissed talk of a comeback as “nonsense.”",
        (mixed("talk of a comeback as “nonsense.”", "Anna Nowak*", "dismiss"),),
    ),
    Row(
        NEWS,
        AMERICAN,
        "Officials said the storm could reach Port Ellery by Friday.",
        (indirect("the storm could reach Port Ellery by Friday", "Officials"),),
    ),
    Row(
        NEWS,
        AMERICAN,
        "The storm could reach Port Ellery by Friday, officials said, and schools will close.",
        (
            indirect(
                "The storm could reach Port Ellery by Friday | schools will close",
                "officials",
            ),
        ),
    ),
    Row(
        NEWS,
        BRITISH,
        "It was announced that the school would close.",
        (indirect("that the school would close", None, "announce"),),
    ),
    Row(
        NEWS,
        BRITISH,
        "Carla Gomez was told that the road was closed.",
        (indirect("that the road was closed", None, "tell"),),
    ),
    Row(
        NEWS,
        BRITISH,
        "Carla Gomez was asked whether the road was safe. ‘No,’ she said.",
        (
            indirect("whether the road was safe", None, "ask"),
            direct("No,", "she -> Carla Gomez"),
        ),
    ),
    Row(
        NEWS,
        AMERICAN,
        "A spokeswoman for the school said that no pupils had been hurt.",
        (indirect("that no pupils had been hurt", "A spokeswoman for the school"),),
    ),
)
