"""Where the speaker stands: before, inside and behind; inverted, in apposition, far away."""

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
        '"The budget is done," said Maria Ortiz, who chairs the committee.',
        (direct("The budget is done,", "Maria Ortiz*"),),
    ),
    Row(
        POLITICS,
        AMERICAN,
        'Maria Ortiz, the mayor of Port Ellery, said: "The budget is done."',
        (direct("The budget is done.", "Maria Ortiz*"),),
    ),
    Row(
        POLITICS,
        AMERICAN,
        '"The budget is done," Sen. Maria Ortiz (D-Port Ellery) told reporters Monday.',
        (direct("The budget is done,", "Sen. Maria Ortiz -> Maria Ortiz", "tell"),),
    ),
    Row(
        POLITICS,
        BRITISH,
        "‘The budget’, Helen Marsh told the Commons, ‘is done.’",
        (direct("The budget | is done.", "Helen Marsh*", "tell"),),
    ),
    Row(
        BUSINESS,
        AMERICAN,
        '"Demand is strong," said Peter Lang, chief executive of Lang Motors, adding that orders'
        " had doubled.",
        (
            direct("Demand is strong,", "Peter Lang*"),
            indirect("that orders had doubled", "Peter Lang*", "add"),
        ),
    ),
    Row(
        BUSINESS,
        AMERICAN,
        '"Demand," the company\'s chief executive, Peter Lang, said on a call with analysts, "is'
        ' strong."',
        (direct("Demand, | is strong.", "Peter Lang*"),),
    ),
    Row(
        BUSINESS,
        BRITISH,
        "The bid, Peter Lang said, was too low and would be refused.",
        (indirect("The bid | was too low and would be refused", "Peter Lang*"),),
    ),
    Row(
        BUSINESS,
        BRITISH,
        "According to Peter Lang, the firm has ‘never been stronger’.",
        (
            mixed(
                "the firm has ‘never been stronger’",
                "Peter Lang*",
                "according to",
            ),
        ),
    ),
    Row(
        SPORT,
        BRITISH,
        "‘We were second best all over the pitch,’ a furious David Kerr told the BBC.",
        (
            direct(
                "We were second best all over the pitch,",
                "a furious David Kerr -> David Kerr",
                "tell",
            ),
        ),
    ),
    Row(
        SPORT,
        AMERICAN,
        '"We play hard," said Dunn, 54, in his third season. Ray Dunn signed in May.',
        (direct("We play hard,", "Dunn -> Ray Dunn"),),
    ),
    Row(
        SPORT,
        AMERICAN,
        'Said Dunn: "We play hard." Ray Dunn signed in May.',
        (direct("We play hard.", "Dunn -> Ray Dunn"),),
    ),
    Row(
        SPORT,
        AMERICAN,
        'Asked about the loss, Ray Dunn shrugged. "We play again Friday," he said.',
        (direct("We play again Friday,", "he -> Ray Dunn"),),
    ),
    Row(
        COURT,
        BRITISH,
        "Passing sentence, Judge Helen Marsh told Lang: ‘You showed no remorse.’ Peter Lang was"
        " jailed for six years.",
        (direct("You showed no remorse.", "Judge Helen Marsh -> Helen Marsh", "tell"),),
    ),
    Row(
        COURT,
        AMERICAN,
        'Assistant District Attorney Susan Reed told the jury, "This was greed."',
        (
            direct(
                "This was greed.", "Assistant District Attorney Susan Reed -> Susan Reed", "tell"
            ),
        ),
    ),
    Row(
        COURT,
        AMERICAN,
        '"This was greed," argued prosecutor Susan Reed as the trial opened.',
        (direct("This was greed,", "prosecutor Susan Reed -> Susan Reed", "argue"),),
    ),
    Row(
        CULTURE,
        AMERICAN,
        '"I paint what I see," the artist Anna Nowak once wrote in a letter.',
        (direct("I paint what I see,", "Anna Nowak*", "write"),),
    ),
    Row(
        CULTURE,
        BRITISH,
        "As Anna Nowak put it: ‘Paint is cheap, time is not.’",
        (direct("Paint is cheap, time is not.", "Anna Nowak*", "put it"),),
    ),
    Row(
        CULTURE,
        BRITISH,
        "In the words of Anna Nowak, ‘paint is cheap, time is not’.",
        (direct("paint is cheap, time is not", "Anna Nowak*", "in the words of"),),
    ),
    Row(
        CULTURE,
        BRITISH,
        "For Anna Nowak, the show is ‘a homecoming’, she said.",
        (mixed("For Anna Nowak, the show is ‘a homecoming’", "she -> Anna Nowak"),),
    ),
    Row(
        NEWS,
        AMERICAN,
        'In a statement Monday, Carla Gomez said, "Nobody was hurt."',
        (direct("Nobody was hurt.", "Carla Gomez*"),),
    ),
    Row(
        NEWS,
        AMERICAN,
        'Carla Gomez issued a statement: "Nobody was hurt."',
        (direct("Nobody was hurt.", "Carla Gomez*", "issue"),),
    ),
    Row(
        NEWS,
        BRITISH,
        "‘Nobody was hurt’ was how Carla Gomez put it. Nobody was.",
        (direct("Nobody was hurt", "Carla Gomez*", "put it"),),
    ),
    Row(
        NEWS,
        AMERICAN,
        'PORT ELLERY, June 3 (Reuters) - "The road is gone," Carla Gomez, a teacher, told Reuters'
        " by phone.",
        (direct("The road is gone,", "Carla Gomez*", "tell"),),
    ),
    Row(
        NEWS,
        BRITISH,
        "LEEDS (PA) — The road will reopen in May, the council leader, Carla Gomez, has said.",
        (indirect("The road will reopen in May", "Carla Gomez*"),),
    ),
    Row(
        POLITICS,
        BRITISH,
        "The road will reopen in May, Helen Marsh has said, despite warnings that it is unsafe.",
        (indirect("The road will reopen in May", "Helen Marsh*"),),
    ),
    Row(
        POLITICS,
        BRITISH,
        "The road, which was damaged in March, would, Helen Marsh insisted, reopen in May.",
        (
            indirect(
                "The road, which was damaged in March, would | reopen in May",
                "Helen Marsh*",
                "insist",
            ),
        ),
    ),
    Row(
        POLITICS,
        AMERICAN,
        'Speaking in Spanish, Ortiz — joined by her husband — said, "We won." Maria Ortiz smiled.',
        (direct("We won.", "Ortiz -> Maria Ortiz"),),
    ),
    Row(
        POLITICS,
        AMERICAN,
        '"We won," Maria Ortiz said, her voice breaking, "and we won big."',
        (direct("We won, | and we won big.", "Maria Ortiz*"),),
    ),
    Row(
        BUSINESS,
        AMERICAN,
        'Peter Lang called the bid "absurd," telling staff that "nobody is for sale."',
        (
            mixed('the bid "absurd,"', "Peter Lang*", "call"),
            mixed('that "nobody is for sale."', "Peter Lang*", "tell"),
        ),
    ),
)
