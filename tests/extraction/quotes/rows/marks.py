"""Quotation marks of every shape, with apostrophes, measures and faults of typing beside them."""

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
    mixed,
)

ROWS = (
    Row(
        POLITICS,
        AMERICAN,
        '"We will not raise the toll," Maria Ortiz said.',
        (direct("We will not raise the toll,", "Maria Ortiz*"),),
    ),
    Row(
        POLITICS,
        AMERICAN,
        "“We will not raise the toll,” Maria Ortiz said.",
        (direct("We will not raise the toll,", "Maria Ortiz*"),),
    ),
    Row(
        POLITICS,
        BRITISH,
        "‘We won’t raise the toll’, said Helen Marsh.",
        (direct("We won’t raise the toll", "Helen Marsh*"),),
    ),
    Row(
        SPORT,
        BRITISH,
        "'It's the players' dressing room and the lads' own business,' said David Kerr.",
        (direct("It's the players' dressing room and the lads' own business,", "David Kerr*"),),
    ),
    Row(
        SPORT,
        BRITISH,
        "'I've been nickin' points off 'em since the '90s,' said David Kerr.",
        (direct("I've been nickin' points off 'em since the '90s,", "David Kerr*"),),
    ),
    Row(
        CULTURE,
        BRITISH,
        "«The museum will stay open», said Claire Duval.",
        (direct("The museum will stay open", "Claire Duval*"),),
    ),
    Row(
        CULTURE,
        BRITISH,
        "»The museum will stay open«, said Jonas Weber.",
        (direct("The museum will stay open", "Jonas Weber*"),),
    ),
    Row(
        CULTURE,
        BRITISH,
        "« The museum will stay open », said Claire Duval.",
        (direct("The museum will stay open", "Claire Duval*"),),
    ),
    Row(
        BUSINESS,
        BRITISH,
        "„The plant will stay open“, said Jonas Weber.",
        (direct("The plant will stay open", "Jonas Weber*"),),
    ),
    Row(
        BUSINESS,
        BRITISH,
        "„The plant will stay open”, said Anna Nowak.",
        (direct("The plant will stay open", "Anna Nowak*"),),
    ),
    Row(
        BUSINESS,
        AMERICAN,
        "``We sold the trucks in March,'' said Peter Lang.",
        (direct("We sold the trucks in March,", "Peter Lang*"),),
    ),
    Row(
        CULTURE,
        BRITISH,
        "— You are late, said Peter Lang.\n— I know, replied Anna Nowak.",
        (
            direct("You are late", "Peter Lang*"),
            direct("I know", "Anna Nowak*", "reply"),
        ),
    ),
    Row(
        CULTURE,
        BRITISH,
        "– The roof is leaking again, says Anna Nowak, who runs the cinema.",
        (direct("The roof is leaking again", "Anna Nowak*"),),
    ),
    Row(
        COURT,
        AMERICAN,
        "\"He told me, 'Keep quiet,' and walked out,\" Susan Reed testified.",
        (direct("He told me, 'Keep quiet,' and walked out,", "Susan Reed*", "testify"),),
    ),
    Row(
        COURT,
        BRITISH,
        "'He told me, \"Keep quiet,\" and walked out,' Susan Reed told the court.",
        (direct('He told me, "Keep quiet," and walked out,', "Susan Reed*", "tell"),),
    ),
    Row(
        COURT,
        BRITISH,
        "‘He said “keep quiet” twice,’ Ms Reed told jurors. Susan Reed, 44, wept.",
        (direct("He said “keep quiet” twice,", "Ms Reed -> Susan Reed", "tell"),),
    ),
    Row(
        SPORT,
        AMERICAN,
        'At 6\'7" he is hard to miss. "Nobody gets past him," Coach Ray Dunn said.',
        (direct("Nobody gets past him,", "Coach Ray Dunn -> Ray Dunn"),),
    ),
    Row(
        NEWS,
        AMERICAN,
        'The 12" pipe burst at noon. "It was like a river," Carla Gomez said.',
        (direct("It was like a river,", "Carla Gomez*"),),
    ),
    Row(
        NEWS,
        AMERICAN,
        '""It was like a river,"" Carla Gomez said.',
        (direct("It was like a river,", "Carla Gomez*"),),
    ),
    Row(
        NEWS,
        AMERICAN,
        "“It was like a river, Carla Gomez said.\n\nThe water fell on Sunday.",
        (direct("It was like a river,", "Carla Gomez*"),),
    ),
    Row(
        NEWS,
        AMERICAN,
        'It was like a river," Carla Gomez said. "It took the car."',
        (direct("It was like a river, | It took the car.", "Carla Gomez*"),),
    ),
    Row(
        NEWS,
        AMERICAN,
        "“It was like a river.” said Carla Gomez.",
        (direct("It was like a river.", "Carla Gomez*"),),
    ),
    Row(
        POLITICS,
        AMERICAN,
        "Maria Ortiz said: “The bridge is safe.\n\n“It was tested in May.\n\n“It will be tested"
        " again.”",
        (
            direct(
                "The bridge is safe. | It was tested in May. | It will be tested again.",
                "Maria Ortiz*",
            ),
        ),
    ),
    Row(
        POLITICS,
        BRITISH,
        "Helen Marsh told MPs: ‘The bridge is safe.\n\n‘It was tested in May.’",
        (direct("The bridge is safe. | It was tested in May.", "Helen Marsh*", "tell"),),
    ),
    Row(
        POLITICS,
        BRITISH,
        "Bridge is 'perfectly safe', says minister",
        (mixed("Bridge is 'perfectly safe'", "minister"),),
    ),
    Row(
        POLITICS,
        BRITISH,
        "'We will fix the bridge': minister's pledge to town",
        (direct("We will fix the bridge", "minister", ""),),
    ),
    Row(
        SPORT,
        BRITISH,
        "Kerr: 'We were robbed'\n\nDavid Kerr was furious after Rovers lost 2-1 on Saturday.",
        (direct("We were robbed", "Kerr -> David Kerr", ""),),
    ),
    Row(
        BUSINESS,
        AMERICAN,
        'Lang called the bid "a joke" and "an insult". Peter Lang has run the firm since 2010.',
        (mixed('the bid "a joke" and "an insult"', "Lang -> Peter Lang", "call"),),
    ),
)
