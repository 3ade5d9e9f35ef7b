"""Groups, offices, documents and unnamed people; roles that one person of the text has."""

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
        'The White House said the talks were "productive."',
        (mixed('the talks were "productive."', "The White House"),),
    ),
    Row(
        POLITICS,
        BRITISH,
        "No 10 said the prime minister had full confidence in her.",
        (indirect("the prime minister had full confidence in her", "No 10"),),
    ),
    Row(
        POLITICS,
        BRITISH,
        "‘The matter is closed,’ a Downing Street spokesman said.",
        (direct("The matter is closed,", "a Downing Street spokesman"),),
    ),
    Row(
        POLITICS,
        AMERICAN,
        '"He is furious," said one senior aide, who asked not to be named.',
        (direct("He is furious,", "one senior aide"),),
    ),
    Row(
        POLITICS,
        AMERICAN,
        "Mayor Maria Ortiz arrived late. “Traffic,” the mayor said.",
        (direct("Traffic,", "the mayor -> Maria Ortiz"),),
    ),
    Row(
        POLITICS,
        BRITISH,
        "Helen Marsh, the transport minister, arrived late. ‘Traffic,’ the minister said.",
        (direct("Traffic,", "the minister -> Helen Marsh"),),
    ),
    Row(
        POLITICS,
        BRITISH,
        "The transport minister, Helen Marsh, met the health minister, Peter Lang. ‘We agree,’ the"
        " minister said.",
        (direct("We agree,", "the minister"),),
    ),
    Row(
        POLITICS,
        BRITISH,
        "The transport minister, Helen Marsh, met the health minister, Peter Lang. ‘We agree,’ the"
        " transport minister said.",
        (direct("We agree,", "the transport minister -> Helen Marsh"),),
    ),
    Row(
        SPORT,
        AMERICAN,
        'Coach Ray Dunn sat alone. "It hurts," the coach said.',
        (direct("It hurts,", "the coach -> Ray Dunn"),),
    ),
    Row(
        SPORT,
        BRITISH,
        "Rovers manager David Kerr made five changes. ‘We were tired,’ the Rovers manager said.",
        (direct("We were tired,", "the Rovers manager -> David Kerr"),),
    ),
    Row(
        SPORT,
        BRITISH,
        "The club said in a statement: ‘We will appeal.’",
        (direct("We will appeal.", "The club"),),
    ),
    Row(
        BUSINESS,
        AMERICAN,
        '"We are hiring," the company said in a filing.',
        (direct("We are hiring,", "the company"),),
    ),
    Row(
        BUSINESS,
        AMERICAN,
        "The report says that prices will fall in May.",
        (indirect("that prices will fall in May", "The report"),),
    ),
    Row(
        BUSINESS,
        BRITISH,
        "Analysts at Harrow Bank said the shares were cheap.",
        (indirect("the shares were cheap", "Analysts at Harrow Bank"),),
    ),
    Row(
        BUSINESS,
        BRITISH,
        "‘Trading is tough,’ said the retailer, which has 40 shops.",
        (direct("Trading is tough,", "the retailer"),),
    ),
    Row(
        COURT,
        BRITISH,
        "‘He never raised his voice,’ a neighbour told the jury.",
        (direct("He never raised his voice,", "a neighbour", "tell"),),
    ),
    Row(
        COURT,
        AMERICAN,
        "Her lawyer's claim that she was asleep was challenged by Susan Reed.",
        (indirect("that she was asleep", "Her lawyer", "claim"),),
    ),
    Row(
        COURT,
        AMERICAN,
        'Peter Lang\'s lawyer told jurors: "My client is no thief."',
        (direct("My client is no thief.", "Peter Lang's lawyer", "tell"),),
    ),
    Row(
        COURT,
        BRITISH,
        "The judge, Helen Marsh, adjourned the case. ‘Enough,’ the judge said.",
        (direct("Enough,", "the judge -> Helen Marsh"),),
    ),
    Row(
        CULTURE,
        AMERICAN,
        "“It is the best play of the year,” wrote The Ellery Times.",
        (direct("It is the best play of the year,", "The Ellery Times", "write"),),
    ),
    Row(
        CULTURE,
        BRITISH,
        "‘It made me cry,’ one visitor wrote in the guest book.",
        (direct("It made me cry,", "one visitor", "write"),),
    ),
    Row(
        CULTURE,
        BRITISH,
        "Anna Nowak’s daughter said the paintings would be sold.",
        (indirect("the paintings would be sold", "Anna Nowak’s daughter"),),
    ),
    Row(
        NEWS,
        AMERICAN,
        '"Everyone ran," witnesses said.',
        (direct("Everyone ran,", "witnesses"),),
    ),
    Row(
        NEWS,
        BRITISH,
        "‘Everyone ran,’ said a man who gave his name only as Tariq.",
        (direct("Everyone ran,", "a man"),),
    ),
    Row(
        NEWS,
        AMERICAN,
        '"This is a tragedy," police chief Carla Gomez said. "We will find him," the chief said.',
        (
            direct("This is a tragedy,", "police chief Carla Gomez -> Carla Gomez"),
            direct("We will find him,", "the chief -> Carla Gomez"),
        ),
    ),
    Row(
        NEWS,
        AMERICAN,
        'The victim\'s mother, Susan Reed, wept. "He was my only son," the mother said.',
        (direct("He was my only son,", "the mother -> Susan Reed"),),
    ),
)
