"""Speakers that go on, several speakers in turn, quotes in pieces."""

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
)

ROWS = (
    Row(
        POLITICS,
        AMERICAN,
        '"We lost," Maria Ortiz said. "We will be back."',
        (direct("We lost, | We will be back.", "Maria Ortiz*"),),
    ),
    Row(
        POLITICS,
        AMERICAN,
        '"We lost," Maria Ortiz said.\n\n"We will be back."',
        (
            direct("We lost,", "Maria Ortiz*"),
            direct("We will be back.", "Maria Ortiz*", None),
        ),
    ),
    Row(
        POLITICS,
        BRITISH,
        "Helen Marsh said the vote was close. ‘We will count again.’",
        (
            indirect("the vote was close", "Helen Marsh*"),
            direct("We will count again.", "Helen Marsh*", None),
        ),
    ),
    Row(
        POLITICS,
        AMERICAN,
        '"Taxes are too high," Maria Ortiz said. "They are not," Peter Lang replied. "Look at the'
        ' books," Ortiz said.',
        (
            direct("Taxes are too high,", "Maria Ortiz*"),
            direct("They are not,", "Peter Lang*", "reply"),
            direct("Look at the books,", "Ortiz -> Maria Ortiz"),
        ),
    ),
    Row(
        SPORT,
        BRITISH,
        "‘We were poor,’ said David Kerr. ‘No excuses.’ His captain, Tom Barker, agreed."
        " ‘Shocking,’"
        " he said.",
        (
            direct("We were poor, | No excuses.", "David Kerr*"),
            direct("Shocking,", "he -> Tom Barker"),
        ),
    ),
    Row(
        SPORT,
        BRITISH,
        "‘We,’ said David Kerr, ‘were poor. No excuses.’",
        (direct("We, | were poor. No excuses.", "David Kerr*"),),
    ),
    Row(
        SPORT,
        AMERICAN,
        'Ray Dunn was blunt. "We stink." He paused. "But we will get better."',
        (
            direct("We stink.", "Ray Dunn*", None),
            direct("But we will get better.", "He -> Ray Dunn", None),
        ),
    ),
    Row(
        SPORT,
        AMERICAN,
        '"How do you feel?" a reporter asked. "Tired," said Dunn. Ray Dunn left.',
        (
            direct("How do you feel?", "a reporter", "ask"),
            direct("Tired,", "Dunn -> Ray Dunn"),
        ),
    ),
    Row(
        BUSINESS,
        AMERICAN,
        '"Demand is strong," Peter Lang said on Friday. Shares rose 4%. "We see no end to it."',
        (
            direct("Demand is strong,", "Peter Lang*"),
            direct("We see no end to it.", "Peter Lang*", None),
        ),
    ),
    Row(
        BUSINESS,
        BRITISH,
        "Peter Lang said: ‘Demand is strong.’ He added: ‘We see no end to it.’",
        (
            direct("Demand is strong.", "Peter Lang*"),
            direct("We see no end to it.", "He -> Peter Lang", "add"),
        ),
    ),
    Row(
        COURT,
        AMERICAN,
        'Susan Reed asked Peter Lang if he was sorry. "I am," Lang said. "Every day."',
        (
            indirect("if he was sorry", "Susan Reed*", "ask"),
            direct("I am, | Every day.", "Lang -> Peter Lang"),
        ),
    ),
    Row(
        COURT,
        AMERICAN,
        'Susan Reed told the jury the case was simple. "He took the money," she said. "He lied'
        " about"
        ' it. And then," she added, "he ran."',
        (
            indirect("the case was simple", "Susan Reed*", "tell"),
            direct("He took the money,", "she -> Susan Reed"),
            direct("He lied about it. And then, | he ran.", "she -> Susan Reed", "add"),
        ),
    ),
    Row(
        CULTURE,
        BRITISH,
        "Anna Nowak remembers the winter of 1987. ‘We had no coal. We burned the frames.’",
        (direct("We had no coal. We burned the frames.", "Anna Nowak*", None),),
    ),
    Row(
        NEWS,
        AMERICAN,
        'Carla Gomez said: "I heard a bang.\n\n"Then the lights went out."\n\nRay Dunn, who'
        " lives next"
        ' door, heard nothing. "I was asleep," he said.',
        (
            direct("I heard a bang. | Then the lights went out.", "Carla Gomez*"),
            direct("I was asleep,", "he -> Ray Dunn"),
        ),
    ),
    Row(
        NEWS,
        AMERICAN,
        '"I heard a bang," said Carla Gomez.\n\n"It was so loud," said her sister, Susan'
        ' Reed.\n\n"It'
        ' woke the whole street," Gomez said.',
        (
            direct("I heard a bang,", "Carla Gomez*"),
            direct("It was so loud,", "Susan Reed*"),
            direct("It woke the whole street,", "Gomez -> Carla Gomez"),
        ),
    ),
    Row(
        NEWS,
        BRITISH,
        "Carla Gomez, 61, was at home. She heard ‘a bang’ and ran. ‘I thought it was gas,’ she"
        " said.",
        (direct("I thought it was gas,", "she -> Carla Gomez"),),
    ),
)
